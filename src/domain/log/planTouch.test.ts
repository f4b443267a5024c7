import type { FieldId } from "../schema/fieldIds";
import type { CellInput } from "../values/value";
import type { Stage } from "../schema/field";
import { logColumns } from "./logColumns";
import { planTouches, planUndo, type TouchDraft, type TouchTables } from "./planTouch";
import { placeOf, type TableNow } from "../workbook/tableNow";

const today = 46_241;
const fields: readonly FieldId[] = ["customer", "owner", "stage", "lastContact", "nextDate", "id"];
const rows: readonly (readonly CellInput[])[] = [
  ["远山能源", "李敏", "方案演示", today - 9, today - 2, "A1"],
  ["绿源食品", "王强", "需求确认", "", today + 3, "A2"],
];

function stage(name: string, kind: Stage["kind"]): Stage {
  return { name, kind, staleDays: 7, warnDays: null, stuckDays: null, probability: null, nextOwner: null };
}

function followUps(body = rows): TableNow {
  return {
    name: "FollowUps",
    sheet: "客户",
    area: { row: 0, column: 0, rows: body.length + 1, columns: fields.length },
    totals: false,
    filtered: false,
    headers: fields,
    keyColumn: 5,
    keys: body.map((row) => String(row[5])),
    lastRow: body[body.length - 1]!,
  };
}

function log(ids: readonly string[] = []): TableNow {
  const keys = ids.length > 0 ? ids : [""];
  return {
    name: "FollowUpLog",
    sheet: "跟进记录",
    area: { row: 0, column: 0, rows: keys.length + 1, columns: logColumns.length },
    totals: false,
    filtered: false,
    headers: [
      "记录编号",
      "录入时间",
      "客户编号",
      "客户名称",
      "类别",
      "联系日期",
      "跟进人",
      "方式",
      "内容",
      "客户反馈",
    ].concat([...["结果", "原阶段", "新阶段", "约定下次日期", "上次约定"]]),
    keyColumn: 0,
    keys,
    lastRow: ids.length > 0 ? logColumns.map(() => "x") : logColumns.map(() => ""),
  };
}

function tables(change: Partial<TouchTables> = {}): TouchTables {
  return {
    log: log(["L0"]),
    followUps: followUps(),
    columns: new Map(fields.map((field, offset) => [field, offset])),
    rows: new Map(rows.map((row) => [String(row[5]), row])),
    owners: [
      { name: "李敏", team: "华东", monthTarget: null },
      { name: "王强", team: "", monthTarget: null },
    ],
    stages: [
      ...["需求确认", "方案演示", "合同谈判"].map((name) => stage(name, "open")),
      stage("成交", "won"),
      stage("流失", "lost"),
    ],
    language: "zh-CN",
    ...change,
  };
}

function draft(change: Partial<TouchDraft> = {}): TouchDraft {
  return {
    logId: "L1",
    customerId: "A1",
    customer: "远山能源",
    isNew: false,
    kind: "contact",
    enteredAt: today + 0.4,
    date: today,
    who: "李敏",
    method: "电话",
    content: "等法务回条款",
    feedback: "",
    result: "有进展",
    changes: new Map<FieldId, CellInput>([
      ["stage", "合同谈判"],
      ["nextDate", today + 7],
    ]),
    ...change,
  };
}

function actionsOf(drafts: readonly TouchDraft[], now = tables()) {
  const plan = planTouches(drafts, now);
  if (!plan.ok) throw new Error(plan.problem.code);
  return plan.actions;
}

test("one touch is one log row and the customer's row, the log first", () => {
  expect(actionsOf([draft()])).toEqual([
    {
      kind: "appendRows",
      sheet: "跟进记录",
      table: "FollowUpLog",
      keyColumn: 0,
      rows: [
        [
          ...["L1", today + 0.4, "A1", "远山能源", "联系", today, "李敏", "电话", "等法务回条款", "", "有进展"],
          ...["方案演示", "合同谈判", today + 7, "晚了"],
        ],
      ],
      formats: [
        "@",
        "yyyy-mm-dd hh:mm",
        "@",
        null,
        null,
        "yyyy-mm-dd",
        ...Array<null>(7).fill(null),
        "yyyy-mm-dd",
        null,
      ],
      calculated: [],
    },
    {
      kind: "writeRow",
      sheet: "客户",
      area: { row: 1, column: 0, rows: 1, columns: 6 },
      key: { column: 5, value: "A1" },
      cells: [null, null, "合同谈判", today, today + 7, null],
    },
  ]);
});

