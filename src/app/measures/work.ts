import { allMeasures } from "../../domain/measures/allMeasures";
import type { NumbersBasis } from "../../domain/measures/rowsBehind/numberRef";
import type { Subject } from "../subject";

/** Every measure of the last check, with what it was worked out from. */
export interface Numbers extends NumbersBasis {
  readonly subject: Subject;
}

/** Works every measure out of what the last check read. */
export function workOutNumbers(subject: Subject): Numbers {
  const { located, reading, schema, today, system, language } = subject;
  const { records } = located;
  const touches = reading.log?.touches ?? [];
  const measures = allMeasures(records, touches, subject);
  return { subject, records, schema, today, system, language, touches, measures };
}
