import type { Validation } from "../../domain/workbook/action";

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

/** Excel gives limits back as formulas: `=46000`. */
function numberOf(formula: unknown): number | null {
  if (typeof formula === "number") return formula;
  const match = typeof formula === "string" ? /^=?\s*(-?\d+(?:\.\d+)?)$/.exec(formula) : null;
  return match ? Number(match[1]) : null;
}

interface Limits {
  readonly operator: string;
  readonly formula1: unknown;
  readonly formula2?: unknown;
}

function limitRule(type: "date" | "decimal" | "wholeNumber", limits: Limits | null | undefined): Validation["rule"] {
  const minimum = limits && numberOf(limits.formula1);
  if (minimum === null || minimum === undefined) return foreignRule;
  if (limits?.operator === "GreaterThanOrEqualTo") return { type, minimum, maximum: null };
  const maximum = limits?.operator === "Between" ? numberOf(limits.formula2) : null;
  return maximum === null ? foreignRule : { type, minimum, maximum };
}

function ruleOf({ type, rule }: ExcelValidation): Validation["rule"] {
  if (type === "List" && typeof rule.list?.source === "string") return { type: "list", source: rule.list.source };
  if (type === "Custom" && typeof rule.custom?.formula === "string")
    return { type: "custom", formula: rule.custom.formula };
  if (type === "Date") return limitRule("date", rule.date);
  if (type === "Decimal") return limitRule("decimal", rule.decimal);
  if (type === "WholeNumber") return limitRule("wholeNumber", rule.wholeNumber);
  return foreignRule;
}

/** The rule in our terms. A rule of a kind that we never write comes out as a custom rule with an empty formula. */
export function fromExcel(validation: ExcelValidation): Validation | null | "mixed" {
  if (isMixed(validation)) return "mixed";
  if (validation.type === "None") return null;
  const { errorAlert: alert, prompt } = validation;
  return {
    rule: ruleOf(validation),
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
    case "wholeNumber":
      return { [rule.type]: excelLimits(rule, (number) => number) };
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
