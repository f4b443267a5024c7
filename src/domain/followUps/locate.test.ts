import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { BookSnapshot, SheetSnapshot, TableFacts } from "../workbook/snapshot";
import type { Area } from "../workbook/area";
import { findFollowUps } from "./followUps";
import { locate, noWishes, type ListWishes } from "./locate";

const title = "客户表";

function sheetWith(values: readonly (readonly CellValue[])[], at = { row: 0, column: 0 }): SheetSnapshot {
  const columns = values[0]?.length ?? 0;
  const used: Area | null = values.length > 0 ? { ...at, rows: values.length, columns } : null;
  return {
    sheet: { id: "1", name: title, visibility: "visible", protected: false },
    used,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: title, area: used ?? { row: 0, column: 0, rows: 1, columns: 1 }, values },
  };
}

function bookWith(...tables: readonly Partial<TableFacts>[]): BookSnapshot {
  return {
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: title,
    sheets: [{ id: "1", name: title, visibility: "visible", protected: false }],
    tables: tables.map((table, index) => ({
      name: `Table${index + 1}`,
      sheet: title,
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      headers: [],
      totals: false,
      ...table,
    })),
    names: [],
  };
}

const headers = ["客户名称", "阶段", "负责人"];
const rows: readonly (readonly CellValue[])[] = [
  ["甲", "线索", "张敏"],
  ["乙", "成交", "李强"],
];

function refusalOf(book: BookSnapshot, sheet: SheetSnapshot) {
  const result = locate(book, sheet);
  return result.ok ? null : result.refusal;
}

function locatedOf(book: BookSnapshot, sheet: SheetSnapshot, headerOf?: ReadonlyMap<FieldId, string>) {
  const result = locate(book, sheet, headerOf);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.located;
}

test("finds a plain list wherever it starts on the sheet", () => {
  const located = locatedOf(bookWith(), sheetWith([headers, ...rows], { row: 4, column: 2 }));
  expect(located.area).toEqual({ row: 4, column: 2, rows: 3, columns: 3 });
  expect(located.records.area).toEqual({ row: 5, column: 2, rows: 2, columns: 3 });
  expect(located.records.values).toEqual(rows);
  expect(located.table).toBeNull();
  expect([...located.records.columns]).toEqual([
    ["customer", 0],
    ["owner", 2],
    ["stage", 1],
  ]);
});

test("a list ends where only blanks were typed below it", () => {
  const blanks = [
    [" ", "", ""],
    ["", "", "　"],
  ];
  expect(locatedOf(bookWith(), sheetWith([headers, ...rows, ...blanks])).records.values).toEqual(rows);
});

test("numbers headers that stand there twice where nothing is counted by them, and takes the first", () => {
  const located = locatedOf(
    bookWith(),
    sheetWith([
      ["备注", "客户名称", "阶段", "备注"],
      ["a", "甲", "线索", "b"],
    ]),
  );
  expect(located.headers).toEqual(["备注", "客户名称", "阶段", "备注2"]);
  expect(located.records.columns.get("note")).toBe(0);
  expect(located.headerChanges).toEqual([{ column: 3, from: "备注", to: "备注2", why: "repeated" }]);
});

test("reads the headers of a table as they are", () => {
  const table = { area: { row: 0, column: 0, rows: 2, columns: 3 } };
  const located = locatedOf(
    bookWith(table),
    sheetWith([
      ["客户名称", "阶段", "阶段 "],
      ["甲", "线索", "b"],
    ]),
  );
  expect([located.headers, located.headerChanges]).toEqual([["客户名称", "阶段", "阶段 "], []]);
});

test("finds the list under a title, and tells that the title is left out", () => {
  const sheet = sheetWith([["2026 客户跟进", "", ""], ["制表：张敏", "", ""], headers, ...rows], { row: 1, column: 0 });
  const located = locatedOf(bookWith(), sheet);
  expect(located.records.values).toEqual(rows);
  expect(located.records.area.row).toBe(4);
  expect(located.leftOut).toEqual([
    { kind: "above", area: { row: 1, column: 0, rows: 2, columns: 1 }, text: "2026 客户跟进 · 制表：张敏" },
  ]);
});

test("tells merged cells within the list, for which it cannot become a table where it lies", () => {
  const sheet = { ...sheetWith([headers, ...rows]), merged: [{ row: 1, column: 1, rows: 2, columns: 1 }] };
  expect(locatedOf(bookWith(), sheet).inPlace).toEqual({ kind: "mergedCells", cells: ["B2:B3"] });
  expect(locatedOf(bookWith(), sheetWith([headers, ...rows])).inPlace).toBeNull();
});

