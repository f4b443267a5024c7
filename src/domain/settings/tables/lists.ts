import { knownListKeys, type List, type Schema } from "../../schema/field";
import { isKnownList } from "../../schema/lists";
import { settingsTables } from "../../schema/settingsNames";
import { workbookText } from "../../schema/workbookText";
import type { SettingsIssue, SettingsProblem } from "../../plan/settingsIssue";
import type { Language } from "../../values/language";
import type { CellInput, CellValue } from "../../values/value";
import { cellAddress } from "../../workbook/area";
import type { BookSnapshot, ValueGrid } from "../../workbook/snapshot";
import { wordReader } from "../cells";
import { bodyCell, placeOf, type Place } from "../place";

/** The key of a known list by its header, in either language; undefined for a list of the team's own. */
export const readListKey = wordReader(knownListKeys, (key, words) => words.settings.lists[key]);

/** The key of a list by its header: a known list's own, else the header itself. */
export function listKeyAt(header: CellValue): string {
  return readListKey(header) ?? String(header).trim();
}

/** Header of a list's column: a known list's own word, else the team's. */
export function listHeader(list: List, language: Language): string {
  return isKnownList(list.key) ? workbookText[language].settings.lists[list.key] : list.key;
}

/** Widths of the columns of the lists that are there from the start, characters. */
export const listWidths: readonly number[] = [16, 16, 14, 14];

/** Headers and entries of the lists table: one column per list, with at least one row to type into. */
export function listCells({ lists }: Schema, language: Language): readonly (readonly CellInput[])[] {
  const longest = Math.max(1, ...lists.map(({ entries }) => entries.length));
  return [
    lists.map((list) => listHeader(list, language)),
    ...Array.from({ length: longest }, (_, row) => lists.map(({ entries }) => entries[row] ?? "")),
  ];
}

/** Where each list of the lists table stands: offset of its column. */
export function listColumns(book: BookSnapshot, grid: ValueGrid): ReadonlyMap<string, number> {
  const place = placeOf(settingsTables.lists, book, grid);
  return new Map((place?.headers ?? []).map((header, column) => [listKeyAt(header), column]));
}

/** The entries of one column; blank cells below its last entry do not count. */
function readEntries(
  { rows }: Place,
  column: number,
  report: (row: number, problem: SettingsProblem) => void,
): readonly string[] {
  const entries: string[] = [];
  const seen = new Set<string>();
  let firstBlank = -1;
  let hasGap = false;
  rows.forEach((row, index) => {
    const entry = String(row[column] ?? "").trim();
    if (entry === "") {
      if (firstBlank < 0) firstBlank = index;
      return;
    }
    if (firstBlank >= 0) hasGap = true;
    if (seen.has(entry.toLowerCase())) {
      report(index, { kind: "duplicate", value: entry });
      return;
    }
    seen.add(entry.toLowerCase());
    entries.push(entry);
  });
  if (hasGap) report(firstBlank, { kind: "gap" });
  return entries;
}

/** The lists table: each column with a header is a list. The known ones come first, whether or not they stand there. */
export function readLists(place: Place, language: Language, report: (issue: SettingsIssue) => void): readonly List[] {
  const { area, sheet } = place.table;
  const found = place.headers.map((header, column): List => {
    const entries = readEntries(place, column, (row, problem) =>
      report({ problem, table: "lists", sheet, cell: bodyCell(place, row, column) }),
    );
    return { key: listKeyAt(header), entries };
  });
  const known = knownListKeys.map((key): List => {
    const list = found.find((candidate) => candidate.key === key);
    if (list) return list;
    const header = workbookText[language].settings.lists[key];
    const cell = cellAddress(area.row, area.column);
    report({ problem: { kind: "columnMissing", header }, table: "lists", sheet, cell });
    return { key, entries: [] };
  });
  return [...known, ...found.filter(({ key }) => !isKnownList(key))];
}
