import type { TrendKind } from "../clocks/due";
import type { Touch } from "../log/touch";
import type { Stage } from "../schema/field";
import { placeReader } from "../schema/stagePlaces";
import type { Customer } from "./customer";
import { isSubstantive } from "./followUp";

/** Length of each of the two spans that are held against each other, the later one ending on the review day. Days. */
export const trendDays = 14;

/** Where a customer is going, with the log rows that say so. */
export interface Trend {
  readonly kind: TrendKind;
  /** Touches with substance of the last `trendDays` days, and of as many before. */
  readonly recent: readonly Touch[];
  readonly earlier: readonly Touch[];
  /** Rows of the last span that tell of a stage, the first and the last of which lie apart; none for a cooling customer. */
  readonly moves: readonly Touch[];
}

/** Trends by the customer's ID. They are told of every customer of the log: who asks leaves out those that are not open. */
export type Trends = ReadonlyMap<string, Trend>;

type Stages = readonly Pick<Stage, "name" | "kind">[];

/** What a log was found to tell: an edited row of the sheet is checked again with the same log, which is not gone through for it. */
const known = new WeakMap<
  readonly Touch[],
  { readonly stages: Stages; readonly today: number; readonly trends: Trends }
>();

interface Spans {
  readonly recent: Touch[];
  readonly earlier: Touch[];
  readonly moves: Touch[];
}

const byDay = (a: Touch, b: Touch) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row;

/**
 * Customers that rise: up a stage in the last 14 days, and touched with substance more often than in the 14 before. Customers that
 * cool: touched with substance in the 14 before, now less often or not at all, and not up a stage. Up is where the last stage that
 * the span tells of lies behind the first one: there and back is no rise. Rows after the review day have not happened.
 */
export function trendsOf(touches: readonly Touch[], stages: Stages, today: number): Trends {
  const before = known.get(touches);
  if (before?.stages === stages && before.today === today) return before.trends;
  const trends = findTrends(touches, stages, today);
  known.set(touches, { stages, today, trends });
  return trends;
}

function findTrends(touches: readonly Touch[], stages: Stages, today: number): Trends {
  const [start, middle, end] = [today - 2 * trendDays + 1, today - trendDays + 1, today + 1];
  const spans = new Map<string, Spans>();
  for (const touch of touches) {
    const { customerId, date } = touch;
    if (date === null || date < start || date >= end || customerId === "") continue;
    const isRecent = date >= middle;
    const moves = isRecent && touch.toStage !== "";
    const speaks = isSubstantive(touch);
    if (!moves && !speaks) continue;
    let own = spans.get(customerId);
    if (!own) spans.set(customerId, (own = { recent: [], earlier: [], moves: [] }));
    if (speaks) own[isRecent ? "recent" : "earlier"].push(touch);
    if (moves) own.moves.push(touch);
  }
  const placeOf = placeReader(stages);
  const trends = new Map<string, Trend>();
  for (const [id, { recent, earlier, moves }] of spans) {
    moves.sort(byDay);
    const [first, last] = [moves[0], moves.at(-1)];
    const [from, to] = [first && placeOf(first.fromStage), last && placeOf(last.toStage)];
    const isUp = typeof from === "number" && typeof to === "number" && to > from;
    if (isUp && recent.length > earlier.length) trends.set(id, { kind: "rising", recent, earlier, moves });
    else if (!isUp && recent.length < earlier.length) trends.set(id, { kind: "cooling", recent, earlier, moves: [] });
  }
  return trends;
}

/** Before anybody looked into the log, nobody rises and nobody cools. */
export const noTrends: Trends = new Map();

/** A customer that is going somewhere. */
export interface MovingCustomer {
  readonly customer: Customer;
  readonly trend: Trend;
}

/** The open customers that rise, or cool: those first of whom more, or fewer, touches were made than before. */
export function movingCustomers(
  customers: readonly Customer[],
  trends: Trends,
  kind: TrendKind,
): readonly MovingCustomer[] {
  const apart = ({ recent, earlier }: Trend) => Math.abs(recent.length - earlier.length);
  return customers
    .flatMap((customer): readonly MovingCustomer[] => {
      const trend = customer.state === "open" && customer.id !== "" ? trends.get(customer.id) : undefined;
      return trend?.kind === kind ? [{ customer, trend }] : [];
    })
    .sort((a, b) => apart(b.trend) - apart(a.trend));
}
