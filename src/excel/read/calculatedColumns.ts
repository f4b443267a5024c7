/**
 * Whether calculated columns hold their formulas, without reading them cell by cell: the formulas of 10,000 rows are several
 * megabytes. Which cells hold none is asked of Excel. Whether they are one and the same is seen by the ends and by a few rows
 * between them: a formula of ours is the same text in every row. What one person typed into single cells in the middle is not seen.
 */
import type { CellValue } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";
import { sameFormula } from "../../domain/workbook/formulaText";
import { parseLeading } from "../parts/addresses";
import { rangeOf, readGrid } from "../parts/grid";

/** Rows between the ends whose formulas are looked at: at 400 characters and eight columns they stay below 100 KB. */
const samples = 16;
/** A stretch around another formula of at most so many rows is read to tell which of them hold it. */
const mostRows = 2000;

/** The rows of a column that none of the areas covers, as far as `end`. */
function rowsWithout(column: Area, covered: readonly Area[], end: number): readonly Area[] {
  const sorted = [...covered].sort((a, b) => a.row - b.row);
  const gaps: Area[] = [];
  let next = column.row;
  for (const { row, rows } of sorted) {
    if (row > next) gaps.push({ ...column, row: next, rows: Math.min(row, end) - next });
    next = Math.max(next, row + rows);
  }
  if (next < end) gaps.push({ ...column, row: next, rows: end - next });
  return gaps;
}

/** Cells without a formula, by the address of those with one. Excel cuts an address after 8,192 characters. */
function withoutFormula(column: Area, address: string, cellCount: number): readonly Area[] {
  const end = column.row + column.rows;
  const told = parseLeading(address);
  if (told.reduce((sum, { rows }) => sum + rows, 0) === cellCount) return rowsWithout(column, told, end);
  // The last area may be cut in the middle of its number. What is beyond it is seen by the look after the repair.
  const whole = told.slice(0, -1);
  const last = whole.at(-1);
  return last ? rowsWithout(column, whole, last.row + last.rows) : [];
}

/** Asks which cells of columns hold no formula; to be followed by a sync. */
function askHoles(sheet: Excel.Worksheet, columns: readonly Area[]): () => readonly Area[] {
  // Asked of a single cell, Excel answers for the whole sheet.
  const several = columns.filter(({ rows }) => rows > 1);
  const asked = several.map((column) => {
    const cells = rangeOf(sheet, column).getSpecialCellsOrNullObject("Formulas").untrack();
    cells.load("address,cellCount");
    return { column, cells };
  });
  const single = columns
    .filter(({ rows }) => rows === 1)
    .map((column) => {
      const range = rangeOf(sheet, column);
      range.load("formulas");
      return { column, range };
    });
  return () => [
    ...asked.flatMap(({ column, cells }) =>
      cells.isNullObject ? [column] : withoutFormula(column, cells.address, cells.cellCount),
    ),
    ...single.flatMap(({ column, range }) => {
      const cell = readGrid(range.formulas, column)?.[0]?.[0];
      return isFormula(cell) ? [] : [column];
    }),
  ];
}

function isFormula(cell: CellValue | undefined): cell is string {
  return typeof cell === "string" && cell.startsWith("=");
}

/** Rows that are looked at, the ends included, in their order. */
function sampleRows({ row, rows }: Area): readonly number[] {
  const count = Math.min(rows, samples + 2);
  const step = count > 1 ? (rows - 1) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => row + Math.round(index * step));
}

/** A stretch between two rows that hold a column's formula, in which another one was met. */
export interface OddStretch {
  readonly area: Area;
  readonly formula: string;
}

/** Asks for the formulas of some rows; the returned function tells the stretches in which a formula differs from those at both ends. */
function askSamples(sheet: Excel.Worksheet, columns: readonly Area[]): () => readonly OddStretch[] {
  const [first] = columns;
  if (!first) return () => [];
  const left = Math.min(...columns.map(({ column }) => column));
  const width = Math.max(...columns.map(({ column }) => column)) - left + 1;
  const asked = sampleRows(first).map((row) => {
    const area: Area = { row, column: left, rows: 1, columns: width };
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return { row, read: () => readGrid(range.formulas, area)?.[0] ?? [] };
  });
  return () => {
    const rows = asked.map(({ row, read }) => ({ row, cells: read() }));
    return columns.flatMap((column) => {
      const offset = column.column - left;
      const formula = rows[0]?.cells[offset];
      // Ends that differ ask for the whole column anyway.
      const last = rows.at(-1)?.cells[offset];
      if (!isFormula(formula) || !isFormula(last) || !sameFormula(formula, last)) return [];
      return oddStretches(
        column,
        formula,
        rows.map(({ row, cells }) => ({ row, cell: cells[offset] })),
      );
    });
  };
}

/** The stretches around rows of another formula, from the row after the last good one to the row before the next. */
function oddStretches(
  column: Area,
  formula: string,
  rows: readonly { readonly row: number; readonly cell: CellValue | undefined }[],
): readonly OddStretch[] {
  const stretches: OddStretch[] = [];
  let good = column.row;
  let isOdd = false;
  for (const { row, cell } of rows) {
    const isSame = isFormula(cell) && sameFormula(cell, formula);
    if (isFormula(cell) && !isSame) isOdd = true;
    if (!isSame) continue;
    if (isOdd) stretches.push({ area: { ...column, row: good + 1, rows: row - good - 1 }, formula });
    [good, isOdd] = [row, false];
  }
  return stretches;
}

export interface AskedColumns {
  readonly holes: () => readonly Area[];
  readonly odd: () => readonly OddStretch[];
}

/**
 * Asks for what is wrong in calculated columns; to be followed by a sync.
 * @param canTellCells false where Excel has failed to tell special cells: then a value that was typed over is seen by chance alone
 */
export function askColumns(sheet: Excel.Worksheet, columns: readonly Area[], canTellCells: boolean): AskedColumns {
  return { holes: canTellCells ? askHoles(sheet, columns) : () => [], odd: askSamples(sheet, columns) };
}

/** Asks which cells of the stretches hold another formula; a long stretch counts as a whole. To be followed by a sync. */
export function askOdd(sheet: Excel.Worksheet, stretches: readonly OddStretch[]): () => readonly Area[] {
  const asked = stretches.map(({ area, formula }) => {
    if (area.rows > mostRows) return () => [area];
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return () => {
      const cells = readGrid(range.formulas, area);
      if (!cells) return [area];
      return cells.flatMap(([cell], down): readonly Area[] =>
        isFormula(cell) && !sameFormula(cell, formula) ? [{ ...area, row: area.row + down, rows: 1 }] : [],
      );
    };
  });
  return () => asked.flatMap((read) => read());
}
