import type { Schema } from "../schema/field";
import { entriesOfList, listDefinedName } from "../schema/lists";
import {
  countingName,
  languageName,
  settingsTableIds,
  settingsTables,
  todayName,
  type SettingsTable,
} from "../schema/settingsNames";
import { workbookText, type WorkbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import type { Validation } from "../workbook/action";
import { absoluteAddress, type Area } from "../workbook/area";
import { blockArea, type Block, type SheetLayout } from "../workbook/layout";
import type { TableFacts } from "../workbook/snapshot";
import { settingsTableLooks } from "./tables";

/** Where everything stands on a new Settings sheet. The tables stand side by side, so that each can grow downwards. */
export interface SettingsSheet {
  readonly layout: SheetLayout;
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
  readonly validations: readonly { readonly area: Area; readonly validation: Validation }[];
}

const todayCell: Area = { row: 2, column: 1, rows: 1, columns: 1 };
const languageCell: Area = { row: 3, column: 1, rows: 1, columns: 1 };
const countingCell: Area = { row: 4, column: 1, rows: 1, columns: 1 };
const firstTableRow = 6;

/** Fixed names of cells on the Settings sheet. */
export function settingsCellNames(title: string): readonly { readonly name: string; readonly formula: string }[] {
  return [
    { name: todayName, formula: `=${absoluteAddress(title, todayCell)}` },
    { name: languageName, formula: `=${absoluteAddress(title, languageCell)}` },
    { name: countingName, formula: `=${absoluteAddress(title, countingCell)}` },
  ];
}

/** Widths for the columns of a Settings table that is made, characters. */
export function settingsWidths(table: SettingsTable, columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, offset) => settingsTableLooks[table].columns[offset]?.width ?? 14);
}

function choice(entries: readonly string[], strict: boolean, title: string): Validation {
  return {
    rule: { type: "list", source: entries.join(",") },
    alert: strict ? { style: "stop", message: entries.join(" / ") } : null,
    title,
    hint: null,
  };
}

/** Body cells of one or more columns of a Settings table whose whole area is given. */
function bodyColumns(area: Area, offset: number, columns: number): Area {
  return { row: area.row + 1, column: area.column + offset, rows: area.rows - 1, columns };
}

/** Validations of a Settings table whose whole area is given. */
export function settingsValidations(
  table: SettingsTable,
  area: Area,
  language: Language,
): readonly { readonly area: Area; readonly validation: Validation }[] {
  const { product } = workbookText[language];
  return settingsTableLooks[table].columns.flatMap(({ choices }, offset) => {
    if (!choices) return [];
    const { words, strict } = choices(language);
    return [{ area: bodyColumns(area, offset, 1), validation: choice(words, strict, product) }];
  });
}

/** Number formats of a Settings table whose whole area is given; neighbours of one format together. */
export function settingsFormats(table: SettingsTable, area: Area): SheetLayout["formats"] {
  const { columns } = settingsTableLooks[table];
  return columns.flatMap(({ format }, offset) => {
    if (format === undefined || columns[offset - 1]?.format === format) return [];
    const after = columns.findIndex((column, at) => at > offset && column.format !== format);
    return [{ area: bodyColumns(area, offset, (after < 0 ? columns.length : after) - offset), format }];
  });
}

/** Title, what the sheet is for, and the cells that have a name. */
function headOf({ calendar }: Schema, words: WorkbookText): Block {
  const { settings } = words;
  return {
    row: 0,
    column: 0,
    cells: [
      [words.settingsTitle],
      [settings.intro],
      [settings.today, { formula: "=TODAY()" }, settings.todayHint],
      [settings.language, words.language],
      [settings.counting, words.counting[calendar.counting], settings.countingHint],
    ],
  };
}

const headStyles: SheetLayout["styles"] = [
  { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, size: 16, height: 26 } },
  { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { color: "#616161" } },
  { area: { row: 2, column: 2, rows: 3, columns: 1 }, style: { color: "#616161" } },
  { area: { row: 2, column: 1, rows: 3, columns: 1 }, style: { bold: true, align: "left" } },
];

/** Width of the column that parts two tables, characters. */
const gapWidth = 3;

/** The Settings sheet of a workbook that has none: the schema as tables that a manager edits without code. */
export function newSettingsSheet(title: string, schema: Schema, language: Language): SettingsSheet {
  const words = workbookText[language];
  let column = 0;
  const placed = settingsTableIds.map((table) => {
    const block: Block = { row: firstTableRow, column, cells: settingsTableLooks[table].cells(schema, language) };
    const area = blockArea(block);
    column += area.columns + 1;
    return { table, block, area };
  });
  const blocks = [headOf(schema, words), ...placed.map(({ block }) => block)];
  const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
  return {
    layout: {
      title,
      blocks,
      styles: headStyles,
      formats: [
        { area: todayCell, format: "yyyy-mm-dd" },
        ...placed.flatMap(({ table, area }) => settingsFormats(table, area)),
      ],
      widths: placed.flatMap(({ table, area }) => [...settingsWidths(table, area.columns), gapWidth]).slice(0, -1),
      extent: { row: 0, column: 0, rows: lastRow, columns: column - 1 },
    },
    tables: placed.map(({ table, area }) => ({ name: settingsTables[table], area })),
    validations: [
      { area: countingCell, validation: choice(Object.values(words.counting), true, words.product) },
      ...placed.flatMap(({ table, area }) => settingsValidations(table, area, language)),
    ],
  };
}

/**
 * The list names, each over the filled part of its column: a blank cell inside a list would make Excel accept any entry.
 * Lists without entries have no name.
 * @param tables the Settings tables as they stand, or will stand
 * @param columnOf offset of a list's column in the lists table
 */
export function settingsListNames(
  tables: readonly Pick<TableFacts, "name" | "sheet" | "area">[],
  schema: Schema,
  columnOf: (key: string) => number | undefined,
): readonly { readonly name: string; readonly formula: string }[] {
  const sources: readonly {
    readonly key: string;
    readonly table: SettingsTable;
    readonly column: number | undefined;
  }[] = [
    { key: "stage", table: "stages", column: 0 },
    { key: "owner", table: "owners", column: 0 },
    { key: "customerType", table: "types", column: 0 },
    { key: "reason", table: "reasons", column: 0 },
    ...schema.lists.map(({ key }) => ({ key, table: "lists" as const, column: columnOf(key) })),
  ];
  return sources.flatMap(({ key, table, column }) => {
    const wanted = settingsTables[table].toLowerCase();
    const place = tables.find((candidate) => candidate.name.toLowerCase() === wanted);
    const rows = entriesOfList(key, schema).length;
    const name = listDefinedName(key, schema);
    if (!place || rows === 0 || column === undefined || name === null) return [];
    const area: Area = { row: place.area.row + 1, column: place.area.column + column, rows, columns: 1 };
    return [{ name, formula: `=${absoluteAddress(place.sheet, area)}` }];
  });
}
