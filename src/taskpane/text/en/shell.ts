import type { Task } from "../../../app/session/state";
import type { Look } from "../../../domain/workbook/looks";
import { fieldName } from "../../../domain/schema/fieldName";
import { terms } from "../../../domain/schema/terms/en";
import type { ShellText } from "../types/shell";
import { repText } from "./rep";
import { counted } from "./counted";

const tasks: Readonly<Record<Task, string>> = {
  opening: "Reading the workbook",
  checking: "Checking",
  planning: "Working out the changes",
  applying: "Setting up",
  saving: "Saving",
  probing: "Checking this Excel",
};

const looks: Readonly<Record<Look, string>> = {
  cells: "column widths and fonts",
  charts: "charts",
  page: "print settings",
  gridlines: "gridlines",
};

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const shellText: ShellText = {
  product: terms.product,
  sentences: (first, second) => `${first} ${second}`,
  field: (id) => fieldName(id, "en"),
  tabs: { label: "Pane", today: "Today", log: repText.tab, check: "Check", numbers: "Numbers", setup: "Setup" },
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
    verdict: (verdict) => {
      if (verdict.kind === "findings") return `${verdict.count} to fix`;
      if (verdict.kind === "overdue") return `${verdict.count} overdue`;
      if (verdict.kind === "notes") return `${verdict.count} for information`;
      return verdict.kind === "undecided" ? "a column not found" : "no problems";
    },
    pending: "the sheet changed, checking soon",
    waiting: {
      cellEdit: "Finish editing the cell",
      readOnly: "Workbook is read-only",
      protected: "Sheet is protected",
      busy: "Excel is busy",
      lost: "Connection lost",
      other: "Needs your attention, see above",
    },
    cancel: "Cancel",
    progress: "Progress",
  },
  leftLooks: {
    say: (parts) =>
      `The layout is not complete: ${parts.join(", ")}. Everything else is in place; you can try the layout again later.`,
    part: (look, sheet) => `${looks[look]} on “${sheet}”`,
  },
  undoEnds: {
    words:
      "In this version of Excel, once the pane writes, Ctrl+Z no longer undoes what you did before. Undo first what you want to undo.",
    understood: "Got it",
  },
  takeOut: {
    offered: (file) => `Download requested: ${file}. No file?`,
    instead: "Copy the text",
    shown: "This Excel lets the pane save no files: copy the text below",
    byHand: "Copying is not possible here. The text is selected: press Ctrl+C (⌘C on a Mac)",
    how: (file) => `Paste it into Notepad (on a Mac TextEdit, Format → Make Plain Text) and save it as ${file}.`,
    copy: "Copy",
  },
  result: "Last action",
  problem: { retry: "Try again", dismiss: "Dismiss" },
  task: (task) => tasks[task],
  announce: {
    checked: (verdict) => `Check done, ${verdict}`,
    applied: (count) => `Set-up done, ${counted(count, "step")}`,
  },
};
