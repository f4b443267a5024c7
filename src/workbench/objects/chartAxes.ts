import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, number, oneOf } from "./arguments";
import { acceptOnly, changeChart, chartOf } from "./chartTarget";
import type { ChartTarget } from "./chartTarget";

interface AxisTarget extends ChartTarget {
  readonly axis: "category" | "value";
}

const gridlinesClass: HostClass<AxisTarget> = hostClass<AxisTarget>({
  name: "ChartGridlines",
  scalars: {
    Visible: {
      since: "1.1",
      read: (target) => target.axis === "value" && chartOf(target).valueAxis.gridlines,
      write: (target, value) => {
        if (target.axis === "category") acceptOnly(flag(value), false, "gridlines of categories:");
        else changeChart(target, { valueAxis: { ...chartOf(target).valueAxis, gridlines: flag(value) } });
      },
    },
  },
});

const tickMarks = ["None", "Cross", "Inside", "Outside"] as const;

const axisClass: HostClass<AxisTarget> = hostClass<AxisTarget>({
  name: "ChartAxis",
  scalars: {
    Visible: {
      since: "1.7",
      read: (target) => target.axis === "category" || chartOf(target).valueAxis.visible,
      write: (target, value) => {
        if (target.axis === "category") acceptOnly(flag(value), true, "axis of categories that is visible:");
        else changeChart(target, { valueAxis: { ...chartOf(target).valueAxis, visible: flag(value) } });
      },
    },
    ReversePlotOrder: {
      since: "1.7",
      read: (target) => target.axis === "category" && chartOf(target).reversed,
      write: (target, value) => {
        if (target.axis === "value") acceptOnly(flag(value), false, "axis of values in the order");
        else changeChart(target, { reversed: flag(value) });
      },
    },
    MajorTickMark: {
      since: "1.7",
      read: (target) => (target.axis === "category" && !chartOf(target).tickMarks ? "None" : "Outside"),
      write: (target, value) => {
        const mark = oneOf(tickMarks, value);
        if (target.axis === "value") acceptOnly(mark, "Outside", "tick mark of values");
        else changeChart(target, { tickMarks: mark !== "None" });
      },
    },
    Minimum: {
      since: "1.1",
      read: (target) => (target.axis === "value" ? (chartOf(target).valueAxis.minimum ?? 0) : 0),
      write: (target, value) => {
        if (target.axis === "category") throw invalidArgument();
        changeChart(target, {
          valueAxis: { ...chartOf(target).valueAxis, minimum: value === "" ? null : number(value) },
        });
      },
    },
  },
  navigations: { MajorGridlines: { since: "1.1", read: (target) => gridlinesClass.of(target) } },
});

export const axesClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartAxes",
  navigations: {
    CategoryAxis: { since: "1.1", read: (target) => axisClass.of({ ...target, axis: "category" }) },
    ValueAxis: { since: "1.1", read: (target) => axisClass.of({ ...target, axis: "value" }) },
  },
});
