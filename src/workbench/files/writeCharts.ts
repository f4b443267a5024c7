import { absoluteAddress } from "../../domain/workbook/area";
import { parseReference } from "../../domain/workbook/reference";
import type { BookArea, BookData, BookValue, CellData, ChartData, ChartSeriesData } from "../data/bookData";
import { chartPartsOf, drawingOf, labelPositionCode, legendCode, type ChartPart, type DrawingPart } from "./chartParts";
import { ownSection, replaceSection } from "./writeSheet";
import { attribute, childNamed, childrenNamed, element, localName, serializeXml, textOf, type XmlElement } from "./xml";
import { setContentType } from "./contentTypes";
import {
  addRelation,
  freePath,
  readRelations,
  relationsPath,
  removeRelations,
  writePart,
  type Parts,
} from "./zipPackage";

const chartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const drawingMain = "http://schemas.openxmlformats.org/drawingml/2006/main";
const sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml";
const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** A cell that a chart draws; null for a blank one. */
interface DrawnCell {
  readonly value: BookValue | null;
  readonly format: string;
}

/** What stands in the cells of a reference such as `'设置'!$B$3:$B$9`, one after the other. */
export type CellLookup = (reference: string) => readonly DrawnCell[];

export function cellLookup(book: BookData): CellLookup {
  const sheets = new Map<string, ReadonlyMap<number, readonly CellData[]>>();
  const rowsOf = (title: string): ReadonlyMap<number, readonly CellData[]> => {
    const known = sheets.get(title);
    if (known) return known;
    const sheet = book.sheets.find(({ name }) => name.toLowerCase() === title);
    const rows = new Map((sheet?.rows ?? []).map(({ row, cells }) => [row, cells]));
    sheets.set(title, rows);
    return rows;
  };
  return (reference) => {
    const place = parseReference(reference);
    if (!place) return [];
    const { row, column, rows, columns } = place.area;
    const cells = rowsOf(place.sheet.toLowerCase());
    return Array.from({ length: rows * columns }, (_, index) => {
      const at = column + (index % columns);
      const cell = cells.get(row + Math.floor(index / columns))?.find((candidate) => candidate.column === at);
      const format = cell?.format === undefined ? undefined : book.formats[cell.format]?.numberFormat;
      return { value: cell?.value ?? null, format: format ?? "General" };
    });
  };
}

const tag = (name: string, children: (XmlElement | string)[], attributes: Readonly<Record<string, string>> = {}) =>
  element(name, attributes, children);
const value = (name: string, val: string | number): XmlElement => element(name, { val });

function plainText(content: BookValue): string {
  if (typeof content === "object") return content.error;
  return typeof content === "boolean" ? String(content).toUpperCase() : String(content);
}

function points(texts: readonly (string | null)[], p: string): XmlElement[] {
  return texts.flatMap((text, idx) => (text === null ? [] : [element(`${p}pt`, { idx }, [tag(`${p}v`, [text])])]));
}

function textCache(cells: readonly DrawnCell[], p: string): XmlElement {
  const texts = cells.map(({ value: content }) => (content === null ? null : plainText(content)));
  return tag(`${p}strCache`, [value(`${p}ptCount`, cells.length), ...points(texts, p)]);
}

function numberCache(cells: readonly DrawnCell[], format: string, p: string): XmlElement {
  const texts = cells.map(({ value: content }) => (typeof content === "number" ? String(content) : null));
  return tag(`${p}numCache`, [
    tag(`${p}formatCode`, [format]),
    value(`${p}ptCount`, cells.length),
    ...points(texts, p),
  ]);
}

/** Beside the reference stands what the cells hold, so that a program that calculates nothing can draw the chart. */
function valuesOf({ values }: ChartSeriesData, look: CellLookup): XmlElement {
  const cells = values === null ? [] : look(values);
  const cache = numberCache(cells, cells[0]?.format ?? "General", "c:");
  return tag("c:val", [tag("c:numRef", [tag("c:f", [values ?? "#REF!"]), cache])]);
}

