import { foldText } from "../../values/text";
import type { Touch } from "../../log/touch";
import { placeReader } from "../../schema/stagePlaces";
import { hasMoved, inWrittenOrder, rowCase, skippedStages, writtenAt, type Look, type SignalCase } from "./signal";

/** Days within which a return to the stage that was left is worth a question. */
const returnDays = 7;

/**
 * Customers that left a stage and were back in it within seven days; the count is how often. A row that starts in the stage
 * that was left shows the return too, where somebody moved the customer back in the sheet itself. Source: Funnelcast,
 * "flip-flop". A move there and back in the sheet between two rows of the log cannot be seen.
 */
export function flipFlops({ customers, rowsOf }: Look): readonly SignalCase[] {
  return customers.flatMap((customer) => {
    const own = rowsOf(customer);
    if (!own.some(hasMoved)) return [];
    const rows = new Set<number>();
    let count = 0;
    let left: { stage: string; touch: Touch }[] = [];
    for (const touch of inWrittenOrder(own)) {
      const at = [foldText(touch.fromStage), foldText(touch.toStage)];
      const day = Math.floor(writtenAt(touch));
      left = left.filter((leave) => {
        const days = day - Math.floor(writtenAt(leave.touch));
        if (days > returnDays) return false;
        if (!at.includes(leave.stage)) return true;
        rows.add(leave.touch.row).add(touch.row);
        count += 1;
        return false;
      });
      const [from = ""] = at;
      if (from !== "" && hasMoved(touch)) left.push({ stage: from, touch });
    }
    return count > 0 ? [{ customer, logRows: [...rows], count }] : [];
  });
}

/**
 * Log rows that moved a customer forward past two open stages or more at once; the count is how many it left out. Winning is
 * no stage to jump to here: see `earlyWins`. Stages that the team has renamed since are not known any more, and nothing is said
 * of them. Source: Funnelcast, "jump".
 */
export function jumps(look: Look): readonly SignalCase[] {
  const placeOf = placeReader(look.stages);
  return look.past.flatMap((touch) => {
    const [from, to] = [placeOf(touch.fromStage), placeOf(touch.toStage)];
    if (typeof from !== "number" || typeof to !== "number") return [];
    const skipped = to - from - 1;
    return skipped >= skippedStages ? [rowCase(look, touch, skipped)] : [];
  });
}
