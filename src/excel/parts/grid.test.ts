import { readGrid } from "./grid";

test("rows of plain values are taken over without copying them", () => {
  const row = ["远山", 12, true];
  expect(readGrid([row], { rows: 1, columns: 3 })?.[0]).toBe(row);
});

test("no values, or another shape than asked for, is no grid", () => {
  expect(readGrid(null, { rows: 1, columns: 1 })).toBeNull();
  expect(readGrid([["a"]], { rows: 2, columns: 1 })).toBeNull();
  expect(readGrid([["a"]], { rows: 1, columns: 2 })).toBeNull();
});

test("a rich value shows as the error that Excel has for it, a missing one as a blank", () => {
  expect(readGrid([["a", null, { type: "Entity" }]], { rows: 1, columns: 3 })).toEqual([["a", "", "#VALUE!"]]);
});
