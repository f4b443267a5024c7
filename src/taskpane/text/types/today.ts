import type { DueFlag, DueGroup, DueItem, TrendKind } from "../../../domain/clocks/due";
import type { KeyFigures } from "../../../domain/measures/figures";

/** The strip of key figures above the list. */
export interface FiguresText {
  readonly label: string;
  readonly name: (key: keyof KeyFigures) => string;
  readonly notMeasured: string;
  /** In place of a number that was not measured. */
  readonly notMeasuredShort: string;
  /** Why no count is known: columns that are gone, else rows with errors. */
  readonly unreadable: (columns: readonly string[], rows: number) => string;
  readonly noneClosed: string;
  /** The win rate's evidence. */
  readonly rate: (won: number, closed: number) => string;
}

/** The Today view: whom to follow up, and why. */
export interface TodayText {
  readonly heading: string;
  readonly owner: string;
  readonly team: string;
  readonly nobody: string;
  readonly groups: Readonly<Record<DueGroup, string>>;
  /** Beside the stage of a customer that is going somewhere. */
  readonly trends: Readonly<Record<TrendKind, string>>;
  /** Groups of customers who want nothing today. */
  readonly later: { readonly tomorrow: string; readonly thisWeek: string; readonly others: string };
  /**
   * How many stand in a group.
   * @param total all to whom its word applies: more where some stand in an earlier group
   */
  readonly count: (shown: number, total: number) => string;
  /** Why a group shows a part of them only. */
  readonly partOf: string;
  readonly search: string;
  /** What a search found, for screen readers. */
  readonly found: (count: number) => string;
  readonly notFound: (query: string) => string;
  /** Whose list is shown now, for screen readers. */
  readonly shows: (who: string, due: number) => string;
  readonly unnamed: string;
  readonly noStage: string;
  /** In place of a day, of an open customer that has none. */
  readonly noDate: string;
  /** The few words beside a customer. */
  readonly flag: (item: DueItem) => string;
  /** Why the customer is listed, with all that holds, and where the last contact stands. */
  readonly explain: (item: DueItem, last: string | null, promised: string | null) => string;
  /**
   * One flag in words, with its days.
   * @param promised the next follow-up in words; null where there is none
   */
  readonly reason: (flag: DueFlag, stage: string, promised: string | null) => string;
  /**
   * The contact that silence is counted from, and where it stands.
   * @param last its day in words; null where there was none
   */
  readonly lastContact: (last: string | null, where: Pick<DueItem, "evidence" | "row">) => string;
  readonly flagLabel: (flag: string, customer: string) => string;
  readonly more: (count: number) => string;
  /** @param owner null for the whole team */
  readonly empty: (owner: string | null) => string;
  readonly tomorrow: (count: number) => string;
  readonly teamTomorrow: (count: number) => string;
  readonly noDates: string;
  readonly notChecked: string;
  readonly check: string;
}
