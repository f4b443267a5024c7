import { usualRules } from "../../../test/support/choices";
import type { AdoptionPlan, SetUpInput } from "./setUpInput";
import type { CellValue } from "../values/value";
import type { Language } from "../values/language";
import type { Action, Validation } from "../workbook/action";
import { planSetUp } from "./planSetUp";
import type { BookSnapshot, InstalledSnapshot, SheetSnapshot } from "../workbook/snapshot";
import { touchStub } from "../../../test/support/touchStub";

const title = "跟进";
const headers = ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额(元)", "负责人", "地区"];
const rows: readonly (readonly CellValue[])[] = [
  ["青木机械", "商务谈判", 46_241, 46_238, 1_200_000, "周敏", "华东"],
  ["白石食品", "线索", 46_245, 46_240, "", "吴强", "华南"],
  ["东港物流", "观望", 46_239, 46_230, 90_000, "周敏", ""],
  ["", "", "", "", "", "", "合计"],
];

function inputOf(
  change: Partial<SetUpInput> = {},
  values: readonly (readonly CellValue[])[] = [headers, ...rows],
): SetUpInput {
  const area = { row: 0, column: 0, rows: values.length, columns: values[0]!.length };
  const sheet: SheetSnapshot = {
    sheet: { id: "1", name: title, visibility: "visible", protected: false },
    used: area,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: title, area, values },
  };
  const book: BookSnapshot = {
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: title,
    sheets: [sheet.sheet],
    tables: [],
    names: [],
  };
  return {
    book,
    sheet,
    settings: null,
    installed: null,
    language: "zh-CN",
    choices: usualRules,
    log: [],
    today: 46_241,
    newIds: (count) => Array.from({ length: count }, (_, index) => `ID${index}`),
    ...change,
  };
}

function planOf(input: SetUpInput) {
  const result = planSetUp(input);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.plan;
}

function askedStages({ adoption }: AdoptionPlan) {
  const stages = adoption?.values.find(({ field }) => field === "stage")?.values ?? [];
  return stages.filter(({ asked }) => asked).map(({ value }) => value);
}

function refusalOf(input: SetUpInput) {
  const result = planSetUp(input);
  return result.ok ? null : result.refusal;
}

function actionsOf<K extends Action["kind"]>(actions: readonly Action[], kind: K) {
  return actions.filter((action): action is Extract<Action, { kind: K }> => action.kind === kind);
}

describe("a plan for a Chinese follow-up sheet", () => {
  const plan = planOf(inputOf());

  test("matches the known columns and keeps the others where they are", () => {
    expect(plan.matches).toHaveLength(6);
    expect(plan.kept).toEqual(["地区"]);
    expect(plan.dormant).toContain("phone");
    expect(plan.dormant).not.toContain("id");
    expect(plan.dormant).not.toContain("amount");
  });

  test("takes stages and owners from the sheet, and asks about the stage nobody knows", () => {
    expect(plan.schema.stages.map(({ name }) => name)).toEqual(["线索", "商务谈判", "观望", "成交", "流失", "搁置"]);
    expect(plan.schema.owners.map(({ name }) => name)).toEqual(["周敏", "吴强"]);
    expect(askedStages(plan)).toEqual(["观望"]);
  });

  test("takes an answer, and still asks", () => {
    const answered = planOf(
      inputOf({
        choices: {
          ...usualRules,
          values: new Map([["stage", new Map([["观望", { kind: "own" as const, stage: "parked" as const }]])]]),
        },
      }),
    );
    expect(answered.schema.stages.find(({ name }) => name === "观望")?.kind).toBe("parked");
    expect(askedStages(answered)).toEqual(["观望"]);
  });

  test("adds the ID and the calculated columns on the right, and no other", () => {
    expect(plan.changes.find(({ kind }) => kind === "columns")).toEqual({
      kind: "columns",
      headers: ["客户编号", "跟进提示", "未联系天数", "缺填项"],
    });
    const [table] = actionsOf(plan.actions, "createTable").filter(({ name }) => name === "FollowUps");
    expect(table?.area).toEqual({ row: 0, column: 0, rows: 4, columns: 20 });
  });

  test("writes nothing into the team's own columns; new ones get IDs, and how far each customer came", () => {
    const writes = actionsOf(plan.actions, "writeCells").filter(({ sheet }) => sheet === title);
    expect(writes.map(({ area }) => area.column >= headers.length)).toEqual([true, true, true]);
    expect(writes[1]?.cells).toEqual([["ID0"], ["ID1"], ["ID2"]]);
  });

  test("gives no ID where there is no customer", () => {
    const [first = [], second = []] = rows;
    const loose = ["", "", "", 46_200, "", "", "华南"];
    const { actions } = planOf(inputOf({}, [headers, first, loose, second]));
    const ids = actionsOf(actions, "writeCells").filter(({ sheet }) => sheet === title)[1];
    expect(ids?.cells).toEqual([["ID0"], [null], ["ID1"]]);
  });

  test("goes in an order in which each part finds what it needs", () => {
    const first = (matches: (action: Action) => boolean) => plan.actions.findIndex(matches);
    const last = (matches: (action: Action) => boolean) =>
      plan.actions.reduce((found, action, index) => (matches(action) ? index : found), -1);
    const lists = last(({ kind }) => kind === "setName");
    const settingsTables = first((action) => action.kind === "createTable" && action.name === "FollowUpStages");
    const table = first((action) => action.kind === "createTable" && action.name === "FollowUps");
    const header = first((action) => action.kind === "writeCells" && action.sheet === title);
    const formulas = first(({ kind }) => kind === "fillFormula");
    const summary = first((action) => action.kind === "addSheet" && action.sheet === "跟进汇总");
    const rules = first((action) => action.kind === "setValidation" && action.sheet === title);
    expect(settingsTables).toBeGreaterThan(first(({ kind }) => kind === "addSheet"));
    expect(header).toBeLessThan(table);
    expect(settingsTables).toBeLessThan(formulas);
    expect(table).toBeLessThan(formulas);
    expect(formulas).toBeLessThan(summary);
    expect(lists).toBeLessThan(rules);
    const today = first((action) => action.kind === "setName" && action.name === "FU_Today");
    expect(today).toBeLessThan(formulas);
  });

  test("colours the whole row, the added columns included", () => {
    const rules = actionsOf(plan.actions, "setHighlights").flatMap(({ highlights }) => highlights);
    const wide = rules.filter(({ areas }) => areas.some(({ columns }) => columns > 1));
    expect(wide.flatMap(({ areas }) => areas)).toEqual(Array(3).fill({ row: 1, column: 0, rows: 3, columns: 20 }));
    for (const { highlight } of wide) expect(highlight.formula).toContain("$I2");
  });

  test("stops wrong entries only in required columns; observed ones get no rule or a list without alert", () => {
    const rules = actionsOf(plan.actions, "setValidation").filter(({ sheet }) => sheet === title);
    expect(rules.map(({ area, validation }) => [area.column, validation?.rule.type, validation?.alert?.style])).toEqual(
      [
        [1, "list", "stop"],
        [2, "date", "stop"],
        [5, "list", "stop"],
      ],
    );
  });
});

