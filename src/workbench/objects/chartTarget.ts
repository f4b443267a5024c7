import { sheetState } from "../book/book";
import type { ChartSeriesState, ChartState } from "../book/book";
import { HostError, itemNotFound } from "../protocol/hostError";
import type { ScalarMember } from "../protocol/hostObject";
import type { SheetTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

export interface ChartTarget extends SheetTarget {
  readonly id: string;
}

export interface SeriesTarget extends ChartTarget {
  /** Place among the chart's series. */
  readonly index: number;
}

/** @throws HostError ItemNotFound when the chart is gone */
export function chartOf({ book, sheet, id }: ChartTarget): ChartState {
  const chart = sheetState(book, sheet).charts.get(id);
  if (!chart) throw itemNotFound();
  return chart;
}

export function changeChart(target: ChartTarget, part: Partial<ChartState>): void {
  const { book, sheet, id } = target;
  checkWritable(book, sheet);
  book.beforeSheetChange(sheet);
  sheetState(book, sheet).charts.set(id, { ...chartOf(target), ...part });
  book.chartsChanged();
}

export function seriesOf(target: SeriesTarget): ChartSeriesState {
  const series = chartOf(target).series[target.index];
  if (!series) throw itemNotFound();
  return series;
}

export function changeSeries(target: SeriesTarget, part: Partial<ChartSeriesState>): void {
  const series = chartOf(target).series.map((one, index) => (index === target.index ? { ...one, ...part } : one));
  changeChart(target, { series });
}

/** A member of a chart that the state keeps under a name of its own. */
export function chartMember(
  since: string,
  read: (chart: ChartState) => unknown,
  write: (value: unknown) => Partial<ChartState>,
): ScalarMember<ChartTarget> {
  return {
    since,
    read: (target) => read(chartOf(target)),
    write: (target, value) => changeChart(target, write(value)),
  };
}

export function seriesMember(
  since: string,
  read: (series: ChartSeriesState) => unknown,
  write: (value: unknown) => Partial<ChartSeriesState>,
): ScalarMember<SeriesTarget> {
  return {
    since,
    read: (target) => read(seriesOf(target)),
    write: (target, value) => changeSeries(target, write(value)),
  };
}

/** Only what the workbench can draw and save; Excel has more. @throws HostError NotImplemented */
export function acceptOnly(value: unknown, accepted: unknown, what: string): void {
  if (value !== accepted) throw new HostError("NotImplemented", `The workbench has no ${what} ${String(value)}.`, 501);
}
