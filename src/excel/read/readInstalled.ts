import { fail, succeed, type Result } from "../../app/fault";
import type { InstalledReading, InstalledRequest } from "../../app/ports";
import type { FormulaGrid } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { askChartDetails, askCharts } from "../parts/charts";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { askHighlightDetails, askHighlights } from "../parts/highlights";
import { runRead } from "../run";
import { askColumns, askOdd } from "./calculatedColumns";
import { askFormulaCells, cannotTell } from "./formulaCells";
import { askValidations, splitByRule } from "./readValidations";

/** First and last row of the body; one row where it has no more. */
function edgesOf(body: Area): readonly Area[] {
  const first = { ...body, rows: 1 };
  return body.rows === 1 ? [first] : [first, { ...first, row: body.row + body.rows - 1 }];
}

/** Asks for what stands in the body of the follow-up table; to be followed by a sync. */
function askBody(
  sheet: Excel.Worksheet,
  body: Area,
  { validationColumns, formulaColumns, fieldColumns }: InstalledRequest,
  isQuick: boolean,
) {
  const edges = edgesOf(body).map((area) => {
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return { area, range };
  });
  const columnOf = (column: number): Area => ({ ...body, column, columns: 1 });
  const validations = askValidations(sheet, validationColumns.map(columnOf));
  const columns = askColumns(sheet, formulaColumns.map(columnOf), isQuick);
  const formulas = isQuick ? askFormulaCells(sheet, fieldColumns.map(columnOf)) : () => null;
  return { sheet, edges, validations, columns, formulas, formats: askHighlights(sheet) };
}

interface AskedFormulas {
  readonly sheet: string;
  readonly area: Area;
  readonly range: Excel.Range;
}

function gridsOf(asked: readonly AskedFormulas[]): readonly FormulaGrid[] | null {
  const grids = asked.flatMap(({ sheet, area, range }) => {
    const formulas = readGrid(range.formulas, area);
    return formulas ? [{ sheet, area, formulas }] : [];
  });
  return grids.length === asked.length ? grids : null;
}

/** @param isQuick whether to ask at once for what some versions of Excel, or some sheets, have no answer to */
async function readOnce(
  context: Excel.RequestContext,
  request: InstalledRequest,
  isQuick: boolean,
): Promise<Result<InstalledReading>> {
  const { followUpSheet, body } = request;
  const { worksheets } = context.workbook;
  const followUps = body && askBody(worksheets.getItem(followUpSheet), body, request, isQuick);
  const ours = request.sheets.map((name) => {
    const sheet = worksheets.getItem(name);
    sheet.load("name");
    const range = sheet.getUsedRangeOrNullObject(true).untrack();
    range.load("formulas");
    return { sheet, range, area: askArea(range), charts: askCharts(sheet, isQuick) };
  });
  await context.sync();

  const overwritten = [...(followUps?.columns.holes() ?? [])];
  const odd = followUps?.columns.odd() ?? [];
  const details = followUps ? askHighlightDetails(followUps.sheet, followUps.formats) : () => [];
  const others = followUps ? askOdd(followUps.sheet, odd) : () => [];
  const questions = askChartDetails(ours, isQuick);
  const quickPoints = isQuick ? questions.askPoints() : null;
  if (questions.isAsked || odd.length > 0 || (followUps && followUps.formats.items.length > 0)) await context.sync();

  const filled = ours.filter(({ range }) => !range.isNullObject);
  const sheets = gridsOf(filled.map(({ sheet, range, area }) => ({ sheet: sheet.name, area: area(), range })));
  const edges = gridsOf((followUps?.edges ?? []).map((edge) => ({ sheet: followUpSheet, ...edge })));
  if (!sheets || !edges) return fail({ code: "tooLarge" });
  const highlights = details().map(({ areas, highlight }) => ({ areas, highlight }));
  overwritten.push(...others());
  const points = quickPoints ?? questions.askPoints();
  if (!quickPoints && questions.isAsked) await context.sync();
  const charts = points();
  const validations = followUps ? await splitByRule(context, followUps.sheet, followUps.validations()) : [];
  const installed = { sheets, edges, highlights, validations, charts, overwritten };
  return succeed({ installed, formulas: followUps?.formulas() ?? null });
}

/**
 * Our own sheets' formulas and charts, and what has been installed on the follow-up sheet. Two round trips, and up to five more
 * where the cells of a column have different validations. Where Excel has no answer to all of it, what it can tell.
 */
export async function readInstalled(request: InstalledRequest): Promise<Result<InstalledReading>> {
  const read = await runRead((context) => readOnce(context, request, true));
  if (read.ok || !cannotTell.has(read.fault.code)) return read;
  return runRead((context) => readOnce(context, request, false));
}
