import type { DueFlag, Evidence, TrendKind } from "../../clocks/due";
import type { Records } from "../../followUps/records";
import type { Touch } from "../../log/touch";
import type { ReviewContext } from "../../schema/reviewContext";
import type { AllMeasures } from "../allMeasures";
import type { Closing } from "../closing";
import type { WinRateId } from "../conversion";
import type { Customer } from "../customer";
import type { Promised } from "../followUp";
import type { FunnelMode } from "../funnel";
import type { Grouping } from "../people";
import type { PeriodId } from "../periods";
import type { PersonSignalId, SignalId } from "../signals/signal";

/** Figures that count customers in one state, or with one flag. */
export const countIds = [
  ...(["open", "overdue", "dueToday", "stale", "stuck", "noNextStep", "revisit", "won", "lost", "parked"] as const),
] as const;
export type CountId = (typeof countIds)[number];

/** A step of the funnel. Steps count from 0; the one after the last open stage is winning. */
interface FunnelPlace {
  readonly mode: FunnelMode;
  readonly step: number;
}

/** What a period brought, as figures that can be asked about. */
export const periodFigureIds = ["won", "lost", "rate", "amount", "created"] as const;
export type PeriodFigureId = (typeof periodFigureIds)[number];

/** What tells one number of a kind from the others. */
interface NumberKeys {
  readonly count: { readonly id: CountId };
  readonly band: { readonly from: number; readonly to: number | null };
  readonly winRate: { readonly id: WinRateId };
  /** Month 1 to 12. */
  readonly cohort: { readonly year: number; readonly month: number };
  readonly converted: { readonly days: number };
  readonly reached: FunnelPlace;
  readonly next: FunnelPlace;
  readonly reason: { readonly name: string };
  readonly coverage: object;
  readonly onTime: object;
  readonly firstResponse: object;
  readonly touches: object;
  readonly group: { readonly by: Grouping; readonly name: string; readonly of: "rate" | "open" | "overdue" };
  readonly period: { readonly of: PeriodFigureId; readonly id: PeriodId; readonly when: "now" | "before" };
  /** One owner's doings in a period. */
  readonly activity: {
    readonly name: string;
    readonly of: "touches" | "coverage" | "promises" | "closed";
    readonly id: PeriodId;
  };
  /** An owner's target of the month. */
  readonly target: { readonly name: string };
  readonly trend: { readonly of: TrendKind };
  readonly signal: { readonly id: SignalId };
  readonly personSignal: { readonly id: PersonSignalId; readonly name: string };
  readonly weighted: object;
  readonly neglected: object;
  readonly withoutAmount: { readonly of: "open" | "won" };
  readonly closing: { readonly when: Closing };
  readonly cycle: object;
  readonly velocity: object;
}
export type NumberKind = keyof NumberKeys;

/** A number that somebody can ask about. */
export type NumberRef<Kind extends NumberKind = NumberKind> = {
  [Each in Kind]: { readonly kind: Each } & NumberKeys[Each];
}[Kind];

/** Why a row is there, as data; the pane has the words. Days are serials of the workbook's date system. */
export type Because =
  | { readonly kind: "state"; readonly state: Customer["state"]; readonly day: number | null }
  | { readonly kind: "flag"; readonly flag: DueFlag; readonly stage: string }
  | { readonly kind: "lastContact"; readonly day: number | null; readonly evidence: Evidence | null }
  /** `stage` is null for winning; `known` is false where only the present stage says so. */
  | { readonly kind: "reached"; readonly stage: string | null; readonly known: boolean }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "promise"; readonly due: number; readonly outcome: Promised["outcome"]; readonly logRow: number }
  | { readonly kind: "contact"; readonly day: number; readonly logRow: number; readonly substantive: boolean }
  /** When a touch was entered, day and time of day; null where nobody knows. */
  | { readonly kind: "entered"; readonly at: number | null; readonly day: number; readonly logRow: number }
  | { readonly kind: "noContact" }
  /** Log rows that show a signal, and what was counted. */
  | {
      readonly kind: "signal";
      readonly id: SignalId;
      readonly count: number | null;
      readonly logRows: readonly number[];
    }
  /** Log rows that say where the customer is going; `from` and `to` are the stages it rose between, null where it did not. */
  | {
      readonly kind: "trend";
      readonly from: string | null;
      readonly to: string | null;
      /** Touches with substance of the last span and of the one before. */
      readonly recent: number;
      readonly earlier: number;
      readonly logRows: readonly number[];
    }
  | { readonly kind: "amount"; readonly amount: number }
  | { readonly kind: "created"; readonly day: number | null }
  | { readonly kind: "worth"; readonly amount: number; readonly chance: number }
  | { readonly kind: "noAmount" }
  | { readonly kind: "noChance"; readonly amount: number }
  | { readonly kind: "expectedClose"; readonly day: number };

export interface RowBehind {
  /** Null for a log row whose customer is not in the sheet any more. */
  readonly customer: Customer | null;
  readonly because: readonly Because[];
}

/** What stands behind a number. */
export interface RowsBehind {
  /** What is counted: the numerator. */
  readonly rows: readonly RowBehind[];
  /** In the denominator only; where there is none, looked at and not counted. */
  readonly others: readonly RowBehind[];
  /** Size of the denominator; null for a sum, a median or an estimate, which have none. */
  readonly whole: number | null;
}

/** What the numbers were worked out from, and what they came to. */
export interface NumbersBasis extends ReviewContext {
  readonly records: Records;
  readonly touches: readonly Touch[];
  readonly measures: AllMeasures;
}
