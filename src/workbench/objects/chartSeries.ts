import type { ChartReference } from "../book/book";
import { valuesOf } from "../book/charts";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { color, flag, oneOf, text, whole } from "./arguments";
import { dataLabelsClass } from "./chartDataLabels";
import { changeChart, changeSeries, chartOf, seriesMember, seriesOf } from "./chartTarget";
import type { SeriesTarget } from "./chartTarget";
import { rangeArgument } from "./rangeArgument";

const fillClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartFill",
  methods: {
    SetSolidColor: {
      since: "1.1",
      call: (target, [given]) => changeSeries(target, { color: color(given) }),
    },
    Clear: { since: "1.1", call: (target) => changeSeries(target, { color: null }) },
  },
});

const seriesFormatClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartSeriesFormat",
  navigations: { Fill: { since: "1.1", read: (target) => fillClass.of(target) } },
});

function seriesReference(target: SeriesTarget, value: unknown): ChartReference {
  const { sheet, area } = rangeArgument(target.book, target.sheet, value);
  return { sheet, area };
}

export const seriesClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartSeries",
  scalars: {
    Name: seriesMember(
      "1.1",
      ({ name }) => name,
      (value) => {
        const name = text(value);
        if (name.startsWith("=")) throw invalidArgument("The name would become a link to a cell.");
        return { name };
      },
    ),
    GapWidth: seriesMember(
      "1.7",
      ({ gap }) => gap,
      (value) => {
        const gap = whole(value);
        if (gap < 0 || gap > 500) throw invalidArgument();
        return { gap };
      },
    ),
    HasDataLabels: {
      since: "1.7",
      read: (target) => seriesOf(target).labels !== null,
      write: (target, value) => {
        const position = chartOf(target).type === "barStacked" ? "Center" : "OutsideEnd";
        changeSeries(target, { labels: flag(value) ? { position, format: null } : null });
      },
    },
  },
  navigations: {
    DataLabels: { since: "1.8", read: (target) => dataLabelsClass.of(target) },
    Format: { since: "1.1", read: (target) => seriesFormatClass.of(target) },
  },
  methods: {
    SetValues: {
      since: "1.7",
      call: (target, [range]) => changeSeries(target, { values: seriesReference(target, range) }),
    },
    SetXAxisValues: {
      since: "1.7",
      call: (target, [range]) => changeSeries(target, { categories: seriesReference(target, range) }),
    },
    GetDimensionValues: {
      since: "1.12",
      call: async (target, [dimension]) => {
        await target.book.engine.settled();
        const { values, categories } = seriesOf(target);
        const asked = oneOf(["Values", "Categories"], dimension) === "Values" ? values : categories;
        return valuesOf(target.book, asked).map(String);
      },
    },
    Delete: {
      since: "1.7",
      call: (target) =>
        changeChart(target, { series: chartOf(target).series.filter((_, index) => index !== target.index) }),
    },
  },
});
