import { inputsOf } from "../parts/grid";
import { inversesOf, markerOf } from "./inverse";
import type { Targets } from "./targets";

test("formulas come back as formulas, and text that looks like one as text", () => {
  const formulas = [["=A1+1", "=不是公式", "+86 138", 46000, ""]];
  const values = [[3, "=不是公式", "+86 138", 46000, ""]];
  expect(inputsOf(formulas, values)).toEqual([[{ formula: "=A1+1" }, "=不是公式", "+86 138", 46000, ""]]);
});

test("a rule of ours is found by its marker, any other by its own formula", () => {
  expect(markerOf('=AND(N("followup:overdue")=0,$C2<FU_Today)')).toBe('N("followup:overdue")');
  expect(markerOf("=B2>3")).toBe("=B2>3");
});

const targets: Targets = {
  readOnly: false,
  sheets: new Map([["客户表", { name: "客户表", protected: false }]]),
  tables: new Map(),
  names: new Map(),
  charts: new Map([["客户表", ["FU_Chart"]]]),
  highlights: new Map([
    [
      "客户表",
      [
        {
          id: "1",
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
        { kind: "removeHighlights", sheet: "客户表", marker: "followup:stale" },
        { kind: "fillFormula", sheet: "客户表", area, formula: "=1" },
        { kind: "deleteSheet", sheet: "客户表" },
      ],
      targets,
      [mixed, null, { kind: "unknown" }, null],
    ),
  ).toEqual([null, null, null, null]);
});

test("cells with different number formats get each its own back", () => {
  const formats = [["@"], ["yyyy-mm-dd"]];
  const [inverse] = inversesOf([{ kind: "setNumberFormat", sheet: "客户表", area, format: "0" }], targets, [
    { kind: "formats", formats },
  ]);
  expect(inverse).toEqual([{ kind: "restoreFormats", sheet: "客户表", area, formats }]);
});
