import { foldText } from "../cells/text";
import { isBlank, type CellValue } from "../cells/value";
import { settingsTables } from "../plan/settingsNames";
import type { TableFacts, ValueGrid } from "../plan/snapshot";
import type { Language } from "../words/language";
import { workbookWords } from "../words/workbookWords";
import { fieldDefaults } from "./defaults";
import {
  fieldIds,
  levels,
  stageKinds,
  type Field,
  type FieldId,
  type RequiredWhen,
  type Schema,
  type Stage,
} from "./field";
import { headerNames } from "./headerNames";
import { stageOf } from "./knownStages";

/** What the Settings tables say; a part whose table is missing or unreadable is null. */
export interface Settings {
  readonly fields: readonly Field[] | null;
  readonly stages: readonly Stage[] | null;
  readonly owners: readonly string[] | null;
  readonly lists: Schema["lists"] | null;
}

const languages: readonly Language[] = ["zh-CN", "en"];
const requirements: readonly RequiredWhen[] = ["never", "always", "open"];

/** Reads a word of a fixed set in either language, however it is spaced or cased; undefined for any other word. */
function wordReader<T extends string>(
  values: readonly T[],
  wordOf: (value: T, language: Language) => string,
): (cell: CellValue) => T | undefined {
  const byWord = new Map(
    values.flatMap((value) => languages.map((language) => [foldText(wordOf(value, language)), value] as const)),
  );
  return (cell) => byWord.get(foldText(String(cell)));
}

const readField = wordReader<FieldId>(fieldIds, (id, language) => headerNames[id].own[language]);
const readLevel = wordReader(levels, (level, language) => workbookWords[language].level[level]);
const readRequirement = wordReader(requirements, (when, language) => workbookWords[language].requiredWhen[when]);
const readStageKind = wordReader(stageKinds, (kind, language) => workbookWords[language].stageKind[kind]);

/** Body of a table inside a grid that covers it, or null where the workbook has no such table. */
function bodyOf(
  name: string,
  tables: readonly TableFacts[],
  grid: ValueGrid,
): readonly (readonly CellValue[])[] | null {
  const table = tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table || table.sheet !== grid.sheet) return null;
  const top = table.area.row + 1 - grid.area.row;
  const left = table.area.column - grid.area.column;
  const rows = table.area.rows - 1 - (table.totals ? 1 : 0);
  return grid.values.slice(top, top + rows).map((row) => row.slice(left, left + table.area.columns));
}

/** Cells of the fields table that hold each field's header, as zero-based sheet positions. */
export function headerCells(
  tables: readonly TableFacts[],
  grid: ValueGrid,
): ReadonlyMap<FieldId, { readonly row: number; readonly column: number }> {
  const table = tables.find((candidate) => candidate.name.toLowerCase() === settingsTables.fields.toLowerCase());
  const rows = bodyOf(settingsTables.fields, tables, grid) ?? [];
  const cells = new Map<FieldId, { row: number; column: number }>();
  rows.forEach(([name = ""], index) => {
    const id = readField(name);
    if (table && id && !cells.has(id))
      cells.set(id, { row: table.area.row + 1 + index, column: table.area.column + 1 });
  });
  return cells;
}

function entries(column: readonly CellValue[]): readonly string[] {
  return column.filter((value) => !isBlank(value)).map((value) => String(value).trim());
}

/**
 * Reads the Settings tables. Unknown words fall back to the field's default; rows with a blank first cell are passed over.
 * @param grid values of a rectangle that covers all Settings tables
 */
export function readSettings(tables: readonly TableFacts[], grid: ValueGrid): Settings {
  const fieldRows = bodyOf(settingsTables.fields, tables, grid);
  const stageRows = bodyOf(settingsTables.stages, tables, grid);
  const ownerRows = bodyOf(settingsTables.owners, tables, grid);
  const listRows = bodyOf(settingsTables.lists, tables, grid);
  return {
    fields: fieldRows && readFields(fieldRows),
    stages:
      stageRows &&
      stageRows.flatMap(([name = "", kind = "", staleDays = ""]) => {
        if (isBlank(name)) return [];
        const stage = stageOf(String(name).trim(), readStageKind(kind));
        return [{ ...stage, staleDays: typeof staleDays === "number" ? staleDays : 0 }];
      }),
    owners: ownerRows && entries(ownerRows.map(([owner = ""]) => owner)),
    lists: listRows && {
      customerType: entries(listRows.map((row) => row[0] ?? "")),
      source: entries(listRows.map((row) => row[1] ?? "")),
      reason: entries(listRows.map((row) => row[2] ?? "")),
    },
  };
}

function readFields(rows: readonly (readonly CellValue[])[]): readonly Field[] {
  const read = new Map<FieldId, Field>();
  for (const [name = "", header = "", , when = "", level = ""] of rows) {
    const id = readField(name);
    if (!id || read.has(id)) continue;
    const defaults = fieldDefaults[id];
    read.set(id, {
      id,
      kind: defaults.kind,
      header: isBlank(header) ? null : String(header),
      requiredWhen: readRequirement(when) ?? defaults.requiredWhen,
      level: readLevel(level) ?? defaults.level,
    });
  }
  return fieldIds.map((id) => read.get(id) ?? { id, header: null, ...fieldDefaults[id] });
}
