import { dateOf, serialOf, type DateSystem } from "../../domain/values/date";
import type { Validation } from "../../domain/workbook/action";
import { cellAddress, type Area } from "../../domain/workbook/area";

/** A validation as Excel gives it, kept whole so that it can be put back. */
export interface ExcelValidation {
  readonly type: string;
  readonly rule: Excel.DataValidationRule;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly prompt: Excel.DataValidationPrompt;
  readonly ignoreBlanks: boolean;
}

/** Members to load for `takeValidation`. */
export const validationMembers = "type,rule,errorAlert,prompt,ignoreBlanks";

/** Takes over a validation whose `validationMembers` were loaded. */
export function takeValidation(validation: Excel.DataValidation): ExcelValidation {
  const { type, rule, errorAlert, prompt, ignoreBlanks } = validation;
  return { type, rule, errorAlert, prompt, ignoreBlanks };
}

/** True where the cells do not all have the same rule: Excel then tells none of them. */
export function isMixed(validation: ExcelValidation): boolean {
  return validation.type === "Inconsistent" || validation.type === "MixedCriteria";
}

/** A rule of a kind that we never write. It only has to be told from ours, so its formula is left out. */
const foreignRule: Validation["rule"] = { type: "custom", formula: "" };

/** A number as Excel tells a limit: 1000, `1000`, `=1000`, `1E+15`. */
function numberOf(limit: unknown): number | null {
  if (typeof limit === "number") return limit;
  const text = typeof limit === "string" ? limit.trim().replace(/^=\s*/, "") : "";
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** Share of a day of a time of day: `23:59:59`, `11:59 PM`. */
function timeOf(hours: number, minutes: number, seconds: number, half: string | undefined): number {
  const hour = half === undefined ? hours : (hours % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
  return (hour * 3600 + minutes * 60 + seconds) / 86_400;
}

/** A day as Excel tells a limit where it does not give its number: `12/31/2026` whatever the person's own notation, or `2026-12-31`; with or without a time. */
function dayOf(limit: unknown, system: DateSystem): number | null {
  if (typeof limit !== "string") return null;
  const time = "(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:\\.\\d+)?))?\\s*([AP]M)?Z?)?";
  const us = new RegExp(`^=?"?(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}"?$`, "i").exec(limit.trim());
  const iso = new RegExp(`^=?"?(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}"?$`, "i").exec(limit.trim());
  const match = us ?? iso;
  if (!match) return null;
  const [first = 0, second = 0, third = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = us ? { year: third, month: first, day: second } : { year: first, month: second, day: third };
  const serial = serialOf(date, system);
  return serial === null ? null : serial + timeOf(hours, minutes, seconds, match[7]);
}

interface Limits {
  readonly operator: string;
  readonly formula1: unknown;
  readonly formula2?: unknown;
}

function limitRule(
  type: "date" | "decimal",
  limits: Limits | null | undefined,
  system: DateSystem,
): Validation["rule"] {
  const read = (limit: unknown) => numberOf(limit) ?? (type === "date" ? dayOf(limit, system) : null);
  const minimum = limits ? read(limits.formula1) : null;
  if (minimum === null) return foreignRule;
  if (limits?.operator === "GreaterThanOrEqualTo") return { type, minimum, maximum: null };
  const maximum = limits?.operator === "Between" ? read(limits.formula2) : null;
  return maximum === null ? foreignRule : { type, minimum, maximum };
}

/** The rule in our terms. Excel may name all kinds in it, those that are not in use as null. */
function ruleOf({ type, rule }: ExcelValidation, system: DateSystem): Validation["rule"] {
  if (type === "List" && typeof rule.list?.source === "string") return { type: "list", source: rule.list.source };
  if (type === "Custom" && typeof rule.custom?.formula === "string")
    return { type: "custom", formula: rule.custom.formula };
  if (type === "Date") return limitRule("date", rule.date, system);
  if (type === "Decimal") return limitRule("decimal", rule.decimal, system);
  return foreignRule;
}

/**
 * The validation in our terms. A rule of a kind that we never write comes out as a custom rule with an empty formula.
 * @param system in which the workbook counts days
 */
export function fromExcel(validation: ExcelValidation, system: DateSystem): Validation | null | "mixed" {
  if (isMixed(validation)) return "mixed";
  if (validation.type === "None") return null;
  const { errorAlert: alert, prompt } = validation;
  return {
    rule: ruleOf(validation, system),
    alert: alert.showAlert ? { style: alert.style === "Stop" ? "stop" : "warning", message: alert.message } : null,
    title: alert.title || prompt.title || "",
    hint: prompt.showPrompt && prompt.message ? prompt.message : null,
  };
}

function excelRule(rule: Validation["rule"]): Excel.DataValidationRule {
  switch (rule.type) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.source } };
    case "custom":
      return { custom: { formula: rule.formula } };
    case "date":
      // Serials as formulas: Excel would read a bare number's text by the person's own date format.
      return { date: excelLimits(rule, (serial) => `=${String(serial)}`) };
    case "decimal":
      return { decimal: excelLimits(rule, (number) => number) };
  }
}