/** The table that a person made of the list. */
const ownTable = {
  name: "表1",
  sheet: title,
  area: { row: 0, column: 0, rows: 5, columns: 7 },
  headers,
  totals: false,
};

describe("what the team has already", () => {
  const own: Validation = {
    rule: { type: "custom", formula: "=LEN(F2)<5" },
    alert: { style: "stop", message: "太长" },
    title: "我们的规则",
    hint: null,
  };
  const installed = (validation: Validation): InstalledSnapshot => ({
    sheets: [],
    edges: [],
    highlights: [{ areas: [], highlight: { formula: "=$A2=1", fill: "#FF0000", font: null, bold: false } }],
    validations: [{ area: { row: 1, column: 5, rows: 4, columns: 1 }, validation }],
    charts: [],
    pages: [],
    overwritten: [],
  });

  test("its own validation stays, and the plan says so", () => {
    const plan = planOf(inputOf({ installed: installed(own) }));
    expect(plan.keptValidations).toEqual(["负责人"]);
    expect(
      actionsOf(plan.actions, "setValidation").some(({ sheet, area }) => sheet === title && area.column === 5),
    ).toBe(false);
  });

  test("its IDs stay, and only customers without one get one", () => {
    const values = [
      ["客户编号", "客户", "阶段"],
      ["A-1", "甲", "线索"],
      ["", "乙", "线索"],
    ];
    const plan = planOf(inputOf({}, values));
    const ids = actionsOf(plan.actions, "writeCells").find(({ sheet, area }) => sheet === title && area.column === 0);
    expect(ids?.cells).toEqual([[null], ["ID0"]]);
  });

  test("where the ID column was deleted, customers get back the IDs that the log has under their names", () => {
    const values = [
      ["客户", "阶段"],
      ["甲", "线索"],
      ["乙", "线索"],
    ];
    const plan = planOf(inputOf({ log: [touchStub({ customerId: "A-1", customer: "甲" })] }, values));
    const ids = actionsOf(plan.actions, "writeCells").find(
      ({ cells }) => cells.length === 2 && cells[0]?.[0] === "A-1",
    );
    expect(ids?.cells).toEqual([["A-1"], ["ID1"]]);
    expect(plan.changes).toContainEqual({ kind: "ids", count: 2, restored: 1 });
  });

  test("its own table is kept and renamed, not made anew", () => {
    const input = inputOf();
    const plan = planOf({ ...input, book: { ...input.book, tables: [ownTable] } });
    expect(actionsOf(plan.actions, "createTable").some(({ name }) => name === "FollowUps")).toBe(false);
    expect(actionsOf(plan.actions, "renameTable")).toEqual([{ kind: "renameTable", from: "表1", to: "FollowUps" }]);
    expect(actionsOf(plan.actions, "resizeTable")[0]?.area.columns).toBe(20);
  });

  test("a column that is called like one of ours is the team's, and ours gets another name", () => {
    const values = [
      ["客户", "阶段", "缺填项"],
      ["甲", "线索", "x"],
    ];
    const plan = planOf(inputOf({}, values));
    expect(plan.changes.find(({ kind }) => kind === "columns")).toMatchObject({
      headers: expect.arrayContaining(["缺填项 2"]),
    });
    expect(plan.kept).toContain("缺填项");
  });

  test("sheets with our titles are left alone", () => {
    const input = inputOf();
    const taken = ["跟进设置", "跟进汇总"].map((name) => ({ ...input.sheet.sheet, id: name, name }));
    const plan = planOf({ ...input, book: { ...input.book, sheets: [input.sheet.sheet, ...taken] } });
    expect(actionsOf(plan.actions, "addSheet").map(({ sheet }) => sheet)).toEqual([
      "跟进设置 2",
      "跟进记录",
      "跟进汇总 2",
    ]);
  });
});

