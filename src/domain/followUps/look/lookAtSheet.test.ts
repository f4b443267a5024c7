import type { CellValue } from "../../values/value";
import type { Area } from "../../workbook/area";
import type { BookSnapshot, SheetSnapshot } from "../../workbook/snapshot";
import { listLikeness } from "./likeness";
import { lookAtSheet } from "./lookAtSheet";
import { asFound, type ShapeWishes } from "./shape";

type Rows = readonly (readonly CellValue[])[];

const book: BookSnapshot = {
  readOnly: false,
  structureProtected: false,
  dateSystem: 1900,
  activeSheet: "客户",
  sheets: [],
  tables: [],
  names: [],
};

/** A sheet whose used cells begin at B3; shorter rows are filled up with blank cells. */
const at = { row: 2, column: 1 };

function sheetOf(rows: Rows, merged: readonly Area[] = []): SheetSnapshot {
  const columns = Math.max(...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? ""));
  const used: Area = { ...at, rows: rows.length, columns };
  return {
    sheet: { id: "1", name: "客户", visibility: "visible", protected: false },
    used,
    merged: merged.map((area) => ({ ...area, row: area.row + at.row, column: area.column + at.column })),
    filtered: false,
    autoFilter: false,
    grid: { sheet: "客户", area: used, values },
  };
}

function lookOf(rows: Rows, merged: readonly Area[] = [], wishes: Partial<ShapeWishes> = {}) {
  const look = lookAtSheet(book, sheetOf(rows, merged), { ...asFound, ...wishes });
  if (!look) throw new Error("Nothing reads as a list");
  return look;
}

const names = (rows: Rows) => rows.map(([name]) => name).filter((name) => name !== "");
const told = (rows: Rows, merged?: readonly Area[]) =>
  lookOf(rows, merged).leftOut.map(({ kind, area, text }) => [kind, area.row - at.row, area.rows, text]);

const header = ["客户名称", "联系人", "负责人", "阶段", "金额", "下次跟进日期"];
const customers: Rows = [
  ["甲公司", "赵一", "张敏", "线索", 1000, 46_240],
  ["乙公司", "钱二", "李强", "成交", 2500, 46_241],
  ["丙公司", "孙三", "张敏", "线索", 700, 46_250],
  ["丁公司", "李四", "李强", "流失", 40, 46_252],
];
const none: readonly CellValue[] = [];

describe("where a list begins", () => {
  test("below a title, who made it, and blank rows", () => {
    const look = lookOf([
      ["某某公司客户跟进表"],
      ["制表：张敏", "", "", "日期：2026-08-07"],
      none,
      header,
      ...customers,
    ]);
    expect([look.header, look.headers]).toEqual([{ row: 5, rows: 1 }, header]);
    expect(look.area).toEqual({ row: 5, column: 1, rows: 5, columns: 6 });
    expect(look.body).toEqual(customers);
    expect(look.inPlace).toBeNull();
  });

  test("headers that nobody knows are told from the rows by what stands in these", () => {
    const rows = [
      ["项目", "级别", "编码", "到期"],
      ["一号线", "A", 1, 46_001],
      ["二号线", "A", 2, 46_002],
      ["三号线", "B", 3, 46_003],
    ];
    expect(lookOf([["2026"], ...rows]).headers).toEqual(rows[0]);
  });

  test("a form or the minutes of a meeting are no list", () => {
    expect(lookAtSheet(book, sheetOf([["客户：", "甲公司"], ["电话：", "138"], ["说明"]]), asFound)).toBeNull();
    expect(lookAtSheet(book, sheetOf([["会议纪要", "8月7日"], ["今天讨论了……"], ["散会"]]), asFound)).toBeNull();
  });

  test("the row that a person names is the header row", () => {
    const look = lookOf([header, ["名称", "人", "谁", "进度", "钱", "日子"], ...customers], [], { headerRow: 3 });
    expect(look.headers).toEqual(["名称", "人", "谁", "进度", "钱", "日子"]);
    expect(names(look.body)).toEqual(names(customers));
  });
});

