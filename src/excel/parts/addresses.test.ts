import { parseAreas } from "./addresses";

test("several areas, with a comma and an apostrophe in the sheet's title", () => {
  expect(parseAreas("'a,b''s'!A1:B2,'a,b''s'!D4")).toEqual([
    { row: 0, column: 0, rows: 2, columns: 2 },
    { row: 3, column: 3, rows: 1, columns: 1 },
  ]);
  expect(parseAreas("跟进表!$C$3:$C$10, 跟进表!E1")).toEqual([
    { row: 2, column: 2, rows: 8, columns: 1 },
    { row: 0, column: 4, rows: 1, columns: 1 },
  ]);
});

test("whole columns and rows reach to the end of the sheet", () => {
  expect(parseAreas("Sheet1!B:C")).toEqual([{ row: 0, column: 1, rows: 1_048_576, columns: 2 }]);
  expect(parseAreas("Sheet1!2:3")).toEqual([{ row: 1, column: 0, rows: 2, columns: 16_384 }]);
});

test("one unreadable part makes the whole address unreadable", () => {
  expect(parseAreas("Sheet1!A1,#REF!")).toBeNull();
  expect(parseAreas("")).toBeNull();
});
