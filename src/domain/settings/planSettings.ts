import { isBlank, type CellInput, type CellValue } from "../values/value";
import { fieldByText } from "../schema/conditionText";
import { wantedSchema, type Entry, type SchemaDraft } from "../schema/draft";
import { columnAt, listColumns, placeOf, type Place } from "./settings";
import { cellAddress, type Area } from "../workbook/area";
import { parseReference } from "../workbook/reference";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import {
  countingName,
  settingsColumns,
  settingsTables,
  type SettingsColumns,
  type SettingsTable,
} from "../schema/settingsNames";
import { listHeader, settingsFormats, settingsTableCells, settingsValidations } from "./settingsSheet";
import type { BookSnapshot, FormulaGrid, ValueGrid } from "../workbook/snapshot";

export interface SettingsInput {
  readonly book: BookSnapshot;
  /** Values of a rectangle that covers the Settings tables and named cells. */
  readonly grid: ValueGrid;
  /** The used cells of the Settings sheet with their formulas. */
  readonly formulas: FormulaGrid | null;
  readonly draft: SchemaDraft;
  readonly language: Language;
}

export type SettingsPlan =
  | { readonly ok: true; readonly actions: readonly Action[] }
  /** Rows or columns that a table needs hold something else. */
  | { readonly ok: false; readonly sheet: string; readonly cell: string };

/** A row as it should be: which row it is now, and the cells that are to hold something else, by offset. */
interface TargetRow {
  readonly from: number | null;
  readonly set: ReadonlyMap<number, CellInput>;
}

interface Target {
  readonly table: SettingsTable;
  readonly place: Place;
  readonly rows: readonly TargetRow[];
  /** Columns of the table that the schema does not know. */
  readonly foreign: ReadonlySet<number>;
}

function formulaAt(formulas: FormulaGrid | null, row: number, column: number): string | null {
  const cell = formulas?.formulas[row - formulas.area.row]?.[column - formulas.area.column];
  return typeof cell === "string" && cell.startsWith("=") ? cell : null;
}

function isFilled(formulas: FormulaGrid | null, row: number, column: number): boolean {
  return !isBlank(formulas?.formulas[row - formulas.area.row]?.[column - formulas.area.column] ?? "");
}

/** Columns of a table by their place in `settingsColumns`, as offsets; -1 where one has gone. */
function offsetsOf<Table extends keyof SettingsColumns>(table: Table, place: Place): readonly number[] {
  const columns: readonly SettingsColumns[Table][] = settingsColumns[table];
  return columns.map((column) => columnAt(table, column, place.headers));
}

function foreignColumns(place: Place, offsets: readonly number[]): ReadonlySet<number> {
  return new Set(place.headers.flatMap((_, offset) => (offsets.includes(offset) ? [] : [offset])));
}

/** Cells that differ between two rows of a table as we would write them, by offset. A row that there was not differs in all. */
function differing(
  before: readonly CellInput[] | null,
  now: readonly CellInput[],
  offsets: readonly number[],
): ReadonlyMap<number, CellInput> {
  return new Map(
    now.flatMap((cell, at) => {
      const offset = offsets[at] ?? -1;
      return offset < 0 || before?.[at] === cell ? [] : [[offset, cell] as const];
    }),
  );
}

/**
 * The rows of a table that has one row per entry. Rows that nobody asked about keep their place; where entries came, went or
 * moved, the rows are put in order, and what stands beside them moves along.
 */
