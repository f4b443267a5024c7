import type { FieldId } from "../../../domain/schema/fieldIds";
import type { CellValue } from "../../../domain/values/value";
import type { Finding, RuleId } from "../../../domain/rules/finding";
import type { Condition, SimpleCondition } from "../../../domain/schema/field";
import { terms } from "../../../domain/schema/terms/en";
import type { SettingsIssue, SettingsProblem } from "../../../domain/plan/settingsIssue";
import { quoted } from "../quoted";
import type { FindingsText, FindingWords } from "../types/check";
import { inline } from "./inline";
import { settingsParts } from "./settingsParts";

/** Longest piece of a cell that a sentence repeats, in characters. */
const longestQuote = 40;
const quote = (value: CellValue) => quoted(value, longestQuote);

function rowList(rows: readonly number[], most = 5): string {
  if (rows.length === 1) return `row ${String(rows[0])}`;
  if (rows.length > most) return `rows ${rows.slice(0, most).join(", ")} and ${rows.length - most} more`;
  return `rows ${rows.slice(0, -1).join(", ")} and ${String(rows.at(-1))}`;
}

/** Of which customers a condition speaks, where several have to hold at once. */
function whom(condition: SimpleCondition, field: (id: FieldId) => string): string {
  switch (condition.kind) {
    case "always":
      return "every customer";
    case "open":
      return inline(terms.stageKind.open);
    case "fromStage":
      return `from the stage “${condition.stage}” on`;
    case "outcome":
      return inline(terms.stageKind[condition.outcome]);
    case "customerType":
      return `of type “${condition.type}”`;
    case "oneOf":
      return `without ${condition.fields.map((id) => `“${field(id)}”`).join(", ")}`;
  }
}

/** Who has to fill the field in. */
function because(condition: Condition, header: string, field: (id: FieldId) => string): string {
  switch (condition.kind) {
    case "all":
      return `“${header}” is needed by customers ${condition.of.map((each) => whom(each, field)).join(" and ")}`;
    case "always":
      return `every customer needs “${header}”`;
    case "open":
      return `${inline(terms.stageKind.open)} customers need “${header}”`;
    case "fromStage":
      return `from the stage “${condition.stage}” on, “${header}” is needed`;
    case "outcome":
      return `${inline(terms.stageKind[condition.outcome])} customers need “${header}”`;
    case "customerType":
      return `customers of type “${condition.type}” need “${header}”`;
    case "oneOf": {
      const all = [header, ...condition.fields.map(field).filter((name) => name !== header)];
      return `one of ${all.map((name) => `“${name}”`).join(", ")} is needed`;
    }
  }
}

function repair(what: string, repaired: CellValue | null, or: string): string {
  return repaired === null ? `${what}: ${or}` : `${what}; it should be ${quote(repaired)}, and Fix can do that`;
}