describe("two header rows are read together", () => {
  test("groups over columns, of which the name alone says as much", () => {
    const merged = [
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 1, columns: 4 },
    ];
    const look = lookOf([["客户信息", "", "跟进信息"], header, ...customers], merged);
    expect([look.header.rows, look.headers, look.inPlace]).toEqual([2, header, null]);
    expect(look.body).toEqual(customers);
  });

  test("groups that tell columns by one name apart, with and without merged cells", () => {
    const rows = [
      ["客户名称", "上次联系", "", "下次联系", "", "阶段"],
      ["", "日期", "方式", "日期", "方式", ""],
    ];
    const body = [
      ["甲", 46_200, "电话", 46_240, "拜访", "线索"],
      ["乙", 46_201, "微信", 46_241, "电话", "成交"],
    ];
    const merged = [
      ...[0, 5].map((column) => ({ row: 0, column, rows: 2, columns: 1 })),
      ...[1, 3].map((column) => ({ row: 0, column, rows: 1, columns: 2 })),
    ];
    const headers = ["客户名称", "上次联系 日期", "上次联系 方式", "下次联系 日期", "下次联系 方式", "阶段"];
    for (const look of [lookOf([...rows, ...body], merged), lookOf([...rows, ...body])]) {
      expect(look.headers).toEqual(headers);
      expect(look.body).toEqual(body);
      expect(look.inPlace).toEqual({ kind: "twoHeaderRows" });
    }
  });

  test("a second row of field names is no customer", () => {
    const keys = ["CustomerName", "ContactName", "OwnerName", "CommercialStage", "Amount", "NextDate"];
    const look = lookOf([header, keys, ...customers]);
    expect([look.headers, look.header.rows, look.inPlace]).toEqual([header, 2, { kind: "twoHeaderRows" }]);
    expect(look.body).toEqual(customers);
    expect(look.leftOut).toMatchObject([{ kind: "fieldKeys", area: { row: 3, rows: 1 } }]);
  });

  test("the first customer under names that a program gave stays one", () => {
    const keys = ["customer_name", "sales_owner", "deal_stage"];
    const rows = [
      ["Acme", "Ann", "Open"],
      ["Globex", "Bob", "Won"],
    ];
    expect(lookOf([keys, ...rows]).body).toEqual(rows);
  });
});

describe("where a list ends", () => {
  test.each([
    ["合计", "", "", "", 4240, ""],
    ["合　计：", "4 家", "", "", "¥4,240", ""],
    ["", "", "", "Grand Total", 4240, ""],
    ["张敏 汇总", "", "", "", 4240, ""],
    ["", "", "", "", 4240, ""],
  ])("before a row of sums: %s %s %s %s %s", (...total) => {
    const look = lookOf([header, ...customers, total]);
    expect(look.body).toEqual(customers);
    expect(look.leftOut.map(({ kind }) => kind)).toEqual(["total"]);
    expect(look.inPlace).toBeNull();
  });

  test("a customer whose name sounds like a total is one", () => {
    const rows = [
      ...customers,
      ["Total", "Li", "李强", "线索", 5, 46_250],
      ["合计科技", "周", "李强", "线索", 5, 46_250],
    ];
    expect(lookOf([header, ...rows]).body).toEqual(rows);
  });

  test("customers that somebody marked with a star are customers, the last one too", () => {
    const { body } = lookOf([
      ["重点", "客户名称", "阶段", "负责人"],
      ["", "甲公司", "线索", "王磊"],
      ["*", "乙公司", "成交", "李静"],
      ["**", "丙公司", "线索", "李静"],
    ]);
    expect(body.map(([, name]) => name)).toEqual(["甲公司", "乙公司", "丙公司"]);
  });

  test("before notes below, with a gap and without one", () => {
    const notes: Rows = [["制表人：张敏", "", "审核：李强"], ["注：红色为逾期"]];
    for (const below of [notes, [none, ...notes], [["合计", "", "", "", 4240], ...notes, ["张敏"]]])
      expect(names(lookOf([header, ...customers, ...below]).body)).toEqual(names(customers));
  });

  test("before the footer of a report", () => {
    const footer: Rows = [["Sample report"], ["Copyright (c) 2026 salesforce.com"], ["Confidential"], ["Sample Org"]];
    expect(told([header, ...customers, none, none, ...footer])).toEqual([
      ["below", 7, 4, "Sample report · Copyright (c) 2026 salesforce.com · Confiden…"],
    ]);
  });

  test("a customer below a blank row is one, of a summary there none", () => {
    const look = lookOf([
      header,
      ...customers,
      none,
      ["戊公司", "吴", "张敏", "线索", 1, 46_260],
      none,
      ["线索", 3],
      ["成交", 1],
    ]);
    expect(names(look.body)).toEqual([...names(customers), "戊公司"]);
    expect(look.area.rows).toBe(7);
  });

  test("where people see nothing more, however far a blank was typed", () => {
    const blank = Array.from({ length: 1500 }, () => none);
    const rows = [header, ...customers, ["", "　"], ...blank, [" "]];
    expect(lookOf(rows).body).toEqual(customers);
    expect(told(rows)).toEqual([["farBlank", 1506, 1, ""]]);
    expect(told([header, ...customers, ["", "　"]])).toEqual([]);
  });
});

