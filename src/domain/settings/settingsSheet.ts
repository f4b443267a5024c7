import type { CellInput } from "../values/value";
import { conditionText } from "../schema/conditionText";
import { fieldKinds, levels, outcomes, stageKinds, type List, type Schema } from "../schema/field";
import { fieldName } from "../schema/fieldName";
import { entriesOfList, isKnownList } from "../schema/lists";
import { absoluteAddress, type Area } from "../workbook/area";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import type { Validation } from "../workbook/action";
import { blockArea, type Block, type SheetLayout } from "../workbook/layout";
import {
  countingName,
  languageName,
  settingsColumns,
  settingsTables,
  todayName,
  type SettingsColumns,
  type SettingsTable,
  listDefinedName,
} from "../schema/settingsNames";
import type { TableFacts } from "../workbook/snapshot";

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

/** Header of a list's column: a known list's own word, else the team's. */
export function listHeader(list: List, language: Language): string {
  return isKnownList(list.key) ? workbookText[language].settings.lists[list.key] : list.key;
}

type TableCells = readonly (readonly CellInput[])[];

/** Header and rows of a Settings table as the schema has it; one blank row where it has none. */
export function settingsTableCells(table: SettingsTable, schema: Schema, language: Language): TableCells {
  const words = workbookText[language];
  const blank = (value: string | number | null): CellInput => value ?? "";
  const yesNo = (yes: boolean): string => (yes ? words.yes : words.no);
  /** The cells of one row in the order of the table's columns. */
  const rowsOf = <Table extends keyof SettingsColumns>(
    of: Table,
    rows: readonly Readonly<Record<SettingsColumns[Table], CellInput>>[],
  ): TableCells => {
    const columns: readonly SettingsColumns[Table][] = settingsColumns[of];
    const header = columns.map((column) => words.settings.columns[of][column]);
    const body = rows.map((row) => columns.map((column) => row[column]));
    return [header, ...(body.length > 0 ? body : [header.map(() => "")])];
  };
  switch (table) {
    case "fields":
      return rowsOf(
        table,
        schema.fields.map((field) => ({
          name: fieldName(field.id, language),
          header: blank(field.header),
          kind: words.fieldKind[field.kind],
          requiredWhen: conditionText(field.requiredWhen, language),
          level: words.level[field.level],
          columnRequired: yesNo(field.columnRequired),
          list: field.list === null ? "" : listHeader({ key: field.list, entries: [] }, language),
          unique: yesNo(field.unique),
          min: blank(field.min),
          max: blank(field.max),
          pattern: blank(field.pattern),
          hint: blank(field.hint),
        })),
      );
    case "stages":
      return rowsOf(
        table,
        schema.stages.map((stage) => ({
          name: stage.name,
          kind: words.stageKind[stage.kind],
          staleDays: stage.staleDays,
          warnDays: blank(stage.warnDays),
          stuckDays: blank(stage.stuckDays),
          probability: blank(stage.probability),
          nextOwner: blank(stage.nextOwner),
        })),
      );
    case "types":
      return rowsOf(
        table,
        schema.types.map(({ name, staleDays, keyAccount }) => ({
          name,
          staleDays: blank(staleDays),
          keyAccount: yesNo(keyAccount),
        })),
      );
    case "owners":
      return rowsOf(table, schema.owners);
    case "reasons":
      return rowsOf(
        table,
        schema.reasons.map(({ name, outcome, revisitDays }) => ({
          name,
          outcome: outcome === null ? "" : words.stageKind[outcome],
          revisitDays: blank(revisitDays),
        })),
      );
    case "holidays": {
      const { off, on } = schema.calendar;
      const rows = Array.from({ length: Math.max(off.length, on.length) }, (_, row) => ({
        off: blank(off[row] ?? null),
        on: blank(on[row] ?? null),
        note: "",
      }));
      return rowsOf(table, rows);
    }
    case "lists": {
      const longest = Math.max(1, ...schema.lists.map(({ entries }) => entries.length));
      return [
        schema.lists.map((list) => listHeader(list, language)),
        ...Array.from({ length: longest }, (_, row) => schema.lists.map(({ entries }) => entries[row] ?? "")),
      ];
    }
  }
}

/** Widths of the columns of each table, characters. */
const widths: Readonly<Record<SettingsTable, readonly number[]>> = {
  fields: [17, 22, 14, 28, 13, 19, 13, 13, 11, 11, 15, 30],
  stages: [18, 12, 12, 12, 12, 12, 14],
  types: [16, 12, 13],
  owners: [16, 14],
  reasons: [20, 12, 14],
  holidays: [14, 14, 20],
  lists: [16, 16, 14, 14],
};

/** Widths for the columns of a Settings table that is made, characters. */
export function settingsWidths(table: SettingsTable, columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, offset) => widths[table][offset] ?? 14);
}

