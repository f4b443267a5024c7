import { kindOf } from "../../domain/kinds/allKinds";
import type { ReviewContext } from "../../domain/schema/reviewContext";
import { fullDay } from "../text/dayText";
import type { PaneText } from "../text/texts";
import type { FindingWords } from "../text/types/check";

export function findingWords(
  { schema, system }: Pick<ReviewContext, "schema" | "system">,
  texts: PaneText,
): FindingWords {
  const fields = new Map(schema.fields.map((field) => [field.id, field]));
  return {
    day: (serial) => fullDay(serial, system, texts),
    value: (id, value) => {
      const kind = id === null ? undefined : fields.get(id)?.kind;
      return kind === undefined || typeof value !== "number" ? String(value) : kindOf(kind).shown(value, system);
    },
    field: (id) => fields.get(id)?.header ?? texts.field(id),
  };
}
