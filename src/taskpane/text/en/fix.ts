import type { FixKind } from "../../../domain/rules/planFixes";
import type { FixText } from "../types/fix";
import { counted } from "./counted";

const kinds: Readonly<Record<FixKind, string>> = {
  textDate: "Text to dates",
  textNumber: "Text to numbers",
  numberPhone: "Phone numbers to text",
  untidy: "Spare spaces off, full width to half width",
  otherYesNo: "One word for yes and no",
  separators: "One separator, each entry once",
  otherOutcome: "Reasons of another outcome cleared",
  list: "The list’s own spelling",
  nearList: "List entries with perhaps one letter wrong",
};

function cells(count: number): string {
  return counted(count, "cell");
}

export const fixText: FixText = {
  label: "Fix",
  heading: (count) => `${cells(count)} can be fixed at once`,
  preview: "Show what will change",
  group: (kind, count) => `${kinds[kind]} · ${cells(count)}`,
  change: (before, after) => `“${before}” → “${after}”`,
  blank: "(blank)",
  others: (count) => `and ${count} more`,
  safe: "Cells with formulas stay as they are; you can revert it afterwards.",
  apply: (count) => (count === 0 ? "Fix" : `Fix ${cells(count)}`),
  cancel: "Not now",
  done: (fixed, formulas, changed) => {
    const left = [
      ...(formulas > 0 ? [`${cells(formulas)} with formulas`] : []),
      ...(changed > 0 ? [`${cells(changed)} that somebody just changed`] : []),
    ];
    return `Fixed ${cells(fixed)}${left.length > 0 ? `; left alone: ${left.join(" and ")}` : ""}`;
  },
  revert: "Revert this fix",
  reverted: (restored, kept) =>
    `Put ${cells(restored)} back${kept > 0 ? `; ${cells(kept)} changed since or gone, so left alone` : ""}`,
  close: "Close",
};
