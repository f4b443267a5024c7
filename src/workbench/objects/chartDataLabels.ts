import type { ChartSeriesState } from "../book/book";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, oneOf, text } from "./arguments";
import { acceptOnly, changeSeries, chartOf, seriesMember, seriesOf } from "./chartTarget";
import type { SeriesTarget } from "./chartTarget";

const labelPositions = ["OutsideEnd", "InsideEnd", "Center", "InsideBase"] as const;

const plainLabels = { position: "OutsideEnd", format: null } as const;

/** Labels that have been switched on. Excel switches them on with the first thing that is set. */
const labelsOf = (series: ChartSeriesState) => series.labels ?? plainLabels;

export const dataLabelsClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartDataLabels",
  scalars: {
    ShowValue: seriesMember(
      "1.1",
      ({ labels }) => labels !== null,
      (value) => {
        acceptOnly(flag(value), true, "labels that show no value:");
        return {};
      },
    ),
    Position: {
      since: "1.1",
      read: (target) => labelsOf(seriesOf(target)).position,
      write: (target, value) => {
        const position = oneOf(labelPositions, value);
        // There is no outside of a bar that others stand on.
        if (position === "OutsideEnd" && chartOf(target).type === "barStacked") throw invalidArgument();
        changeSeries(target, { labels: { ...labelsOf(seriesOf(target)), position } });
      },
    },
    NumberFormat: {
      since: "1.8",
      read: (target) => labelsOf(seriesOf(target)).format ?? "General",
      write: (target, value) =>
        changeSeries(target, { labels: { ...labelsOf(seriesOf(target)), format: text(value) } }),
    },
  },
});
