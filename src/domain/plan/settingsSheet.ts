import type { CellInput } from "../cells/value";
import { headerNames } from "../schema/headerNames";
import type { Schema } from "../schema/field";
import { absoluteAddress, type Area } from "../sheet/area";
import type { Language } from "../words/language";
import { workbookWords } from "../words/workbookWords";
import type { Validation } from "./action";
import { languageName, settingsTables, todayName } from "./settingsNames";
import { blockArea, type Block, type SheetLayout } from "./layout";
import type { TableFacts } from "./snapshot";

/** Where everything stands on a new Settings sheet. The tables stand side by side, so that each can grow downwards. */
export interface SettingsSheet {
  readonly layout: SheetLayout;
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
  readonly validations: readonly { readonly area: Area; readonly validation: Validation }[];
}

const todayCell: Area = { row: 2, column: 1, rows: 1, columns: 1 };
const languageCell: Area = { row: 3, column: 1, rows: 1, columns: 1 };
const firstTableRow = 5;

/** Fixed names of cells on the Settings sheet. */
export function settingsCellNames(title: string): readonly { readonly name: string; readonly formula: string }[] {
  return [
    { name: todayName, formula: `=${absoluteAddress(title, todayCell)}` },
    { name: languageName, formula: `=${absoluteAddress(title, languageCell)}` },
  ];
}

/** The Settings sheet of a workbook that has none: the schema as tables that a manager edits without code. */
export function newSettingsSheet(title: string, schema: Schema, language: Language): SettingsSheet {
  const words = workbookWords[language];
  const { settings } = words;
  const tableBlock = (column: number, header: readonly string[], rows: readonly (readonly CellInput[])[]): Block => ({
    row: firstTableRow,
    column,
    cells: [header, ...(rows.length > 0 ? rows : [header.map(() => "")])],
  });
  const longestList = Math.max(...Object.values(schema.lists).map((list) => list.length));
  const fields = tableBlock(
    0,
    settings.fieldsTable,
    schema.fields.map((field) => [
      headerNames[field.id].own[language],
      field.header ?? "",
      words.fieldKind[field.kind],
      words.requiredWhen[field.requiredWhen],
      words.level[field.level],
    ]),
  );
  const stages = tableBlock(
    6,
    settings.stagesTable,
    schema.stages.map((stage) => [stage.name, words.stageKind[stage.kind], stage.staleDays]),
  );
  const owners = tableBlock(
    10,
    settings.ownersTable,
    schema.owners.map((owner) => [owner, ""]),
  );
  const lists = tableBlock(
    13,
    settings.listsTable,
    Array.from({ length: longestList }, (_, row) => [
      schema.lists.customerType[row] ?? "",
      schema.lists.source[row] ?? "",
      schema.lists.reason[row] ?? "",
    ]),
  );
  const head: Block = {
    row: 0,
    column: 0,
    cells: [
      [words.settingsTitle],
      [settings.intro],
      [settings.today, { formula: "=TODAY()" }, settings.todayHint],
      [settings.language, language],
    ],
  };
  const body = (block: Block, column: number): Area => {
    const area = blockArea(block);
    return { row: area.row + 1, column: area.column + column, rows: area.rows - 1, columns: 1 };
  };
  const choice = (entries: readonly string[]): Validation => ({
    rule: { type: "list", source: entries.join(",") },
    alert: { style: "stop", message: `${entries.join(" / ")}` },
    title: words.product,
    hint: null,
  });
  const blocks = [head, fields, stages, owners, lists];
  const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
  return {
    layout: {
      title,
      blocks,
      styles: [
        { area: { row: 0, column: 0, rows: 1, columns: 1 }, style: { bold: true, size: 16, height: 26 } },
        { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: { color: "#616161" } },
        { area: { row: 2, column: 2, rows: 1, columns: 1 }, style: { color: "#616161" } },
        { area: { row: 2, column: 1, rows: 2, columns: 1 }, style: { bold: true, align: "left" } },
      ],
      formats: [{ area: todayCell, format: "yyyy-mm-dd" }],
      widths: [16, 22, 10, 12, 12, 3, 18, 12, 12, 3, 16, 14, 3, 16, 16, 20],
      extent: { row: 0, column: 0, rows: lastRow, columns: 16 },
    },
    tables: [
      { name: settingsTables.fields, area: blockArea(fields) },
      { name: settingsTables.stages, area: blockArea(stages) },
      { name: settingsTables.owners, area: blockArea(owners) },
      { name: settingsTables.lists, area: blockArea(lists) },
    ],
    validations: [
      { area: body(fields, 3), validation: choice(Object.values(words.requiredWhen)) },
      { area: body(fields, 4), validation: choice(Object.values(words.level)) },
      { area: body(stages, 1), validation: choice(Object.values(words.stageKind)) },
    ],
  };
}

/** Defined names that cell lists draw from, with the schema part whose filled length they cover. */
const listNames = [
  { name: "FU_Stages", table: settingsTables.stages, column: 0, entries: (schema: Schema) => schema.stages.length },
  { name: "FU_Owners", table: settingsTables.owners, column: 0, entries: (schema: Schema) => schema.owners.length },
  {
    name: "FU_CustomerTypes",
    table: settingsTables.lists,
    column: 0,
    entries: (schema: Schema) => schema.lists.customerType.length,
  },
  {
    name: "FU_Sources",
    table: settingsTables.lists,
    column: 1,
    entries: (schema: Schema) => schema.lists.source.length,
  },
  {
    name: "FU_Reasons",
    table: settingsTables.lists,
    column: 2,
    entries: (schema: Schema) => schema.lists.reason.length,
  },
] as const;

/** Defined name of the list that a field draws from, or null. */
export const listNameOf = {
  stage: "FU_Stages",
  owner: "FU_Owners",
  customerType: "FU_CustomerTypes",
  source: "FU_Sources",
  reason: "FU_Reasons",
} as const;

/**
 * The list names, each over the filled part of its column: a blank cell inside a list would make Excel accept any entry.
 * Lists without entries have no name.
 * @param tables the Settings tables as they stand, or will stand
 */
export function settingsListNames(
  tables: readonly Pick<TableFacts, "name" | "sheet" | "area">[],
  schema: Schema,
): readonly { readonly name: string; readonly formula: string }[] {
  return listNames.flatMap(({ name, table, column, entries }) => {
    const place = tables.find((candidate) => candidate.name.toLowerCase() === table.toLowerCase());
    const rows = entries(schema);
    if (!place || rows === 0) return [];
    const area: Area = { row: place.area.row + 1, column: place.area.column + column, rows, columns: 1 };
    return [{ name, formula: `=${absoluteAddress(place.sheet, area)}` }];
  });
}
