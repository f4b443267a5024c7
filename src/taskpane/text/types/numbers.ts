import type { TrendKind } from "../../../domain/clocks/due";
import type { ChanceBasis } from "../../../domain/measures/forecast";
import type { Closing } from "../../../domain/measures/closing";
import type { WinRateId } from "../../../domain/measures/conversion";
import type { Promised } from "../../../domain/measures/followUp";
import type { FunnelMode } from "../../../domain/measures/funnel";
import type { Grouping } from "../../../domain/measures/people";
import type { ActivityOrder } from "../../../domain/measures/activity";
import type { Narrowing } from "../../../domain/measures/narrowed";
import type { PeriodId } from "../../../domain/measures/periods";
import type { CountId, PeriodFigureId } from "../../../domain/measures/rowsBehind/numberRef";
import type { PersonSignalId, SignalId } from "../../../domain/measures/signals/signal";
import type { Standing } from "../../../domain/measures/wilson";

/** A figure's name, how it is calculated, and what it is called elsewhere (blank where nobody else has it). */
export interface FigureText {
  readonly name: string;
  readonly definition: string;
  readonly elsewhere: string;
}

/** The view of one number: its definition and its rows. */
export interface DrillText {
  readonly back: string;
  readonly definition: string;
  readonly elsewhere: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly noDenominator: string;
  readonly counted: (count: number) => string;
  readonly others: (count: number) => string;
  /** The same where there is no denominator. */
  readonly notCounted: (count: number) => string;
  readonly noRows: string;
  readonly more: (count: number) => string;
  readonly show: string;
  readonly showPart: (part: number, parts: number) => string;
  readonly row: (row: number) => string;
  readonly gone: string;
  readonly unnamed: string;
  readonly go: (customer: string, row: number) => string;
}

/** Narrowing the view to one owner, team or type. */
export interface FilterText {
  readonly label: string;
  readonly all: string;
  readonly by: Readonly<Record<Narrowing, string>>;
  /** @param name blank for customers without one */
  readonly only: (by: Narrowing, name: string) => string;
  readonly count: (shown: number, all: number) => string;
  readonly clear: string;
}

/** What periods brought. */
export interface PeriodText {
  readonly label: string;
  readonly names: Readonly<Record<PeriodId, string>>;
  /** The period before; all time has none. */
  readonly before: Readonly<Record<Exclude<PeriodId, "all">, string>>;
  readonly days: (from: string, to: string) => string;
  readonly caption: (period: string, days: string) => string;
  readonly head: string;
  readonly figures: Readonly<Record<PeriodFigureId, FigureText>>;
  readonly figure: (name: string, period: string) => string;
  readonly withoutAmount: (count: number) => string;
  /** Customers that no period can count: won or lost without a closing date, and without a first contact. */
  readonly undated: (closed: number, created: number) => string;
}

/** What each owner does. */
export interface ActivityText {
  readonly label: string;
  readonly orders: Readonly<Record<ActivityOrder, string>>;
  readonly noOwner: string;
  readonly figures: Readonly<Record<"touches" | "coverage" | "promises" | "closed", FigureText>>;
  readonly figure: (owner: string, name: string, period: string) => string;
  readonly substantive: (count: number) => string;
  readonly oldest: (days: number) => string;
  /** Counts with the share where there is one. */
  readonly share: (part: number, whole: number, rate: string | null) => string;
  readonly hint: (period: string) => string;
}

/** What an owner is to win in the month of the review day. Amounts and shares come as text. */
export interface TargetText {
  readonly figure: FigureText;
  readonly of: (owner: string, name: string) => string;
  /** @param share of the target; null where it is not known */
  readonly reached: (won: string, target: string, share: string | null) => string;
  readonly gap: (amount: string) => string;
  readonly needed: (share: string) => string;
}

/** Customers that are going somewhere. */
export interface TrendText {
  readonly kinds: Readonly<Record<TrendKind, FigureText>>;
  /** With its sign: colour says nothing here. */
  readonly signs: Readonly<Record<TrendKind, string>>;
  readonly none: string;
  readonly more: (count: number) => string;
}

