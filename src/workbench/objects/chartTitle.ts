import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, text } from "./arguments";
import { changeChart, chartMember, chartOf } from "./chartTarget";
import type { ChartTarget } from "./chartTarget";

export const titleClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartTitle",
  scalars: {
    Visible: chartMember(
      "1.1",
      ({ title }) => title !== null,
      (value) => ({ title: flag(value) ? "" : null }),
    ),
    Text: {
      since: "1.1",
      read: (target) => {
        const { title } = chartOf(target);
        // Excel has no such text then; what it answers is not known.
        if (title === null) throw invalidArgument("The chart has no title.");
        return title;
      },
      write: (target, value) => {
        const title = text(value);
        // Excel would show what stands in a cell; the add-in means no formula.
        if (title.startsWith("=")) throw invalidArgument("The title would become a link to a cell.");
        changeChart(target, { title });
      },
    },
  },
});
