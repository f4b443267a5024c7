import { allMeasures } from "../../domain/measures/allMeasures";
import type { NumbersBasis } from "../../domain/measures/rowsBehind";
import { contextOf } from "../context";
import type { Subject } from "../subject";

/** Every measure of the last check, with what it was worked out from. */
export interface Numbers extends NumbersBasis {
  readonly subject: Subject;
}

/** Works every measure out of what the last check read. */
export function workOutNumbers(subject: Subject): Numbers {
  const { located, reading } = subject;
  const { records } = located;
  const { schema, today, system } = contextOf(subject);
  const touches = reading.log?.touches ?? [];
  const measures = allMeasures(records, schema, touches, today, system);
  return { subject, records, schema, touches, today, system, measures };
}
