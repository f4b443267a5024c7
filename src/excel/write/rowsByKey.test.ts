import type { CellValue } from "../../domain/values/value";
import { hitRow, writeByKey, type KeyedRow } from "./rowsByKey";
import { writeRow } from "./tableRows";

/** A sheet of three columns (ID, name, words) that carries requests out as Excel does: in order, at the sync. */
function sheetOf(rows: CellValue[][], beforeSync: (sync: number) => void = () => undefined) {
  let queue: (() => void)[] = [];
  let syncs = 0;
  const range = (row: number, column: number, count: number, columns: number) => {
    const cells = { isNullObject: false, values: [] as unknown[][], formulas: [] as unknown[][] };
    const asked = () => rows.slice(row, row + count).map((each) => each.slice(column, column + columns));
    const proxy = {
      untrack: () => proxy,
      getUsedRangeOrNullObject: () => proxy,
      load: () => queue.push(() => Object.assign(cells, { values: asked(), formulas: asked() })),
      rowIndex: 0,
      columnIndex: 0,
      columnCount: columns,
      get rowCount() {
        return cells.values.length;
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
            // Excel takes a leading apostrophe off.
            const held = typeof cell === "string" ? cell.replace(/^'/, "") : cell;
            if (cell !== null) rows[row]![column + offset] = held as CellValue;
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
  hit: null,
});
const list = (): CellValue[][] => [
  ["编号", "客户", "备注"],
  ["C1", "海风", "一"],
  ["C2", "青山", "二"],
  ["C3", "云帆", "三"],
];
/** Turns the customers' order round, as a sort does. */
const turn = (rows: CellValue[][]) => rows.splice(1, 3, ...rows.slice(1).reverse());

test("a row is written where its key stands, and a key that is nowhere is left over", async () => {
  const rows = list();
  const work = { rows: [row("C3", "新"), row("C9", "谁")] };
  expect(await writeByKey(sheetOf(rows), work)).toBe(true);
  expect(rows.map((each) => each[2])).toEqual(["备注", "一", "二", "新"]);
  expect(work.rows).toEqual([row("C9", "谁")]);
});

test("a sort between the look and the write leaves every other row as it was", async () => {
  const rows = list();
  // The second request writes: just before it the rows are turned round, and once more before the row hit is put back.
  const context = sheetOf(rows, (sync) => {
    if (sync === 2 || sync === 4) turn(rows);
  });
  expect(await writeByKey(context, { rows: [row("C1", "新")] })).toBe(true);
  expect(new Map(rows.slice(1).map(([id, , words]) => [id, words]))).toEqual(
    new Map([
      ["C1", "新"],
      ["C2", "二"],
      ["C3", "三"],
    ]),
  );
});

test("rows that never come to rest are told", async () => {
  const restless = list();
  const context = sheetOf(restless, (sync) => sync % 2 === 0 && turn(restless));
  expect(await writeByKey(context, { rows: [row("C1", "新")] })).toBe(false);
});

test.each([
  ["has no key", ""],
  ["shares its key with another one", "C2"],
])("a row that was hit and %s gets its cells back wherever it is by then", async (_, key) => {
  const rows = list();
  rows[3]![0] = key;
  const context = sheetOf(rows, (sync) => sync % 2 === 0 && sync < 5 && turn(rows));
  const work = { rows: [row("C1", "新")] };
  expect(await writeByKey(context, work)).toBe(true);
  expect(work.rows).toEqual([]);
  expect(rows.slice(1).sort()).toEqual(
    [
      [key, "云帆", "三"],
      ["C1", "海风", "新"],
      ["C2", "青山", "二"],
    ].sort(),
  );
});

test("a row that was hit and cannot be told from another one stays to be put back", async () => {
  const rows = list();
  for (const at of [2, 3]) rows[at] = ["", "云帆", "新"];
  const hit = hitRow({ sheet: "客户", column: 0, columns: 3, keyColumn: 0 }, ["", "云帆", "三"], [null, null, "新"]);
  const work = { rows: [hit] };
  await writeByKey(sheetOf(rows), work);
  expect(work.rows).toEqual([hit]);
  expect(rows.map((each) => each[2])).toEqual(["备注", "一", "新", "新"]);
});

test("a write that meets another row tells which cells that one is to get back", async () => {
  const rows = list();
  const context = sheetOf(rows);
  const settle = writeRow(context.workbook.worksheets.getItem("客户"), {
    ...{ kind: "writeRow", sheet: "客户", area: { row: 2, column: 0, rows: 1, columns: 3 } },
    key: { column: 0, value: "C9" },
    cells: [null, null, "新"],
  });
  await context.sync();
  expect(settle()).toEqual({
    fault: { code: "moved" },
    hits: [
      {
        ...{ sheet: "客户", column: 0, columns: 3, key: { column: 0, value: "C2" } },
        ...{ content: [null, null, "二"], hit: ["C2", "青山", "新"] },
      },
    ],
  });
});