function entryRows(
  place: Place,
  keyOffset: number,
  keyOf: (cell: CellValue) => string,
  entries: readonly Entry<unknown>[],
  base: ReadonlyMap<string, readonly CellInput[]>,
  now: readonly (readonly CellInput[])[],
  offsets: readonly number[],
  ordered: boolean,
): readonly TargetRow[] {
  const rowOf = new Map<string, number>();
  place.rows.forEach((row, index) => {
    const cell = row[keyOffset] ?? "";
    if (!isBlank(cell) && !rowOf.has(keyOf(cell))) rowOf.set(keyOf(cell), index);
  });
  const wanted = entries.flatMap((entry, index): readonly TargetRow[] => {
    const cells = now[index] ?? [];
    const before = entry.was === null ? null : (base.get(entry.was) ?? null);
    const from = entry.was === null ? undefined : rowOf.get(entry.was.toLowerCase());
    if (from !== undefined) return [{ from, set: differing(before, cells, offsets) }];
    // Somebody took the row away meanwhile: it comes back only where it was edited here.
    if (before !== null && differing(before, cells, offsets).size === 0) return [];
    return [{ from: null, set: differing(null, cells, offsets) }];
  });
  const kept = new Set(entries.map(({ was }) => was?.toLowerCase()));
  const removed = new Set(
    [...base.keys()].flatMap((name) => {
      const row = rowOf.get(name.toLowerCase());
      return kept.has(name.toLowerCase()) || row === undefined ? [] : [row];
    }),
  );
  const standing = wanted.flatMap(({ from }) => (from === null ? [] : [from]));
  const inOrder = !ordered || standing.every((row, at) => at === 0 || row > (standing[at - 1] ?? -1));
  const newAtEnd =
    !ordered || wanted.findIndex(({ from }) => from === null) >= standing.length || standing.length === wanted.length;
  const byRow = new Map(wanted.flatMap((row) => (row.from === null ? [] : [[row.from, row] as const])));
  const added = wanted.filter(({ from }) => from === null);
  const untouched = (from: number): TargetRow => ({ from, set: new Map() });
  const isRowBlank = (from: number) => (place.rows[from] ?? []).every((cell) => isBlank(cell));
  if (removed.size === 0 && inOrder && newAtEnd) {
    const stay = place.rows.map((_, row) => byRow.get(row) ?? untouched(row));
    if (added.length === 0) return stay;
    while (stay.length > 0 && isRowBlank(stay.length - 1)) stay.pop();
    return [...stay, ...added];
  }
  const others = place.rows.flatMap((_, row) =>
    byRow.has(row) || removed.has(row) || isRowBlank(row) ? [] : [untouched(row)],
  );
  const inPlace = ordered ? wanted : [...standing].sort((a, b) => a - b).flatMap((row) => byRow.get(row) ?? []);
  return [...inPlace, ...(ordered ? [] : added), ...others];
}

/** Rows of the table of days. A day that goes takes its row with it, unless another day stands there. */
function dayRows(place: Place, offsets: readonly number[], draft: SchemaDraft): readonly TargetRow[] {
  const [offAt = -1, onAt = -1] = offsets;
  const { off, on } = draft.calendar;
  const before = draft.base.calendar;
  const gone = (days: readonly number[], now: readonly number[]) => new Set(days.filter((day) => !now.includes(day)));
  const come = (days: readonly number[], now: readonly number[]) => now.filter((day) => !days.includes(day));
  const [offGone, onGone] = [gone(before.off, off), gone(before.on, on)];
  const [offCome, onCome] = [come(before.off, off), come(before.on, on)];
  if (offGone.size + onGone.size + offCome.length + onCome.length === 0)
    return place.rows.map((_, from) => ({ from, set: new Map() }));
  const isGone = (cell: CellValue, days: ReadonlySet<number>) => typeof cell === "number" && days.has(Math.floor(cell));
  const rows = place.rows.flatMap((row, from): readonly TargetRow[] => {
    const [offCell, onCell] = [row[offAt] ?? "", row[onAt] ?? ""];
    const [dropOff, dropOn] = [isGone(offCell, offGone), isGone(onCell, onGone)];
    if ((dropOff || dropOn) && (dropOff || isBlank(offCell)) && (dropOn || isBlank(onCell))) return [];
    if (row.every((cell) => isBlank(cell))) return [];
    const set = new Map<number, CellInput>();
    if (dropOff) set.set(offAt, "");
    if (dropOn) set.set(onAt, "");
    return [{ from, set }];
  });
  const added = Array.from({ length: Math.max(offCome.length, onCome.length) }, (_, index): TargetRow => {
    const set = new Map<number, CellInput>();
    if (offAt >= 0) set.set(offAt, offCome[index] ?? "");
    if (onAt >= 0) set.set(onAt, onCome[index] ?? "");
    return { from: null, set };
  });
  return [...rows, ...added];
}

