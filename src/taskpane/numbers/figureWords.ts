import type { TrendKind } from "../../domain/clocks/due";
import type { Numbers } from "../../app/measures/work";
import type { CheckResult } from "../../app/subject";
import { groupKey } from "../../domain/measures/customer";
import { cohorts, type Cohort } from "../../domain/measures/conversion";
import { activities, type Activity } from "../../domain/measures/activity";
import { ownersIn, type NumbersFilter } from "../../domain/measures/narrowed";
import { periodFigures, type PeriodFigures } from "../../domain/measures/periodFigures";
import { periodPair, type PeriodId } from "../../domain/measures/periods";
import { movingCustomers, trendsOf, type MovingCustomer } from "../../domain/measures/trends";
import { fullAmount, shortAmount } from "../../domain/values/amountText";
import { asKnown } from "../../domain/measures/asKnown";
import type { NumberKind, NumberRef } from "../../domain/measures/rowsBehind/numberRef";
import { funnel, type Funnel, type FunnelMode } from "../../domain/measures/funnel";
import { conversionAges, promisePeriod } from "../../domain/measures/allMeasures";
import { stageFlows, timeInStages, type StageFlow, type StageTime } from "../../domain/measures/funnel";
import { averageWonAmount } from "../../domain/measures/forecast";
import { groupsBy, highConversionTraits, type Group, type Grouping } from "../../domain/measures/people";
import type { ReasonLosses } from "../../domain/measures/reasons";
import { monthTargets, type MonthTarget } from "../../domain/measures/targets";
import type { PersonSignalId } from "../../domain/measures/signals/signal";
import { signalsOf, type Signals } from "../../domain/measures/signals/signalsOf";
import type { Rate } from "../../domain/measures/wilson";
import type { Language } from "../../domain/values/language";
import type { FigureText, NumbersText } from "../text/types/numbers";

/** From this many cases on a percentage has a decimal: below, it would claim more than it knows. */
const casesForDecimal = 100;

/** How numbers are written: by the pane's language, with the pane's words. */
export interface Writer {
  /** In the language's own units: 12.3万, 123K. */
  readonly amount: (value: number) => string;
  readonly fullAmount: (value: number) => string;
  readonly days: (value: number) => string;
  readonly percent: (rate: number, whole: number) => string;
  /** `12/20 = 60% (39–78%)`; counts only under five cases; nothing without any. */
  readonly rate: (rate: Rate) => string;
  /** The percentage alone, for narrow columns; counts under five cases. */
  readonly shortRate: (rate: Rate) => string;
}

export function writerOf(language: Language, words: NumbersText): Writer {
  const days = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = (rate: number, cases: number) => `${(100 * rate).toFixed(cases < casesForDecimal ? 0 : 1)}%`;
  const short = ({ part, whole: cases, rate, interval }: Rate) =>
    rate === null ? words.notMeasured : interval === null ? words.countsOnly(part, cases) : percent(rate, cases);
  return {
    amount: (value) => shortAmount(value, language),
    fullAmount: (value) => fullAmount(value, language),
    days: (value) => days.format(value),
    percent,
    shortRate: short,
    rate: (rate) => {
      const { part, whole: cases, interval } = rate;
      if (interval === null) return short(rate);
      const range = `${Math.round(100 * interval.low)}–${Math.round(100 * interval.high)}%`;
      return words.rate(part, cases, short(rate), range);
    },
  };
}

/** The numbers of one check with their names and values, as the view and the drill show them. */
export interface FigureWords {
  readonly numbers: Numbers;
  readonly check: CheckResult;
  readonly words: NumbersText;
  readonly write: Writer;
  /** What all of it is narrowed to; null for all customers. */
  readonly filter: NumbersFilter | null;
  /** Names of the open stages, in order. */
  readonly stages: readonly string[];
  readonly funnelOf: (mode: FunnelMode) => Funnel;
  readonly cohorts: readonly Cohort[];
  readonly groupsOf: (by: Grouping) => readonly Group[];
  /** What a period brought; null for a period before all time, which is none. */
  readonly periodOf: (id: PeriodId, when: "now" | "before") => PeriodFigures | null;
  readonly activitiesOf: (id: PeriodId) => readonly Activity[];
  /** What an owner is to win this month; null without a target. */
  readonly targetOf: (name: string) => MonthTarget | null;
  readonly moving: Readonly<Record<TrendKind, readonly MovingCustomer[]>>;
  readonly traits: ReturnType<typeof highConversionTraits>;
  readonly reasons: readonly ReasonLosses[];
  readonly signals: Signals;
  readonly personSignals: readonly PersonSignal[];
  /** Entries of the last 30 days; null without a log. */
  readonly flows: readonly StageFlow[] | null;
  readonly stageTimes: readonly StageTime[];
  readonly averageWon: number | null;
  readonly describe: (ref: NumberRef) => FigureText;
  readonly value: (ref: NumberRef) => string;
  /** The whole amount where the value tells it in units; undefined for what is no amount. */
  readonly inFull: (ref: NumberRef) => string | undefined;
  /** The share behind a number, for its bar and its interval; null for what is no share. */
  readonly rateOf: (ref: NumberRef) => Rate | null;
}