/** The page of each owner that can be printed. */
export interface PageText {
  readonly heading: string;
  readonly save: string;
  readonly hint: string;
  readonly copied: string;
  readonly title: (owner: string) => string;
  readonly asOf: (day: string) => string;
  readonly open: (count: number) => string;
  readonly closed: (period: string, count: number) => string;
  readonly customer: string;
  readonly stage: string;
  readonly amount: string;
  readonly lastContact: string;
  readonly nextDate: string;
  readonly nextStep: string;
  readonly late: (days: number) => string;
  readonly outcome: string;
  readonly closedOn: string;
  readonly reason: string;
}

/** Why a row counts. Days are in words; `row` is Excel's number of a row on the log's sheet. */
export interface BecauseText {
  readonly state: (state: string, day: string | null) => string;
  /** @param known false where only the present stage says so */
  readonly reached: (stage: string, known: boolean) => string;
  readonly days: (days: number) => string;
  readonly promise: (day: string, outcome: Promised["outcome"], row: number) => string;
  readonly contact: (day: string, substantive: boolean, row: number) => string;
  readonly signal: (id: SignalId, count: number | null, rows: readonly number[]) => string;
  /** @param at the time of entry; null where there is none */
  readonly entered: (at: string | null, day: string, row: number) => string;
  readonly noContact: string;
  readonly worth: (amount: string, chance: string, weighted: string) => string;
  readonly noAmount: string;
  readonly amount: (amount: string) => string;
  readonly created: (day: string | null) => string;
  /** @param move the stages it rose between; null where it did not */
  readonly trend: (
    move: { readonly from: string; readonly to: string } | null,
    recent: number,
    earlier: number,
    rows: readonly number[],
  ) => string;
  readonly noChance: (amount: string) => string;
  readonly expectedClose: (day: string) => string;
}

