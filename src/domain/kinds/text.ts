import type { Language } from "../values/language";
import { isUntidy, tidyText, unguarded } from "../values/tidy";
import { asTyped, ruleOf, type Kind, type KindWords, type Untidy } from "./kind";

/** What is said of a cell that takes any text, where the field itself asks for more: a pattern, or no second one. */
export const anyText: Readonly<Record<Language, Omit<KindWords, "name">>> = {
  "zh-CN": { hint: "", alert: (header) => `“${header}”填得不对。` },
  en: { hint: "", alert: (header) => `“${header}” cannot hold this.` },
};

const rule = ruleOf<Untidy>(
  (value) => (typeof value === "string" && (isUntidy(value) || unguarded(value) !== value) ? "untidy" : null),
  (value) => (typeof value === "string" ? tidyText(unguarded(value)) : null),
);

/** Text of one line: a name, an ID. Numbers are allowed: an ID of digits is often stored as one. */
export const text: Kind<Untidy> = {
  words: { "zh-CN": { name: "文本", ...anyText["zh-CN"] }, en: { name: "Text", ...anyText.en } },
  rule: () => rule,
  column: null,
  readTyped: asTyped,
  shown: String,
  format: "General",
  limits: null,
  cellTest: null,
  list: null,
  tableSchema: { marks: { type: "string" } },
  form: { control: "line", echoes: false },
};
