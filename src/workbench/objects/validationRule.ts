import { intersect } from "../../domain/workbook/area";
import type { Book } from "../book/book";
import { worksheetOf } from "../book/grid";
import { validationsOf } from "../book/validations";
import type { PlacedValidation } from "../book/validations";
import { fullAddress } from "../data/address";
import { subtract } from "../data/areas";
import type { HostBehaviour } from "../data/hostBehaviour";
import type { ValidationData, ValidationOperator, ValidationType } from "../data/bookData";
import { isRecord } from "../protocol/batch";
import { invalidArgument } from "../protocol/hostError";
import { targetOf } from "./registry";
import type { RangeTarget } from "./registry";

export const ruleNames: readonly (readonly [string, ValidationType, string])[] = [
  ["list", "list", "List"],
  ["wholeNumber", "whole", "WholeNumber"],
  ["decimal", "decimal", "Decimal"],
  ["date", "date", "Date"],
  ["time", "time", "Time"],
  ["textLength", "textLength", "TextLength"],
  ["custom", "custom", "Custom"],
];

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

export function covering({ book, sheet, area }: RangeTarget): Covering {
  const touching = validationsOf(book, sheet).filter(({ data }) => data.areas.some((part) => intersect(part, area)));
  const bare = touching
    .flatMap(({ data }) => data.areas)
    .reduce((left, part) => left.flatMap((rest) => subtract(rest, part)), [area]);
  const rules = [...new Map(touching.map((rule) => [contentOf(rule.data), rule])).values()];
  return { rules, everywhere: bare.length === 0 };
}

/** The one rule of all cells of the range, or null. */
export function commonRule(target: RangeTarget): ValidationData | null {
  const { rules, everywhere } = covering(target);
  return everywhere && rules.length === 1 ? (rules[0]?.data ?? null) : null;
}

const unixDay = 25_569;
/** Days between the two date systems. */
const dateShift = 1462;
/** Largest limit of a whole number that an add-in can set. */
const largestWhole = 65_535;

/** A plain number in the form in which the played Excel tells limits. */
function numberAsTold(number: number, form: HostBehaviour["readLimits"]): string | number {
  if (form === "number") return number;
  // Excel shows a number of more than eleven digits with its power of ten.
  if (form === "scientific" && Math.abs(number) >= 1e11)
    return number
      .toExponential()
      .toUpperCase()
      .replace(/E([-+])(\d)$/, "E$10$2");
  return form === "formula" ? `=${String(number)}` : String(number);
}

function dateAsTold(serial: number, { behaviour, date1904 }: Book): string | number {
  const form = behaviour.readDates;
  if (form === "number") return serial;
  if (form === "formula") return `=${String(serial)}`;
  const moment = new Date(Math.round((serial - unixDay + (date1904 ? dateShift : 0)) * 86_400) * 1000);
  const day = `${String(moment.getUTCMonth() + 1)}/${String(moment.getUTCDate())}/${String(moment.getUTCFullYear())}`;
  return form === "usText" ? day : `${day} ${moment.toISOString().slice(11, 19)}`;
}

/** A limit as the played Excel tells it; a formula comes back as one. */
function asTold(book: Book, type: ValidationType, operand: string | null): string | number | undefined {
  if (operand === null) return undefined;
  const plain = Number(operand.replace(/^=/, ""));
  if (Number.isNaN(plain)) return operand;
  return type === "date" ? dateAsTold(plain, book) : numberAsTold(plain, book.behaviour.readLimits);
}

/** The rule with the members of all other kinds as null beside it, as Excel tells it. */
function withAllMembers({ behaviour }: Book, rule: Readonly<Record<string, unknown>>): unknown {
  if (behaviour.ruleMembers === "used") return rule;
  const none = Object.fromEntries(ruleNames.map(([name]) => [name, null]));
  return { "@odata.type": "#ExcelApi.DataValidationRule", ...none, ...rule };
}

export function readRule(target: RangeTarget): unknown {
  const { book } = target;
  const data = commonRule(target);
  const name = data && ruleNames.find(([, type]) => type === data.type)?.[0];
  if (!data || !name) return withAllMembers(book, {});
  if (name === "list")
    return withAllMembers(book, { list: { inCellDropDown: data.inCellDropDown, source: data.formula1 ?? "" } });
  if (name === "custom") return withAllMembers(book, { custom: { formula: data.formula1 ?? "" } });
  return withAllMembers(book, {
    [name]: {
      formula1: asTold(book, data.type, data.formula1),
      ...(data.formula2 === null ? {} : { formula2: asTold(book, data.type, data.formula2) }),
      operator: operatorNames.find(([, operator]) => operator === data.operator)?.[0],
    },
  });
}

function isRefusedWhole({ behaviour }: Book, value: unknown): boolean {
  if (behaviour.wholeNumberLimits === "any" || (typeof value === "string" && value.startsWith("="))) return false;
  const number = Number(value);
  return number < 0 || number > largestWhole;
}

function operand(target: RangeTarget, type: ValidationType, value: unknown): string {
  const range = targetOf("Range", value);
  if (range) return `=${fullAddress(worksheetOf(range.book, range.sheet).getSheetName(), range.area)}`;
  if (type === "whole" && isRefusedWhole(target.book, value)) throw invalidArgument();
  if (typeof value === "number" && type !== "date" && type !== "time") return String(value);
  if (typeof value !== "string" || value === "") throw invalidArgument();
  if (value.startsWith("=")) return value;
  if (type === "date") {
    const moment = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(moment)) throw invalidArgument();
    return String(moment / 86_400_000 + unixDay - (target.book.date1904 ? dateShift : 0));
  }
  if (Number.isNaN(Number(value))) throw invalidArgument();
  return value;
}

export function parseRule(
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
