import type { DateSystem } from "../../domain/values/date";
import type { Area } from "../../domain/workbook/area";
import type { DueItem } from "../../domain/clocks/due";
import type { Figures } from "../../domain/measures/figures";
import type { Refusal, SetUpPlan } from "../../domain/plan/setUpPlan";
import type { Finding } from "../../domain/rules/finding";
import type { Schema, StageKind } from "../../domain/schema/field";
import type { Language } from "../../domain/values/language";
import type { Fault } from "../fault";
import type { Aftermath } from "../ports";
import type { FixSession } from "../fixes/session";
import type { NumbersSession } from "../measures/session";
import type { HealthSession } from "../health/session";
import type { RepSession } from "../log/session";
import type { SchemaSession } from "../schema/session";

export type Task = "opening" | "checking" | "planning" | "applying" | "saving";

/** The outcome of the last check. */
export interface CheckResult {
  readonly sheet: string;
  /** True when the sheet is a set-up `FollowUps` table; false for a look at a sheet as it is. */
  readonly installed: boolean;
  readonly language: Language;
  readonly schema: Schema;
  /** Review day as a serial of the workbook's date system, and whether somebody set it to another day than today. */
  readonly today: number;
  readonly dateSystem: DateSystem;
  readonly asOf: boolean;
  readonly findings: readonly Finding[];
  readonly figures: Figures;
  readonly due: readonly DueItem[];
  /** Customers whose next date is tomorrow, for the empty to-do list. */
  readonly tomorrow: number;
  /** Wall-clock time of the check, such as `10:42`. */
  readonly at: string;
}

export type Problem =
  | { readonly kind: "fault"; readonly fault: Fault; readonly task: Task; readonly aftermath: Aftermath | null }
  | { readonly kind: "refusal"; readonly refusal: Refusal };

export interface SessionState {
  /** False until the workbook's facts have been read once. */
  readonly ready: boolean;
  /** The workbook has a follow-up sheet that was set up. */
  readonly installed: boolean;
  /** Title of the sheet that Check and Set up mean: the follow-up sheet, or the sheet that is open. */
  readonly sheet: string | null;
  readonly busy: { readonly task: Task; readonly done: number; readonly total: number } | null;
  readonly problem: Problem | null;
  readonly check: CheckResult | null;
  /** True while changes in the sheet wait to be looked at. */
  readonly pending: boolean;
  readonly plan: SetUpPlan | null;
  /** Set after a set-up was carried out: how many actions it took. */
  readonly applied: number | null;
}

/** The pane's one door to the use cases. It lives outside components, which subscribe with `useSyncExternalStore`. */
export interface Session {
  readonly rep: RepSession;
  readonly fix: FixSession;
  readonly schema: SchemaSession;
  readonly numbers: NumbersSession;
  readonly health: HealthSession;
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook's facts; checks at once when it was set up before. */
  readonly open: () => Promise<void>;
  /** Reads and judges the sheet. Changes nothing. */
  readonly check: () => Promise<void>;
  /** Looks for formulas where people fill in values, unless the last check has had it done. The check itself reads values only. */
  readonly findFormulas: () => Promise<void>;
  /** Works out what set-up would change, with the answers given so far. Changes nothing. */
  readonly planSetUp: (language: Language, answers: ReadonlyMap<string, StageKind>) => Promise<void>;
  /** Carries out the plan that was shown, reads back and checks. */
  readonly applySetUp: () => Promise<void>;
  readonly dropPlan: () => void;
  /** Sets the review day (serial of the workbook's date system), or back to today's date. */
  readonly setAsOf: (day: number | null) => Promise<void>;
  readonly select: (sheet: string, area: Area) => Promise<void>;
  readonly cancel: () => void;
  readonly dismissProblem: () => void;
  /** Ends the session: what is under way is waited for, and nothing is looked at again by itself. */
  readonly close: () => Promise<void>;
}
