import { isRecord } from "../protocol/batch";
import { HostError, invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import type { ValidationData, ValidationOperator, ValidationType } from "../data/bookData";
import { fullAddress } from "../data/address";
import { overlap, subtract } from "../data/areas";
import { checkWritable, worksheetOf } from "../book/book";
import { targetOf } from "./registry";
import type { RangeTarget } from "./registry";
import { clearValidation, setValidation, validationsOf } from "../book/validations";
import type { PlacedValidation } from "../book/validations";

const ruleNames: readonly (readonly [string, ValidationType, string])[] = [
  ["list", "list", "List"],
  ["wholeNumber", "whole", "WholeNumber"],
  ["decimal", "decimal", "Decimal"],
  ["date", "date", "Date"],
  ["time", "time", "Time"],
  ["textLength", "textLength", "TextLength"],
  ["custom", "custom", "Custom"],
];

const alertStyles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Operators by the API's names, which add a `To` where files have none. */
const operatorNames: readonly (readonly [string, ValidationOperator])[] = [
  ["Between", "between"],
  ["NotBetween", "notBetween"],
  ["EqualTo", "equal"],
  ["NotEqualTo", "notEqual"],
  ["GreaterThan", "greaterThan"],
  ["LessThan", "lessThan"],
  ["GreaterThanOrEqualTo", "greaterThanOrEqual"],
  ["LessThanOrEqualTo", "lessThanOrEqual"],
];

interface Covering {
  /** The rules, one of each content, that stand on cells of the range. */
  readonly rules: readonly PlacedValidation[];
  /** True when every cell of the range has a rule. */
  readonly everywhere: boolean;
}

const contentOf = (data: ValidationData): string => JSON.stringify({ ...data, areas: null, original: null });

function covering({ book, sheet, area }: RangeTarget): Covering {
  const touching = validationsOf(book, sheet).filter(({ data }) => data.areas.some((part) => overlap(part, area)));
  const bare = touching
    .flatMap(({ data }) => data.areas)
    .reduce((left, part) => left.flatMap((rest) => subtract(rest, part)), [area]);
  const rules = [...new Map(touching.map((rule) => [contentOf(rule.data), rule])).values()];
  return { rules, everywhere: bare.length === 0 };
}

/** The one rule of all cells of the range, or null. */
function only(target: RangeTarget): ValidationData | null {
  const { rules, everywhere } = covering(target);
  return everywhere && rules.length === 1 ? (rules[0]?.data ?? null) : null;
}

/** Operands come back as formulas, whatever they were given as. */
const asFormula = (operand: string | null): string | undefined =>
  operand === null ? undefined : operand.startsWith("=") ? operand : `=${operand}`;

function readRule(target: RangeTarget): unknown {
  const data = only(target);
  if (!data) return {};
  const name = ruleNames.find(([, type]) => type === data.type)?.[0];
  if (!name) return {};
  if (name === "list") return { list: { inCellDropDown: data.inCellDropDown, source: data.formula1 ?? "" } };
  if (name === "custom") return { custom: { formula: data.formula1 ?? "" } };
  return {
    [name]: {
      formula1: asFormula(data.formula1),
      ...(data.formula2 === null ? {} : { formula2: asFormula(data.formula2) }),
      operator: operatorNames.find(([, operator]) => operator === data.operator)?.[0],
    },
  };
}

const unixDay = 25_569;

function operand(target: RangeTarget, type: ValidationType, value: unknown): string {
  const range = targetOf("Range", value);
  if (range) return `=${fullAddress(worksheetOf(range.book, range.sheet).getSheetName(), range.area)}`;
  if (typeof value === "number" && type !== "date" && type !== "time") return String(value);
  if (typeof value !== "string" || value === "") throw invalidArgument();
  if (value.startsWith("=")) return value;
  if (type === "date") {
    const moment = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(moment)) throw invalidArgument();
    return String(moment / 86_400_000 + unixDay - (target.book.date1904 ? 1462 : 0));
  }
  if (Number.isNaN(Number(value))) throw invalidArgument();
  return value;
}

