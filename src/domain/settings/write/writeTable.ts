import type { SettingsTable } from "../../schema/settingsNames";
import { isBlank, type CellInput } from "../../values/value";
import type { Language } from "../../values/language";
import type { Action } from "../../workbook/action";
import { cellAddress, type Area } from "../../workbook/area";
import type { FormulaGrid } from "../../workbook/snapshot";
import type { Place } from "../place";
import { settingsFormats, settingsValidations } from "../settingsSheet";
import type { TargetRow } from "./draftRows";

/** What has to be written, or the cell that is in the way. */
export type WritePlan =
  | { readonly ok: true; readonly actions: readonly Action[] }
  /** Rows or columns that a table needs hold something else. */
  | { readonly ok: false; readonly sheet: string; readonly cell: string };

/** A table with the rows that it is to have. */
export interface TargetTable {
  readonly table: SettingsTable;
  readonly place: Place;
  readonly rows: readonly TargetRow[];
  /** Where each column of ours stands, as offsets; -1 where one has gone. */
  readonly offsets: readonly number[];
}

/** True where a cell of the sheet holds anything, by its zero-based place. */
export function isFilled(formulas: FormulaGrid | null, row: number, column: number): boolean {
  return !isBlank(formulas?.formulas[row - formulas.area.row]?.[column - formulas.area.column] ?? "");
}

function hasFormula(formulas: FormulaGrid | null, row: number, column: number): boolean {
  const cell = formulas?.formulas[row - formulas.area.row]?.[column - formulas.area.column];
  return typeof cell === "string" && cell.startsWith("=");
}

/** One write over the smallest rectangle that holds all cells that change. */
export function writeChanged(
  sheet: string,
  at: { readonly row: number; readonly column: number },
  cells: readonly (readonly CellInput[])[],
): readonly Action[] {
  const rows = cells.flatMap((row, index) => (row.some((cell) => cell !== null) ? [index] : []));
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (top === undefined || bottom === undefined) return [];
  const columns = (cells[0] ?? []).flatMap((_, column) =>
    cells.some((row) => (row[column] ?? null) !== null) ? [column] : [],
  );
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const area: Area = { row: at.row + top, column: at.column + left, rows: bottom - top + 1, columns: right - left + 1 };
  const block = cells.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
  return [{ kind: "writeCells", sheet, area, cells: block }];
}

/** The cell that keeps the table from growing to so many rows; null where there is room. */
function rowInTheWay({ table: { area, totals }, rows }: Place, count: number, formulas: FormulaGrid | null) {
  if (count !== rows.length && totals) return cellAddress(area.row + area.rows - 1, area.column);
  for (let row = area.row + 1 + rows.length; row < area.row + 1 + count; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (isFilled(formulas, row, column)) return cellAddress(row, column);
    }
  }
  return null;
}

/** The cells of the table's body that have to change; null for one that stays. */
function changedCells(
  { place, rows }: TargetTable,
  foreign: ReadonlySet<number>,
  formulas: FormulaGrid | null,
): readonly (readonly CellInput[])[] {
  const { area } = place.table;
  const current = place.rows.length;
  const isFormula = (row: number, offset: number) => hasFormula(formulas, area.row + 1 + row, area.column + offset);
  /** What the cell should hold; null for what it holds. */
  const wantedAt = (at: number, offset: number): CellInput => {
    const target = rows[at];
    if (!target) return "";
    const set = target.set.get(offset);
    if (set !== undefined) return set;
    if (target.from === at) return null;
    // A formula beside our cells reads the same in each row of its column: it stays where it is.
    if (foreign.has(offset) && (isFormula(at, offset) || isFormula(target.from ?? current - 1, offset))) return null;
    return target.from === null ? "" : (place.rows[target.from]?.[offset] ?? "");
  };
  return Array.from({ length: Math.max(1, rows.length, current) }, (_, at) =>
    Array.from({ length: area.columns }, (__, offset): CellInput => {
      const standing = at < current ? (place.rows[at]?.[offset] ?? "") : "";
      const wanted = wantedAt(at, offset);
      return wanted === standing && !isFormula(at, offset) ? null : wanted;
    }),
  );
}

/** The write, and the change of size, that make a table's rows what they should be. */
export function writeTable(target: TargetTable, formulas: FormulaGrid | null, language: Language): WritePlan {
  const { table, place, rows, offsets } = target;
  const { area, name, sheet } = place.table;
  const count = Math.max(1, rows.length);
  const current = place.rows.length;
  const blocked = rowInTheWay(place, count, formulas);
  if (blocked !== null) return { ok: false, sheet, cell: blocked };
  // Columns of the table that the schema does not know.
  const foreign = new Set(place.headers.flatMap((_, offset) => (offsets.includes(offset) ? [] : [offset])));
  const cells = changedCells(target, foreign, formulas);
  const write = writeChanged(sheet, { row: area.row + 1, column: area.column }, cells);
  const resized: Area = { ...area, rows: count + 1 };
  const resize: readonly Action[] = count === current ? [] : [{ kind: "resizeTable", name, sheet, area: resized }];
  if (count < current) return { ok: true, actions: [...write, ...resize] };
  const usual = place.headers.every((_, offset) => !foreign.has(offset) || offset >= area.columns - foreign.size);
  const rules: readonly Action[] =
    count === current || !usual
      ? []
      : [
          ...settingsFormats(table, resized).map((each): Action => ({ kind: "setNumberFormat", sheet, ...each })),
          ...settingsValidations(table, resized, language).map((each): Action => ({
            kind: "setValidation",
            sheet,
            ...each,
          })),
        ];
  return { ok: true, actions: [...resize, ...rules, ...write] };
}
