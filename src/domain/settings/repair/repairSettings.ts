import type { HealthItem } from "../../plan/healthItem";
import type { SettingsIssue } from "../../plan/settingsIssue";
import { settingsTableIds, settingsTables, type SettingsTable } from "../../schema/settingsNames";
import { workbookText } from "../../schema/workbookText";
import type { Action } from "../../workbook/action";
import { absoluteAddress, parseAddress, type Area } from "../../workbook/area";
import { tableStyle } from "../../workbook/layout";
import { nameActions } from "../../workbook/nameActions";
import { parseReference } from "../../workbook/reference";
import type { BookSnapshot } from "../../workbook/snapshot";
import { languages } from "../cells";
import { settingsCellNames, settingsFormats, settingsValidations, settingsWidths } from "../settingsSheet";
import { cellOfSheet, mendedCell, repairTable, wantedCells, type RepairWork, type SettingsRepair } from "./repairTable";

/** A table that has gone, made anew at the right of everything that stands on the sheet. */
function newTable(table: SettingsTable, column: number, row: number, work: RepairWork): readonly Action[] {
  const { sheet, language } = work;
  const cells = wantedCells(table, work);
  const area: Area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 1 };
  return [
    ...settingsFormats(table, area).map((each): Action => ({ kind: "setNumberFormat", sheet, ...each })),
    { kind: "writeCells", sheet, area, cells },
    { kind: "createTable", sheet, area, name: settingsTables[table], style: tableStyle },
    ...settingsValidations(table, area, language).map((each): Action => ({ kind: "setValidation", sheet, ...each })),
    { kind: "setColumnWidths", sheet, column, widths: settingsWidths(table, area.columns) },
  ];
}

/** Tables that have gone are made anew, the others are put in order where they stand. */
function repairTables(
  book: BookSnapshot,
  issues: readonly SettingsIssue[],
  work: RepairWork,
): readonly SettingsRepair[] {
  const { sheet, cells, tables } = work;
  const tableOf = (table: SettingsTable) =>
    book.tables.find(({ name }) => name.toLowerCase() === settingsTables[table].toLowerCase());
  const ends = [cells.area, ...tables.map(({ area }) => area)].map(({ column, columns }) => column + columns);
  let right = Math.max(...ends) + 1;
  const ours = settingsTableIds.flatMap((table) => tableOf(table) ?? []).filter((table) => table.sheet === sheet);
  const top = Math.min(...ours.map(({ area }) => area.row));
  return settingsTableIds.flatMap((table): readonly SettingsRepair[] => {
    const present = tableOf(table);
    if (!present) {
      const actions = newTable(table, right, top, work);
      right += (wantedCells(table, work)[0]?.length ?? 1) + 1;
      const what = settingsTables[table];
      return [{ actions, items: [{ damage: "missing", part: "settingsTable", what, place: null, count: 1 }] }];
    }
    // Somebody moved it to another sheet: where it should be is for people to say.
    if (present.sheet !== sheet) return [];
    const own = issues.filter((issue) => issue.table === table);
    return [repairTable(table, present, own, work)];
  });
}

/** The cell that says how days are counted, where it holds another word. */
function repairCounting(issues: readonly SettingsIssue[], work: RepairWork): SettingsRepair {
  const { sheet, language } = work;
  const actions: Action[] = [];
  const items: HealthItem[] = [];
  for (const issue of issues) {
    const { table, problem, cell } = issue;
    const area = parseAddress(cell ?? "");
    const mended = mendedCell(work, issue);
    if (table !== "counting" || !area || problem.kind !== "unknownWord" || mended === null) continue;
    actions.push({ kind: "writeCells", sheet, area, cells: [[mended.to]] });
    const what = workbookText[language].settings.counting;
    const change = { entry: "", from: problem.value, ...mended };
    items.push({ damage: "altered", part: "settingsCell", what, place: { sheet, area }, count: 1, change });
  }
  return { actions, items };
}

/** Names of the Settings' own cells that lead nowhere, found again by the words in front of the cells. */
function cellNames(book: BookSnapshot, { sheet, cells }: RepairWork) {
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
        if (!labels.includes(String(cellOfSheet(cells, row, column)))) continue;
        const area: Area = { row, column: column + 1, rows: 1, columns: 1 };
        return [{ name, formula: `=${absoluteAddress(sheet, area)}` }];
      }
    }
    return [{ name, formula }];
  });
}

/**
 * Works out the repair of Settings in which tables, headers, rows or words are missing or wrong. A cell that somebody wrote gives way
 * only to what was last readable there, or to what somebody says; a table, column or row that has gone comes back as it is remembered,
 * else from the schema in force. The rest is left to people. Cells under a header that is put back are looked at by the next repair only.
 */
export function repairSettings(
  book: BookSnapshot,
  issues: readonly SettingsIssue[],
  known: Omit<RepairWork, "sheet" | "tables">,
): SettingsRepair {
  const { cells } = known;
  const tables = book.tables.filter((table) => table.sheet === cells.sheet);
  const work: RepairWork = { ...known, sheet: cells.sheet, tables };
  const parts = [...repairTables(book, issues, work), repairCounting(issues, work)];
  return {
    actions: [...parts.flatMap(({ actions }) => actions), ...nameActions(book, cellNames(book, work))],
    items: parts.flatMap(({ items }) => items),
  };
}
