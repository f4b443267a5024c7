import { isKnownField, isNoted, type FieldId } from "./fieldIds";
import type { Language } from "../values/language";
import { headerNames, notedHeaders } from "./headerNames";

/** The field's name in the Settings: a fixed word for known fields, the team's own for others. */
export function fieldName(id: FieldId, language: Language): string {
  if (isNoted(id)) return notedHeaders[id][language];
  return isKnownField(id) ? headerNames[id].own[language] : id.slice("own:".length);
}
