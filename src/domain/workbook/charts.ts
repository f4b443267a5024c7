import type { Area } from "./area";
import type { Chart } from "./action";
import type { ChartFacts } from "./snapshot";

/** Tells our charts from those of people, which we never touch. Excel's names of charts ignore case. */
export function isOurChart(name: string): boolean {
  return /^FU_/i.test(name);
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/**
 * True when the chart that stands is the planned one, as far as can be seen: type, title, place, and for each series its name
 * and number of bars. That it draws the planned cells is for the plan to keep true (see `ChartFacts`); colours and number
 * formats are people's to change.
 */
export function sameChart(facts: ChartFacts, chart: Chart): boolean {
  return (
    facts.name.toLowerCase() === chart.name.toLowerCase() &&
    facts.type === chart.type &&
    facts.title === chart.title &&
    facts.place !== null &&
    sameArea(facts.place, chart.place) &&
    facts.series.length === chart.series.length &&
    chart.series.every(({ name, values }, index) => {
      const shown = facts.series[index];
      return shown?.name === name && shown.points === values.rows * values.columns;
    })
  );
}
