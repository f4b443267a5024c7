import { bounding, joined, shifted, subtract } from "./areas";

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

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
