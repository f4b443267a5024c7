import { placeOfName } from "../workbook/namedCells";
import { sameFormula } from "../workbook/formulaText";
import type { CellInput, CellValue } from "../values/value";
import { figureNames } from "../measures/figures";
import { cellAddress, intersect, type Area } from "../workbook/area";
import type { WorkbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import { isOurChart, sameChart } from "../workbook/charts";
import { dressSheet, freeTitle, writeBlocks, type Block, type SheetLayout } from "../workbook/layout";
import { nameActions } from "../workbook/nameActions";
import type { Change } from "../plan/setUpPlan";
import type { BookSnapshot, ChartFacts, FormulaGrid, InstalledSnapshot } from "../workbook/snapshot";
import type { PageCorner } from "./summaryPage";
import { figuresRow } from "./parts/needsYou";
import { summaryAreaName, type SummarySheet } from "./summarySheet";

/** Title and extent of the Summary sheet that a workbook has, by its defined names; null before there is one. */
export function summaryPlace(book: BookSnapshot): { readonly sheet: string; readonly area: Area } | null {
  const figure = placeOfName(book, figureNames.open);
  const place =
    placeOfName(book, summaryAreaName) ??
    (figure && { ...figure, area: { ...figure.area, row: Math.max(0, figure.area.row - figuresRow) } });
  return place && book.sheets.some(({ name }) => name === place.sheet) ? place : null;
}

export interface SummaryPlan {
  readonly actions: readonly Action[];
  readonly change: Change | null;
  /** Only what is written as values with their date has become old: the page is as it was laid out. */
  readonly onlyOld: boolean;
}

/** The page as it should be, under the title that its sheet has or gets. */
interface Wanted {
  readonly title: string;
  readonly summary: SummarySheet;
  readonly change: Change;
  /** They go first: a formula that meets a name Excel does not know yet would show #NAME? until something recalculates it. */
  readonly names: readonly Action[];
}

/**
 * What the Summary sheet lacks. Only parts that differ are written; where the page gets longer or shorter it is laid out anew,
 * where it stands now. Cells of people around it stay: they stop the page from growing over them.
 * @param layOut lays the page out under a title, from a cell on
 */
export function planSummary(
  book: BookSnapshot,
  installed: InstalledSnapshot | null,
  words: WorkbookText,
  layOut: (title: string, corner: PageCorner) => SummarySheet,
): SummaryPlan {
  const place = summaryPlace(book);
  const title =
    place?.sheet ?? freeTitle(words.summaryTitle, [...book.sheets.map(({ name }) => name), words.settingsTitle]);
  const summary = layOut(title, { row: place?.area.row ?? 0, column: place?.area.column ?? 0 });
  const change: Change = { kind: "sheet", role: "summary", title, isNew: place === null };
  const wanted: Wanted = { title, summary, change, names: nameActions(book, summary.names) };
  if (!place) return newSheet(wanted);

  const grid = installed?.sheets.find(({ sheet }) => sheet === title);
  const { blocks, extent } = summary.layout;
  // The name of the page's area may be lost where those of its figures are not: what stands there is the page all the same.
  const before = place.area.rows > 1 ? place.area : extent;
  const charts = (installed?.charts ?? []).filter(({ sheet, name }) => sheet === title && isOurChart(name));
  const isAsLong = before.rows === extent.rows && before.columns === extent.columns;
  if (!grid || !isAsLong) return laidOutAnew(wanted, before, charts, grid);
  const differing = blocks.filter((block) => !blockStands(block, grid));
  if (differing.length > 0 && hasLeftOver(grid, summary.layout)) return laidOutAnew(wanted, before, charts, grid);
  return broughtUpToDate(wanted, differing, charts);
}

function newSheet({ title, summary, change, names }: Wanted): SummaryPlan {
  const addSheet: Action = { kind: "addSheet", sheet: title, visibility: "visible" };
  const cells = writeBlocks(title, summary.layout.blocks);
  return {
    actions: [addSheet, ...names, ...cells, ...dressed(title, summary), ...newCharts(title, summary)],
    change,
    onlyOld: false,
  };
}

/** The whole page written again where it stands. @param before the cells that it covers now */
function laidOutAnew(
  { title, summary, change, names }: Wanted,
  before: Area,
  charts: readonly ChartFacts[],
  grid: FormulaGrid | undefined,
): SummaryPlan {
  const { blocks, extent } = summary.layout;
  const note = grid && cellInTheWay(grid, before, extent);
  if (note) return { actions: [], change: { kind: "summaryBlocked", sheet: title, cell: note }, onlyOld: false };
  return {
    actions: [
      ...names,
      ...cleared(title, before, extent),
      ...writeBlocks(title, blocks),
      ...dressed(title, summary),
      ...withoutCharts(title, charts),
      ...newCharts(title, summary),
    ],
    change,
    onlyOld: false,
  };
}

/** The page with those of its cells written that differ. */
function broughtUpToDate(
  { title, summary, change, names }: Wanted,
  differing: readonly Block[],
  charts: readonly ChartFacts[],
): SummaryPlan {
  // Which cells a chart draws nobody can read: where they were written anew, so is the chart.
  const formulasStand = differing.every(({ row }) => row >= summary.valuesFrom && row < summary.orderFrom);
  const chartsStand =
    formulasStand &&
    charts.length === summary.charts.length &&
    summary.charts.every((chart) => charts.some((fact) => sameChart(fact, chart)));
  const redrawn = chartsStand ? [] : [...withoutCharts(title, charts), ...newCharts(title, summary)];
  return {
    actions: [...names, ...writeBlocks(title, differing), ...redrawn],
    change: differing.length + redrawn.length === 0 ? null : change,
    onlyOld: formulasStand && redrawn.length === 0,
  };
}

function dressed(sheet: string, { layout, page }: SummarySheet): readonly Action[] {
  return [...dressSheet(layout), { kind: "hideGridlines", sheet }, { kind: "setPageLayout", sheet, layout: page }];
}

function newCharts(sheet: string, { charts }: SummarySheet): readonly Action[] {
  return charts.map((chart) => ({ kind: "addChart", sheet, chart }));
}

function withoutCharts(sheet: string, charts: readonly ChartFacts[]): readonly Action[] {
  return charts.map(({ name }) => ({ kind: "deleteChart", sheet, name }));
}

/** True where a cell of the page holds something that the layout does not want there: a table got shorter. */
function hasLeftOver(grid: FormulaGrid, { blocks, extent }: SheetLayout): boolean {
  const wanted = new Set<string>();
  for (const block of blocks) {
    block.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) wanted.add(cellAddress(block.row + r, block.column + c));
      }),
    );
  }
  for (let row = extent.row; row < extent.row + extent.rows; row += 1) {
    for (let column = extent.column; column < extent.column + extent.columns; column += 1) {
      if (cellOf(grid, row, column) !== "" && !wanted.has(cellAddress(row, column))) return true;
    }
  }
  return false;
}

