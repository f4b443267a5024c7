import type { Fault } from "../app/fault";
import { faultOf, readError, refusedWhole, remedyOf, type Remedy } from "./faults";

const table: readonly (readonly [string, Fault["code"], Remedy])[] = [
  ["InvalidOperationInCellEditMode", "cellEdit", "none"],
  ["RequestPayloadSizeLimitExceeded", "tooLarge", "shrink"],
  ["ResponsePayloadSizeLimitExceeded", "tooLarge", "shrink"],
  ["RangeExceedsLimit", "tooLarge", "shrink"],
  ["MemoryLimitReached", "tooLarge", "shrink"],
  ["RequestAborted", "busy", "retry"],
  ["ServiceNotAvailable", "busy", "retry"],
  ["ActivityLimitReached", "busy", "retry"],
  ["Conflict", "busy", "retry"],
  ["GeneralException", "busy", "retry"],
  ["InactiveWorkbook", "busy", "retry"],
  ["WriteNotSupportedWhenModalDialogOpen", "busy", "retry"],
  ["InvalidOrTimedOutSession", "lost", "none"],
  ["ConnectionFailure", "lost", "none"],
  ["AccessDenied", "protected", "none"],
  ["FilteredRangeConflict", "filtered", "none"],
  ["MergedRangeConflict", "merged", "none"],
  ["InsertDeleteConflict", "inTheWay", "none"],
  ["NonBlankCellOffSheet", "inTheWay", "none"],
  ["PivotTableRangeConflict", "inTheWay", "none"],
  ["OperationCellsExceedLimit", "inTheWay", "none"],
  ["ItemNotFound", "drift", "rediscover"],
  ["InvalidReference", "drift", "rediscover"],
  ["InvalidBinding", "drift", "rediscover"],
  ["ItemAlreadyExists", "drift", "rediscover"],
  ["ApiNotFound", "unsupported", "none"],
  ["NotImplemented", "unsupported", "none"],
  ["UnsupportedOperation", "unsupported", "none"],
  ["UndoNotSupported", "unsupported", "none"],
  ["InvalidArgument", "unexpected", "none"],
];

test.each(table)("%s becomes %s, remedy %s", (code, fault, remedy) => {
  const error = { code, location: "Range.values" };
  expect(faultOf(error).code).toBe(fault);
  expect(remedyOf(error)).toBe(remedy);
});

test("an unknown code is told with its place, and a missing function with its name", () => {
  expect(faultOf({ code: "Mystery", location: "Table.resize" })).toEqual({
    code: "unexpected",
    detail: "Mystery @ Table.resize",
  });
  expect(faultOf({ code: "ApiNotFound", location: "Range.spill" })).toEqual({
    code: "unsupported",
    api: "Range.spill",
  });
});

test("only a request that Excel refuses as a whole counts as not begun", () => {
  expect(refusedWhole({ code: "cellEdit" })).toBe(true);
  expect(refusedWhole({ code: "busy" })).toBe(false);
  expect(refusedWhole({ code: "protected", sheet: null })).toBe(false);
});

test("errors are read by their shape, whatever was thrown", () => {
  const thrown = Object.assign(new Error("Le classeur…"), {
    code: "ItemNotFound",
    debugInfo: { errorLocation: "Tables.getItem" },
  });
  expect(readError(thrown)).toEqual({ code: "ItemNotFound", location: "Tables.getItem" });
  expect(readError(new TypeError("x is undefined"))).toEqual({ code: "TypeError: x is undefined", location: "" });
  expect(readError("boom")).toEqual({ code: "boom", location: "" });
  expect(readError(null)).toEqual({ code: "null", location: "" });
});
