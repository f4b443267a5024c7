import { sheetState } from "../book/book";
import type { Book, ChartSeriesState, ChartState } from "../book/book";
import { valuesOf } from "../book/charts";
import { pixelsOfLines } from "../book/lineSizes";

const svgSpace = "http://www.w3.org/2000/svg";
/** What series without a colour of their own get, one after the other. */
const usualColors = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000"] as const;
const fontSize = 12;

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawRect(parent: Element, { x, y, width, height }: Rect, fill: string): void {
  const rect = document.createElementNS(svgSpace, "rect");
  for (const [name, value] of Object.entries({ x, y, width, height, fill })) rect.setAttribute(name, String(value));
  parent.append(rect);
}

function write(parent: Element, text: string, x: number, y: number, anchor: "start" | "middle" | "end"): void {
  const target = document.createElementNS(svgSpace, "text");
  target.setAttribute("x", String(x));
  target.setAttribute("y", String(y));
  target.setAttribute("text-anchor", anchor);
  target.textContent = text;
  parent.append(target);
}

/** Number of a cell, as bars show it: what is no number is no bar. */
const barOf = (value: string | number | boolean | undefined): number => (typeof value === "number" ? value : 0);

/** Rough width of a text: Chinese characters are as wide as they are high, others about half of it. */
const pixelsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u00ff" ? fontSize : fontSize * 0.6), 8);

interface Drawing {
  readonly chart: ChartState;
  readonly categories: readonly string[];
  /** By series, then by category. */
  readonly values: readonly (readonly number[])[];
  readonly labels: readonly (readonly string[])[];
  readonly plot: Rect;
}

const colorOf = (series: ChartSeriesState, index: number): string =>
  series.color ?? usualColors[index % usualColors.length] ?? usualColors[0];