function parseRule(
  target: RangeTarget,
  value: unknown,
): Pick<ValidationData, "type" | "operator" | "formula1" | "formula2" | "inCellDropDown"> {
  if (!isRecord(value)) throw invalidArgument();
  const given = ruleNames.filter(([name]) => isRecord(value[name]));
  const [rule] = given;
  if (!rule || given.length !== 1) throw invalidArgument();
  const [name, type] = rule;
  const part = value[name];
  if (!isRecord(part)) throw invalidArgument();
  const base = { type, operator: "between", formula2: null, inCellDropDown: true } as const;
  if (type === "list") {
    const source = operandOfList(part.source);
    return { ...base, formula1: source, inCellDropDown: part.inCellDropDown !== false };
  }
  if (type === "custom") {
    if (typeof part.formula !== "string" || !part.formula.startsWith("=")) throw invalidArgument();
    return { ...base, formula1: part.formula };
  }
  const operator = operatorNames.find(([api]) => api === part.operator)?.[1];
  if (!operator) throw invalidArgument();
  const two = operator === "between" || operator === "notBetween";
  return {
    ...base,
    operator,
    formula1: operand(target, type, part.formula1),
    formula2: two ? operand(target, type, part.formula2) : null,
  };
}

function operandOfList(source: unknown): string {
  const range = targetOf("Range", source);
  if (range) return `=${fullAddress(worksheetOf(range.book, range.sheet).getSheetName(), range.area)}`;
  if (typeof source !== "string" || source === "") throw invalidArgument();
  // An inline list may have 255 characters in all; a longer one makes a file that Excel has to repair.
  if (!source.startsWith("=") && source.length > 255) throw invalidArgument();
  return source;
}

const emptyRule: ValidationData = {
  areas: [],
  type: "any",
  operator: "between",
  formula1: null,
  formula2: null,
  ignoreBlanks: true,
  inCellDropDown: true,
  error: { show: true, style: "stop", title: "", message: "" },
  prompt: { show: true, title: "", message: "" },
  original: null,
};

/** Changes part of the range's rule; cells without one get a rule that allows anything, which then carries the part. */
function change(target: RangeTarget, part: Partial<ValidationData>): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  const data = { ...(only(target) ?? emptyRule), ...part, areas: [area], original: null };
  book.engine.as("addin", () => setValidation(book, sheet, data));
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const dataValidationClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "DataValidation",
  scalars: {
    Rule: {
      since: "1.8",
      read: readRule,
      write: (target, value) => change(target, parseRule(target, value)),
    },
    Type: {
      since: "1.8",
      read: (target) => {
        const { rules, everywhere } = covering(target);
        if (rules.length === 0) return "None";
        if (!everywhere) return "Inconsistent";
        if (rules.length > 1) return "MixedCriteria";
        return ruleNames.find(([, type]) => type === rules[0]?.data.type)?.[2] ?? "None";
      },
    },
    IgnoreBlanks: {
      since: "1.8",
      read: (target) => only(target)?.ignoreBlanks ?? true,
      write: (target, value) => change(target, { ignoreBlanks: value !== false }),
    },
    ErrorAlert: {
      since: "1.8",
      read: (target) => {
        const error = only(target)?.error ?? emptyRule.error;
        return { message: error.message, showAlert: error.show, style: upperFirst(error.style), title: error.title };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const style = Object.entries(alertStyles).find(([name]) => name === value.style)?.[1];
        if (!style) throw invalidArgument();
        const [title, message] = [text(value.title), text(value.message)];
        // Excel's own limits for the alert's two texts.
        if (title.length > 32 || message.length > 255) throw invalidArgument();
        change(target, { error: { show: value.showAlert !== false, style, title, message } });
      },
    },
    Prompt: {
      since: "1.8",
      read: (target) => {
        const prompt = only(target)?.prompt ?? emptyRule.prompt;
        return { message: prompt.message, showPrompt: prompt.show, title: prompt.title };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const [title, message] = [text(value.title), text(value.message)];
        if (title.length > 32 || message.length > 255) throw invalidArgument();
        change(target, { prompt: { show: value.showPrompt !== false, title, message } });
      },
    },
    Valid: {
      since: "1.8",
      onlyWhenNamed: true,
      read: () => {
        throw new HostError("NotImplemented", "The workbench does not evaluate DataValidation.valid.", 501);
      },
    },
  },
  methods: {
    Clear: {
      since: "1.8",
      call: ({ book, sheet, area }) => {
        checkWritable(book, sheet);
        book.engine.as("addin", () => clearValidation(book, sheet, area));
      },
    },
  },
});
