import type { Language } from "../values/language";

/** What a cell's own rule says beside the words of its kind: of a list that is picked from, and of what else a field asks. */
export interface ValidationText {
  /** A list that is in force, whatever kind the field is of. */
  readonly list: { readonly hint: string; readonly alert: (header: string) => string };
  /** Parts of a hint or alert that name a limit. */
  readonly from: (limit: string) => string;
  readonly upTo: (limit: string) => string;
  readonly between: (least: string, most: string) => string;
  /** The value must look like the pattern. */
  readonly pattern: (pattern: string) => string;
  readonly unique: string;
}

const zhCN: ValidationText = {
  list: {
    hint: "从列表中选择；列表在“跟进设置”表里修改。",
    alert: (header) => `“${header}”要从列表中选择。需要新的选项时，请先加到“跟进设置”表里。`,
  },
  from: (limit) => `不小于 ${limit}。`,
  upTo: (limit) => `不大于 ${limit}。`,
  between: (least, most) => `${least} 到 ${most} 之间。`,
  pattern: (pattern) => `格式是 ${pattern}（? 代表一个字，* 代表任意多个字）。`,
  unique: "不能和别的行重复。",
};

const en: ValidationText = {
  list: {
    hint: "Pick from the list. The list is kept on the sheet “Follow-up Settings”.",
    alert: (header) =>
      `Pick “${header}” from the list. To use a new entry, add it on the sheet “Follow-up Settings” first.`,
  },
  from: (limit) => ` At least ${limit}.`,
  upTo: (limit) => ` At most ${limit}.`,
  between: (least, most) => ` Between ${least} and ${most}.`,
  pattern: (pattern) => ` It looks like ${pattern} (? is one character, * is any number of them).`,
  unique: " No two rows may have the same.",
};

/** The words of each language a workbook can have. */
export const validationText: Readonly<Record<Language, ValidationText>> = { "zh-CN": zhCN, en };
