import { isOurChart } from "../../domain/workbook/charts";
import { absoluteAddress } from "../../domain/workbook/area";
import { parseReference } from "../../domain/workbook/reference";
import type { BookArea, ChartData, ChartSeriesData, ChartType } from "../data/bookData";
import { attribute, childNamed, childrenNamed, localName, prefixedAttribute, textOf, type XmlElement } from "./xml";
import { readPart, readRelations, type Parts } from "./zipPackage";

/** The drawing of a sheet: pictures, shapes and charts, each in an anchor that says which cells it covers. */
export interface DrawingPart {
  readonly path: string;
  readonly root: XmlElement;
}

/** One of our charts in a package. */
export interface ChartPart {
  readonly data: ChartData;
  readonly anchor: XmlElement;
  readonly path: string;
  readonly root: XmlElement;
}

export function drawingOf(parts: Parts, sheetPath: string): DrawingPart | null {
  const relation = readRelations(parts, sheetPath).find(({ type, external }) => type === "drawing" && !external);
  const root = relation === undefined ? null : readPart(parts, relation.target);
  return relation === undefined || root === null ? null : { path: relation.target, root };
}

/** Our charts in a drawing, by their names. Those that have been made into something else by hand count as a person's own. */
export function chartPartsOf(parts: Parts, drawing: DrawingPart | null): ChartPart[] {
  if (drawing === null) return [];
  const relations = readRelations(parts, drawing.path);
  return childrenNamed(drawing.root, "twoCellAnchor").flatMap((anchor) => {
    const frame = childNamed(anchor, "graphicFrame");
    const name = attribute(childNamed(childNamed(frame, "nvGraphicFramePr"), "cNvPr"), "name") ?? "";
    const chart = childNamed(childNamed(childNamed(frame, "graphic"), "graphicData"), "chart");
    if (chart === undefined || !isOurChart(name)) return [];
    const relation = relations.find(({ id }) => id === prefixedAttribute(chart, "id"));
    const root = relation === undefined ? null : readPart(parts, relation.target);
    const area = anchorArea(anchor);
    const data = root === null || area === null ? null : readChart(root, name, area);
    if (relation === undefined || root === null || data === null) return [];
    return [{ data, anchor, path: relation.target, root }];
  });
}

/** A chart that reaches less than this into a cell (a third of a millimetre) does not cover it. English metric units. */
const sliver = 12_700;

function anchorArea(anchor: XmlElement): BookArea | null {
  const read = (corner: string, name: string): number =>
    Number(textOf(childNamed(childNamed(anchor, corner), name)) || NaN);
  const last = (line: string): number => read("to", line) - ((read("to", `${line}Off`) || 0) > sliver ? 0 : 1);
  const [row, column] = [read("from", "row"), read("from", "col")];
  const area = { row, column, rows: last("row") - row + 1, columns: last("col") - column + 1 };
  return Object.values(area).every(Number.isInteger) && area.rows > 0 && area.columns > 0 ? area : null;
}

function val(parent: XmlElement | undefined, name: string): string | undefined {
  return attribute(childNamed(parent, name), "val");
}

/** Booleans are on where their element stands without a value. */
function isOn(parent: XmlElement | undefined, name: string): boolean {
  const child = childNamed(parent, name);
  return child !== undefined && !["0", "false"].includes(attribute(child, "val") ?? "1");
}

function typeOf(bars: XmlElement): ChartType | null {
  const lying = val(bars, "barDir") === "bar";
  const grouping = val(bars, "grouping") ?? "clustered";
  if (grouping === "clustered") return lying ? "barClustered" : "columnClustered";
  return grouping === "stacked" && lying ? "barStacked" : null;
}

/** Text of a title, whose runs may be formatted each in its own way. */
function richText(parent: XmlElement | undefined): string {
  const rich = childNamed(childNamed(parent, "tx"), "rich");
  const paragraphs = childrenNamed(rich, "p").map((paragraph) =>
    childrenNamed(paragraph, "r")
      .map((run) => textOf(childNamed(run, "t")))
      .join(""),
  );
  return paragraphs.join("\n");
}

const labelPositions = [
  ["outEnd", "OutsideEnd"],
  ["inEnd", "InsideEnd"],
  ["ctr", "Center"],
  ["inBase", "InsideBase"],
] as const;

