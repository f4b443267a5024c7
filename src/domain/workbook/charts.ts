import type { Chart } from "./action";
import type { ChartFacts } from "./snapshot";

/** Tells our charts from those of people, which we never touch. Excel's names of charts ignore case. */
export function isOurChart(name: string): boolean {
  return /^FU_/i.test(name);
}

/**
 * True when the chart that stands is the planned one, as far as can be seen: type, title, and for each series its name
 * and number of bars. That it draws the planned cells is for the plan to keep true (see `ChartFacts`); colours, number
 * formats and where it stands are people's to change. In points, which is all that Excel tells of the place, the same cells are
 * elsewhere with another font, zoom or build.
 */
export function sameChart(facts: ChartFacts, chart: Chart): boolean {
  return (
    facts.name.toLowerCase() === chart.name.toLowerCase() &&
    facts.type === chart.type &&
    facts.title === chart.title &&
    facts.series.length === chart.series.length &&
    chart.series.every(({ name, values }, index) => {
      const shown = facts.series[index];
      return shown?.name === name && shown.points === values.rows * values.columns;
    })
  );
}
