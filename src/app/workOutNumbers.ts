import { allMeasures } from "../domain/measures/allMeasures";
import type { Subject } from "./check";
import type { Numbers } from "./numbersSession";

/** Works every measure out of what the last check read. */
export function workOutNumbers(subject: Subject): Numbers {
  const { located, reading, schema, today, system, language } = subject;
  const { records } = located;
  const touches = reading.log?.touches ?? [];
  const measures = allMeasures(records, touches, subject);
  return { subject, records, schema, today, system, language, touches, measures };
}
