import type { Records } from "../followUps/records";
import type { Schema } from "../schema/field";
import { further, openSteps, placeReader, stepProved } from "../schema/stagePlaces";
import { foldText } from "../values/text";
import type { ListedCustomer } from "./customers";
import type { Touch } from "./touch";

/** A stage that was changed in the sheet while nobody recorded it. */
export interface UnrecordedStage {
  /** As it stands now. */
  readonly customer: ListedCustomer;
  /** Stage of its newest record; blank where it has none. */
  readonly from: string;
  /** Day of the change, where the row itself says so; null where nobody knows it. */
  readonly day: number | null;
}

/** What the log says last of where a customer stands. */
interface LastStage {
  readonly writtenAt: number;
  readonly day: number;
  readonly stage: string;
  /** The stage of the record with the latest day: entered late, it may not be the one that was written last. */
  readonly stageOfDay: string;
  /** The latest day of any of its records. */
  readonly latest: number;
}

/** The stage that each customer had when something was written of it last. */
function lastStages(touches: readonly Touch[]): ReadonlyMap<string, LastStage> {
  const known = new Map<string, LastStage>();
  for (const { customerId, enteredAt, date, toStage } of touches) {
    if (customerId === "" || toStage === "") continue;
    const writtenAt = enteredAt ?? date ?? 0;
    const day = date ?? Math.floor(enteredAt ?? 0);
    const latest = Math.max(day, Math.floor(writtenAt));
    const last = known.get(customerId);
    if (!last) {
      known.set(customerId, { writtenAt, day, stage: toStage, stageOfDay: toStage, latest });
      continue;
    }
    // Of two at the same time the lower row was written later.
    const written = writtenAt >= last.writtenAt ? { writtenAt, stage: toStage } : {};
    const dated = day >= last.day ? { day, stageOfDay: toStage } : {};
    known.set(customerId, { ...last, ...written, ...dated, latest: Math.max(latest, last.latest) });
  }
  return known;
}

/**
 * Customers whose stage in the sheet is another one than their newest record says, or a further one than was noted where the log has no
 * record: somebody changed it while no pane was open. Where it can be doubted nothing is said: of stages that the Settings do not list, of
 * rows that share an ID, and where the record written last and the one with the latest day differ and either names the present stage.
 * @param today the computer's day: a day of entry after it is a slip
 */
export function unrecordedStages(
  touches: readonly Touch[],
  customers: readonly ListedCustomer[],
  { columns }: Pick<Records, "columns">,
  { stages }: Pick<Schema, "stages">,
  today: number,
): readonly UnrecordedStage[] {
  const placeOf = placeReader(stages);
  const steps = openSteps(stages);
  const logged = lastStages(touches);
  const counts = new Map<string, number>();
  for (const { id } of customers) counts.set(id, (counts.get(id) ?? 0) + 1);
  const reachOf = (name: string) => (placeOf(name) === "won" ? steps : stepProved(placeOf(name), steps));
  return customers.flatMap((customer): readonly UnrecordedStage[] => {
    const { id, stage, values } = customer;
    if (id === "" || counts.get(id) !== 1 || placeOf(stage) === null) return [];
    const last = logged.get(id);
    if (!last) {
      const noted = reachOf(String(values[columns.get("furthestStage") ?? -1] ?? ""));
      const present = reachOf(stage);
      const isFurther = noted !== null && present !== null && further(noted, present) !== noted;
      return isFurther ? [{ customer, from: "", day: null }] : [];
    }
    const isRecorded = [last.stage, last.stageOfDay].some((name) => foldText(name) === foldText(stage));
    if (isRecorded || placeOf(last.stage) === null) return [];
    const since = values[columns.get("stageSince") ?? -1];
    const day = typeof since === "number" ? Math.floor(since) : null;
    const isItsDay = day !== null && day > last.latest && day <= today;
    return [{ customer, from: last.stage, day: isItsDay ? day : null }];
  });
}
