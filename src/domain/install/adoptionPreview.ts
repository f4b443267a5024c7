import type { AdoptedCell, FieldPreview, FieldQuestion, SettledColumn } from "../adoption/adopt";
import type { Target } from "../adoption/choices";
import type { NotesFound } from "../adoption/notes/notes";
import type { Located } from "../followUps/locate";
import type { InPlaceObstacle, LeftOut } from "../followUps/look/shape";
import type { ColumnGuess } from "../followUps/match/guess";
import type { FieldValues } from "../listValues/values";
import type { Figures } from "../measures/figures";
import type { Finding, RuleId } from "../rules/finding";
import type { FieldId } from "../schema/fieldIds";
import type { DateSystem } from "../values/date";

/** Why a list becomes a follow-up sheet on a sheet of its own, though nobody asked for that. */
export type Obstacle =
  | InPlaceObstacle
  /** Something stands where our columns would. */
  | { readonly kind: "noRoom"; readonly cell: string };

/** A column of the list and what it was taken for. */
export interface ColumnLine {
  /** As the table would have it: unique, by which choices are kept. */
  readonly header: string;
  /** Zero-based on the sheet. */
  readonly column: number;
  readonly guess: ColumnGuess;
}

/** What was found on a sheet, whether or not it can be adopted as it is. */
export interface FoundList {
  readonly sheet: string;
  /** First header row, how many there are, first and last row of customers; Excel's row numbers. */
  readonly shape: {
    readonly headerRow: number;
    readonly headerRows: number;
    readonly first: number;
    readonly last: number;
  };
  readonly leftOut: readonly LeftOut[];
  readonly columns: readonly ColumnLine[];
}

/** How many rows would fail what our usual rules ask of a field. */
export interface FailingRule {
  readonly field: FieldId;
  readonly rule: RuleId;
  readonly rows: number;
}

/** What is told of a sheet before it is adopted: nothing of it has been written. */
export interface AdoptionPreview extends FoundList {
  readonly system: DateSystem;
  readonly values: readonly FieldValues[];
  readonly questions: readonly FieldQuestion[];
  readonly settled: readonly SettledColumn[];
  readonly fields: readonly FieldPreview[];
  /** Every cell that is to hold something else. */
  readonly cells: readonly AdoptedCell[];
  /** Cells that would change and hold a formula: they stay. */
  readonly formulas: number;
  readonly failing: readonly FailingRule[];
  readonly target: Target;
  /** Why not in place; null where it can be. */
  readonly obstacle: Obstacle | null;
  /** Cells with dated notes; null where there are none. */
  readonly notes: NotesFound | null;
  /** The sheet's figures, read as the choices say. */
  readonly figures: Figures;
}

/** How many rows each rule would find, by field, the most first. */
export function failingRules(findings: readonly Finding[]): readonly FailingRule[] {
  const found = new Map<string, { readonly field: FieldId; readonly rule: RuleId; rows: number }>();
  for (const { field, reason } of findings) {
    if (field === null) continue;
    const key = `${field}|${reason.rule}`;
    const known = found.get(key);
    if (known) known.rows += 1;
    else found.set(key, { field, rule: reason.rule, rows: 1 });
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** What the pane tells of a list's shape and columns. */
export function foundList({ header, area, headers, guesses, leftOut, records }: Located): FoundList {
  return {
    sheet: records.sheet,
    shape: {
      headerRow: header.row + 1,
      headerRows: header.rows,
      first: area.row + 2,
      last: area.row + area.rows,
    },
    leftOut,
    columns: guesses.map((guess) => ({
      header: headers[guess.column] ?? "",
      column: area.column + guess.column,
      guess,
    })),
  };
}
