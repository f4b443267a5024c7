import type { ChartReference, ChartSeriesState } from "../book/book";
import { HostError, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { optionalText, whole } from "./arguments";
import { seriesClass } from "./chartSeries";
import { changeChart, chartOf } from "./chartTarget";
import type { ChartTarget } from "./chartTarget";

export const seriesCollectionClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartSeriesCollection",
  scalars: { Count: { since: "1.1", read: (target) => chartOf(target).series.length } },
  items: (target) => chartOf(target).series.map((_, index) => seriesClass.of({ ...target, index })),
  methods: {
    GetCount: { since: "1.4", call: (target) => chartOf(target).series.length },
    GetItemAt: {
      since: "1.1",
      call: (target, [at]) => {
        const index = whole(at);
        if (!chartOf(target).series[index]) throw itemNotFound();
        return seriesClass.of({ ...target, index });
      },
    },
    Add: {
      since: "1.7",
      call: (target, [given, at]) => {
        if (at !== undefined && at !== null) throw new HostError("NotImplemented", "A series is added last.", 501);
        const { series } = chartOf(target);
        const name = optionalText(given) ?? `Series${series.length + 1}`;
        changeChart(target, { series: [...series, newSeries(name, null, null)] });
        return seriesClass.of({ ...target, index: series.length });
      },
    },
  },
});

export const newSeries = (
  name: string,
  values: ChartReference | null,
  categories: ChartReference | null,
): ChartSeriesState => ({ name, values, categories, color: null, gap: 150, labels: null });
