import type { FieldId } from "../schema/fieldIds";
import { isFormula, type CellInput, type CellValue } from "../values/value";
import type { Finding } from "./finding";
import { kindOf } from "../kinds/allKinds";
import { listKeyOf } from "../schema/fieldLists";
import type { Schema } from "../schema/field";
import { parseAddress, type Area } from "../workbook/area";
import type { Records } from "../followUps/records";
import type { Action } from "../workbook/action";

/** Repairs that are no guess, and in the last place those that are likely: a list entry with one letter wrong. */
export const fixKinds = [
  "textDate",
  "textNumber",
  "numberPhone",
  "untidy",
  "otherYesNo",
  "separators",
  "otherOutcome",
  "list",
  "nearList",
] as const;
export type FixKind = (typeof fixKinds)[number];

/** One cell and what it should hold. */
export interface Fix {
  readonly kind: FixKind;
  readonly field: FieldId;
  readonly header: string;
  readonly customer: string;
  /** A1 address at the time of the check. */
  readonly cell: string;
  /** Zero-based place on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface FixGroup {
  readonly kind: FixKind;
  readonly fixes: readonly Fix[];
}

function repairOf(finding: Finding, schema: Schema): { readonly kind: FixKind; readonly after: CellValue } | null {
  const { reason } = finding;
  if (reason.rule === "list") {
    if (reason.suggestion === null) return null;
    if (reason.by !== "near") return { kind: "list", after: reason.suggestion };
    // Two people's names may differ in one letter.
    const field = schema.fields.find(({ id }) => id === finding.field);
    const ofPeople = field !== undefined && listKeyOf(field) === "owner";
    return ofPeople ? null : { kind: "nearList", after: reason.suggestion };
  }
  if (!("repaired" in reason) || reason.repaired === null) return null;
  const kind = fixKinds.find((known) => known === reason.rule);
  return kind === undefined ? null : { kind, after: reason.repaired };
}

/** What can be repaired of what a check found, by kind of repair. It changes nothing: the same list is preview and order. */
export function planFixes(findings: readonly Finding[], schema: Schema): readonly FixGroup[] {
  const groups = new Map<FixKind, Fix[]>();
  for (const finding of findings) {
    const repair = finding.field === null ? null : repairOf(finding, schema);
    const place = repair && parseAddress(finding.cell);
    if (!repair || !place || finding.field === null) continue;
    const { field, header, customer, cell, value: before } = finding;
    const fix: Fix = { ...repair, field, header, customer, cell, row: place.row, column: place.column, before };
    const group = groups.get(repair.kind);
    if (group) group.push(fix);
    else groups.set(repair.kind, [fix]);
  }
  return fixKinds.flatMap((kind) => {
    const fixes = groups.get(kind);
    return fixes ? [{ kind, fixes }] : [];
  });
}

/** A cell to be changed, if it still holds what it is thought to hold. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly from: CellValue;
  readonly to: CellValue;
  /** The number format that the cell has to get; null to keep it unless it stands in the way. */
  readonly format: string | null;
}

/** Number formats of the columns of a sheet whose kind has one of its own, by their place on the sheet. */
export function formatsOf({ fields }: Schema, { columns, area }: Records): ReadonlyMap<number, string> {
  return new Map(
    fields.flatMap(({ id, kind }) => {
      const offset = columns.get(id);
      const { format } = kindOf(kind);
      return offset === undefined || format === plainFormat ? [] : [[area.column + offset, format] as const];
    }),
  );
}

const plainFormat = "General";

/** The format that a cell must get: in one of the format "text" a number or date would become text again, in a plain one a date shows as a number. */
function formatFor(change: CellChange, now: string, own: string | undefined): string | null {
  if (change.format !== null) return change.format === now ? null : change.format;
  if (typeof change.to !== "number") return null;
  if (own !== undefined) return now === "@" || /^general$/i.test(now) ? own : null;
  return now === "@" ? plainFormat : null;
}

/** Cells of one column as they are at the moment of the write, from `row` down. */
export interface ColumnNow {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly CellInput[];
  readonly formats: readonly string[];
}

/** A change that can be made, with the format that the cell has now where that is to change. */
export interface MadeChange<T extends CellChange> {
  readonly change: T;
  readonly format: string | null;
  readonly formatBefore: string;
}

export interface ChangePlan<T extends CellChange> {
  readonly actions: readonly Action[];
  readonly made: readonly MadeChange<T>[];
  /** Cells that hold a formula, and cells that hold something else by now: both are left alone. */
  readonly formulas: number;
  readonly changed: number;
}

/** Changes further apart than this are written separately; nearer ones as one column with gaps. */
const widestGap = 40;
/** Rows of one write. */
const longestRun = 5000;