describe("takes the customers to a sheet of their own where the list cannot become a table", () => {
  const obstacleOf = (input: SetUpInput) => {
    const { adoption, actions } = planOf(input);
    return { ...adoption, made: actionsOf(actions, "createTable").find(({ name }) => name === "FollowUps")?.sheet };
  };

  test("cells in the way of the new columns of a table", () => {
    const input = inputOf({}, [[...headers, "", "自由笔记"], ...rows.map((row) => [...row, "", "x"])]);
    expect(obstacleOf({ ...input, book: { ...input.book, tables: [ownTable] } })).toMatchObject({
      obstacle: { kind: "noRoom", cell: "I1" },
      target: "newSheet",
      made: "客户跟进表",
    });
  });

  test("merged cells where the new columns come", () => {
    const input = inputOf();
    const merged = [{ row: 1, column: headers.length, rows: 1, columns: 2 }];
    expect(obstacleOf({ ...input, sheet: { ...input.sheet, merged } })).toMatchObject({
      obstacle: { kind: "mergedCells", cells: ["H2:I2"] },
      target: "newSheet",
    });
  });

  test("because somebody wants it so: the list is not touched at all", () => {
    const plan = planOf(inputOf({ choices: { ...usualRules, target: "newSheet" } }));
    expect(plan.adoption?.obstacle).toBeNull();
    expect(plan.sheet).toBe("客户跟进表");
    expect(plan.actions.filter((action) => "sheet" in action && action.sheet === title)).toEqual([]);
  });
});

describe("refuses before anything is changed", () => {
  test("a workbook that is read-only", () => {
    const input = inputOf();
    expect(refusalOf({ ...input, book: { ...input.book, readOnly: true } })).toEqual({ code: "readOnly" });
  });

  test("a protected sheet", () => {
    const input = inputOf();
    const sheet = { ...input.sheet, sheet: { ...input.sheet.sheet, protected: true } };
    expect(refusalOf({ ...input, sheet })).toEqual({ code: "protectedSheet", sheet: title });
  });

  test("a sheet with a filter that hides rows", () => {
    const input = inputOf();
    expect(refusalOf({ ...input, sheet: { ...input.sheet, filtered: true } })?.code).toBe("filtered");
  });

  test("a workbook whose structure is protected, where sheets would have to be added", () => {
    const input = inputOf();
    expect(refusalOf({ ...input, book: { ...input.book, structureProtected: true } })).toEqual({ code: "structure" });
  });

  test("another sheet than the one that was set up", () => {
    const input = inputOf();
    const table = {
      name: "FollowUps",
      sheet: "旧表",
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      headers: [],
      totals: false,
    };
    expect(refusalOf({ ...input, book: { ...input.book, tables: [table] } })).toMatchObject({
      code: "otherFollowUpSheet",
      followUpSheet: "旧表",
    });
  });
});

test.each<[Language, readonly string[]]>([
  ["zh-CN", ["客户编号", "跟进提示", "缺填项"]],
  ["en", ["Customer ID", "Follow-up status", "Missing items"]],
])("the columns of a %s workbook are in its language", (language, expected) => {
  const values = [
    ["Customer", "Stage"],
    ["Acme", "Prospecting"],
  ];
  expect(planOf(inputOf({ language }, values)).changes.find(({ kind }) => kind === "columns")).toEqual({
    kind: "columns",
    headers: expected,
  });
});

test("the preview tells of the sheet's own filter, which goes, and of what stands right below a table, which stays", () => {
  const input = inputOf();
  const told = (change: Partial<SetUpInput>) =>
    planOf({ ...input, ...change }).changes.flatMap((each) =>
      each.kind === "autoFilter" || each.kind === "cellsBelow" ? [each] : [],
    );
  const below = { kind: "cellsBelow", sheet: title, cell: "G5" };
  expect(told({})).toEqual([below]);
  expect(told({ sheet: { ...input.sheet, autoFilter: true } })).toEqual([{ kind: "autoFilter", sheet: title }, below]);
  const area = { row: 0, column: 0, rows: 4, columns: headers.length };
  const own = { name: "表1", sheet: title, area, headers, totals: false };
  expect(told({ book: { ...input.book, tables: [own] } })).toEqual([below]);
});
