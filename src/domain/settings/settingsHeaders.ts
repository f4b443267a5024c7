import type { FieldId } from "../schema/fieldIds";
import type { Settings } from "./settings";

/** Headers by which the Settings say that fields are found. */
export function settingsHeaders(settings: Settings | null): ReadonlyMap<FieldId, string> {
  return new Map(
    (settings?.fields ?? []).flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])),
  );
}
