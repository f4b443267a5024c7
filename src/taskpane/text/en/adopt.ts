import type { Evidence, MatchReason } from "../../../domain/followUps/match/guess";
import type { ColumnAnswer } from "../../../domain/kinds/columnReading";
import type { LeftOutKind } from "../../../domain/followUps/look/shape";
import { terms } from "../../../domain/schema/terms/en";
import { isoOfSerial } from "../../../domain/values/date";
import type { AdoptText } from "../types/adopt";
import { counted } from "./counted";

const leftOutKinds: Readonly<Record<LeftOutKind, string>> = {
  above: "a title or note above the headers",
  total: "a total",
  headerAgain: "the headers once more",
  section: "a group title",
  below: "notes below the list",
  beside: "something right of a blank column",
  fieldKeys: "a second header row",
  otherBlock: "another block",
  farBlank: "a blank character far away",
  chosen: "not a customer, by your choice",
};

const columnAnswers: Readonly<Record<ColumnAnswer, string>> = {
  ymd: "year/month/day",
  mdy: "month/day/year",
  dmy: "day/month/year",
  ".": "a point before the decimals (1,234.5)",
  ",": "a comma before the decimals (1.234,5)",
};

const kinds = terms.stageKind;
const listed = (items: readonly string[], most = 5) =>
  items.length > most ? `${items.slice(0, most).join(", ")} …` : items.join(", ");

