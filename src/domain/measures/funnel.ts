import type { TouchKind } from "../log/touch";
import type { Stage } from "../schema/field";
import { further, openSteps, placeReader, stepProved, type Place } from "../schema/stagePlaces";
import { median, type Customer, type Period } from "./customer";
import { rateOf, type Rate } from "./wilson";

/** The part of a log row that a journey is made of. */
export interface Move {
  readonly customerId: string;
  readonly kind: TouchKind;
  readonly date: number | null;
  readonly fromStage: string;
  readonly toStage: string;
  readonly row: number;
}

/** Time that a customer spent, or spends, in one open stage. */
export interface Stay {
  readonly step: number;
  /** Day of entry; null where nobody noted it. */
  readonly entered: number | null;
  /** Day of leaving; null while it is there. */
  readonly left: number | null;
  readonly to: Place | null;
  /** Days on which the customer was handed to another owner during the stay. */
  readonly handedOver: readonly number[];
}

/** A customer's way through the stages, as far as it is known. */
export interface Journey {
  readonly customer: Customer;
  /** Open stages in the order they were visited, repeats included. */
  readonly visits: readonly number[];
  readonly stays: readonly Stay[];
  /** True where log rows say how the customer moved; without them only the present stage is known. */
  readonly hasHistory: boolean;
  /**
   * Furthest step that the customer ever reached, the number of open stages for a win; null where nobody knows. As the sheet notes it;
   * where it has no such column, by the log and the present stage.
   */
  readonly furthest: number | null;
}

/** Builds each customer's journey from the log and from what the sheet says now. Future rows have not happened. */
export function journeys(
  customers: readonly Customer[],
  moves: readonly Move[],
  stages: readonly Pick<Stage, "name" | "kind">[],
  today: number,
): readonly Journey[] {
  const reader: JourneyReader = { placeOf: placeReader(stages), steps: openSteps(stages) };
  const byCustomer = new Map<string, Move[]>();
  for (const move of moves) {
    if (move.date === null || move.date >= today + 1) continue;
    const own = byCustomer.get(move.customerId);
    if (own) own.push(move);
    else byCustomer.set(move.customerId, [move]);
  }
  return customers.map((customer) => {
    const own = customer.id === "" ? undefined : byCustomer.get(customer.id);
    own?.sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.row - b.row);
    return journeyOf(customer, own ?? [], reader);
  });
}

interface JourneyReader {
  readonly placeOf: (name: string) => Place | null;
  /** Number of open stages. */
  readonly steps: number;
}

function journeyOf(customer: Customer, moves: readonly Move[], { placeOf, steps }: JourneyReader): Journey {
  const visits: number[] = [];
  const stays: Stay[] = [];
  let hasHistory = false;
  let furthest = customer.furthest;
  let place: Place | null = null;
  let entered: number | null = customer.created;
  let handedOver: number[] = [];
  const leave = (day: number | null, to: Place) => {
    if (typeof place === "number") stays.push({ step: place, entered, left: day, to, handedOver });
    handedOver = [];
  };
  const go = (to: Place, day: number | null) => {
    if (to === place) return;
    leave(day, to);
    place = to;
    entered = day;
    if (typeof to === "number") visits.push(to);
  };
  for (const move of moves) {
    const [from, to] = [placeOf(move.fromStage), placeOf(move.toStage)];
    if (!customer.isFurthestNoted) for (const at of [from, to]) furthest = further(furthest, stepProved(at, steps));
    if (from !== null) {
      hasHistory = true;
      // The first row tells where it started; a later one that starts elsewhere was moved by hand in between.
      if (place === null) {
        place = from;
        if (typeof from === "number") visits.push(from);
      } else go(from, move.date);
    }
    if (to !== null) {
      hasHistory = true;
      go(to, move.date);
    }
    if (move.kind === "transfer" && move.date !== null) handedOver.push(Math.floor(move.date));
  }
  const now: Place | null = customer.state === "open" ? customer.step : customer.state;
  if (now !== null) go(now, customer.state === "open" ? null : customer.closed);
  if (typeof place === "number") stays.push({ step: place, entered, left: null, to: null, handedOver });
  return { customer, visits, stays, hasHistory, furthest };
}

/**
 * Ways to count who was at a stage. `passed`: reached it or a later one, the default; `all`: went through all stages up to
 * it one after the other (HubSpot: all stages); `any`: was there at some time (HubSpot: any stage).
 */
export const funnelModes = ["passed", "all", "any"] as const;
export type FunnelMode = (typeof funnelModes)[number];

export interface FunnelStep {
  readonly reached: number;
  /** Of those here, how many went on to the next step; null for the last. */
  readonly next: Rate | null;
  /** Of all that entered the funnel, how many came here. */
  readonly cumulative: Rate;
  /** True where some may have come here of whom that is not known: the real number is this or higher. */
  readonly isAtLeast: boolean;
  /** Customers counted here, for looking them up. */
  readonly customers: readonly Customer[];
}

export interface Funnel {
  readonly mode: FunnelMode;
  /** The open stages in order, then winning. */
  readonly steps: readonly FunnelStep[];
  /** Lost, parked, or in a stage that is not listed, and nobody noted how far they came: counted at the first step only. */
  readonly unknown: number;
  /** True where it is not known of some how far they came, or by which way: the real numbers are these or higher. */
  readonly lowerBound: boolean;
}

