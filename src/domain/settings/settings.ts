import { isKnownField, knownFieldIds, type FieldId } from "../schema/fieldIds";
import { isDateSerial, weekdayOf } from "../values/date";
import { foldText } from "../values/text";
import { isBlank, type CellValue } from "../values/value";
import { countingName, settingsColumns, settingsTables, type SettingsColumns } from "../schema/settingsNames";
import type { BookSnapshot, TableFacts, ValueGrid } from "../workbook/snapshot";
import { cellAddress } from "../workbook/area";
import { parseReference } from "../workbook/reference";
import type { Language } from "../values/language";
import { workbookText, type WorkbookText } from "../schema/workbookText";
import { fieldByText, readConditions, unknownNames } from "../schema/conditionText";
import { defaultCalendar, defaultField } from "../schema/defaults";
import {
  fieldKinds,
  knownListKeys,
  levels,
  outcomes,
  stageKinds,
  type Calendar,
  type ClosingReason,
  type Condition,
  type CustomerType,
  type Field,
  type List,
  type Owner,
  type Stage,
} from "../schema/field";
import { stageOf } from "../schema/knownStages";
import type { SettingsIssue, SettingsProblem } from "../plan/settingsIssue";

/** What the Settings tables say; a part whose table is missing is null. */
export interface Settings {
  readonly fields: readonly Field[] | null;
  readonly stages: readonly Stage[] | null;
  readonly types: readonly CustomerType[] | null;
  readonly owners: readonly Owner[] | null;
  readonly reasons: readonly ClosingReason[] | null;
  readonly lists: readonly List[] | null;
  readonly calendar: Calendar | null;
}

/** What was read, and what could not be. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly issues: readonly SettingsIssue[];
}

const languages: readonly Language[] = ["zh-CN", "en"];

/** Reads a word of a fixed set in either language, however it is spaced or cased; undefined for any other word. */
function wordReader<T>(
  values: readonly T[],
  wordOf: (value: T, words: WorkbookText) => string,
): (cell: CellValue) => T | undefined {
  const byWord = new Map(
    values.flatMap((value) => languages.map((language) => [foldText(wordOf(value, workbookText[language])), value])),
  );
  return (cell) => byWord.get(foldText(String(cell)));
}

const readKind = wordReader(fieldKinds, (kind, words) => words.fieldKind[kind]);
const readLevel = wordReader(levels, (level, words) => words.level[level]);
const readStageKind = wordReader(stageKinds, (kind, words) => words.stageKind[kind]);
const readOutcome = wordReader(outcomes, (outcome, words) => words.stageKind[outcome]);
const readYesNo = wordReader([true, false], (yes, words) => (yes ? words.yes : words.no));
const readCounting = wordReader(["calendar", "working"] as const, (counting, words) => words.counting[counting]);
const readListKey = wordReader(knownListKeys, (key, words) => words.settings.lists[key]);

/** One row of a Settings table with the place of each of its cells. */
interface Row<Column extends string> {
  readonly get: (column: Column) => CellValue;
  /** Reports what is wrong with a cell of this row. */
  readonly report: (column: Column, problem: SettingsProblem) => void;
}

/** A Settings table with its cells. */
export interface Place {
  readonly table: TableFacts;
  readonly headers: readonly CellValue[];
  /** Body rows. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** A Settings table by its fixed name; null where the workbook has none, or has it on another sheet. */
export function placeOf(name: string, book: BookSnapshot, grid: ValueGrid): Place | null {
  const table = book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table || table.sheet !== grid.sheet) return null;
  const top = table.area.row - grid.area.row;
  const left = table.area.column - grid.area.column;
  const rows = grid.values
    .slice(top, top + table.area.rows - (table.totals ? 1 : 0))
    .map((row) => row.slice(left, left + table.area.columns));
  const [headers = [], ...body] = rows;
  return { table, headers, rows: body };
}

/** Which column of the table a Settings column is, found by its header in either language; -1 where it has gone. */
export function columnAt<Table extends keyof SettingsColumns>(
  table: Table,
  column: SettingsColumns[Table],
  headers: readonly CellValue[],
): number {
  const names = languages.map((language) => foldText(workbookText[language].settings.columns[table][column]));
  return headers.findIndex((header) => names.includes(foldText(String(header))));
}

