import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, oneOf } from "./arguments";
import { chartMember } from "./chartTarget";
import type { ChartTarget } from "./chartTarget";

const legendPositions = ["Bottom", "Top", "Left", "Right"] as const;

export const legendClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartLegend",
  scalars: {
    Visible: chartMember(
      "1.1",
      ({ legend }) => legend !== null,
      (value) => ({ legend: flag(value) ? "Right" : null }),
    ),
    Position: chartMember(
      "1.1",
      ({ legend }) => legend ?? "Right",
      (value) => ({ legend: oneOf(legendPositions, value) }),
    ),
  },
});
