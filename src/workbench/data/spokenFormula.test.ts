import { gridFormula, spokenFormula } from "./spokenFormula";

test.each([
  ["=FollowUps[[#This Row],[阶段]]&FU_Today", "=[@阶段]&@FU_Today"],
  ["=FollowUps[[#This Row],[预计金额 (元)]]", "=[@[预计金额 (元)]]"],
  ['="FU_Today"&SUM(FollowUps[FU_Today])', '="FU_Today"&SUM(FollowUps[FU_Today])'],
  ["=Other[[#This Row],[阶段]]", "=Other[[#This Row],[阶段]]"],
  ["=FU_Today_2+FU_TODAY", "=FU_Today_2+@FU_TODAY"],
])("%s is told as %s, and understood again", (formula, told) => {
  expect(spokenFormula(formula, "FollowUps", ["FU_Today"])).toBe(told);
  expect(gridFormula(told, "FollowUps")).toBe(formula);
});

test("outside of the table nothing is shortened", () => {
  expect(spokenFormula("=FollowUps[[#This Row],[阶段]]", null, [])).toBe("=FollowUps[[#This Row],[阶段]]");
  expect(gridFormula("=FollowUps[阶段]", null)).toBe("=FollowUps[阶段]");
});
