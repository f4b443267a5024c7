import type { NumberRef, NumbersBasis } from "./numberRef";
import type { FieldId } from "../../schema/fieldIds";
import { defaultFields } from "../../settings/proposeSchema";
import { reviewStub, schemaStub, stage } from "../../../../test/support/schemaStub";
import type { Records } from "../../followUps/records";
import type { CellValue } from "../../values/value";
import { touch } from "../../../../test/support/customers";
import { rowsBehind } from "./rowsBehind";
import { allMeasures } from "../allMeasures";

const today = 46_241;
const fields: readonly FieldId[] = [
  ...(["id", "customer", "stage", "nextDate", "lastContact", "amount", "reason", "expectedClose"] as const),
];
const rows: readonly (readonly CellValue[])[] = [
  ["C1", "甲", "需求", today - 2, today - 9, 100, "", today + 5],
  ["C2", "乙", "需求", today + 3, today - 1, "", "", today - 3],
  ["C3", "丙", "流失", "", today - 40, 70, "价格", today + 5],
];

function basisOf(log: NumbersBasis["touches"]): NumbersBasis {
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: fields.length },
    values: rows,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
  const schema = schemaStub({
    fields: defaultFields((field) => (fields.includes(field) ? field : null)),
    stages: [
      stage("线索", "open"),
      { ...stage("需求", "open"), probability: 0.3 },
      stage("成交", "won"),
      stage("流失", "lost"),
    ],
  });
  const review = reviewStub({ schema, today });
  return { ...review, records, touches: log, measures: allMeasures(records, log, review) };
}

const because = (ref: NumberRef, log: NumbersBasis["touches"] = []) =>
  rowsBehind(ref, basisOf(log)).rows.map(({ customer, because: why }) => [customer?.name, ...why]);

test("a stale customer shows its days, its limit, and the log row of the last contact; then its other flags", () => {
  const log = [touch({ customerId: "C1", date: today - 9, row: 214 })];
  expect(because({ kind: "count", id: "stale" }, log)).toEqual([
    [
      "甲",
      { kind: "flag", flag: { group: "stale", days: 9, limit: 7 }, stage: "需求" },
      { kind: "flag", flag: { group: "overdue", days: 2, limit: null }, stage: "需求" },
      { kind: "lastContact", day: today - 9, evidence: { kind: "log", row: 214 } },
    ],
  ]);
});

test("where the log says nothing of that day, the column is the evidence", () => {
  expect(because({ kind: "count", id: "overdue" })[0]).toContainEqual({
    kind: "lastContact",
    day: today - 9,
    evidence: { kind: "column", field: "lastContact" },
  });
});

test("a weighted amount shows its factors, and a customer without an amount is no zero in it", () => {
  const chance = overviewChance();
  expect(because({ kind: "weighted" })).toEqual([["甲", { kind: "worth", amount: 100, chance }]]);
  expect(because({ kind: "withoutAmount", of: "open" })).toEqual([["乙", { kind: "noAmount" }]]);
});

test("a weighted amount falls apart by the expected close of those who are open, and says the day", () => {
  const chance = overviewChance();
  expect(because({ kind: "closing", when: "thisMonth" })).toEqual([
    ["甲", { kind: "worth", amount: 100, chance }, { kind: "expectedClose", day: today + 5 }],
  ]);
  expect(because({ kind: "closing", when: "passed" })).toEqual([
    ["乙", { kind: "noAmount" }, { kind: "expectedClose", day: today - 3 }],
  ]);
  expect(because({ kind: "closing", when: "later" })).toEqual([]);
});

test("a reason shows the stage that its customers were last in, as far as the log knows", () => {
  const log = [touch({ customerId: "C3", date: today - 40, fromStage: "线索", toStage: "需求" })];
  expect(because({ kind: "reason", name: "价格" }, log)).toEqual([
    ["丙", { kind: "state", state: "lost", day: null }, { kind: "reached", stage: "需求", known: true }],
  ]);
  expect(because({ kind: "reason", name: "价格" })).toEqual([["丙", { kind: "state", state: "lost", day: null }]]);
});

test("a log row whose customer has gone still counts as a touch", () => {
  const log = [touch({ customerId: "C9", date: today, row: 7 })];
  expect(because({ kind: "touches" }, log)).toEqual([
    [undefined, { kind: "contact", day: today, logRow: 7, substantive: true }],
  ]);
});

