import { forEachCalculated } from "../schema/fieldIds";
import type { FormulaHeaders } from "../followUps/calculated";
import type { CellInput, CellValue } from "../values/value";
import { calculatedHeaders } from "../schema/headerNames";
import { owners, schemaStub, stage } from "../../../test/support/schemaStub";
import { logHeaders } from "../log/logSheet";
import type { Schema } from "../schema/field";
import { intersect } from "../workbook/area";
import { workbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import { blockArea } from "../workbook/layout";
import { planSummary } from "./planSummary";
import type { BookSnapshot, FormulaGrid, InstalledSnapshot } from "../workbook/snapshot";
import type { PageCorner } from "./summaryPage";
import { summaryAreaName, summarySheet } from "./summarySheet";
import type { ValueLine } from "./summaryValues";

const words = workbookText["zh-CN"];
const title = "跟进汇总";
const calculated: FormulaHeaders["calculated"] = forEachCalculated((id) => calculatedHeaders[id]["zh-CN"]);
const headers: FormulaHeaders = {
  fields: new Map([
    ["customer", "客户"],
    ["stage", "阶段"],
    ["owner", "负责人"],
    ["lastContact", "最近联系"],
  ]),
  calculated,
};
const schemaOf = (...names: readonly string[]): Schema =>
  schemaStub({ stages: [stage("线索", "open"), stage("成交", "won")], owners: owners(...names) });
const settings = [{ name: "FollowUpOwners", sheet: "设置", area: { row: 5, column: 0, rows: 9, columns: 2 } }];
const around = {
  list: { sheet: "客户", area: { row: 0, column: 0, rows: 1, columns: 1 } },
  log: logHeaders({ tables: [] }, "zh-CN"),
};
const lines: readonly ValueLine[] = [{ label: "加权", value: 12, kind: "amount", note: "3 个" }];

function layOut(schema: Schema, values = lines, asOf = 46_241) {
  return (name: string, corner: PageCorner) =>
    summarySheet(name, corner, { headers, schema, settings, ...around, words, values, asOf });
}

const empty: BookSnapshot = {
  readOnly: false,
  structureProtected: false,
  dateSystem: 1900,
  activeSheet: "S",
  sheets: [],
  tables: [],
  names: [],
};

const top: PageCorner = { row: 0, column: 0 };

/** The workbook after the plan for the schema was carried out, with cells that somebody added, and rows or columns put in before the page. */
function after(schema: Schema, own: Readonly<Record<string, CellValue>> = {}, corner = top) {
  const { layout, names, charts } = layOut(schema)(title, corner);
  const cells: CellValue[][] = Array.from({ length: layout.extent.row + layout.extent.rows + 20 }, () =>
    Array<CellValue>(16).fill(""),
  );
  const shown = (input: CellInput): CellValue => (typeof input === "object" ? (input?.formula ?? "") : input);
  for (const { row, column, cells: block } of layout.blocks) {
    block.forEach((line, r) => line.forEach((cell, c) => (cells[row + r]![column + c] = shown(cell))));
  }
  for (const [place, value] of Object.entries(own)) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    cells[row]![column] = value;
  }
  const grid: FormulaGrid = {
    sheet: title,
    area: { row: 0, column: 0, rows: cells.length, columns: 16 },
    formulas: cells,
  };
  const sheet = { id: "1", name: title, visibility: "visible", protected: false } as const;
  const book: BookSnapshot = { ...empty, sheets: [sheet], names };
  const chartFacts = charts.map(({ name, type, title: heading, series }) => ({
    sheet: title,
    name,
    type,
    title: heading,
    series: series.map((each) => ({ name: each.name, points: each.values.rows * each.values.columns })),
  }));
  const installed: InstalledSnapshot = {
    sheets: [grid],
    edges: [],
    highlights: [],
    validations: [],
    charts: chartFacts,
    pages: [],
    overwritten: [],
  };
  return { book, installed, rows: layout.extent.rows };
}

const written = (actions: readonly Action[]) =>
  actions.flatMap((action) => (action.kind === "writeCells" ? [action] : []));

test("the page that stands needs nothing, whatever people wrote beside it", () => {
  const { book, installed } = after(schemaOf("张敏"), { "5,12": "我的备注", "40,13": 7 });
  expect(planSummary(book, installed, words, layOut(schemaOf("张敏")))).toMatchObject({ actions: [], change: null });
});

