/**
 * What can go wrong at the workbook's boundary, in the terms a person can act on. Each code has a remedy sentence in the
 * pane's text catalogue.
 */
export type Fault =
  /** Somebody is typing in a cell; Excel takes no change until that is finished. */
  | { readonly code: "cellEdit" }
  | { readonly code: "readOnly" }
  | { readonly code: "protected"; readonly sheet: string | null }
  /** Sheets can be neither added nor deleted: the workbook's structure is protected. */
  | { readonly code: "structure" }
  /** A filter hides rows that the change would touch. */
  | { readonly code: "filtered" }
  | { readonly code: "merged" }
  /** Cells below or beside would be pushed off, or belong to another table or PivotTable. */
  | { readonly code: "inTheWay" }
  | { readonly code: "tooLarge" }
  /** Excel is busy or throttles; worth trying again. */
  | { readonly code: "busy" }
  /** The connection to Excel or its session was lost. */
  | { readonly code: "lost" }
  /** A sheet, table or name that was there has gone or changed. */
  | { readonly code: "drift"; readonly what: string }
  /** Rows were moved by somebody else just as they were to be written. */
  | { readonly code: "moved" }
  /** Another row was written over while somebody moved rows, and could not get its cells back. `row` is what stood in it. */
  | { readonly code: "displaced"; readonly sheet: string; readonly row: string }
  /** This Excel does not know a function that we need. */
  | { readonly code: "unsupported"; readonly api: string }
  | { readonly code: "cancelled" }
  | { readonly code: "unexpected"; readonly detail: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault };
}