describe("a week's rows", () => {
  // Seven days, today among them.
  const days: readonly (readonly [string, number, boolean])[] = [
    ["the first day", today - 6, true],
    ["the evening before it", today - 6.1, false],
    ["late today", today + 0.9, true],
    ["tomorrow", today + 1, false],
  ];

  test.each(days)("behind the touches: one on %s", (_, date, counts) => {
    expect(rowsBehind({ kind: "touches" }, basisOf([touch({ customerId: "C1", date })])).rows).toHaveLength(
      counts ? 1 : 0,
    );
  });

  test.each(days)("behind coverage: a touch on %s", (_, date, counts) => {
    const {
      rows: contacted,
      others,
      whole,
    } = rowsBehind({ kind: "coverage" }, basisOf([touch({ customerId: "C1", date, row: 7 })]));
    const [row] = counts ? contacted : others;
    expect([contacted.length, whole]).toEqual([counts ? 1 : 0, 2]);
    expect([row?.customer?.name, row?.because]).toEqual([
      "甲",
      [counts ? { kind: "contact", day: Math.floor(date), logRow: 7, substantive: true } : { kind: "noContact" }],
    ]);
  });

  test("coverage shows the last touch in which something was said", () => {
    const log = [
      touch({ customerId: "C1", date: today - 3, row: 3 }),
      touch({ customerId: "C1", date: today - 1, row: 4 }),
      touch({ customerId: "C1", date: today - 2, row: 5 }),
      touch({ customerId: "C1", date: today, row: 6, result: "未接通" }),
    ];
    expect(because({ kind: "coverage" }, log)).toEqual([
      ["甲", { kind: "contact", day: today - 1, logRow: 4, substantive: true }],
    ]);
  });

  test("without a log there are none", () => {
    for (const kind of ["coverage", "touches", "onTime", "firstResponse"] as const) {
      expect(rowsBehind({ kind }, basisOf([])).rows).toEqual([]);
    }
  });

  test("a hand-over is no touch", () => {
    expect(because({ kind: "touches" }, [touch({ customerId: "C1", kind: "transfer" })])).toEqual([]);
  });
});