/** The rows in runs that can be written as one column each. */
function runsOf<T extends { readonly row: number }>(sorted: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const each of sorted) {
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    if (run && first && last && each.row - last.row <= widestGap && each.row - first.row < longestRun) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

function asColumn<T extends { readonly row: number }, V>(
  run: readonly T[],
  column: number,
  value: (each: T) => V | null,
): { readonly area: Area; readonly cells: readonly (readonly (V | null)[])[] } {
  const top = run[0]?.row ?? 0;
  const rows = (run.at(-1)?.row ?? 0) - top + 1;
  const cells = Array.from({ length: rows }, (): (V | null)[] => [null]);
  for (const each of run) cells[each.row - top] = [value(each)];
  return { area: { row: top, column, rows, columns: 1 }, cells };
}

/**
 * Actions that make the changes in a sheet whose cells are as `now` says. What a cell should become depends on its column and
 * its value alone, so that a row that has moved meanwhile is either right or left alone. Only a day without its year is read by the
 * dates beside it as well: where two rows hold the same one and change places just then, each may get the other's year.
 * @param formats number formats of columns that have one of their own: see `formatsOf`
 */
export function planChanges<T extends CellChange>(
  changes: readonly T[],
  now: readonly ColumnNow[],
  sheet: string,
  formats: ReadonlyMap<number, string>,
): ChangePlan<T> {
  let [formulas, changed] = [0, 0];
  const made = changes.flatMap((change): readonly MadeChange<T>[] => {
    const block = now.find(
      ({ row, column, cells }) => column === change.column && row <= change.row && change.row < row + cells.length,
    );
    const cell = block?.cells[change.row - block.row];
    if (isFormula(cell)) {
      formulas += 1;
      return [];
    }
    if (block === undefined || cell !== change.from) {
      changed += 1;
      return [];
    }
    const formatBefore = block.formats[change.row - block.row] ?? "General";
    return [{ change, format: formatFor(change, formatBefore, formats.get(change.column)), formatBefore }];
  });
  const columns = new Map<number, Pick<CellChange, "row" | "from" | "to" | "format">[]>();
  for (const { change, format } of made) {
    const cells = columns.get(change.column) ?? [];
    cells.push({ row: change.row, from: change.from, to: change.to, format });
    columns.set(change.column, cells);
  }
  const actions = [...columns].flatMap(([column, cells]): readonly Action[] => {
    const sorted = cells.sort((a, b) => a.row - b.row);
    // Formats first: what is written into a text cell becomes text.
    const formatted = runsOf(sorted.filter(({ format }) => format !== null)).map((run): Action => {
      const { area, cells: grid } = asColumn(run, column, ({ format }) => format);
      return { kind: "setNumberFormats", sheet, area, formats: grid };
    });
    const values = runsOf(sorted).map((run): Action => {
      const { area, cells: grid } = asColumn(run, column, ({ to }) => to);
      const { cells: expected } = asColumn(run, column, ({ from }) => from);
      return { kind: "writeCells", sheet, area, cells: grid, expected };
    });
    return [...formatted, ...values];
  });
  return { actions, made, formulas, changed };
}

/** A cell that was repaired, known by its row's ID so that it is found again wherever the row goes. */
export interface FixedCell {
  /** Blank where the sheet has no IDs. */
  readonly id: CellValue;
  readonly row: number;
  readonly field: FieldId;
  readonly before: CellValue;
  readonly after: CellValue;
  /** The number format that the cell had, null where it was kept. */
  readonly formatBefore: string | null;
}

export function fixedCells(
  made: readonly MadeChange<CellChange & Pick<Fix, "field">>[],
  records: Records,
): readonly FixedCell[] {
  const idColumn = records.columns.get("id");
  return made.map(({ change, format, formatBefore }) => ({
    id: idColumn === undefined ? "" : (records.values[change.row - records.area.row]?.[idColumn] ?? ""),
    row: change.row,
    field: change.field,
    before: change.from,
    after: change.to,
    formatBefore: format === null ? null : formatBefore,
  }));
}

/** What puts repaired cells back, where their rows are now. Cells whose row or column has gone are left out. */
export function planRevert(fixed: readonly FixedCell[], records: Records): readonly CellChange[] {
  const { columns, area, values } = records;
  const idColumn = columns.get("id");
  const places = new Map<CellValue, number | null>();
  if (idColumn !== undefined) {
    values.forEach((row, index) => {
      const id = row[idColumn] ?? "";
      places.set(id, places.has(id) ? null : index);
    });
  }
  return fixed.flatMap(({ id, row, field, before, after, formatBefore }): readonly CellChange[] => {
    const offset = columns.get(field);
    // Rows of one ID cannot be told apart, and sheets may have none: then the row counts by its place.
    const index = (id === "" || field === "id" ? null : places.get(id)) ?? row - area.row;
    if (offset === undefined || index < 0 || index >= values.length) return [];
    return [{ row: area.row + index, column: area.column + offset, from: after, to: before, format: formatBefore }];
  });
}
