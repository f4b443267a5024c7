import { sheetColumns, sheetRows } from "./areas";
import { columnName, fullAddress, localAddress, readAddress } from "./address";

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

describe("readAddress", () => {
  test.each([
    ["A1", null, area(0, 0, 1, 1)],
    ["$B$2:D$9", null, area(1, 1, 8, 3)],
    ["D9:B2", null, area(1, 1, 8, 3)],
    ["A:C", null, area(0, 0, sheetRows, 3)],
    ["2:5", null, area(1, 0, 4, sheetColumns)],
    ["Sheet1!C3", "Sheet1", area(2, 2, 1, 1)],
    ["'跟进 设置'!$B$3", "跟进 设置", area(2, 1, 1, 1)],
    ["'It''s'!A1", "It's", area(0, 0, 1, 1)],
    ["XFD1048576", null, area(sheetRows - 1, sheetColumns - 1, 1, 1)],
  ])("%s", (text, sheet, expected) => {
    expect(readAddress(text)).toEqual({ sheet, area: expected });
  });

  test.each(["", "A0", "XFE1", "A1048577", "FollowUps[Stage]", "A1,B2", "SUM(A1)", "A1:B", "Sheet1!"])(
    "refuses %p",
    (text) => {
      expect(readAddress(text)).toBeNull();
    },
  );
});

test("columns are named as Excel names them", () => {
  expect([0, 25, 26, 701, 702, sheetColumns - 1].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});

test("sheets get quotes where Excel puts them", () => {
  const cell = area(0, 0, 1, 1);
  expect(["Sheet1", "跟进汇总", "A1", "Two words", "It's", "2026"].map((sheet) => fullAddress(sheet, cell))).toEqual([
    "Sheet1!A1",
    "跟进汇总!A1",
    "'A1'!A1",
    "'Two words'!A1",
    "'It''s'!A1",
    "'2026'!A1",
  ]);
  expect(localAddress(area(0, 0, sheetRows, 3))).toBe("A:C");
  expect(localAddress(area(1, 1, 2, 2), true)).toBe("$B$2:$C$3");
});
