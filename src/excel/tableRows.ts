import type { Fault } from "../app/fault";
import { toCellText } from "../domain/cells/text";
import type { CellInput, CellValue } from "../domain/cells/value";
import type { Area } from "../domain/sheet/area";
import { rangeOf, readGrid } from "./grid";
import { inputsOf } from "./inverse";
import type { Step } from "./step";

/**
 * What a step looks at once Excel has answered. It may put what is to be mended into the next request, and tells whether it
 * did, or what went wrong; null when all is well.
 */
export type Settle = () => Fault | "mended" | null;

/** Text from people becomes safe here, and nowhere else on its way to a cell. */
export function cellContent(input: CellInput): CellValue | null {
  if (typeof input === "object") return input && input.formula;
  return typeof input === "string" ? toCellText(input) : input;
}

/** Asks for cells as they are at this point of the request; the returned function tells them after the sync. */
function askCells(range: Excel.Range, size: Pick<Area, "rows" | "columns">) {
  range.load("formulas,values");
  return (): readonly (readonly CellInput[])[] => {
    const formulas = readGrid(range.formulas, size);
    const values = readGrid(range.values, size);
    return formulas && values ? inputsOf(formulas, values) : [];
  };
}

/** Earlier cells where the step wrote something, null elsewhere. */
function backTo(before: readonly CellInput[], written: readonly CellInput[]): readonly (CellValue | null)[] {
  return written.map((cell, offset) => (cell === null ? null : cellContent(before[offset] ?? "")));
}

/** Writes one row; the row is read in the same request, so that a wrong one is noticed and gets its cells back. */
export function writeRow(
  sheet: Excel.Worksheet,
  { area, key, cells }: Extract<Step, { readonly kind: "writeRow" }>,
): Settle {
  const before = askCells(rangeOf(sheet, area), area);
  const target = rangeOf(sheet, area);
  target.formulas = [cells.map(cellContent)];
  return () => {
    const row = before()[0] ?? [];
    if (row[key.column] === key.value) return null;
    target.formulas = [[...backTo(row, cells)]];
    return { code: "moved" };
  };
}

/** Puts rows below a table. Where Excel did not take them in, or left out the table's formulas, that is mended. */
export function appendRows(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  { rows, formats }: Extract<Step, { readonly kind: "appendRows" }>,
): Settle {
  const width = formats.length > 0 ? formats.length : (rows[0]?.length ?? 1);
  const size = { rows: rows.length, columns: width };
  const last = table.getRange().untrack().getLastRow().untrack();
  const lastCells = askCells(last, { rows: 1, columns: width });
  const below = table.getRange().untrack().getRowsBelow(rows.length).untrack();
  const before = askCells(below, size);
  below.load("rowIndex,columnIndex");
  const target = table.getRange().untrack().getRowsBelow(rows.length).untrack();
  if (formats.length > 0) target.numberFormat = rows.map(() => [...formats]);
  target.formulas = rows.map((row) => row.map(cellContent));
  const after = askCells(target, size);
  const grown = table.getRange().untrack();
  grown.load("rowIndex,rowCount");
  return () => {
    const stood = before();
    if (stood.some((row) => row.some((cell) => cell !== ""))) {
      target.formulas = rows.map((row, index) => [...backTo(stood[index] ?? [], row)]);
      return { code: "inTheWay" };
    }
    const end = below.rowIndex + rows.length;
    const short = grown.rowIndex + grown.rowCount < end;
    if (short) {
      const area = {
        row: grown.rowIndex,
        column: below.columnIndex,
        rows: end - grown.rowIndex,
        columns: width,
      };
      table.resize(rangeOf(sheet, area));
    }
    const written = after();
    const left = (lastCells()[0] ?? []).flatMap((cell, column) => {
      const open = rows.every((row) => row[column] === null) && written.every((row) => row[column] === "");
      return open && cell !== null && typeof cell === "object" ? [column] : [];
    });
    left.forEach((column) => {
      const area = { row: below.rowIndex, column: below.columnIndex + column, rows: rows.length, columns: 1 };
      const above = { ...area, row: area.row - 1, rows: 1 };
      rangeOf(sheet, area).copyFrom(rangeOf(sheet, above), "Formulas");
    });
    return short || left.length > 0 ? "mended" : null;
  };
}

/** Blanks rows that an append wrote, found by their keys. */
export function withdrawRows(
  sheet: Excel.Worksheet,
  table: Excel.Table,
  { keyColumn, rows }: Extract<Step, { readonly kind: "withdrawRows" }>,
): Settle {
  const body = table.getDataBodyRange().untrack();
  body.load("rowIndex,columnIndex,columnCount");
  const keys = body.getColumn(keyColumn).untrack();
  keys.load("values");
  return () => {
    const values: unknown[] = keys.values.map((row: readonly unknown[]) => row[0]);
    let found = false;
    for (const row of rows) {
      const index = values.findIndex((value) => value !== "" && value === row[keyColumn]);
      if (index < 0) continue;
      found = true;
      const area = {
        row: body.rowIndex + index,
        column: body.columnIndex,
        rows: 1,
        columns: body.columnCount,
      };
      rangeOf(sheet, area).formulas = [row.map((cell) => (cell === null ? null : ""))];
    }
    return found ? "mended" : null;
  };
}
