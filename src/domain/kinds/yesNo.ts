import type { Language } from "../values/language";
import { plainText } from "../values/tidy";
import type { CellValue } from "../values/value";
import { yesNoWords } from "../values/yesNo";
import { ruleOf, type Kind, type Untidy } from "./kind";
import { text } from "./text";

type YesNoProblem =
  /** Means yes or no, in another word than the workbook's. */
  "otherYesNo" | "notYesNo";

const saysYes: ReadonlySet<string> = new Set(["是", "是的", "yes", "y", "true", "√", "✓", "✔", "☑", "✅"]);
const saysNo: ReadonlySet<string> = new Set(["否", "不", "不是", "no", "n", "false", "✗", "✘", "☒", "❌"]);
/** A cross refuses in Chinese; in English it ticks a box as often, so that it is a guess there. */
const crosses: ReadonlySet<string> = new Set(["x", "×", "╳"]);

/** Whether a value means yes or no; null where it means neither for certain. 1 and 0 are not read: they may be counts. */
function readYesNo(value: CellValue, language: Language): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return null;
  const word = plainText(value)
    .toLowerCase()
    .replace(/\uFE0F/g, "");
  if (saysYes.has(word)) return true;
  return saysNo.has(word) || (language === "zh-CN" && crosses.has(word)) ? false : null;
}

/** Yes or no, in the workbook's words. */
export const yesNo: Kind<YesNoProblem | Untidy> = {
  ...text,
  words: {
    "zh-CN": { name: "是/否", hint: "填“是”或“否”。", alert: (header) => `“${header}”要填“是”或“否”。` },
    en: { name: "Yes/No", hint: "Enter Yes or No.", alert: (header) => `“${header}” takes Yes or No.` },
  },
  rule: ({ language }) => {
    const words = yesNoWords[language];
    const read = (value: CellValue): string | null => {
      const answer = readYesNo(value, language);
      return answer === null ? null : answer ? words.yes : words.no;
    };
    return ruleOf<YesNoProblem>((value) => {
      if (value === words.yes || value === words.no) return null;
      return read(value) === null ? "notYesNo" : "otherYesNo";
    }, read);
  },
  cellTest: (_, { language }) => {
    const { yes, no } = yesNoWords[language];
    return { rule: { type: "list", source: `${yes},${no}` }, conditions: [], isLong: false };
  },
  tableSchema: {
    marks: { type: "boolean" },
    values: (language) => ({ trueValues: [yesNoWords[language].yes], falseValues: [yesNoWords[language].no] }),
  },
  form: { control: (language) => [yesNoWords[language].yes, yesNoWords[language].no], echoes: false },
};