test("a blank last row is not written to by its place: another save may be on its way there", () => {
  const [first] = actionsOf([draft()], tables({ log: log() }));
  expect(first).toMatchObject({ kind: "appendRows", sheet: "跟进记录" });
});

test("columns of formulas do not make the row that is left of an undone customer a used one", () => {
  const blank: readonly CellInput[] = ["", "", "", "", { formula: "=A3" }, ""];
  const now = tables({ followUps: { ...followUps([...rows, blank]), keys: ["A1", "A2", ""] } });
  const isNew = draft({ customerId: "B9", isNew: true, changes: new Map([["customer", "新客户"]]) });
  expect(actionsOf([isNew], now)).toMatchObject([
    { kind: "appendRows", sheet: "跟进记录", calculated: [] },
    { kind: "appendRows", sheet: "客户", calculated: [4] },
  ]);
});

test("a log row that is there already is not written again, and the customer's row is completed", () => {
  const now = tables({ log: log(["L0", "L1"]) });
  expect(actionsOf([draft()], now).map(({ kind }) => kind)).toEqual(["writeRow"]);
  const done: readonly CellInput[] = ["远山能源", "李敏", "合同谈判", today, today + 7, "A1"];
  expect(actionsOf([draft()], { ...now, rows: new Map([["A1", done]]) })).toEqual([]);
});

test("an earlier contact does not move the last one back", () => {
  const row: readonly CellInput[] = ["远山能源", "李敏", "方案演示", today + 0, "", "A1"];
  const change = draft({ date: today - 3, changes: new Map() });
  expect(actionsOf([change], tables({ rows: new Map([["A1", row]]) }))).toHaveLength(1);
});

test("rescheduling and transferring are no contacts", () => {
  const moved = actionsOf([draft({ kind: "reschedule", changes: new Map([["nextDate", today + 1]]) })]);
  expect(moved[0]).toMatchObject({ rows: [expect.arrayContaining(["改期", "无约定"])] });
  expect(moved[1]).toMatchObject({ cells: [null, null, null, null, today + 1, null] });
});

test.each<[string, ReadonlyMap<FieldId, CellInput>, CellInput]>([
  ["the owner's team", new Map([["owner", "李敏"]]), "华东"],
  [
    "what somebody typed",
    new Map<FieldId, CellInput>([
      ["owner", "李敏"],
      ["department", "大客户部"],
    ]),
    "大客户部",
  ],
  ["left alone where the owner has no team", new Map([["owner", "王强"]]), null],
  ["left alone where the owner stays", new Map(), null],
])("the department: %s", (_, changes, expected) => {
  const headers: readonly FieldId[] = [...fields, "department"];
  const body = rows.map((row): readonly CellInput[] => [...row, "华北"]);
  const now = tables({
    followUps: { ...followUps(body), headers, area: { row: 0, column: 0, rows: 3, columns: 7 } },
    columns: new Map(headers.map((field, offset) => [field, offset])),
    rows: new Map(body.map((row) => [String(row[5]), row])),
  });
  const update = actionsOf(
    [draft({ customerId: "A2", kind: "transfer", changes: new Map([...changes, ["nextDate", today]]) })],
    now,
  )[1];
  expect(update?.kind === "writeRow" ? update.cells[6] : undefined).toBe(expected);
});

test("a new customer gets a row of its own, whose formulas are left to the table", () => {
  const headers = [...fields, "跟进提示"];
  const body = rows.map((row): readonly CellInput[] => [...row, { formula: "=1" }]);
  const now = tables({ followUps: { ...followUps(body), headers, area: { row: 0, column: 0, rows: 3, columns: 7 } } });
  const isNew = draft({
    customerId: "B9",
    isNew: true,
    changes: new Map<FieldId, CellInput>([
      ["customer", "新客户"],
      ["owner", "李敏"],
    ]),
  });
  expect(actionsOf([isNew], now)[1]).toMatchObject({
    kind: "appendRows",
    table: "FollowUps",
    rows: [["新客户", "李敏", null, today, null, "B9", null]],
  });
});

