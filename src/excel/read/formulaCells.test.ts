import { OfficeMockObject } from "office-addin-mock";
import { mockExcel, mockRange } from "../../../test/support/mockExcel";
import type { CellValue } from "../../domain/values/value";
import { areaAddress } from "../../domain/workbook/area";
import { askColumns, askOdd } from "./calculatedColumns";
import { readFormulaCells } from "./formulaCells";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Excel");
});

/** Excel ends an address of many areas after so many characters. */
const mostCharacters = 8192;

/**
 * A sheet of one column from A2 down.
 * @param formulas as `Range.formulas` gives them
 * @param refuses the error with which Excel answers a question for special cells
 */
function columnOf(formulas: readonly CellValue[], refuses: string | null = null) {
  const objects: OfficeMockObject[] = [];
  const keep = (object: OfficeMockObject) => {
    objects.push(object);
    return mockRange(object);
  };
  const isFormula = (cell: CellValue) => typeof cell === "string" && /^=./.test(cell) && !cell.endsWith("=");
  let cells = 0;
  const sheet = {
    getRangeByIndexes: (row: number, column: number, rows: number, columns: number) => {
      const held = formulas.slice(row - 1, row - 1 + rows);
      const values = held.map((cell) => [isFormula(cell) ? 1 : cell]);
      const range = keep(new OfficeMockObject({ formulas: held.map((cell) => [cell]), values }));
      const { load } = range;
      return Object.assign(range, {
        load: (members: string) => {
          cells += rows * columns;
          load.call(range, members);
        },
        getSpecialCellsOrNullObject: () => {
          if (refuses !== null) throw Object.assign(new Error(refuses), { code: refuses });
          const single = held.flatMap((cell, down) =>
            isFormula(cell) ? [areaAddress({ row: row + down, column, rows: 1, columns: 1 })] : [],
          );
          const address = single
            .map((each) => `'客,户'!${each}`)
            .join(",")
            .slice(0, mostCharacters);
          const areas = keep(new OfficeMockObject({ address, cellCount: single.length }));
          return Object.assign(areas, { isNullObject: single.length === 0 });
        },
      });
    },
  };
  const workbook = Object.assign(new OfficeMockObject({}), { worksheets: { getItem: () => sheet } });
  const syncs = mockExcel(workbook, objects);
  const area = { row: 1, column: 0, rows: formulas.length, columns: 1 };
  return { area, syncs, cells: () => cells };
}

const count = (cells: number, first: number) => ({ ok: true, value: [{ cells, first }] });

test("formulas are counted without a cell of the column, whatever Excel leaves out of a long address", async () => {
  const many = Array.from({ length: 4000 }, (_, row) => (row % 2 === 1 ? "=B2*2" : row));
  const { area, syncs, cells } = columnOf(many);
  expect(await readFormulaCells("客,户", [area])).toEqual(count(2000, 2));
  expect([syncs(), cells()]).toEqual([1, 0]);
  const none = columnOf(["a", "b"]);
  expect(await readFormulaCells("客,户", [none.area])).toEqual(count(0, 1));
});

test("of a single row the cell itself is asked for, and text that begins with an equals sign is no formula", async () => {
  expect(await readFormulaCells("客,户", [columnOf(["=A1"]).area])).toEqual(count(1, 1));
  expect(await readFormulaCells("客,户", [columnOf(["=海风="]).area])).toEqual(count(0, 1));
});

test.each(["NotImplemented", "AccessDenied"])(
  "where Excel answers %s, the cells are counted one by one",
  async (code) => {
    const { area } = columnOf(["a", "=海风=", "=A1", 5, "=A2"], code);
    expect(await readFormulaCells("客,户", [area])).toEqual(count(2, 3));
  },
);

describe("a calculated column", () => {
  /** Rows in which something else than the column's formula stands, as the two looks tell them. */
  async function wrongIn(formulas: readonly CellValue[]) {
    const { area, cells } = columnOf(formulas);
    const found = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("客,户");
      const { holes, odd } = askColumns(sheet, [area], true);
      await context.sync();
      const others = askOdd(sheet, odd());
      await context.sync();
      return { holes: holes(), others: others() };
    });
    const rowsOf = (areas: typeof found.holes) =>
      areas.flatMap(({ row, rows }) => Array.from({ length: rows }, (_, down) => row + down));
    return { holes: rowsOf(found.holes), others: rowsOf(found.others), cells: cells() };
  }
  const right = (rows: number): CellValue[] => Array.from({ length: rows }, () => "=[@阶段]");

  test("that stands is known by its ends and a few rows between them", async () => {
    const { holes, others, cells } = await wrongIn(right(10_000));
    expect([holes, others]).toEqual([[], []]);
    expect(cells).toBeLessThan(25);
  });

  test("with values typed over tells just those rows", async () => {
    const column = right(300);
    column[0] = "x";
    column[120] = "";
    column[299] = 7;
    expect(await wrongIn(column)).toMatchObject({ holes: [1, 121, 300], others: [] });
  });

  test("with another formula over a stretch tells the rows that hold it", async () => {
    const column = right(1000).map((cell, row) => (row >= 400 && row < 520 ? "=1+1" : cell));
    const { others } = await wrongIn(column);
    expect(others).toEqual(Array.from({ length: 120 }, (_, row) => 401 + row));
  });

  test("whose holes make too long an address tells those that it covers, and no row that holds a formula", async () => {
    const column = right(4000).map((cell, row) => (row % 2 === 1 ? "x" : cell));
    const { holes } = await wrongIn(column);
    expect(holes.length).toBeGreaterThan(500);
    expect(holes.every((row) => row % 2 === 0)).toBe(true);
  });
});
