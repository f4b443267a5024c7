import { sheetState } from "../book/book";
import { pixelsOfLines } from "../book/lineSizes";
import { bounding } from "../data/areas";
import type { ChartType } from "../data/bookData";
import { pointsOfPixels } from "../data/sizes";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { text } from "./arguments";
import { axesClass } from "./chartAxes";
import { legendClass } from "./chartLegend";
import { seriesCollectionClass } from "./chartSeriesCollection";
import { changeChart, chartMember, chartOf } from "./chartTarget";
import type { ChartTarget } from "./chartTarget";
import { titleClass } from "./chartTitle";
import { rangeArgument } from "./rangeArgument";
import { objectOf } from "./registry";
import { checkWritable } from "./worksheetProtection";

export const chartTypes: readonly (readonly [string, ChartType])[] = [
  ["BarClustered", "barClustered"],
  ["ColumnClustered", "columnClustered"],
  ["BarStacked", "barStacked"],
];

const extent = (target: ChartTarget, along: "rows" | "columns"): { readonly start: number; readonly size: number } => {
  const { area } = chartOf(target);
  const [first, count] = along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  return {
    start: pointsOfPixels(pixelsOfLines(target.book, target.sheet, { along, first: 0, count: first })),
    size: pointsOfPixels(pixelsOfLines(target.book, target.sheet, { along, first, count })),
  };
};

export const chartClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "Chart",
  identity: (target) => ({ Id: target.id }),
  scalars: {
    Id: { since: "1.7", read: ({ id }) => id },
    Name: chartMember(
      "1.1",
      ({ name }) => name,
      (value) => {
        const name = text(value);
        if (name === "") throw invalidArgument();
        return { name };
      },
    ),
    ChartType: {
      since: "1.7",
      read: (target) => chartTypes.find(([, type]) => type === chartOf(target).type)?.[0],
    },
    Left: { since: "1.1", read: (target) => extent(target, "columns").start },
    Top: { since: "1.1", read: (target) => extent(target, "rows").start },
    Width: { since: "1.1", read: (target) => extent(target, "columns").size },
    Height: { since: "1.1", read: (target) => extent(target, "rows").size },
  },
  navigations: {
    Title: { since: "1.1", read: (target) => titleClass.of(target) },
    Legend: { since: "1.1", read: (target) => legendClass.of(target) },
    Axes: { since: "1.1", read: (target) => axesClass.of(target) },
    Series: { since: "1.1", read: (target) => seriesCollectionClass.of(target) },
    Worksheet: { since: "1.2", read: ({ book, sheet }) => objectOf("Worksheet", { book, sheet }) },
  },
  methods: {
    SetPosition: {
      since: "1.1",
      call: (target, [start, end]) => {
        const first = rangeArgument(target.book, target.sheet, start);
        const last = end === undefined || end === null ? first : rangeArgument(target.book, target.sheet, end);
        if (first.sheet !== target.sheet || last.sheet !== target.sheet) throw invalidArgument();
        changeChart(target, { area: bounding(first.area, last.area) });
      },
    },
    Delete: {
      since: "1.1",
      call: ({ book, sheet, id }) => {
        checkWritable(book, sheet);
        book.beforeSheetChange(sheet);
        sheetState(book, sheet).charts.delete(id);
        book.chartsChanged();
      },
    },
  },
});
