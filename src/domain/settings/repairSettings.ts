import { foldText } from "../values/text";
import { isBlank, type CellInput, type CellValue } from "../values/value";
import { knownListKeys, type Schema } from "../schema/field";
import { fieldName } from "../schema/fieldName";
import type { SettingsIssue } from "../plan/settingsIssue";
import { absoluteAddress, intersect, parseAddress, type Area } from "../workbook/area";
import { parseReference } from "../workbook/reference";
import type { Language } from "../values/language";
import { workbookText, type WorkbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import type { HealthItem } from "../plan/healthItem";
import { nameActions } from "../workbook/nameActions";
import { settingsColumns, settingsTables, type SettingsTable } from "../schema/settingsNames";
import {
  settingsCellNames,
  settingsFormats,
  settingsTableCells,
  settingsValidations,
  settingsWidths,
} from "./settingsSheet";
import type { BookSnapshot, FormulaGrid, TableFacts } from "../workbook/snapshot";

type TablePlace = Pick<TableFacts, "name" | "sheet" | "area">;

/** How a Settings sheet in which something cannot be read is put in order again, part by part. */
export interface SettingsRepair {
  readonly actions: readonly Action[];
  readonly items: readonly HealthItem[];
}

interface Work {
  readonly sheet: string;
  readonly cells: FormulaGrid;
  readonly tables: readonly TablePlace[];
  readonly schema: Schema;
  readonly language: Language;
  readonly words: WorkbookText;
}

const languages: readonly Language[] = ["zh-CN", "en"];
const tableKeys: readonly SettingsTable[] = ["fields", "stages", "types", "owners", "reasons", "holidays", "lists"];

function at({ area, formulas }: FormulaGrid, row: number, column: number): CellValue {
  return formulas[row - area.row]?.[column - area.column] ?? "";
}

function isFree({ cells, tables }: Work, area: Area): boolean {
  if (tables.some((table) => intersect(table.area, area) !== null)) return false;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (at(cells, row, column) !== "") return false;
    }
  }
  return true;
}

/** Which column of the table a header names, as an offset into the columns that a new table has; -1 for one of the team's own. */
function columnOf(table: SettingsTable, header: CellInput): number {
  const text = foldText(String(header));
  const names = (language: Language): readonly string[] => {
    const { columns, lists } = workbookText[language].settings;
    if (table === "lists") return knownListKeys.map((key) => lists[key]);
    const of: Readonly<Record<string, string>> = columns[table];
    return settingsColumns[table].map((column) => of[column] ?? "");
  };
  for (const language of languages) {
    const found = names(language).findIndex((name) => foldText(name) === text);
    if (found >= 0) return found;
  }
  return -1;
}

/** A cell as it is written back: formula text as a formula. */
function inputOf(value: CellValue): CellInput {
  return typeof value === "string" && value.startsWith("=") ? { formula: value } : value;
}

function key(value: CellInput | undefined): string {
  return typeof value === "object"
    ? ""
    : String(value ?? "")
        .trim()
        .toLowerCase();
}

