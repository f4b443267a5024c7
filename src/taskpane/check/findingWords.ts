import type { CheckResult } from "../../app/session";
import { fullDay } from "../text/dayText";
import type { PaneText } from "../text/texts";
import type { FindingWords } from "../text/types/check";

export function findingWords(
  { dateSystem, schema }: Pick<CheckResult, "dateSystem" | "schema">,
  texts: PaneText,
): FindingWords {
  const headers = new Map(schema.fields.map(({ id, header }) => [id, header]));
  return {
    day: (serial) => fullDay(serial, dateSystem, texts),
    field: (id) => headers.get(id) ?? texts.field(id),
  };
}
