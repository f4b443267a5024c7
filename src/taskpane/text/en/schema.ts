import type { DriftAnswer } from "../../../domain/install/planDrift";
import type { DraftChange, DraftProblem, Part } from "../../../domain/schema/draft";
import type { Drift } from "../../../domain/settings/drift";
import { terms } from "../../../domain/schema/terms/en";
import type { SettingsProblem } from "../../../domain/plan/settingsIssue";
import type { ImportProblem } from "../../../domain/exchange/descriptor";
import type { SchemaText } from "../types/schema";
import { counted } from "./counted";
import { inline } from "./inline";

const { condition, level } = terms;

const partNames: Readonly<Record<Part | "calendar", string>> = {
  fields: "Fields",
  stages: "Stages",
  types: "Customer types",
  owners: "Owners",
  reasons: "Reasons",
  lists: "Lists",
  calendar: "Days off",
};

function change({ part, what, to }: DraftChange, name: string, keys: readonly string[]): string {
  const where = partNames[part];
  switch (what) {
    case "added":
      return `${where}: “${name}” added`;
    case "removed":
      return `${where}: “${name}” removed`;
    case "renamed":
      return `${where}: “${name}” renamed “${to}”`;
    case "moved":
      return `${where}: order`;
    case "changed":
      return name === "" ? `${where}: ${keys.join(", ")}` : `${where}, “${name}”: ${keys.join(", ")}`;
  }
}

function draftProblem({ kind, part }: DraftProblem, name: string): string {
  switch (kind) {
    case "blankName":
      return `${partNames[part]}: one entry has no name. Name it or remove it.`;
    case "sameName":
      return `${partNames[part]}: “${name}” is taken. Choose another name.`;
    case "sameHeader":
      return `Two fields use the column “${name}”. Give one of them another column.`;
    case "noOpenStage":
      return `At least one stage has to be ${inline(terms.stageKind.open)}.`;
    case "minAboveMax":
      return `“${name}”: the smallest value is above the largest. Change one of them.`;
    case "listMissing":
      return `“${name}” is picked from a list. Say from which.`;
  }
}

function issue(problem: SettingsProblem, table: string, field: string): string {
  switch (problem.kind) {
    case "tableMissing":
      return `The Settings table “${table}” has gone. Its defaults are used.`;
    case "columnMissing":
      return `“${table}” has no column “${problem.header}” any more. Put the header back.`;
    case "fieldMissing":
      return `“${table}” has no row for “${field}” any more. Its default is used.`;
    case "unknownWord":
      return `“${table}”: “${String(problem.value)}” is not understood. Write ${problem.allowed.join(" / ")}.`;
    case "notANumber":
      return `“${table}”: “${String(problem.value)}” is not a number. Enter a number or clear the cell.`;
    case "notADate":
      return `“${table}”: “${String(problem.value)}” is not a date. Enter a date or clear the cell.`;
    case "duplicate":
      return `“${table}”: “${problem.value}” stands there twice. The first one counts; delete the other.`;
    case "unreadableCondition":
      return `“${table}”: “${problem.value}” is not understood. Write ${condition.always}, ${condition.open}, ${condition.fromStage}: … or ${condition.outcome}: ….`;
    case "unknownName":
      return `“${table}” names “${problem.value}”, which there is not. Rename it, or add that entry first.`;
    case "gap":
      return `“${table}” has a blank row in the middle. Delete it.`;
    case "noWeekend":
      return `“${table}”: a make-up day is not on a weekend, so it is a working day anyway. Delete it.`;
  }
}

function drift(drift: Drift): string {
  if (drift.kind === "table")
    return `The table “FollowUps” has gone; it is called “${drift.now}” now. Checks and formulas find it by its name.`;
  if (drift.isNew === "yes")
    return `The new field “${drift.header}” has no column in the sheet yet, so nobody can fill it in.`;
  if (drift.isNew === "maybe")
    return `The sheet has no column “${drift.header}”. For a new field, add it now; if it was deleted, this gives a blank column, and only Excel’s Undo brings its values back.`;
  return drift.now === null
    ? `The column “${drift.header}” has gone. Adding it back gives a blank column; only Excel’s Undo brings its values back.`
    : `The column “${drift.header}” has gone (perhaps renamed “${drift.now}”).`;
}

function driftAnswer(answer: DriftAnswer, drift: Drift): string {
  if (answer === "addColumn") return drift.kind === "column" && drift.isNew ? "Add the column" : "Add the column back";
  if (answer === "takeNew") return "Use the new header";
  return drift.kind === "table" ? "Put the name back" : "Put the old header back";
}

