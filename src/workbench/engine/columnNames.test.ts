import { escapeColumn } from "../data/columnNames";
import { ColumnPlaces, hideSigns, showSigns } from "./columnNames";

const formula = `=SUMIFS(FollowUps[预计金额(元)],FollowUps[[#This Row],[备注{x}"\n]],"(["&A1)&'a[b'!C1`;

test("hides the signs of column names and no others", () => {
  const hidden = hideSigns(formula);
  expect(hidden).not.toContain("金额(");
  expect(hidden).not.toContain("{x}");
  expect(hidden).not.toContain("\n");
  expect(hidden.startsWith("=SUMIFS(")).toBe(true);
  expect(hidden).toContain("[[#This Row],[");
  expect(hidden.endsWith(`"(["&A1)&'a[b'!C1`)).toBe(true);
});

test("keeps every character at its place and gives the formula back", () => {
  expect(hideSigns(formula)).toHaveLength(formula.length);
  expect(showSigns(hideSigns(formula))).toBe(formula);
});

test("leaves brackets of links into other workbooks alone", () => {
  expect(hideSigns("=[Book 1.xlsx]Sheet1!A1+1")).toBe("=[Book 1.xlsx]Sheet1!A1+1");
});

test.each(["客户\n名称", " a", "c#", "d[e]", "it's", "a@b", "a,b:c", '5" 屏', "Total", "　全角　"])(
  "finds the column %j by the name in a reference",
  (name) => {
    const places = new ColumnPlaces(
      new Map([
        ["first", 0],
        [name, 1],
      ]),
    );
    const hidden = hideSigns(`=T[[#This Row],[${escapeColumn(name)}]]`);
    const spelled = hidden.slice("=T[[#This Row],[".length, -2);
    expect(places.get(spelled)).toBe(1);
    expect(places.get(spelled.toUpperCase())).toBe(1);
    expect(places.get("gone")).toBeGreaterThan(16_384);
  },
);
