import type { Language } from "../values/language";

/** What a cell's own rule says to whoever types there: a hint beside the cell, and a sentence when the entry is wrong. */
export interface RuleText {
  readonly hints: Readonly<Record<RuleTextKey, string>>;
  readonly alerts: Readonly<Record<RuleTextKey, (header: string) => string>>;
  /** Parts of a hint or alert that name a limit. */
  readonly from: (limit: string) => string;
  readonly upTo: (limit: string) => string;
  readonly between: (least: string, most: string) => string;
  /** The value must look like the pattern. */
  readonly pattern: (pattern: string) => string;
  readonly unique: string;
}

export type RuleTextKey =
  "list" | "multiList" | "yesNo" | "date" | "wholeNumber" | "amount" | "phone" | "mail" | "link" | "text";

const zhCN: RuleText = {
  hints: {
    list: "从列表中选择；列表在“跟进设置”表里修改。",
    multiList: "填列表里的选项，多个之间用“、”隔开；列表在“跟进设置”表里修改。",
    yesNo: "填“是”或“否”。",
    date: "填写日期，例如 2026-08-07。",
    wholeNumber: "填写整数，不带单位。",
    amount: "填写数字，不带单位。",
    phone: "填写电话号码，用半角数字；多个之间用“、”隔开。",
    mail: "填写邮箱，例如 name@example.com。",
    link: "填写网址，例如 www.example.com。",
    text: "",
  },
  alerts: {
    list: (header) => `“${header}”要从列表中选择。需要新的选项时，请先加到“跟进设置”表里。`,
    multiList: (header) =>
      `“${header}”里的每一项都要在列表里，多个之间用“、”隔开。需要新的选项时，请先加到“跟进设置”表里。`,
    yesNo: (header) => `“${header}”要填“是”或“否”。`,
    date: (header) => `“${header}”要填日期，例如 2026-08-07。`,
    wholeNumber: (header) => `“${header}”要填整数，不带单位。`,
    amount: (header) => `“${header}”要填数字，不带单位。`,
    phone: (header) => `“${header}”要填电话号码，用半角数字，至少 5 位。`,
    mail: (header) => `“${header}”要填邮箱，例如 name@example.com。`,
    link: (header) => `“${header}”要填网址，例如 www.example.com，中间没有空格。`,
    text: (header) => `“${header}”填得不对。`,
  },
  from: (limit) => `不小于 ${limit}。`,
  upTo: (limit) => `不大于 ${limit}。`,
  between: (least, most) => `${least} 到 ${most} 之间。`,
  pattern: (pattern) => `格式是 ${pattern}（? 代表一个字，* 代表任意多个字）。`,
  unique: "不能和别的行重复。",
};

const en: RuleText = {
  hints: {
    list: "Pick from the list. The list is kept on the sheet “Follow-up Settings”.",
    multiList:
      "Entries of the list, with a comma and a space between. The list is kept on the sheet “Follow-up Settings”.",
    yesNo: "Enter Yes or No.",
    date: "Enter a date, for example 2026-08-07.",
    wholeNumber: "Enter a whole number without a unit.",
    amount: "Enter a number without a unit.",
    phone: "Enter a telephone number; several with a comma between.",
    mail: "Enter an email address such as name@example.com.",
    link: "Enter a web address such as www.example.com.",
    text: "",
  },
  alerts: {
    list: (header) =>
      `Pick “${header}” from the list. To use a new entry, add it on the sheet “Follow-up Settings” first.`,
    multiList: (header) =>
      `Each entry of “${header}” must be on the list, with a comma and a space between. To use a new one, add it on the sheet “Follow-up Settings” first.`,
    yesNo: (header) => `“${header}” takes Yes or No.`,
    date: (header) => `“${header}” takes a date, for example 2026-08-07.`,
    wholeNumber: (header) => `“${header}” takes a whole number without a unit.`,
    amount: (header) => `“${header}” takes a number without a unit.`,
    phone: (header) => `“${header}” takes a telephone number of at least 5 digits.`,
    mail: (header) => `“${header}” takes an email address such as name@example.com.`,
    link: (header) => `“${header}” takes a web address such as www.example.com, without spaces.`,
    text: (header) => `“${header}” cannot hold this.`,
  },
  from: (limit) => ` At least ${limit}.`,
  upTo: (limit) => ` At most ${limit}.`,
  between: (least, most) => ` Between ${least} and ${most}.`,
  pattern: (pattern) => ` It looks like ${pattern} (? is one character, * is any number of them).`,
  unique: " No two rows may have the same.",
};

/** The words of each language a workbook can have. */
export const ruleText: Readonly<Record<Language, RuleText>> = { "zh-CN": zhCN, en };
