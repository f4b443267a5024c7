import type { Change, HeaderCell } from "../../../domain/plan/setUpPlan";
import type { ChangeLine, SetupText } from "../types/setup";
import { counted } from "./counted";

const sheetRoles = { settings: "Settings", summary: "Summary", log: "Follow-up Log" } as const;

const headerReasons: Readonly<Record<HeaderCell["why"], string>> = {
  blank: "blank so far",
  repeated: "the same as one further left",
  calculated: "a formula, becomes text",
  noText: "a number or date, becomes text",
  twoRows: "two header rows read together",
};

function change(change: Change): ChangeLine {
  switch (change.kind) {
    case "headers":
      return {
        what: "Change headers: each column of a table needs a text of its own",
        count: String(change.cells.length),
        which: change.cells.map(({ cell, to, why }) => `${cell} “${to}” (${headerReasons[why]})`).join(", "),
      };
    case "newSheet":
      return {
        what: `Make “${change.title}” with the customers`,
        count: counted(change.rows, "row"),
        which: `“${change.from}” stays as it is; formulas come as their present results`,
      };
    case "values":
      return {
        what: "Rewrite cells",
        count: counted(change.cells, "cell"),
        which: "those listed in the preview above",
      };
    case "notes":
      return {
        what: "Copy dated notes into the log",
        count: counted(change.rows, "row"),
        which: "their cells stay as they are",
      };
    case "table":
      return {
        what: `Turn “${change.sheet}” into a table`,
        count: `${counted(change.rows, "row")} × ${counted(change.columns, "column")}`,
        which: "Content and formats stay",
      };
    case "autoFilter":
      return {
        what: "Replace the sheet’s filter buttons",
        count: "1",
        which: "The table brings its own; all rows stay in view",
      };
    case "cellsBelow":
      return {
        what: "Leave what stands right below the table",
        count: change.cell,
        which: "New customers have no room there. Move it elsewhere before you add one",
      };
    case "columns":
      return { what: "Add columns", count: String(change.headers.length), which: change.headers.join(", ") };
    case "hiddenColumns":
      return {
        what: "Add hidden columns for steps of the formulas",
        count: String(change.headers.length),
        which: change.headers.join(", "),
      };
    case "ids":
      return {
        what: "Fill in customer IDs",
        count: String(change.count),
        which:
          change.restored === 0
            ? "Only where blank"
            : `Only where blank; ${change.restored} get back the ID that the log has under their name`,
      };
    case "furthest":
      return {
        what: "Note the furthest stage that customers reached",
        count: String(change.count),
        which:
          change.fromLog === 0
            ? "By their present stage, only where blank"
            : `Only where blank; ${change.fromLog} by the follow-up log, the others by their present stage`,
      };
    case "formulas":
      return {
        what: "Add formulas",
        count: counted(change.headers.length, "column"),
        which: change.headers.join(", "),
      };
    case "sheet":
      return {
        what: `${change.isNew ? "Add" : "Complete"} the ${sheetRoles[change.role]} sheet`,
        count: "1",
        which: `“${change.title}”`,
      };
    case "summaryBlocked":
      return {
        what: "Leave the Summary as it is",
        count: change.cell,
        which: `Your own cells stand below it on “${change.sheet}”. Move them to its right, then check again`,
      };
    case "settings":
      return {
        what: "Mend the Settings",
        count: counted(change.count, "place"),
        which: "only what is missing or cannot be read",
      };
    case "validations":
      return {
        what: "Add drop-down lists and entry hints",
        count: counted(change.headers.length, "column"),
        which: change.headers.join(", "),
      };
    case "validationsRemoved":
      return {
        what: "Remove limits that are not needed any more",
        count: counted(change.headers.length, "column"),
        which: change.headers.join(", "),
      };
    case "highlights":
      return { what: "Colour overdue, stale and similar rows", count: counted(change.count, "rule"), which: "" };
    case "names":
      return { what: "Add names for the formulas", count: String(change.count), which: "They start with FU_" };
  }
}

export const setupText: SetupText = {
  heading: "Setup",
  intro: (sheet) =>
    sheet === null
      ? "Make the open sheet a follow-up sheet."
      : `Make “${sheet}” a follow-up sheet. You see every change before anything is done.`,
  installed: (sheet) =>
    sheet === null ? "The follow-up sheet is set up." : `“${sheet}” is set up as the follow-up sheet.`,
  plan: "Show what will change",
  planAgain: "Check the set-up again",
  changes: "What will change",
  allChanges: (count) => `What will change (${counted(count, "part")})`,
  untouched: (exceptListed) =>
    exceptListed
      ? "Apart from what is listed above, existing content is neither overwritten nor deleted."
      : "Existing content is neither overwritten nor deleted.",
  matches: "How columns were matched",
  matched: (field, header) => (field === header ? field : `${field} ← ${header}`),
  alias: "by alias",
  kept: (headers) => `Columns kept as they are: ${headers.join(", ")}`,
  keptValidations: (headers) => `Columns whose own data validation stays: ${headers.join(", ")}`,
  dormant: (fields) =>
    `Not in the sheet, so not used for now: ${fields.join(", ")}. Add a column whenever you want it.`,
  language: "Language of the workbook",
  languages: { "zh-CN": "中文", en: "English" },
  apply: "Set up now",
  repair: "Complete it now",
  cancel: "Not now",
  close: "Close",
  nothing: "Nothing to change: the set-up is complete.",
  applied: ({ sheets, columns, cells }) => {
    const made = [
      sheets === 0 ? "" : counted(sheets, "new sheet"),
      columns === 0 ? "" : counted(columns, "new column"),
      cells === 0 ? "" : `${counted(cells, "cell")} put right`,
    ].filter((part) => part !== "");
    return made.length === 0 ? "Set-up done." : `Set-up done: ${made.join(", ")}.`;
  },
  toToday: "Go to Today",
  reviewDay: "Review day",
  reviewHint: "Makes this day the sheet’s “today”: overdue and stale are counted from it.",
  reviewSet: (date) => `Counting as of ${date}.`,
  applyDay: "Apply",
  backToToday: "Back to today",
  badDay: "Please enter a complete date.",
  change,
};