function repairTable(
  table: SettingsTable,
  place: TablePlace,
  issues: readonly SettingsIssue[],
  work: Work,
): SettingsRepair {
  const { sheet, cells, schema, language } = work;
  const { area } = place;
  const before = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => inputOf(at(cells, area.row + row, area.column + column))),
  );
  const now: CellInput[][] = before.map((row) => [...row]);
  const wanted = settingsTableCells(table, schema, language);
  const items: HealthItem[] = [];
  const done = (damage: HealthItem["damage"], what: string, row: number, column: number) =>
    items.push({
      damage,
      part: "settingsCell",
      what,
      place: { sheet, area: { row: area.row + row, column: area.column + column, rows: 1, columns: 1 } },
      count: 1,
    });
  const headers = () => now[0] ?? [];
  const columns = () => headers().map((header) => columnOf(table, header));
  /** The cell that the schema in force has for a row of the table and a column of a new one. */
  const cellFor = (row: readonly CellInput[], column: number): CellInput => {
    const name = key(row[columns().indexOf(0)]);
    return wanted.slice(1).find((each) => name !== "" && key(each[0]) === name)?.[column] ?? "";
  };

  for (const issue of issues) {
    const { problem } = issue;
    if (problem.kind !== "columnMissing") continue;
    const column = columnOf(table, problem.header);
    if (columns()[column] === -1 && column < headers().length) {
      (now[0] ?? [])[column] = problem.header;
      done("altered", problem.header, 0, column);
      continue;
    }
    const next = headers().length;
    const free = isFree(work, { row: area.row, column: area.column + next, rows: area.rows, columns: 1 });
    if (!free || (column === 0 && table !== "lists" && table !== "holidays")) continue;
    const added = now.map((row, index) =>
      index === 0 ? problem.header : table === "lists" ? "" : cellFor(row, column),
    );
    added.forEach((cell, row) => now[row]?.push(cell));
    done("missing", problem.header, 0, next);
  }

  // What was read under a wrong header says nothing: with the header in its place it is read again.
  const readable = items.length === 0 ? issues : [];

  const missingFields = readable.flatMap(({ problem }) =>
    problem.kind === "fieldMissing" ? [fieldName(problem.field, language)] : [],
  );
  for (const { problem, cell: address } of readable) {
    if (problem.kind !== "unknownWord" && problem.kind !== "notANumber") continue;
    const cell = parseAddress(address ?? "");
    const row = cell ? now[cell.row - area.row] : undefined;
    const column = cell ? cell.column - area.column : -1;
    const own = columns()[column] ?? -1;
    if (!cell || !row || own < 0) continue;
    row[column] = cellFor(row, own);
    done("altered", String(problem.value), cell.row - area.row, column);
  }

  for (const issue of readable) {
    if (issue.problem.kind !== "gap") continue;
    const cell = parseAddress(issue.cell ?? "");
    if (!cell) continue;
    closeUp(now, table === "lists" ? cell.column - area.column : null, columns().indexOf(0));
    done(
      "fragmented",
      String(headers()[cell.column - area.column] ?? ""),
      cell.row - area.row,
      cell.column - area.column,
    );
  }

  // Blank rows at the end are filled first: a row below them would leave a gap.
  const isBlankRow = (row: readonly CellInput[]) => row.every((cell) => cell === "");
  while (missingFields.length > 0 && now.length > 1 && isBlankRow(now.at(-1) ?? [])) now.pop();
  const more = Math.max(0, now.length + missingFields.length - area.rows);
  const below: Area = { row: area.row + area.rows, column: area.column, rows: more, columns: headers().length };
  if (missingFields.length > 0 && columns().includes(0) && isFree(work, below)) {
    for (const name of missingFields) {
      const row = wanted.find((each) => key(each[0]) === key(name)) ?? [name];
      now.push(columns().map((column) => (column < 0 ? "" : (row[column] ?? ""))));
      done("missing", name, now.length - 1, columns().indexOf(0));
    }
  }
  while (now.length < area.rows) now.push(headers().map(() => ""));

  const grown: Area = { ...area, rows: now.length, columns: headers().length };
  const changed = now.map((row, r) => row.map((cell, c) => (same(before[r]?.[c], cell) ? null : cell)));
  const actions: Action[] = [];
  if (changed.some((row) => row.some((cell) => cell !== null))) {
    actions.push({ kind: "writeCells", sheet, area: grown, cells: changed });
  }
  if (grown.rows !== area.rows || grown.columns !== area.columns) {
    actions.push({ kind: "resizeTable", name: place.name, sheet, area: grown });
  }
  return { actions, items };
}

function same(a: CellInput | undefined, b: CellInput): boolean {
  if (typeof a === "object" && typeof b === "object") return a?.formula === b?.formula;
  return a === b;
}

/** Moves blank entries to the end: whole rows by their name, or the entries of one list. */
function closeUp(rows: CellInput[][], list: number | null, nameColumn: number): void {
  const body = rows.slice(1);
  const column = list ?? nameColumn;
  const isEmpty = (row: readonly CellInput[]) => {
    const cell = row[column] ?? "";
    return typeof cell !== "object" && isBlank(cell);
  };
  const ordered = [...body.filter((row) => !isEmpty(row)), ...body.filter(isEmpty)];
  if (list === null) {
    ordered.forEach((row, index) => (rows[index + 1] = row));
    return;
  }
  const entries = ordered.map((row) => row[list] ?? "");
  entries.forEach((entry, index) => {
    const row = rows[index + 1];
    if (row) row[list] = entry;
  });
}