describe("rows of a sheet with days and amounts", () => {
  const wide: readonly FieldId[] = [
    "id",
    "customer",
    "stage",
    "firstContact",
    "closedOn",
    "amount",
    "nextDate",
    "stageSince",
  ];
  const may = today - 90;
  const list: readonly (readonly CellValue[])[] = [
    ["C1", "五月成交", "成交", may, may + 20, 100, "", ""],
    ["C2", "五月流失", "流失", may + 3, may + 9, "", "", ""],
    ["C3", "七月开着", "需求", today - 20, "", 50, today - 4, today - 20],
    ["C4", "八月开着", "线索", today - 2, "", 500, today + 4, today - 2],
    ["C5", "七月成交", "成交", today - 25, today, 300, "", ""],
    ["C6", "没日期", "成交", "", "", 5, "", ""],
  ];
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: list.length, columns: wide.length },
    values: list,
    columns: new Map(wide.map((field, column) => [field, column])),
  };
  const schema = schemaStub({
    fields: defaultFields((field) => (field === "firstContact" ? "创建日期" : wide.includes(field) ? field : null)),
    stages: [
      { ...stage("线索", "open"), stuckDays: 5, probability: 0.2 },
      { ...stage("需求", "open"), stuckDays: 5, probability: 0.5 },
      stage("成交", "won"),
      stage("流失", "lost"),
    ],
  });
  const review = reviewStub({ schema, today });
  const of = (ref: NumberRef, touches: NumbersBasis["touches"] = []) => {
    const found = rowsBehind(ref, { ...review, records, touches, measures: allMeasures(records, touches, review) });
    const names = (among: typeof found.rows) => among.map(({ customer }) => customer?.name);
    return {
      rows: names(found.rows),
      others: names(found.others),
      whole: found.whole,
      because: found.rows.map((row) => row.because),
    };
  };

  test("a month of creation has its won customers, and beside them all others of it", () => {
    expect(of({ kind: "cohort", year: 2026, month: 5 })).toMatchObject({
      rows: ["五月成交"],
      others: ["五月流失"],
      whole: 2,
    });
    expect(of({ kind: "cohort", year: 2026, month: 7 })).toMatchObject({
      rows: ["七月成交"],
      others: ["七月开着"],
      whole: 2,
    });
    expect(of({ kind: "cohort", year: 2025, month: 5 })).toMatchObject({ rows: [], others: [], whole: 0 });
  });

  test("velocity has the open customers, each as it stands", () => {
    const { rows: open, whole, because: why } = of({ kind: "velocity" });
    expect([open, whole]).toEqual([["七月开着", "八月开着"], null]);
    expect(why.map(([first]) => first)).toEqual([
      { kind: "flag", flag: { group: "overdue", days: 4, limit: null }, stage: "需求" },
      { kind: "state", state: "open", day: null },
    ]);
  });

  test("stuck customers show their days and their limit, of all that are open", () => {
    const { rows: stuck, whole, because: why } = of({ kind: "count", id: "stuck" });
    expect([stuck, whole]).toEqual([["七月开着"], 2]);
    expect(why[0]?.[0]).toEqual({ kind: "flag", flag: { group: "stuck", days: 20, limit: 5 }, stage: "需求" });
  });

  test("a cycle shows the days from first contact to winning, the longest first", () => {
    const { rows: won, because: why } = of({ kind: "cycle" });
    expect(won).toEqual(["七月成交", "五月成交"]);
    expect(why.map(([, days]) => days)).toEqual([
      { kind: "days", days: 25 },
      { kind: "days", days: 20 },
    ]);
  });

  test.each([
    [19, []],
    [20, ["五月成交"]],
    [25, ["五月成交", "七月成交"]],
  ])("won within %d days: %j", (days, won) => {
    const { rows: found, others } = of({ kind: "converted", days });
    expect([found, found.length + others.length]).toEqual([won, 5]);
  });

  test("the weighted amounts stand with what is worth most first", () => {
    expect(of({ kind: "weighted" }).rows).toEqual(["八月开着", "七月开着"]);
    expect(of({ kind: "neglected" }).rows).toEqual(["七月开着"]);
    expect(of({ kind: "neglected" }).because[0]?.map(({ kind }) => kind)).toEqual([
      "worth",
      "flag",
      "flag",
      "lastContact",
    ]);
  });

  test.each([
    ["closed", ["五月成交", "七月成交", "没日期"], ["五月流失"]],
    ["strict", ["五月成交", "七月成交", "没日期"], ["五月流失", "七月开着"]],
    ["created", ["五月成交", "七月成交", "没日期"], ["五月流失", "七月开着", "八月开着"]],
  ] as const)("the %s win rate has its won customers, and the others of its whole", (id, won, others) => {
    expect(of({ kind: "winRate", id })).toMatchObject({ rows: won, others, whole: won.length + others.length });
  });

  test("who came to a step stands with what is known of it", () => {
    const log = [touch({ customerId: "C2", date: may + 5, fromStage: "线索", toStage: "需求" })];
    const { rows: here, others, because: why } = of({ kind: "reached", mode: "passed", step: 1 }, log);
    expect([here, others]).toEqual([["五月成交", "五月流失", "七月开着", "七月成交", "没日期"], ["八月开着"]]);
    expect(why.map(([first]) => first)).toEqual(
      [true, true, false, true, true].map((known) => ({ kind: "reached", stage: "需求", known })),
    );
    expect(of({ kind: "reached", mode: "passed", step: 2 }, log).because[0]?.[0]).toEqual({
      kind: "reached",
      stage: null,
      known: true,
    });
  });

  test("who went on to the next step, of those at this one", () => {
    expect(of({ kind: "next", mode: "passed", step: 0 })).toMatchObject({
      rows: ["五月成交", "七月开着", "七月成交", "没日期"],
      others: ["五月流失", "八月开着"],
    });
  });

  test("promises of the month: those kept, and beside them those that were not", () => {
    const log = [
      touch({ customerId: "C3", date: today - 15, promised: today - 10, row: 2 }),
      touch({ customerId: "C3", date: today - 10, row: 3 }),
      touch({ customerId: "C9", date: today - 15, promised: today - 8, row: 4 }),
    ];
    const { rows: kept, others, whole, because: why } = of({ kind: "onTime" }, log);
    expect([kept, others, whole]).toEqual([["七月开着"], [undefined], 2]);
    expect(why).toEqual([[{ kind: "promise", due: today - 10, outcome: "kept", logRow: 2 }]]);
  });

  test("first answers stand with the slowest first", () => {
    const log = [touch({ customerId: "C4", date: today - 1 }), touch({ customerId: "C3", date: today - 12 })];
    const { rows: answered, because: why } = of({ kind: "firstResponse" }, log);
    expect([answered, why]).toEqual([
      ["七月开着", "八月开着"],
      [[{ kind: "days", days: 8 }], [{ kind: "days", days: 1 }]],
    ]);
  });

  test.each<[NumberRef, readonly string[], readonly string[], number]>([
    [{ kind: "group", by: "owner", name: "", of: "open" }, ["七月开着", "八月开着"], [], 6],
    [{ kind: "group", by: "owner", name: "", of: "overdue" }, ["七月开着"], [], 2],
    [{ kind: "group", by: "owner", name: "", of: "rate" }, ["五月成交", "七月成交", "没日期"], ["五月流失"], 4],
    [{ kind: "group", by: "owner", name: "谁", of: "open" }, [], [], 0],
    [{ kind: "count", id: "won" }, ["五月成交", "七月成交", "没日期"], [], 6],
    [{ kind: "count", id: "revisit" }, [], [], 1],
  ])("%j", (ref, found, others, whole) => {
    expect(of(ref)).toMatchObject({ rows: found, others, whole });
  });
});

describe("bands of silence", () => {
  test.each<[number, number | null, readonly string[]]>([
    [0, 0, []],
    [1, 1, ["乙"]],
    [1, 8, ["乙"]],
    [1, 9, ["甲", "乙"]],
    [9, null, ["甲"]],
    [10, null, []],
  ])("%d to %j days", (from, to, names) => {
    const { rows: found, whole } = rowsBehind({ kind: "band", from, to }, basisOf([]));
    expect([found.map(({ customer }) => customer?.name), whole]).toEqual([names, 2]);
  });
});

function overviewChance(): number {
  return basisOf([]).measures.probabilities[1]!.probability!;
}
