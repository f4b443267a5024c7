import {
  bounding,
  columnName,
  fullAddress,
  joined,
  localAddress,
  readAddress,
  sheetColumns,
  sheetRows,
  shifted,
  subtract,
} from "./address";

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

test("taking the middle out of an area leaves a frame that covers the rest once", () => {
  const parts = subtract(area(0, 0, 5, 5), area(1, 1, 3, 3));
  expect(parts.reduce((cells, part) => cells + part.rows * part.columns, 0)).toBe(16);
  expect(subtract(area(0, 0, 2, 2), area(5, 5, 1, 1))).toEqual([area(0, 0, 2, 2)]);
  expect(subtract(area(1, 1, 2, 2), area(0, 0, 9, 9))).toEqual([]);
});

test("areas that make a rectangle are joined, others are not", () => {
  expect(joined([area(0, 0, 2, 3), area(2, 0, 4, 3)])).toEqual([area(0, 0, 6, 3)]);
  expect(joined([area(0, 0, 1, 1), area(2, 0, 1, 1)])).toHaveLength(2);
  expect(bounding(area(3, 3, 1, 1), area(1, 5, 1, 2))).toEqual(area(1, 3, 3, 4));
});

describe("shifted", () => {
  const body = area(10, 0, 5, 2);
  test.each([
    ["rows put in above", 3, 2, area(12, 0, 5, 2)],
    ["rows put in at its top", 10, 2, area(12, 0, 5, 2)],
    ["rows put in inside", 12, 2, area(10, 0, 7, 2)],
    ["rows put in below", 15, 2, area(10, 0, 5, 2)],
    ["rows taken out above", 0, -3, area(7, 0, 5, 2)],
    ["rows taken out inside", 12, -2, area(10, 0, 3, 2)],
    ["rows taken out across its top", 8, -4, area(8, 0, 3, 2)],
  ])("%s", (_what, at, count, expected) => {
    expect(shifted(body, "rows", at, count)).toEqual(expected);
  });
  test("nothing is left of an area that is taken out whole", () => {
    expect(shifted(body, "rows", 9, -8)).toBeNull();
  });
});
