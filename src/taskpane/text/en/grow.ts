import type { GrowText } from "../types/grow";
import { counted } from "./counted";

const fileProblems = {
  empty: "there is nothing in the file. Export it again and choose it once more.",
  password:
    "the file needs a password and cannot be opened here. Open it in Excel, save it without one, and choose it again.",
  oldExcel: "this is an old Excel file (.xls). Open it in Excel, save it as .xlsx, and choose it again.",
  binary: "this is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx, and choose it again.",
  openDocument: "this is an OpenDocument file (.ods). Save it as .xlsx or .csv and choose it again.",
  damaged: "the file is incomplete or damaged. Export it again; if Excel can open it, save it as .xlsx.",
  tooLarge: "the file is too large to open here. Export only the columns you need, or export in parts.",
  noTable: "this is not a table. Choose an .xlsx or .csv file.",
} as const;

export const growText: GrowText = {
  heading: "Update from an export",
  intro:
    "A new export from your CRM? Choose it: new customers go to the end of the sheet, changes are filled in, and what you edited yourselves stays.",
  file: "Choose a file (.xlsx, .csv)…",
  fileHint: "You see a preview first. Nothing is written until you press Update.",
  otherSheet: "The export is a sheet of this workbook",
  noSheets: "No other sheet of this workbook looks like a list of customers.",
  sheet: "Or take a sheet of this workbook",
  sheetRows: (title, rows) => `${title} (about ${counted(rows, "row")})`,
  choose: "Choose",
  opened: (name, rows) => `“${name}”: ${counted(rows, "row")}`,
  known: "The same kind of export as last time: columns and values are taken as they were then.",
  list: "Sheet in the file",
  encoding: "Text encoding",
  encodingName: {
    "utf-8": "UTF-8",
    "utf-16le": "UTF-16 LE",
    "utf-16be": "UTF-16 BE",
    gb18030: "Simplified Chinese (GB18030)",
    big5: "Traditional Chinese (Big5)",
    shift_jis: "Japanese (Shift-JIS)",
    "euc-jp": "Japanese (EUC-JP)",
    "euc-kr": "Korean (EUC-KR)",
    "windows-1252": "Western European (Windows-1252)",
    "windows-1251": "Cyrillic (Windows-1251)",
  },
  leftOut: (parts) => `Titles, totals and notes (${parts}) are no customers and were left out.`,
  columns: "What are these columns?",
  noCustomer:
    "No column is known to hold the customer's name or ID. Point one out, or nobody can tell which customer a row is about.",
  allColumns: "All columns",
  writing: "How dates and numbers are written",
  unanswered: "Choose",
  preview: "What will change",
  counts: {
    fresh: (rows) => `New ${rows}`,
    changed: (rows) => `Changed ${rows}`,
    unchanged: (rows) => `Same ${rows}`,
    conflicts: (rows) => `Differ ${rows}`,
    asked: (rows) => `To confirm ${rows}`,
  },
  nothing: "Nothing to update: the sheet is as this export has it, or keeps what you edited yourselves.",
  first:
    "The first export of this kind: nobody can tell yet what you edited yourselves. Blank cells are filled in; cells that hold something stay as they are.",
  forgets:
    "Nothing can be remembered in this workbook (its structure is protected, or “_FollowUp” is somebody else's sheet): the next update will be as the first one.",
  fresh: "New customers",
  changed: "Changed customers",
  conflicts: "Sheet and export differ",
  conflictsHint:
    "Both were edited, or nobody can tell which is newer. What is in the sheet stays unless you say otherwise.",
  change: (field, before, after) => `${field}: ${before} → ${after}`,
  conflict: (field, mine, theirs) => `${field}: ${mine} in the sheet, ${theirs} in the export`,
  reopens: (rows) => `Closed in the sheet, still open in the export (${rows})`,
  side: { mine: "Keep the sheet's", theirs: "Take the export's" },
  allConflicts: "All",
  sideOf: (what, cells) => `${what} (${counted(cells, "cell")})`,
  asked: "Rows that fit no single customer",
  askedHint: "Rows that you leave are not touched.",
  why: {
    severalRows: "several rows of the sheet may be this customer",
    repeated: "the export has several rows of this customer",
  },
  whose: (customer) => `Which row is “${customer}”?`,
  isNew: "A new customer: add a row",
  skip: "Leave it",
  isRow: (row, detail) => (detail === "" ? `Row ${row} of the sheet` : `Row ${row} of the sheet · ${detail}`),
  addAll: (rows) => `Add all ${rows} that the sheet does not have as new customers`,
  unlisted: "Entries on no list",
  unlistedValue: (field, value, cells) => `${field} “${value}” (${counted(cells, "cell")})`,
  blanks: (cells) => `Also clear ${counted(cells, "cell")} that the export has blank`,
  adopt: "Columns that the sheet does not have yet",
  adoptField: (field, cells) => `Add a column “${field}” (${counted(cells, "row")} filled in)`,
  nameless: (rows) => `Left out: ${counted(rows, "row")} without a customer's name or a known ID.`,
  absent: (rows) => `${counted(rows, "customer")} of the sheet not in this export: nothing happens to them.`,
  blank: "(blank)",
  more: (count) => `${count} more`,
  apply: "Update",
  cancel: "Cancel",
  done: ({ fresh, cells, formulas, moved, forgotten }) =>
    [
      fresh === 0 && cells === 0
        ? "Nothing changed."
        : `Added ${counted(fresh, "customer")} and changed ${counted(cells, "cell")}.`,
      formulas > 0 ? `Left alone because of a formula: ${counted(formulas, "cell")}.` : "",
      moved > 0 ? `Left alone because somebody has just edited them: ${counted(moved, "cell")}.` : "",
      forgotten > 0
        ? `Too much to remember: the next update takes the oldest ${counted(forgotten, "row")} as if it were the first.`
        : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
  undo: "Undo this update",
  undone: (restored, kept) =>
    kept === 0
      ? `Undone: ${restored} put back.`
      : `Undone: ${restored} put back; ${kept} edited since stay as they are.`,
  close: "Close",
  fileProblem: (problem, name) => `“${name}”: ${fileProblems[problem]}`,
  noList: (name) =>
    `No list of customers with column names was found in “${name}”. Its first row should hold the names (such as Customer, Owner), with the customers below.`,
  noIds:
    "The follow-up sheet has no ID column, so nobody could tell the rows apart later. Press “Check the set-up again” above first.",
  totalRow: (sheet) =>
    `The table on “${sheet}” has a total row, which leaves no place for new customers. Turn it off under Table Design and update again.`,
};