function excelLimits<T extends string | number>(
  { minimum, maximum }: Extract<Validation["rule"], { readonly minimum: number }>,
  operand: (limit: number) => T,
) {
  return maximum === null
    ? ({ operator: "GreaterThanOrEqualTo", formula1: operand(minimum) } as const)
    : ({ operator: "Between", formula1: operand(minimum), formula2: operand(maximum) } as const);
}

/** The validation in Excel's terms. The title stands on the alert and the hint alike, shown or not, for it marks our rules. */
export function toExcel({ rule, alert, title, hint }: Validation): Omit<ExcelValidation, "type"> {
  return {
    rule: excelRule(rule),
    errorAlert: {
      showAlert: alert !== null,
      style: alert?.style === "stop" ? "Stop" : "Warning",
      title,
      message: alert?.message ?? "",
    },
    prompt: { showPrompt: hint !== null, title, message: hint ?? "" },
    ignoreBlanks: true,
  };
}

/** Largest limit of a rule for whole numbers that an add-in can set; the smallest is 0 (office-js issue 3088). */
const largestWhole = 65_535;

/** A rule for whole numbers as earlier versions of the add-in set it, with limits that Excel takes from a person only, as a formula. */
function wholeAsFormula(limits: Limits, { row, column }: Area): Excel.DataValidationRule | null {
  const cell = cellAddress(row, column);
  const minimum = numberOf(limits.formula1);
  const maximum = limits.operator === "Between" ? numberOf(limits.formula2) : null;
  const given = [minimum, maximum].filter((limit) => limit !== null);
  const isTaken = given.every((limit) => limit >= 0 && limit <= largestWhole);
  if (minimum === null || isTaken || !(limits.operator === "Between" || limits.operator === "GreaterThanOrEqualTo"))
    return null;
  const most = maximum === null ? "" : `,${cell}<=${String(maximum)}`;
  return { custom: { formula: `=AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${cell}>=${String(minimum)}${most})` } };
}

/** A day's limit in a form that reads the same on every computer; Excel tells some only in the notation of the United States. */
function steadyDay(limit: string | Date | Excel.Range): string | Date | Excel.Range {
  const serial = typeof limit === "string" && numberOf(limit) === null ? dayOf(limit, 1900) : null;
  if (serial === null) return limit;
  const { year, month, day } = dateOf(serial, 1900);
  const time = serial - Math.floor(serial);
  return `=DATE(${String(year)},${String(month)},${String(day)})${time === 0 ? "" : `+${time.toFixed(5)}`}`;
}

/**
 * A rule that was read, in a form that can be set again: of all the members that Excel names, the one in use.
 * @param area the cells that get it
 */
export function ruleAgain({ rule, type }: ExcelValidation, area: Area): Excel.DataValidationRule {
  const { list, custom, date, decimal, time, textLength, wholeNumber } = rule;
  if (type === "List" && list) return { list };
  if (type === "Custom" && custom) return { custom };
  if (type === "Decimal" && decimal) return { decimal };
  if (type === "Time" && time) return { time };
  if (type === "TextLength" && textLength) return { textLength };
  if (type === "WholeNumber" && wholeNumber) return wholeAsFormula(wholeNumber, area) ?? { wholeNumber };
  if (type !== "Date" || !date) return rule;
  const { formula1, formula2, operator } = date;
  return {
    date: {
      operator,
      formula1: steadyDay(formula1),
      ...(formula2 === undefined ? {} : { formula2: steadyDay(formula2) }),
    },
  };
}
