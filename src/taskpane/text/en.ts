import type { FieldId } from "../../domain/schema/fieldIds";
import type { Fault } from "../../app/fault";
import type { Aftermath } from "../../app/ports";
import type { Task } from "../../app/session/state";
import type { DueFlag, DueItem } from "../../domain/clocks/due";
import type { KeyFigures } from "../../domain/measures/figures";
import type { Change, Refusal } from "../../domain/plan/setUpPlan";
import type { Severity } from "../../domain/rules/finding";
import { fieldName, type StageKind } from "../../domain/schema/field";
import { findingSentence, ruleNames } from "./findings.en";
import { fixTexts } from "./fix.en";
import { repEn } from "./rep.en";
import type { ChangeLine, Sentence, Texts } from "./zh-CN";
import { schemaEn } from "./schema.en";

/** A count with its noun: `1 row`, `2 rows`. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A few of many: the first ones by name, the rest as a number. */
function some(items: readonly string[], most = 5): string {
  return items.length <= most ? items.join(", ") : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** The field's own name: the same word that a new column would get as its header. */
function field(field: FieldId): string {
  return fieldName(field, "en");
}

function fault(fault: Fault): Sentence {
  switch (fault.code) {
    case "cellEdit":
      return {
        what: "A cell is being edited, so Excel takes no change.",
        todo: "Finish editing the cell (Enter or Esc), then try again.",
      };
    case "readOnly":
      return { what: "This workbook is read-only.", todo: "Choose Enable Editing, or save a copy and try there." };
    case "protected":
      return {
        what: fault.sheet === null ? "The workbook is protected." : `The sheet “${fault.sheet}” is protected.`,
        todo: "Take the protection off on the Review tab, then try again.",
      };
    case "filtered":
      return { what: "A filter hides rows that would change.", todo: "Clear the filter, then try again." };
    case "merged":
      return { what: "There are merged cells where the change would go.", todo: "Unmerge them, then try again." };
    case "inTheWay":
      return {
        what: "Other content below or to the right is in the way.",
        todo: "Move it to leave room, then try again.",
      };
    case "tooLarge":
      return {
        what: "This is more than Excel takes at once.",
        todo: "Shorten very long texts or delete rows you do not need, then try again.",
      };
    case "busy":
      return { what: "Excel is busy and did not answer.", todo: "Wait a few seconds, then try again." };
    case "lost":
      return {
        what: "The connection to Excel was lost.",
        todo: "Make sure the workbook is still open, then close the pane and open it again.",
      };
    case "drift":
      return {
        what: `“${fault.what}” was renamed or deleted.`,
        todo: "Undo that change, or check the set-up again on the Setup tab.",
      };
    case "moved":
      return {
        what: "Somebody moved rows just as they were to be written.",
        todo: "Try again: the row is found afresh by its customer ID.",
      };
    case "unsupported":
      return {
        what: `This version of Excel lacks a function that is needed (${fault.api}).`,
        todo: "Update Excel, or use Excel on the web.",
      };
    case "cancelled":
      return { what: "Cancelled.", todo: "Start again whenever you like." };
    case "unexpected":
      return {
        what: `Something unexpected went wrong: ${fault.detail}`,
        todo: "Try again; if that does not help, close the pane and open it again.",
      };
  }
}

function refusal(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case "emptySheet":
      return {
        what: `The sheet “${refusal.sheet}” is empty.`,
        todo: "Open the sheet with your customers and check that.",
      };
    case "noHeaders":
      return {
        what:
          refusal.headers.length === 0
            ? `No header row was found on “${refusal.sheet}”.`
            : `No header we know was found on “${refusal.sheet}”. The first row says: ${some(refusal.headers)}.`,
        todo: "Put headers in the first row, such as Customer, Owner, Stage, Next follow-up.",
      };
    case "missingColumns":
      return {
        what: `“${refusal.sheet}” has no ${refusal.missing.map(field).join(", ")}. Its columns: ${some(refusal.found)}.`,
        todo: "It needs Customer and at least one of Stage, Owner or Next follow-up. Name the columns, then check again.",
      };
    case "noRows":
      return {
        what: `“${refusal.sheet}” has headers but no customers yet.`,
        todo: "Fill in at least one row below the headers, then check again.",
      };
    case "mergedCells":
      return {
        what: `“${refusal.sheet}” has merged cells: ${some(refusal.cells)}.`,
        todo: "Unmerge them so that every row has its own values, then try again.",
      };
    case "titleRows":
      return {
        what: `The headers of “${refusal.sheet}” are in row ${refusal.headerRow}, with other content above.`,
        todo: `Move or delete what is above row ${refusal.headerRow}, so that the headers come first, then try again.`,
      };
    case "duplicateHeaders":
      return {
        what: `The header “${refusal.header}” appears more than once on “${refusal.sheet}”: ${some(refusal.cells)}.`,
        todo: "Give each column its own name, then try again.",
      };
    case "blankHeader":
      return {
        what: `${refusal.cell} on “${refusal.sheet}” has no header, but there is content below.`,
        todo: `Type a header into ${refusal.cell}, or clear the column, then try again.`,
      };
    case "protectedSheet":
      return {
        what: `The sheet “${refusal.sheet}” is protected.`,
        todo: "Take the protection off on the Review tab, then try again.",
      };
    case "readOnly":
      return {
        what: "This workbook is read-only and cannot be set up.",
        todo: "Choose Enable Editing, or save a copy and try there. Checking still works.",
      };
    case "filtered":
      return {
        what: `A filter is on in “${refusal.sheet}”, so some rows are hidden.`,
        todo: "Clear the filter, then try again.",
      };
    case "otherTables":
      return {
        what: `“${refusal.sheet}” holds other tables: ${some(refusal.tables)}.`,
        todo: "Move them to another sheet, so that one table starting at the first cell is left, then try again.",
      };
    case "noRoom":
      return {
        what: `${refusal.cell} on “${refusal.sheet}” holds something, so the new columns do not fit beside the table.`,
        todo: "Move what stands to the right of the table elsewhere, then try again.",
      };
    case "noRoomInSettings":
      return {
        what: `${refusal.cell} on “${refusal.sheet}” holds something, so a Settings table has no room to grow.`,
        todo: "Move it elsewhere, then try again.",
      };
    case "notSetUp":
      return {
        what: "The follow-up table or its Settings were not found, so there is nowhere to put rules.",
        todo: "Set the customer list up on the Setup tab first.",
      };
    case "otherFollowUpSheet":
      return {
        what: `The follow-up sheet of this workbook is “${refusal.followUpSheet}”, not “${refusal.sheet}”.`,
        todo: `Open “${refusal.followUpSheet}”, then try again.`,
      };
  }
}