test.each<[string, Partial<TouchTables>, string]>([
  ["the customer has gone", { followUps: followUps([rows[1]!]) }, "gone"],
  ["two rows have the ID", { followUps: followUps([rows[0]!, rows[0]!]) }, "doubled"],
  ["the log is filtered", { log: { ...log(["L0"]), filtered: true } }, "filtered"],
  ["the log has a total row", { log: { ...log(["L0"]), totals: true } }, "totalRow"],
  ["the log lost its ID column", { log: { ...log(["L0"]), headers: ["编号X"] } }, "logColumns"],
])("nothing is written when %s", (_, change, code) => {
  expect(planTouches([draft()], tables(change))).toMatchObject({ ok: false, problem: { code } });
});

describe("a log that lost a column", () => {
  const headers = log().headers;
  const without = (header: string) =>
    tables({ log: { ...log(["L0"]), headers: headers.map((each) => (each === header ? "别的" : each)) } });

  test.each(["记录编号", "客户编号", "类别", "联系日期"])("is not written without %s", (header) => {
    expect(planTouches([draft()], without(header))).toEqual({
      ok: false,
      problem: { code: "logColumns", sheet: "跟进记录" },
    });
  });

  test.each(headers.filter((header) => !["记录编号", "客户编号", "类别", "联系日期"].includes(header)))(
    "is written without %s, whose place is left alone",
    (header) => {
      const [append] = actionsOf([draft()], without(header));
      const [whole] = actionsOf([draft()]);
      if (append?.kind !== "appendRows" || whole?.kind !== "appendRows") throw new Error("no log row");
      const place = headers.indexOf(header);
      expect(append.rows).toEqual(whole.rows.map((row) => row.map((cell, at) => (at === place ? null : cell))));
    },
  );
});

describe("what a touch does to the customer's row besides", () => {
  const wide: readonly FieldId[] = [...fields, "firstContact", "stageSince"];
  const base: readonly CellInput[] = ["远山能源", "李敏", "方案演示", today - 9, today - 2, "A1", "", today - 30];
  const cellsAfter = (change: Partial<TouchDraft>, row = base) => {
    const now = tables({
      followUps: { ...followUps([row]), headers: wide, area: { row: 0, column: 0, rows: 2, columns: wide.length } },
      columns: new Map(wide.map((field, offset) => [field, offset])),
      rows: new Map([["A1", row]]),
    });
    const writes = actionsOf([draft({ changes: new Map(), ...change })], now);
    const cells = writes.flatMap((each) => (each.kind === "writeRow" && each.sheet === "客户" ? each.cells : []));
    return Object.fromEntries(wide.flatMap((id, at) => (cells[at] == null ? [] : [[id, cells[at]]])));
  };
  const moved = new Map<FieldId, CellInput>([["stage", "合同谈判"]]);

  test.each<[string, Partial<TouchDraft>, object]>([
    ["a contact is the first and the last one", {}, { lastContact: today, firstContact: today }],
    ["an earlier one leaves the last one", { date: today - 20 }, { firstContact: today - 20 }],
    [
      "a first contact that is given stays",
      { changes: new Map([["firstContact", today - 40]]) },
      { lastContact: today, firstContact: today - 40 },
    ],
    ["a hand-over is no contact", { kind: "transfer", changes: new Map([["owner", "王强"]]) }, { owner: "王强" }],
    [
      "another stage begins on the day of the touch",
      { kind: "reschedule", date: today - 1, changes: moved },
      { stage: "合同谈判", stageSince: today - 1 },
    ],
    ["the same stage goes on", { kind: "reschedule", changes: new Map([["stage", "方案演示"]]) }, {}],
    [
      "a day of the stage that is given stays",
      { kind: "reschedule", changes: new Map([...moved, ["stageSince", today - 3]]) },
      { stage: "合同谈判", stageSince: today - 3 },
    ],
  ])("%s", (_, change, expected) => {
    expect(cellsAfter(change)).toEqual(expected);
  });

  test("a first contact that stands there is kept, and a last one as text is written anew", () => {
    const known = base.map((cell, at) =>
      wide[at] === "firstContact" ? today - 50 : wide[at] === "lastContact" ? "上周" : cell,
    );
    expect(cellsAfter({ date: today - 3 }, known)).toEqual({ lastContact: today - 3 });
  });

  test("a column of formulas is left alone", () => {
    const formulas = base.map((cell, at) => (wide[at] === "stageSince" ? { formula: "=A1" } : cell));
    expect(cellsAfter({ kind: "reschedule", changes: moved }, formulas)).toEqual({ stage: "合同谈判" });
  });
});

