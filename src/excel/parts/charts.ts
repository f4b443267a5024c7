import type { Chart } from "../../domain/workbook/action";
import { isOurChart } from "../../domain/workbook/charts";
import type { ChartFacts } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
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

/** Lines of cells from the first one on that a stretch covers; null where it ends beyond them. */
export interface Span {
  readonly first: number;
  readonly count: number;
}

/** Points by which Excel's own rounding may put a chart beside the line between two cells. */
const slack = 3;

/** @param sizes heights of rows or widths of columns from the sheet's corner on, points like the other two */
export function spanOf(sizes: readonly number[], start: number, length: number): Span | null {
  let edge = 0;
  let first = 0;
  for (const [index, size] of sizes.entries()) {
    // A hidden line is no place to start.
    if (size > 0 && edge <= start + slack) first = index;
    edge += size;
    if (edge >= start + length - slack) return { first, count: index - first + 1 };
  }
  return null;
}

/** The part of a sheet in which the places of charts are told. */
const field: Area = { row: 0, column: 0, rows: 400, columns: 60 };

function askSizes(sheet: Excel.Worksheet) {
  const range = rangeOf(sheet, field);
  const rows = range.getRowProperties({ format: { rowHeight: true } });
  const columns = range.getColumnProperties({ format: { columnWidth: true } });
  return () => ({
    rows: rows.value.map(({ format }) => format?.rowHeight ?? 0),
    columns: columns.value.map(({ format }) => format?.columnWidth ?? 0),
  });
}

const chartMembers = ["chartType", "left", "top", "width", "height", "title/visible", "series/items/name"];

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
    return items.length > 0 ? [{ sheet, items, sizes: askSizes(sheet) }] : [];
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
        ours.flatMap(({ sheet, items, sizes }) =>
          items.map((chart) => chartFacts(chart, sheet, sizes(), points.get(chart))),
        );
    },
  };
}

function chartFacts(
  chart: Excel.Chart,
  sheet: Excel.Worksheet,
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] },
  points: readonly OfficeExtension.ClientResult<readonly unknown[]>[] = [],
): ChartFacts {
  const down = spanOf(rows, chart.top, chart.height);
  const across = spanOf(columns, chart.left, chart.width);
  return {
    sheet: sheet.name,
    name: chart.name,
    type: ourTypes.get(chart.chartType) ?? null,
    title: chart.title.visible ? fromChartText(chart.title.text) : null,
    place: down && across && { row: down.first, rows: down.count, column: across.first, columns: across.count },
    series: chart.series.items.map(({ name }, index) => ({
      name: fromChartText(name),
      points: points[index]?.value.length ?? 0,
    })),
  };
}
