import type { Records } from "../../followUps/records";
import { kindOf } from "../../kinds/allKinds";
import type { CellChange } from "../../rules/planFixes";
import type { FieldId } from "../../schema/fieldIds";
import type { CellInput, CellValue } from "../../values/value";
import type { Action } from "../../workbook/action";
import { hashOf, nothingBrought, type RowBase, type UpdateBase } from "./base";
import { fieldCells } from "./cells";
import { reader, type ExportRows } from "./exportRows";
import { idKey } from "./pairing";
import { fieldFor, type NewRow, type UpdatePlan, type UpdateSubject } from "./updatePlan";

/** A cell of the sheet that an update changes. */
export interface UpdateChange extends CellChange {
  readonly field: FieldId;
}

/** The cells that an update changes, for `planChanges`. */
export function changesOf(plan: UpdatePlan, { area, columns }: Records): readonly UpdateChange[] {
  return plan.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ field, before, after }): readonly UpdateChange[] => {
      const offset = columns.get(field);
      if (offset === undefined) return [];
      return [{ field, row: area.row + row, column: area.column + offset, from: before, to: after, format: null }];
    }),
  );
}

/**
 * IDs for the new rows, in their order: the export's own where the sheet goes by them, which a row tells that was found by its ID, else
 * fresh ones.
 */
export function idsForNewRows(
  plan: UpdatePlan,
  { records }: UpdateSubject,
  exported: ExportRows,
  newIds: (count: number) => readonly string[],
): readonly CellValue[] {
  const [own, theirs] = [reader(records.columns), reader(exported.columns)];
  const idOf = (row: number) => idKey(own(records.values[row] ?? [], "id"));
  const taken = new Set(records.values.map((_, row) => idOf(row)));
  const keeps = [...plan.brought].some(([row, { source }]) => source !== "" && source === idOf(row));
  const fresh = newIds(plan.fresh.length);
  return plan.fresh.map(({ source, place }, index) => {
    const isFree = keeps && source !== "" && !taken.has(source);
    taken.add(source);
    return isFree ? theirs(exported.rows[place] ?? [], "id") : (fresh[index] ?? "");
  });
}

/** Where the new rows go. */
export interface AppendPlace {
  readonly table: string;
  /** Columns of the table. */
  readonly width: number;
  /** Offsets of its columns of formulas. */
  readonly calculated: readonly number[];
  /** Number formats of its last row, column by column. */
  readonly formats: readonly string[];
}

/** Cells of the new rows that travel in one request: with all that goes around them they stay below 2 MB. */
const cellsInOneAction = 20_000;

/** A format that says something; a plain one is left to the table. */
function usable(format: string | undefined): string | null {
  return format === undefined || /^general$/i.test(format) ? null : format;
}

/** Appends the new rows below the table, in pieces that Excel on the web takes. */
export function appendActions(
  fresh: readonly NewRow[],
  ids: readonly CellValue[],
  { records, schema }: UpdateSubject,
  { table, width, calculated, formats: above }: AppendPlace,
): readonly Action[] {
  const { columns, sheet } = records;
  const idColumn = columns.get("id");
  if (idColumn === undefined) return [];
  const formats: (string | null)[] = Array.from({ length: width }, (_, offset) => usable(above[offset]));
  for (const { id, kind } of schema.fields) {
    const offset = columns.get(id);
    if (offset !== undefined) formats[offset] ??= usable(kindOf(kind).format);
  }
  const rows = fresh.map(({ cells }, index) => {
    const row = Array.from({ length: width }, (): CellInput => null);
    row[idColumn] = ids[index] ?? "";
    for (const { field, value } of cells) {
      const offset = columns.get(field);
      if (offset !== undefined && !calculated.includes(offset)) row[offset] = value;
    }
    return row;
  });
  const inOne = Math.max(1, Math.floor(cellsInOneAction / width));
  return Array.from({ length: Math.ceil(rows.length / inOne) }, (_, piece): Action => ({
    kind: "appendRows",
    sheet,
    table,
    keyColumn: idColumn,
    rows: rows.slice(piece * inOne, (piece + 1) * inOne),
    formats,
    calculated,
  }));
}

/**
 * What is to be remembered once an update stands: the rows that it brought last, for the next one from the same source. Rows without an
 * ID cannot be remembered.
 */
export function baseAfter(
  plan: UpdatePlan,
  base: UpdateBase,
  ids: readonly CellValue[],
  { records, ...review }: UpdateSubject,
): UpdateBase {
  const own = reader(records.columns);
  const { fields } = plan;
  const rows = new Map(base.rows);
  const remember = (id: string, row: RowBase) => {
    if (id === "") return;
    // Taken out first, so that it becomes the youngest.
    rows.delete(id);
    rows.set(id, row);
  };
  for (const [row, brought] of plan.brought) remember(idKey(own(records.values[row] ?? [], "id")), brought);
  const keys = new Map(fields.map((field) => [field, fieldCells(fieldFor(field, review), review).key]));
  plan.fresh.forEach(({ source, cells }, index) => {
    const hashes = fields.map(() => nothingBrought);
    for (const { field, value } of cells) {
      // What was noted with it the export did not bring.
      const at = fields.indexOf(field);
      if (at >= 0) hashes[at] = hashOf(keys.get(field)?.(value) ?? "");
    }
    remember(idKey(ids[index] ?? ""), { source, hashes: hashes.join("") });
  });
  return { fields, rows: padded(rows, base.fields.length, fields.length) };
}

/** The rows with a place for each field: those that the update did not have know the former fields only. */
function padded(rows: ReadonlyMap<string, RowBase>, before: number, after: number): ReadonlyMap<string, RowBase> {
  if (before === after) return rows;
  const whole = nothingBrought.length * after;
  return new Map(
    Array.from(rows, ([id, { source, hashes }]) => [id, { source, hashes: hashes.padEnd(whole, nothingBrought) }]),
  );
}
