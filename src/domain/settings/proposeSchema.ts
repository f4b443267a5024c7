import type { Records } from "../followUps/records";
import type { ValueAnswers } from "../listValues/answers";
import { entriesAfter, valueMapper } from "../listValues/mapper";
import { valuesOf } from "../listValues/values";
import { defaultCalendar, defaultField } from "../schema/defaults";
import { type ClosingReason, type Field, type Outcome, type Schema, type StageKind } from "../schema/field";
import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import { defaultStages, inPipelineOrder, stageIndex, stageOf, withEveryKind } from "../schema/knownStages";
import { workbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import { foldText } from "../values/text";
import type { CellValue } from "../values/value";
import { valueKey } from "../values/valueKey";
import { ownersTable } from "./tables/owners";
import { reasonsTable } from "./tables/reasons";
import { typesTable } from "./tables/types";

/** The field rules that a new follow-up sheet starts with; `headerOf` gives the sheet's own header, or null for a dormant field. */
export function defaultFields(headerOf: (field: FieldId) => string | null): readonly Field[] {
  return knownFieldIds.map((id) => defaultField(id, headerOf(id)));
}

/**
 * The schema of a sheet that has none yet: the team's own stage and owner names, each as it is written most often, kinds and places
 * of the stages from known names, at least one stage of each kind, defaults for the rest.
 * @param answers what people said of the values on the sheet
 */
export function proposeSchema(
  records: Records,
  headerOf: (field: FieldId) => string | null,
  language: Language,
  answers: ValueAnswers,
): Schema {
  const values = valuesOf(records, null, language, answers);
  const entriesOf = (field: FieldId) => {
    const found = values.find((each) => each.field === field);
    return found ? entriesAfter(found, answers) : [];
  };
  const namesOf = (field: FieldId) => entriesOf(field).map(({ name }) => name);
  const words = workbookText[language];
  const keyAccounts = new Set(Object.values(workbookText).map((each) => foldText(each.keyAccount)));
  const found = entriesOf("stage").map(({ name, stage }) => stageOf(name, stage ?? undefined));
  const stages = found.length > 0 ? inPipelineOrder(withEveryKind(found, language)) : defaultStages(language);
  const people = new Map([...namesOf("owner"), ...namesOf("coOwners")].map((name) => [valueKey(name), name]));
  return {
    fields: defaultFields(headerOf),
    stages,
    types: namesOf("customerType").map((name) => ({
      ...typesTable.start(name),
      keyAccount: keyAccounts.has(foldText(name)),
    })),
    owners: [...people.values()].map(ownersTable.start),
    reasons: reasonsOf(records, stages, namesOf("reason"), valueMapper(values, answers)),
    lists: [
      { key: "source", entries: namesOf("source") },
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
function reasonsOf(
  records: Records,
  stages: Schema["stages"],
  names: readonly string[],
  map: ReturnType<typeof valueMapper>,
): readonly ClosingReason[] {
  const reasonColumn = records.columns.get("reason");
  const stageColumn = records.columns.get("stage");
  const kinds = new Map<string, Set<StageKind>>();
  if (reasonColumn !== undefined && stageColumn !== undefined) {
    const byName = stageIndex(stages);
    const mapped = (field: FieldId, value: CellValue) => String(map(field, value) ?? value).toLowerCase();
    for (const row of records.values) {
      const reason = mapped("reason", row[reasonColumn] ?? "");
      const kind = byName.get(mapped("stage", row[stageColumn] ?? ""))?.kind;
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
