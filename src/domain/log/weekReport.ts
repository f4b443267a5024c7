import { dateOf, weekdayOf, type DateSystem } from "../values/date";
import { stageIndex } from "../schema/knownStages";
import type { ReviewContext } from "../schema/reviewContext";
import { takeAlongText, type StageMove } from "./takeAlongText";
import type { ListedCustomer } from "./customers";
import type { Touch } from "./touch";

export interface WeekReport extends ReviewContext {
  /** The whole log. */
  readonly touches: readonly Touch[];
  /** Customers of whoever reports. */
  readonly customers: readonly ListedCustomer[];
  /** Who reports; null for the whole team. */
  readonly who: string | null;
}

/** Customers named in a line: a chat message is read on a phone. */
const mostNames = 10;

/** Monday of the week in which a day lies; weeks begin on Monday. */
export function mondayOf(day: number, system: DateSystem): number {
  return Math.floor(day) - ((weekdayOf(day, system) + 6) % 7);
}

/** Log rows of the week before the one of `today`, by the day of the touch. */
export function lastWeek(
  touches: readonly Touch[],
  who: string | null,
  { today, system }: Pick<ReviewContext, "today" | "system">,
): readonly Touch[] {
  const end = mondayOf(today, system);
  return touches.filter((touch) => {
    const day = Math.floor(touch.date ?? touch.enteredAt ?? 0);
    return day >= end - 7 && day < end && (who === null || touch.who === who);
  });
}

/** Where each customer stood before the week and after it, for those whose stage changed. */
function movesOf(touches: readonly Touch[]): readonly StageMove[] {
  const moves = new Map<string, StageMove>();
  const inTurn = [...touches].sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
  for (const { customerId, customer, fromStage, toStage } of inTurn) {
    if (toStage === "" || (fromStage === toStage && !moves.has(customerId))) continue;
    moves.set(customerId, { customer, from: moves.get(customerId)?.from ?? fromStage, to: toStage });
  }
  return [...moves.values()].filter(({ from, to }) => from !== to);
}

/** Last week's report as plain text: touches, promises, what was won, lost and parked, what moved, and what is ahead. */
export function weekReportText(report: WeekReport): string {
  const { customers, schema, who, today, system, language } = report;
  const words = takeAlongText[language];
  const { week } = words;
  const monday = mondayOf(today, system);
  const dateText = (day: number) => {
    const { year, month, day: dayOfMonth } = dateOf(day, system);
    return words.date(year, month, dayOfMonth);
  };
  const rows = lastWeek(report.touches, who, report);
  const touches = rows.filter(({ kind }) => kind === "contact");
  const kept = touches.filter(({ promise }) => promise === "kept").length;
  const late = touches.filter(({ promise }) => promise === "late").length;
  const stages = stageIndex(schema.stages);
  const moves = movesOf(rows).map((move) => ({ move, kind: stages.get(move.to.toLowerCase())?.kind ?? "open" }));
  const line = (kind: "won" | "lost" | "parked" | "open") => {
    const these = moves.filter((each) => each.kind === kind).map(({ move }) => move);
    const names = these.slice(0, mostNames).map((move) => (kind === "open" ? week.move(move) : move.customer));
    return these.length === 0 ? [] : [week.outcome(kind, these.length, names, these.length - names.length)];
  };
  const open = customers.filter(({ state }) => state === "open");
  const overdue = open.filter(({ nextDate }) => nextDate !== null && nextDate < today).length;
  const ahead = open.filter(({ nextDate }) => nextDate !== null && nextDate >= today && nextDate < monday + 7).length;
  return [
    week.title(who, dateText(monday - 7), dateText(monday - 1)),
    touches.length === 0
      ? week.nothing
      : week.touches(touches.length, new Set(touches.map(({ customerId }) => customerId)).size),
    ...(kept + late > 0 ? [week.promises(kept, late)] : []),
    ...line("won"),
    ...line("lost"),
    ...line("parked"),
    ...line("open"),
    week.ahead(ahead, overdue),
  ].join("\n");
}
