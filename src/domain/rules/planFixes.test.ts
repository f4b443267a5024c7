import type { FieldId } from "../schema/fieldIds";
import type { CellInput, CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import { schemaStub } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import type { Finding, Reason } from "./finding";
import {
  fixedCells,
  formatsOf,
  planChanges,
  planFixes,
  planRevert,
  type CellChange,
  type ColumnNow,
  type FixedCell,
} from "./planFixes";

const ids: readonly FieldId[] = ["id", "customer", "owner", "amount", "nextDate", "coOwners"];
const schema = schemaStub({ fields: ids.map((id) => defaultField(id, `列-${id}`)) });

function recordsOf(values: Records["values"], columns: readonly FieldId[] = ids): Records {
  return {
    sheet: "客户",
    area: { row: 4, column: 2, rows: values.length, columns: columns.length },
    values,
    columns: new Map(columns.map((id, column) => [id, column])),
  };
}

describe("what of the findings can be repaired", () => {
  const finding = (field: FieldId | null, reason: Reason, cell = "C5"): Finding => ({
    ...{ reason, severity: "error", sheet: "客户", cell, row: 5, field, header: "列", value: "x", customer: "甲" },
  });
  const list = (by: "look" | "alias" | "near", suggestion: string | null = "张敏"): Reason => ({
    ...{ rule: "list", unknown: ["x"], suggestion, by },
  });
  const kinds = (field: FieldId | null, reason: Reason) =>
    planFixes([finding(field, reason)], schema).map(({ kind, fixes }) => [kind, fixes[0]?.after]);

  test.each<[string, FieldId | null, Reason, readonly (readonly [string, CellValue])[]]>([
    ["a text date", "nextDate", { rule: "textDate", repaired: 46_241 }, [["textDate", 46_241]]],
    ["a date that nobody can read", "nextDate", { rule: "notDate", repaired: null }, []],
    ["a guess", "amount", { rule: "notNumber", repaired: null, meant: 5 }, []],
    ["an entry that looks alike", "stage", list("look"), [["list", "张敏"]]],
    ["another name of a stage", "stage", list("alias"), [["list", "张敏"]]],
    ["a slip", "stage", list("near"), [["nearList", "张敏"]]],
    ["a slip in an owner's name: it may be somebody else", "owner", list("near"), []],
    ["a slip in a name of several owners", "coOwners", list("near"), []],
    ["an owner's name that looks alike", "owner", list("look"), [["list", "张敏"]]],
    ["an entry without a suggestion", "stage", list("look", null), []],
    ["what is missing", "owner", { rule: "required", because: { kind: "always" } }, []],
    ["what belongs to no field", null, { rule: "untidy", repaired: "x" }, []],
  ])("%s", (_, field, reason, expected) => {
    expect(kinds(field, reason)).toEqual(expected);
  });

  test("a fix says where, in whose row and what stood there; a finding without a cell has none", () => {
    const untidy: Reason = { rule: "untidy", repaired: "甲" };
    expect(planFixes([finding("customer", untidy, "D7"), finding("customer", untidy, "")], schema)).toEqual([
      {
        kind: "untidy",
        fixes: [
          {
            kind: "untidy",
            after: "甲",
            field: "customer",
            header: "列",
            customer: "甲",
            cell: "D7",
            row: 6,
            column: 3,
            before: "x",
          },
        ],
      },
    ]);
  });

  test("groups stand from what is sure to what is likely, fixes in the order of the findings", () => {
    const groups = planFixes(
      [
        finding("stage", list("near"), "C5"),
        finding("customer", { rule: "untidy", repaired: "甲" }, "D5"),
        finding("nextDate", { rule: "textDate", repaired: 1 }, "E6"),
        finding("nextDate", { rule: "textDate", repaired: 2 }, "E5"),
      ],
      schema,
    );
    expect(groups.map(({ kind, fixes }) => [kind, fixes.map(({ cell }) => cell)])).toEqual([
      ["textDate", ["E6", "E5"]],
      ["untidy", ["D5"]],
      ["nearList", ["C5"]],
    ]);
  });
});

describe("the changes of a sheet as it is at the moment of the write", () => {
  const change = (row: number, given: Partial<CellChange> = {}): CellChange => ({
    ...{ row, column: 3, from: "a", to: "b", format: null },
    ...given,
  });
  const column = (cells: readonly CellInput[], format = "General", row = 0, at = 3): ColumnNow => ({
    ...{ row, column: at, cells, formats: cells.map(() => format) },
  });
  const plan = (
    changes: readonly CellChange[],
    now: readonly ColumnNow[],
    formats: ReadonlyMap<number, string> = new Map(),
  ) => planChanges(changes, now, "客户", formats);

  test("a cell that still holds what it held is written", () => {
    expect(plan([change(1)], [column(["x", "a"])])).toMatchObject({
      actions: [
        { kind: "writeCells", sheet: "客户", area: { row: 1, column: 3, rows: 1, columns: 1 }, cells: [["b"]] },
      ],
      formulas: 0,
      changed: 0,
    });
  });

  test.each<[string, readonly ColumnNow[], object]>([
    ["holds something else by now", [column(["x", "z"])], { formulas: 0, changed: 1 }],
    ["holds a formula by now", [column(["x", { formula: "=1" }])], { formulas: 1, changed: 0 }],
    ["stands above what was read", [column(["a"], "General", 2)], { formulas: 0, changed: 1 }],
    ["stands below what was read", [column(["a"])], { formulas: 0, changed: 1 }],
    ["stands in a column that was not read", [column(["x", "a"], "General", 0, 4)], { formulas: 0, changed: 1 }],
  ])("a cell that %s is left alone, and counted", (_, now, counts) => {
    expect(plan([change(1)], now)).toEqual({ actions: [], made: [], ...counts });
  });

  test.each<[string, Partial<CellChange>, string, string | null, string | null]>([
    ["a date into a plain cell", { to: 46_241 }, "General", "yyyy-mm-dd", "yyyy-mm-dd"],
    ["a date into a text cell", { to: 46_241 }, "@", "yyyy-mm-dd", "yyyy-mm-dd"],
    ["a date into a cell with a format of its own", { to: 46_241 }, "m/d", "yyyy-mm-dd", null],
    ["a number into a text cell", { to: 5 }, "@", null, "General"],
    ["a number into a plain cell", { to: 5 }, "General", null, null],
    ["a number into a cell with a format", { to: 5 }, "0.00", null, null],
    ["text into a text cell", { to: "b" }, "@", "yyyy-mm-dd", null],
    ["a format that has to be", { to: "b", format: "@" }, "General", null, "@"],
    ["a format that is there already", { to: "b", format: "@" }, "@", null, null],
  ])("the format of %s", (_, given, now, own, format) => {
    const { made, actions } = plan([change(0, given)], [column(["a"], now)], new Map(own === null ? [] : [[3, own]]));
    expect(made).toMatchObject([{ format, formatBefore: now }]);
    // Formats first: what is written into a text cell becomes text.
    expect(actions.map(({ kind }) => kind)).toEqual(
      format === null ? ["writeCells"] : ["setNumberFormats", "writeCells"],
    );
  });

  test.each<[string, readonly number[], readonly (readonly [row: number, rows: number])[]]>([
    ["neighbours", [3, 1, 2], [[1, 3]]],
    ["40 rows apart: one write with gaps", [0, 40], [[0, 41]]],
    [
      "41 rows apart",
      [0, 41],
      [
        [0, 1],
        [41, 1],
      ],
    ],
  ])("%s", (_, rows, areas) => {
    const { actions } = plan(
      rows.map((row) => change(row)),
      [column(Array.from({ length: 60 }, () => "a"))],
    );
    expect(actions.map((action) => (action.kind === "writeCells" ? [action.area.row, action.area.rows] : []))).toEqual(
      areas,
    );
    for (const action of actions) {
      if (action.kind !== "writeCells") throw new Error("not a write");
      const written = action.cells.flatMap(([cell], index) => (cell === null ? [] : [action.area.row + index]));
      expect(written.every((row) => rows.includes(row))).toBe(true);
    }
    expect(
      actions
        .flatMap((action) => (action.kind === "writeCells" ? action.cells.flat() : []))
        .filter((cell) => cell === "b"),
    ).toHaveLength(rows.length);
  });

  test("a write is no longer than 5,000 rows", () => {
    const rows = Array.from({ length: 5001 }, (_, row) => row);
    const { actions } = plan(
      rows.map((row) => change(row)),
      [column(rows.map(() => "a"))],
    );
    expect(actions.map((action) => (action.kind === "writeCells" ? action.area.rows : 0))).toEqual([5000, 1]);
  });

  test("each column is written by itself", () => {
    const { actions } = plan([change(0), change(0, { column: 5 })], [column(["a"]), column(["a"], "General", 0, 5)]);
    expect(actions).toMatchObject([{ area: { column: 3 } }, { area: { column: 5 } }]);
  });
});

test("columns whose kind has a number format have it, at their place on the sheet", () => {
  expect([...formatsOf(schema, recordsOf([]))]).toEqual([[6, "yyyy-mm-dd"]]);
  expect([...formatsOf(schema, recordsOf([], ["customer"]))]).toEqual([]);
});

describe("the way back", () => {
  const cell = (given: Partial<FixedCell> = {}): FixedCell => ({
    ...{ id: "A2", row: 5, field: "amount", before: "1,000", after: 1000, formatBefore: "@" },
    ...given,
  });
  const rows = [
    ["A1", "甲", "", 5, "", ""],
    ["A2", "乙", "", 1000, "", ""],
    ["A3", "丙", "", 9, "", ""],
  ];
  const rowsAfter = (cells: readonly FixedCell[], records: Records) => planRevert(cells, records).map(({ row }) => row);

  test("is known by the row's ID, with the format that the cell had", () => {
    const made = [
      {
        change: { row: 5, column: 5, from: "1,000", to: 1000, format: null, field: "amount" as const },
        format: "General",
        formatBefore: "@",
      },
      {
        change: { row: 4, column: 5, from: "5", to: 5, format: null, field: "amount" as const },
        format: null,
        formatBefore: "@",
      },
    ];
    expect(fixedCells(made, recordsOf(rows))).toEqual([
      cell(),
      cell({ id: "A1", row: 4, before: "5", after: 5, formatBefore: null }),
    ]);
    expect(fixedCells(made, recordsOf([], ["amount"]))[0]?.id).toBe("");
  });

  test("puts back what stood there", () => {
    expect(planRevert([cell()], recordsOf(rows))).toEqual([
      { row: 5, column: 5, from: 1000, to: "1,000", format: "@" },
    ]);
  });

  test.each<[string, Partial<FixedCell>, Records, readonly number[]]>([
    ["the row has moved", {}, recordsOf([rows[1]!, rows[0]!]), [4]],
    ["two rows have the ID by now: the place counts", {}, recordsOf([rows[1]!, rows[1]!, rows[0]!]), [5]],
    ["the ID has gone: the place counts", {}, recordsOf([rows[0]!, rows[2]!]), [5]],
    ["the row had no ID", { id: "" }, recordsOf([["", "甲"], rows[1]!]), [5]],
    ["it was the ID that was repaired", { field: "id", id: "A1" }, recordsOf([rows[0]!, rows[1]!]), [5]],
    ["the place is beyond the last row by now", { id: "" }, recordsOf([rows[0]!]), []],
    ["the place is above the first row by now", { id: "", row: 3 }, recordsOf(rows), []],
    ["the first row", { id: "", row: 4 }, recordsOf(rows), [4]],
    ["the column has gone", {}, recordsOf([["A2"]], ["id"]), []],
    ["the sheet has no IDs", {}, recordsOf([[1], [1000]], ["amount"]), [5]],
  ])("where %s", (_, given, records, expected) => {
    expect(rowsAfter([cell(given)], records)).toEqual(expected);
  });
});
