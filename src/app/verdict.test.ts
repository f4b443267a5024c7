import { checkResult, finding } from "../../test/support/sessionStub";
import { schemaStub } from "../../test/support/schemaStub";
import { defaultFields } from "../domain/settings/proposeSchema";
import { verdictOf } from "./verdict";

const { figures } = checkResult();
/** Nothing to fix and nobody overdue, on a sheet with a column for each field but one. */
const wellWithout = (missing: string | null) =>
  checkResult({
    figures: { ...figures, key: { ...figures.key, overdue: 0 } },
    schema: schemaStub({ fields: defaultFields((field) => (field === missing ? null : field)) }),
  });

test("findings come first, then who is overdue", () => {
  expect(verdictOf(checkResult({ findings: [finding("G6", "恒达物流")] }))).toEqual({ kind: "findings", count: 1 });
  expect(verdictOf(checkResult())).toEqual({ kind: "overdue", count: 3 });
});

test("what is only worth knowing is not to be fixed, and has a count of its own", () => {
  const note = { ...finding("H7", "恒达物流"), severity: "info" as const };
  const known = { ...wellWithout(null), findings: [note] };
  expect(verdictOf(known)).toEqual({ kind: "notes", count: 1 });
  expect(verdictOf({ ...known, findings: [note, finding("G6", "恒达物流")] })).toEqual({ kind: "findings", count: 1 });
  expect(verdictOf(checkResult({ findings: [note] }))).toEqual({ kind: "overdue", count: 3 });
});

test("nobody says that all is well while rows cannot be read", () => {
  const known = wellWithout(null);
  const unreadable = { columns: ["stage" as const], rows: 0 };
  expect(verdictOf({ ...known, figures: { ...known.figures, unreadable } })).toEqual({ kind: "undecided" });
});

test.each(["stage", "nextDate", "owner"])("without a column for %s nobody says that all is well", (missing) => {
  expect(verdictOf(wellWithout(missing))).toEqual({ kind: "undecided" });
});

test("with these columns, nothing to fix and nobody overdue, all is well", () => {
  expect(verdictOf(wellWithout("reason"))).toEqual({ kind: "fine" });
});