test.each([
  { row: 3, column: 0 },
  { row: 2, column: 2 },
])("a page before which people put rows in needs nothing, and grows where it stands: $row, $column", (corner) => {
  const { book, installed } = after(schemaOf("张敏"), { "1,0": "周会用" }, corner);
  expect(planSummary(book, installed, words, layOut(schemaOf("张敏")))).toMatchObject({ actions: [], change: null });
  const { actions } = planSummary(book, installed, words, layOut(schemaOf("张敏", "李强")));
  expect(written(actions).length).toBeGreaterThan(0);
  for (const { area } of written(actions)) {
    expect([area.row >= corner.row, area.column >= corner.column]).toEqual([true, true]);
  }
  const withoutArea = { ...book, names: book.names.filter(({ name }) => name !== summaryAreaName) };
  const again = planSummary(withoutArea, installed, words, layOut(schemaOf("张敏"))).actions;
  expect(again).toMatchObject([{ kind: "setName", name: summaryAreaName }]);
});

test("values of another day are written alone; the formulas stay as they are", () => {
  const { book, installed } = after(schemaOf("张敏"));
  const { actions, change } = planSummary(book, installed, words, layOut(schemaOf("张敏"), lines, 46_242));
  expect(change).toMatchObject({ kind: "sheet", role: "summary", isNew: false });
  const cells = written(actions).flatMap((action) => action.cells.flat());
  expect(cells).toContain(46_242);
  expect(cells.filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
});

test("a new owner makes the page longer: it is laid out anew within its own columns", () => {
  const { book, installed } = after(schemaOf("张敏"), { "5,12": "我的备注" });
  const { actions } = planSummary(book, installed, words, layOut(schemaOf("张敏", "李强")));
  for (const { area } of written(actions)) expect(area.column + area.columns).toBeLessThanOrEqual(12);
  expect(
    written(actions)[0]!
      .cells.flat()
      .every((cell) => cell === ""),
  ).toBe(true);
});

test("cells that people filled below stop it from growing over them, and are named", () => {
  const start = after(schemaOf("张敏"));
  const { book, installed } = after(schemaOf("张敏"), { [`${start.rows},2`]: "别删我" });
  const plan = planSummary(book, installed, words, layOut(schemaOf("张敏", "李强")));
  expect(plan).toMatchObject({
    actions: [],
    change: { kind: "summaryBlocked", sheet: title, cell: `C${start.rows + 1}` },
  });
});

test("a page of an earlier version, which was narrower, does not grow over what people wrote beside it", () => {
  const { book, installed } = after(schemaOf("张敏"), { "5,10": "我的备注" });
  const names = book.names.map((one) =>
    one.name === summaryAreaName ? { ...one, formula: `='${title}'!$A$1:$I$60` } : one,
  );
  const plan = planSummary({ ...book, names }, installed, words, layOut(schemaOf("张敏")));
  expect(plan).toMatchObject({ actions: [], change: { kind: "summaryBlocked", sheet: title, cell: "K6" } });
});

test("an owner who left takes the row along: nothing of the longer table is left over", () => {
  const { book, installed } = after(schemaOf("张敏", "李强"));
  const { actions } = planSummary(book, installed, words, layOut(schemaOf("张敏")));
  const [first] = written(actions);
  expect(first!.area.rows).toBe(after(schemaOf("张敏", "李强")).rows);
});

describe("a page for many", () => {
  const numbered = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}${index + 1}`);
  const stages = [...numbered(7, "阶段").map((name) => stage(name, "open")), stage("成交", "won")];
  const team = (count: number) => schemaStub({ stages, owners: owners(...numbered(count, "同事")) });
  const all: FormulaHeaders = { ...headers, fields: new Map([...headers.fields, ["nextDate", "下次跟进"]]) };
  const lay = (count: number) =>
    summarySheet(title, top, {
      headers: all,
      schema: team(count),
      settings,
      ...around,
      words,
      values: lines,
      asOf: 46_241,
    });

  test("is printed without the cells that only sort the owners", () => {
    const { layout, page } = lay(30);
    expect(page.printArea).toEqual({ ...layout.extent, rows: layout.extent.rows - 32 });
  });

  test.each([1, 8, 30])("has charts side by side that fill its width and cover no cell: %d owners", (count) => {
    const { charts, layout } = lay(count);
    expect(charts.length).toBe(count === 8 ? 3 : 2);
    let edge = 0;
    for (const { place } of charts) {
      expect(place.column).toBe(edge);
      edge = place.column + place.columns;
      for (const block of layout.blocks) expect(intersect(blockArea(block), place)).toBeNull();
    }
    expect(edge).toBe(layout.extent.columns);
  });
});
