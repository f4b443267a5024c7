import { measuringAll } from "../../domain/measures/allMeasures";
import type { Figures } from "../../domain/measures/figures";
import { measuring } from "../../domain/measures/measure";
import { narrowed, type NumbersFilter } from "../../domain/measures/narrowed";
import type { NumbersBasis } from "../../domain/measures/rowsBehind/numberRef";
import { likenesses } from "../../domain/measures/signals/wording";
import { standing } from "../check";
import type { Surroundings } from "../ports";
import { inSlices } from "../slices";
import type { Store } from "../store";
import type { Subject } from "../subject";

/** Every measure of the last check, with what it was worked out from. */
export interface Numbers extends NumbersBasis {
  readonly subject: Subject;
}

/** The same of the customers that a filter lets pass. Each of them keeps its row. */
export interface NarrowedNumbers extends Numbers {
  readonly filter: NumbersFilter;
  readonly figures: Figures;
}

export interface NumbersState {
  /** Of all customers. Null until somebody asked, and while there is nothing to work them out from. */
  readonly numbers: Numbers | null;
  /** What the numbers that are shown are narrowed to; null for all customers. It holds until the pane is closed. */
  readonly filter: NumbersFilter | null;
  /** Of the customers that the filter lets pass; null without one, and until they are worked out. */
  readonly narrowed: NarrowedNumbers | null;
}

type Pausing = Pick<Surroundings, "pause">;

/**
 * Works every measure out of what the last check read. The words that are like others are looked for here in slices: the view
 * that shows them asks when it is drawn, and finds them done.
 */
export async function workOutNumbers(subject: Subject, surroundings: Pausing): Promise<Numbers> {
  const { records } = await standing(subject, surroundings);
  return numbersOf(subject, { records, touches: subject.reading.log?.touches ?? [] }, surroundings);
}

/** Works the measures out anew, of a part of the customers. @param whole the numbers of all */
export async function narrowNumbers(
  whole: Numbers,
  filter: NumbersFilter,
  surroundings: Pausing,
): Promise<NarrowedNumbers> {
  const { subject, records, touches, measures } = whole;
  const part = narrowed(filter, records, touches, measures.customers);
  const { figures } = await inSlices(measuring(part.records, subject, new Map()), surroundings);
  return { ...(await numbersOf(subject, part, surroundings)), filter, figures };
}

async function numbersOf(
  subject: Subject,
  { records, touches }: Pick<Numbers, "records" | "touches">,
  surroundings: Pausing,
): Promise<Numbers> {
  const { schema, today, system, language } = subject;
  await inSlices(likenesses({ touches, today }), surroundings);
  const measures = await inSlices(measuringAll(records, touches, subject), surroundings);
  return { subject, records, schema, today, system, language, touches, measures };
}

/** Works out what the state lacks, of the last check and for its filter; what was checked or chosen meanwhile is asked for by whoever shows it. */
export async function bringUpToDate(
  { getState, set }: Pick<Store<NumbersState>, "getState" | "set">,
  subject: () => Subject | null,
  surroundings: Pausing,
): Promise<void> {
  const now = subject();
  if (!now) return;
  if (getState().numbers?.subject !== now) {
    await surroundings.pause();
    const numbers = await workOutNumbers(now, surroundings);
    if (subject() !== now) return;
    set({ numbers });
  }
  const { numbers, filter, narrowed } = getState();
  if (!numbers || !filter || (narrowed?.subject === now && narrowed.filter === filter)) return;
  const part = await narrowNumbers(numbers, filter, surroundings);
  if (getState().numbers === numbers && getState().filter === filter) set({ narrowed: part });
}
