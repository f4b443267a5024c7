import { exportRows, sheetFields, updateSubject } from "../../../../test/support/updateStub";
import type { FieldId } from "../../schema/fieldIds";
import type { CellValue } from "../../values/value";
import { noBase, type UpdateBase } from "./base";
import { planUpdate } from "./planUpdate";
import { appendActions, baseAfter, changesOf, idsForNewRows } from "./updateActions";
import { asInTheSheet, type UpdateChoices, type UpdateSubject } from "./updatePlan";

const day = 46_241;
const sheet = [
  ["C1", "远山能源", "周岚", "13800000001", "李敏", "线索", 120_000, day],
  ["C2", "青禾食品", "赵川", "", "王强", "成交", 50_000, ""],
  ["C3", "北辰物流", "", "", "", "方案演示", "", day + 3],
];
const fields: readonly FieldId[] = ["customer", "phone", "owner", "stage", "amount"];
const newIds = (count: number) => Array.from({ length: count }, (_, at) => `N${at + 1}`);

const plan = (rows: readonly (readonly CellValue[])[], choices: Partial<UpdateChoices> = {}, base = noBase) =>
  planUpdate(updateSubject(sheet), exportRows(fields, rows), base, { ...asInTheSheet, ...choices });

/** The sheet as it is once a plan stands, and what is remembered then. */
function applied(
  subject: UpdateSubject,
  exported: ReturnType<typeof exportRows>,
  base: UpdateBase,
  choices: Partial<UpdateChoices> = {},
) {
  const made = planUpdate(subject, exported, base, { ...asInTheSheet, ...choices });
  const { records } = subject;
  const values = records.values.map((row) => [...row]);
  for (const { row, column, from, to } of changesOf(made, records)) {
    expect(values[row - records.area.row]![column]).toBe(from);
    values[row - records.area.row]![column] = to;
  }
  const ids = idsForNewRows(made, subject, exported, newIds);
  const place = { table: "FollowUps", width: records.area.columns, calculated: [], formats: [] };
  for (const action of appendActions(made.fresh, ids, subject, place)) {
    if (action.kind === "appendRows")
      values.push(...action.rows.map((row) => row.map((cell) => (cell ?? "") as CellValue)));
  }
  const after = { ...records, values, area: { ...records.area, rows: values.length } };
  return { subject: { ...subject, records: after }, base: baseAfter(made, base, ids, subject), made };
}

test("the first time blanks are filled and nothing that stands there is overwritten", () => {
  const { fresh, rows, unchanged, absent } = plan([
    ["远山能源", "138 0000 0001", "李敏", "方案演示", 120_000],
    ["北辰物流", "", "王强", "方案演示", 80_000],
    ["新城建材", "", "李敏", "线索", ""],
  ]);
  expect(fresh.map(({ customer }) => customer)).toEqual(["新城建材"]);
  expect(rows).toEqual([
    {
      customer: "远山能源",
      row: 0,
      place: 0,
      cells: [],
      conflicts: [{ field: "stage", kind: "differs", mine: "线索", theirs: "方案演示", side: "mine" }],
    },
    {
      customer: "北辰物流",
      row: 2,
      place: 1,
      cells: [
        { field: "owner", before: "", after: "王强" },
        { field: "amount", before: "", after: 80_000 },
      ],
      conflicts: [],
    },
  ]);
  expect([unchanged, absent]).toEqual([0, 1]);
});

test("a telephone number in other digits, a day with a time and a name with a space are no change", () => {
  const subject = updateSubject(sheet);
  const exported = exportRows(
    ["customer", "phone", "contact", "nextDate"],
    [["远山能源", "+86 138-0000-0001", " 周岚 ", day + 0.4]],
  );
  expect(planUpdate(subject, exported, noBase, asInTheSheet)).toMatchObject({ rows: [], unchanged: 1, fresh: [] });
});

test("updating twice with the same export has nothing to do the second time", () => {
  const exported = exportRows(fields, [
    ["远山能源", "", "王强", "方案演示", 130_000],
    ["新城建材", "", "李敏", "线索", 10],
  ]);
  const first = applied(updateSubject(sheet), exported, noBase);
  expect(first.made.rows).toHaveLength(1);
  const second = applied(first.subject, exported, first.base);
  expect(second.made).toMatchObject({ fresh: [], rows: [], unchanged: 2 });
  expect(second.subject.records.values).toEqual(first.subject.records.values);
});

test("what people write after an update stays, and what the export changes after it comes", () => {
  const rows = [["远山能源", "", "李敏", "线索", 120_000]];
  const first = applied(updateSubject(sheet), exportRows(fields, rows), noBase);
  const edited = first.subject.records.values.map((row) => [...row]);
  edited[0]![5] = "方案演示";
  const subject = { ...first.subject, records: { ...first.subject.records, values: edited } };
  const second = applied(subject, exportRows(fields, [["远山能源", "", "王强", "线索", 150_000]]), first.base);
  expect(second.made.rows[0]).toMatchObject({
    cells: [
      { field: "owner", before: "李敏", after: "王强" },
      { field: "amount", before: 120_000, after: 150_000 },
    ],
    conflicts: [],
  });
  expect(second.subject.records.values[0]![5]).toBe("方案演示");
});

test("where both have changed, the sheet's stands until somebody says otherwise: for all, a field or a row", () => {
  const rows = [["远山能源", "", "王强", "方案演示", 120_000]];
  const written = (choices: Partial<UpdateChoices>) => plan(rows, choices).rows[0]?.cells.map(({ field }) => field);
  expect(written({})).toEqual([]);
  expect(written({ all: "theirs" })).toEqual(["owner", "stage"]);
  expect(written({ fields: new Map([["stage", "theirs"]]) })).toEqual(["stage"]);
  expect(written({ all: "theirs", sides: new Map([[0, "mine"]]) })).toEqual([]);
});

