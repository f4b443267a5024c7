import fc from "fast-check";
import {
  absoluteAddress,
  areaAddress,
  cellAddress,
  columnLetters,
  intersect,
  parseAddress,
  sheetLimits,
  type Area,
} from "./area";
import { covering, parseReference } from "./reference";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %d is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(parseAddress(`${letters}1`)?.column).toBe(column);
});

const area: fc.Arbitrary<Area> = fc
  .record({
    row: fc.integer({ min: 0, max: sheetLimits.rows - 1 }),
    column: fc.integer({ min: 0, max: sheetLimits.columns - 1 }),
  })
  .chain(({ row, column }) =>
    fc.record({
      row: fc.constant(row),
      column: fc.constant(column),
      rows: fc.integer({ min: 1, max: sheetLimits.rows - row }),
      columns: fc.integer({ min: 1, max: sheetLimits.columns - column }),
    }),
  );
const title = fc.string({ minLength: 1, maxLength: 31, unit: fc.constantFrom(..."跟进 a'!$B1-&") });

test("an address gives its area back, with and without a sheet", () => {
  fc.assert(
    fc.property(area, title, (place, sheet) => {
      expect(parseAddress(areaAddress(place))).toEqual(place);
      expect(parseAddress(absoluteAddress(sheet, place))).toEqual(place);
      expect(parseReference(`=${absoluteAddress(sheet, place)}`)).toEqual({ sheet, area: place });
    }),
  );
});

test.each([
  "",
  "A",
  "1",
  "A:C",
  "1:3",
  "A0",
  "XFE1",
  "A1048577",
  "A1:B",
  "B2:A1",
  "A1,B2",
  "FU_Today",
  "#REF!",
  "A1:B2:C3",
])("%j is not one rectangle of cells", (address) => {
  expect(parseAddress(address)).toBeNull();
});

test.each([
  "=#REF!",
  "=#REF!$A$1",
  "='Sheet1'!#REF!",
  "=0.13",
  '="a"',
  "=SUM(Sheet1!A1)",
  "=A1",
  "=[Other.xlsx]S!A1",
  "='[a b.xlsx]S'!A1",
])("%j is no plain reference", (formula) => {
  expect(parseReference(formula)).toBeNull();
});

test("areas that share a corner cell meet there, neighbours do not meet", () => {
  const square = (row: number, column: number): Area => ({ row, column, rows: 2, columns: 2 });
  expect(intersect(square(0, 0), square(1, 1))).toEqual({ row: 1, column: 1, rows: 1, columns: 1 });
  expect(intersect(square(0, 0), square(2, 0))).toBeNull();
  expect(intersect(square(0, 0), square(0, 2))).toBeNull();
});

test("the covering area reaches from the first corner to the last", () => {
  expect(covering([])).toBeNull();
  expect(
    covering([
      { row: 5, column: 2, rows: 3, columns: 1 },
      { row: 2, column: 4, rows: 1, columns: 3 },
    ]),
  ).toEqual({ row: 2, column: 2, rows: 6, columns: 5 });
});

test("one cell has no colon", () => {
  expect(areaAddress({ row: 1, column: 1, rows: 1, columns: 1 })).toBe("B2");
  expect(cellAddress(8, 3)).toBe("D9");
});