function categoriesOf({ categories }: ChartSeriesData, look: CellLookup): XmlElement[] {
  if (categories === null) return [];
  return [tag("c:cat", [tag("c:strRef", [tag("c:f", [categories]), textCache(look(categories), "c:")])])];
}

function labelsOf({ labels }: ChartSeriesData): XmlElement[] {
  if (labels === null) return [];
  const format = element("c:numFmt", {
    formatCode: labels.format ?? "General",
    sourceLinked: labels.format === null ? 1 : 0,
  });
  const shown = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"];
  return [
    tag("c:dLbls", [
      format,
      value("c:dLblPos", labelPositionCode(labels.position)),
      ...shown.map((name) => value(`c:${name}`, name === "showVal" ? 1 : 0)),
    ]),
  ];
}

function writeSeries(series: ChartSeriesData, index: number, look: CellLookup): XmlElement {
  const fill = series.color === null ? null : value("a:srgbClr", series.color.replace("#", ""));
  return tag("c:ser", [
    value("c:idx", index),
    value("c:order", index),
    tag("c:tx", [tag("c:v", [series.name])]),
    ...(fill === null ? [] : [tag("c:spPr", [tag("a:solidFill", [fill])])]),
    value("c:invertIfNegative", 0),
    ...labelsOf(series),
    ...categoriesOf(series, look),
    valuesOf(series, look),
  ]);
}

function titleOf(title: string): XmlElement {
  const look = { sz: "1200", b: "1" };
  return tag("c:title", [
    tag("c:tx", [
      tag("c:rich", [
        tag("a:bodyPr", []),
        tag("a:p", [
          tag("a:pPr", [element("a:defRPr", look)]),
          tag("a:r", [element("a:rPr", look), tag("a:t", [title])]),
        ]),
      ]),
    ]),
    value("c:overlay", 0),
  ]);
}

const categoryAxisId = 500_000_001;
const valueAxisId = 500_000_002;

/** The chart's part, elements in the order that the file format asks for. */
function writeChart(chart: ChartData, look: CellLookup): XmlElement {
  const lying = chart.type !== "columnClustered";
  const stacked = chart.type === "barStacked";
  const { visible, gridlines, minimum } = chart.valueAxis;
  const bars = tag("c:barChart", [
    value("c:barDir", lying ? "bar" : "col"),
    value("c:grouping", stacked ? "stacked" : "clustered"),
    value("c:varyColors", 0),
    ...chart.series.map((series, index) => writeSeries(series, index, look)),
    value("c:gapWidth", chart.series[0]?.gap ?? 150),
    ...(stacked ? [value("c:overlap", 100)] : []),
    value("c:axId", categoryAxisId),
    value("c:axId", valueAxisId),
  ]);
  const categoryAxis = tag("c:catAx", [
    value("c:axId", categoryAxisId),
    tag("c:scaling", [value("c:orientation", chart.reversed ? "maxMin" : "minMax")]),
    value("c:delete", 0),
    value("c:axPos", lying ? "l" : "b"),
    element("c:numFmt", { formatCode: "General", sourceLinked: 1 }),
    value("c:majorTickMark", chart.tickMarks ? "out" : "none"),
    value("c:minorTickMark", "none"),
    value("c:tickLblPos", "nextTo"),
    value("c:crossAx", valueAxisId),
    value("c:crosses", "autoZero"),
    value("c:auto", 1),
    value("c:lblAlgn", "ctr"),
    value("c:lblOffset", 100),
    value("c:noMultiLvlLbl", 0),
  ]);
  const valueAxis = tag("c:valAx", [
    value("c:axId", valueAxisId),
    tag("c:scaling", [value("c:orientation", "minMax"), ...(minimum === null ? [] : [value("c:min", minimum)])]),
    value("c:delete", visible ? 0 : 1),
    value("c:axPos", lying ? "b" : "l"),
    ...(gridlines ? [tag("c:majorGridlines", [])] : []),
    element("c:numFmt", { formatCode: "General", sourceLinked: 1 }),
    value("c:majorTickMark", "out"),
    value("c:minorTickMark", "none"),
    value("c:tickLblPos", "nextTo"),
    value("c:crossAx", categoryAxisId),
    value("c:crosses", "autoZero"),
    value("c:crossBetween", "between"),
  ]);
  const spaces = { "xmlns:c": chartSpace, "xmlns:a": drawingMain, "xmlns:r": officeRelations };
  return element("c:chartSpace", spaces, [
    value("c:roundedCorners", 0),
    tag("c:chart", [
      ...(chart.title === null ? [] : [titleOf(chart.title)]),
      value("c:autoTitleDeleted", chart.title === null ? 1 : 0),
      tag("c:plotArea", [tag("c:layout", []), bars, categoryAxis, valueAxis]),
      ...(chart.legend === null
        ? []
        : [tag("c:legend", [value("c:legendPos", legendCode(chart.legend)), value("c:overlay", 0)])]),
      value("c:plotVisOnly", 1),
      value("c:dispBlanksAs", "gap"),
    ]),
  ]);
}

