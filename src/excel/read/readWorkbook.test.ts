import { OfficeMockObject } from "office-addin-mock";
import type { Progress, SheetChoice } from "../../app/ports";
import { mockCollection, mockExcel, mockRange } from "../../../test/support/mockExcel";
import { createWorkbookReader } from "./readWorkbook";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Excel");
});

interface Given {
  /** Rows of the sheet; may change between two readings. */
  rows: number;
  columns: number;
  readonly text: string;
  /** Rows that hold something; all of them where it is left out. */
  readonly filled?: (row: number) => boolean;
  readonly probe?: number;
  /** Excel gives null instead of values for more rows than this. */
  readonly mostRows?: number;
  readonly merged?: string;
  readonly table?: { readonly filtered: boolean };
  /** Title of the sheet; a reading that asks for another one fails. */
  title?: string;
}

/** A workbook of one sheet whose cells say where they are: `text` and the row number. */
function bookWith(given: Given) {
  const { probe = 1463, text, mostRows = 1e6, merged, table: own } = given;
  const title = () => given.title ?? "客户";
  const objects: OfficeMockObject[] = [];
  const keep = (object: OfficeMockObject) => {
    objects.push(object);
    return object;
  };
  const asked: number[] = [];
  const loaded: number[] = [];
  let mergedAsked = 0;
  const sheetMock = () => {
    const facts = { id: "{1}", name: title(), visibility: "Visible", protection: { protected: false } };
    const sheet = keep(new OfficeMockObject({ ...facts, autoFilter: { enabled: false, isDataFiltered: false } }));
    const filters = own
      ? [keep(new OfficeMockObject({ name: "表1", autoFilter: { isDataFiltered: own.filtered } }))]
      : [];
    return Object.assign(sheet, {
      tables: mockCollection(filters),
      getUsedRangeOrNullObject: () => {
        const place = { rowIndex: 0, columnIndex: 0, rowCount: given.rows, columnCount: given.columns };
        return Object.assign(mockRange(keep(new OfficeMockObject(place))), { isNullObject: given.rows === 0 });
      },
      getRange: () =>
        Object.assign(mockRange(new OfficeMockObject({})), {
          getMergedAreasOrNullObject: () => {
            mergedAsked += 1;
            const areas = mockRange(keep(new OfficeMockObject({ address: merged ?? "" })));
            return Object.assign(areas, { isNullObject: merged === undefined });
          },
        }),
      getRangeByIndexes: (row: number, column: number, count: number, width: number) => {
        asked.push(count);
        const isFilled = (r: number) => r < given.rows && (given.filled?.(r) ?? true);
        const cell = (r: number, c: number) => (isFilled(r) && c < given.columns ? `${text}${String(r)}` : "");
        const values = Array.from({ length: count }, (_, r) =>
          Array.from({ length: width }, (_, c) => cell(row + r, column + c)),
        );
        // The library's mocks cannot hold a null; an empty grid is as little the asked one.
        const range = mockRange(
          keep(new OfficeMockObject({ values: count > mostRows ? [] : values, formulas: values, text: values })),
        );
        const getUsedRangeOrNullObject = () => {
          const first = Array.from({ length: count }, (_, r) => row + r).findIndex(isFilled);
          const place = { rowIndex: row + first, columnIndex: 0, rowCount: given.rows - row - first, columnCount: 1 };
          return Object.assign(mockRange(keep(new OfficeMockObject(place))), { isNullObject: first < 0 });
        };
        const load = range.load.bind(range);
        return Object.assign(range, {
          getUsedRangeOrNullObject,
          load: (members: string) => {
            if (members.includes("values")) loaded.push(count);
            load(members);
          },
        });
      },
    });
  };
  const tableMock = () => {
    const range = mockRange(keep(new OfficeMockObject({ rowIndex: 0, columnIndex: 1, rowCount: 61, columnCount: 2 })));
    const columns = [keep(new OfficeMockObject({ name: "客户" })), keep(new OfficeMockObject({ name: "阶段" }))];
    const table = keep(new OfficeMockObject({ name: "FollowUps", showTotals: false, worksheet: { name: title() } }));
    return Object.assign(table, {
      columns: Object.assign(mockCollection(columns), { items: columns }),
      getRange: () => range,
    });
  };
  const collectionOf = (items: readonly OfficeMockObject[]) => ({
    items,
    load: (members: string) => {
      for (const member of members.split(",").map((each) => each.replace(/^items\//, ""))) {
        if (member.startsWith("columns/")) items.forEach((item) => Reflect.get(item, "columns").load(member.slice(8)));
        else items.forEach((item) => item.load([member]));
      }
    },
  });
  const workbook = keep(new OfficeMockObject({ readOnly: false, protection: { protected: false } }));
  // Every reading meets fresh objects, as it does in Excel.
  const define = (name: string, get: () => unknown) =>
    Object.defineProperty(workbook, name, { get, configurable: true });
  define("worksheets", () => {
    const sheet = sheetMock();
    return Object.assign(collectionOf([sheet]), {
      getActiveWorksheet: () => sheet,
      getItem: (name: string) => {
        if (name !== title()) throw Object.assign(new Error("gone"), { code: "ItemNotFound" });
        return sheetMock();
      },
    });
  });
  define("tables", () => Object.assign(collectionOf(own ? [tableMock()] : []), { getItem: () => tableMock() }));
  define("names", () =>
    mockCollection([
      keep(new OfficeMockObject({ name: "FU_Today", formula: "='跟进设置'!$B$2" })),
      // A name may stand for a number; it is no place, and none of ours.
      keep(new OfficeMockObject({ name: "Rate", formula: 3 })),
    ]),
  );
  define("functions", () => ({ date: () => keep(new OfficeMockObject({ value: probe })) }));
  const syncs = mockExcel(workbook, objects);
  return { syncs, asked, loaded, mergedAsked: () => mergedAsked };
}

function progress(cancelAfter = Infinity) {
  const reports: number[] = [];
  const value: Progress = { report: (done) => reports.push(done), cancelled: () => reports.length >= cancelAfter };
  return { value, reports };
}

const openSheet: SheetChoice = ({ activeSheet }) => [activeSheet];

/** The chosen sheet's values after one reading. @throws where it could not be read */
async function readValues(read = createWorkbookReader()) {
  const found = await read(openSheet, progress().value);
  if (!found.ok) throw new Error(found.fault.code);
  const [sheet] = found.value.sheets.values();
  return sheet!;
}

test("facts and a small sheet are told as they are; the place of a table takes a second round trip, later none", async () => {
  const { syncs } = bookWith({ rows: 3, columns: 2, text: "行", table: { filtered: false } });
  const read = createWorkbookReader();
  const found = await read(openSheet, progress().value);
  const sheet = { id: "{1}", name: "客户", visibility: "visible", protected: false };
  expect(found.ok && found.value.book).toMatchObject({
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: "客户",
    sheets: [sheet],
    tables: [
      {
        name: "FollowUps",
        sheet: "客户",
        area: { row: 0, column: 1, rows: 61, columns: 2 },
        headers: ["客户", "阶段"],
        totals: false,
      },
    ],
    names: [{ name: "FU_Today", formula: "='跟进设置'!$B$2" }],
  });
  expect(found.ok && found.value.sheets.get("客户")).toEqual({
    sheet,
    used: { row: 0, column: 0, rows: 3, columns: 2 },
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: {
      sheet: "客户",
      area: { row: 0, column: 0, rows: 3, columns: 2 },
      values: [
        ["行0", "行0"],
        ["行1", "行1"],
        ["行2", "行2"],
      ],
    },
  });
  expect(syncs()).toBe(2);
  await readValues(read);
  expect(syncs()).toBe(3);
});

test("a workbook of the 1904 system is told by the probe", async () => {
  bookWith({ rows: 3, columns: 2, text: "行", probe: 1 });
  const found = await createWorkbookReader()(openSheet, progress().value);
  expect(found.ok && found.value.book.dateSystem).toBe(1904);
});

test("an empty sheet has no used cells and an empty grid", async () => {
  bookWith({ rows: 0, columns: 0, text: "" });
  const { used, grid } = await readValues();
  expect([used, grid.values]).toEqual([null, []]);
});

test("merged cells are told wherever they are, and not asked for where the follow-up table stands", async () => {
  const plain = bookWith({ rows: 3, columns: 2, text: "行", merged: "客户!A1:B1,客户!F9:G9" });
  expect((await readValues()).merged).toEqual([
    { row: 0, column: 0, rows: 1, columns: 2 },
    { row: 8, column: 5, rows: 1, columns: 2 },
  ]);
  expect(plain.mergedAsked()).toBe(1);
  const listed = bookWith({ rows: 3, columns: 2, text: "行", merged: "客户!A1:B1", table: { filtered: false } });
  expect((await readValues()).merged).toEqual([]);
  expect(listed.mergedAsked()).toBe(0);
});

test("a filter of a table on the sheet is told", async () => {
  bookWith({ rows: 3, columns: 2, text: "行", table: { filtered: true } });
  expect((await readValues()).filtered).toBe(true);
});

function rowNumbers(values: readonly (readonly unknown[])[]): readonly number[] {
  return values.map((row) => Number(String(row[0]).replace(/\D/g, "")));
}

const upTo = (rows: number) => Array.from({ length: rows }, (_, row) => row);

test("a large sheet comes in blocks of about 2 MB, complete and in order, with progress", async () => {
  // 3,000 rows of two cells with 300 characters of three bytes: 5.4 MB.
  const { asked, syncs } = bookWith({ rows: 3000, columns: 2, text: "长".repeat(300), table: { filtered: false } });
  const { value, reports } = progress();
  const found = await createWorkbookReader()(openSheet, value);
  if (!found.ok) throw new Error(found.fault.code);
  expect(rowNumbers(found.value.sheets.get("客户")!.grid.values)).toEqual(upTo(3000));
  expect(Math.max(...asked) * 1800).toBeLessThan(2_100_000);
  expect(syncs()).toBeLessThanOrEqual(2 + 3);
  expect(reports.at(-1)).toBe(2750);
});

test("a list is read again in one round trip, rows at its end included; a wider one is read whole", async () => {
  const given: Given = { rows: 3000, columns: 4, text: "行", table: { filtered: false } };
  const { syncs } = bookWith(given);
  const read = createWorkbookReader();
  await readValues(read);
  let before = syncs();
  given.rows = 3020;
  expect(rowNumbers((await readValues(read)).grid.values)).toEqual(upTo(3020));
  expect(syncs() - before).toBe(1);
  given.rows = 2000;
  expect(rowNumbers((await readValues(read)).grid.values)).toEqual(upTo(2000));
  before = syncs();
  given.rows = 4000;
  expect(rowNumbers((await readValues(read)).grid.values)).toEqual(upTo(4000));
  expect(syncs() - before).toBe(2);
  given.columns = 5;
  const wide = (await readValues(read)).grid.values;
  expect(rowNumbers(wide)).toEqual(upTo(4000));
  expect(new Set(wide.map((row) => row.length))).toEqual(new Set([5]));
});

test("a sheet that was renamed since is found again", async () => {
  const given: Given = { rows: 3, columns: 2, text: "行", table: { filtered: false } };
  bookWith(given);
  const read = createWorkbookReader();
  await readValues(read);
  given.title = "名单";
  expect((await readValues(read)).sheet.name).toBe("名单");
});

test("a block for which Excel gives no values is halved until it does", async () => {
  const { asked } = bookWith({ rows: 3000, columns: 2, text: "x", mostRows: 700 });
  expect(rowNumbers((await readValues()).grid.values)).toEqual(upTo(3000));
  expect(asked.filter((rows) => rows > 700).length).toBeGreaterThan(0);
});

test("a sheet whose smallest block is still too large is told as too large", async () => {
  bookWith({ rows: 3000, columns: 50, text: "x", mostRows: 250 - 1 });
  expect(await createWorkbookReader()(openSheet, progress().value)).toEqual({
    ok: false,
    fault: { code: "tooLarge" },
  });
});

test("cancelling takes effect between two blocks", async () => {
  const { syncs } = bookWith({ rows: 3000, columns: 2, text: "长".repeat(300), table: { filtered: false } });
  expect(await createWorkbookReader()(openSheet, progress(1).value)).toEqual({
    ok: false,
    fault: { code: "cancelled" },
  });
  expect(syncs()).toBe(3);
});

test("the blank rows between a list and a cell far below it are not read", async () => {
  const given: Given = { rows: 60_000, columns: 3, text: "x", filled: (row) => row < 9 || row === 59_999 };
  const { loaded, syncs } = bookWith(given);
  const read = createWorkbookReader();
  for (const trips of [4, 7]) {
    const found = await read(openSheet, progress().value);
    const grid = found.ok ? [...found.value.sheets.values()][0]?.grid : undefined;
    expect(grid?.values).toHaveLength(60_000);
    expect([8, 9, 59_998, 59_999].map((row) => grid?.values[row]?.[0])).toEqual(["x8", "", "", "x59999"]);
    expect(syncs()).toBe(trips);
  }
  expect(Math.max(...loaded)).toBeLessThan(400);
});
