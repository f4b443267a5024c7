import type { Chart } from "../../domain/workbook/action";
import { isOurChart } from "../../domain/workbook/charts";
import type { ChartFacts } from "../../domain/workbook/snapshot";
import { rangeOf } from "./grid";

const types = { barClustered: "BarClustered", columnClustered: "ColumnClustered", barStacked: "BarStacked" } as const;

const ourTypes: ReadonlyMap<string, Chart["type"]> = new Map([
  [types.barClustered, "barClustered"],
  [types.columnClustered, "columnClustered"],
  [types.barStacked, "barStacked"],
]);

/** Space between bars, percent of a bar's width. */
const gap = 60;

/** Text in a chart that starts with `=` becomes a link to a cell; with a space before it, it stays text. */
function toChartText(text: string): string {
  return text.startsWith("=") ? ` ${text}` : text;
}

function fromChartText(text: string): string {
  return text.startsWith(" =") ? text.slice(1) : text;
}

/** Puts a chart into the request that is being made. Every series is given its cells, so that Excel need not guess what is what. */
export function addChart(sheet: Excel.Worksheet, source: Excel.Worksheet, chart: Chart): void {
  const { type, title, categories, series, place, labelFormat } = chart;
  const first = series[0]?.values ?? categories;
  const added = sheet.charts.add(types[type], rangeOf(source, first), first.rows === 1 ? "Rows" : "Columns");
  added.name = chart.name;
  const lastCell = { row: place.row + place.rows - 1, column: place.column + place.columns - 1, rows: 1, columns: 1 };
  added.setPosition(rangeOf(sheet, { ...place, rows: 1, columns: 1 }), rangeOf(sheet, lastCell));
  series.forEach(({ name, values, color }, index) => {
    const bars = index === 0 ? added.series.getItemAt(0) : added.series.add(toChartText(name));
    bars.setValues(rangeOf(source, values));
    bars.setXAxisValues(rangeOf(source, categories));
    bars.name = toChartText(name);
    bars.format.fill.setSolidColor(color);
    bars.gapWidth = gap;
    bars.hasDataLabels = true;
    bars.dataLabels.showValue = true;
    bars.dataLabels.position = type === "barStacked" ? "Center" : "OutsideEnd";
    if (labelFormat !== null) bars.dataLabels.numberFormat = labelFormat;
  });
  added.title.visible = title !== null;
  if (title !== null) added.title.text = toChartText(title);
  added.legend.visible = series.length > 1;
  if (series.length > 1) added.legend.position = "Bottom";
  const { categoryAxis, valueAxis } = added.axes;
  categoryAxis.majorTickMark = "None";
  // Horizontal bars are drawn from the bottom up, unless told otherwise.
  if (type !== "columnClustered") categoryAxis.reversePlotOrder = true;
  valueAxis.minimum = 0;
  valueAxis.majorGridlines.visible = false;
  // Last: an axis that is not there cannot be set up any more.
  valueAxis.visible = false;
}

const chartMembers = ["chartType", "title/visible", "series/items/name"];

/**
 * Charts of a sheet, as far as `askChartDetails` needs them. To be followed by a sync.
 * @param inFull whether to ask all at once; a chart of somebody else's that cannot answer would be an error for everything
 */
export function askCharts(sheet: Excel.Worksheet, inFull: boolean): Excel.ChartCollection {
  sheet.charts.load(["name", ...(inFull ? chartMembers : [])].map((member) => `items/${member}`).join(","));
  return sheet.charts;
}

interface ChartQuestions {
  /** False where no chart of ours stands: then there is nothing to wait for. */
  readonly isAsked: boolean;
  /** Asks for the rest, after a sync where not everything was asked at once; after another one the returned function tells the charts. */
  readonly askPoints: () => () => readonly ChartFacts[];
}

/** Asks for our charts among those that were asked for. */
export function askChartDetails(
  asked: readonly { readonly sheet: Excel.Worksheet; readonly charts: Excel.ChartCollection }[],
  inFull: boolean,
): ChartQuestions {
  const ours = asked.flatMap(({ sheet, charts }) => {
    const items = charts.items.filter(({ name }) => isOurChart(name));
    return items.length > 0 ? [{ sheet, items }] : [];
  });
  const all = ours.flatMap(({ items }) => items);
  if (!inFull) {
    all.forEach((chart) => {
      chart.load(chartMembers.join(","));
    });
  }
  return {
    isAsked: all.length > 0,
    askPoints: () => {
      const points = new Map(
        all.map((chart) => {
          // The text of a title that is not there is not asked for.
          if (chart.title.visible) chart.title.load("text");
          return [chart, chart.series.items.map((series) => series.getDimensionValues("Values"))];
        }),
      );
      return () =>
        ours.flatMap(({ sheet, items }) => items.map((chart) => chartFacts(chart, sheet, points.get(chart))));
    },
  };
}

function chartFacts(
  chart: Excel.Chart,
  sheet: Excel.Worksheet,
  points: readonly OfficeExtension.ClientResult<readonly unknown[]>[] = [],
): ChartFacts {
  return {
    sheet: sheet.name,
    name: chart.name,
    type: ourTypes.get(chart.chartType) ?? null,
    title: chart.title.visible ? fromChartText(chart.title.text) : null,
    series: chart.series.items.map(({ name }, index) => ({
      name: fromChartText(name),
      points: points[index]?.value.length ?? 0,
    })),
  };
}
