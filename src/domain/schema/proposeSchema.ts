import { isBlank, isErrorText } from "../cells/value";
import type { Records } from "../sheet/records";
import type { Language } from "../words/language";
import { fieldDefaults } from "./defaults";
import { fieldIds, type Field, type FieldId, type Schema, type StageKind } from "./field";
import { defaultStages, inPipelineOrder, stageOf } from "./knownStages";

/** More different entries than this are free text, not a list to pick from. */
const longestList = 60;

/**
 * Different entries of a column in the order they first appear, spaces trimmed; entries that differ only in case are one.
 * Blank cells and Excel errors are no entries.
 */
export function entriesOf(records: Records, field: FieldId): readonly string[] {
  const column = records.columns.get(field);
  if (column === undefined) return [];
  const seen = new Map<string, string>();
  for (const row of records.values) {
    const value = row[column] ?? "";
    if (isBlank(value) || isErrorText(value)) continue;
    const entry = String(value).trim();
    const key = entry.toLowerCase();
    if (entry !== "" && !seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

/** The field rules that a new follow-up sheet starts with; `headerOf` gives the sheet's own header, or null for a dormant field. */
export function defaultFields(headerOf: (field: FieldId) => string | null): readonly Field[] {
  return fieldIds.map((id) => ({ id, header: headerOf(id), ...fieldDefaults[id] }));
}

/**
 * The schema of a sheet that has none yet: the team's own stage and owner names, kinds and places of the stages from known
 * names, defaults for the rest.
 * @param answers kinds that somebody chose for stages nobody knows, by stage name
 */
export function proposeSchema(
  records: Records,
  headerOf: (field: FieldId) => string | null,
  language: Language,
  answers: ReadonlyMap<string, StageKind>,
): Schema {
  const stageNames = entriesOf(records, "stage");
  const shortList = (field: FieldId) => {
    const entries = entriesOf(records, field);
    return entries.length <= longestList ? entries : [];
  };
  return {
    fields: defaultFields(headerOf),
    stages:
      stageNames.length > 0
        ? inPipelineOrder(stageNames.map((name) => stageOf(name, answers.get(name))))
        : defaultStages(language),
    owners: entriesOf(records, "owner"),
    lists: { customerType: shortList("customerType"), source: shortList("source"), reason: shortList("reason") },
  };
}