/** A person's signal as it is shown. */
export interface PersonSignal {
  readonly id: PersonSignalId;
  readonly name: string;
  readonly value: string;
  /** What the person is held against. */
  readonly note: string;
}

function personSignalsOf(signals: Signals, words: NumbersText, write: Writer): readonly PersonSignal[] {
  return [
    ...signals.lastMinute.map(({ name, entered, others }): PersonSignal => {
      const all = entered.length + others.length;
      const share = words.countsOnly(entered.length, all);
      return {
        ...{ id: "lastMinute", name },
        value: words.equals(share, write.percent(entered.length / all, all)),
        note: words.lastMinuteNote(entered.length, all),
      };
    }),
    ...signals.busyOwners.map(({ name, touches, customers, perCustomerOfAll, rate, rateOfAll }): PersonSignal => ({
      ...{ id: "busyOwner", name },
      value: words.equals(words.countsOnly(touches.length, customers), write.days(touches.length / customers)),
      note: words.busyOwnerNote(write.days(perCustomerOfAll), write.rate(rate), write.shortRate(rateOfAll)),
    })),
  ];
}

/** Kinds of numbers that are counted in the log, whatever the list holds. */
const logOnly: readonly NumberKind[] = ["onTime", "touches", "signal", "personSignal"];

function isOfLog(ref: NumberRef): boolean {
  return ref.kind === "activity" ? ref.of === "touches" || ref.of === "promises" : logOnly.includes(ref.kind);
}

function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    values.set(key, value);
    return value;
  };
}

/** Fields without which nobody knows when a customer was closed, or came. */
const datedBy = {
  won: "closedOn",
  lost: "closedOn",
  rate: "closedOn",
  amount: "closedOn",
  created: "firstContact",
} as const;

