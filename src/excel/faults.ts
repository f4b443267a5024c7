import type { Fault } from "../app/fault";

/** What is known of an error that Excel threw: its stable code, and where in the batch it arose. Messages are localised and not for people. */
export interface ExcelError {
  readonly code: string;
  /** Such as `Range.values`; empty where Excel did not say. */
  readonly location: string;
}

/** What may be done about an error without asking anybody. */
export type Remedy =
  /** Worth trying again in a moment; reads only, for a write may have happened. */
  | "retry"
  /** Something was looked up that has gone; looking it up afresh may help, once. */
  | "rediscover"
  /** The block was too large; a smaller one will do. */
  | "shrink"
  | "none";

interface Entry {
  readonly remedy: Remedy;
  readonly fault: (error: ExcelError) => Fault;
}

const cellEdit: Entry = { remedy: "none", fault: () => ({ code: "cellEdit" }) };
const tooLarge: Entry = { remedy: "shrink", fault: () => ({ code: "tooLarge" }) };
const busy: Entry = { remedy: "retry", fault: () => ({ code: "busy" }) };
const lost: Entry = { remedy: "none", fault: () => ({ code: "lost" }) };
const locked: Entry = { remedy: "none", fault: () => ({ code: "protected", sheet: null }) };
const filtered: Entry = { remedy: "none", fault: () => ({ code: "filtered" }) };
const merged: Entry = { remedy: "none", fault: () => ({ code: "merged" }) };
const inTheWay: Entry = { remedy: "none", fault: () => ({ code: "inTheWay" }) };
const drift: Entry = {
  remedy: "rediscover",
  fault: ({ code, location }) => ({ code: "drift", what: location || code }),
};
const unsupported: Entry = {
  remedy: "none",
  fault: ({ code, location }) => ({ code: "unsupported", api: location || code }),
};

const entries: ReadonlyMap<string, Entry> = new Map([
  ["InvalidOperationInCellEditMode", cellEdit],
  ["RequestPayloadSizeLimitExceeded", tooLarge],
  ["ResponsePayloadSizeLimitExceeded", tooLarge],
  ["RangeExceedsLimit", tooLarge],
  ["MemoryLimitReached", tooLarge],
  ["RequestAborted", busy],
  ["ServiceNotAvailable", busy],
  ["ActivityLimitReached", busy],
  ["Conflict", busy],
  ["GeneralException", busy],
  // Another workbook has the focus (Windows, Mac): it passes when the person comes back.
  ["InactiveWorkbook", busy],
  ["WriteNotSupportedWhenModalDialogOpen", busy],
  ["InvalidOrTimedOutSession", lost],
  ["ConnectionFailure", lost],
  ["AccessDenied", locked],
  ["FilteredRangeConflict", filtered],
  ["MergedRangeConflict", merged],
  ["InsertDeleteConflict", inTheWay],
  ["NonBlankCellOffSheet", inTheWay],
  ["PivotTableRangeConflict", inTheWay],
  ["OperationCellsExceedLimit", inTheWay],
  ["ItemNotFound", drift],
  ["InvalidReference", drift],
  ["InvalidBinding", drift],
  ["ItemAlreadyExists", drift],
  ["ApiNotFound", unsupported],
  ["NotImplemented", unsupported],
  ["UnsupportedOperation", unsupported],
  ["UndoNotSupported", unsupported],
]);

/** The fault a person can act on. A code that is not in the table is `unexpected`, with its code and place. */
export function faultOf(error: ExcelError): Fault {
  const entry = entries.get(error.code);
  if (entry) return entry.fault(error);
  return { code: "unexpected", detail: error.location ? `${error.code} @ ${error.location}` : error.code };
}

export function remedyOf(error: ExcelError): Remedy {
  return entries.get(error.code)?.remedy ?? "none";
}

/**
 * Codes that Excel gives for a whole request before it carries out any of it: nothing was written.
 * Others arise in the middle of a batch, whose earlier part stands.
 */
export function refusedWhole(fault: Fault): boolean {
  return fault.code === "cellEdit" || fault.code === "tooLarge";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/**
 * Reads anything that was thrown. Office's errors are told by their shape, not by `instanceof`: the pane may hold more
 * than one copy of its classes. Anything else (a fault of ours) keeps its message, so that a report can say what it was.
 */
export function readError(thrown: unknown): ExcelError {
  if (typeof thrown !== "object" || thrown === null) return { code: String(thrown), location: "" };
  if ("code" in thrown && typeof thrown.code === "string" && thrown.code !== "") {
    const debug = "debugInfo" in thrown ? thrown.debugInfo : null;
    const location =
      typeof debug === "object" && debug !== null && "errorLocation" in debug ? textOf(debug.errorLocation) : "";
    return { code: thrown.code, location };
  }
  return { code: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : "unknown error", location: "" };
}
