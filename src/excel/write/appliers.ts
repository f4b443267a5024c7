import type { CellStyle } from "../../domain/workbook/action";
import { addChart } from "../parts/charts";
import { columnsOf, rangeOf } from "../parts/grid";
import { fold, type Targets } from "./targets";
import type { HighlightStep, Step } from "./step";
import { cellContent } from "./rowsByKey";
import { appendRows, writeRow, type Settle } from "./tableRows";
import { ruleAgain, toExcel, type ExcelValidation } from "../parts/validation";
import { restoreCells } from "./restoreCells";

/** Where steps are carried out. Nothing here waits for Excel: the steps of a batch travel in one request. */
export interface Stage {
  readonly workbook: Excel.Workbook;
  readonly targets: Targets;
}

/**
 * Gives every cell of the range the same content. Excel takes a single value for that, of any length of range, but its
 * types know only the grid; a grid of 100,000 equal texts would not fit a request.
 */
function setEvery(range: Excel.Range, content: { readonly numberFormat: string }): void {
  Object.assign(range, content);
}

/** Excel's width for a number of characters of a default font with digits of 7 pixels and 5 pixels of padding, points. */
function columnWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

const alignments = { left: "Left", center: "Center", right: "Right" } as const;

function styleRange(range: Excel.Range, { bold, size, color, align, wrap, underline, height }: CellStyle): void {
  const { format } = range;
  if (bold !== undefined) format.font.bold = bold;
  if (size !== undefined) format.font.size = size;
  if (color !== undefined) format.font.color = color;
  if (align !== undefined) format.horizontalAlignment = alignments[align];
  if (wrap !== undefined) format.wrapText = wrap;
  if (height !== undefined) format.rowHeight = height;
  if (underline === undefined) return;
  const edge = format.borders.getItem("EdgeBottom");
  edge.style = underline ? "Continuous" : "None";
  if (underline) edge.weight = "Hairline";
}

function setValidation(range: Excel.Range, validation: Omit<ExcelValidation, "type"> | null): void {
  // First clear: a rule cannot be laid over cells that have different ones.
  range.dataValidation.clear();
  if (!validation) return;
  range.dataValidation.rule = validation.rule;
  range.dataValidation.ignoreBlanks = validation.ignoreBlanks;
  range.dataValidation.errorAlert = validation.errorAlert;
  range.dataValidation.prompt = validation.prompt;
}

/** Steps that look for their rows first, and so take requests of their own. */
export type SeekingStep = Extract<Step, { readonly kind: "withdrawRows" | "returnRows" }>;

export function isSeeking(step: Step): step is SeekingStep {
  return step.kind === "withdrawRows" || step.kind === "returnRows";
}

/** Steps that travel with others in one request. */
export type PlainStep = Exclude<Step, SeekingStep | HighlightStep>;

/** Steps that have nothing to look at afterwards. */
type BlindStep = Exclude<PlainStep, { readonly kind: "writeRow" | "appendRows" | "restoreCells" }>;

type StepOf = { [Kind in BlindStep["kind"]]: Extract<BlindStep, { readonly kind: Kind }> };

type Appliers = { readonly [Kind in keyof StepOf]: (stage: Stage, step: StepOf[Kind]) => void };

/** Name of a table style without looks, which is there for the moment in which a table goes. */
const blankStyle = "FollowUpBlank";

function sheetOf({ workbook }: Stage, name: string): Excel.Worksheet {
  return workbook.worksheets.getItem(name);
}