/** The write, and the change of size, that make a table's rows what they should be. */
function tableActions(
  { table, place, rows, foreign }: Target,
  formulas: FormulaGrid | null,
  language: Language,
): SettingsPlan {
  const { area, name, sheet, totals } = place.table;
  const count = Math.max(1, rows.length);
  const first = area.row + 1;
  const current = place.rows.length;
  if (count !== current && totals)
    return { ok: false, sheet, cell: cellAddress(area.row + area.rows - 1, area.column) };
  for (let row = current; row < count; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (isFilled(formulas, first + row, column)) return { ok: false, sheet, cell: cellAddress(first + row, column) };
    }
  }
  const hasFormula = (row: number, offset: number) => formulaAt(formulas, first + row, area.column + offset) !== null;
  const cells = Array.from({ length: Math.max(count, current) }, (_, at) =>
    Array.from({ length: area.columns }, (__, offset): CellInput => {
      const target = rows[at];
      const standing = at < current ? (place.rows[at]?.[offset] ?? "") : "";
      const wanted = ((): CellInput => {
        if (!target) return "";
        const set = target.set.get(offset);
        if (set !== undefined) return set;
        if (target.from === at) return null;
        // A formula beside our cells reads the same in each row of its column: it stays where it is.
        if (foreign.has(offset) && (hasFormula(at, offset) || hasFormula(target.from ?? current - 1, offset)))
          return null;
        return target.from === null ? "" : (place.rows[target.from]?.[offset] ?? "");
      })();
      return wanted === standing && !hasFormula(at, offset) ? null : wanted;
    }),
  );
  const write = writeChanged(sheet, { row: first, column: area.column }, cells);
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

