import { hideBracketsInHeaders, showBrackets } from "./headerBrackets";

const formula = `=SUMIFS(FollowUps[预计金额(元)],FollowUps[[#This Row],[备注{x}]],"(["&A1)`;

test("hides the brackets of column names and no others", () => {
  const hidden = hideBracketsInHeaders(formula);
  expect(hidden).not.toContain("金额(");
  expect(hidden).not.toContain("{x}");
  expect(hidden.startsWith("=SUMIFS(")).toBe(true);
  expect(hidden.endsWith(`"(["&A1)`)).toBe(true);
});

test("keeps every character at its place and gives the formula back", () => {
  expect(hideBracketsInHeaders(formula)).toHaveLength(formula.length);
  expect(showBrackets(hideBracketsInHeaders(formula))).toBe(formula);
});