export const adoptText: AdoptText = {
  steps: "Steps",
  look: "The sheet",
  shape: (sheet, { headerRow, headerRows, first, last }) => {
    const head =
      headerRows > 1
        ? `Rows ${headerRow}–${headerRow + headerRows - 1} hold the headers`
        : `Row ${headerRow} holds the headers`;
    return `“${sheet}”: ${head}, rows ${first}–${last} the customers.`;
  },
  leftOut: (places) => `${counted(places, "place")} not taken for customers.`,
  leftOutKind: (kind) => leftOutKinds[kind],
  rows: (first, last) => (first === last ? `Row ${first}` : `Rows ${first}–${last}`),
  change: "Change",
  headerRow: "Row with the headers",
  noCustomer: "A row that is no customer",
  leaveOut: "Leave it out",
  takenIn: "counts as a customer, you said",
  leftOutBy: "is no customer, you said",
  takeBack: "Undo",
  rowHint: "The number at Excel's left edge.",
  badRow: "Enter the number of a row that is not empty.",
  use: "Use this row",
  takeIn: "Is a customer",
  otherSheets: "Other sheets of this workbook look like a customer list, too:",
  otherSheet: (sheet, rows) => `“${sheet}”, about ${counted(rows, "row")}`,
  openSheet: "Take this one",
  headline: (open, overdue) =>
    overdue === null
      ? `${counted(open, "open customer")}. There is no column for the next follow-up, so it cannot be said who is overdue.`
      : overdue === 0
        ? `${counted(open, "open customer")}, none past their next date.`
        : `${overdue} of ${counted(open, "open customer")} ${overdue === 1 ? "is" : "are"} past their next date.`,
  undecided: (fields) =>
    `Not found: ${fields.join(", ")}. If the sheet has it, point at it below; without it, what depends on it cannot be worked out.`,
  columns: "Columns",
  columnCounts: (known, asked) =>
    asked === 0
      ? `${counted(known, "column")} recognised`
      : `${counted(known, "column")} recognised · ${asked} for you to look at`,
  otherColumns: (rest) => (rest ? "All other columns" : "See or change the columns"),
  none: "None of these, keep as it is",
  choose: "(choose)",
  columnOf: (header) => `Field of “${header}”`,
  reason: (reason, field) => reasonText(reason, field),
  samples: (samples) => `For example: ${samples.join(" · ")}`,
  values: "Values",
  valueCounts: (values, asked) =>
    asked === 0
      ? `${counted(values, "value")}, all clear`
      : `${counted(values, "value")} · ${asked} for you to look at`,
  otherValues: (field, rest) => (rest ? `All other values of “${field}”` : `Values of “${field}”`),
  value: (value, cells) => `${value} (${counted(cells, "row")})`,
  valueOf: (field, value) => `${field} “${value}” becomes`,
  answer: (answer, value) => {
    switch (answer.kind) {
      case "entry":
        return answer.entry;
      case "own":
        return answer.stage === null ? `Keep “${value}”` : `Keep, counts as “${kinds[answer.stage]}”`;
      case "blank":
        return "Make it blank";
      case "leave":
        return "Leave it; the check will report it";
    }
  },
  writing: "How dates and numbers are written",
  question: (header, { kind, samples }) =>
    `The ${kind === "dayOrder" ? "dates" : "numbers"} in “${header}” can be read in two ways, for example ${listed(samples)}. Which one is right?`,
  columnAnswer: (answer) => columnAnswers[answer],
  unanswered: "Do not convert them yet",
  settled: ({ header, settled: { answer, by, cells } }) => {
    const how =
      by === "own"
        ? `${counted(cells, "cell")} can only be read this way`
        : by === "sister"
          ? "like the other date columns"
          : "as you said";
    return `“${header}” is read as ${columnAnswers[answer]} (${how})`;
  },
  preview: "Preview",
  fieldCounts: ({ filled, valid, fixable, unresolved }) => {
    const parts = [`${filled} filled`, `${valid} right`];
    if (fixable > 0) parts.push(`${fixable} can be put right`);
    if (unresolved > 0) parts.push(`${unresolved} unclear`);
    return parts.join(" · ");
  },
  lost: (cells) =>
    `${counted(cells, "number")} ${cells === 1 ? "has" : "have"} lost digits (like 1.38E+10). They cannot be found again: ask the customer.`,
  cells: (cells) => `${counted(cells, "cell")} will be rewritten`,
  noCells: "No cell's content is rewritten.",
  becomes: (from, to) => (to === null ? `${from}: unclear, left as it is` : `${from} → ${to}`),
  more: (count) => `${count} more`,
  blank: "blank",
  examples: "Examples",
  failing: "What would not pass the usual rules (nobody is stopped now)",
  failingRule: (field, rule, rows) => `${field} · ${rule}: ${counted(rows, "row")}`,
  where: "Where it goes",
  target: (target) =>
    target === "inPlace"
      ? "On this sheet (all of its columns stay)"
      : "On a new sheet (this one is not touched at all)",
  obstacle: (obstacle) => {
    switch (obstacle.kind) {
      case "rowsInside": {
        const rows = obstacle.rows.map((row) => String(row + 1));
        return `Totals or group titles stand between the customers (rows ${listed(rows)}), so this sheet cannot become a table. The customers go to a new one.`;
      }
      case "mergedCells":
        return `The list has merged cells (${listed(obstacle.cells)}), which an Excel table cannot have. The customers go to a new sheet.`;
      case "twoHeaderRows":
        return "The list has two header rows; an Excel table has one. The customers go to a new sheet.";
      case "noRoom":
        return `Something stands in ${obstacle.cell}, where the new columns would go. The customers go to a new sheet.`;
    }
  },
  levels: "How strict at first",
  level: (levels) =>
    levels === "observe"
      ? "Observe: the check reports, nobody is stopped (recommended)"
      : "Usual: customer, owner, stage and next date must be filled in",
  notes: (cells, notes) =>
    `${counted(cells, "cell")} ${cells === 1 ? "holds" : "hold"} dated notes, ${notes} in all. Copy them into the follow-up log?`,
  notesLeft: "No, leave them where they are",
  note: (day, text) => `${isoOfSerial(day, 1900)} ${text}`,
  notesBy: (author) => (author === "owner" ? "Copy them, as touches of the owner" : "Copy them, with nobody's name"),
  safe: "One press gives it all back at any time; what you change later stays.",
};

const evidenceWords: Readonly<Record<Evidence, (count: number, of: number) => string>> = {
  dates: (count) => `all ${count} are dates`,
  futureDates: (count, of) => `${count} of ${of} dates are still to come`,
  pastDates: (count, of) => `${count} of ${of} dates have passed`,
  openCustomers: (count, of) => `${count} of ${of} open customers have a date`,
  closedCustomers: () => "only closed customers have a date",
  phones: (count, of) => `${count} of ${of} cells are phone numbers`,
  mails: (count, of) => `${count} of ${of} cells are mail addresses`,
  stages: (count, of) => `${count} of ${of} cells are known stages`,
  people: (count) => `names of people that come again and again, ${count} cells`,
  firms: (count, of) => `${count} of ${of} cells look like company names`,
  allDifferent: (count) => `all ${count} are different`,
};

function reasonText(reason: MatchReason, field: string): string {
  switch (reason.by) {
    case "exact":
    case "alias":
    case "words":
      return reason.fits === false
        ? `Named like “${field}”, but its cells are something else`
        : `Its name means “${field}”`;
    case "values":
      return `Looks like “${field}”: ${evidenceWords[reason.evidence](reason.count, reason.of)}`;
    case "chosen":
      return "You chose it";
  }
}
