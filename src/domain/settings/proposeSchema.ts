import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import { isBlank, isErrorText } from "../values/value";
import type { Records } from "../followUps/records";
import type { Language } from "../values/language";
import { foldText } from "../values/text";
import { workbookText } from "../schema/workbookText";
import { defaultCalendar, defaultField } from "../schema/defaults";
import { type ClosingReason, type Field, type Outcome, type Schema, type StageKind } from "../schema/field";
import { defaultStages, inPipelineOrder, stageIndex, stageOf } from "../schema/knownStages";
import { ownersTable } from "./tables/owners";
import { reasonsTable } from "./tables/reasons";
import { typesTable } from "./tables/types";

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
  return knownFieldIds.map((id) => defaultField(id, headerOf(id)));
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
  const words = workbookText[language];
  const keyAccounts = new Set(Object.values(workbookText).map((each) => foldText(each.keyAccount)));
  const stages =
    stageNames.length > 0
      ? inPipelineOrder(stageNames.map((name) => stageOf(name, answers.get(name))))
      : defaultStages(language);
  return {
    fields: defaultFields(headerOf),
    stages,
    types: shortList("customerType").map((name) => ({
      ...typesTable.start(name),
      keyAccount: keyAccounts.has(foldText(name)),
    })),
    owners: entriesOf(records, "owner").map(ownersTable.start),
    reasons: reasonsOf(records, stages, shortList("reason")),
    lists: [
      { key: "source", entries: shortList("source") },
      { key: "tags", entries: [] },
      { key: "method", entries: words.defaultLists.method },
      { key: "result", entries: words.defaultLists.result },
    ],
    calendar: defaultCalendar,
  };
}

/** Days after which a lost or parked customer is worth another try, until the team sets its own. */
export const defaultRevisitDays: Readonly<Record<Outcome, number | null>> = { won: null, lost: 90, parked: 30 };

/** The reasons in use, each with the outcome it was only ever given for; null where it served for several. */
function reasonsOf(records: Records, stages: Schema["stages"], names: readonly string[]): readonly ClosingReason[] {
  const reasonColumn = records.columns.get("reason");
  const stageColumn = records.columns.get("stage");
  const kinds = new Map<string, Set<StageKind>>();
  if (reasonColumn !== undefined && stageColumn !== undefined) {
    const byName = stageIndex(stages);
    for (const row of records.values) {
      const reason = String(row[reasonColumn] ?? "")
        .trim()
        .toLowerCase();
      const kind = byName.get(String(row[stageColumn] ?? "").toLowerCase())?.kind;
      if (reason === "" || kind === undefined) continue;
      const seen = kinds.get(reason);
      if (seen) seen.add(kind);
      else kinds.set(reason, new Set([kind]));
    }
  }
  return names.map((name) => {
    const [only, ...others] = kinds.get(name.toLowerCase()) ?? [];
    const outcome = others.length > 0 || only === undefined || only === "open" ? null : only;
    return { ...reasonsTable.start(name), outcome, revisitDays: outcome === null ? null : defaultRevisitDays[outcome] };
  });
}
