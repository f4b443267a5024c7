import type { ColumnAnswer, ColumnQuestion } from "../../../domain/kinds/columnReading";
import type { Target } from "../../../domain/adoption/choices";
import type { ValueAnswer } from "../../../domain/listValues/answers";
import type { MatchReason } from "../../../domain/followUps/match/guess";
import type { LeftOutKind } from "../../../domain/followUps/look/shape";
import type { AdoptionPreview, Obstacle } from "../../../domain/install/adoptionPreview";
import type { SettledColumn } from "../../../domain/adoption/adopt";

/** What a person reads before a sheet is adopted: what was found, what is asked, and what will change. */
export interface AdoptText {
  /** Name of the line of steps. */
  readonly steps: string;
  readonly look: string;
  /** Which row holds the headers and which rows the customers. */
  readonly shape: (sheet: string, shape: AdoptionPreview["shape"]) => string;
  readonly leftOut: (rows: number) => string;
  readonly leftOutKind: (kind: LeftOutKind) => string;
  readonly rows: (first: number, last: number) => string;
  readonly change: string;
  readonly headerRow: string;
  readonly rowHint: string;
  readonly noCustomer: string;
  readonly leaveOut: string;
  readonly takenIn: string;
  readonly leftOutBy: string;
  readonly takeBack: string;
  readonly badRow: string;
  readonly use: string;
  readonly takeIn: string;
  readonly otherSheets: string;
  readonly otherSheet: (sheet: string, rows: number) => string;
  readonly openSheet: string;
  /** @param overdue null where no next date is known */
  readonly headline: (open: number, overdue: number | null) => string;
  readonly undecided: (fields: readonly string[]) => string;
  readonly columns: string;
  readonly columnCounts: (known: number, asked: number) => string;
  /** @param rest true where some stand above, asked about */
  readonly otherColumns: (rest: boolean) => string;
  readonly none: string;
  readonly choose: string;
  readonly columnOf: (header: string) => string;
  readonly reason: (reason: MatchReason, field: string) => string;
  readonly samples: (samples: readonly string[]) => string;
  readonly values: string;
  readonly valueCounts: (values: number, asked: number) => string;
  readonly otherValues: (field: string, rest: boolean) => string;
  readonly value: (value: string, cells: number) => string;
  readonly valueOf: (field: string, value: string) => string;
  readonly answer: (answer: ValueAnswer, value: string) => string;
  readonly writing: string;
  readonly question: (header: string, question: ColumnQuestion) => string;
  readonly columnAnswer: (answer: ColumnAnswer) => string;
  readonly unanswered: string;
  readonly settled: (column: SettledColumn) => string;
  readonly preview: string;
  readonly fieldCounts: (counts: {
    readonly filled: number;
    readonly valid: number;
    readonly fixable: number;
    readonly unresolved: number;
  }) => string;
  readonly lost: (cells: number) => string;
  readonly cells: (cells: number) => string;
  readonly noCells: string;
  readonly becomes: (from: string, to: string | null) => string;
  readonly more: (count: number) => string;
  readonly blank: string;
  readonly examples: string;
  readonly failing: string;
  readonly failingRule: (field: string, rule: string, rows: number) => string;
  readonly where: string;
  readonly target: (target: Target) => string;
  readonly obstacle: (obstacle: Obstacle) => string;
  readonly levels: string;
  readonly level: (levels: "observe" | "usual") => string;
  readonly notes: (cells: number, notes: number) => string;
  readonly notesLeft: string;
  /** @param day serial of the 1900 system */
  readonly note: (day: number, text: string) => string;
  readonly notesBy: (author: "owner" | "nobody") => string;
  readonly safe: string;
}
