import type { Records } from "../../followUps/records";
import { defaultField } from "../../schema/defaults";
import type { Field } from "../../schema/field";
import type { FieldId } from "../../schema/fieldIds";
import type { ReviewContext } from "../../schema/reviewContext";
import type { CellValue } from "../../values/value";
import type { RowBase } from "./base";
import type { RowAnswer } from "./pairing";

/** Whose value a cell gets where sheet and export both changed. */
export type Side = "mine" | "theirs";

/** What a person decides about an update. What is not said stays as it is in the sheet. */
export interface UpdateChoices {
  /** Whose row an export's row is, by its place in the export. */
  readonly rows: ReadonlyMap<number, RowAnswer>;
  /** For all cells that both changed. Closed customers are opened again only by their own answer. */
  readonly all: Side;
  readonly fields: ReadonlyMap<FieldId, Side>;
  readonly reopen: Side;
  /** By the place of the export's row: it goes before what is said for all and for a field. */
  readonly sides: ReadonlyMap<number, Side>;
  /** True where a blank cell of the export is to blank the sheet's. */
  readonly blanks: boolean;
  /** Fields that the sheet gets a column for. */
  readonly adopt: ReadonlySet<FieldId>;
}

/** Everything as it is proposed: nothing that people wrote is overwritten. */
export const asInTheSheet: UpdateChoices = {
  rows: new Map(),
  all: "mine",
  fields: new Map(),
  reopen: "mine",
  sides: new Map(),
  blanks: false,
  adopt: new Set(),
};

/** A cell that gets another value. */
export interface CellUpdate {
  readonly field: FieldId;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A cell of which sheet and export say different things. */
export interface CellConflict {
  readonly field: FieldId;
  readonly kind: "differs" | "reopens";
  readonly mine: CellValue;
  readonly theirs: CellValue;
  /** Whose value it gets as things are. */
  readonly side: Side;
}

/** A row of the sheet with its row of the export. `row` counts from the list's first row, `place` from the export's. */
export interface RowUpdate {
  readonly customer: string;
  readonly row: number;
  readonly place: number;
  readonly cells: readonly CellUpdate[];
  readonly conflicts: readonly CellConflict[];
}

/** A row that the sheet gets. */
export interface NewRow {
  readonly customer: string;
  readonly place: number;
  /** The row's ID in the export; blank where it has none. */
  readonly source: string;
  readonly cells: readonly { readonly field: FieldId; readonly value: CellValue }[];
}

/** A row of the export of which nobody can tell whose it is. */
export interface AskedRow {
  readonly customer: string;
  readonly place: number;
  readonly why: "severalRows" | "repeated";
  /** Rows of the sheet that may be meant, counted from the list's first row. */
  readonly rows: readonly number[];
}

/** A value that would come into the sheet and is on no list. */
export interface UnlistedValue {
  readonly field: FieldId;
  readonly value: string;
  readonly cells: number;
}

/** What an update would do: the one plan behind its preview and its execution. */
export interface UpdatePlan {
  readonly fresh: readonly NewRow[];
  /** Rows in which something changes or both sides differ, in the order of the export. */
  readonly rows: readonly RowUpdate[];
  /** Rows that are as the export has them, or keep what people wrote since. */
  readonly unchanged: number;
  readonly asked: readonly AskedRow[];
  /** Rows of the export without a name or a known ID, and rows that a person left out. */
  readonly nameless: number;
  readonly skipped: number;
  /** Customers of the sheet that the export does not have: nothing happens to them. */
  readonly absent: number;
  /** Cells that hold something while the export's are blank. */
  readonly blankInExport: number;
  readonly unlisted: readonly UnlistedValue[];
  /** What is to be remembered of the rows that the export has, once the update stands: by the sheet's row, hashes of `fields`. */
  readonly brought: ReadonlyMap<number, RowBase>;
  readonly fields: readonly FieldId[];
}

export interface UpdateSubject extends ReviewContext {
  readonly records: Records;
}

/** The field's rule, or ours for a field that the sheet is only to get. */
export function fieldFor(id: FieldId, { schema }: Pick<ReviewContext, "schema">): Field {
  return schema.fields.find((field) => field.id === id) ?? defaultField(id, null);
}