/** A flag in words, with the days that it stands for. */
function reasonOf({ group, days, limit }: DueFlag, stageName: string, promised: string | null): string {
  const stage = stageName === "" ? "" : ` (${stageName})`;
  const past = `${counted(days ?? 0, "day")} > ${counted(limit ?? 0, "day")}${stage}`;
  switch (group) {
    case "overdue":
      return `Overdue: promised ${promised ?? ""}, ${counted(days ?? 0, "day")} ago`;
    case "today":
      return "Promised for today";
    case "stale":
      return `Stale: ${past}`;
    case "stuck":
      return `Stuck: in its stage ${past}`;
    case "revisit":
      return `Time to come back, ${counted(days ?? 0, "day")} ago`;
    case "noNextStep":
      return "Open, but without a next follow-up date";
  }
}

/** Where the last contact stands, for whoever wants to look it up. */
function sourceOf({ evidence, row }: Pick<DueItem, "evidence" | "row">): string {
  if (evidence?.kind === "log") return `log row ${evidence.row}`;
  return evidence === null ? `row ${row}` : `from the column ${field(evidence.field)}, row ${row}`;
}

/** The contact that silence is counted from, and where it stands. */
function lastContactOf(last: string | null, where: Pick<DueItem, "evidence" | "row">): string {
  return `${last === null ? "no last contact date" : `last real contact ${last}`} · ${sourceOf(where)}`;
}

const sheetRoles = { settings: "Settings", summary: "Summary", log: "Follow-up Log" } as const;

