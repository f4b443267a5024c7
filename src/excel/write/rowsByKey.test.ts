import type { CellValue } from "../../domain/values/value";
import { writeByKey, type KeyedRow } from "./rowsByKey";
import { writeRow } from "./tableRows";

/** A sheet of three columns (ID, name, words) that carries requests out as Excel does: in order, at the sync. */
function sheetOf(rows: CellValue[][], beforeSync: (sync: number) => void = () => undefined) {
  let queue: (() => void)[] = [];
  let syncs = 0;
  const range = (row: number, column: number, count: number, columns: number) => {
    const cells = { rowIndex: 0, isNullObject: false, values: [] as unknown[][], formulas: [] as unknown[][] };
    const asked = () => rows.slice(row, row + count).map((each) => each.slice(column, column + columns));
    const proxy = {
      untrack: () => proxy,
      getUsedRangeOrNullObject: () => proxy,
      load: () => queue.push(() => Object.assign(cells, { values: asked(), formulas: asked() })),
      get rowIndex() {
        return cells.rowIndex;
      },
      get isNullObject() {
        return cells.isNullObject;
      },
      get values() {
        return cells.values;
      },
      get formulas() {
        return cells.formulas;
      },
      set formulas(written: unknown[][]) {
        queue.push(() => {
          written[0]?.forEach((cell, offset) => {
            if (cell !== null) rows[row]![column + offset] = cell as CellValue;
          });
        });
      },
    };
    return proxy;
  };
  const context = {
    workbook: { worksheets: { getItem: () => ({ getRangeByIndexes: range }) } },
    sync: () => {
      syncs += 1;
      beforeSync(syncs);
      const due = queue;
      queue = [];
      for (const step of due) step();
      return Promise.resolve();
    },
  };
  return context as unknown as Excel.RequestContext;
}

const row = (id: string, words: string): KeyedRow => ({
  ...{ sheet: "客户", column: 0, columns: 3 },
  key: { column: 0, value: id },
  content: [null, null, words],
});
const list = (): CellValue[][] => [
  ["编号", "客户", "备注"],
  ["C1", "海风", "一"],
  ["C2", "青山", "二"],
  ["C3", "云帆", "三"],
];
/** Turns the customers' order round, as a sort does. */
const turn = (rows: CellValue[][]) => rows.splice(1, 3, ...rows.slice(1).reverse());

test("a row is written where its key stands, and a key that is nowhere is left out", async () => {
  const rows = list();
  expect(await writeByKey(sheetOf(rows), [row("C3", "新"), row("C9", "谁")])).toBe(true);
  expect(rows.map((each) => each[2])).toEqual(["备注", "一", "二", "新"]);
});

test("a sort between the look and the write leaves every other row as it was", async () => {
  const rows = list();
  // The second request writes: just before it the rows are turned round, and once more before the row hit is put back.
  const context = sheetOf(rows, (sync) => {
    if (sync === 2 || sync === 4) turn(rows);
  });
  expect(await writeByKey(context, [row("C1", "新")])).toBe(true);
  expect(new Map(rows.slice(1).map(([id, , words]) => [id, words]))).toEqual(
    new Map([
      ["C1", "新"],
      ["C2", "二"],
      ["C3", "三"],
    ]),
  );
});

test("rows that never come to rest, and a row without a key that was hit, are told", async () => {
  const restless = list();
  expect(
    await writeByKey(
      sheetOf(restless, (sync) => sync % 2 === 0 && turn(restless)),
      [row("C1", "新")],
    ),
  ).toBe(false);
  const nameless = list();
  nameless[3]![0] = "";
  expect(
    await writeByKey(
      sheetOf(nameless, (sync) => sync === 2 && turn(nameless)),
      [row("C1", "新")],
    ),
  ).toBe(false);
});

test("a write that meets a row without a key gives it its cells back, and one with a key is told by it", async () => {
  const rows = list();
  rows[1]![0] = "";
  const context = sheetOf(rows);
  const area = { row: 1, column: 0, rows: 1, columns: 3 };
  const write = (row: number) =>
    writeRow(context.workbook.worksheets.getItem("客户"), {
      ...{ kind: "writeRow", sheet: "客户", area: { ...area, row } },
      key: { column: 0, value: "C9" },
      cells: [null, null, "新"],
    });
  const nameless = write(1);
  await context.sync();
  expect(nameless()).toEqual({ code: "moved" });
  await context.sync();
  expect(rows[1]).toEqual(["", "海风", "一"]);
  const named = write(2);
  await context.sync();
  expect(named()).toMatchObject({ hit: { key: { column: 0, value: "C2" }, content: [null, null, "二"] } });
});
