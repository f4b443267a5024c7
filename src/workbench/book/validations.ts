import { intersect } from "../../domain/workbook/area";
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/preset-sheets-data-validation";
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
} from "@univerjs/presets";
import type { IDataValidationRule } from "@univerjs/presets";
import { joined, subtract } from "../data/areas";
import type { BookArea, ValidationData, ValidationOperator, ValidationType } from "../data/bookData";
import type { Book } from "./book";
import { fromRange, sheetParams, toRange, worksheetOf } from "./grid";

/** A validation of the grid: its rule as data, and its id there. */
export interface PlacedValidation {
  readonly id: string;
  readonly data: ValidationData;
}

const types: readonly (readonly [ValidationType, DataValidationType])[] = [
  ["list", DataValidationType.LIST],
  ["whole", DataValidationType.WHOLE],
  ["decimal", DataValidationType.DECIMAL],
  ["date", DataValidationType.DATE],
  ["time", DataValidationType.TIME],
  ["textLength", DataValidationType.TEXT_LENGTH],
  ["custom", DataValidationType.CUSTOM],
  ["any", DataValidationType.ANY],
];

const comparing: ReadonlySet<ValidationType> = new Set(["whole", "decimal", "date", "time", "textLength"]);

const operators: readonly (readonly [ValidationOperator, DataValidationOperator])[] = [
  ["between", DataValidationOperator.BETWEEN],
  ["notBetween", DataValidationOperator.NOT_BETWEEN],
  ["equal", DataValidationOperator.EQUAL],
  ["notEqual", DataValidationOperator.NOT_EQUAL],
  ["greaterThan", DataValidationOperator.GREATER_THAN],
  ["lessThan", DataValidationOperator.LESS_THAN],
  ["greaterThanOrEqual", DataValidationOperator.GREATER_THAN_OR_EQUAL],
  ["lessThanOrEqual", DataValidationOperator.LESS_THAN_OR_EQUAL],
];

const errorStyles: readonly (readonly [ValidationData["error"]["style"], DataValidationErrorStyle])[] = [
  ["stop", DataValidationErrorStyle.STOP],
  ["warning", DataValidationErrorStyle.WARNING],
  ["information", DataValidationErrorStyle.INFO],
];

/** The grid wants dates as formulas or date texts, not as bare serials, and inline lists as JSON text. */
function toOperand(type: ValidationType, formula: string | null): string | undefined {
  if (formula === null) return undefined;
  if (formula.startsWith("=")) return formula;
  if (type === "date" || type === "time") return `=${formula}`;
  if (type === "list") return JSON.stringify(formula.split(",").map((item) => item.trim()));
  return formula;
}

function fromOperand(type: ValidationType, operand: string | undefined): string | null {
  if (operand === undefined || operand === "") return null;
  if (type === "list" && operand.startsWith("[")) {
    const items: unknown = JSON.parse(operand);
    return Array.isArray(items) ? items.join(",") : operand;
  }
  return /^=-?\d+(\.\d+)?$/.test(operand) ? operand.slice(1) : operand;
}

function toRule(id: string, data: ValidationData): IDataValidationRule {
  return {
    uid: id,
    ranges: data.areas.map(toRange),
    type: types.find(([name]) => name === data.type)?.[1] ?? DataValidationType.ANY,
    // The grid compares whenever there is an operator, and then finds every list entry wrong.
    operator: comparing.has(data.type) ? operators.find(([name]) => name === data.operator)?.[1] : undefined,
    formula1: toOperand(data.type, data.formula1),
    formula2: toOperand(data.type, data.formula2),
    allowBlank: data.ignoreBlanks,
    showDropDown: data.inCellDropDown,
    // The grid's default look of a list turns cells into coloured pills; Excel shows an arrow.
    renderMode: DataValidationRenderMode.ARROW,
    showErrorMessage: data.error.show,
    errorStyle: errorStyles.find(([name]) => name === data.error.style)?.[1],
    errorTitle: data.error.title,
    error: data.error.message,
    showInputMessage: data.prompt.show,
    promptTitle: data.prompt.title,
    prompt: data.prompt.message,
  };
}

function fromRule(book: Book, rule: IDataValidationRule, areas: readonly BookArea[]): PlacedValidation {
  const type =
    types.find(([, name]) => name === rule.type)?.[0] ??
    (rule.type === DataValidationType.LIST_MULTIPLE ? "list" : "any");
  return {
    id: rule.uid,
    data: {
      areas,
      type,
      operator: operators.find(([, name]) => name === rule.operator)?.[0] ?? "between",
      formula1: fromOperand(type, rule.formula1),
      formula2: fromOperand(type, rule.formula2),
      ignoreBlanks: rule.allowBlank ?? true,
      inCellDropDown: rule.showDropDown ?? true,
      error: {
        show: rule.showErrorMessage ?? true,
        style: errorStyles.find(([, name]) => name === rule.errorStyle)?.[0] ?? "stop",
        title: rule.errorTitle ?? "",
        message: rule.error ?? "",
      },
      prompt: { show: rule.showInputMessage ?? true, title: rule.promptTitle ?? "", message: rule.prompt ?? "" },
      original: book.originals.get(rule.uid) ?? null,
    },
  };
}

export function validationsOf(book: Book, sheet: string): readonly PlacedValidation[] {
  return worksheetOf(book, sheet)
    .getDataValidations()
    .map((validation) =>
      fromRule(
        book,
        validation.rule,
        // Not getRanges(): it refuses a rule over whole columns or the whole sheet, which reaches beyond the grid.
        validation.rule.ranges.map(fromRange),
      ),
    );
}

const where = (book: Book, sheet: string) => ({ ...sheetParams(book, sheet), source: "command" }) as const;

/** Gives a rule new areas; with none left it goes. */
export function moveValidation(book: Book, sheet: string, id: string, areas: readonly BookArea[]): void {
  if (areas.length === 0) {
    book.originals.delete(id);
    book.engine.run(RemoveDataValidationMutation.id, { ...where(book, sheet), ruleId: id });
    return;
  }
  const payload = { type: UpdateRuleType.RANGE, payload: areas.map(toRange) };
  book.engine.run(UpdateDataValidationMutation.id, { ...where(book, sheet), ruleId: id, payload });
}

/** Takes an area out of every rule of the sheet. */
export function clearValidation(book: Book, sheet: string, area: BookArea): void {
  for (const { id, data } of validationsOf(book, sheet)) {
    if (!data.areas.some((part) => intersect(part, area))) continue;
    moveValidation(book, sheet, id, joined(data.areas.flatMap((part) => subtract(part, area))));
  }
}

/** Puts a rule on cells in place of whatever rule they had. */
export function setValidation(book: Book, sheet: string, data: ValidationData): void {
  for (const area of data.areas) clearValidation(book, sheet, area);
  addValidation(book, sheet, data);
}

function addValidation(book: Book, sheet: string, data: ValidationData): void {
  const id = crypto.randomUUID();
  if (data.original !== null && data.original !== undefined) book.originals.set(id, data.original);
  book.engine.run(AddDataValidationMutation.id, { ...where(book, sheet), rule: toRule(id, data) });
}

export function loadValidations(book: Book, sheet: string, validations: readonly ValidationData[]): void {
  for (const data of validations) addValidation(book, sheet, data);
}
