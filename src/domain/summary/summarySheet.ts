import { figureNames } from "../measures/figures";
import type { Chart, PageLayout } from "../workbook/action";
import { absoluteAddress, type Area } from "../workbook/area";
import type { SheetLayout } from "../workbook/layout";
import { putAgeing } from "./parts/ageing";
import { belowCharts, chartsOf } from "./parts/charts";
import { belowFigures, putFigures } from "./parts/keyFigures";
import { putNeedsYou } from "./parts/needsYou";
import { belowOwners, putOrder, putOwners } from "./parts/owners";
import { columnOf, partInput, type PageSource, type PartInput } from "./parts/part";
import { putPeriods } from "./parts/periods";
import { putReasons } from "./parts/reasons";
import { putStages } from "./parts/stages";
import { putTargets } from "./parts/targets";
import { putTitle } from "./parts/title";
import { putValues } from "./parts/values";
import { putWinRates } from "./parts/winRates";
import { grey, newPage, type PageCorner } from "./summaryPage";
import { unreadableName } from "./readability";
import { summaryText } from "./summaryText";
import { summaryValuesName, type ValueLine } from "./summaryValues";

/** Name of the area that our part of the Summary sheet covers; beside it people may keep notes. */
export const summaryAreaName = "FU_SummaryArea";

export interface SummarySheet {
  readonly layout: SheetLayout;
  readonly page: PageLayout;
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly charts: readonly Chart[];
  /** First row of the part that holds no cell a chart draws: values and notes. */
  readonly valuesFrom: number;
  /** First row below that part: what the owners are sorted by. */
  readonly orderFrom: number;
}

/** Columns of the page that the block of values covers. */
const valueColumns = 5;
/** Column of the reasons where the ageing table stands on their left. */
const besideAgeing = 6;

/** What the Summary sheet shows. */
export interface SummaryContent extends PageSource {
  /** What no formula of Excel 2016 can express; none before there are any customers. */
  readonly values: readonly ValueLine[];
  /** The day that the values were calculated for. */
  readonly asOf: number;
}

/**
 * The Summary sheet: a page a manager can print. All of it is live formulas that Excel 2016, WPS and LibreOffice calculate
 * without the add-in, but for one block that is marked as values. Owners, stages and reasons are drawn from the Settings
 * tables, so that renaming one there renames it here.
 * @param corner where on its sheet the page begins
 */
export function summarySheet(title: string, corner: PageCorner, content: SummaryContent): SummarySheet {
  const { values, asOf, ...source } = content;
  const page = newPage(title, corner);
  const input = partInput(page, source);
  putNeedsYou(input);
  const { figures, unreadable } = putFigures(input);
  const firstTable = belowCharts(belowFigures);
  const periods = putPeriods(input, firstTable);
  putTitle(input, periods?.cells ?? null);
  const ownersFrom = periods?.part.end ?? firstTable;
  const targetsFrom = belowOwners(input, ownersFrom);
  const stagesFrom = putTargets(input, targetsFrom)?.end ?? targetsFrom;
  const stages = putStages(input, stagesFrom);
  const belowStages = stages?.end ?? stagesFrom;
  const row = putWinRates(input, belowStages)?.end ?? belowStages;
  const ageing = putAgeing(input, row);
  const reasons = putReasons(input, { row, column: ageing ? besideAgeing : 0 });
  const valuesFrom = Math.max(ageing?.end ?? row, reasons?.end ?? row);
  const printed = putNotes(input, putValues(input, valuesFrom, values, asOf));
  putOrder(input, printed + 1);
  const owners = putOwners(input, ownersFrom, printed + 1);

  const layout = page.layout();
  const valueArea: Area = { row: valuesFrom, column: 0, rows: values.length + 2, columns: valueColumns };
  const named = (name: string, cells: Area) => ({ name, formula: `=${absoluteAddress(title, cells)}` });
  return {
    layout,
    page: {
      orientation: "portrait",
      printArea: { ...layout.extent, rows: printed },
      titleRows: null,
    },
    names: [
      named(unreadableName, page.place(unreadable)),
      ...[...figures].map(([key, cell]) => named(figureNames[key], page.place(cell))),
      ...(values.length === 0 ? [] : [named(summaryValuesName, page.place(valueArea))]),
      named(summaryAreaName, layout.extent),
    ],
    charts: chartsOf(input, title, belowFigures, { stages, ageing, owners }),
    valuesFrom: corner.row + valuesFrom,
    orderFrom: corner.row + printed,
  };
}

/** What the page does not say by itself. @returns the row below */
function putNotes({ page, words }: PartInput, row: number): number {
  const { notes } = summaryText[words.language];
  page.put(
    row,
    0,
    notes.map((note) => [note]),
  );
  page.style(columnOf(row, 0, notes.length), { color: grey, size: 9 });
  return row + notes.length;
}
