import { dateOf, mondayOf } from "../values/date";
import { stageIndex } from "../schema/knownStages";
import type { ReviewContext } from "../schema/reviewContext";
import { oneLine } from "./oneLine";
import { factsOf, touchWords, type Telling } from "./saidOf";
import { takeAlongText, type StageMove, type Week } from "./takeAlongText";
import type { ListedCustomer } from "./customers";
import type { Touch } from "./touch";

export interface WeekReport extends ReviewContext, Pick<Telling, "columns"> {
  /** The week before the review day's, or the one that the review day lies in, as far as it has gone. */
  readonly week: Week;
  /** The whole log. */
  readonly touches: readonly Touch[];
  /** Customers of whoever reports. */
  readonly customers: readonly ListedCustomer[];
  /** Who reports; null for the whole team. */
  readonly who: string | null;
}

/** Customers named in a line, lines of customers, and contacts told of one of them: a chat message is read on a phone. */
const mostNames = 10;
const mostLines = 20;
const mostTouches = 3;

/** Log rows of a week, by the day of the touch. */
export function touchesOfWeek(
  touches: readonly Touch[],
  week: Week,
  who: string | null,
  { today, system }: Pick<ReviewContext, "today" | "system">,
): readonly Touch[] {
  const monday = mondayOf(today, system) - (week === "last" ? 7 : 0);
  const end = week === "last" ? monday + 7 : today + 1;
  return touches.filter((touch) => {
    const day = dayOf(touch);
    return day >= monday && day < end && (who === null || touch.who === who);
  });
}

/** The day of a touch; that of its entry where nobody knows its own. */
function dayOf({ date, enteredAt }: Touch): number {
  return Math.floor(date ?? enteredAt ?? 0);
}

function inTurn(touches: readonly Touch[]): readonly Touch[] {
  return [...touches].sort((a, b) => dayOf(a) - dayOf(b) || a.row - b.row);
}

interface MoveOf extends StageMove {
  readonly customerId: string;
}

/** Where each customer stood before the week and after it, for those whose stage changed. */
function movesOf(touches: readonly Touch[]): readonly MoveOf[] {
  const moves = new Map<string, MoveOf>();
  for (const { customerId, customer, fromStage, toStage } of inTurn(touches)) {
    if (toStage === "" || (fromStage === toStage && !moves.has(customerId))) continue;
    const from = moves.get(customerId)?.from ?? fromStage;
    moves.set(customerId, { customerId, customer: oneLine(customer), from: oneLine(from), to: oneLine(toStage) });
  }
  return [...moves.values()].filter(({ from, to }) => from !== to);
}

/** Each customer that was contacted, with what was said each time and what comes next; the last contacted first. */
function contactLines(
  touches: readonly Touch[],
  byId: ReadonlyMap<string, ListedCustomer>,
  report: WeekReport,
): readonly string[] {
  const words = takeAlongText[report.language];
  const groups = new Map<string, Touch[]>();
  for (const touch of inTurn(touches)) {
    const group = groups.get(touch.customerId);
    if (group) group.push(touch);
    else groups.set(touch.customerId, [touch]);
  }
  return [...groups.values()].reverse().flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const customer = byId.get(first.customerId);
    const said = group.slice(-mostTouches).map((touch) => touchWords(touch, report));
    const facts = factsOf(customer ?? { owner: first.who, stage: "", values: [] }, report);
    const isOpen = customer?.state === "open";
    const step = oneLine(isOpen ? customer.nextStep : "");
    const on = isOpen && customer.nextDate !== null ? dayText(customer.nextDate, report) : "";
    const next = step === "" && on === "" ? "" : words.next(step, on);
    const all = [...said, next].filter((part) => part !== "");
    return words.line(oneLine(customer?.name ?? first.customer), facts, "", all);
  });
}

function dayText(day: number, { system, language }: Pick<WeekReport, "system" | "language">): string {
  const { year, month, day: dayOfMonth } = dateOf(day, system);
  return takeAlongText[language].date(year, month, dayOfMonth);
}

/**
 * A week's report as plain text, as often as somebody asks for it: contacts and promises, what was won, lost and parked, what moved, what was
 * said to whom, and what is ahead.
 */
export function weekReportText(report: WeekReport): string {
  const { customers, schema, who, today, system, language } = report;
  const { week: words, line: _, ...shared } = takeAlongText[language];
  const thisMonday = mondayOf(today, system);
  const monday = thisMonday - (report.week === "last" ? 7 : 0);
  const last = report.week === "last" ? monday + 6 : today;
  const rows = touchesOfWeek(report.touches, report.week, who, report);
  const touches = rows.filter(({ kind }) => kind === "contact");
  const kept = touches.filter(({ promise }) => promise === "kept").length;
  const late = touches.filter(({ promise }) => promise === "late").length;
  const byId = new Map(customers.flatMap((customer) => (customer.id === "" ? [] : [[customer.id, customer]])));
  const stages = stageIndex(schema.stages);
  const moves = movesOf(rows).map((move) => ({ move, kind: stages.get(move.to.toLowerCase())?.kind ?? "open" }));
  const named = ({ customerId, customer }: MoveOf, withReason: boolean) => {
    const listed = byId.get(customerId);
    const facts = listed === undefined ? [] : factsOf({ ...listed, stage: "" }, report);
    const reason = withReason && listed !== undefined ? oneLine(listed.reason) : "";
    return words.named(customer, reason === "" ? facts : [...facts, reason]);
  };
  const outcome = (kind: "won" | "lost" | "parked" | "open") => {
    const these = moves.filter((each) => each.kind === kind).map(({ move }) => move);
    const names = these.map((move) => (kind === "open" ? words.move(move) : named(move, kind !== "won")));
    return these.length === 0 ? [] : [listed(words.outcome[kind], names)];
  };
  const listed = (title: string, names: readonly string[]) =>
    words.list(title, names.length, names.slice(0, mostNames), Math.max(0, names.length - mostNames));
  const lines = contactLines(touches, byId, report);
  const open = customers.filter(({ state }) => state === "open");
  const namesOf = (from: number, to: number) =>
    open
      .filter(({ nextDate }) => nextDate !== null && nextDate >= from && nextDate < to)
      .sort((a, b) => (a.nextDate ?? 0) - (b.nextDate ?? 0))
      .map(({ name }) => oneLine(name));
  return [
    words.title(report.week, who, dayText(monday, report), dayText(last, report)),
    touches.length === 0
      ? words.nothing
      : words.touches(touches.length, new Set(touches.map(({ customerId }) => customerId)).size),
    ...(kept + late > 0 ? [words.promises(kept, late)] : []),
    ...outcome("won"),
    ...outcome("lost"),
    ...outcome("parked"),
    ...outcome("open"),
    ...(lines.length > 0 ? [words.said] : []),
    ...lines.slice(0, mostLines),
    ...(lines.length > mostLines ? [shared.more(lines.length - mostLines)] : []),
    report.week === "last"
      ? listed(words.ahead.last, namesOf(today, thisMonday + 7))
      : listed(words.ahead.this, namesOf(thisMonday + 7, thisMonday + 14)),
    listed(shared.group.overdue, namesOf(-Infinity, today)),
  ].join("\n");
}