/** The tables from left to right. The lists come last: a list of the team's own is a new column at its right. */
const order: readonly SettingsTable[] = ["fields", "stages", "types", "owners", "reasons", "holidays", "lists"];

/** Cells of a table that take one word of a few, and what they take. */
export function settingsChoices(
  table: SettingsTable,
  language: Language,
): readonly { readonly column: number; readonly choices: readonly string[]; readonly strict: boolean }[] {
  const words = workbookText[language];
  const yesNo = [words.yes, words.no];
  const { never, always, open, outcome } = words.condition;
  switch (table) {
    case "fields": {
      const closed = outcomes.map((each) => `${outcome}${language === "zh-CN" ? "：" : ": "}${words.stageKind[each]}`);
      return [
        { column: 2, choices: fieldKinds.map((kind) => words.fieldKind[kind]), strict: true },
        // Conditions can name stages and types and can be joined: the list only offers the usual ones.
        { column: 3, choices: [never, always, open, ...closed], strict: false },
        { column: 4, choices: levels.map((level) => words.level[level]), strict: true },
        { column: 5, choices: yesNo, strict: true },
        { column: 7, choices: yesNo, strict: true },
      ];
    }
    case "stages":
      return [{ column: 1, choices: stageKinds.map((kind) => words.stageKind[kind]), strict: true }];
    case "types":
      return [{ column: 2, choices: yesNo, strict: true }];
    case "reasons":
      return [{ column: 1, choices: outcomes.map((each) => words.stageKind[each]), strict: true }];
    default:
      return [];
  }
}

function choice(entries: readonly string[], strict: boolean, title: string): Validation {
  return {
    rule: { type: "list", source: entries.join(",") },
    alert: strict ? { style: "stop", message: entries.join(" / ") } : null,
    title,
    hint: null,
  };
}

/** Validations of a Settings table whose whole area is given. */
export function settingsValidations(
  table: SettingsTable,
  area: Area,
  language: Language,
): readonly { readonly area: Area; readonly validation: Validation }[] {
  const { product } = workbookText[language];
  return settingsChoices(table, language).map(({ column, choices, strict }) => ({
    area: { row: area.row + 1, column: area.column + column, rows: area.rows - 1, columns: 1 },
    validation: choice(choices, strict, product),
  }));
}

/** Number formats of a Settings table whose whole area is given. */
export function settingsFormats(table: SettingsTable, area: Area): SheetLayout["formats"] {
  const column = (offset: number, columns = 1): Area => ({
    row: area.row + 1,
    column: area.column + offset,
    rows: area.rows - 1,
    columns,
  });
  if (table === "holidays") return [{ area: column(0, 2), format: "yyyy-mm-dd" }];
  if (table === "stages") return [{ area: column(5), format: "0%" }];
  return [];
}

/** The Settings sheet of a workbook that has none: the schema as tables that a manager edits without code. */
export function newSettingsSheet(title: string, schema: Schema, language: Language): SettingsSheet {
  const words = workbookText[language];
  const { settings } = words;
  const head: Block = {
    row: 0,
    column: 0,
    cells: [
      [words.settingsTitle],
      [settings.intro],
      [settings.today, { formula: "=TODAY()" }, settings.todayHint],
      [settings.language, language],
      [settings.counting, words.counting[schema.calendar.counting], settings.countingHint],
    ],
  };
  let column = 0;
  const placed = order.map((table) => {
    const block: Block = { row: firstTableRow, column, cells: settingsTableCells(table, schema, language) };
    const area = blockArea(block);
    const from = column;
    column += area.columns + 1;
    return { table, block, area, from };
  });
  const sheetWidths: number[] = [];
  for (const { table, area, from } of placed) {
    for (let offset = 0; offset < area.columns; offset += 1) sheetWidths[from + offset] = widths[table][offset] ?? 14;
    sheetWidths[from + area.columns] = 3;
  }
  const blocks = [head, ...placed.map(({ block }) => block)];
  const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
  return {
    layout: {
      title,
      blocks,
      styles: [
        { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, size: 16, height: 26 } },
        { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { color: "#616161" } },
        { area: { row: 2, column: 2, rows: 3, columns: 1 }, style: { color: "#616161" } },
        { area: { row: 2, column: 1, rows: 3, columns: 1 }, style: { bold: true, align: "left" } },
      ],
      formats: [
        { area: todayCell, format: "yyyy-mm-dd" },
        ...placed.flatMap(({ table, area }) => settingsFormats(table, area)),
      ],
      widths: sheetWidths.slice(0, -1),
      extent: { row: 0, column: 0, rows: lastRow, columns: column - 1 },
    },
    tables: placed.map(({ table, area }) => ({ name: settingsTables[table], area })),
    validations: [
      {
        area: countingCell,
        validation: choice(Object.values(words.counting), true, words.product),
      },
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
