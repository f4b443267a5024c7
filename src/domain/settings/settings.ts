import type { SettingsIssue } from "../plan/settingsIssue";
import type { Calendar, ClosingReason, CustomerType, Field, List, Owner, Stage } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";

/** What the Settings tables say; a part whose table is missing is null. */
export interface Settings {
  readonly fields: readonly Field[] | null;
  readonly stages: readonly Stage[] | null;
  readonly types: readonly CustomerType[] | null;
  readonly owners: readonly Owner[] | null;
  readonly reasons: readonly ClosingReason[] | null;
  readonly lists: readonly List[] | null;
  readonly calendar: Calendar | null;
}

/** What was read, and what could not be. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly issues: readonly SettingsIssue[];
}

/** Headers by which the Settings say that fields are found. */
export function settingsHeaders(settings: Settings | null): ReadonlyMap<FieldId, string> {
  return new Map(
    (settings?.fields ?? []).flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])),
  );
}
