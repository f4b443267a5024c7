import type { ReviewContext } from "../../domain/schema/reviewContext";
import { fullDay } from "../text/dayText";
import type { PaneText } from "../text/texts";
import type { FindingWords } from "../text/types/check";

export function findingWords(
  { schema, system }: Pick<ReviewContext, "schema" | "system">,
  texts: PaneText,
): FindingWords {
  const headers = new Map(schema.fields.map(({ id, header }) => [id, header]));
  return {
    day: (serial) => fullDay(serial, system, texts),
    field: (id) => headers.get(id) ?? texts.field(id),
  };
}
