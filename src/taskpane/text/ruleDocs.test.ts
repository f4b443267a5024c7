import { readFileSync } from "node:fs";
import type { RuleId } from "../../domain/rules/finding";
import { findingsText as en } from "./en/findings";
import { findingsText as zhCN } from "./zh-CN/findings";

/** Every rule; the compiler asks for a new one. */
const rules: Readonly<Record<RuleId, true>> = {
  required: true,
  textDate: true,
  notDate: true,
  dayOrder: true,
  textNumber: true,
  notNumber: true,
  decimalSign: true,
  notWhole: true,
  notPercentage: true,
  hundredfold: true,
  numberPhone: true,
  lostDigits: true,
  notPhone: true,
  notMail: true,
  notLink: true,
  untidy: true,
  otherYesNo: true,
  notYesNo: true,
  separators: true,
  list: true,
  range: true,
  pattern: true,
  order: true,
  future: true,
  openClosed: true,
  notPositive: true,
  otherOutcome: true,
  unique: true,
  duplicate: true,
  deals: true,
  formula: true,
  errorValue: true,
  columnMissing: true,
  settings: true,
};

test.each([
  ["docs/rules.md", en, ", "],
  ["docs/rules.zh-CN.md", zhCN, "、"],
] as const)("%s says of every rule, by its name in the pane, where it reaches", (page, text, comma) => {
  const cells = readFileSync(page, "utf8")
    .split("\n")
    .map((line) => comma + (/^\| ([^|]+) \|/.exec(line)?.[1] ?? "").trim() + comma);
  const named = Object.keys(rules)
    .filter((key): key is RuleId => key in rules)
    .map(text.rule);
  expect(named.filter((name) => !cells.some((cell) => cell.includes(comma + name + comma)))).toEqual([]);
});
