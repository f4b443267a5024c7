import { placeOfName, valueOfName } from "../workbook/namedCells";
import type { SettingsIssue, SettingsProblem } from "../plan/settingsIssue";
import { fieldByText, unknownNames } from "../schema/conditionText";
import { defaultCalendar, defaultField } from "../schema/defaults";
import type { Calendar, Field } from "../schema/field";
import { isKnownField, knownFieldIds, type FieldId } from "../schema/fieldIds";
import { countingName, settingsTables } from "../schema/settingsNames";
import { workbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import type { CellValue } from "../values/value";
import { cellAddress } from "../workbook/area";
import type { BookSnapshot, ValueGrid } from "../workbook/snapshot";
import { wordReader } from "./cells";
import { columnKeys, readEntry, type Look } from "./column";
import { bodyCell, placeOf, type Place } from "./place";
import type { Settings, SettingsReading } from "./settings";
import { columnOffsets, entryTables, type ColumnOf, type EntryOf, type EntryTableId } from "./tables";
import { readLists } from "./tables/lists";

const readCounting = wordReader(["calendar", "working"] as const, (counting, words) => words.counting[counting]);

/** The workbook that is read, and where its faults go. */
interface Source {
  readonly book: BookSnapshot;
  readonly grid: ValueGrid;
  readonly look: Look;
  readonly report: (issue: SettingsIssue) => void;
}

/** What a row says, and a way to report more of it. */
interface ReadRow<Table extends EntryTableId> {
  readonly entry: EntryOf[Table];
  readonly report: (column: ColumnOf<Table>, problem: SettingsProblem) => void;
}

/** Where each column stands, as an offset; those that have gone are reported. */
function readColumns<Table extends EntryTableId>(
  table: Table,
  place: Place,
  { look, report }: Source,
): ReadonlyMap<ColumnOf<Table>, number> {
  const { area, sheet } = place.table;
  const { columns } = entryTables[table];
  const offsets = columnOffsets(table, place.headers);
  return new Map(
    columnKeys(columns).map((key, index) => {
      const offset = offsets[index] ?? -1;
      if (offset < 0 && columns[key].isOptional !== true) {
        const cell = cellAddress(area.row, area.column + Math.min(index, area.columns - 1));
        report({ problem: { kind: "columnMissing", header: columns[key].header[look.language] }, table, sheet, cell });
      }
      return [key, offset];
    }),
  );
}

/** Rows of a table, each with a name that no row before it has; rows with a blank name are passed over. Null for a missing table. */
function readRows<Table extends EntryTableId>(table: Table, source: Source): readonly ReadRow<Table>[] | null {
  const { book, grid, look, report } = source;
  const description = entryTables[table];
  const { name, keyOf } = description;
  const place = placeOf(settingsTables[table], book, grid);
  if (!place) {
    report({ problem: { kind: "tableMissing" }, table, sheet: null, cell: null });
    return null;
  }
  const { sheet } = place.table;
  const at = readColumns(table, place, source);
  const seen = new Set<string>();
  let firstBlank = -1;
  let hasGap = false;
  const rows = place.rows.flatMap((values, index): readonly ReadRow<Table>[] => {
    const cellOf = (column: ColumnOf<Table>): CellValue => values[at.get(column) ?? -1] ?? "";
    const reportCell = (column: ColumnOf<Table>, problem: SettingsProblem) =>
      report({
        problem,
        table,
        sheet,
        cell: bodyCell(place, index, Math.max(0, at.get(column) ?? 0)),
        at: { entry: name === null ? "" : String(cellOf(name)).trim(), column },
      });
    if (name !== null) {
      const text = String(cellOf(name)).trim();
      if (text === "") {
        if (firstBlank < 0) firstBlank = index;
        return [];
      }
      if (firstBlank >= 0) hasGap = true;
      const key = keyOf(text).toLowerCase();
      if (seen.has(key)) {
        reportCell(name, { kind: "duplicate", value: text });
        return [];
      }
      seen.add(key);
    }
    return [{ entry: readEntry(description, cellOf, look, reportCell), report: reportCell }];
  });
  if (hasGap && name !== null) {
    const cell = bodyCell(place, firstBlank, Math.max(0, at.get(name) ?? 0));
    report({ problem: { kind: "gap" }, table, sheet, cell });
  }
  return rows;
}

function entriesOf<Table extends EntryTableId>(
  rows: readonly ReadRow<Table>[] | null,
): readonly EntryOf[Table][] | null {
  return rows && rows.map(({ entry }) => entry);
}

/** Every known field in its usual order, then the team's own. Fields without a row, and names that nothing has, are reported. */
function readFields(source: Source, { stages, types }: Pick<Settings, "stages" | "types">): readonly Field[] | null {
  const look: Look = { ...source.look, types: types?.map(({ name }) => name) ?? [] };
  const rows = readRows("fields", { ...source, look });
  if (!rows) return null;
  const read = new Map(rows.map(({ entry }) => [entry.id, entry]));
  const known = (entries: readonly { readonly name: string }[] | null) => {
    const names = new Set(entries?.map(({ name }) => name.toLowerCase()));
    return (name: string) => entries === null || names.has(name.toLowerCase());
  };
  const has = { stage: known(stages), type: known(types), field: (id: FieldId) => read.has(id) };
  for (const { entry, report } of rows) {
    for (const value of unknownNames(entry.requiredWhen, has)) report("requiredWhen", { kind: "unknownName", value });
  }
  const place = placeOf(settingsTables.fields, source.book, source.grid);
  for (const field of knownFieldIds) {
    if (read.has(field) || !place) continue;
    const { sheet, area } = place.table;
    const cell = cellAddress(area.row, area.column);
    source.report({ problem: { kind: "fieldMissing", field }, table: "fields", sheet, cell });
  }
  const own = [...read.values()].filter(({ id }) => !isKnownField(id));
  return [...knownFieldIds.map((id) => read.get(id) ?? defaultField(id, null)), ...own];
}

/** How days are counted; null where the cell has gone or holds another word, which is reported. */
function readCountingCell({ book, grid, look, report }: Source): Calendar["counting"] | null {
  const cell = placeOfName(book, countingName);
  if (!cell || cell.sheet !== grid.sheet) return null;
  const value = valueOfName(book, grid, countingName) ?? "";
  const counting = readCounting(value);
  if (counting === undefined) {
    report({
      problem: { kind: "unknownWord", value, allowed: Object.values(workbookText[look.language].counting) },
      table: "counting",
      sheet: cell.sheet,
      cell: cellAddress(cell.area.row, cell.area.column),
    });
  }
  return counting ?? null;
}

function readCalendar(source: Source): Calendar | null {
  const days = entriesOf(readRows("holidays", source));
  const counting = readCountingCell(source);
  if (!days) return counting === null ? null : { ...defaultCalendar, counting };
  return {
    counting: counting ?? defaultCalendar.counting,
    off: days.flatMap(({ off }) => off ?? []),
    on: days.flatMap(({ on }) => on ?? []),
  };
}

/**
 * Reads the Settings tables, by table name and header, in either language. What cannot be read is taken as the default and
 * reported with its cell; rows with a blank name are passed over.
 * @param grid values of a rectangle that covers all Settings tables and named cells
 * @param language of the workbook, for what is reported
 */
export function readSettings(book: BookSnapshot, grid: ValueGrid, language: Language): SettingsReading {
  const issues: SettingsIssue[] = [];
  const report = (issue: SettingsIssue) => void issues.push(issue);
  const listPlace = placeOf(settingsTables.lists, book, grid);
  if (!listPlace) report({ problem: { kind: "tableMissing" }, table: "lists", sheet: null, cell: null });
  const lists = listPlace && readLists(listPlace, language, report);
  const source: Source = { book, grid, look: { language, dateSystem: book.dateSystem, lists, types: [] }, report };
  const stages = entriesOf(readRows("stages", source));
  const types = entriesOf(readRows("types", source));
  const owners = entriesOf(readRows("owners", source));
  const reasons = entriesOf(readRows("reasons", source));
  const fields = readFields(source, { stages, types });
  const calendar = readCalendar(source);
  return { settings: { fields, stages, types, owners, reasons, lists, calendar }, issues };
}

/** Cells of the fields table that hold each field's header, as zero-based sheet positions. */
export function headerCells(
  book: BookSnapshot,
  grid: ValueGrid,
): ReadonlyMap<FieldId, { readonly row: number; readonly column: number }> {
  const cells = new Map<FieldId, { row: number; column: number }>();
  const place = placeOf(settingsTables.fields, book, grid);
  if (!place) return cells;
  const offsets = columnOffsets("fields", place.headers);
  const keys = columnKeys(entryTables.fields.columns);
  const [name = -1, header = -1] = [offsets[keys.indexOf("id")], offsets[keys.indexOf("header")]];
  if (name < 0 || header < 0) return cells;
  const { area } = place.table;
  place.rows.forEach((row, index) => {
    const text = String(row[name] ?? "").trim();
    if (text === "") return;
    const id = fieldByText(text);
    if (!cells.has(id)) cells.set(id, { row: area.row + 1 + index, column: area.column + header });
  });
  return cells;
}