/** Cells of the fields table that hold each field's header, as zero-based sheet positions. */
export function headerCells(
  book: BookSnapshot,
  grid: ValueGrid,
): ReadonlyMap<FieldId, { readonly row: number; readonly column: number }> {
  const cells = new Map<FieldId, { row: number; column: number }>();
  const place = placeOf(settingsTables.fields, book, grid);
  if (!place) return cells;
  const name = columnAt("fields", "name", place.headers);
  const header = columnAt("fields", "header", place.headers);
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

/**
 * Reads the Settings tables, by table name and header, in either language. What cannot be read is taken as the default and
 * reported with its cell; rows with a blank name are passed over.
 * @param grid values of a rectangle that covers all Settings tables and named cells
 * @param language of the workbook, for what is reported
 */
export function readSettings(book: BookSnapshot, grid: ValueGrid, language: Language): SettingsReading {
  const issues: SettingsIssue[] = [];
  const words = workbookText[language];
  const { dateSystem } = book;

  /** Rows of a table, each with a name that no row before it has. */
  function rowsOf<Table extends keyof SettingsColumns>(
    table: Table,
    key: SettingsColumns[Table] | null,
  ): readonly Row<SettingsColumns[Table]>[] | null {
    const place = placeOf(settingsTables[table], book, grid);
    if (!place) {
      issues.push({ problem: { kind: "tableMissing" }, table, sheet: null, cell: null });
      return null;
    }
    const { area, sheet } = place.table;
    const columns: readonly SettingsColumns[Table][] = settingsColumns[table];
    const at = new Map(columns.map((column) => [column, columnAt(table, column, place.headers)]));
    for (const [column, offset] of at) {
      if (offset >= 0) continue;
      const cell = cellAddress(area.row, area.column + Math.min(columns.indexOf(column), area.columns - 1));
      issues.push({
        problem: { kind: "columnMissing", header: words.settings.columns[table][column] },
        table,
        sheet,
        cell,
      });
    }
    const seen = new Set<string>();
    let firstBlank = -1;
    let hasGap = false;
    const rows = place.rows.flatMap((values, index): readonly Row<SettingsColumns[Table]>[] => {
      const get = (column: SettingsColumns[Table]) => values[at.get(column) ?? -1] ?? "";
      const report = (column: SettingsColumns[Table], problem: SettingsProblem) => {
        const cell = cellAddress(area.row + 1 + index, area.column + Math.max(0, at.get(column) ?? 0));
        issues.push({ problem, table, sheet, cell });
      };
      if (key === null) return [{ get, report }];
      const name = String(get(key)).trim();
      if (name === "") {
        if (firstBlank < 0) firstBlank = index;
        return [];
      }
      if (firstBlank >= 0) hasGap = true;
      const folded = name.toLowerCase();
      if (seen.has(folded)) {
        report(key, { kind: "duplicate", value: name });
        return [];
      }
      seen.add(folded);
      return [{ get, report }];
    });
    if (hasGap && key !== null) {
      const cell = cellAddress(area.row + 1 + firstBlank, area.column + Math.max(0, at.get(key) ?? 0));
      issues.push({ problem: { kind: "gap" }, table, sheet, cell });
    }
    return rows;
  }

  /** A word of a fixed set, the fallback for a blank cell, and both a report and the fallback for anything else. */
  function word<Column extends string, T, F>(
    row: Row<Column>,
    column: Column,
    read: (cell: CellValue) => T | undefined,
    allowed: readonly string[],
    fallback: F,
  ): T | F {
    const value = row.get(column);
    if (isBlank(value)) return fallback;
    const found = read(value);
    if (found === undefined) row.report(column, { kind: "unknownWord", value, allowed });
    return found ?? fallback;
  }

  function yesNo<Column extends string>(row: Row<Column>, column: Column, fallback: boolean): boolean {
    const value = row.get(column);
    return typeof value === "boolean" ? value : word(row, column, readYesNo, [words.yes, words.no], fallback);
  }

  /** A number, or null for a blank cell; anything else is reported. */
  function number<Column extends string>(row: Row<Column>, column: Column): number | null {
    const value = row.get(column);
    if (typeof value === "number" && value >= 0) return value;
    if (!isBlank(value)) row.report(column, { kind: "notANumber", value });
    return null;
  }

  function limit<Column extends string>(row: Row<Column>, column: Column): number | null {
    const value = row.get(column);
    if (typeof value === "number") return value;
    if (!isBlank(value)) row.report(column, { kind: "notANumber", value });
    return null;
  }

  function text<Column extends string>(row: Row<Column>, column: Column): string | null {
    const value = row.get(column);
    return isBlank(value) ? null : String(value).trim();
  }

  const listPlace = placeOf(settingsTables.lists, book, grid);
  if (!listPlace) issues.push({ problem: { kind: "tableMissing" }, table: "lists", sheet: null, cell: null });
  const lists = listPlace && readLists(listPlace, issues, words);

  const kindWords = stageKinds.map((kind) => words.stageKind[kind]);
  const stages =
    rowsOf("stages", "name")?.map((row): Stage => {
      const name = String(row.get("name")).trim();
      const kind = word(row, "kind", readStageKind, kindWords, undefined);
      const probability = number(row, "probability");
      return {
        ...stageOf(name, kind),
        staleDays: number(row, "staleDays") ?? 0,
        warnDays: number(row, "warnDays"),
        stuckDays: number(row, "stuckDays"),
        // 60 is meant as 60 %, as Excel shows 0.6 in a cell with that format.
        probability: probability === null ? null : Math.min(1, probability > 1 ? probability / 100 : probability),
        nextOwner: text(row, "nextOwner"),
      };
    }) ?? null;
  const types =
    rowsOf("types", "name")?.map((row): CustomerType => ({
      name: String(row.get("name")).trim(),
      staleDays: number(row, "staleDays"),
      keyAccount: yesNo(row, "keyAccount", false),
    })) ?? null;
  const owners =
    rowsOf("owners", "name")?.map((row): Owner => ({
      name: String(row.get("name")).trim(),
      team: text(row, "team") ?? "",
    })) ?? null;
  const outcomeWords = outcomes.map((outcome) => words.stageKind[outcome]);
  const reasons =
    rowsOf("reasons", "name")?.map((row): ClosingReason => ({
      name: String(row.get("name")).trim(),
      outcome: word(row, "outcome", readOutcome, outcomeWords, null),
      revisitDays: number(row, "revisitDays"),
    })) ?? null;

  const fields = readFields();
  const calendar = readCalendar();
  return { settings: { fields, stages, types, owners, reasons, lists, calendar }, issues };

  function readFields(): readonly Field[] | null {
    const rows = rowsOf("fields", "name");
    if (!rows) return null;
    const read = new Map<FieldId, Field>();
    const conditions: { row: Row<SettingsColumns["fields"]>; when: readonly Condition[] }[] = [];
    for (const row of rows) {
      const name = String(row.get("name")).trim();
      const id = fieldByText(name);
      if (read.has(id)) {
        row.report("name", { kind: "duplicate", value: name });
        continue;
      }
      const header = row.get("header");
      const defaults = defaultField(id, isBlank(header) ? null : String(header));
      const whenText = String(row.get("requiredWhen"));
      const when = isBlank(whenText) ? [] : readConditions(whenText);
      if (when === null) row.report("requiredWhen", { kind: "unreadableCondition", value: whenText });
      else conditions.push({ row, when });
      read.set(id, {
        ...defaults,
        // What a known field is does not change: the measures rely on it.
        kind: isKnownField(id)
          ? defaults.kind
          : word(
              row,
              "kind",
              readKind,
              fieldKinds.map((kind) => words.fieldKind[kind]),
              defaults.kind,
            ),
        requiredWhen: when ?? defaults.requiredWhen,
        level: word(
          row,
          "level",
          readLevel,
          levels.map((level) => words.level[level]),
          defaults.level,
        ),
        columnRequired: yesNo(row, "columnRequired", false),
        list: readList(row, defaults),
        unique: yesNo(row, "unique", false),
        min: limit(row, "min"),
        max: limit(row, "max"),
        pattern: text(row, "pattern"),
        hint: text(row, "hint"),
      });
    }
    const known = <T extends { readonly name: string }>(entries: readonly T[] | null) => {
      const names = new Set(entries?.map(({ name }) => name.toLowerCase()));
      return (name: string) => entries === null || names.has(name.toLowerCase());
    };
    const has = { stage: known(stages), type: known(types), field: (id: FieldId) => read.has(id) };
    for (const { row, when } of conditions) {
      for (const value of unknownNames(when, has)) row.report("requiredWhen", { kind: "unknownName", value });
    }
    const place = placeOf(settingsTables.fields, book, grid);
    for (const field of knownFieldIds) {
      if (read.has(field) || !place) continue;
      const { sheet, area } = place.table;
      const cell = cellAddress(area.row, area.column);
      issues.push({ problem: { kind: "fieldMissing", field }, table: "fields", sheet, cell });
    }
    const own = [...read.values()].filter(({ id }) => !isKnownField(id));
    return [...knownFieldIds.map((id) => read.get(id) ?? defaultField(id, null)), ...own];
  }

  function readList(row: Row<SettingsColumns["fields"]>, defaults: Field): string | null {
    const value = text(row, "list");
    if (value === null) return defaults.list;
    const key = readListKey(value) ?? lists?.find((list) => list.key.toLowerCase() === value.toLowerCase())?.key;
    if (key === undefined && lists !== null) row.report("list", { kind: "unknownName", value });
    return key ?? defaults.list;
  }

  function readCalendar(): Calendar | null {
    const rows = rowsOf("holidays", null);
    const counting = readCountingCell();
    if (!rows) return counting === null ? null : { ...defaultCalendar, counting };
    const days = (column: "off" | "on") =>
      rows.flatMap((row) => {
        const value = row.get(column);
        if (isBlank(value)) return [];
        if (typeof value !== "number" || !isDateSerial(value, dateSystem)) {
          row.report(column, { kind: "notADate", value });
          return [];
        }
        const weekday = weekdayOf(value, dateSystem);
        if (column === "on" && weekday !== 0 && weekday !== 6) row.report(column, { kind: "noWeekend", value });
        return [Math.floor(value)];
      });
    return { counting: counting ?? defaultCalendar.counting, off: days("off"), on: days("on") };
  }

  function readCountingCell(): Calendar["counting"] | null {
    const cell = parseReference(book.names.find(({ name }) => name === countingName)?.formula ?? "");
    if (!cell || cell.sheet !== grid.sheet) return null;
    const value = grid.values[cell.area.row - grid.area.row]?.[cell.area.column - grid.area.column] ?? "";
    const counting = readCounting(value);
    if (counting === undefined) {
      issues.push({
        problem: { kind: "unknownWord", value, allowed: Object.values(words.counting) },
        table: "counting",
        sheet: cell.sheet,
        cell: cellAddress(cell.area.row, cell.area.column),
      });
    }
    return counting ?? null;
  }
}

/** The lists table: each column with a header is a list; blank cells below its last entry do not count. */
function readLists({ table, headers, rows }: Place, issues: SettingsIssue[], words: WorkbookText): readonly List[] {
  const { area, sheet } = table;
  const found = headers.map((header, column): List => {
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
      const cell = cellAddress(area.row + 1 + index, area.column + column);
      if (seen.has(entry.toLowerCase())) {
        issues.push({ problem: { kind: "duplicate", value: entry }, table: "lists", sheet, cell });
        return;
      }
      seen.add(entry.toLowerCase());
      entries.push(entry);
    });
    if (hasGap) {
      const cell = cellAddress(area.row + 1 + firstBlank, area.column + column);
      issues.push({ problem: { kind: "gap" }, table: "lists", sheet, cell });
    }
    return { key: readListKey(header) ?? String(header).trim(), entries };
  });
  const known = knownListKeys.map((key): List => {
    const list = found.find((candidate) => candidate.key === key);
    if (list) return list;
    const header = words.settings.lists[key];
    issues.push({
      problem: { kind: "columnMissing", header },
      table: "lists",
      sheet,
      cell: cellAddress(area.row, area.column),
    });
    return { key, entries: [] };
  });
  return [...known, ...found.filter(({ key }) => !knownListKeys.some((knownKey) => knownKey === key))];
}

/** Where each list of the lists table stands: offset of its column. */
export function listColumns(book: BookSnapshot, grid: ValueGrid): ReadonlyMap<string, number> {
  const place = placeOf(settingsTables.lists, book, grid);
  return new Map(
    (place?.headers ?? []).map((header, column) => [readListKey(header) ?? String(header).trim(), column]),
  );
}