test("a merge of which only the first cell is told counts where it may reach into the list", () => {
  const sheet = sheetWith([headers, ...rows], { row: 3, column: 2 });
  const told = (row: number, column: number) => ({ ...sheet, merged: [{ row, column, rows: 1, columns: 1 }] });
  expect(locatedOf(bookWith(), told(0, 3)).inPlace).toEqual({ kind: "mergedCells", cells: ["D1"] });
  expect(locatedOf(bookWith(), told(4, 5)).inPlace).toBeNull();
});

test("a note below a blank row is none of the customers; a customer there is one", () => {
  const noted = [[...headers, "备注"], ...rows.map((row) => [...row, ""])];
  const blank = ["", "", "", ""];
  const valuesOf = (row: readonly CellValue[]) =>
    locatedOf(bookWith(), sheetWith([...noted, blank, row])).records.values;
  expect(valuesOf(["", "", "", "仅限内部"])).toHaveLength(2);
  expect(valuesOf(["丙", "线索", "周敏", ""])).toHaveLength(4);
});

test("a blank column does not cut a list in two whose rows go on right of it", () => {
  const located = locatedOf(
    bookWith(),
    sheetWith(
      [
        ["客户名称", " ", "阶段"],
        ["甲", "", "线索"],
      ],
      { row: 0, column: 1 },
    ),
  );
  expect(located.headers).toEqual(["客户名称", "列2", "阶段"]);
});

describe("what a person said of columns", () => {
  const sheet = sheetWith([
    ["物料", "等级", "Owner", "OWNER"],
    ["甲", "线索", "张敏", "李强"],
    ["乙", "线索", "李强", "张敏"],
  ]);
  const wishesFor = (columns: ListWishes["columns"], today: number | null = null) => ({ ...noWishes, columns, today });

  test.each([null, 46_241])("comes before what the columns are taken for (review day %s)", (today) => {
    const said = new Map<string, FieldId | null>([
      ["物料", "customer"],
      ["等级", "stage"],
      ["OWNER2", "owner"],
      ["Owner", null],
    ]);
    const result = locate(bookWith(), sheet, new Map(), wishesFor(said, today));
    expect(result.ok && new Map(result.located.records.columns)).toEqual(
      new Map([
        ["customer", 0],
        ["stage", 1],
        ["owner", 3],
      ]),
    );
  });

  test("leaves two columns by one name to be told apart until one of them is pointed at", () => {
    const said = new Map<string, FieldId | null>([["物料", "customer"]]);
    const result = locate(bookWith(), sheet, new Map(), wishesFor(said, 46_241));
    expect(result).toMatchObject({ refusal: { code: "duplicateHeaders", cells: ["C1", "D1"] } });
  });
});

describe("refuses, and says why", () => {
  test("an empty sheet", () => {
    expect(refusalOf(bookWith(), sheetWith([]))).toEqual({ code: "emptySheet", sheet: title });
  });

  test("text without any header that is known, with what stands in the first row", () => {
    expect(
      refusalOf(
        bookWith(),
        sheetWith([
          ["会议纪要", ""],
          ["今天讨论了……", ""],
        ]),
      ),
    ).toEqual({
      code: "noHeaders",
      sheet: title,
      headers: ["会议纪要"],
      unknown: [],
    });
  });

  test("a list of headers that nobody knows, with each of them to point at", () => {
    const sheet = sheetWith([
      ["物料", "等级", "净重"],
      ["甲", "A", 1],
      ["乙", "A", 2],
    ]);
    const result = locate(bookWith(), sheet);
    expect(result).toMatchObject({ refusal: { code: "noHeaders", unknown: ["物料", "等级", "净重"] } });
    expect(!result.ok && result.found?.records.values).toHaveLength(2);
  });

  test("a field's header that stands there twice, with both places", () => {
    const sheet = sheetWith([
      ["客户名称", "阶段", "Owner", "OWNER"],
      ["甲", "线索", 1, 2],
    ]);
    expect(refusalOf(bookWith(), sheet)).toEqual({
      code: "duplicateHeaders",
      sheet: title,
      header: "Owner",
      cells: ["C1", "D1"],
    });
  });

  test("a list without customers", () => {
    const sheet = sheetWith([
      ["阶段", "负责人"],
      ["线索", "张敏"],
    ]);
    expect(refusalOf(bookWith(), sheet)).toMatchObject({ code: "missingColumns", missing: ["customer"] });
  });

  test("a list without customers, naming the columns that could be theirs", () => {
    const sheet = sheetWith([
      ["物料", "阶段", "负责人"],
      ["甲", "线索", "张敏"],
    ]);
    expect(refusalOf(bookWith(), sheet)).toMatchObject({
      missing: ["customer"],
      found: ["负责人", "阶段"],
      unknown: ["物料"],
    });
  });

  test("customers with nothing to follow up by", () => {
    const sheet = sheetWith([
      ["客户名称", "电话", "备注"],
      ["甲", "1", ""],
    ]);
    expect(refusalOf(bookWith(), sheet)).toMatchObject({
      code: "missingColumns",
      missing: ["stage", "owner", "nextDate"],
      found: ["客户名称", "电话", "备注"],
      unknown: [],
    });
  });

  test("headers without rows", () => {
    expect(refusalOf(bookWith(), sheetWith([headers]))).toEqual({ code: "noRows", sheet: title });
  });

  test("two tables on the sheet, neither of them ours", () => {
    const sheet = sheetWith([headers, ...rows]);
    expect(refusalOf(bookWith({}, {}), sheet)).toEqual({
      code: "otherTables",
      sheet: title,
      tables: ["Table1", "Table2"],
    });
  });
});