function settingsSentence(table: SettingsIssue["table"], problem: SettingsProblem, words: FindingWords): string {
  const where = `Settings, ${settingsParts[table]}`;
  switch (problem.kind) {
    case "tableMissing":
      return `${where}: it is gone, so defaults are used; undo the deletion, or complete the set-up on the Setup tab`;
    case "columnMissing":
      return `${where}: the column “${problem.header}” is missing, so defaults are used; please name it “${problem.header}” again`;
    case "fieldMissing":
      return `${where}: the row for “${words.field(problem.field)}” is missing, so its default is used; add the row if you need it`;
    case "unknownWord":
      return `${where}: ${quote(problem.value)} is not understood, so the default is used; please enter one of: ${problem.allowed.join(", ")}`;
    case "notANumber":
      return `${where}: ${quote(problem.value)} is no usable number, so it is taken as blank; please enter a number or clear it`;
    case "notADate":
      return `${where}: ${quote(problem.value)} is not a date, so it does not count; please enter a date`;
    case "duplicate":
      return `${where}: “${problem.value}” is there twice and only the first one counts; please remove the other`;
    case "unreadableCondition":
      return `${where}: the condition ${quote(problem.value)} is not understood, so the default is used; please write it like the other rows`;
    case "unknownName":
      return `${where}: there is no “${problem.value}”, so this has no effect; please use a name that exists`;
    case "gap":
      return `${where}: there is a blank between two entries, so drop-down lists are incomplete; please close the gap`;
    case "noWeekend":
      return `${where}: the make-up day ${words.day(problem.value)} is a working day anyway; please enter a weekend day or clear it`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function finding({ reason, header, value, field }: Finding, words: FindingWords): string {
  switch (reason.rule) {
    case "required":
      return `${capital(because(reason.because, header, words.field))}: please fill it in`;
    case "textDate":
      return reason.repaired === null
        ? `“${header}” holds ${quote(value)}, which is no real date: please enter it again`
        : `“${header}” holds the date ${quote(value)} as ${typeof value === "number" ? "a number" : "text"}; it should be ${words.day(Number(reason.repaired))}, and Fix can do that`;
    case "notDate":
      return `“${header}” holds ${quote(value)}, which is not a date: please enter one such as 2026-08-07`;
    case "dayOrder":
      return `“${header}” holds ${quote(value)}, and nothing in the column says whether day or month comes first: please enter a date such as 2026-08-07`;
    case "decimalSign":
      return `“${header}” holds ${quote(value)}, and nothing in the column says which sign stands before the decimals: please enter the number without separators`;
    case "textNumber":
      return repair(
        `“${header}” holds the number ${quote(value)} as text, so it is not added up`,
        reason.repaired === null ? null : words.value(field, reason.repaired),
        "please enter a number",
      );
    case "notNumber":
      return `“${header}” holds ${quote(value)}, which is not a number: please enter one without a unit`;
    case "notWhole":
      return `“${header}” holds ${quote(value)}, which is not a whole number: please enter one`;
    case "notPercentage":
      return reason.meant === undefined
        ? `“${header}” holds ${quote(value)}, which is not a percentage: please enter one such as 30%`
        : `“${header}” holds ${quote(value)}, which is not a percentage: did you mean ${words.value(field, reason.meant)}?`;
    case "hundredfold":
      return reason.meant === undefined
        ? `“${header}” is ${words.value(field, value)}, too much to be believed: please check it`
        : `“${header}” holds ${String(value)}, which is ${words.value(field, value)}: did you mean ${words.value(field, reason.meant)}? If it can be as much, please set Largest in Settings`;
    case "numberPhone":
      return repair(
        `“${header}” holds the phone number ${quote(value)} as a number, which loses leading zeros`,
        reason.repaired,
        "please enter it as text",
      );
    case "lostDigits":
      return `“${header}” holds ${quote(value)}: Excel shortened the phone number, and its last digits are lost; please ask for it and enter it again`;
    case "notPhone":
      return `“${header}” holds ${quote(value)}, which does not look like a phone number: please check it`;
    case "notMail":
      return `“${header}” holds ${quote(value)}, which does not look like a mail address: please check it`;
    case "notLink":
      return `“${header}” holds ${quote(value)}, which is neither a web address nor the path of a file: please check it`;
    case "untidy":
      return `“${header}” holds ${quote(value)} with spare spaces, invisible or full-width characters: ${reason.repaired === null ? "please tidy it" : "Fix can tidy it"}`;
    case "otherYesNo":
      return repair(
        `“${header}” says ${quote(value)} in another word than the rest`,
        reason.repaired,
        "please enter Yes or No",
      );
    case "notYesNo":
      return `“${header}” holds ${quote(value)}, which is neither yes nor no: please enter Yes or No`;
    case "separators":
      return repair(
        `“${header}” holds ${quote(value)} with other separators, or an entry twice`,
        reason.repaired,
        "please separate with commas",
      );
    case "list": {
      const entries = reason.unknown.map(quote).join(", ");
      const are = reason.unknown.length > 1 ? "are" : "is";
      return reason.suggestion === null
        ? `${entries} in “${header}” ${are} not on the list: choose another, or add it to the list in Settings`
        : `${entries} in “${header}” ${are} not on the list: did you mean ${quote(reason.suggestion)}?`;
    }
    case "range": {
      const { kind, side, value: limit } = reason.limit;
      const bound = kind === "date" ? words.day(limit) : words.value(field, limit);
      const entered = kind === "date" ? words.day(Number(value)) : words.value(field, value);
      return `“${header}” is ${entered}, ${side === "min" ? "below the smallest" : "above the largest"} allowed, ${bound}: please check it`;
    }
    case "pattern":
      return `“${header}” holds ${quote(value)}, which does not fit ${reason.pattern} (* is any text, ? one character): please correct it`;
    case "order":
      return `“${header}” ${words.day(Number(value))} is before “${reason.other}” ${words.day(reason.day)}: please correct one of them`;
    case "future":
      return `“${header}” ${words.day(Number(value))} is still to come (today is ${words.day(reason.today)}): please enter when it happened`;
    case "openClosed":
      return `The stage “${reason.stage}” is ${inline(terms.stageKind.open)}, but “${header}” is filled in: please change the stage or clear “${header}”`;
    case "notPositive":
      return `From the stage “${reason.stage}” on, “${header}” must be more than 0, and it is ${String(value)}: please enter the expected amount`;
    case "otherOutcome": {
      const kinds = reason.outcomes.map((outcome) => inline(terms.stageKind[outcome])).join(" or ");
      return `${quote(value)} in “${header}” is a reason for ${kinds} customers, but the stage is “${reason.stage}”: please choose another; Fix can clear it`;
    }
    case "unique":
      return `${quote(value)} in “${header}” is also in ${rowList(reason.rows)}: please give each row its own`;
    case "duplicate":
      return reason.cause === "name"
        ? `${quote(value)} has the same name as ${rowList(reason.rows)}, perhaps the same customer: please merge them or tell them apart`
        : `${quote(value)} in “${header}” is also in ${rowList(reason.rows)}, perhaps the same customer: please check`;
    case "deals":
      return `${reason.customers} customers stand in several rows each, so this sheet seems to hold a row per deal and they are not listed one by one; if it should hold a row per customer, please merge them`;
    case "formula":
      return reason.all
        ? `“${header}” is a column of formulas, which the pane leaves alone when a touch is logged: to log into it, please turn it into values`
        : reason.cells === 1
          ? `“${header}” holds a formula here, which the pane leaves alone when a touch is logged: please turn it into a value`
          : `“${header}” holds ${reason.cells} formulas, which the pane leaves alone when a touch is logged: please turn them into values`;
    case "errorValue":
      return `“${header}” shows the error ${String(value)}: please check the formula or enter a value`;
    case "columnMissing":
      return `Settings ask for a column “${header}”, and the sheet has none: please add it, or drop the demand in Settings`;
    case "settings":
      return settingsSentence(reason.issue.table, reason.issue.problem, words);
  }
}

const ruleNames: Readonly<Record<RuleId, string>> = {
  required: "Missing",
  textDate: "Dates stored as text",
  notDate: "Not a date",
  dayOrder: "Day or month first",
  textNumber: "Numbers stored as text",
  notNumber: "Not a number",
  decimalSign: "Decimal sign unclear",
  notWhole: "Not a whole number",
  notPercentage: "Not a percentage",
  hundredfold: "Percentages a hundredfold too large",
  numberPhone: "Phone numbers stored as numbers",
  lostDigits: "Phone numbers with lost digits",
  notPhone: "Not a phone number",
  notMail: "Not a mail address",
  notLink: "Neither link nor file",
  untidy: "Spare spaces or full width",
  otherYesNo: "Other words for yes and no",
  notYesNo: "Neither yes nor no",
  separators: "Separators",
  list: "Not on the list",
  range: "Out of range",
  pattern: "Wrong pattern",
  order: "Dates in the wrong order",
  future: "Dates still to come",
  openClosed: "Open, but with a closing date",
  notPositive: "Amounts of 0 or less",
  otherOutcome: "Reason of another outcome",
  unique: "Not unique",
  duplicate: "Perhaps the same customer",
  deals: "Several rows per customer",
  formula: "Formulas where values belong",
  errorValue: "Formula errors",
  columnMissing: "Missing columns",
  settings: "Settings",
};

export const findingsText: FindingsText = { rule: (rule) => ruleNames[rule], finding };
