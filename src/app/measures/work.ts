import { allMeasures } from "../../domain/measures/allMeasures";
import type { Subject } from "../check";
import type { Numbers } from "./session";

/** Works every measure out of what the last check read. */
export function workOutNumbers(subject: Subject): Numbers {
  const { located, schema, reading } = subject;
  const { records } = located;
  const { today } = reading;
  const system = reading.book.dateSystem;
  const touches = reading.log?.touches ?? [];
  return {
    subject,
    records,
    schema,
    touches,
    today,
    system,
    measures: allMeasures(records, schema, touches, today, system),
  };
}
