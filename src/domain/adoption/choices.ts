import { asFound, type ShapeWishes } from "../followUps/look/shape";
import type { ColumnAnswer } from "../kinds/columnReading";
import type { FieldId } from "../schema/fieldIds";
import type { ValueAnswers } from "../listValues/answers";

/** Where the follow-up sheet is to come: over the list as it lies there, or on a sheet of its own that leaves the list alone. */
export const targets = ["inPlace", "newSheet"] as const;
export type Target = (typeof targets)[number];

/** Whose touch an entry of a cell with dated notes becomes. */
export const noteAuthors = ["owner", "nobody"] as const;
export type NoteAuthor = (typeof noteAuthors)[number];

/** What a person decided about a sheet that is to become a follow-up sheet. What is not said stays as it is proposed. */
export interface AdoptionChoices {
  readonly shape: ShapeWishes;
  /** Fields by the list's headers, as the table would have them; null for a column that is none of ours. */
  readonly columns: ReadonlyMap<string, FieldId | null>;
  readonly values: ValueAnswers;
  /** In which order days are written, or which sign is the decimal one, by field. */
  readonly answers: ReadonlyMap<FieldId, ColumnAnswer>;
  /** Null for in place, wherever the list can become a table where it lies. */
  readonly target: Target | null;
  /** How strictly fields are held from the first day: reported only, or as our defaults have it. */
  readonly levels: "observe" | "usual";
  /** Whether dated notes in cells become rows of the log, and whose they are; null to leave them where they are. */
  readonly notes: NoteAuthor | null;
}

/** Everything as it is proposed. */
export const asProposed: AdoptionChoices = {
  shape: asFound,
  columns: new Map(),
  values: new Map(),
  answers: new Map(),
  target: null,
  levels: "observe",
  notes: null,
};
