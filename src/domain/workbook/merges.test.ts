import { mergesIn, trueMerges } from "./merges";

const list = { row: 2, column: 1, rows: 10, columns: 4 };

test("a merge that is told whole counts where it meets the list, and nowhere else", () => {
  const reachesIn = { row: 0, column: 2, rows: 3, columns: 1 };
  const above = { row: 0, column: 1, rows: 2, columns: 4 };
  const beside = { row: 4, column: 5, rows: 2, columns: 2 };
  expect(mergesIn([reachesIn, above, beside], list)).toEqual([reachesIn]);
});

test("a merge of which only the first cell is told counts wherever it could reach the list from", () => {
  const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
  const [above, left, inside] = [cell(0, 3), cell(5, 0), cell(4, 2)];
  const [right, below] = [cell(3, 5), cell(12, 1)];
  expect(mergesIn([above, left, inside, right, below], list)).toEqual([above, left, inside]);
});

test("an area counts as truly merged where it holds one value at most, at its first cell", () => {
  const values = [
    ["华东", "", "甲"],
    ["", "", "乙"],
  ];
  const group = { row: 4, column: 1, rows: 2, columns: 2 };
  const all = { row: 4, column: 1, rows: 2, columns: 3 };
  expect(trueMerges([group, all], values, { row: 4, column: 1 })).toEqual([group]);
});
