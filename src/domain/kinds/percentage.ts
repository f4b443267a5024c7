import { smallNumber } from "../values/hanNumber";
import { plainText } from "../values/tidy";
import type { CellValue } from "../values/value";
import { ruleOf, type Kind, type KindField, type Untidy } from "./kind";
import { limitConditions, numberLimits, type NumberProblem } from "./number";

type PercentageProblem =
  | Extract<NumberProblem, "textNumber">
  /** Not a percentage that can be read without a guess: 三成, or a text such as 30. */
  | "notPercentage"
  /** A number such as 30, which Excel shows as 3000%, where 30% was meant. */
  | "hundredfold";

/**
 * Largest share that is believed where the field's limits say nothing of larger ones: attainment and growth reach 200 %, and
 * numbers beyond are percents without their sign.
 */
const mostBelieved = 2;

const bareNumber = /^[+-]?\d+(?:\.\d+)?$/;
const withSign = /^([+-]?\d+(?:\.\d+)?) ?(?:%|percent|per cent)$/i;

/** A share written as a percentage: 30%, 30 percent, 百分之三十. */
function readPercents(plain: string): number | null {
  const [, digits] = withSign.exec(plain) ?? [];
  if (digits !== undefined) return Number(digits) / 100;
  const [, spoken] = /^百分之(.+)$/.exec(plain) ?? [];
  if (spoken === undefined) return null;
  const number = /^一?百$/.test(spoken) ? 100 : bareNumber.test(spoken) ? Number(spoken) : smallNumber(spoken);
  return number === null ? null : number / 100;
}

/** A share said in tenths: 三成, 3.5成, 三成半. People say it of what they do not know exactly. */
function readTenths(plain: string): number | null {
  const [, said = "", half] = /^(.+)成(半)?$/.exec(plain) ?? [];
  const tenths = /^\d(?:\.\d+)?$/.test(said) ? Number(said) : smallNumber(said);
  return tenths === null || tenths > 10 ? null : (tenths * 10 + (half === undefined ? 0 : 5)) / 100;
}

/** A bare number as Excel reads it in a cell with a percent format: 30 and 0.3 are 30 %, 1 is 1 %. */
function readBare(plain: string): number | null {
  if (!bareNumber.test(plain)) return null;
  const number = Number(plain);
  return Math.abs(number) < 1 ? number : number / 100;
}

/** What a text says for certain: with its sign, or below 1, where a number means one thing only. */
function readCertain(value: CellValue): number | null {
  if (typeof value !== "string") return null;
  const plain = plainText(value);
  const bare = readBare(plain);
  return readPercents(plain) ?? (bare === Number(plain) ? bare : null);
}

/** Largest share that the field takes, whichever its sign. */
function believed({ min, max }: KindField): number {
  return Math.max(mostBelieved, Math.abs(min ?? 0), Math.abs(max ?? 0));
}

/** A share, stored as a number and shown as a percentage: 0.3 is 30 %. */
export const percentage: Kind<PercentageProblem | Untidy> = {
  words: {
    "zh-CN": {
      name: "百分比",
      hint: "填写百分比，例如 30%。",
      alert: (header) => `“${header}”要填百分比，例如 30%。`,
    },
    en: {
      name: "Percentage",
      hint: "Enter a percentage, for example 30%.",
      alert: (header) => `“${header}” takes a percentage, for example 30%.`,
    },
  },
  rule: (_, field) => {
    const most = believed(field);
    return {
      ...ruleOf<PercentageProblem>((value) => {
        if (typeof value === "number") return Math.abs(value) <= most ? null : "hundredfold";
        return readCertain(value) === null ? "notPercentage" : "textNumber";
      }, readCertain),
      meant: (value) => {
        const plain = plainText(String(value));
        const guess = typeof value === "boolean" ? null : (readBare(plain) ?? readTenths(plain));
        return guess !== null && Math.abs(guess) <= most ? guess : null;
      },
    };
  },
  column: null,
  readTyped: (typed) => {
    const plain = plainText(typed);
    const read = readPercents(plain) ?? readBare(plain);
    if (read !== null) return { kind: "value", value: read };
    const tenths = readTenths(plain);
    return tenths === null ? { kind: "unreadable" } : { kind: "asked", candidates: [tenths] };
  },
  // Rounding takes the binary noise off 0.07 * 100.
  shown: (value) => `${Math.round(value * 1e10) / 1e8}%`,
  format: "0.0%",
  limits: {
    ...numberLimits,
    // A number is the share itself: what the pane writes for 1100 % must not come back as 11 %.
    ofCell: (value) => (typeof value === "number" ? value : readCertain(value)),
    ofText: (text) => readPercents(plainText(text)) ?? readBare(plainText(text)),
    example: "30%",
  },
  cellTest: (cell, _, field) => {
    const most = believed(field);
    const min = field.min ?? -most;
    const max = field.max ?? most;
    return {
      rule: { type: "decimal", minimum: min, maximum: max },
      conditions: [`ISNUMBER(${cell})`, ...limitConditions(cell, { min, max })],
      isLong: false,
    };
  },
  list: null,
  tableSchema: { marks: { type: "number", display: "percent" } },
  form: { control: "line", inputMode: "decimal", echoes: true },
};
