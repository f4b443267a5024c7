import { fail, succeed, type Result } from "../../app/fault";
import type { InstalledReading, InstalledRequest } from "../../app/ports";
import type { PlacedHighlight } from "../../domain/workbook/action";
import type { FormulaGrid } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { askChartDetails, askCharts } from "../parts/charts";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { askRuleCount, askRules, readRules, type ListedRule } from "../parts/highlights";
import { runOnce, runRead } from "../run";
import { askColumns, askOdd } from "./calculatedColumns";
import { askFormulaCells, cannotTell } from "./formulaCells";
import { askFormatted } from "./readTables";
import { askPages } from "./pages";
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
  { validationColumns, formulaColumns, fieldColumns, dateSystem }: InstalledRequest,
  isQuick: boolean,
) {
  const edges = edgesOf(body).map((area) => {
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return { area, range };
  });
  const columnOf = (column: number): Area => ({ ...body, column, columns: 1 });
  const validations = askValidations(sheet, validationColumns.map(columnOf), dateSystem);
  const columns = askColumns(sheet, formulaColumns.map(columnOf), isQuick);
  const formulas = isQuick ? askFormulaCells(sheet, fieldColumns.map(columnOf)) : () => null;
  return { sheet, edges, validations, columns, formulas, ruleCount: isQuick ? askRuleCount(sheet) : null };
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

/** @param apart colour rules that were read before, one by one; null to ask at once for all that some versions of Excel, or some sheets, have no answer to */
async function readOnce(
  context: Excel.RequestContext,
  request: InstalledRequest,
  apart: readonly ListedRule[] | null,
): Promise<Result<InstalledReading>> {
  const { followUpSheet, body } = request;
  const isQuick = apart === null;
  const { worksheets } = context.workbook;
  const followUps = body && askBody(worksheets.getItem(followUpSheet), body, request, isQuick);
  const formatted =
    request.formatted.length > 0 ? askFormatted(worksheets.getItem(followUpSheet), request.formatted) : () => [];
  const ours = request.sheets.map((name) => {
    const sheet = worksheets.getItem(name);
    sheet.load("name");
    const range = sheet.getUsedRangeOrNullObject(true).untrack();
    range.load("formulas");
    return { sheet, range, area: askArea(range), charts: askCharts(sheet, isQuick) };
  });
  const pages = isQuick ? askPages(worksheets, request.pages) : () => [];
  await context.sync();

  const overwritten = [...(followUps?.columns.holes() ?? [])];
  const odd = followUps?.columns.odd() ?? [];
  const ruleCount = followUps?.ruleCount?.value ?? 0;
  const rules = followUps && isQuick ? askRules(followUps.sheet, ruleCount) : () => apart ?? [];
  const others = followUps ? askOdd(followUps.sheet, odd) : () => [];
  const questions = askChartDetails(ours, isQuick);
  const quickPoints = isQuick ? questions.askPoints() : null;
  if (questions.isAsked || odd.length > 0 || ruleCount > 0) await context.sync();

  const filled = ours.filter(({ range }) => !range.isNullObject);
  const sheets = gridsOf(filled.map(({ sheet, range, area }) => ({ sheet: sheet.name, area: area(), range })));
  const edges = gridsOf((followUps?.edges ?? []).map((edge) => ({ sheet: followUpSheet, ...edge })));
  const shown = formatted();
  if (!sheets || !edges || !shown) return fail({ code: "tooLarge" });
  const listed = rules();
  if (!listed) return fail({ code: "unexpected", detail: "conditional formats kept moving" });
  const highlights = listed.flatMap((rule): readonly PlacedHighlight[] =>
    rule.kind === "custom" ? [{ areas: rule.areas, highlight: rule.highlight }] : [],
  );
  overwritten.push(...others());
  const points = quickPoints ?? questions.askPoints();
  if (!quickPoints && questions.isAsked) await context.sync();
  const charts = points();
  const validations = followUps
    ? await splitByRule(context, followUps.sheet, followUps.validations(), request.dateSystem)
    : [];
  const installed = { sheets, edges, highlights, validations, charts, pages: pages(), overwritten };
  return succeed({ installed, formulas: followUps?.formulas() ?? null, formatted: shown });
}

/**
 * Our own sheets' formulas and charts, and what has been installed on the follow-up sheet. Two round trips, and up to five more
 * where the cells of a column have different validations. Where Excel has no answer to all of it, what it can tell.
 */
export async function readInstalled(request: InstalledRequest): Promise<Result<InstalledReading>> {
  // Once: what is asked apart gets its time, and one rule that cannot be read would have all of this wait for nothing.
  const read = await runOnce((context) => readOnce(context, request, null));
  // What has gone between two looks may be found by another one.
  if (read.ok || (read.fault.code !== "drift" && !cannotTell.has(read.fault.code))) return read;
  const rules = request.body ? await readRules(request.followUpSheet) : succeed([]);
  return rules.ok ? runRead((context) => readOnce(context, request, rules.value)) : rules;
}
