import type { Change } from "../../../domain/plan/setUpPlan";
import type { Language } from "../../../domain/values/language";

/** One line of the set-up preview: what, how many, and which. */
export interface ChangeLine {
  readonly what: string;
  readonly count: string;
  readonly which: string;
}

/** The Setup view: what would change, the questions before it, and the review day. */
export interface SetupText {
  readonly heading: string;
  /** @param sheet null where the open sheet's name is not known yet; likewise below */
  readonly intro: (sheet: string | null) => string;
  readonly installed: (sheet: string | null) => string;
  readonly plan: string;
  readonly planAgain: string;
  readonly changes: string;
  readonly allChanges: (count: number) => string;
  /** @param exceptListed whether the plan changes headers or cells of the team's own */
  readonly untouched: (exceptListed: boolean) => string;
  readonly matches: string;
  readonly matched: (field: string, header: string) => string;
  readonly alias: string;
  readonly kept: (headers: readonly string[]) => string;
  readonly keptValidations: (headers: readonly string[]) => string;
  readonly dormant: (fields: readonly string[]) => string;
  readonly language: string;
  /** Each in its own language. */
  readonly languages: Readonly<Record<Language, string>>;
  readonly apply: string;
  readonly repair: string;
  readonly cancel: string;
  readonly close: string;
  readonly nothing: string;
  /** What a set-up has made that somebody will look for: sheets, columns, cells with another content; zeros where that is not known. */
  readonly applied: (made: { readonly sheets: number; readonly columns: number; readonly cells: number }) => string;
  readonly toToday: string;
  readonly reviewDay: string;
  readonly reviewHint: string;
  readonly reviewSet: (date: string) => string;
  readonly applyDay: string;
  readonly backToToday: string;
  readonly badDay: string;
  readonly change: (change: Change) => ChangeLine;
}
