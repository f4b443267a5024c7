import { arePhones, isShortened, phoneOfNumber, plainPhone, usualPhone } from "../values/phone";
import { ruleOf, type Kind, type Untidy } from "./kind";
import { text } from "./text";
import { writtenRule } from "./writtenRule";

type PhoneProblem =
  /** A telephone number stored as a number: leading zeros are lost, and long ones show as 1.38E+10. */
  | "numberPhone"
  /** Shortened to a power of ten, 1.38E+10: nobody knows the number any more. */
  | "lostDigits"
  | "notPhone";

/** Smallest number that can be a telephone number typed without a sign; a date's serial has fewer digits. */
const smallestPhone = 1_000_000;

/** The number of digits in a cell's text. Excel takes no array constants in a validation. */
function digitCount(cell: string): string {
  const without = Array.from({ length: 10 }).reduce<string>(
    (words, _, digit) => `SUBSTITUTE(${words},${digit},"")`,
    cell,
  );
  return `LEN(${cell})-LEN(${without})`;
}

/** One telephone number or several, as text. */
export const phone: Kind<PhoneProblem | Untidy> = {
  ...text,
  words: {
    "zh-CN": {
      name: "电话",
      hint: "填写电话号码，用半角数字；多个之间用“、”隔开。",
      alert: (header) => `“${header}”要填电话号码，用半角数字，至少 5 位。`,
    },
    en: {
      name: "Phone",
      hint: "Enter a telephone number; several with a comma between.",
      alert: (header) => `“${header}” takes a telephone number of at least 5 digits.`,
    },
  },
  rule: ({ language }) => {
    const written = writtenRule({
      usual: usualPhone[language],
      isRight: (words) => arePhones(words, language),
      plain: (words) => plainPhone(words, language),
      wrong: "notPhone",
    });
    return ruleOf<PhoneProblem | Untidy>(
      (value) => {
        if (isShortened(value)) return "lostDigits";
        if (typeof value !== "number") return written.problem(value);
        return phoneOfNumber(value, language) === null ? "notPhone" : "numberPhone";
      },
      (value) =>
        isShortened(value) ? null : typeof value === "number" ? phoneOfNumber(value, language) : written.repair(value),
    );
  },
  format: "@",
  cellTest: (cell) => ({
    rule: null,
    conditions: [`IF(ISNUMBER(${cell}),${cell}>=${smallestPhone},${digitCount(cell)}>4)`],
    isLong: true,
  }),
  // Service numbers have five digits, and are rarely a customer's; a number without its area code has seven.
  form: { control: "line", inputMode: "tel", fewestDigits: 7, echoes: false },
};