function change(change: Change): ChangeLine {
  switch (change.kind) {
    case "table":
      return {
        what: `Turn “${change.sheet}” into a table`,
        count: `${counted(change.rows, "row")} × ${counted(change.columns, "column")}`,
        which: "Content and formats stay",
      };
    case "columns":
      return { what: "Add columns", count: String(change.headers.length), which: change.headers.join(", ") };
    case "ids":
      return {
        what: "Fill in customer IDs",
        count: String(change.count),
        which:
          change.restored === 0
            ? "Only where blank"
            : `Only where blank; ${change.restored} get back the ID that the log has under their name`,
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

const figures: Readonly<Record<keyof KeyFigures, string>> = {
  open: "Open",
  won: "Won",
  lost: "Lost",
  parked: "Parked",
  winRate: "Win rate",
  overdue: "Overdue",
  dueToday: "Due today",
  stale: "Stale",
  stuck: "Stuck",
  noNextStep: "No next step",
  revisit: "To revisit",
  incomplete: "Incomplete",
  pipelineAmount: "Open amount",
  wonAmount: "Won amount",
};

const tasks: Readonly<Record<Task, string>> = {
  opening: "Reading the workbook",
  checking: "Checking",
  planning: "Working out the changes",
  applying: "Setting up",
  saving: "Saving",
};

const aftermaths: Readonly<Record<Aftermath, string>> = {
  unchanged: "Nothing in the workbook was changed.",
  restored: "What had been written was taken back; the workbook is as before.",
  partial: "Part of it has been written; doing it again completes it without repeating anything.",
};

const severities: Readonly<Record<Severity, string>> = {
  error: "Required",
  warning: "Warning",
  info: "For information",
};

const kinds: Readonly<Record<StageKind, string>> = { open: "Open", won: "Won", lost: "Lost", parked: "Parked" };

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The pane's texts in English. */
export const en: Texts = {
  product: "Follow-up Sheet",
  rep: repEn,
  sentences: (first, second) => `${first} ${second}`,
  field,
  tabs: { label: "Pane", today: "Today", log: repEn.tab, check: "Check", numbers: "Numbers", setup: "Setup" },
  dates: {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    weekday: (day) => weekdays[day] ?? "",
    monthDay: (month, day) => `${months[month - 1] ?? ""} ${day}`,
    full: (year, month, day) => `${day} ${months[month - 1] ?? ""} ${year}`,
    header: (weekday, date) => `${weekday}, ${date}`,
    reviewDay: (date) => `Review day ${date}`,
  },
  notInExcel: {
    title: "Please open this in Excel",
    body: "This page is the pane of the Excel add-in Follow-up Sheet. It works beside a workbook in Excel.",
    how: "Open Excel and choose Follow-up Sheet on the Home tab.",
  },
  crash: {
    title: "The pane ran into an error",
    body: "The workbook is not affected. Try again; if that does not help, reload the pane.",
    retry: "Try again",
    reload: "Reload",
  },
  firstRun: {
    title: "Let this sheet remind you",
    lines: [
      "Finds cells that are missing or wrong",
      "Lists the customers to follow up today",
      "Once set up, Excel itself keeps lists, colours and totals right",
    ],
    action: "Check this sheet",
    safe: "Checking only reads. Nothing leaves the workbook.",
    sheet: (name) => `Open sheet: ${name}`,
  },
  status: {
    opening: "Reading the workbook…",
    working: (task, done, total) => (total > 0 ? `${task} ${done}/${total}` : `${task}…`),
    ready: "Ready",
    checked: (at) => `Checked ${at}`,
    findings: (count) => (count === 0 ? "no problems" : `${count} to fix`),
    pending: "the sheet changed, checking soon",
    waiting: {
      cellEdit: "Finish editing the cell",
      readOnly: "Workbook is read-only",
      protected: "Sheet is protected",
      busy: "Excel is busy",
      lost: "Connection lost",
      other: "Needs your attention",
    },
    cancel: "Cancel",
    progress: "Progress",
  },
  problem: { retry: "Try again", dismiss: "Dismiss" },
  fault,
  refusal,
  aftermath: (aftermath) => aftermaths[aftermath],
  task: (task) => tasks[task],
  announce: {
    checked: (count) => (count === 0 ? "Check done, no problems" : `Check done, ${counted(count, "item")} to fix`),
    applied: (count) => `Set-up done, ${counted(count, "step")}`,
  },
  figures: {
    label: "Key figures",
    name: (key) => figures[key],
    notMeasured: "Not measured: the sheet has no such column",
    notMeasuredShort: "–",
    noneClosed: "none closed yet",
    rate: (won, closed) => `${won}/${closed}`,
  },
  today: {
    heading: "Today",
    owner: "Whose customers",
    team: "Whole team",
    nobody: "No owner",
    groups: {
      overdue: "Overdue",
      today: "Today",
      stale: "Stale",
      stuck: "Stuck",
      noNextStep: "No next step",
      revisit: "Revisit",
    },
    unnamed: "(no customer name)",
    noStage: "no stage",
    flag: (item) => {
      if (item.group === "overdue") return `−${counted(item.days ?? 0, "day")}`;
      if (item.group === "today") return "today";
      if (item.group === "stale") return item.days === null ? "never contacted" : `silent ${counted(item.days, "day")}`;
      if (item.group === "stuck") return `in stage ${counted(item.days ?? 0, "day")}`;
      if (item.group === "revisit") return item.days === 0 ? "today" : `−${counted(item.days ?? 0, "day")}`;
      return "no date";
    },
    explain: (item, last, promised) => {
      const flags = [item, ...item.also].map((flag) => reasonOf(flag, item.stage, promised));
      return [...flags, lastContactOf(last, item)].join(" · ");
    },
    reason: reasonOf,
    lastContact: lastContactOf,
    flagLabel: (flag, customer) => `${flag}: why ${customer} is here`,
    go: (customer, cell) => `${customer}, select ${cell}`,
    more: (count) => `Show ${count} more`,
    empty: (owner) =>
      owner === null ? "No customers to follow up today." : `${owner} has no customers to follow up today.`,
    tomorrow: (count) =>
      count === 0 ? "None tomorrow either." : `Tomorrow there ${count === 1 ? "is 1" : `are ${count}`}.`,
    teamTomorrow: (count) =>
      count === 0 ? "The team has none tomorrow either." : `The team has ${counted(count, "customer")} tomorrow.`,
    noDates: "This sheet has no “Next follow-up” column, so nobody can be overdue. Add the column, then check again.",
    notChecked: "Not checked yet.",
    check: "Check this sheet",
  },
  check: {
    heading: "Check",
    summary: (count, kinds) => (count === 0 ? "No problems" : `${count} to fix · ${counted(kinds, "kind")}`),
    clean: (rows) => `${counted(rows, "customer")}: everything needed is filled in and valid.`,
    sheet: (name, rows) => `${name} · ${counted(rows, "customer")}`,
    run: "Check again",
    rule: (rule) => ruleNames[rule],
    severity: (severity) => severities[severity],
    finding: findingSentence,
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
    exported: (file) => `Downloaded ${file}.`,
    copyInstead: "No file? Copy to the clipboard",
    copied: "The report is on the clipboard; paste it into a text file.",
    exportFailed: "Neither download nor copy works here. Please export from Excel on the web.",
    next: "Next: make this a follow-up sheet. You see every change first.",
    setUp: "Set up",
  },
  fix: fixTexts,
  setup: {
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
    untouched: "Existing content is neither overwritten nor deleted.",
    matches: "How columns were matched",
    matched: (field, header) => (field === header ? field : `${field} ← ${header}`),
    alias: "by alias",
    kept: (headers) => `Columns kept as they are: ${headers.join(", ")}`,
    keptValidations: (headers) => `Columns whose own data validation stays: ${headers.join(", ")}`,
    dormant: (fields) =>
      `Not in the sheet, so not used for now: ${fields.join(", ")}. Add a column whenever you want it.`,
    questions: "What kind of stage is this?",
    questionsHint: "Until you answer, a stage counts as open.",
    question: (stage, rows) => `${stage} (${counted(rows, "row")})`,
    kind: (kind) => kinds[kind],
    language: "Language of the workbook",
    languages: { "zh-CN": "中文", en: "English" },
    apply: "Set up now",
    repair: "Complete it now",
    cancel: "Not now",
    close: "Close",
    nothing: "Nothing to change: the set-up is complete.",
    applied: (count) => `Done: ${counted(count, "step")}.`,
    toToday: "Go to Today",
    reviewDay: "Review day",
    reviewHint: "Makes this day the sheet’s “today”: overdue and stale are counted from it.",
    reviewSet: (date) => `Counting as of ${date}.`,
    applyDay: "Apply",
    backToToday: "Back to today",
    badDay: "Please enter a complete date.",
    change,
  },
  schema: schemaEn,
};