/** The Numbers view. Numbers, rates and amounts come as text where the language writes them its own way. */
export interface NumbersText {
  readonly heading: string;
  readonly empty: string;
  readonly working: string;
  readonly hint: string;
  readonly groups: {
    readonly now: string;
    readonly period: string;
    readonly trends: string;
    readonly conversion: string;
    readonly funnel: string;
    readonly time: string;
    readonly followUp: string;
    readonly people: string;
    readonly reasons: string;
    readonly forecast: string;
    readonly signals: string;
  };
  readonly filter: FilterText;
  readonly period: PeriodText;
  readonly activity: ActivityText;
  readonly target: TargetText;
  readonly trend: TrendText;
  readonly page: PageText;
  readonly counts: Readonly<Record<CountId, FigureText>>;
  readonly notMeasured: string;
  readonly notMeasuredWhy: string;
  readonly noCases: string;
  /** For a rate that the sheet has no columns for. */
  readonly notSeen: string;
  readonly winRate: string;
  readonly definitionOf: string;
  readonly winRates: Readonly<Record<WinRateId, FigureText>>;
  /** A rate with its evidence. */
  readonly rate: (part: number, whole: number, rate: string, interval: string) => string;
  readonly countsOnly: (part: number, whole: number) => string;
  readonly fewNote: string;
  readonly interval: string;
  readonly cohorts: string;
  readonly cohortHead: string;
  readonly customersHead: string;
  readonly stageHead: string;
  readonly daysHead: string;
  readonly ofAllHead: string;
  readonly toNextHead: string;
  readonly month: (year: number, month: number) => string;
  readonly cohort: FigureText;
  /** What a screen reader hears of a month's rate. */
  readonly cohortRate: (month: string, rate: string) => string;
  readonly byAge: (days: number, rate: string) => string;
  readonly tooYoung: string;
  readonly byAgeHint: string;
  readonly mode: string;
  readonly modes: Readonly<Record<FunnelMode, FigureText>>;
  readonly won: string;
  readonly next: (from: string, to: string) => FigureText;
  readonly reached: (stage: string, definition: string) => FigureText;
  readonly toNext: (rate: string) => string;
  /** Before a number that may be higher. */
  readonly lowerBound: string;
  /** The same number read aloud. */
  readonly atLeast: (count: number) => string;
  /** Before a rate of two numbers that may both be higher. */
  readonly about: string;
  readonly lowerBoundWhy: string;
  readonly unknown: (count: number) => string;
  readonly flows: (days: number) => string;
  readonly flow: (entered: number, parts: string) => string;
  /** What became of customers that entered a stage. */
  readonly flowParts: {
    readonly advanced: string;
    readonly lost: string;
    readonly parked: string;
    readonly movedBack: string;
    readonly reassigned: string;
    readonly still: string;
  };
  readonly converted: (days: number) => FigureText;
  readonly halfWon: (days: number) => string;
  readonly undated: (count: number) => string;
  readonly tooFew: string;
  readonly ageing: string;
  /** @param to null for the last band, which has no upper end */
  readonly band: (from: number, to: number | null) => string;
  readonly bandText: (label: string) => FigureText;
  /** Beside a count on a review day that is over: the sheet knows it only as it is now. */
  readonly asNow: string;
  /** In how many of the open stages somebody can be stuck at all. */
  readonly watched: (watched: number, open: number) => string;
  /** A stage without a limit: what the team's own history suggests, or that it does not. */
  readonly limitKnown: (stage: string, days: number) => string;
  readonly noLimitKnown: (stage: string) => string;
  readonly takeLimit: string;
  readonly takeLimitOf: (stage: string, days: number) => string;
  readonly limitTaken: (stage: string, days: number) => string;
  readonly stageTime: string;
  readonly stageTimeOf: (days: number, customers: number) => string;
  readonly needsLog: string;
  readonly coverage: FigureText;
  readonly tooNew: (count: number) => string;
  readonly onTime: FigureText;
  readonly pending: (pending: number, moved: number) => string;
  readonly firstResponse: FigureText;
  readonly withinOneDay: (rate: string) => string;
  /** Why there is no first response: nothing says when customers came in. */
  readonly noCreationDay: string;
  readonly touches: FigureText;
  readonly touchCount: (substantive: number, customers: number) => string;
  readonly by: string;
  readonly groupings: Readonly<Record<Grouping, string>>;
  readonly noName: string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly groupHint: string;
  readonly group: Readonly<Record<"rate" | "open" | "overdue", (name: string) => FigureText>>;
  readonly openOf: (open: string) => string;
  readonly overdueOf: (overdue: string) => string;
  readonly amounts: (open: string, won: string) => string;
  readonly traits: string;
  readonly noTraits: string;
  readonly trait: (by: string, name: string) => string;
  readonly reason: (name: string) => FigureText;
  readonly lostParked: (lost: number, parked: number) => string;
  /** @param stage null where nobody knows it */
  readonly lastStage: (stage: string | null, count: number) => string;
  readonly signals: Readonly<Record<SignalId, FigureText>>;
  readonly personSignals: Readonly<Record<PersonSignalId, FigureText>>;
  readonly personSignal: (name: string, signal: string) => string;
  readonly lastMinuteNote: (entered: number, all: number) => string;
  readonly equals: (share: string, value: string) => string;
  /** A definition with what it comes to here; the note is blank where there is none. */
  readonly definitionHere: (definition: string, note: string) => string;
  readonly busyOwnerNote: (each: string, rate: string, rateOfAll: string) => string;
  readonly noEntryTime: (count: number) => string;
  readonly signalsNeedLog: string;
  readonly signalsHint: string;
  readonly noSignals: string;
  readonly weighted: FigureText;
  readonly range: (low: string, high: string) => string;
  readonly rangeWhy: string;
  readonly neglected: FigureText;
  readonly share: (rate: string) => string;
  readonly withoutAmount: Readonly<Record<"open" | "won", FigureText>>;
  readonly byClosing: string;
  readonly closing: Readonly<Record<Closing, FigureText>>;
  readonly closingOf: (customers: number, withoutAmount: number) => string;
  readonly cycle: FigureText;
  readonly mean: (days: string) => string;
  readonly velocity: FigureText;
  readonly velocityOf: (open: number, amount: string, rate: string, days: string) => string;
  readonly days: (days: string) => string;
  readonly perDay: (amount: string) => string;
  readonly chances: string;
  readonly chance: (won: number, resolved: number) => string;
  /** Where a chance is from; for null that nobody knows one. */
  readonly chanceFrom: (basis: ChanceBasis | null) => string;
  /** Where the chances in a sum are from. */
  readonly chancesFrom: (bases: readonly ChanceBasis[]) => string;
  /** In place of a forecast: from how many decided customers on there is one. */
  readonly noForecast: (decided: number) => string;
  /** Open customers that are in no sum because nobody knows their chance. */
  readonly withoutChance: (customers: number) => string;
  readonly drill: DrillText;
  readonly because: BecauseText;
}