/** Brings what stands beside the references of a chart up to date, and leaves the rest as somebody may have formatted it. */
function refreshCaches(root: XmlElement, look: CellLookup): void {
  const bars = childNamed(childNamed(childNamed(root, "chart"), "plotArea"), "barChart");
  for (const series of childrenNamed(bars, "ser")) {
    for (const line of [childNamed(series, "cat"), childNamed(series, "val")]) {
      const reference = childNamed(line, "numRef") ?? childNamed(line, "strRef");
      if (reference === undefined) continue;
      const p = reference.name.slice(0, reference.name.indexOf(":") + 1);
      const cells = look(textOf(childNamed(reference, "f")).trim());
      const format = textOf(childNamed(childNamed(reference, "numCache"), "formatCode"));
      const cache =
        localName(reference) === "strRef"
          ? textCache(cells, p)
          : numberCache(cells, format || (cells[0]?.format ?? "General"), p);
      const isCache = (child: XmlElement | string): boolean =>
        typeof child !== "string" && /Cache$/.test(localName(child));
      const at = reference.children.findIndex(isCache);
      if (at === -1) reference.children.push(cache);
      else reference.children[at] = cache;
    }
  }
}

function corner(name: string, row: number, column: number): XmlElement {
  const lines = [
    ["col", column],
    ["colOff", 0],
    ["row", row],
    ["rowOff", 0],
  ] as const;
  return tag(
    `xdr:${name}`,
    lines.map(([line, number]) => tag(`xdr:${line}`, [String(number)])),
    { "xmlns:xdr": sheetDrawing },
  );
}

function placeAnchor(anchor: XmlElement, area: BookArea): void {
  const others = anchor.children.filter(
    (child) => typeof child === "string" || !["from", "to"].includes(localName(child)),
  );
  const from = corner("from", area.row, area.column);
  const to = corner("to", area.row + area.rows, area.column + area.columns);
  anchor.children = [from, to, ...others];
}

/** Numbers of drawn things are unique in a drawing; some are inside of groups. */
function highestId(parent: XmlElement): number {
  let highest = localName(parent) === "cNvPr" ? Number(attribute(parent, "id") ?? 0) : 0;
  for (const child of parent.children) if (typeof child !== "string") highest = Math.max(highest, highestId(child));
  return highest;
}

function newAnchor(chart: ChartData, id: number, relation: string): XmlElement {
  const none = { x: 0, y: 0 };
  const anchor = element("xdr:twoCellAnchor", { "xmlns:xdr": sheetDrawing, "xmlns:a": drawingMain }, [
    element("xdr:graphicFrame", { macro: "" }, [
      tag("xdr:nvGraphicFramePr", [element("xdr:cNvPr", { id, name: chart.name }), tag("xdr:cNvGraphicFramePr", [])]),
      tag("xdr:xfrm", [element("a:off", none), element("a:ext", { cx: 0, cy: 0 })]),
      tag("a:graphic", [
        element("a:graphicData", { uri: chartSpace }, [
          element("c:chart", { "xmlns:c": chartSpace, "xmlns:r": officeRelations, "r:id": relation }),
        ]),
      ]),
    ]),
    tag("xdr:clientData", []),
  ]);
  placeAnchor(anchor, chart.area);
  return anchor;
}

