import { forEachCalculated, type CalculatedId } from "../schema/fieldIds";
import { defaultCalendar } from "../schema/defaults";
import { schemaStub } from "../../../test/support/schemaStub";
import { workbookText } from "../schema/workbookText";
import type { Area } from "../workbook/area";
import type { FormulaGrid } from "../workbook/snapshot";
import { planFormulas } from "./planFormulas";
import type { SetUpSubject } from "./setUpInput";

/** A table of customer, status, days silent and the stage's row over five rows, from B4 on. */
const all = ["客户", "status", "daysSilent", "stageRow"];
const body: Area = { row: 4, column: 1, rows: 5, columns: 4 };
const wanted = new Map<CalculatedId, string>([
  ["status", "=[@a]"],
  ["daysSilent", "=[@b]"],
  ["stageRow", "=[@c]"],
]);

interface Standing {
  readonly added?: readonly string[];
  readonly edges?: readonly FormulaGrid[];
  readonly overwritten?: readonly Area[];
}

function planOf({ added = [], edges = [], overwritten = [] }: Standing) {
  const schema = schemaStub({ calendar: defaultCalendar });
  const subject = {
    input: { installed: { sheets: [], edges, highlights: [], validations: [], charts: [], overwritten } },
    located: { records: { sheet: "客户", area: { ...body, columns: 1 } } },
    schema,
    columns: {
      headers: { fields: new Map(), calculated: forEachCalculated((id) => id) },
      added,
      hidden: [],
      all,
      ours: new Set(),
      columns: new Map(),
      formulas: wanted,
    },
    words: workbookText["zh-CN"],
  };
  // The plan looks at no more of its subject than that.
  return planFormulas(subject as unknown as SetUpSubject);
}

/** The first and the last row as they stand. */
function edgesOf(first: readonly string[], last: readonly string[] = first): readonly FormulaGrid[] {
  const edge = (row: number, formulas: readonly string[]): FormulaGrid => ({
    sheet: "客户",
    area: { ...body, row, rows: 1 },
    formulas: [["甲", ...formulas]],
  });
  return [edge(4, first), edge(8, last)];
}

const column = (offset: number, rows: Partial<Area> = {}): Area => ({
  ...body,
  column: body.column + offset,
  columns: 1,
  ...rows,
});
const inOrder = ["=[@a]", "=[@b]", "=[@c]"];

test("formulas that stand are left alone, however Excel spells them", () => {
  const spelled = ["=FollowUps[[#This Row],[a]]", "= [@b]", "=[@C]"];
  for (const now of [inOrder, spelled]) {
    expect(planOf({ edges: edgesOf(now) })).toEqual({ actions: [], changes: [], health: [] });
  }
});

test.each<[string, readonly string[], readonly string[]]>([
  ["its first cell", ["=[@a]", "=[@x]", "=[@c]"], inOrder],
  ["its last cell", inOrder, ["=[@a]", "=[@x]", "=[@c]"]],
  ["a value in its last cell", inOrder, ["=[@a]", "7", "=[@c]"]],
])("a column that differs in %s is written whole, with its format", (_, first, last) => {
  expect(planOf({ edges: edgesOf(first, last) })).toEqual({
    actions: [
      { kind: "setNumberFormat", sheet: "客户", area: column(2), format: "0" },
      { kind: "fillFormula", sheet: "客户", area: column(2), formula: "=[@b]" },
    ],
    changes: [{ kind: "formulas", headers: ["daysSilent"] }],
    health: [
      { damage: "altered", part: "formula", what: "daysSilent", place: { sheet: "客户", area: column(2) }, count: 1 },
    ],
  });
});

test("what stands on another sheet, or in another row, says nothing of these cells", () => {
  const elsewhere = edgesOf(inOrder).map((edge) => ({ ...edge, sheet: "别的" }));
  const lower = edgesOf(inOrder).map((edge) => ({ ...edge, area: { ...edge.area, row: edge.area.row + 1 } }));
  for (const edges of [elsewhere, lower, []]) {
    expect(planOf({ edges }).changes).toEqual([{ kind: "formulas", headers: ["status", "daysSilent", "stageRow"] }]);
  }
});

test("cells that were typed over get their formula back, and the others are left alone", () => {
  const holes = [column(1, { row: 5, rows: 2 }), column(1, { row: 8, rows: 1 })];
  expect(planOf({ edges: edgesOf(inOrder), overwritten: holes })).toEqual({
    actions: holes.map((area) => ({ kind: "fillFormula", sheet: "客户", area, formula: "=[@a]" })),
    changes: [{ kind: "formulas", headers: ["status"] }],
    health: [
      { damage: "overwritten", part: "formula", what: "status", place: { sheet: "客户", area: holes[0] }, count: 3 },
    ],
  });
});

test("a column with holes whose ends differ too is written whole, and the holes are counted", () => {
  const hole = column(3, { row: 6, rows: 2 });
  const plan = planOf({ edges: edgesOf(["=[@a]", "=[@b]", "5"]), overwritten: [hole] });
  expect(plan.actions.at(-1)).toEqual({ kind: "fillFormula", sheet: "客户", area: column(3), formula: "=[@c]" });
  expect(plan.health).toEqual([
    { damage: "overwritten", part: "formula", what: "stageRow", place: { sheet: "客户", area: hole }, count: 2 },
  ]);
});

test("a column that is new is missing, and has no place yet", () => {
  expect(planOf({ edges: edgesOf(["=[@a]", "", "=[@c]"]), added: ["daysSilent"] }).health).toEqual([
    { damage: "missing", part: "formula", what: "daysSilent", place: null, count: 1 },
  ]);
});

test("a first set-up says of each column that it is missing; formulas of an earlier version are one fault", () => {
  const damages = (added: readonly string[]) => planOf({ added }).health.map(({ damage, count }) => [damage, count]);
  expect(damages(["status", "daysSilent", "stageRow"])).toEqual([
    ["missing", 1],
    ["missing", 1],
    ["missing", 1],
  ]);
  expect(damages(["stageRow"])).toEqual([["outdated", 3]]);
  expect(damages(["daysSilent"])).toEqual([
    ["altered", 1],
    ["missing", 1],
    ["altered", 1],
  ]);
});
