import fc from "fast-check";
import { withoutAdditions } from "./excelSpelling";
import { sameFormula } from "./formulaText";

test.each([
  ["=IF([@下次]<FU_Today,1,0)", "=IF([@下次]<@FU_Today,1,0)"],
  ["=IF(FollowUps[[#This Row],[下次]]<FU_Today,1,0)", "=if( [@下次] < @FU_Today, 1, 0 )"],
  ["=SUM(A1:A5)", "=SUM(@A1:A5)"],
  ["='跟进设置'!$B$2", "=@'跟进设置'!$B$2"],
  ['=IFERROR(CONCAT("a","b"),"")', '=@IFERROR(_xlfn.CONCAT("a","b"),"")'],
  ["=FILTER(A1:A5,B1:B5)", "=_xlfn._xlws.FILTER(A1:A5,B1:B5)"],
  ["=FU_Today+1", "=_xlfn.SINGLE(FU_Today)+1"],
])("%s read back as %s is the same", (written, read) => {
  expect(sameFormula(written, read)).toBe(true);
  expect(sameFormula(read, written)).toBe(true);
});

test.each([
  ['="@FU_Today"', '="FU_Today"'],
  ['="_xlfn.CONCAT"', '="CONCAT"'],
  ["=[@下次]", "=FollowUps[下次]"],
  ["='a@b'!A1", "='ab'!A1"],
  ["=my_xlfn.x", "=myx"],
])("%s is not %s", (a, b) => {
  expect(sameFormula(a, b)).toBe(false);
});

test("nothing is taken out of texts, sheet titles and headers", () => {
  const inner = fc.string().map((text) => text.replace(/["'[\]]/g, ""));
  fc.assert(
    fc.property(inner, (text) => {
      for (const part of [`"${text}"`, `'x${text}'!A1`, `T[x${text}]`])
        expect(withoutAdditions(`=${part}`)).toBe(`=${part}`);
    }),
  );
});