function newDrawing(parts: Parts, sheetPath: string, sheetRoot: XmlElement): DrawingPart {
  const path = freePath(parts, "xl/drawings/drawing", ".xml");
  const root = element("xdr:wsDr", { "xmlns:xdr": sheetDrawing, "xmlns:a": drawingMain });
  writePart(parts, path, root);
  setContentType(parts, path, drawingType);
  const relation = addRelation(parts, sheetPath, "drawing", path);
  const drawing = ownSection(sheetRoot, "drawing");
  drawing.attributes.set("xmlns:r", officeRelations);
  drawing.attributes.set("r:id", relation);
  return { path, root };
}

function removePart(parts: Parts, owner: string, path: string): void {
  removeRelations(parts, owner, ({ target }) => target === path);
  // What hangs on a chart (its colours and style) is its own.
  for (const { target, external } of readRelations(parts, path)) {
    if (external) continue;
    parts.delete(target);
    setContentType(parts, target, null);
  }
  parts.delete(relationsPath(path));
  parts.delete(path);
  setContentType(parts, path, null);
}

/** Brings our charts of a sheet up to date. Everything else that is drawn on the sheet stays as it is. */
export function writeCharts(
  parts: Parts,
  sheetPath: string,
  sheetRoot: XmlElement,
  charts: readonly ChartData[],
  look: CellLookup,
): void {
  const there = drawingOf(parts, sheetPath);
  const left = new Map(chartPartsOf(parts, there).map((part) => [part.data.name.toLowerCase(), part]));
  if (charts.length === 0 && left.size === 0) return;
  const drawing = there ?? newDrawing(parts, sheetPath, sheetRoot);
  const drawn = serializeXml(drawing.root);
  for (const chart of charts) {
    const part = left.get(chart.name.toLowerCase());
    left.delete(chart.name.toLowerCase());
    if (part !== undefined) {
      updateChart(parts, part, chart, look);
      continue;
    }
    const path = freePath(parts, "xl/charts/chart", ".xml");
    writePart(parts, path, writeChart(chart, look));
    setContentType(parts, path, chartType);
    const relation = addRelation(parts, drawing.path, "chart", path);
    drawing.root.children.push(newAnchor(chart, highestId(drawing.root) + 1, relation));
  }
  for (const { anchor, path } of left.values()) {
    drawing.root.children = drawing.root.children.filter((child) => child !== anchor);
    removePart(parts, drawing.path, path);
  }
  if (drawing.root.children.every((child) => typeof child === "string")) {
    replaceSection(sheetRoot, "drawing", []);
    removePart(parts, sheetPath, drawing.path);
  } else if (serializeXml(drawing.root) !== drawn) writePart(parts, drawing.path, drawing.root);
}

/** References as `readCharts` gives them: with the sheet always in quotes. */
function inFull(series: ChartSeriesData): ChartSeriesData {
  const whole = (reference: string | null): string | null => {
    const place = reference === null ? null : parseReference(reference);
    return place && absoluteAddress(place.sheet, place.area);
  };
  return { ...series, values: whole(series.values), categories: whole(series.categories) };
}

/** A chart that is as it was keeps its part, with what people made of its looks; one that was changed is written anew. */
function updateChart(parts: Parts, part: ChartPart, chart: ChartData, look: CellLookup): void {
  const was = serializeXml(part.root);
  const { area: oldArea, ...before } = part.data;
  const { area, ...after } = { ...chart, series: chart.series.map(inFull) };
  if (JSON.stringify(oldArea) !== JSON.stringify(area)) placeAnchor(part.anchor, area);
  if (JSON.stringify(before) === JSON.stringify(after)) {
    refreshCaches(part.root, look);
    if (serializeXml(part.root) !== was) writePart(parts, part.path, part.root);
  } else writePart(parts, part.path, writeChart(chart, look));
}