/** The first cell that somebody filled where the page would grow to: below it, or right of one that was narrower. */
function cellInTheWay(grid: FormulaGrid, before: Area, extent: Area): string | null {
  for (let row = extent.row; row < extent.row + extent.rows; row += 1) {
    for (let column = extent.column; column < extent.column + extent.columns; column += 1) {
      const isOurs = intersect(before, { row, column, rows: 1, columns: 1 }) !== null;
      if (!isOurs && cellOf(grid, row, column) !== "") return cellAddress(row, column);
    }
  }
  return null;
}

/** Takes an earlier layout off: its cells, and how they looked. */
function cleared(sheet: string, before: Area, extent: Area): readonly Action[] {
  const rows = Math.max(before.row + before.rows, extent.row + extent.rows) - extent.row;
  const area: Area = { ...extent, rows };
  const blank = Array<CellInput>(area.columns).fill("");
  return [
    { kind: "writeCells", sheet, area, cells: Array.from({ length: rows }, () => blank) },
    { kind: "setNumberFormat", sheet, area, format: "General" },
    { kind: "styleCells", sheet, area, style: { bold: false, size: 11, color: "#000000", underline: false } },
  ];
}

function cellOf(grid: FormulaGrid, row: number, column: number): CellValue {
  return grid.formulas[row - grid.area.row]?.[column - grid.area.column] ?? "";
}

/** True where every cell of the block holds what it should. */
function blockStands(block: Block, grid: FormulaGrid): boolean {
  return block.cells.every((row, rowOffset) =>
    row.every((wanted, columnOffset) => {
      if (wanted === null) return true;
      const now = cellOf(grid, block.row + rowOffset, block.column + columnOffset);
      return typeof wanted === "object"
        ? typeof now === "string" && sameFormula(now, wanted.formula)
        : String(now) === String(wanted);
    }),
  );
}