test("a won customer is not opened again, not even by what is said for all", () => {
  const rows = [["青禾食品", "", "王强", "线索", 50_000]];
  expect(plan(rows, { all: "theirs" }).rows[0]).toMatchObject({
    cells: [],
    conflicts: [{ field: "stage", kind: "reopens", mine: "成交", theirs: "线索", side: "mine" }],
  });
  expect(plan(rows, { reopen: "theirs" }).rows[0]?.cells).toEqual([{ field: "stage", before: "成交", after: "线索" }]);
});

test("a customer that was won after the last update is not opened again by the old export", () => {
  const exported = exportRows(fields, [["北辰物流", "", "", "方案演示", ""]]);
  const first = applied(updateSubject(sheet), exported, noBase);
  const values = first.subject.records.values.map((row) => [...row]);
  values[2]![5] = "成交";
  const subject = { ...first.subject, records: { ...first.subject.records, values } };
  expect(applied(subject, exported, first.base).made).toMatchObject({ rows: [], unchanged: 1 });
});

test("a blank cell of the export blanks nothing unless it is told to", () => {
  const rows = [["远山能源", "", "", "", ""]];
  expect(plan(rows)).toMatchObject({ rows: [], blankInExport: 4 });
  expect(plan(rows, { blanks: true, all: "theirs" }).rows[0]?.cells.map(({ field }) => field)).toEqual([
    "phone",
    "owner",
    "stage",
    "amount",
  ]);
});

test("values on no list are told with how many cells would have them", () => {
  const { unlisted } = plan([
    ["新城建材", "", "小张", "初访", ""],
    ["东湖印务", "", "小张", "线索", ""],
  ]);
  expect(unlisted).toEqual([
    { field: "owner", value: "小张", cells: 2 },
    { field: "stage", value: "初访", cells: 1 },
  ]);
});

test("new customers keep the export's own ID where the sheet goes by them, and get one of ours where not", () => {
  const ids = (rows: readonly (readonly CellValue[])[]) => {
    const exported = exportRows(["id", "customer"], rows);
    const subject = updateSubject(sheet);
    return idsForNewRows(planUpdate(subject, exported, noBase, asInTheSheet), subject, exported, newIds);
  };
  expect(
    ids([
      ["C1", "远山能源"],
      ["C9", "新城建材"],
    ]),
  ).toEqual(["C9"]);
  expect(
    ids([
      ["006A", "远山能源"],
      ["006B", "新城建材"],
    ]),
  ).toEqual(["N1"]);
});

test("a row of the export that was brought once is found by its ID, whatever it is called by then", () => {
  const first = applied(updateSubject(sheet), exportRows(["id", "customer"], [["006B", "新城建材"]]), noBase);
  const second = applied(first.subject, exportRows(["id", "customer"], [["006B", "新城绿色建材"]]), first.base);
  expect(second.made).toMatchObject({ fresh: [] });
  expect(second.made.rows[0]?.cells).toEqual([{ field: "customer", before: "新城建材", after: "新城绿色建材" }]);
});

test("new rows come in pieces, each cell in its column, and columns of formulas are left to the table", () => {
  const subject = updateSubject(sheet, [...sheetFields]);
  const many = Array.from({ length: 30 }, (_, at) => [`新客户${at}号`, "", "李敏", "线索", at]);
  const made = planUpdate(subject, exportRows(fields, many), noBase, asInTheSheet);
  const place = { table: "FollowUps", width: 1000, calculated: [6], formats: ["General", "@"] };
  const actions = appendActions(made.fresh, newIds(30), subject, place);
  expect(actions.map((action) => (action.kind === "appendRows" ? action.rows.length : 0))).toEqual([20, 10]);
  expect(actions[0]).toMatchObject({ kind: "appendRows", table: "FollowUps", keyColumn: 0 });
  const row = actions[0]?.kind === "appendRows" ? actions[0].rows[1] : [];
  expect(row?.slice(0, 9)).toEqual(["N2", "新客户1号", null, null, "李敏", "线索", null, null, null]);
});

test("a stage that comes with the export raises the furthest one, and never lowers it", () => {
  const rows = [
    ["A1", "远山能源", "线索", "线索"],
    ["A2", "北辰物流", "方案演示", "方案演示"],
    ["A3", "新城建材", "线索", "成交"],
    ["A4", "绿源食品", "线索", ""],
  ];
  const subject = updateSubject(rows, ["id", "customer", "stage", "furthestStage"]);
  const exported = exportRows(
    ["customer", "stage"],
    [
      ["远山能源", "方案演示"],
      ["北辰物流", "线索"],
      ["新城建材", "方案演示"],
      ["绿源食品", "流失"],
      ["金桥建设", "方案演示"],
      ["长河制造", "流失"],
    ],
  );
  const made = planUpdate(subject, exported, noBase, { ...asInTheSheet, all: "theirs" });
  const noted = (cells: readonly { readonly field: string }[]) =>
    cells.filter(({ field }) => field === "furthestStage");
  expect(made.rows.map(({ customer, cells }) => [customer, ...noted(cells)])).toEqual([
    ["远山能源", { field: "furthestStage", before: "线索", after: "方案演示" }],
    ["北辰物流"],
    ["新城建材"],
    ["绿源食品", { field: "furthestStage", before: "", after: "线索" }],
  ]);
  expect(made.fresh.map(({ customer, cells }) => [customer, ...noted(cells)])).toEqual([
    ["金桥建设", { field: "furthestStage", value: "方案演示" }],
    ["长河制造"],
  ]);
});
