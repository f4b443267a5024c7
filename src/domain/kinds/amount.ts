import { ruleOf, type Kind, type Untidy } from "./kind";
import {
  excelLimits,
  limitConditions,
  numberColumn,
  numberLimits,
  readCertainNumber,
  readTypedNumber,
  type NumberProblem,
} from "./number";

/** A number, money above all; its unit is the column's. */
export const amount: Kind<NumberProblem | Untidy> = {
  words: {
    "zh-CN": {
      name: "金额",
      hint: "填写数字，不带单位。",
      alert: (header) => `“${header}”要填数字，不带单位。`,
    },
    en: {
      name: "Amount",
      hint: "Enter a number without a unit.",
      alert: (header) => `“${header}” takes a number without a unit.`,
    },
  },
  rule: ({ language }) =>
    ruleOf<NumberProblem>(
      (value) => {
        if (typeof value === "number") return null;
        return readCertainNumber(value, language) !== null ? "textNumber" : "notNumber";
      },
      (value) => readCertainNumber(value, language),
    ),
  column: numberColumn,
  readTyped: readTypedNumber,
  shown: String,
  format: "General",
  limits: numberLimits,
  cellTest: (cell, _, field) => ({
    rule: { type: "decimal", ...excelLimits(field) },
    conditions: [`ISNUMBER(${cell})`, ...limitConditions(cell, field)],
    isLong: false,
  }),
  list: null,
  tableSchema: { marks: { type: "number" } },
  form: { control: "line", inputMode: "decimal", echoes: false },
};
