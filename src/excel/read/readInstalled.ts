import { fail, succeed, type Result } from "../../app/fault";
import type { InstalledRequest } from "../../app/ports";
import type { FormulaGrid, InstalledSnapshot } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { askCharts, readCharts } from "../parts/charts";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { askHighlightDetails, askHighlights } from "../parts/highlights";
import { askOverwritten, askValidations, splitByRule } from "./readValidations";
import { runRead } from "../run";

/** First and last row of the body; one row where it has no more. */
function edgesOf(body: Area): readonly Area[] {
  const first = { ...body, rows: 1 };
  return body.rows === 1 ? [first] : [first, { ...first, row: body.row + body.rows - 1 }];
}

/** Asks for what stands in the body of the follow-up table; to be followed by a sync. */
function askBody(sheet: Excel.Worksheet, body: Area, { validationColumns, formulaColumns }: InstalledRequest) {
  const edges = edgesOf(body).map((area) => {
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return { area, range };
  });
  const columnOf = (column: number): Area => ({ ...body, column, columns: 1 });
  const validations = askValidations(sheet, validationColumns.map(columnOf));
  const overwritten = askOverwritten(sheet, formulaColumns.map(columnOf));
  return { sheet, edges, validations, overwritten, formats: askHighlights(sheet) };
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

/**
 * Our own sheets' formulas and charts, and what has been installed on the follow-up sheet. Two round trips; four where charts
 * of ours stand, and up to five more where the cells of a column have different validations.
 */
export function readInstalled(request: InstalledRequest): Promise<Result<InstalledSnapshot>> {
  const { followUpSheet, body } = request;
  return runRead(async (context) => {
    const { worksheets } = context.workbook;
    const ours = request.sheets.map((name) => {
      const sheet = worksheets.getItemOrNullObject(name);
      sheet.load("name");
      return sheet;
    });
    const followUps = body && askBody(worksheets.getItem(followUpSheet), body, request);
    await context.sync();

    const overwritten = followUps?.overwritten() ?? [];
    const details = followUps ? askHighlightDetails(followUps.sheet, followUps.formats) : () => [];
    const there = ours.filter((sheet) => !sheet.isNullObject);
    const charts = there.map((sheet) => ({ sheet, charts: askCharts(sheet) }));
    const used = there.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true).untrack();
      range.load("formulas");
      return { sheet, range, area: askArea(range) };
    });
    await context.sync();

    const filled = used.filter(({ range }) => !range.isNullObject);
    const sheets = gridsOf(filled.map(({ sheet, range, area }) => ({ sheet: sheet.name, area: area(), range })));
    const edges = gridsOf((followUps?.edges ?? []).map((edge) => ({ sheet: followUpSheet, ...edge })));
    if (!sheets || !edges) return fail({ code: "tooLarge" });
    const validations = followUps ? await splitByRule(context, followUps.sheet, followUps.validations()) : [];
    return succeed({
      sheets,
      edges,
      highlights: details().map(({ areas, highlight }) => ({ areas, highlight })),
      validations,
      charts: await readCharts(context, charts),
      overwritten,
    });
  });
}