/**
 * The stage funnel. In `passed`, R(k) = customers whose highest stage ever reached is at least k: skipped stages count as
 * passed, moving back lowers nothing, lost ones count up to where they were lost, won ones everywhere. So the next-step rates
 * multiply exactly to the overall rate. Definition after FunnelCake's linear funnel; HubSpot's two options beside it.
 * @param stepCount number of open stages
 */
export function funnel(all: readonly Journey[], stepCount: number, mode: FunnelMode = "passed"): Funnel {
  const depth = stepCount + 1;
  const here: Customer[][] = Array.from({ length: depth }, () => []);
  /** Of those at a step, how many were at the next one too. */
  const onward = Array<number>(depth).fill(0);
  for (const journey of all) {
    const { customer } = journey;
    const there = stepsOf(journey, stepCount, mode);
    for (let step = 0; step < depth; step += 1) {
      if (!there(step)) continue;
      here[step]?.push(customer);
      if (step + 1 < depth && there(step + 1)) onward[step] = (onward[step] ?? 0) + 1;
    }
  }
  const unknown = all.filter(({ furthest }) => furthest === null).length;
  const first = mode === "passed" ? (here[0]?.length ?? 0) : all.length;
  const lowerBound =
    mode === "passed" ? unknown > 0 : all.some(({ hasHistory, customer }) => !hasHistory && customer.state !== "won");
  return {
    mode,
    unknown,
    lowerBound,
    steps: here.map((customers, step) => ({
      reached: customers.length,
      next: step === stepCount ? null : rateOf(onward[step] ?? 0, customers.length),
      cumulative: rateOf(customers.length, first),
      // Everybody passed the first step, and who was won is known.
      isAtLeast: lowerBound && step < stepCount && (step > 0 || mode !== "passed"),
      customers,
    })),
  };
}

/** Tells for each step whether the customer counts there. */
function stepsOf(
  { customer, visits, furthest }: Journey,
  stepCount: number,
  mode: FunnelMode,
): (step: number) => boolean {
  const isWon = customer.state === "won";
  if (mode === "any") return (step) => (step === stepCount ? isWon : visits.includes(step));
  if (mode === "all") {
    let expected = 0;
    for (const step of visits) if (step === expected) expected += 1;
    return (step) => (step === stepCount ? isWon && expected === stepCount : step < expected);
  }
  return (step) => step <= (furthest ?? 0);
}

/** What became of the entries into one stage within a period. The parts add up to the entries. */
export interface StageFlow {
  readonly entered: number;
  readonly advanced: number;
  readonly lost: number;
  readonly parked: number;
  readonly movedBack: number;
  /** Still there, but with another owner. */
  readonly reassigned: number;
  readonly still: number;
}

/**
 * Entries into each open stage within the period, split by what had become of them at its end. Only entries that somebody
 * dated count: this needs the log.
 */
export function stageFlows(all: readonly Journey[], stepCount: number, period: Period): readonly StageFlow[] {
  const flows = Array.from({ length: stepCount }, () => ({
    entered: 0,
    advanced: 0,
    lost: 0,
    parked: 0,
    movedBack: 0,
    reassigned: 0,
    still: 0,
  }));
  for (const { stays } of all) {
    for (const stay of stays) {
      const flow = flows[stay.step];
      const day = stay.entered === null ? null : Math.floor(stay.entered);
      if (!flow || day === null || day < period.from || day > period.to) continue;
      flow.entered += 1;
      flow[exitOf(stay, period.to)] += 1;
    }
  }
  return flows;
}

function exitOf({ step, left, to, handedOver }: Stay, until: number): Exclude<keyof StageFlow, "entered"> {
  // A stay that ended on a day nobody noted ended before the sheet was read.
  const ended = to !== null && (left === null || Math.floor(left) <= until);
  if (!ended) return handedOver.some((day) => day <= until) ? "reassigned" : "still";
  if (to === "lost" || to === "parked") return to;
  return to === "won" || to > step ? "advanced" : "movedBack";
}

export interface StageTime {
  /** Customers with completed time in this stage. */
  readonly customers: number;
  /** Median of each customer's days in this stage, its stays added up. Null where nobody has left it. */
  readonly median: number | null;
  /** A limit for "stuck" that this history suggests: 1.5 times the median; null with fewer than five customers. */
  readonly suggestedLimit: number | null;
}

/** Fewest completed stays for a suggestion, and how far over the median "too long" begins. */
const [fewestStays, overMedian] = [5, 1.5] as const;

/** Completed time in each stage, in calendar days. Present stays are not over and would only make stages look quicker. */
export function timeInStages(all: readonly Journey[], stepCount: number): readonly StageTime[] {
  const days: number[][] = Array.from({ length: stepCount }, () => []);
  for (const { stays } of all) {
    const own = new Map<number, number>();
    for (const { step, entered, left } of stays) {
      if (entered === null || left === null || left < entered) continue;
      own.set(step, (own.get(step) ?? 0) + Math.floor(left) - Math.floor(entered));
    }
    for (const [step, sum] of own) days[step]?.push(sum);
  }
  return days.map((stays) => {
    const middle = median(stays);
    return {
      customers: stays.length,
      median: middle,
      suggestedLimit: middle === null || stays.length < fewestStays ? null : Math.ceil(middle * overMedian),
    };
  });
}
