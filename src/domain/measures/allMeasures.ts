import { atOnce, type Steps } from "../steps/steps";
import type { Touch } from "../log/touch";
import { looksBack, type ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { stateReader } from "../clocks/clocks";
import { byClosing, type ByClosing } from "./closing";
import { winRate, type WinRateId } from "./conversion";
import type { Customer, Period } from "./customer";
import { coverage, countTouches, firstResponse, promisesKept, staleDaysReader } from "./followUp";
import type { Coverage, FirstResponse, Promises, Touches } from "./followUp";
import {
  averageWonAmount,
  forecast,
  salesCycle,
  stageProbabilities,
  velocity,
  type Forecast,
  type SalesCycle,
  type StageProbability,
} from "./forecast";
import { funnel, journeys, type Funnel, type Journey } from "./funnel";
import { convertedBy, incidence, medianTimeToWin, spellOf, type Incidence, type Spell } from "./incidence";
import { lossesByReason, type ReasonLosses } from "./reasons";
import { readCustomers } from "./readCustomers";
import { seenOf, type Seen } from "./seen";
import { unreadableOf, type Unreadable } from "./unreadable";
import type { Rate } from "./wilson";

/** Ages at which conversion is reported. Days. */
export const conversionAges = [30, 60, 90] as const;
/** Length of the periods that the log is looked at in, the review day included. Days. */
export const touchPeriod = 7;
export const promisePeriod = 30;

/** What the log is needed for. */
export interface LoggedFigures {
  readonly week: Period;
  readonly month: Period;
  readonly coverage: Coverage;
  readonly touches: Touches;
  readonly promises: Promises;
  readonly firstResponse: FirstResponse;
}

/** Every measure that goes beyond counting rows: what Excel 2016 cannot express, and what the Numbers view shows. */
export interface AllMeasures {
  /** Why nothing can be said of the customers; null where their rows can be read. */
  readonly unreadable: Unreadable | null;
  readonly customers: readonly Customer[];
  readonly journeys: readonly Journey[];
  /** What the sheet lets anybody see. Rates of what it does not are null. */
  readonly seen: Seen;
  readonly winRates: Readonly<Record<WinRateId, Rate | null>>;
  readonly funnel: Funnel;
  readonly reasons: readonly ReasonLosses[];
  readonly probabilities: readonly StageProbability[];
  readonly forecast: Forecast;
  /** Null where no open customer has an expected close. */
  readonly byClosing: ByClosing | null;
  readonly cycle: SalesCycle;
  /** Money a day. */
  readonly velocity: number | null;
  readonly incidence: Incidence;
  /** Won or lost customers without both dates: they are in no curve. */
  readonly undated: number;
  /** Share won by each of `conversionAges`; null where too few have been watched that long. */
  readonly converted: readonly (number | null)[];
  readonly timeToWin: number | null;
  /** Null for a workbook without log rows. */
  readonly logged: LoggedFigures | null;
}

function spellsOf(customers: readonly Customer[], today: number): { spells: readonly Spell[]; undated: number } {
  const spells: Spell[] = [];
  let undated = 0;
  for (const customer of customers) {
    const spell = spellOf(customer, today);
    if (spell) spells.push(spell);
    else if (customer.state === "won" || customer.state === "lost") undated += 1;
  }
  return { spells, undated };
}

/** Works every measure out. @param touches the log's rows; empty where there is no log */
export function allMeasures(records: Records, touches: readonly Touch[], review: ReviewContext): AllMeasures {
  return atOnce(measuringAll(records, touches, review));
}

/** The same in steps, of one measure each. */
export function* measuringAll(records: Records, touches: readonly Touch[], review: ReviewContext): Steps<AllMeasures> {
  const { schema, today } = review;
  const customers = readCustomers(records, review, touches);
  const isPast = looksBack(review);
  const soFar = touches.filter(({ date, enteredAt }) => !isPast || (date ?? enteredAt ?? 0) < today + 1);
  yield;
  const all = journeys(customers, touches, schema.stages, today);
  yield;
  const openStages = schema.stages.filter(({ kind }) => kind === "open");
  const probabilities = stageProbabilities(
    all,
    openStages.map(({ probability }) => probability),
  );
  const stageOf = ({ step }: Customer) => probabilities[step ?? 0];
  const chanceOf = (customer: Customer) => stageOf(customer)?.probability ?? null;
  const open = customers.filter(({ state }) => state === "open");
  const deals = open.map((customer) => ({
    amount: customer.amount,
    probability: chanceOf(customer),
    basis: stageOf(customer)?.basis ?? null,
    neglected: customer.overdue || customer.stale,
  }));
  yield;
  const { spells, undated } = spellsOf(customers, today);
  const curve = incidence(spells);
  yield;
  const cycle = salesCycle(customers);
  const seen = seenOf(records, customers);
  const rate = (id: WinRateId) => (seen.outcomes && (id !== "strict" || seen.neglect) ? winRate(id, customers) : null);
  const winRates = { closed: rate("closed"), created: rate("created"), broad: rate("broad"), strict: rate("strict") };
  yield;
  const ofStages = funnel(all, openStages.length);
  yield;
  return {
    unreadable: unreadableOf(records, stateReader(records.columns, review)),
    customers,
    journeys: all,
    seen,
    winRates,
    funnel: ofStages,
    reasons: lossesByReason(
      all,
      openStages.map(({ name }) => name),
    ),
    probabilities,
    forecast: { ...forecast(deals), ...(seen.neglect ? {} : { neglected: null }) },
    byClosing: byClosing(open, chanceOf, review),
    cycle,
    velocity: velocity(deals.length, averageWonAmount(customers), winRates.closed?.rate ?? null, cycle.median),
    incidence: curve,
    undated,
    converted: conversionAges.map((age) => (seen.outcomes ? convertedBy(curve, age) : null)),
    timeToWin: medianTimeToWin(curve),
    logged: soFar.length === 0 ? null : loggedFigures(customers, soFar, review),
  };
}

function loggedFigures(
  customers: readonly Customer[],
  touches: readonly Touch[],
  { schema, today }: ReviewContext,
): LoggedFigures {
  const week = { from: today - touchPeriod + 1, to: today };
  const month = { from: today - promisePeriod + 1, to: today };
  return {
    week,
    month,
    coverage: coverage(customers, touches, week, staleDaysReader(schema)),
    touches: countTouches(touches, week),
    promises: promisesKept(touches, month, 0, today),
    firstResponse: firstResponse(customers, touches, today),
  };
}
