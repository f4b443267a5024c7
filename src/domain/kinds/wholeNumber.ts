import { ruleOf, type Kind, type Untidy } from "./kind";
import {
  limitConditions,
  numberColumn,
  numberLimits,
  readCertainNumber,
  readTypedNumber,
  type NumberProblem,
} from "./number";

/** A number, but not a whole one. */
type NotWhole = "notWhole";

/** A count. */
export const wholeNumber: Kind<NumberProblem | NotWhole | Untidy> = {
  words: {
    "zh-CN": {
      name: "整数",
      hint: "填写整数，不带单位。",
      alert: (header) => `“${header}”要填整数，不带单位。`,
    },
    en: {
      name: "Whole number",
      hint: "Enter a whole number without a unit.",
      alert: (header) => `“${header}” takes a whole number without a unit.`,
    },
  },
  rule: ({ language }) =>
    ruleOf<NumberProblem | NotWhole>(
      (value) => {
        if (typeof value === "number") return Number.isInteger(value) ? null : "notWhole";
        const number = readCertainNumber(value, language);
        if (number === null) return "notNumber";
        return Number.isInteger(number) ? "textNumber" : "notWhole";
      },
      (value) => readCertainNumber(value, language),
    ),
  column: numberColumn,
  readTyped: readTypedNumber,
  shown: String,
  format: "General",
  limits: numberLimits,
  cellTest: (cell, _, field) => ({
    // Not Excel's own kind for whole numbers: an add-in can set its limits from 0 to 65,535 only.
    rule: null,
    conditions: [`ISNUMBER(${cell})`, `${cell}=INT(${cell})`, ...limitConditions(cell, field)],
    isLong: false,
  }),
  list: null,
  tableSchema: { marks: { type: "integer" } },
  form: { control: "line", echoes: false },
};
