import type { BeginText } from "../types/begin";

/** A few names, the rest as a number. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

const rowsOf = (rows: number, what: string) => (rows === 1 ? `1 ${what} row` : `${rows} ${what} rows`);

export const beginText: BeginText = {
  heading: "Start from nothing",
  intro: (sheet) =>
    `${sheet === null ? "This sheet" : `“${sheet}”`} is empty. Columns, lists, reminders and totals come in one go.`,
  kinds: "Choose one",
  kind: { lite: "Lite", default: "Standard", full: "Full" },
  about: (kind, columns) => {
    switch (kind) {
      case "lite":
        return `${columns} columns: customer, phone, owner, stage, dates and next step`;
      case "default":
        return `${columns} columns: with type, source, amount, needs and closing reason`;
      case "full":
        return `${columns} columns: with pain points, department, expected close and more`;
    }
  },
  examples: "Put in 12 sample customers",
  examplesHint: "One press in Setup clears them later",
  name: "Your name, as first owner (optional)",
  create: "Create the sheet",
  otherwise: "You have a list already? Open its sheet, or paste your customers here, and press “Check this sheet”.",
  check: "Check this sheet",
  clearing: {
    heading: "Sample customers",
    there: (rows) =>
      `The list has ${rowsOf(rows, "sample")}. Clearing leaves the rows blank, ready to fill in. A row whose customer you renamed stays.`,
    clear: "Clear the samples",
    cleared: (rows, kept) =>
      [
        rows === 0
          ? "There are no sample rows any more."
          : `Cleared ${rowsOf(rows, "sample")}: they are blank now, ready to fill in.`,
        ...(kept.length === 0 ? [] : [`Kept as your own, since renamed: ${some(kept)}.`]),
      ].join(" "),
  },
};
