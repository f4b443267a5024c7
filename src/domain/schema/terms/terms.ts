import type { Level, SimpleCondition, StageKind } from "../field";

/** Numbers that stand in the pane, on the Summary sheet and, as flags, in the status column. */
export type FigureTerm =
  | ("open" | "won" | "lost" | "parked" | "winRate")
  | ("overdue" | "dueToday" | "stale" | "stuck" | "noNextStep" | "revisit" | "incomplete")
  | ("pipelineAmount" | "wonAmount");

/**
 * The product's words in one language. They are written here and nowhere else: the pane and every sheet of the workbook take
 * them from here, so that a thing has one name wherever it is read. What a workbook holds is read back by these words:
 * a change here leaves workbooks that exist with the old ones.
 *
 * The log's own words (its columns, kinds of touch, promises) are in `log/logText.ts`; names of fields are in `headerNames.ts`.
 */
export interface Terms {
  readonly product: string;
  readonly stageKind: Readonly<Record<StageKind, string>>;
  readonly level: Readonly<Record<Level, string>>;
  /** How a condition begins, or the whole of it; `never` for none. */
  readonly condition: Readonly<Record<SimpleCondition["kind"] | "never", string>>;
  /** Between two conditions: both have to hold, or one is enough. */
  readonly joins: Readonly<Record<"and" | "or", string>>;
  readonly yes: string;
  readonly no: string;
  /** The customer type whose customers come first. */
  readonly keyAccount: string;
  readonly team: string;
  /** A count, a rate or a sum, and the flag that a customer is counted by. */
  readonly figure: Readonly<Record<FigureTerm, string>>;
  /** Lost and parked customers that are worth another contact by their reason's interval or their own date. */
  readonly secondFollowUp: string;
  /** The probability of winning from a stage, as set or as it was. */
  readonly winProbability: string;
  /** The ways to calculate a win rate. */
  readonly winRateBy: Readonly<Record<"closed" | "created" | "broad" | "strict", string>>;
  /** Why customers were lost or parked. */
  readonly lossReasons: string;
  readonly measure: {
    /** Open customers by their days of silence, and one band of days; `to` is null for the last one. */
    readonly ageing: string;
    readonly band: (from: number, to: number | null) => string;
    /** Columns of the funnel. */
    readonly toNext: string;
    readonly ofAll: string;
    readonly converted: (days: number) => string;
    readonly coverage: (days: number) => string;
    readonly onTime: (days: number) => string;
    readonly firstResponse: string;
    readonly touches: (days: number) => string;
    readonly weighted: string;
    /** The part of the weighted amount that is stale or overdue. */
    readonly neglected: string;
    readonly velocity: string;
    readonly cycle: string;
  };
  /** In place of a number that was not measured. */
  readonly notMeasured: string;
}
