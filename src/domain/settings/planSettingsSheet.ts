import { isSettingsTable } from "../schema/settingsNames";
import type { PlanPart } from "../plan/setUpPlan";
import type { Schema } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { headerNames } from "../schema/headerNames";
import { workbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import type { Area } from "../workbook/area";
import { dressSheet, freeTitle, tableStyle, writeBlocks } from "../workbook/layout";
import { nameActions } from "../workbook/nameActions";
import type { BookSnapshot, TableFacts, ValueGrid } from "../workbook/snapshot";
import { headerCells } from "./readSettings";
import { newSettingsSheet, settingsCellNames, settingsListNames } from "./settingsSheet";
import { listColumns } from "./tables/lists";

/** A Settings sheet that is made or completed, with its tables as they will stand. */
export interface SettingsSheetPlan extends PlanPart {
  readonly tables: readonly Pick<TableFacts, "name" | "sheet" | "area">[];
}

/** Header of a field's column as the Settings have it: the add-in adds the column of IDs under its own name. */
function settingsHeader(field: FieldId, header: string | null, language: Language): string | null {
  return field === "id" && header === null ? headerNames.id.own[language] : header;
}

/** Headers that people adopted since, and the names of the lists. The other cells are the team's own. */
function completedSheet(
  book: BookSnapshot,
  settings: ValueGrid,
  schema: Schema,
  language: Language,
): readonly Action[] {
  const headers = [...headerCells(book, settings)].flatMap(([field, cell]): readonly Action[] => {
    const now = schema.fields.find(({ id }) => id === field)?.header ?? null;
    const written = settings.values[cell.row - settings.area.row]?.[cell.column - settings.area.column] ?? "";
    const own = settingsHeader(field, now, language);
    if (own === null || own === String(written)) return [];
    const area: Area = { ...cell, rows: 1, columns: 1 };
    return [{ kind: "writeCells", sheet: settings.sheet, area, cells: [[own]] }];
  });
  const columns = listColumns(book, settings);
  const names = settingsListNames(standingTables(book), schema, (key) => columns.get(key));
  return [...headers, ...nameActions(book, names)];
}

function standingTables(book: BookSnapshot): readonly TableFacts[] {
  return book.tables.filter(({ name }) => isSettingsTable(name));
}

function newSheet(book: BookSnapshot, schema: Schema, language: Language): SettingsSheetPlan {
  const sheet = freeTitle(
    workbookText[language].settingsTitle,
    book.sheets.map(({ name }) => name),
  );
  const withId: Schema = {
    ...schema,
    fields: schema.fields.map((field) => ({ ...field, header: settingsHeader(field.id, field.header, language) })),
  };
  const { layout, ...page } = newSettingsSheet(sheet, withId, language);
  const tables = page.tables.map(({ name, area }) => ({ name, area, sheet }));
  const newColumn = (key: string) => schema.lists.findIndex((list) => list.key === key);
  const names = [...settingsCellNames(sheet), ...settingsListNames(tables, withId, newColumn)];
  return {
    tables,
    changes: [{ kind: "sheet", role: "settings", title: sheet, isNew: true }],
    actions: [
      { kind: "addSheet", sheet, visibility: "visible" },
      ...layout.formats.map((each): Action => ({ kind: "setNumberFormat", sheet, ...each })),
      ...writeBlocks(sheet, layout.blocks),
      ...tables.map((each): Action => ({ kind: "createTable", ...each, style: tableStyle })),
      ...nameActions(book, names),
      ...page.validations.map((each): Action => ({ kind: "setValidation", sheet, ...each })),
      ...dressSheet({ ...layout, formats: [] }),
    ],
    health: [],
  };
}

/**
 * What makes the Settings sheet of a workbook that has none, or completes the one that stands.
 * @param settings values of a rectangle that covers its tables and named cells; null before there are any
 */
export function planSettingsSheet(
  book: BookSnapshot,
  settings: ValueGrid | null,
  schema: Schema,
  language: Language,
): SettingsSheetPlan {
  const tables = standingTables(book);
  if (tables.length === 0 || !settings) return newSheet(book, schema, language);
  return { tables, actions: completedSheet(book, settings, schema, language), changes: [], health: [] };
}
