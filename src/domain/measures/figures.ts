import { defaultStaleDays, type Schema, type StageKind } from "../schema/field";
import type { Unreadable } from "./unreadable";

/**
 * The named figures of the Summary sheet. `null` means not measured: the column it needs is not there, its denominator is 0, nobody
 * set a limit that would be watched, or rows cannot be read.
 */
export interface KeyFigures {
  readonly open: number | null;
  readonly won: number | null;
  readonly lost: number | null;
  readonly parked: number | null;
  /** won / (won + lost), 0 to 1. */
  readonly winRate: number | null;
  readonly overdue: number | null;
  readonly dueToday: number | null;
  readonly stale: number | null;
  readonly stuck: number | null;
  readonly noNextStep: number | null;
  /** Lost and parked customers whose day to come back has come. */
  readonly revisit: number | null;
  readonly incomplete: number | null;
  /** Sum of the amounts of open customers; those without one are counted in `withoutAmount`, not as 0. */
  readonly pipelineAmount: number | null;
  readonly wonAmount: number | null;
}

export interface OwnerFigures {
  readonly owner: string;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly stale: number | null;
  readonly won: number | null;
  readonly lost: number | null;
  readonly winRate: number | null;
  readonly openAmount: number | null;
  readonly wonAmount: number | null;
}

export interface StageFigures {
  readonly stage: string;
  readonly kind: StageKind;
  readonly customers: number | null;
  readonly stale: number | null;
  readonly amount: number | null;
}

/** One band of the ageing table; how many open customers have been silent, or in their stage, for that long. */
export interface AgeingBand {
  /** Days, both included; `to` is null for the last band. */
  readonly from: number;
  readonly to: number | null;
  readonly silent: number | null;
  readonly inStage: number | null;
}

/** How often the shortest limit of silence goes into the end of each band of the ageing table but the last. */
export const bandEnds = [1, 2, 4, 8] as const;

/** The shortest limit of silence that the Settings set for a stage or a customer type, a whole number of days from 1 on. */
export function shortestLimit({ stages, types }: Pick<Schema, "stages" | "types">): number {
  const ofTypes = types.flatMap(({ staleDays }) => (staleDays !== null && staleDays > 0 ? [staleDays] : []));
  const ofStages = stages.flatMap(({ kind, staleDays }) =>
    staleDays > 0 ? [staleDays] : kind === "open" ? [defaultStaleDays] : [],
  );
  const all = [...ofTypes, ...ofStages];
  return Math.max(1, Math.floor(all.length === 0 ? defaultStaleDays : Math.min(...all)));
}

/** Bands of days by the limits: the first is within every limit, and each of the others ends at twice the one before. */
export function ageingBands(
  schema: Pick<Schema, "stages" | "types">,
): readonly { readonly from: number; readonly to: number | null }[] {
  const limit = shortestLimit(schema);
  const ends = bandEnds.map((times) => times * limit);
  return [...ends, null].map((to, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }));
}

export interface ReasonFigures {
  readonly reason: string;
  readonly lost: number | null;
  readonly parked: number | null;
}

/** Customers whose amount is no number: they are in no sum, and stand beside it. Null where the sum is not known. */
export interface WithoutAmount {
  readonly open: number | null;
  readonly won: number | null;
}

export interface Figures {
  /** Customers: rows that hold anything in a key column. */
  readonly rows: number;
  readonly key: KeyFigures;
  /** Why the counts are not known; null where they are. */
  readonly unreadable: Unreadable | null;
  readonly withoutAmount: WithoutAmount;
  readonly byOwner: readonly OwnerFigures[];
  readonly byStage: readonly StageFigures[];
  readonly byReason: readonly ReasonFigures[];
  readonly ageing: readonly AgeingBand[];
}

/** Every key figure, in the order in which they are listed. */
export const figureKeys = [
  ...(["open", "won", "lost", "parked", "winRate", "overdue", "dueToday", "stale", "stuck", "noNextStep"] as const),
  ...(["revisit", "incomplete", "pipelineAmount", "wonAmount"] as const),
] satisfies readonly (keyof KeyFigures)[];

/** Defined names of the key figures on the Summary sheet. */
export const figureNames: Readonly<Record<keyof KeyFigures, string>> = {
  open: "FU_Open",
  won: "FU_Won",
  lost: "FU_Lost",
  parked: "FU_Parked",
  winRate: "FU_WinRate",
  overdue: "FU_Overdue",
  dueToday: "FU_DueToday",
  stale: "FU_Stale",
  stuck: "FU_Stuck",
  noNextStep: "FU_NoNextStep",
  revisit: "FU_Revisit",
  incomplete: "FU_Incomplete",
  pipelineAmount: "FU_PipelineAmount",
  wonAmount: "FU_WonAmount",
};
