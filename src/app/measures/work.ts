import { measuringAll } from "../../domain/measures/allMeasures";
import type { NumbersBasis } from "../../domain/measures/rowsBehind/numberRef";
import { likenesses } from "../../domain/measures/signals/wording";
import type { Surroundings } from "../ports";
import { inSlices } from "../slices";
import type { Subject } from "../subject";

/** Every measure of the last check, with what it was worked out from. */
export interface Numbers extends NumbersBasis {
  readonly subject: Subject;
}

/**
 * Works every measure out of what the last check read. The words that are like others are looked for here in slices: the view
 * that shows them asks when it is drawn, and finds them done.
 */
export async function workOutNumbers(subject: Subject, surroundings: Pick<Surroundings, "pause">): Promise<Numbers> {
  const { located, reading, schema, today, system, language } = subject;
  const { records } = located;
  const touches = reading.log?.touches ?? [];
  await inSlices(likenesses({ touches, today }), surroundings);
  const measures = await inSlices(measuringAll(records, touches, subject), surroundings);
  return { subject, records, schema, today, system, language, touches, measures };
}