const appliers: Appliers = {
  addSheet: ({ workbook }, { sheet, visibility }) => {
    const added = workbook.worksheets.add(sheet);
    if (visibility === "veryHidden") added.visibility = "VeryHidden";
  },
  deleteSheet: (stage, { sheet }) => {
    const worksheet = sheetOf(stage, sheet);
    // Excel deletes no sheet that is very hidden.
    worksheet.visibility = "Visible";
    worksheet.delete();
  },
  writeCells: (stage, { sheet, area, cells }) => {
    rangeOf(sheetOf(stage, sheet), area).formulas = cells.map((row) => row.map(cellContent));
  },
  fillFormula: (stage, { sheet, area, formula }) => {
    const worksheet = sheetOf(stage, sheet);
    const isMore = area.rows > 1 || area.columns > 1;
    // Into a blank column of a table Excel takes a formula for the column's own, which new rows get; not beside exceptions.
    if (isMore) rangeOf(worksheet, area).clear("Contents");
    const first = rangeOf(worksheet, { ...area, rows: 1, columns: 1 });
    first.formulas = [[formula]];
    // Excel need not be set to fill formulas in tables.
    if (isMore) rangeOf(worksheet, area).copyFrom(first, "Formulas");
  },
  createTable: (stage, { sheet, area, name, style }) => {
    const table = sheetOf(stage, sheet).tables.add(rangeOf(sheetOf(stage, sheet), area), true);
    table.name = name;
    if (style !== null) table.style = style;
  },
  renameTable: ({ workbook }, { from, to }) => {
    workbook.tables.getItem(from).name = to;
  },
  resizeTable: (stage, { name, sheet, area }) => {
    stage.workbook.tables.getItem(name).resize(rangeOf(sheetOf(stage, sheet), area));
  },
  unlistTable: ({ workbook }, { name, withoutLooks }) => {
    const table = workbook.tables.getItem(name);
    // A style's looks would stay in the cells: a blank one has none to leave.
    const style = withoutLooks ? workbook.tableStyles.add(blankStyle) : null;
    if (style) table.style = blankStyle;
    table.convertToRange();
    style?.delete();
  },
  setName: ({ workbook, targets }, { name, formula }) => {
    if (targets.names.has(fold(name))) workbook.names.getItem(name).formula = formula;
    else workbook.names.add(name, formula);
    targets.names.set(fold(name), { name, formula });
  },
  deleteName: ({ workbook, targets }, { name }) => {
    if (!targets.names.delete(fold(name))) return;
    workbook.names.getItem(name).delete();
  },
  setValidation: (stage, { sheet, area, validation }) => {
    setValidation(rangeOf(sheetOf(stage, sheet), area), validation && toExcel(validation));
  },
  setNumberFormat: (stage, { sheet, area, format }) => {
    setEvery(rangeOf(sheetOf(stage, sheet), area), { numberFormat: format });
  },
  setNumberFormats: (stage, { sheet, area, formats }) => {
    rangeOf(sheetOf(stage, sheet), area).numberFormat = formats.map((row) => [...row]);
  },
  styleCells: (stage, { sheet, area, style }) => {
    styleRange(rangeOf(sheetOf(stage, sheet), area), style);
  },
  setColumnWidths: (stage, { sheet, column, widths }) => {
    columnsOf(sheetOf(stage, sheet), column, widths.length).forEach(({ format }, at) => {
      format.columnWidth = columnWidth(widths[at] ?? 0);
    });
  },
  hideColumns: (stage, { sheet, column, columns }) => {
    rangeOf(sheetOf(stage, sheet), { row: 0, column, rows: 1, columns }).columnHidden = true;
  },
  setPageLayout: (stage, { sheet, layout }) => {
    const worksheet = sheetOf(stage, sheet);
    const { pageLayout } = worksheet;
    if (!layout) {
      pageLayout.orientation = "Portrait";
      pageLayout.zoom = { scale: 100 };
      pageLayout.setPrintTitleRows("");
      return;
    }
    pageLayout.orientation = layout.orientation === "landscape" ? "Landscape" : "Portrait";
    pageLayout.zoom = { horizontalFitToPages: 1 };
    if (layout.printArea) pageLayout.setPrintArea(rangeOf(worksheet, layout.printArea));
    if (layout.titleRows) {
      const [first, last] = layout.titleRows;
      pageLayout.setPrintTitleRows(rangeOf(worksheet, { row: first, rows: last - first + 1, column: 0, columns: 1 }));
    }
  },
  hideGridlines: (stage, { sheet }) => {
    sheetOf(stage, sheet).showGridlines = false;
  },
  addChart: (stage, { sheet, chart }) => {
    applyAs("deleteChart", stage, { kind: "deleteChart", sheet, name: chart.name });
    addChart(sheetOf(stage, sheet), sheetOf(stage, chart.source), chart);
    const { charts } = stage.targets;
    charts.set(fold(sheet), [...(charts.get(fold(sheet)) ?? []), chart.name]);
  },
  deleteChart: (stage, { sheet, name }) => {
    const installed = stage.targets.charts.get(fold(sheet)) ?? [];
    const found = installed.find((candidate) => fold(candidate) === fold(name));
    if (found === undefined) return;
    sheetOf(stage, sheet).charts.getItem(found).delete();
    stage.targets.charts.set(
      fold(sheet),
      installed.filter((candidate) => candidate !== found),
    );
  },
  restoreValidation: (stage, { sheet, area, validation }) => {
    setValidation(
      rangeOf(sheetOf(stage, sheet), area),
      validation.type === "None" ? null : { ...validation, rule: ruleAgain(validation, area) },
    );
  },
  restoreFilter: (stage, { sheet, area }) => {
    const worksheet = sheetOf(stage, sheet);
    worksheet.autoFilter.apply(rangeOf(worksheet, area));
  },
  restoreWidths: (stage, { sheet, column, widths }) => {
    columnsOf(sheetOf(stage, sheet), column, widths.length).forEach(({ format }, at) => {
      const width = widths[at] ?? null;
      if (width === null) format.useStandardWidth = true;
      else format.columnWidth = width;
    });
  },
  restoreFormats: (stage, { sheet, area, formats }) => {
    rangeOf(sheetOf(stage, sheet), area).numberFormat = formats.map((row) => [...row]);
  },
  restoreHidden: (stage, { sheet, column, hidden }) => {
    columnsOf(sheetOf(stage, sheet), column, hidden.length).forEach((range, at) => {
      range.columnHidden = hidden[at] ?? false;
    });
  },
};

function applyAs<Kind extends keyof StepOf>(kind: Kind, stage: Stage, step: StepOf[Kind]): void {
  appliers[kind](stage, step);
}

/** Puts one step into the request that is being made. What it returns, if anything, wants to be asked after the sync. */
export function applyStep(stage: Stage, step: PlainStep): Settle | null {
  const { tables } = stage.workbook;
  switch (step.kind) {
    case "writeRow":
      return writeRow(sheetOf(stage, step.sheet), step);
    case "appendRows": {
      const hasHeaders = stage.targets.tables.get(fold(step.table))?.hasHeaders ?? true;
      return appendRows(sheetOf(stage, step.sheet), tables.getItem(step.table), step, hasHeaders);
    }
    case "restoreCells":
      return restoreCells(sheetOf(stage, step.sheet), step);
    default:
      applyAs(step.kind, stage, step);
      return null;
  }
}