export const labelPositionCode = (position: NonNullable<ChartSeriesData["labels"]>["position"]): string =>
  labelPositions.find(([, name]) => name === position)?.[0] ?? "outEnd";

function readLabels(series: XmlElement, type: ChartType): ChartSeriesData["labels"] {
  const labels = childNamed(series, "dLbls");
  if (labels === undefined || isOn(labels, "delete") || !isOn(labels, "showVal")) return null;
  const format = childNamed(labels, "numFmt");
  const usual = type === "barStacked" ? "Center" : "OutsideEnd";
  return {
    position: labelPositions.find(([code]) => code === val(labels, "dLblPos"))?.[1] ?? usual,
    format:
      format === undefined || attribute(format, "sourceLinked") === "1"
        ? null
        : (attribute(format, "formatCode") ?? null),
  };
}

/** The cells of `c:cat` or `c:val`; null for a broken reference. */
function readReference(parent: XmlElement | undefined): string | null {
  const reference = childNamed(parent, "numRef") ?? childNamed(parent, "strRef");
  const place = parseReference(textOf(childNamed(reference, "f")));
  return place && absoluteAddress(place.sheet, place.area);
}

/** False where the cells are told in a way that we do not use: several areas, names, values without cells. */
function isPlain(parent: XmlElement | undefined): boolean {
  const reference = childNamed(parent, "numRef") ?? childNamed(parent, "strRef");
  const formula = textOf(childNamed(reference, "f"));
  return parent === undefined || formula.includes("#REF!") || parseReference(formula) !== null;
}

function readSeries(series: XmlElement, type: ChartType, gap: number): ChartSeriesData {
  const name = childNamed(series, "tx");
  const color = val(childNamed(childNamed(series, "spPr"), "solidFill"), "srgbClr");
  return {
    name: textOf(childNamed(name, "v") ?? childNamed(childNamed(name, "strRef"), "strCache")),
    values: readReference(childNamed(series, "val")),
    categories: readReference(childNamed(series, "cat")),
    color: color === undefined ? null : `#${color.toUpperCase()}`,
    gap,
    labels: readLabels(series, type),
  };
}

const legendPositions = [
  ["b", "Bottom"],
  ["t", "Top"],
  ["l", "Left"],
  ["r", "Right"],
] as const;

export const legendCode = (position: NonNullable<ChartData["legend"]>): string =>
  legendPositions.find(([, name]) => name === position)?.[0] ?? "r";

/** @returns null where the chart is none that we make */
function readChart(root: XmlElement, name: string, area: BookArea): ChartData | null {
  const chart = childNamed(root, "chart");
  const plot = childNamed(chart, "plotArea");
  const bars = childNamed(plot, "barChart");
  const type = bars === undefined ? null : typeOf(bars);
  const drawn = (plot?.children ?? []).filter((child) => typeof child !== "string" && /Chart$/.test(localName(child)));
  if (bars === undefined || type === null || drawn.length !== 1) return null;
  const series = childrenNamed(bars, "ser");
  if (!series.every((one) => isPlain(childNamed(one, "cat")) && isPlain(childNamed(one, "val")))) return null;
  const [categoryAxis, valueAxis] = [childNamed(plot, "catAx"), childNamed(plot, "valAx")];
  const title = childNamed(chart, "title");
  const legend = childNamed(chart, "legend");
  const minimum = val(childNamed(valueAxis, "scaling"), "min");
  const gap = Number(val(bars, "gapWidth") ?? 150);
  return {
    name,
    type,
    title: title === undefined ? null : richText(title),
    area,
    legend:
      legend === undefined
        ? null
        : (legendPositions.find(([code]) => code === val(legend, "legendPos"))?.[1] ?? "Right"),
    reversed: val(childNamed(categoryAxis, "scaling"), "orientation") === "maxMin",
    tickMarks: val(categoryAxis, "majorTickMark") !== "none",
    valueAxis: {
      visible: !isOn(valueAxis, "delete"),
      gridlines: childNamed(valueAxis, "majorGridlines") !== undefined,
      minimum: minimum === undefined ? null : Number(minimum),
    },
    series: series.map((one) => readSeries(one, type, gap)),
  };
}

/** Our charts of a sheet. */
export function readCharts(parts: Parts, sheetPath: string): readonly ChartData[] {
  return chartPartsOf(parts, drawingOf(parts, sheetPath)).map(({ data }) => data);
}