test("of several touches at once one that cannot be saved keeps all of them from being written", () => {
  const both = [draft(), draft({ logId: "L2", customerId: "A9" })];
  expect(planTouches(both, tables())).toMatchObject({ ok: false, problem: { code: "gone" } });
});

test("touches of two customers are two log rows in one write, and the rows of both", () => {
  const both = [draft(), draft({ logId: "L2", customerId: "A2", customer: "绿源食品" })];
  const actions = actionsOf(both);
  expect(actions).toMatchObject([
    { kind: "appendRows", sheet: "跟进记录", rows: [expect.arrayContaining(["L1"]), expect.arrayContaining(["L2"])] },
    { kind: "writeRow", sheet: "客户", key: { value: "A1" } },
    { kind: "writeRow", sheet: "客户", key: { value: "A2" } },
  ]);
});

test.each<[string, Partial<TouchTables>, string]>([
  ["filtered", { followUps: { ...followUps(), filtered: true } }, "filtered"],
  ["with a total row", { followUps: { ...followUps(), totals: true } }, "totalRow"],
])("a new customer gets no row in a sheet that is %s", (_, change, code) => {
  const isNew = draft({ customerId: "B9", isNew: true, changes: new Map([["customer", "新客户"]]) });
  expect(planTouches([isNew], tables(change))).toMatchObject({ ok: false, problem: { code } });
});

test("an ID that two rows have is no new customer", () => {
  const twice = tables({ followUps: followUps([rows[0]!, rows[0]!]) });
  expect(planTouches([draft({ isNew: true })], twice)).toMatchObject({ ok: false, problem: { code: "doubled" } });
});

test("undoing a save of which nothing is there any more does nothing", () => {
  const plan = planTouches([draft()], tables());
  if (!plan.ok) throw new Error(plan.problem.code);
  const gone = {
    ...tables({ followUps: followUps([rows[1]!]), log: log(["L9"]) }),
    rows: new Map(),
    logRows: new Map(),
  };
  expect(planUndo(["L1"], plan.written, gone)).toEqual({ actions: [], kept: 0 });
});

test("a filter on the follow-up sheet does not stop a customer's row from being written", () => {
  expect(actionsOf([draft()], tables({ followUps: { ...followUps(), filtered: true } }))).toHaveLength(2);
});

test("an ID that is a number in the sheet is found by its text", () => {
  const table = { ...followUps(), keys: [1001, 1002] };
  expect(placeOf(table, "1002")).toMatchObject({ ok: true, key: 1002, area: { row: 2 } });
});

test("undoing gives back what stood there, and leaves what somebody changed since", () => {
  const plan = planTouches([draft()], tables());
  if (!plan.ok) throw new Error(plan.problem.code);
  const since: readonly CellInput[] = ["远山能源", "王强", "合同谈判", today, today + 20, "A1"];
  const undo = planUndo(["L1"], plan.written, {
    ...tables({ log: log(["L0", "L1"]) }),
    rows: new Map([["A1", since]]),
    logRows: new Map([["L1", ["L1", ...logColumns.slice(1).map(() => "x")]]]),
  });
  expect(undo.kept).toBe(1);
  expect(undo.actions).toMatchObject([
    { kind: "writeRow", sheet: "客户", cells: [null, null, "方案演示", today - 9, null, null] },
    { kind: "withdrawRows", sheet: "跟进记录", rows: [["L1", ...logColumns.slice(1).map(() => "x")]] },
  ]);
});

test("undoing again what was half undone counts no cell as somebody's change", () => {
  const plan = planTouches([draft()], tables());
  if (!plan.ok) throw new Error(plan.problem.code);
  const undo = planUndo(["L1"], plan.written, { ...tables(), logRows: new Map() });
  expect(undo).toEqual({ actions: [], kept: 0 });
});

