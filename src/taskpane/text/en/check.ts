import type { Severity } from "../../../domain/rules/finding";
import { terms } from "../../../domain/schema/terms/en";
import type { CheckText } from "../types/check";
import { counted } from "./counted";
import { findingsText } from "./findings";

/** Named like the levels of the Settings: that is where a finding has its severity from. */
const severities: Readonly<Record<Severity, string>> = {
  error: terms.level.require,
  warning: terms.level.warn,
  info: terms.level.observe,
};

export const checkText: CheckText = {
  ...findingsText,
  heading: "Check",
  summary: (toFix, kinds, notes) => {
    const told = notes > 0 ? ` · ${notes} for information` : "";
    return (
      (toFix === 0 ? (notes > 0 ? "Nothing to fix" : "No problems") : `${toFix} to fix · ${counted(kinds, "kind")}`) +
      told
    );
  },
  clean: (rows) => `${counted(rows, "customer")}: everything needed is filled in and valid.`,
  overdue: (open, overdue) =>
    `${overdue} of ${counted(open, "open customer")} ${overdue === 1 ? "is" : "are"} past their next date.`,
  undecided: (fields) => `No column found for: ${fields.join(", ")}. What depends on it cannot be worked out.`,
  sheet: (name, rows) => `${name} · ${counted(rows, "customer")}`,
  run: "Check again",
  severity: (severity) => severities[severity],
  row: (row) => `Row ${row}`,
  groupBy: "Group by",
  grouping: { rule: "By rule", field: "By column", row: "By row" },
  search: "Search customer, column, content",
  noneFound: (search) => `Nothing found for “${search}”. Try another word, or clear the search.`,
  found: (count) => `${count} found`,
  keys: "Use ↑ ↓ to walk the list; the cell is selected in the sheet.",
  more: (count) => `Show ${count} more`,
  moreGroups: (count) => `Show ${counted(count, "more group", "more groups")}`,
  exportReport: "Export report",
  copied: "The report is on the clipboard.",
  next: "Next: make this a follow-up sheet. You see every change first.",
  setUp: "Set up",
};
