import type { Chart } from "./action";
import { isOurChart, sameChart } from "./charts";
import type { ChartFacts } from "./snapshot";

const chart: Chart = {
  name: "FU_ChartFunnel",
  type: "barClustered",
  title: "漏斗",
  source: "汇总",
  categories: { row: 1, column: 0, rows: 3, columns: 1 },
  series: [{ name: "客户数", values: { row: 1, column: 1, rows: 3, columns: 1 }, color: "#0F6CBD" }],
  labelFormat: null,
  place: { row: 1, column: 4, rows: 12, columns: 5 },
};
const facts: ChartFacts = {
  sheet: "汇总",
  name: "fu_chartfunnel",
  type: "barClustered",
  title: "漏斗",
  series: [{ name: "客户数", points: 3 }],
};

test("a chart that stands as planned needs nothing", () => {
  expect(sameChart(facts, chart)).toBe(true);
});

test.each<[string, Partial<ChartFacts>]>([
  ["another type", { type: null }],
  ["a title taken off", { title: null }],
  ["a series too few", { series: [] }],
  ["a renamed series", { series: [{ name: "系列1", points: 3 }] }],
  ["a stage that came later", { series: [{ name: "客户数", points: 2 }] }],
])("%s shows", (_, changed) => {
  expect(sameChart({ ...facts, ...changed }, chart)).toBe(false);
});

test("charts of people are told from ours by their name", () => {
  expect([isOurChart("fu_chart"), isOurChart("Chart 1"), isOurChart("My FU_Chart")]).toEqual([true, false, false]);
});
