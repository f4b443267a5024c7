import type { Move } from "./funnel";

/** What the log says of where a customer stood at the end of a day that is over. */
export interface LoggedStage {
  /** Stage from which it moved when it next moved; null where the log has no later move. */
  readonly left: string | null;
  /** Stage to which it had moved last by then; null where the log has no earlier move. */
  readonly entered: string | null;
}

/** Looks up where each customer of the log stood at the end of a day. @param today a day that is over */
export function stagesOn(moves: readonly Move[], today: number): ReadonlyMap<string, LoggedStage> {
  const stages = new Map<string, LoggedStage>();
  const inTurn = moves
    .filter(({ date, customerId }) => date !== null && customerId !== "")
    .sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
  for (const { customerId, date, fromStage, toStage } of inTurn) {
    const known = stages.get(customerId) ?? { left: null, entered: null };
    if ((date ?? 0) < today + 1) {
      if (toStage !== "") stages.set(customerId, { ...known, entered: toStage });
    } else if (known.left === null && fromStage !== "") stages.set(customerId, { ...known, left: fromStage });
  }
  return stages;
}
