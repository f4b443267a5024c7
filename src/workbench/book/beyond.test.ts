import { blankSheet } from "../data/blankSheet";
import type { CellFormat, RowData, SheetData } from "../data/bookData";
import { beyondArea, joinBeyond, splitBeyond } from "./beyond";

const formats: readonly CellFormat[] = [{}, { fill: "#FFFF00" }];
const look = (column: number) => ({ column, value: null, format: 1 });
const rows: readonly RowData[] = [
  { row: 0, cells: [{ column: 0, value: "客户" }, look(16_383)], height: 30 },
  { row: 4, cells: [look(1)] },
  { row: 5000, cells: [], height: 40 },
  { row: 1_048_575, cells: [look(0)] },
];
const sheet: SheetData = { ...blankSheet("S"), rows };

test("looks far from everything else stand beside the grid, count as used, and come back as they were", () => {
  const { sheet: within, beyond } = splitBeyond(sheet, formats);
  expect(within.rows).toEqual([
    { row: 0, cells: [{ column: 0, value: "客户" }], height: 30 },
    { row: 4, cells: [look(1)] },
  ]);
  expect(beyondArea(beyond)).toEqual({ row: 0, column: 0, rows: 1_048_576, columns: 16_384 });
  expect(joinBeyond(within.rows, beyond, (format) => formats.indexOf(format))).toEqual(rows);
});

test("nothing that is written, in a table, merged or filtered is beyond the grid", () => {
  const far = { row: 20_000, column: 40, rows: 10, columns: 2 };
  const table = { name: "T", headerRow: true, totalsRow: false, filterButtons: true, bandedRows: false, style: null };
  for (const more of [
    { rows: [...rows.slice(0, 3), { row: 30_000, cells: [{ column: 50, value: "x" }] }] },
    { rows: rows.slice(0, 3), tables: [{ ...table, area: far, columns: [], filtered: false }] },
    { rows: rows.slice(0, 3), merges: [far] },
    { rows: rows.slice(0, 3), autoFilter: { area: far, filtered: false } },
  ]) {
    const { beyond } = splitBeyond({ ...sheet, ...more }, formats);
    expect(beyond.rows).toEqual([{ row: 0, cells: [look(16_383)] }]);
  }
});

test("what has been written beyond the grid since then stands", () => {
  const { beyond } = splitBeyond(sheet, formats);
  const written: RowData = {
    row: 1_048_575,
    cells: [
      { column: 0, value: "新" },
      { column: 1, value: 1 },
    ],
  };
  expect(joinBeyond([written], beyond, (format) => formats.indexOf(format)).at(-1)).toEqual(written);
});
