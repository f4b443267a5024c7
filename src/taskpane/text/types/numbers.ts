import type { Closing } from "../../../domain/measures/closing";
import type { WinRateId } from "../../../domain/measures/conversion";
import type { Promised } from "../../../domain/measures/followUp";
import type { FunnelMode } from "../../../domain/measures/funnel";
import type { Grouping } from "../../../domain/measures/people";
import type { CountId } from "../../../domain/measures/rowsBehind/numberRef";
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
  readonly noRows: string;
  readonly more: (count: number) => string;
  readonly show: string;
  readonly showPart: (part: number, parts: number) => string;
  readonly row: (row: number) => string;
  readonly gone: string;
  readonly unnamed: string;
  readonly go: (customer: string, row: number) => string;
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
    readonly conversion: string;
    readonly funnel: string;
    readonly time: string;
    readonly followUp: string;
    readonly people: string;
    readonly reasons: string;
    readonly forecast: string;
    readonly signals: string;
  };
  readonly counts: Readonly<Record<CountId, FigureText>>;
  readonly notMeasured: string;
  readonly notMeasuredWhy: string;
  readonly noCases: string;
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
  readonly openOf: (open: number) => string;
  readonly overdueOf: (overdue: number) => string;
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
  readonly withoutAmount: FigureText;
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
  readonly drill: DrillText;
  readonly because: BecauseText;
}