export function figureWords(
  numbers: Numbers,
  check: CheckResult,
  words: NumbersText,
  language: Language,
  filter: NumbersFilter | null = null,
): FigureWords {
  const { measures, schema, today } = numbers;
  const { customers, journeys, reasons } = measures;
  const write = writerOf(language, words);
  const stages = schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => name);
  const funnelOf = kept((mode: FunnelMode) => funnel(journeys, stages.length, mode));
  const groupsOf = kept((by: Grouping) => groupsBy(customers, by));
  const activitiesOf = kept((id: PeriodId) =>
    activities(customers, numbers.touches, periodPair(id, numbers).now, {
      ...numbers,
      owners: ownersIn(filter, numbers),
    }),
  );
  // A target is for all of an owner's customers: some of their types say nothing of it.
  const targets = filter?.by === "customerType" ? [] : monthTargets(customers, numbers, check.figures.key);
  const targetOf = (name: string) => targets.find(({ owner }) => groupKey(owner) === groupKey(name)) ?? null;
  const periodNow = kept((id: PeriodId) => periodFigures(customers, periodPair(id, numbers).now));
  const periodBefore = kept((id: PeriodId) => {
    const { before } = periodPair(id, numbers);
    return before && periodFigures(customers, before);
  });
  const periodOf = (id: PeriodId, when: "now" | "before") => (when === "now" ? periodNow(id) : periodBefore(id));
  const activityOf = (id: PeriodId, name: string) => activitiesOf(id).find((each) => each.name === name);
  const trends = trendsOf(numbers.touches, schema.stages, today);
  const moving = {
    rising: movingCustomers(customers, trends, "rising"),
    cooling: movingCustomers(customers, trends, "cooling"),
  };
  const months = cohorts(customers, conversionAges, numbers);
  const signals = signalsOf({ customers, touches: numbers.touches, stages: schema.stages, today });
  const monthOf = (year: number, month: number) => months.find((each) => each.year === year && each.month === month);
  const groupOf = (by: Grouping, name: string) => groupsOf(by).find((group) => group.name === name);
  const stageName = (step: number) => stages[step] ?? words.won;
  const nameOrNone = (name: string) => (name === "" ? words.noName : name);
  const personSignals = personSignalsOf(signals, words, write);
  const personSignalOf = (id: PersonSignalId, name: string) =>
    personSignals.find((signal) => signal.id === id && signal.name === name);
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? words.notMeasured : String(value);

  const periodName = (id: PeriodId, when: "now" | "before") =>
    when === "before" && id !== "all" ? words.period.before[id] : words.period.names[id];
  /** False where the sheet has no column that says when: a zero would say that nothing happened. */
  const isDated = ({ id, of }: NumberRef<"period">) => id === "all" || numbers.records.columns.has(datedBy[of]);

  /** True for what counts outcomes where the sheet has no column of stages: nobody can tell who was won, and a zero would say nobody. */
  function isUnseen(ref: NumberRef): boolean {
    if (measures.seen.outcomes) return false;
    switch (ref.kind) {
      case "winRate":
      case "cohort":
      case "converted":
      case "reached":
      case "next":
        return true;
      case "period":
        return ref.of !== "created";
      case "activity":
        return ref.of === "closed";
      case "group":
        return ref.of === "rate";
      default:
        return false;
    }
  }

  /** The money that a number is; null for what is none, or not known. */
  function amountOf(ref: NumberRef): number | null {
    const { forecast, velocity, byClosing, unreadable } = measures;
    if (unreadable !== null) return null;
    const width = forecast.range === null ? 0 : forecast.range.high - forecast.range.low;
    const estimate = (sum: number | null) => (sum === null ? null : asKnown(sum, width));
    switch (ref.kind) {
      case "period":
        if (ref.of !== "amount" || !isDated(ref) || check.figures.key.wonAmount === null) return null;
        return periodOf(ref.id, ref.when)?.wonAmount ?? null;
      case "weighted":
        return estimate(forecast.weighted);
      case "neglected":
        return estimate(forecast.neglected);
      case "closing": {
        const part = byClosing?.[ref.when];
        return part && part.customers > part.withoutAmount ? estimate(part.weighted) : null;
      }
      case "velocity":
        return velocity === null ? null : asKnown(velocity, velocity);
      default:
        return null;
    }
  }

  /** What was won of what is to be won; undefined for an owner without a target. */
  function reachedText({ name }: NumberRef<"target">, amount: Writer["amount"]): string | undefined {
    const own = targetOf(name);
    if (own === null) return undefined;
    const { reached, target } = own;
    const share = reached === null || target <= 0 ? null : write.percent(reached.won / target, 0);
    return words.target.reached(reached ? amount(reached.won) : words.notMeasured, amount(target), share);
  }

  function inFull(ref: NumberRef): string | undefined {
    if (ref.kind === "target") return reachedText(ref, write.fullAmount);
    const amount = amountOf(ref);
    if (amount === null) return undefined;
    return ref.kind === "velocity" ? words.perDay(write.fullAmount(amount)) : write.fullAmount(amount);
  }

  function describe(ref: NumberRef): FigureText {
    switch (ref.kind) {
      case "count":
        return words.counts[ref.id];
      case "winRate": {
        const text = words.winRates[ref.id];
        return { ...text, name: `${words.winRate}: ${text.name}` };
      }
      case "cohort":
        return { ...words.cohort, name: words.month(ref.year, ref.month) };
      case "reached":
        return words.reached(stageName(ref.step), words.modes[ref.mode].definition);
      case "next":
        return words.next(stageName(ref.step), stageName(ref.step + 1));
      case "converted":
        return words.converted(ref.days);
      case "coverage":
        return words.coverage;
      case "onTime":
        return words.onTime;
      case "firstResponse":
        return words.firstResponse;
      case "touches":
        return words.touches;
      case "group":
        return words.group[ref.of](nameOrNone(ref.name));
      case "reason":
        return words.reason(nameOrNone(ref.name));
      case "period": {
        const text = words.period.figures[ref.of];
        return { ...text, name: words.period.figure(text.name, periodName(ref.id, ref.when)) };
      }
      case "activity": {
        const text = words.activity.figures[ref.of];
        const owner = ref.name === "" ? words.activity.noOwner : ref.name;
        return { ...text, name: words.activity.figure(owner, text.name, periodName(ref.id, "now")) };
      }
      case "target":
        return { ...words.target.figure, name: words.target.of(ref.name, words.target.figure.name) };
      case "trend":
        return words.trend.kinds[ref.of];
      case "signal":
        return words.signals[ref.id];
      case "personSignal": {
        const text = words.personSignals[ref.id];
        const note = personSignalOf(ref.id, ref.name)?.note ?? "";
        return {
          ...text,
          name: words.personSignal(ref.name, text.name),
          definition: words.definitionHere(text.definition, note),
        };
      }
      case "band":
        return words.bandText(words.band(ref.from, ref.to));
      case "weighted":
        return words.weighted;
      case "neglected":
        return words.neglected;
      case "withoutAmount":
        return words.withoutAmount[ref.of];
      case "closing":
        return words.closing[ref.when];
      case "cycle":
        return words.cycle;
      case "velocity":
        return words.velocity;
    }
  }

  function rateOf(ref: NumberRef): Rate | null {
    if (isUnseen(ref)) return null;
    switch (ref.kind) {
      case "winRate":
        return measures.winRates[ref.id];
      case "cohort":
        return monthOf(ref.year, ref.month)?.soFar ?? null;
      case "reached":
        return funnelOf(ref.mode).steps[ref.step]?.cumulative ?? null;
      case "next":
        return funnelOf(ref.mode).steps[ref.step]?.next ?? null;
      case "coverage":
        return measures.logged?.coverage.rate ?? null;
      case "onTime":
        return measures.logged?.promises.rate ?? null;
      case "group":
        return ref.of === "rate" ? (groupOf(ref.by, ref.name)?.rate ?? null) : null;
      case "period":
        return ref.of === "rate" && isDated(ref) ? (periodOf(ref.id, ref.when)?.rate ?? null) : null;
      case "activity": {
        const line = activityOf(ref.id, ref.name);
        if (ref.of === "closed") return line?.closed ?? null;
        return ref.of === "touches" ? null : (line?.logged?.[ref.of].rate ?? null);
      }
      default:
        return null;
    }
  }

  function rateText(ref: NumberRef): string {
    const rate = rateOf(ref);
    return rate ? write.rate(rate) : words.notMeasured;
  }

  function value(ref: NumberRef): string {
    const { cycle, logged } = measures;
    // Nothing of it is known while rows cannot be read; the log alone still can.
    if (measures.unreadable !== null && !isOfLog(ref) && ref.kind !== "target") return words.notMeasured;
    if (isUnseen(ref)) return words.notMeasured;
    const money = amountOf(ref);
    switch (ref.kind) {
      case "count":
        return count(check.figures.key[ref.id]);
      case "reached":
        return count(funnelOf(ref.mode).steps[ref.step]?.reached);
      case "converted": {
        const share = measures.converted[conversionAges.findIndex((age) => age === ref.days)] ?? null;
        return share === null ? words.tooFew : write.percent(share, measures.incidence.customers);
      }
      case "firstResponse":
        return logged?.firstResponse.median == null
          ? words.notMeasured
          : words.days(write.days(logged.firstResponse.median));
      case "touches":
        return count(logged?.touches.all);
      case "group": {
        const group = groupOf(ref.by, ref.name);
        if (ref.of === "rate") return group ? write.rate(group.rate) : words.notMeasured;
        return count(check.figures.key[ref.of] === null ? null : group?.[ref.of]);
      }
      case "reason": {
        const losses = reasons.find(({ name }) => name === ref.name);
        return words.lostParked(losses?.lost ?? 0, losses?.parked ?? 0);
      }
      case "signal":
        return count(signals.cases[ref.id].length);
      case "personSignal":
        return personSignalOf(ref.id, ref.name)?.value ?? words.notMeasured;
      case "band":
        return count(check.figures.ageing.find(({ from }) => from === ref.from)?.silent);
      case "weighted":
      case "neglected":
      case "closing":
        return money === null ? words.notMeasured : write.amount(money);
      case "withoutAmount":
        return count(check.figures.withoutAmount[ref.of]);
      case "period": {
        if (ref.of === "amount") return money === null ? words.notMeasured : write.amount(money);
        if (!isDated(ref)) return words.notMeasured;
        const figures = periodOf(ref.id, ref.when);
        return ref.of === "rate" ? rateText(ref) : count(figures?.[ref.of].length);
      }
      case "activity":
        return ref.of === "touches" ? count(activityOf(ref.id, ref.name)?.logged?.touches.length) : rateText(ref);
      case "target":
        return reachedText(ref, write.amount) ?? words.notMeasured;
      case "trend":
        return numbers.touches.length === 0 ? words.notMeasured : count(moving[ref.of].length);
      case "cycle":
        return cycle.median === null ? words.notMeasured : words.days(write.days(cycle.median));
      case "velocity":
        return money === null ? words.notMeasured : words.perDay(write.amount(money));
      default:
        return rateText(ref);
    }
  }

  return {
    numbers,
    check,
    words,
    write,
    filter,
    stages,
    periodOf,
    activitiesOf,
    targetOf,
    moving,
    funnelOf,
    cohorts: months,
    groupsOf,
    traits: highConversionTraits(customers),
    reasons,
    signals,
    personSignals,
    flows:
      measures.logged === null
        ? null
        : stageFlows(journeys, stages.length, { from: today - promisePeriod + 1, to: today }),
    stageTimes: timeInStages(journeys, stages.length),
    averageWon: averageWonAmount(customers),
    describe,
    value,
    inFull,
    rateOf,
  };
}