test("a column that the team added to the log is left alone by an undo", () => {
  const wide = { ...log(["L0", "L1"]), headers: [...log().headers, "主管意见"] };
  const row = [...logColumns.map(() => "x"), "同意"];
  const undo = planUndo(["L1"], [], { ...tables({ log: wide }), logRows: new Map([["L1", row]]) });
  expect(undo.actions).toMatchObject([{ kind: "withdrawRows", rows: [[...logColumns.map(() => "x"), null]] }]);
});

describe("undoing a new customer", () => {
  const isNew = draft({ customerId: "B9", isNew: true, changes: new Map([["customer", "新客户"]]) });
  const undoOf = (row: readonly CellInput[]) => {
    const plan = planTouches([isNew], tables());
    if (!plan.ok) throw new Error(plan.problem.code);
    const now = { ...tables({ followUps: followUps([...rows, row]) }), rows: new Map([["B9", row]]) };
    return planUndo(["L1"], plan.written, { ...now, logRows: new Map() }).actions;
  };

  test("takes the row away where nothing else stands in it", () => {
    const row: readonly CellInput[] = ["新客户", "", "", today, { formula: "=D4" }, "B9"];
    expect(undoOf(row)).toMatchObject([{ kind: "withdrawRows", sheet: "客户", rows: [row] }]);
  });

  test("leaves it its ID where somebody has written into it since", () => {
    expect(undoOf(["新客户", "李敏", "", today, "", "B9"])).toMatchObject([
      { kind: "writeRow", sheet: "客户", key: { value: "B9" }, cells: ["", null, null, "", null, null] },
    ]);
  });
});

describe("how far a customer came", () => {
  const noting = (stageNow: string, noted: string, moveTo: string | null) => {
    const columns: readonly FieldId[] = [...fields, "furthestStage"];
    const row: readonly CellInput[] = ["远山能源", "李敏", stageNow, today - 9, today - 2, "A1", noted];
    const table = { ...followUps([row]), headers: columns, area: { row: 0, column: 0, rows: 2, columns: 7 } };
    const changes = new Map<FieldId, CellInput>(moveTo === null ? [] : [["stage", moveTo]]);
    const given = tables({
      followUps: table,
      columns: new Map(columns.map((field, offset) => [field, offset])),
      rows: new Map([["A1", row]]),
    });
    const plan = planTouches([draft({ changes })], given);
    return plan.ok ? plan.written[0]?.after.get(6) : plan.problem.code;
  };

  test.each([
    ["forward", "需求确认", "需求确认", "合同谈判", "合同谈判"],
    ["won", "方案演示", "方案演示", "成交", "成交"],
    ["lost: the stage that it was lost in", "合同谈判", "方案演示", "流失", "合同谈判"],
    ["where nothing was noted", "方案演示", "", null, "方案演示"],
    ["where something was noted that is no stage", "方案演示", "待定", null, "方案演示"],
  ])("is noted when it moves %s", (_, stageNow, noted, moveTo, expected) => {
    expect(noting(stageNow, noted, moveTo)).toBe(expected);
  });

  test.each([
    ["back", "合同谈判", "合同谈判", "需求确认"],
    ["not at all", "方案演示", "方案演示", null],
    ["to an end, from where it had been furthest", "方案演示", "合同谈判", "流失"],
    ["away from a win", "成交", "成交", "方案演示"],
    ["to an end, and nobody knows where it was", "别的", "", "流失"],
  ])("stays as it is when it moves %s", (_, stageNow, noted, moveTo) => {
    expect(noting(stageNow, noted, moveTo)).toBeUndefined();
  });
});

test("a blank creation date is not filled with a contact, a blank first contact is", () => {
  const written = (header: string) => {
    const columns: readonly FieldId[] = [...fields, "firstContact"];
    const row: readonly CellInput[] = ["远山能源", "李敏", "方案演示", "", "", "A1", ""];
    const table = { ...followUps([row]), headers: [...fields, header] };
    const given = { followUps: table, columns: new Map(columns.map((field, offset) => [field, offset])) };
    const plan = planTouches([draft()], tables({ ...given, rows: new Map([["A1", row]]) }));
    return plan.ok ? plan.written[0]?.after.get(6) : plan.problem.code;
  };
  expect(written("首次联系日期")).toBe(today);
  expect(written("创建日期")).toBeUndefined();
});
