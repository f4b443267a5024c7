import { useSyncExternalStore } from "react";
import type { SchemaState } from "../../app/schema/state";
import { beginDraft, nameOf, type Part, type Parts, type SchemaDraft } from "../../domain/schema/draft";
import { knownListKeys } from "../../domain/schema/field";
import { fieldName } from "../../domain/schema/fieldName";
import { ourHeaders } from "../../domain/schema/headerNames";
import type { Language } from "../../domain/values/language";
import { workbookText } from "../../domain/schema/workbookText";
import { columnHeader, columnHeaders } from "../../domain/settings/tables";
import { usePane, type Pane } from "../pane";

export function useSchemaState(): SchemaState {
  const { session } = usePane();
  return useSyncExternalStore(session.schema.subscribe, session.schema.getState);
}

/** The draft, or the schema in force as one in which nothing is edited; null before there is a schema. */
export function draftNow({ session }: Pane, { draft }: SchemaState): SchemaDraft | null {
  const subject = session.schema.subject();
  return draft ?? (subject && beginDraft(subject.schema));
}

/** How a list is called: a known one by its word, another by its own name. */
export function listName(key: string, language: Language): string {
  const known = knownListKeys.find((each) => each === key);
  return known === undefined ? key : workbookText[language].settings.lists[known];
}

/** How an entry is called. */
export function entryName(entry: Parts[Part], language: Language): string {
  if ("id" in entry) return fieldName(entry.id, language);
  return "key" in entry ? listName(entry.key, language) : nameOf(entry);
}

/** How a property of a part's entries is called: as in the Settings tables. */
export function keyName(part: Part | "calendar", key: string, language: Language): string {
  if (key === "counting") return workbookText[language].settings.counting;
  if (part === "lists") return columnHeader("fields", "list", language);
  return columnHeaders(part === "calendar" ? "holidays" : part, language).get(key) ?? key;
}

/** Headers of the sheet that no field and no column of ours has: free for a field to take. */
export function unusedHeaders({ session }: Pane, draft: SchemaDraft): readonly string[] {
  const taken = new Set(draft.fields.flatMap(({ now }) => now.header ?? []));
  const headers = session.schema.subject()?.located.headers ?? [];
  return headers.filter((header) => !taken.has(header) && !ourHeaders.has(header));
}
