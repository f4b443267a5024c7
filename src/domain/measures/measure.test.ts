import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import type { Schema } from "../schema/field";
import type { Records } from "../followUps/records";
import { owners, reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { touch } from "../../../test/support/customers";
import { lastTouches } from "./lastContact";
import { ageingBands, figureKeys } from "./figures";
import { measure } from "./measure";

const today = 46_241;
const columns = ["customer", "stage", "owner", "nextDate", "lastContact", "amount"] as const;

function recordsOf(rows: readonly (readonly CellValue[])[], fields: readonly FieldId[] = columns): Records {
  return {
    sheet: "客户",
    area: { row: 4, column: 1, rows: rows.length, columns: fields.length },
    values: rows,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
}

function schemaOf(fields: readonly FieldId[] = columns): Schema {
  return schemaStub({
    fields: defaultFields((field) => (fields.includes(field) ? field : null)),
    stages: [stage("线索", "open", 3), stage("成交", "won"), stage("流失", "lost"), stage("搁置", "parked")],
    owners: owners("张敏", "Lily"),
  });
}

const rows: readonly (readonly CellValue[])[] = [
  ["甲", "线索", "张敏", today - 2, today - 4, 100],
  ["乙", "线索", "LILY", today, today - 1, ""],
  ["丙", "线索", "张敏", "", today - 9, "待定"],
  ["丁", "成交", "张敏", "", today - 90, 1000],
  ["戊", "成交", "Lily", today - 5, "", 500],
  ["己", "流失", "王芳", "", "", 70],
  ["庚", "搁置", "", today + 9, "", 30],
  ["", "", "", "", today, 9999],
  ["壬", "线索", "张敏", today + 1, today - 1, 5],
  ["辛", "观望", "张敏", today + 1, today, 8],
];

describe("figures of a small sheet", () => {
  const { figures, due, tomorrow } = measure(recordsOf(rows), reviewStub({ schema: schemaOf(), today }));

  test("count every customer once, by kind of stage; unknown stages are open", () => {
    expect(figures.rows).toBe(9);
    expect(figures.key).toMatchObject({ open: 5, won: 2, lost: 1, parked: 1, winRate: 2 / 3 });
  });

  test("count what wants attention among the open ones", () => {
    expect(figures.key).toMatchObject({ overdue: 1, dueToday: 1, stale: 2, noNextStep: 1 });
    expect(tomorrow).toBe(2);
  });

  test("count a row as incomplete when a required cell is blank; a closed one needs no next date", () => {
    // 丙 has no next date; 庚 has no owner.
    expect(figures.key.incomplete).toBe(2);
  });

  test("add numbers only, and none of rows that are no customers", () => {
    expect(figures.key).toMatchObject({ pipelineAmount: 100 + 5 + 8, wonAmount: 1500 });
  });

  test("by owner, without regard to case, in the order of the Settings", () => {
    expect(figures.byOwner).toEqual([
      { owner: "张敏", open: 4, overdue: 1, stale: 2, won: 1, lost: 0, winRate: 1, openAmount: 113, wonAmount: 1000 },
      { owner: "Lily", open: 1, overdue: 0, stale: 0, won: 1, lost: 0, winRate: 1, openAmount: 0, wonAmount: 500 },
    ]);
  });

  test("by stage, with the stage's own amount", () => {
    expect(figures.byStage).toEqual([
      { stage: "线索", kind: "open", customers: 4, stale: 2, amount: 105 },
      { stage: "成交", kind: "won", customers: 2, stale: 0, amount: 1500 },
      { stage: "流失", kind: "lost", customers: 1, stale: 0, amount: 70 },
      { stage: "搁置", kind: "parked", customers: 1, stale: 0, amount: 30 },
    ]);
  });

  test("the to-do list has each customer once, the most urgent group first, with the way there", () => {
    expect(
      due.map(({ customer, group, also, days, limit, cell, row }) => ({
        customer,
        group,
        also,
        days,
        limit,
        cell,
        row,
      })),
    ).toEqual([
      {
        customer: "甲",
        group: "overdue",
        also: [{ group: "stale", days: 4, limit: 3 }],
        days: 2,
        limit: null,
        cell: "B5",
        row: 5,
      },
      { customer: "乙", group: "today", also: [], days: 0, limit: null, cell: "B6", row: 6 },
      {
        customer: "丙",
        group: "stale",
        also: [{ group: "noNextStep", days: null, limit: null }],
        days: 9,
        limit: 3,
        cell: "B7",
        row: 7,
      },
    ]);
  });
});

describe("what nobody can know is null, never 0", () => {
  const review = reviewStub({ schema: schemaOf(), today });
  const nothingKnown = Object.fromEntries(figureKeys.map((key) => [key, null]));

  test("while a key cell of one row shows an error", () => {
    const broken = ["#N/A", "线索", "张敏", today - 1, today - 30, 5];
    const { figures } = measure(recordsOf([...rows, broken]), review);
    expect(figures.key).toEqual(nothingKnown);
    expect(figures.unreadable).toEqual({ columns: [], rows: 1 });
    expect(figures.byOwner[0]).toMatchObject({ open: null, won: null, overdue: null });
  });

  test("while a column is gone that every status needs, and the sheet says which", () => {
    const fields = columns.filter((field) => field !== "stage");
    const without = rows.map((row) => row.filter((_, at) => columns[at] !== "stage"));
    const { figures } = measure({ ...recordsOf(without, fields), lost: ["stage", "note"] }, review);
    expect(figures.key).toEqual(nothingKnown);
    expect(figures.unreadable).toEqual({ columns: ["stage"], rows: 0 });
  });

  test("nobody is stale by a type whose column is gone; the others count on", () => {
    const { figures } = measure({ ...recordsOf(rows), lost: ["customerType"] }, review);
    expect(figures.key).toMatchObject({ stale: null, open: 5, overdue: 1 });
  });

  test("nobody is stuck where no stage has a limit, nor where nobody noted since when", () => {
    const fields = ["customer", "stage", "stageSince"] as const;
    const stuck = (limit: number | null, since: CellValue) => {
      const schema: Schema = { ...schemaOf(fields), stages: [{ ...stage("线索", "open"), stuckDays: limit }] };
      return measure(recordsOf([["甲", "线索", since]], fields), reviewStub({ schema, today })).figures.key.stuck;
    };
    expect([stuck(null, today - 40), stuck(7, ""), stuck(7, today), stuck(7, today - 40)]).toEqual([null, null, 0, 1]);
  });

  test("nobody is stale while it stands nowhere when anybody was contacted", () => {
    const silent = rows.map((row) => row.map((cell, at) => (columns[at] === "lastContact" ? "" : cell)));
    expect(measure(recordsOf(silent), review).figures.key.stale).toBeNull();
  });

  test("customers without an amount stand beside the sum; one error among the amounts makes it unknown", () => {
    const { key, withoutAmount } = measure(recordsOf(rows), review).figures;
    expect([key.pipelineAmount, key.wonAmount, withoutAmount]).toEqual([113, 1500, { open: 2, won: 0 }]);
    const wrong = rows.map((row, at) => (at === 0 ? [...row.slice(0, -1), "#VALUE!"] : row));
    const after = measure(recordsOf(wrong), review).figures;
    expect([after.key.open, after.key.pipelineAmount, after.key.wonAmount]).toEqual([5, null, null]);
    expect(after.withoutAmount).toEqual({ open: null, won: null });
  });
});

describe("on a review day that is over", () => {
  const fields = ["customer", "stage", "owner", "firstContact", "lastContact", "closedOn", "nextDate"] as const;
  const list = [
    ["后来成交", "成交", "张敏", today - 30, today + 2, today + 3, ""],
    ["已成交", "成交", "张敏", today - 30, today - 3, today - 2, ""],
    ["后来才有", "线索", "张敏", today + 1, today + 1, "", today + 4],
    ["后来联系", "线索", "张敏", today - 30, today + 1, "", today - 1],
    ["没再联系", "线索", "张敏", today - 30, today - 9, "", today - 1],
  ];
  const on = (now: number) =>
    measure(recordsOf(list, fields), reviewStub({ schema: schemaOf(fields), today, now })).figures;

  test("who was closed later is open, who came later is none, and nothing else is said of either", () => {
    expect(on(today + 10).rows).toBe(4);
    expect(on(today + 10).key).toMatchObject({ open: 3, won: 1, overdue: 2, noNextStep: 0 });
  });

  test("nobody is stale by a contact of which the sheet keeps only a later one", () => {
    expect(on(today + 10).key.stale).toBe(1);
  });

  test("a day that is still to come takes nobody out of the list", () => {
    expect(on(today)).toMatchObject({ rows: 5, key: { open: 4, won: 1 } });
  });
});

describe("what is not measured is null, never 0", () => {
  const only = (...fields: FieldId[]) =>
    measure(recordsOf([fields.map(() => "x")], fields), reviewStub({ schema: schemaOf(fields), today })).figures;

  test("without stages nothing is won or lost, and there is no table of stages", () => {
    const { key, byStage } = only("customer", "owner", "amount");
    expect(key).toMatchObject({ open: 1, won: null, lost: null, parked: null, winRate: null, wonAmount: null });
    expect(byStage).toEqual([]);
  });

  test("without next dates nothing is late", () => {
    const { key, byOwner } = only("customer", "owner");
    expect(key).toMatchObject({ overdue: null, dueToday: null, noNextStep: null, stale: null, pipelineAmount: null });
    expect(byOwner[0]).toMatchObject({ overdue: null, stale: null });
  });

  test("without owners there is no table of owners", () => {
    expect(only("customer", "stage").byOwner).toEqual([]);
  });

  test("with nothing won or lost there is no win rate", () => {
    expect(only("customer", "stage", "owner").key).toMatchObject({ won: 0, lost: 0, winRate: null });
  });
});

test("the later days come first within a group, and sheet order breaks ties", () => {
  const late = (name: string, days: number) => [name, "线索", "张敏", today - days, today, ""];
  const { due } = measure(
    recordsOf([late("a", 1), late("b", 5), late("c", 1)]),
    reviewStub({ schema: schemaOf(), today }),
  );
  expect(due.map(({ customer }) => customer)).toEqual(["b", "a", "c"]);
});

test("the words before a call are the next step, else the feedback, else the note", () => {
  const fields = ["customer", "nextDate", "nextStep", "feedback", "note"] as const;
  const { due } = measure(
    recordsOf(
      [
        ["a", today, "报价", "贵", "x"],
        ["b", today, " ", "贵", "x"],
        ["c", today, "", "", "x"],
        ["d", today, "", "", ""],
      ],
      fields,
    ),
    reviewStub({ schema: schemaOf(fields), today }),
  );
  expect(due.map(({ note }) => note)).toEqual(["报价", "贵", "x", ""]);
});

describe("evidence", () => {
  const fields = ["id", "customer", "stage", "firstContact", "lastContact"] as const;
  const day = today - 20;
  const item = (row: readonly CellValue[], log: Parameters<typeof touch>[0][]) =>
    measure(
      recordsOf([row], fields),
      reviewStub({ schema: schemaOf(fields), today }),
      lastTouches(log.map(touch), today),
    ).due[0];

  test("is the log row of the last real contact, where the log says the same day as the sheet", () => {
    const row = ["C1", "a", "线索", day - 30, day];
    const logged = [
      { customerId: "C1", date: day + 0.4, row: 214 },
      { customerId: "C1", date: day - 9, row: 9 },
      { customerId: "C1", date: today + 1, row: 301 },
      { customerId: "C1", date: day + 1, kind: "transfer" as const, row: 300 },
      { customerId: "C2", date: day, row: 5 },
    ];
    expect(item(row, logged)).toMatchObject({ lastContact: day, evidence: { kind: "log", row: 214 } });
  });

  test("is the column that the day stands in, where there is no such log row", () => {
    expect(item(["C1", "a", "线索", day - 30, day], [{ customerId: "C1", date: day - 1 }])).toMatchObject({
      lastContact: day,
      evidence: { kind: "column", field: "lastContact" },
    });
    expect(item(["C1", "a", "线索", day, ""], [])).toMatchObject({
      evidence: { kind: "column", field: "firstContact" },
    });
  });
});

test("key accounts come first in their group", () => {
  const fields = ["customer", "customerType", "nextDate"] as const;
  const schema: Schema = { ...schemaOf(fields), types: [{ name: "重点", staleDays: null, keyAccount: true }] };
  const list = [
    ["a", "", today - 9],
    ["b", "重点", today - 1],
    ["c", "重点", today],
  ];
  const { due } = measure(recordsOf(list, fields), reviewStub({ schema: schema, today }));
  expect(due.map(({ customer, keyAccount }) => [customer, keyAccount])).toEqual([
    ["b", true],
    ["a", false],
    ["c", true],
  ]);
});

test.each([
  { stages: [stage("线索", "open", 5), stage("方案", "open", 12)], types: [], ends: [5, 10, 20, 40] },
  { stages: [stage("线索", "open", 0), stage("方案", "open", 30)], types: [], ends: [7, 14, 28, 56] },
  { stages: [stage("线索", "open", 30), stage("流失", "lost", 0)], types: [2.5, null], ends: [2, 4, 8, 16] },
])(
  "bands of days end at the shortest limit that is set, and at twice the one before: $ends",
  ({ stages, types, ends }) => {
    const named = types.map((staleDays, at) => ({ name: `类型${at}`, staleDays, keyAccount: false }));
    const bands = ageingBands({ stages, types: named });
    expect(bands.map(({ to }) => to)).toEqual([...ends, null]);
    expect(bands.map(({ from }) => from)).toEqual([0, ...ends.map((end) => end + 1)]);
  },
);

test("bands of silence add up to the open customers that were ever contacted; reasons are counted by outcome", () => {
  const fields = ["customer", "stage", "lastContact", "reason"] as const;
  const schema: Schema = { ...schemaOf(fields), reasons: [{ name: "价格", outcome: null, revisitDays: null }] };
  const list = [
    ...[0, 7, 8, 14, 15, 30, 31, 60, 61, 400].map((days) => ["a", "线索", today - days, ""]),
    ["b", "线索", "", ""],
    ["c", "流失", today, "价格"],
    ["d", "搁置", today, "价格"],
    ["e", "成交", today, "价格"],
    ["f", "流失", today, "别的"],
  ];
  const { figures } = measure(recordsOf(list, fields), reviewStub({ schema: schema, today }));
  expect(figures.ageing.map(({ silent }) => silent)).toEqual([1, 0, 2, 2, 5]);
  expect(figures.ageing.map(({ inStage }) => inStage)).toEqual([null, null, null, null, null]);
  expect(figures.byReason).toEqual([{ reason: "价格", lost: 1, parked: 1 }]);
});

describe("customers that are stuck in their stage", () => {
  const fields = ["customer", "stage", "stageSince", "nextDate", "owner"] as const;
  const watched: Schema = {
    ...schemaOf(fields),
    stages: [{ ...stage("线索", "open"), stuckDays: 10 }, stage("方案", "open"), stage("成交", "won")],
  };
  const list: readonly (readonly CellValue[])[] = [
    ["过限", "线索", today - 11, today + 5, "张敏"],
    ["到限", "线索", today - 10, today + 5, "张敏"],
    ["没有限", "方案", today - 99, today + 5, "张敏"],
    ["没记日期", "线索", "", today + 5, "张敏"],
    ["已成交", "成交", today - 99, "", "张敏"],
    ["更久", "线索", today - 30, today - 1, "张敏"],
    ["很久", "线索", today - 20, today + 5, "张敏"],
  ];
  const { figures, due } = measure(recordsOf(list, fields), reviewStub({ schema: watched, today }));

  test("are counted from the day after the limit", () => {
    expect(figures.key.stuck).toBe(3);
  });

  test("are a group of the to-do list, the longest first, behind those who are overdue", () => {
    expect(due.map(({ customer, group, days, limit, also }) => [customer, group, days, limit, also])).toEqual([
      ["更久", "overdue", 1, null, [{ group: "stuck", days: 30, limit: 10 }]],
      ["很久", "stuck", 20, 10, []],
      ["过限", "stuck", 11, 10, []],
    ]);
  });

  test("stand in the bands of the time in a stage, with the others whose day is known", () => {
    expect(figures.ageing.map(({ inStage }) => inStage)).toEqual([0, 2, 1, 1, 1]);
  });

  test("are not measured where nobody notes the day", () => {
    const without = ["customer", "stage", "owner"] as const;
    const rows = [["甲", "线索", "张敏"]];
    expect(measure(recordsOf(rows, without), reviewStub({ schema: watched, today })).figures.key.stuck).toBeNull();
  });
});

describe("customers to come back to", () => {
  const fields = ["customer", "stage", "revisitOn", "owner"] as const;
  const row = (name: string, at: string, day: CellValue) => [name, at, day, "张敏"];
  const list = [
    row("今天", "流失", today),
    row("明天", "搁置", today + 1),
    row("上周", "搁置", today - 7),
    row("没记", "流失", ""),
    row("成交的", "成交", today - 7),
    row("还开着", "线索", today - 7),
  ];
  const { figures, due } = measure(recordsOf(list, fields), reviewStub({ schema: schemaOf(fields), today }));

  test("are those lost or parked whose day has come", () => {
    expect(figures.key.revisit).toBe(2);
    expect(due.map(({ customer, group, days }) => [customer, group, days])).toEqual([
      ["上周", "revisit", 7],
      ["今天", "revisit", 0],
    ]);
  });
});
