import type { FieldId } from "../../domain/schema/fieldIds";
import type { CheckResult } from "../../app/subject";
import { fullDay } from "../text/dayText";
import type { Texts } from "../text/zh-CN";

/** What a sentence about a finding has to look up. */
export interface FindingWords {
  /** A serial as a day in full. */
  readonly day: (serial: number) => string;
  /** The team's header of a field, else the field's own name. */
  readonly field: (id: FieldId) => string;
}

export function findingWords(
  { dateSystem, schema }: Pick<CheckResult, "dateSystem" | "schema">,
  texts: Texts,
): FindingWords {
  const headers = new Map(schema.fields.map(({ id, header }) => [id, header]));
  return {
    day: (serial) => fullDay(serial, dateSystem, texts),
    field: (id) => headers.get(id) ?? texts.field(id),
  };
}
