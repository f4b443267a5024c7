import type { Action, Chart } from "../../domain/workbook/action";
import { objectionTo, type Targets } from "./targets";

const table = { name: "FollowUps", sheet: "客户表", style: "", area: { row: 0, column: 0, rows: 3, columns: 2 } };
const targets: Targets = {
  readOnly: false,
  structureProtected: false,
  sheets: new Map([
    ["客户表", { name: "客户表", protected: false }],
    ["locked", { name: "Locked", protected: true }],
  ]),
  tables: new Map([["followups", table]]),
  names: new Map(),
  highlights: new Map(),
  charts: new Map([["客户表", ["FU_Chart"]]]),
};
const area = { row: 0, column: 0, rows: 1, columns: 1 };

function write(sheet: string): Action {
  return { kind: "writeCells", sheet, area, cells: [["x"]] };
}

function draw(name: string, source: string): Action {
  const chart: Chart = {
    name,
    type: "barClustered",
    title: null,
    source,
    categories: area,
    series: [],
    labelFormat: null,
    place: area,
  };
  return { kind: "addChart", sheet: "客户表", chart };
}

test("a protected sheet is named before anything is written", () => {
  expect(objectionTo([write("客户表"), write("LOCKED")], targets)).toEqual({ code: "protected", sheet: "Locked" });
});

test("where the structure is protected no sheet is added or deleted, and all else goes on", () => {
  const locked: Targets = { ...targets, structureProtected: true };
  const add: Action = { kind: "addSheet", sheet: "新表", visibility: "visible" };
  expect(objectionTo([write("客户表"), add], locked)).toEqual({ code: "structure" });
  expect(objectionTo([{ kind: "deleteSheet", sheet: "客户表" }], locked)).toEqual({ code: "structure" });
  expect(objectionTo([write("客户表")], locked)).toBeNull();
});

test("a read-only workbook takes no action, and no actions need no workbook", () => {
  expect(objectionTo([write("客户表")], { ...targets, readOnly: true })).toEqual({ code: "readOnly" });
  expect(objectionTo([], { ...targets, readOnly: true })).toBeNull();
});

test.each<Action>([
  write("新表"),
  { kind: "addSheet", sheet: "LOCKED", visibility: "visible" },
  { kind: "createTable", sheet: "客户表", area, name: "FOLLOWUPS", style: null },
  { kind: "renameTable", from: "表1", to: "X" },
  { kind: "resizeTable", name: "表1", sheet: "客户表", area },
  { kind: "unlistTable", name: "表1" },
  draw("FU_New", "汇总"),
  { kind: "deleteChart", sheet: "客户表", name: "FU_New" },
])("$kind is stopped where the workbook is not as the plan thought", (action) => {
  expect(objectionTo([action], targets)?.code).toBe("drift");
});

test("what earlier actions make or rename is there for the later ones", () => {
  const actions: readonly Action[] = [
    { kind: "addSheet", sheet: "新表", visibility: "visible" },
    write("新表"),
    { kind: "renameTable", from: "FollowUps", to: "Old" },
    { kind: "createTable", sheet: "新表", area, name: "FollowUps", style: null },
    { kind: "unlistTable", name: "Old" },
    { kind: "deleteChart", sheet: "客户表", name: "fu_chart" },
    draw("FU_Chart", "新表"),
    draw("FU_CHART", "新表"),
  ];
  expect(objectionTo(actions, targets)).toBeNull();
});
