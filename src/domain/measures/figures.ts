import type { StageKind } from "../schema/field";

/** The named figures of the Summary sheet. `null` means not measured: the column it needs is not there, or its denominator is 0. */
export interface KeyFigures {
  readonly open: number;
  readonly won: number | null;
  readonly lost: number | null;
  readonly parked: number | null;
  /** won / (won + lost), 0 to 1. */
  readonly winRate: number | null;
  readonly overdue: number | null;
  readonly dueToday: number | null;
  readonly stale: number | null;
  readonly noNextStep: number | null;
  readonly incomplete: number;
  /** Sum of the amounts of open customers; blank amounts are counted in `withoutAmount`, not as 0. */
  readonly pipelineAmount: number | null;
  readonly wonAmount: number | null;
}

export interface OwnerFigures {
  readonly owner: string;
  readonly open: number;
  readonly overdue: number | null;
  readonly stale: number | null;
  readonly won: number;
  readonly lost: number;
  readonly winRate: number | null;
}

export interface StageFigures {
  readonly stage: string;
  readonly kind: StageKind;
  readonly customers: number;
  readonly amount: number | null;
}

export interface Figures {
  /** Customers: rows that hold anything in a key column. */
  readonly rows: number;
  readonly key: KeyFigures;
  readonly byOwner: readonly OwnerFigures[];
  readonly byStage: readonly StageFigures[];
}

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
  noNextStep: "FU_NoNextStep",
  incomplete: "FU_Incomplete",
  pipelineAmount: "FU_PipelineAmount",
  wonAmount: "FU_WonAmount",
};
