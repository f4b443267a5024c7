import type { CellInput } from "../../domain/values/value";
import { appendRows } from "./tableRows";

/** How the Excel that is played takes in rows below a table of ID, name, a calculated column of ours, and one of theirs. */
interface Played {
  /** Rows that it takes in at most. */
  readonly most: number;
  /** Formula of the third column that it keeps beside the cells; null for none. */
  readonly kept: string | null;
}

const now = "=FollowUps[[#This Row],[名称]]";
const old = "=LEN(FollowUps[[#This Row],[名称]])";
const theirs = (row: number) => `=A${String(row + 1)}`;

/** A sheet that holds the table from its first cell on. Requests are carried out at once, in order. */
function sheetOf(bodyRows: number, { most, kept }: Played, below: readonly (readonly string[])[] = []) {
  const rows: (string | number)[][] = [
    ["编号", "名称", "状态", "备份"],
    ...Array.from({ length: bodyRows }, (_, at) => [`C${String(at)}`, "海风", now, theirs(at + 1)]),
    ...below.map((cells) => [...cells]),
  ];
  const size = { rows: bodyRows + 1 };
  const takeIn = (end: number) => {
    for (let row = size.rows; row < end; row += 1) {
      const cells = (rows[row] ??= ["", "", "", ""]);
      if (cells[2] === "" && kept !== null) cells[2] = kept;
      if (cells[3] === "" && kept !== null) cells[3] = theirs(row);
    }
    size.rows = end;
  };
  const range = (row: number, column: number, count: number, columns: number) => {
    const cell = (r: number, c: number) => rows[row + r]?.[column + c] ?? "";
    const grid = (read: (formula: string | number) => string | number) =>
      Array.from({ length: count }, (_, r) => Array.from({ length: columns }, (__, c) => read(cell(r, c))));
    const shown = { formulas: [] as unknown[][], values: [] as unknown[][] };
    const proxy = {
      rowIndex: row,
      columnIndex: column,
      rowCount: count,
      untrack: () => proxy,
      load: () =>
        Object.assign(shown, {
          formulas: grid((each) => each),
          values: grid((each) => (String(each).startsWith("=") ? "值" : each)),
        }),
      getBoundingRect: (other: { readonly rowIndex: number; readonly rowCount: number }) =>
        range(row, column, other.rowIndex + other.rowCount - row, columns),
      getLastRow: () => range(row + count - 1, column, 1, columns),
      getRow: (at: number) => range(row + at, column, 1, columns),
      getRowsBelow: (many: number) => range(row + count, column, many, columns),
      get values() {
        return shown.values;
      },
      get formulas() {
        return shown.formulas;
      },
      set formulas(written: unknown[][]) {
        written.forEach((line, r) =>
          line.forEach((content, c) => {
            if (content !== null) (rows[row + r] ??= ["", "", "", ""])[column + c] = content as string | number;
          }),
        );
        if (row === size.rows) takeIn(row + Math.min(count, most));
      },
      copyFrom: (source: { readonly rowIndex: number; readonly columnIndex: number }) => {
        for (let r = 0; r < count; r += 1) {
          const from = String(rows[source.rowIndex]?.[source.columnIndex]);
          const moved = from.startsWith("=A") ? theirs(row + r) : from;
          (rows[row + r] ??= ["", "", "", ""])[column] = moved;
        }
      },
    };
    return proxy;
  };
  const table = {
    getRange: () => range(0, 0, size.rows, 4),
    getDataBodyRange: () => range(1, 0, size.rows - 1, 4),
    resize: ({ rowCount }: { readonly rowCount: number }) => takeIn(rowCount),
  };
  const sheet = { getRangeByIndexes: range } as unknown as Excel.Worksheet;
  return { rows, size, sheet, table: table as unknown as Excel.Table };
}

const customers = (count: number): readonly (readonly CellInput[])[] =>
  Array.from({ length: count }, (_, at) => [`N${String(at)}`, "新客户", null, null]);

function append({ sheet, table }: ReturnType<typeof sheetOf>, rows: readonly (readonly CellInput[])[]) {
  const step = { kind: "appendRows", sheet: "客户", table: "FollowUps", keyColumn: 0, rows, formats: [] } as const;
  return appendRows(sheet, table, { ...step, calculated: [2, 3] }, false)();
}

test.each([
  ["all rows and the formula that the rows have", { most: Infinity, kept: now }],
  ["all rows and no formula", { most: Infinity, kept: null }],
  ["all rows and an old formula that it kept", { most: Infinity, kept: old }],
  ["1,500 of 1,501 rows", { most: 1500, kept: now }],
  ["1,500 of 1,501 rows, with an old formula", { most: 1500, kept: old }],
  ["no row", { most: 0, kept: null }],
])("where Excel takes in %s, every row ends in the table with the formula of the others", (_, played) => {
  const book = sheetOf(3, played);
  append(book, customers(1501));
  expect(book.size.rows).toBe(4 + 1501);
  expect(new Set(book.rows.slice(1).map((row) => row[2]))).toEqual(new Set([now]));
  expect(book.rows.slice(1).map((row) => row[3])).toEqual(book.rows.slice(1).map((__, at) => theirs(at + 1)));
});

test("a last row with an odd formula in a column of theirs does not spread it where Excel gave a formula", () => {
  const book = sheetOf(3, { most: Infinity, kept: now });
  book.rows[3]![2] = "=1+1";
  append(book, customers(2));
  expect(book.rows.map((row) => row[2])).toEqual(["状态", now, now, "=1+1", now, now]);
});

test("a formula that stands in the last row alone does not go on in new ones", () => {
  const book = sheetOf(3, { most: Infinity, kept: null });
  for (const row of [1, 2]) book.rows[row]![3] = "";
  append(book, customers(1));
  expect(book.rows.map((row) => row[3])).toEqual(["备份", "", "", theirs(3), ""]);
});

test("what came to stand right below the table just then is told, to be put back", () => {
  const book = sheetOf(2, { most: Infinity, kept: now }, [["合计", "", "", ""]]);
  expect(append(book, customers(1))).toMatchObject({
    fault: { code: "inTheWay" },
    hits: [{ sheet: "客户", content: ["合计", "", null, null] }],
  });
});