describe("what stands between the rows", () => {
  const [first, second, third, fourth] = customers as readonly [Rows[0], Rows[0], Rows[0], Rows[0]];

  test("headings, subtotals and the header again are blank rows of the list", () => {
    const look = lookOf([
      header,
      ["华东区"],
      first,
      second,
      ["小计", "", "", "", 3500],
      header,
      ["— 8月 —"],
      third,
      fourth,
      ["小计", "", "", "", 740],
      ["总计", "", "", "", 4240],
    ]);
    expect(look.body.map(([name]) => name)).toEqual(["", "甲公司", "乙公司", "", "", "", "丙公司", "丁公司"]);
    expect(look.leftOut.map(({ kind }) => kind)).toEqual(["section", "total", "headerAgain", "section", "total"]);
    expect(look.inPlace).toEqual({ kind: "rowsInside", rows: [3, 6, 7, 8] });
  });

  test("headings that are merged over the list, or name the owner of the rows below", () => {
    const merged = [{ row: 1, column: 0, rows: 1, columns: 6 }];
    expect(names(lookOf([header, ["重要"], first, second, third], merged).body)).toEqual([
      "甲公司",
      "乙公司",
      "丙公司",
    ]);
    expect(names(lookOf([header, ["张敏"], first, third, ["李强"], second, fourth]).body)).toEqual([
      ...["甲公司", "丙公司", "乙公司", "丁公司"],
    ]);
  });

  test("a customer of whom only the name is known is no heading", () => {
    expect(names(lookOf([header, first, ["己公司"], second, ["庚公司"]]).body)).toEqual([
      "甲公司",
      "己公司",
      "乙公司",
      "庚公司",
    ]);
  });

  test("a person takes rows in and leaves rows out", () => {
    const rows = [header, first, ["小计", "", "", "", 1000], second, third, none, ["张三丰"]];
    const look = lookOf(rows, [], { takeIn: [at.row + 2, at.row + 6], leaveOut: [at.row + 4] });
    expect(look.body.map(([name]) => name)).toEqual(["甲公司", "小计", "乙公司", "", "", "张三丰"]);
    expect(look.leftOut).toMatchObject([{ kind: "chosen", text: "丙公司 · 孙三 · 张敏 · 线索 · 700 · 46250" }]);
  });
});

describe("merged cells in the rows", () => {
  test("a name that is merged over several rows stands in each that has something of its own", () => {
    const rows = [
      ["甲公司", "赵一", "张敏", "线索", 1000, 46_240],
      ["", "钱二", "李强", "成交", "", 46_241],
      ["", "孙三", "", "", "", ""],
      ["丁公司", "李四", "李强", "流失", 40, 46_252],
    ];
    const merged = [
      { row: 1, column: 0, rows: 3, columns: 1 },
      { row: 1, column: 4, rows: 2, columns: 1 },
    ];
    const look = lookOf([header, ...rows], merged);
    expect(look.body.map(([name, , , , amount]) => [name, amount])).toEqual([
      ["甲公司", 1000],
      // A merged amount is one amount.
      ["甲公司", ""],
      ["", ""],
      ["丁公司", 40],
    ]);
    expect(look.inPlace).toEqual({ kind: "mergedCells", cells: ["B4:B6", "F4:F5"] });
  });

  test("of merged cells that Excel tells by the first one alone the value goes on to the next one", () => {
    const rows = [
      ["甲公司", "赵一", "张敏"],
      ["", "钱二", "李强"],
      ["乙公司", "孙三", "张敏"],
    ];
    const look = lookOf([["客户名称", "联系人", "负责人"], ...rows], [{ row: 1, column: 0, rows: 1, columns: 1 }]);
    expect(names(look.body)).toEqual(["甲公司", "甲公司", "乙公司"]);
  });

  test("cells that all count as merged, where Excel cannot tell, are read as they stand", () => {
    const look = lookOf([header, ...customers], [{ row: 0, column: 0, rows: 5, columns: 6 }]);
    expect(look.body).toEqual(customers);
    expect(look.inPlace).toMatchObject({ kind: "mergedCells" });
  });
});

describe("several blocks on one sheet", () => {
  test("a legend right of a gap is told", () => {
    const [first, ...rest] = customers as readonly [Rows[0], ...Rows];
    const rows = [[...header, "", "", "图例"], [...(first ?? []), "", "", "红色=逾期"], ...rest];
    expect(lookOf(rows).body).toEqual(customers);
    expect(told(rows)).toEqual([["beside", 0, 2, "图例 · 红色=逾期"]]);
  });

  test("the largest customer list is taken, whichever comes first, the others are told", () => {
    const summary: Rows = [
      ["阶段", "数量", "金额"],
      ["线索", 2, 1700],
      ["成交", 1, 2500],
    ];
    for (const rows of [
      [...summary, none, header, ...customers],
      [header, ...customers, none, ...summary],
    ])
      expect(names(lookOf(rows).body)).toEqual(names(customers));
    expect(told([header, ...customers, none, ...summary]).map(([kind]) => kind)).toEqual(["otherBlock"]);
  });

  test("a list that goes on under its header again is one list", () => {
    const look = lookOf([header, ...customers.slice(0, 2), none, ["已成交客户"], header, ...customers.slice(2)]);
    expect(names(look.body)).toEqual(names(customers));
  });
});

test("how much a sheet looks like a customer list is told by its top rows", () => {
  const top = sheetOf([["客户表"], header, ...customers]).grid.values;
  expect(listLikeness(top)).toEqual({ columns: 6, rows: 4 });
  expect(listLikeness([["会议纪要"], ["今天讨论了……"]])).toBeNull();
});
