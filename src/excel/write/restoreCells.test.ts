import type { CellInput } from "../../domain/values/value";
import { restoreCells } from "./restoreCells";

const area = { row: 1, column: 0, rows: 3, columns: 1 };
const cells: readonly (readonly CellInput[])[] = [[{ formula: "=1" }], ["手写"], [{ formula: "=3" }]];

/**
 * A column of a table in an Excel that fills formulas: those that come into a blank column, or into one that holds nothing but
 * formulas, end as the last of them.
 * @param stubborn true for one that fills whatever the cells hold
 */
function columnOf(start: readonly (string | number)[], stubborn: boolean) {
  const column = [...start];
  const isFormula = (cell: unknown) => typeof cell === "string" && cell.startsWith("=");
  let shown: (string | number)[][] = [];
  const range = {
    untrack: () => range,
    load: () => {
      shown = column.map((cell) => [cell]);
    },
    get formulas() {
      return shown;
    },
    set formulas(written: unknown[][]) {
      const fills = stubborn || column.every((cell) => String(cell) === "") || column.every(isFormula);
      const formulas = written.flat().filter(isFormula);
      written.forEach(([content], row) => {
        if (content !== null) column[row] = content as string | number;
      });
      if (fills && formulas.length > 0) column.fill(String(formulas.at(-1)));
    },
  };
  return { column, sheet: { getRangeByIndexes: () => range } as unknown as Excel.Worksheet };
}

test.each([
  ["blank", ["", "", ""]],
  ["filled with one formula", ["=9", "=9", "=9"]],
])("each row of a column that is %s by now gets its own cell back", (_, start) => {
  const { column, sheet } = columnOf(start, false);
  expect(restoreCells(sheet, { kind: "restoreCells", sheet: "客户", area, cells })()).toBeNull();
  expect(column).toEqual(["=1", "手写", "=3"]);
});

test("where Excel fills the column all the same, that is said, not called restored", () => {
  const { sheet } = columnOf(["=9", "=9", "=9"], true);
  expect(restoreCells(sheet, { kind: "restoreCells", sheet: "客户", area, cells })()).toMatchObject({
    code: "unexpected",
  });
});