/** One write over the smallest rectangle that holds all cells that change. */
function writeChanged(
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

/** The lists table: one column per list. A list that goes lets those behind it move up. */
function listActions(place: Place, { book, grid, formulas, draft, language }: SettingsInput): SettingsPlan {
  const { area, name, sheet, totals } = place.table;
  const columns = listColumns(book, grid);
  const before = new Map(draft.base.lists.map((list) => [list.key, list.entries]));
  const standing = place.headers.map((header, column) => ({
    header,
    cells: place.rows.map((row) => row[column] ?? ""),
    column,
  }));
  const wanted: { header: CellValue; cells: readonly CellValue[] }[] = [...standing];
  const gone = new Set<number>();
  const kept = new Set(draft.lists.map(({ was }) => was));
  for (const key of before.keys()) {
    const column = columns.get(key);
    if (!kept.has(key) && column !== undefined) gone.add(column);
  }
  for (const { was, now } of draft.lists) {
    const column = was === null ? undefined : columns.get(was);
    const old = was === null ? undefined : before.get(was);
    const isSame = old !== undefined && JSON.stringify(old) === JSON.stringify(now.entries);
    const header = listHeader({ key: now.key, entries: [] }, language);
    if (column === undefined) {
      if (!isSame) wanted.push({ header, cells: now.entries });
      continue;
    }
    const stands = wanted[column];
    if (stands)
      wanted[column] = { header: was === now.key ? stands.header : header, cells: isSame ? stands.cells : now.entries };
  }
  const target = wanted.filter((_, column) => !gone.has(column));
  const height = Math.max(place.rows.length, ...target.map(({ cells }) => cells.length));
  const width = Math.max(1, target.length);
  if (totals && height > place.rows.length)
    return { ok: false, sheet, cell: cellAddress(area.row + area.rows - 1, area.column) };
  const cells: CellInput[][] = [];
  for (let row = 0; row <= height; row += 1) {
    cells.push([]);
    for (let column = 0; column < Math.max(width, area.columns); column += 1) {
      const inside = row <= place.rows.length && column < area.columns;
      const now = inside ? ((row === 0 ? place.headers[column] : place.rows[row - 1]?.[column]) ?? "") : "";
      const list = target[column];
      const want = list === undefined ? "" : row === 0 ? list.header : (list.cells[row - 1] ?? "");
      if (!inside && column < width && isFilled(formulas, area.row + row, area.column + column))
        return { ok: false, sheet, cell: cellAddress(area.row + row, area.column + column) };
      cells[row]?.push(want === now ? null : want);
    }
  }
  const write = writeChanged(sheet, area, cells);
  if (width === area.columns && height === place.rows.length) return { ok: true, actions: write };
  const resize: Action = {
    kind: "resizeTable",
    name,
    sheet,
    area: { ...area, columns: width, rows: area.rows - place.rows.length + height },
  };
  // A new column needs its header before the table takes it in; Excel would make one up, and a table that shrinks keeps its cells.
  return { ok: true, actions: [...write, resize] };
}

function countingAction({ book, grid, draft, language }: SettingsInput): readonly Action[] {
  const place = parseReference(book.names.find(({ name }) => name === countingName)?.formula ?? "");
  const { counting } = draft.calendar;
  if (!place || place.sheet !== grid.sheet || counting === draft.base.calendar.counting) return [];
  const cells = [[workbookText[language].counting[counting]]];
  return [{ kind: "writeCells", sheet: place.sheet, area: place.area, cells }];
}

/**
 * What has to be written into the Settings tables for a draft to hold. Only cells whose meaning changes are written: rows,
 * columns, spellings and formulas of the team's own stay. Tables and columns that have gone are left to the repair.
 */
export function planSettings(input: SettingsInput): SettingsPlan {
  const { book, grid, formulas, draft, language } = input;
  const wanted = wantedSchema(draft);
  const actions: Action[] = [];
  const keyed = [
    { table: "fields", entries: draft.fields, names: draft.base.fields.map(({ id }) => id), ordered: false },
    { table: "stages", entries: draft.stages, names: draft.base.stages.map(({ name }) => name), ordered: true },
    { table: "types", entries: draft.types, names: draft.base.types.map(({ name }) => name), ordered: true },
    { table: "owners", entries: draft.owners, names: draft.base.owners.map(({ name }) => name), ordered: true },
    { table: "reasons", entries: draft.reasons, names: draft.base.reasons.map(({ name }) => name), ordered: true },
  ] as const;
  const plans: SettingsPlan[] = keyed.map(({ table, entries, names, ordered }): SettingsPlan => {
    const place = placeOf(settingsTables[table], book, grid);
    const offsets = place ? offsetsOf(table, place) : [];
    const [keyOffset = -1] = offsets;
    if (!place || keyOffset < 0) return { ok: true, actions: [] };
    const keyOf = (cell: CellValue) => {
      const text = String(cell).trim();
      return (table === "fields" ? fieldByText(text) : text).toLowerCase();
    };
    const [, ...before] = settingsTableCells(table, draft.base, language);
    const [, ...now] = settingsTableCells(table, wanted, language);
    const base = new Map(names.map((name, index) => [name, before[index] ?? []]));
    const rows = entryRows(place, keyOffset, keyOf, entries, base, now, offsets, ordered);
    return tableActions({ table, place, rows, foreign: foreignColumns(place, offsets) }, formulas, language);
  });
  const days = placeOf(settingsTables.holidays, book, grid);
  if (days) {
    const offsets = offsetsOf("holidays", days);
    const rows = dayRows(days, offsets, draft);
    // The note is the team's own: it goes where its day goes.
    plans.push(
      tableActions(
        { table: "holidays", place: days, rows, foreign: foreignColumns(days, offsets) },
        formulas,
        language,
      ),
    );
  }
  const lists = placeOf(settingsTables.lists, book, grid);
  if (lists) plans.push(listActions(lists, input));
  for (const plan of plans) {
    if (!plan.ok) return plan;
    actions.push(...plan.actions);
  }
  return { ok: true, actions: [...actions, ...countingAction(input)] };
}
