import { outlineFormula } from "./formulaOutline";

test.each<readonly [formula: string, closed: boolean]>([
  ['IF(A1="a)(",{1,2},"""")', true],
  ["SUM(A1", false],
  ["{1,2)", false],
  ['"open', false],
  ["'Sheet ('!A1", true],
  ["FollowUps[a'](b]", true],
])("%s: quotes and brackets close in pairs, %s", (formula, closed) => {
  expect(outlineFormula(formula).closed).toBe(closed);
});

test.each<readonly [formula: string, columns: readonly string[]]>([
  ["SUM(FollowUps[预计金额(元)])", ["预计金额(元)"]],
  ["FollowUps[[#This Row],[客户\n名称]]", ["客户\n名称"]],
  ["FollowUps[[#Headers],[a'#b]:[c'[d'']]]", ["a#b", "c[d'"]],
  ["FollowUps[]+FollowUps[#All]", []],
])("%s: the columns that are named", (formula, columns) => {
  const { tables } = outlineFormula(formula);
  expect(tables.flatMap((reference) => reference.columns)).toEqual(columns);
  expect(new Set(tables.map(({ table }) => table))).toEqual(new Set(["FollowUps"]));
});

test.each<readonly [formula: string, books: readonly string[]]>([
  ["VLOOKUP(A2,[1]名单!$A:$B,2,FALSE)", ["1"]],
  ["'[2]名 单'!A1+[1]!Rate", ["2", "1"]],
  ["='C:\\data\\[list.xlsx]Sheet 1'!A1", ["list.xlsx"]],
  ["FollowUps[[#This Row],[2024]]&FollowUps[1]", []],
  ['"[1]a"', []],
])("%s: the other workbooks that are named", (formula, books) => {
  expect(outlineFormula(formula).books).toEqual(books);
});