/** A table that has gone, made anew at the right of everything that stands on the sheet. */
function newTable(table: SettingsTable, column: number, row: number, work: Work): readonly Action[] {
  const { sheet, schema, language } = work;
  const cells = settingsTableCells(table, schema, language);
  const area: Area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 };
  return [
    ...settingsFormats(table, area).map((each): Action => ({
      kind: "setNumberFormat",
      sheet,
      area: each.area,
      format: each.format,
    })),
    { kind: "writeCells", sheet, area, cells },
    { kind: "createTable", sheet, area, name: settingsTables[table], style: "TableStyleLight1" },
    ...settingsValidations(table, area, language).map((each): Action => ({
      kind: "setValidation",
      sheet,
      area: each.area,
      validation: each.validation,
    })),
    { kind: "setColumnWidths", sheet, column, widths: settingsWidths(table, area.columns) },
  ];
}

/** Names of the Settings' own cells that lead nowhere, found again by the words in front of the cells. */
function cellNames(book: BookSnapshot, { sheet, cells }: Work) {
  return settingsCellNames(sheet).flatMap(({ name, formula }, index) => {
    const now = parseReference(
      book.names.find((each) => each.name.toLowerCase() === name.toLowerCase())?.formula ?? "",
    );
    if (now && book.sheets.some((each) => each.name === now.sheet)) return [];
    const labels = languages.map((language) => {
      const { today, language: tag, counting } = workbookText[language].settings;
      return [today, tag, counting][index] ?? "";
    });
    for (let row = cells.area.row; row < cells.area.row + cells.area.rows; row += 1) {
      for (let column = cells.area.column; column < cells.area.column + cells.area.columns; column += 1) {
        if (!labels.includes(String(at(cells, row, column)))) continue;
        const area: Area = { row, column: column + 1, rows: 1, columns: 1 };
        return [{ name, formula: `=${absoluteAddress(sheet, area)}` }];
      }
    }
    return [{ name, formula }];
  });
}

/**
 * Works out the repair of Settings in which tables, headers, rows or words are missing or wrong. Each part is put back from
 * the schema in force, where that is no guess; the rest is left to people. Cells under a header that is put back are looked
 * at by the next repair only.
 * @param cells formulas of all used cells of the Settings sheet
 */
export function repairSettings(
  book: BookSnapshot,
  cells: FormulaGrid,
  issues: readonly SettingsIssue[],
  schema: Schema,
  language: Language,
): SettingsRepair {
  const { sheet } = cells;
  const onSheet = book.tables.filter((table) => table.sheet === sheet);
  const work: Work = { sheet, cells, tables: onSheet, schema, language, words: workbookText[language] };
  const tableOf = (table: SettingsTable) =>
    book.tables.find(({ name }) => name.toLowerCase() === settingsTables[table].toLowerCase());
  const actions: Action[] = [];
  const items: HealthItem[] = [];
  const ends = [cells.area, ...onSheet.map(({ area }) => area)].map(({ column, columns }) => column + columns);
  let right = Math.max(...ends) + 1;
  const ours = tableKeys.flatMap((table) => tableOf(table) ?? []).filter((table) => table.sheet === sheet);
  const top = Math.min(...ours.map(({ area }) => area.row));

  for (const table of tableKeys) {
    const present = tableOf(table);
    if (!present) {
      actions.push(...newTable(table, right, top, work));
      right += (settingsTableCells(table, schema, language)[0]?.length ?? 1) + 1;
      items.push({ damage: "missing", part: "settingsTable", what: settingsTables[table], place: null, count: 1 });
      continue;
    }
    // Somebody moved it to another sheet: where it should be is for people to say.
    if (present.sheet !== sheet) continue;
    const own = issues.filter((issue) => issue.table === table);
    const repaired = repairTable(table, present, own, work);
    actions.push(...repaired.actions);
    items.push(...repaired.items);
  }

  for (const { table, problem, cell } of issues) {
    const area = parseAddress(cell ?? "");
    if (table !== "counting" || !area || problem.kind !== "unknownWord") continue;
    actions.push({ kind: "writeCells", sheet, area, cells: [[work.words.counting[schema.calendar.counting]]] });
    const what = String(problem.value);
    items.push({ damage: "altered", part: "settingsCell", what, place: { sheet, area }, count: 1 });
  }
  actions.push(...nameActions(book, cellNames(book, work)));
  return { actions, items };
}
