import { OfficeMockObject } from "office-addin-mock";
import type { Progress } from "../../app/ports";
import { mockCollection, mockExcel, mockRange } from "../../../test/support/mockExcel";
import { readFormulas, readSheet } from "./readSheet";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Excel");
});

interface Given {
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
  /** Excel gives null instead of values for more rows than this. */
  readonly mostRows?: number;
  readonly merged?: string;
  readonly tableFiltered?: boolean;
}

/** A sheet whose cells say where they are: `text` and the row number. */
function sheetWith({ rows, columns, text, mostRows = 1e6, merged, tableFiltered = false }: Given) {
  const objects: OfficeMockObject[] = [];
  const keep = (object: OfficeMockObject) => {
    objects.push(object);
    return object;
  };
  const asked: number[] = [];
  const sheet = keep(
    new OfficeMockObject({
      id: "{1}",
      name: "客户",
      visibility: "Visible",
      protection: { protected: false },
      autoFilter: { isDataFiltered: false },
    }),
  );
  const used = mockRange(
    keep(new OfficeMockObject({ rowIndex: 0, columnIndex: 0, rowCount: rows, columnCount: columns })),
  );
  Object.assign(used, { isNullObject: rows === 0 });
  const areas = mockRange(keep(new OfficeMockObject({ address: merged ?? "" })));
  Object.assign(areas, { isNullObject: merged === undefined });
  let mergedAsked = 0;
  const table = keep(new OfficeMockObject({ name: "表1", autoFilter: { isDataFiltered: tableFiltered } }));
  Object.assign(sheet, {
    tables: mockCollection([table]),
    getUsedRangeOrNullObject: () => used,
    getRange: () =>
      Object.assign(mockRange(new OfficeMockObject({})), {
        getMergedAreasOrNullObject: () => {
          mergedAsked += 1;
          return areas;
        },
      }),
    getRangeByIndexes: (row: number, column: number, count: number, width: number) => {
      asked.push(count);
      const cell = (r: number, c: number) => (r < rows && c < columns ? `${text}${String(r)}` : "");
      const values = Array.from({ length: count }, (_, r) =>
        Array.from({ length: width }, (_, c) => cell(row + r, column + c)),
      );
      // The library's mocks cannot hold a null; an empty grid is as little the asked one.
      return mockRange(keep(new OfficeMockObject({ values: count > mostRows ? [] : values, formulas: values })));
    },
  });
  const workbook = new OfficeMockObject({});
  Object.assign(workbook, { worksheets: { getItem: () => sheet } });
  const syncs = mockExcel(workbook, objects);
  Object.assign(sheet, { context: { sync: () => Excel.run((context) => context.sync()) } });
  return { syncs, asked, mergedAsked: () => mergedAsked };
}

function progress(cancelAfter = Infinity) {
  const reports: number[] = [];
  const value: Progress = { report: (done) => reports.push(done), cancelled: () => reports.length >= cancelAfter };
  return { value, reports };
}

test("a small sheet takes one round trip", async () => {
  const { syncs } = sheetWith({ rows: 3, columns: 2, text: "行" });
  expect(await readSheet("客户", true, progress().value)).toEqual({
    ok: true,
    value: {
      sheet: { id: "{1}", name: "客户", visibility: "visible", protected: false },
      used: { row: 0, column: 0, rows: 3, columns: 2 },
      merged: [],
      filtered: false,
      grid: {
        sheet: "客户",
        area: { row: 0, column: 0, rows: 3, columns: 2 },
        values: [
          ["行0", "行0"],
          ["行1", "行1"],
          ["行2", "行2"],
        ],
      },
    },
  });
  expect(syncs()).toBe(1);
});

test("an empty sheet has no used cells and an empty grid", async () => {
  sheetWith({ rows: 0, columns: 0, text: "" });
  const read = await readSheet("客户", true, progress().value);
  expect(read.ok && [read.value.used, read.value.grid.values]).toEqual([null, []]);
});

test("merged cells are told within the used cells, and not asked for where they cannot matter", async () => {
  const book = sheetWith({ rows: 3, columns: 2, text: "行", merged: "客户!A1:B1,客户!F9:G9" });
  const read = await readSheet("客户", true, progress().value);
  expect(read.ok && read.value.merged).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
  expect(book.mergedAsked()).toBe(1);
  await readSheet("客户", false, progress().value);
  expect(book.mergedAsked()).toBe(1);
});

test("a filter of a table on the sheet is told", async () => {
  sheetWith({ rows: 3, columns: 2, text: "行", tableFiltered: true });
  const read = await readSheet("客户", true, progress().value);
  expect(read.ok && read.value.filtered).toBe(true);
});

function rowNumbers(values: readonly (readonly unknown[])[]): readonly number[] {
  return values.map((row) => Number(String(row[0]).replace(/\D/g, "")));
}

test("a large sheet comes in blocks of about 1.5 MB, complete and in order, with progress", async () => {
  // 3,000 rows of two cells with 300 characters of three bytes: 5.4 MB.
  const { asked, syncs } = sheetWith({ rows: 3000, columns: 2, text: "长".repeat(300) });
  const { value, reports } = progress();
  const read = await readSheet("客户", true, value);
  if (!read.ok) throw new Error(read.fault.code);
  expect(rowNumbers(read.value.grid.values)).toEqual(Array.from({ length: 3000 }, (_, row) => row));
  expect(Math.max(...asked) * 1800).toBeLessThan(1_600_000);
  expect(syncs()).toBeLessThanOrEqual(6);
  expect(reports.at(-1)).toBe(3000);
});

test("a block for which Excel gives no values is halved until it does", async () => {
  const { asked } = sheetWith({ rows: 3000, columns: 2, text: "x", mostRows: 700 });
  const read = await readSheet("客户", true, progress().value);
  if (!read.ok) throw new Error(read.fault.code);
  expect(rowNumbers(read.value.grid.values)).toEqual(Array.from({ length: 3000 }, (_, row) => row));
  expect(asked.filter((rows) => rows > 700).length).toBeGreaterThan(0);
});

test("a sheet whose smallest block is still too large is told as too large", async () => {
  sheetWith({ rows: 3000, columns: 50, text: "x", mostRows: 250 - 1 });
  expect(await readSheet("客户", true, progress().value)).toEqual({ ok: false, fault: { code: "tooLarge" } });
});

test("cancelling takes effect between two blocks", async () => {
  const { syncs } = sheetWith({ rows: 3000, columns: 2, text: "长".repeat(300) });
  expect(await readSheet("客户", true, progress(2).value)).toEqual({ ok: false, fault: { code: "cancelled" } });
  expect(syncs()).toBe(2);
});

test("cells as they were entered come in blocks, one round trip each, and stop when somebody cancels", async () => {
  const { asked, syncs } = sheetWith({ rows: 5001, columns: 2, text: "=A" });
  const area = { row: 1, column: 0, rows: 5000, columns: 2 };
  const read = await readFormulas("客户", area, progress().value);
  if (!read.ok) throw new Error(read.fault.code);
  expect(rowNumbers(read.value.values)).toEqual(Array.from({ length: 5000 }, (_, row) => row + 1));
  expect(asked).toEqual([2000, 2000, 1000]);
  expect(syncs()).toBe(3);
  expect(await readFormulas("客户", area, progress(1).value)).toEqual({ ok: false, fault: { code: "cancelled" } });
});