describe("an Excel table on the sheet", () => {
  const sheet = sheetWith([
    ["说明", "", "", ""],
    ["", "客户名称", "阶段", "负责人"],
    ["", "甲", "线索", "张敏"],
    ["", "乙", "成交", "李强"],
    ["", "合计", "", 2],
  ]);
  const area: Area = { row: 1, column: 1, rows: 4, columns: 3 };

  test("is the list, whatever stands around it, without its total row", () => {
    const { records, table, area: list } = locatedOf(bookWith({ area, totals: true }), sheet);
    expect(records.values).toEqual(rows);
    expect(records.area).toEqual({ row: 2, column: 1, rows: 2, columns: 3 });
    expect(list.rows).toBe(3);
    expect(table?.name).toBe("Table1");
  });

  test("called FollowUps is the one among several, in any case", () => {
    const book = bookWith(
      { area: { row: 0, column: 0, rows: 2, columns: 1 } },
      { name: "followups", area, totals: true },
    );
    expect(locatedOf(book, sheet).records.values).toEqual(rows);
    expect(findFollowUps(book)?.name).toBe("followups");
  });

  test("on another sheet does not matter", () => {
    expect(locatedOf(bookWith({ sheet: "Other" }), sheetWith([headers, ...rows])).table).toBeNull();
  });

  test("that reaches beyond the used cells has blank rows and cells there", () => {
    const wide = bookWith({ area: { row: 0, column: 0, rows: 4, columns: 3 } });
    const { records } = locatedOf(wide, sheetWith([headers, ["甲", "线索", "张敏"]]));
    expect(records.values).toEqual([
      ["甲", "线索", "张敏"],
      ["", "", ""],
      ["", "", ""],
    ]);
  });
});

describe("headers that the Settings name", () => {
  const odd = sheetWith([
    ["甲方", "进展", "客户名称"],
    ["甲", "线索", "A"],
  ]);

  test("come before known names", () => {
    const { records } = locatedOf(
      bookWith(),
      sheetWith([
        ["公司", "客户名称", "阶段"],
        ["甲", "A", "线索"],
      ]),
      new Map([["customer", "公司"]]),
    );
    expect(records.columns.get("customer")).toBe(0);
  });

  test("name columns that nobody could know", () => {
    const book = bookWith({ area: { row: 0, column: 0, rows: 2, columns: 3 } });
    const { records } = locatedOf(
      book,
      odd,
      new Map([
        ["customer", "甲方"],
        ["stage", "进展"],
      ]),
    );
    expect([...records.columns]).toEqual([
      ["customer", 0],
      ["stage", 1],
    ]);
  });

  test("take the very column, not one that reads alike", () => {
    const sheet = sheetWith([
      ["客户名称", "阶段", "金额（元）", "金额（美元）"],
      ["甲", "线索", 7, 1],
    ]);
    expect(locatedOf(bookWith(), sheet, new Map([["amount", "金额（美元）"]])).records.columns.get("amount")).toBe(3);
  });

  test("give one column to one field only, should the Settings name it twice", () => {
    const { matches } = locatedOf(
      bookWith(),
      sheetWith([headers, ...rows]),
      new Map([
        ["customer", "客户名称"],
        ["contact", "客户名称"],
      ]),
    );
    expect(new Set(matches.map(({ column }) => column)).size).toBe(matches.length);
  });
});
