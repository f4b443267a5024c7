import { median, type Customer } from "./customer";
import type { Journey } from "./funnel";
import { smallestSample } from "./wilson";

/** Where a chance of winning is from: the team's own decided customers, or what it set for the stage. */
export type ChanceBasis = "history" | "set";

/** An open customer as the forecast sees it. */
export interface Deal {
  /** Null where there is no number. */
  readonly amount: number | null;
  /** Chance of winning, 0 to 1; null where neither history nor the team says one. */
  readonly probability: number | null;
  /** Where the chance is from; null without one. */
  readonly basis: ChanceBasis | null;
  /** Stale or overdue. */
  readonly neglected: boolean;
}

export interface Forecast {
  readonly deals: number;
  /** Deals whose amount is blank: they are not 0, they are not in the sums. */
  readonly withoutAmount: number;
  /** Deals with an amount and no chance: they are in no sum either. */
  readonly withoutChance: number;
  /** Where the chances of the deals in the sums are from; empty where there are none. */
  readonly bases: readonly ChanceBasis[];
  readonly total: number;
  /** Σ amount × probability; null where no deal has both. */
  readonly weighted: number | null;
  /** The part of `weighted` that is stale or overdue: shown beside it, not taken off. */
  readonly neglected: number | null;
  /** sqrt(Σ amount²·p·(1-p)): deals are taken as independent of each other. */
  readonly deviation: number;
  /** In 8 of 10 cases the sum ends up between these; null without a deal that has an amount. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** Below this many deals the sum is not bell-shaped: its outcomes are counted instead. */
const fewDeals = 30;
/** Up to this many deals every outcome is looked at, 2^12 of them. */
const enumerable = 12;
const draws = 4096;
/** Quantile of the normal distribution for 10 % and 90 %. */
const z80 = 1.2815515655446004;

/**
 * The weighted pipeline with its spread. Source: Salesforce's weighted pipeline, SUM(Amount × Probability) over open
 * opportunities; range under 30 deals from all outcomes, or from 4,096 drawn ones that are the same each time.
 */
export function forecast(deals: readonly Deal[]): Forecast {
  let [withoutAmount, withoutChance, total, weighted, neglected, variance] = [0, 0, 0, 0, 0, 0];
  const bases = new Set<ChanceBasis>();
  const counted: { readonly amount: number; readonly p: number }[] = [];
  for (const { amount, probability: p, basis, neglected: isNeglected } of deals) {
    if (amount === null) withoutAmount += 1;
    else if (p === null) withoutChance += 1;
    if (amount === null || p === null) continue;
    if (basis !== null) bases.add(basis);
    total += amount;
    weighted += amount * p;
    if (isNeglected) neglected += amount * p;
    variance += amount * amount * p * (1 - p);
    counted.push({ amount, p });
  }
  const deviation = Math.sqrt(variance);
  const isKnown = counted.length > 0;
  return {
    ...{ deals: deals.length, withoutAmount, withoutChance, bases: [...bases].sort(), total },
    ...{ weighted: isKnown ? weighted : null, neglected: isKnown ? neglected : null, deviation, range: rangeOf() },
  };

  function rangeOf(): Forecast["range"] {
    if (counted.length === 0) return null;
    if (counted.length >= fewDeals) {
      return { low: Math.max(0, weighted - z80 * deviation), high: Math.min(total, weighted + z80 * deviation) };
    }
    const outcomes = counted.length <= enumerable ? allOutcomes() : drawnOutcomes();
    outcomes.sort((a, b) => a.sum - b.sum);
    return { low: quantile(outcomes, 0.1), high: quantile(outcomes, 0.9) };
  }

  function allOutcomes(): { sum: number; weight: number }[] {
    let outcomes = [{ sum: 0, weight: 1 }];
    for (const { amount, p } of counted) {
      outcomes = outcomes.flatMap(({ sum, weight }) => [
        { sum, weight: weight * (1 - p) },
        { sum: sum + amount, weight: weight * p },
      ]);
    }
    return outcomes;
  }

  /** A linear congruential generator with a fixed start: the same deals give the same range on every machine. */
  function drawnOutcomes(): { sum: number; weight: number }[] {
    let state = 20_260_807;
    const chance = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    return Array.from({ length: draws }, () => ({
      sum: counted.reduce((sum, { amount, p }) => (chance() < p ? sum + amount : sum), 0),
      weight: 1 / draws,
    }));
  }
}

/** Smallest sum at or below which the given share of the weight lies. */
function quantile(sorted: readonly { readonly sum: number; readonly weight: number }[], share: number): number {
  let weight = 0;
  for (const outcome of sorted) {
    weight += outcome.weight;
    if (weight >= share - 1e-12) return outcome.sum;
  }
  return sorted.at(-1)?.sum ?? 0;
}

/** How many cases the set probability weighs as much as. */
const priorCases = 10;

/** A stage's chance from history, pulled towards the set one while there are few cases: (W + 10·p0) / (n + 10). */
export function shrunkProbability(won: number, resolved: number, prior: number): number {
  return (won + priorCases * prior) / (resolved + priorCases);
}

export interface StageProbability {
  /** Won and lost customers that had reached the stage. */
  readonly resolved: number;
  readonly won: number;
  /** Null where there is too little history and the team set none. */
  readonly probability: number | null;
  readonly basis: ChanceBasis | null;
}

/**
 * Decided customers from which on a team's own history says what a chance is, in all and at the stage. With fewer than 20 the 95 %
 * interval of a half reaches from under a third to over two thirds, and under five a share is told in counts alone.
 */
export const fewestDecided = 20;
const fewestAtStage = smallestSample;

/**
 * Chance of winning from each open stage: of the decided customers that reached it, how many were won.
 * Lost customers without a history count where they are known to have been: at the first stage. Few cases at a stage are pulled
 * towards the chance that the team set for it or, where it set none, towards its win rate.
 * @param set chance of each open stage that the team set, 0 to 1; null where it set none
 */
export function stageProbabilities(
  all: readonly Journey[],
  set: readonly (number | null)[],
): readonly StageProbability[] {
  const won = Array<number>(set.length).fill(0);
  const resolved = Array<number>(set.length).fill(0);
  let [decided, wonOfAll] = [0, 0];
  for (const { customer, furthest } of all) {
    if (customer.state !== "won" && customer.state !== "lost") continue;
    const isWon = customer.state === "won";
    decided += 1;
    if (isWon) wonOfAll += 1;
    const highest = Math.min(furthest ?? 0, set.length - 1);
    for (let step = 0; step <= highest; step += 1) {
      resolved[step] = (resolved[step] ?? 0) + 1;
      if (isWon) won[step] = (won[step] ?? 0) + 1;
    }
  }
  return set.map((chance, step): StageProbability => {
    const [w, n] = [won[step] ?? 0, resolved[step] ?? 0];
    const isTold = decided >= fewestDecided && n >= fewestAtStage;
    const probability = isTold ? shrunkProbability(w, n, chance ?? wonOfAll / decided) : chance;
    return { resolved: n, won: w, probability, basis: isTold ? "history" : chance === null ? null : "set" };
  });
}

export interface SalesCycle {
  /** Won customers with both dates. */
  readonly customers: number;
  /** Days from first contact to winning. */
  readonly median: number | null;
  /** What the dashboards of Salesforce and HubSpot show. */
  readonly mean: number | null;
}

/** Days from first contact to winning, over won customers with both dates in the right order. */
export function salesCycle(customers: readonly Customer[]): SalesCycle {
  const days = customers.flatMap(({ state, created, closed }) =>
    state === "won" && created !== null && closed !== null && closed >= created
      ? [Math.floor(closed) - Math.floor(created)]
      : [],
  );
  const sum = days.reduce((total, each) => total + each, 0);
  return { customers: days.length, median: median(days), mean: days.length === 0 ? null : sum / days.length };
}

/**
 * Money that the pipeline brings a day: open customers × average won amount × win rate / cycle days.
 * Source: kpitree.co, "Sales pipeline velocity". Null where one of them is not known.
 */
export function velocity(
  openDeals: number,
  averageWonAmount: number | null,
  winRate: number | null,
  cycleDays: number | null,
): number | null {
  if (averageWonAmount === null || winRate === null || cycleDays === null || cycleDays <= 0) return null;
  return (openDeals * averageWonAmount * winRate) / cycleDays;
}

/** Average of the won amounts that are known; null without any. */
export function averageWonAmount(customers: readonly Customer[]): number | null {
  let [sum, count] = [0, 0];
  for (const { state, amount } of customers) {
    if (state !== "won" || amount === null) continue;
    sum += amount;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