function importProblem(problem: ImportProblem): string {
  switch (problem.kind) {
    case "notJson":
      return "This file is not JSON. Choose an exported rules file.";
    case "notDescriptor":
      return "This file has no list of fields, so it is not a Table Schema. Choose another file.";
    case "unknownVersion":
      return `This file was written by a later version (${problem.version}). Update the add-in first.`;
    case "wrongType":
      return `${problem.path} in the file should be ${problem.expected}. Correct the file, then import it again.`;
  }
}

export const schemaText: SchemaText = {
  open: "Fields and rules",
  openHint: "Fields, what is required, how strictly, stages, lists. The same as in the Settings tables.",
  back: "Back",
  heading: "Fields and rules",
  intro: "Edits are kept as a draft. You see what will change before you apply it.",
  part: (part) => partNames[part],
  count: (count) => String(count),
  dormant: (count) => `Fields the sheet does not have (${count})`,
  issues: (count) => `${counted(count, "thing")} to put right in the Settings tables`,
  issue,
  goTo: (cell) => `Select ${cell}`,
  tighten: (count) => `Ready to be stricter (${count})`,
  proposal: (header, clean, customers, percent) =>
    `${header}: ${clean} of ${customers} customers are right (${percent}%)`,
  raise: (level) => `Set to ${level}`,
  addField: "Add a field",
  fieldName: "Field name",
  own: "Your own",
  column: "Column in the sheet",
  newColumn: (header) => `Add a column “${header}”`,
  unusedColumn: (header) => `Use the column “${header}”`,
  noColumn: "Not used for now",
  unnamed: "(no name)",
  fixed: "IDs and calculated columns are kept by the add-in and cannot be edited.",
  failing: (count, customers) =>
    customers === 0
      ? "No customers to judge by yet"
      : count === 0
        ? `All ${customers} customers are right`
        : `${counted(count, "row")} would fail`,
  failingRows: "Show the rows",
  observeNote: `${level.observe}: listed in the check; no entry is stopped.`,
  warnNote: `${level.warn}: highlighted, and a wrong entry is asked about.`,
  requireNote: `${level.require}: highlighted, and a wrong entry is refused.`,
  when: "Required when",
  anyOf: "Any one of these is enough",
  allOf: (number) => `Combination ${number}: all that is chosen here has to hold (and)`,
  addAll: "Add a combination (several at once)",
  removeAll: (number) => `Remove combination ${number}`,
  state: "State",
  notAsked: "(any)",
  noStage: "(not by stage)",
  oneOf: "At least one of these",
  rules: "Other rules",
  noList: "(no list)",
  patternHint: "* stands for any characters, ? for one",
  remove: (name) => `Remove “${name}”`,
  removeKeeps: "The column and its values stay in the sheet.",
  up: (name) => `Move “${name}” up`,
  down: (name) => `Move “${name}” down`,
  add: "Add an entry",
  empty: "Nothing here yet.",
  entries: (name) => `Entries of “${name}”, one a line`,
  newName: (number) => `New ${number}`,
  days: (what) => `${what}, one date a line, such as 2026-10-01`,
  badDays: (lines) => `Not a date: ${lines.join(", ")}`,
  renameRows: "Rename in the list and the follow-up log too",
  draft: (count) => counted(count, "change"),
  preview: "Show what will change",
  drop: "Discard",
  apply: "Apply",
  applied: (count) => `Applied ${counted(count, "change")}.`,
  change,
  renamed: (from, to, cells) => `“${from}” becomes “${to}” in ${counted(cells, "cell")}`,
  aheadFailing: (header, before, after) =>
    `“${header}”: ${counted(after, "row")} would fail${before === 0 ? "" : ` (${before} now)`}`,
  aheadStale: (before, after) => `${terms.figure.stale}: ${counted(after, "customer")} instead of ${before}`,
  aheadStuck: (before, after) => `${terms.figure.stuck}: ${counted(after, "customer")} instead of ${before}`,
  moved: (from, to, cells) => `${counted(cells, "cell")} from “${from}” to “${to}”; the log keeps its history`,
  moves: "Removed entries that customers have",
  moveFrom: (from, customers) => `${counted(customers, "customer has", "customers have")} “${from}”: move to`,
  moveChoose: "(choose)",
  moveLeave: "Leave them (reported as unknown)",
  newColumns: (headers) => `New columns at the right of the table: ${headers.join(", ")}`,
  draftProblem,
  exportSchema: "Export rules (Table Schema)",
  copied: "The rules are on the clipboard.",
  importSchema: "Import rules",
  imported: "Read. It stands below as a draft; nothing is applied yet.",
  sameAsNow: "The file says what is in force already.",
  notMapped: (items) => `Not imported, for there is no such rule here: ${items.join(", ")}`,
  importProblem,
  drift,
  driftAnswer,
  driftLater: "Not now",
};
