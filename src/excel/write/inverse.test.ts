import type { CellInput } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";
import { inputsOf } from "../parts/grid";
import { inversesOf } from "./inverse";
import type { Targets } from "./targets";

test("formulas come back as formulas, and text that looks like one as text", () => {
  const formulas = [["=A1+1", "=不是公式", "+86 138", 46000, ""]];
  const values = [[3, "=不是公式", "+86 138", 46000, ""]];
  expect(inputsOf(formulas, values)).toEqual([[{ formula: "=A1+1" }, "=不是公式", "+86 138", 46000, ""]]);
});

const targets: Targets = {
  readOnly: false,
  structureProtected: false,
  sheets: new Map([["客户表", { name: "客户表", protected: false }]]),
  tables: new Map(),
  names: new Map(),
  charts: new Map([["客户表", ["FU_Chart"]]]),
  highlights: new Map([
    [
      "客户表",
      [
        {
          kind: "custom",
          areas: [
            { row: 1, column: 0, rows: 1, columns: 1 },
            { row: 5, column: 0, rows: 1, columns: 1 },
          ],
          highlight: { formula: '=N("followup:stale")=0', fill: null, font: null, bold: true },
        },
      ],
    ],
  ]),
};
const area = { row: 1, column: 0, rows: 2, columns: 1 };

test("what cannot be put back as it was has no inverse", () => {
  const mixed = {
    kind: "validation" as const,
    validation: {
      type: "Inconsistent",
      rule: {},
      errorAlert: { showAlert: false, style: "Stop" as const, title: "", message: "" },
      prompt: { showPrompt: false, title: "", message: "" },
      ignoreBlanks: true,
    },
  };
  expect(
    inversesOf(
      [
        { kind: "setValidation", sheet: "客户表", area, validation: null },
        { kind: "fillFormula", sheet: "客户表", area, formula: "=1" },
        { kind: "deleteSheet", sheet: "客户表" },
      ],
      targets,
      [mixed, { kind: "unknown" }, null],
    ),
  ).toEqual([null, null, null]);
});

test("cells with different number formats get each its own back", () => {
  const formats = [["@"], ["yyyy-mm-dd"]];
  const [inverse] = inversesOf([{ kind: "setNumberFormat", sheet: "客户表", area, format: "0" }], targets, [
    { kind: "formats", formats },
  ]);
  expect(inverse).toEqual([{ kind: "restoreFormats", sheet: "客户表", area, formats }]);
});

test("conditional formats of ours come back as they stood, each below those that were above it; the rest of a refused one goes", () => {
  const cells = [
    { row: 1, column: 0, rows: 1, columns: 1 },
    { row: 5, column: 0, rows: 1, columns: 1 },
  ];
  const look = { fill: null, font: null, bold: true };
  const stale = { areas: cells, highlight: { ...look, formula: '=N("followup:stale")=0' } };
  const made = [{ areas: [area], highlight: { ...look, formula: '=N("followup:overdue")=0' } }];
  const before: Targets = {
    ...targets,
    highlights: new Map([
      [
        "客户表",
        [
          { kind: "other", areas: [area] },
          { kind: "custom", areas: [area], highlight: { ...look, formula: "" } },
          { kind: "custom", ...stale },
          { kind: "custom", areas: cells, highlight: { ...look, formula: "=B2>3" } },
        ],
      ],
    ]),
  };
  const change = { kind: "setHighlights", sheet: "客户表", marker: "followup:", highlights: made } as const;
  expect(inversesOf([change], before, [null])).toEqual([
    [
      {
        kind: "restoreHighlights",
        sheet: "客户表",
        marker: "followup:",
        highlights: [{ ...stale, above: 1 }],
        made,
      },
    ],
  ]);
});

test("a column gets its one formula back as the column's own, and formulas that differ each to its row", () => {
  const back = (cells: readonly (readonly CellInput[])[]) =>
    inversesOf([{ kind: "fillFormula", sheet: "客户表", area, formula: "=2" }], targets, [
      { kind: "cells", area, cells },
    ])[0];
  expect(back([[{ formula: "=1" }], [{ formula: "=1" }]])).toEqual([
    { kind: "fillFormula", sheet: "客户表", area, formula: "=1" },
  ]);
  const odd = [[{ formula: "=1" }], [{ formula: "=9" }]];
  expect(back(odd)).toEqual([{ kind: "restoreCells", sheet: "客户表", area, cells: odd }]);
  const mixed = [[{ formula: "=1" }], ["手写"]];
  expect(back(mixed)).toEqual([{ kind: "restoreCells", sheet: "客户表", area, cells: mixed }]);
  expect(back([[""], [""]])).toEqual([{ kind: "writeCells", sheet: "客户表", area, cells: [[""], [""]] }]);
});

test("a table that is taken back leaves the sheet the filter that it had", () => {
  const made = { kind: "createTable" as const, sheet: "客户表", area, name: "FollowUps", style: null };
  const back = (filter: Area | null) => inversesOf([made], targets, [{ kind: "filter", area: filter }])[0];
  expect(back(area)).toEqual([
    { kind: "unlistTable", name: "FollowUps" },
    { kind: "restoreFilter", sheet: "客户表", area },
  ]);
  expect(back(null)).toEqual([{ kind: "unlistTable", name: "FollowUps" }]);
});
