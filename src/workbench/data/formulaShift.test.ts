import { shiftFormula } from "./formulaShift";

test.each([
  ["A1+B$2+$C3+$D$4", 2, 1, "B3+C$2+$C5+$D$4"],
  ["SUM(A1:A9)*2", 1, 0, "SUM(A2:A10)*2"],
  ["IF(A1=\"B2\",Sheet1!C3,'My B2 sheet'!D4)", 1, 0, "IF(A2=\"B2\",Sheet1!C4,'My B2 sheet'!D5)"],
  ["LOG10(A1)+Table1[[#This Row],[B2]]+FU_A1", 1, 0, "LOG10(A2)+Table1[[#This Row],[B2]]+FU_A1"],
  ["A1-1", -1, 0, "#REF!-1"],
  ["客户A1+A1", 1, 0, "客户A1+A2"],
])("%s moved by %i rows and %i columns", (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});