function labelOf(series: ChartSeriesState, value: number): string {
  if (series.labels === null) return "";
  // Formats such as `0;;` hide a zero; others are not worked out here.
  const hidesZero = series.labels.format?.split(";")[2] === "";
  return value === 0 && hidesZero ? "" : value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** Bars with the values at them: a plain likeness of what Excel draws, to see that a chart is there and what it says. */
function drawBars(parent: Element, { chart, categories, values, labels, plot }: Drawing): void {
  const stacked = chart.type === "barStacked";
  const lying = chart.type !== "columnClustered";
  const sums = categories.map((_, at) => values.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  const highest = Math.max(1e-9, ...(stacked ? sums : values.flat()));
  const names = lying ? Math.min(plot.width / 2.5, Math.max(20, ...categories.map(pixelsOf))) : 0;
  const length = (lying ? plot.width - names - 36 : plot.height - 2 * fontSize - 12) / highest;
  const band = (lying ? plot.height : plot.width) / Math.max(1, categories.length);
  const thickness = (band * 0.7) / (stacked ? 1 : Math.max(1, values.length));
  categories.forEach((name, at) => {
    const place = lying && !chart.reversed ? categories.length - 1 - at : at;
    const start = place * band + band * 0.15;
    if (lying) write(parent, name, plot.x + names - 4, plot.y + place * band + band / 2 + 4, "end");
    else write(parent, name, plot.x + place * band + band / 2, plot.y + plot.height - 2, "middle");
    let base = 0;
    chart.series.forEach((series, index) => {
      const value = Math.max(0, values[index]?.[at] ?? 0);
      const across = start + (stacked ? 0 : index * thickness);
      const bottom = plot.y + plot.height - fontSize - 8;
      const rect = lying
        ? { x: plot.x + names + base, y: plot.y + across, width: value * length, height: thickness }
        : { x: plot.x + across, y: bottom - value * length, width: thickness, height: value * length };
      drawRect(parent, rect, colorOf(series, index));
      const label = labels[index]?.[at] ?? "";
      const middle = rect.x + rect.width / 2;
      if (!lying) write(parent, label, middle, rect.y - 3, "middle");
      else if (stacked && value > 0) write(parent, label, middle, rect.y + thickness / 2 + 4, "middle");
      else if (!stacked) write(parent, label, rect.x + rect.width + 4, rect.y + thickness / 2 + 4, "start");
      if (stacked) base += value * length;
    });
  });
}

function drawLegend(parent: Element, chart: ChartState, y: number): void {
  let x = 10;
  chart.series.forEach((series, index) => {
    drawRect(parent, { x, y: y - 9, width: 10, height: 10 }, colorOf(series, index));
    write(parent, series.name, x + 14, y, "start");
    x += 30 + pixelsOf(series.name);
  });
}

function draw(book: Book, chart: ChartState, width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, "svg");
  svg.setAttribute("role", "img");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.dataset.chart = chart.name;
  const categories = valuesOf(book, chart.series[0]?.categories ?? null).map(String);
  const values = chart.series.map((series) => valuesOf(book, series.values).map(barOf));
  const labels = chart.series.map((series, index) => (values[index] ?? []).map((value) => labelOf(series, value)));
  svg.setAttribute("aria-label", [chart.title ?? chart.name, ...categories].join(", "));
  drawRect(svg, { x: 0, y: 0, width, height }, "#FFFFFF");
  const top = chart.title === null ? 8 : 30;
  if (chart.title !== null) write(svg, chart.title, width / 2, 19, "middle");
  const bottom = chart.legend === null ? 8 : 28;
  const plot = { x: 8, y: top, width: width - 16, height: Math.max(10, height - top - bottom) };
  drawBars(svg, { chart, categories, values, labels, plot });
  if (chart.legend !== null) drawLegend(svg, chart, height - 9);
  return svg;
}

/** Pixels of the sheet that are scrolled out of view, at the grid's full size. */
function scrolled(book: Book, sheet: string): { readonly x: number; readonly y: number } {
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = book.engine.workbook
    .getActiveSheet()
    .getScrollState();
  return {
    x: pixelsOfLines(book, sheet, { along: "columns", first: 0, count: sheetViewStartColumn }) + offsetX,
    y: pixelsOfLines(book, sheet, { along: "rows", first: 0, count: sheetViewStartRow }) + offsetY,
  };
}

/** The charts of the open sheet, over the grid at their places. The grid itself knows no charts; clicks go through to it. */
export function showCharts(book: Book, grid: HTMLElement): void {
  const overlay = document.createElement("div");
  overlay.className = "charts";
  grid.after(overlay);
  let planned = false;

  const paint = (): void => {
    const worksheet = book.engine.workbook.getActiveSheet();
    const sheet = worksheet.getSheetId();
    const charts = [...sheetState(book, sheet).charts.values()];
    overlay.hidden = charts.length === 0;
    // The editor's canvases stand beside the sheet's.
    const canvas = grid.querySelector('canvas[id^="univer-sheet-main-canvas"]');
    if (charts.length === 0 || !canvas) return overlay.replaceChildren();
    const { rowHeader, columnHeader } = worksheet.getSheet().getConfig();
    const zoom = worksheet.getZoom();
    const frame = canvas.getBoundingClientRect();
    const stage = overlay.parentElement?.getBoundingClientRect() ?? frame;
    const { x, y } = scrolled(book, sheet);
    const [left, top] = [rowHeader.width * zoom, columnHeader.height * zoom];
    Object.assign(overlay.style, {
      left: `${frame.left - stage.left + left}px`,
      top: `${frame.top - stage.top + top}px`,
      width: `${frame.width - left}px`,
      height: `${frame.height - top}px`,
    });
    overlay.replaceChildren(
      ...charts.map((chart) => {
        const { area } = chart;
        const width = pixelsOfLines(book, sheet, { along: "columns", first: area.column, count: area.columns });
        const height = pixelsOfLines(book, sheet, { along: "rows", first: area.row, count: area.rows });
        const svg = draw(book, chart, width, height);
        Object.assign(svg.style, {
          left: `${(pixelsOfLines(book, sheet, { along: "columns", first: 0, count: area.column }) - x) * zoom}px`,
          top: `${(pixelsOfLines(book, sheet, { along: "rows", first: 0, count: area.row }) - y) * zoom}px`,
          width: `${width * zoom}px`,
          height: `${height * zoom}px`,
        });
        return svg;
      }),
    );
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      paint();
    });
  };

  const { api } = book.engine;
  book.chartsChanged = plan;
  book.engine.onMutation(plan);
  for (const event of [api.Event.Scroll, api.Event.SheetZoomChanged, api.Event.ActiveSheetChanged] as const)
    api.addEvent(event, plan);
  new ResizeObserver(plan).observe(grid);
  plan();
}
