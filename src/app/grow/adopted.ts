import { adoptedBase, adoptedSource } from "../../domain/adoption/grow/adopted";
import type { AdoptionPlan } from "../../domain/install/setUpInput";
import { succeed } from "../fault";
import type { ReadForPlan } from "../planInput";
import { readBookkeeping, type KeepDependencies, type KeptPlan } from "../restore/keep";
import { inSlices } from "../slices";
import type { Planning } from "../transaction";
import { memoryOf, remember } from "./memory";

/**
 * A planning of set-up whose plan also keeps what an adopted list's columns and values were taken for, and what its rows held: the next
 * export of it needs no question, and what people edit until then stays. For carrying out alone: a preview needs none of it.
 */
export function rememberingAdoption(
  { port, surroundings }: KeepDependencies,
  { read, plan }: Planning<ReadForPlan, AdoptionPlan>,
): Planning<ReadForPlan, AdoptionPlan & KeptPlan> {
  return {
    read,
    plan: async (found) => {
      const planned = await plan(found);
      if (!planned.ok || !planned.value.origin) return planned;
      const { book, choices, today } = found.input;
      const kept = await readBookkeeping(port, book);
      if (!kept.ok) return kept;
      if (kept.value === "closed") return planned;
      const { origin, schema, language } = planned.value;
      const said = { answers: choices.answers, values: choices.values };
      const review = { schema, today, system: book.dateSystem, language };
      const base = await inSlices(adoptedBase(origin, review, said), surroundings);
      const { edits } = remember(memoryOf(kept.value), adoptedSource(origin, said), base);
      return succeed({ ...planned.value, remembered: edits });
    },
  };
}
