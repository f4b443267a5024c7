import { askArea } from "./grid";
import { askHighlightDetails, askHighlights, type InstalledHighlight } from "./highlights";
import { fold, type Scene, type SceneTable } from "./scene";
import type { Step } from "./step";

/** Sheets whose conditional formats the steps look for. */
function highlightSheets(steps: readonly Step[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) =>
      step.kind === "addHighlight" || step.kind === "removeHighlights" ? [fold(step.sheet)] : [],
    ),
  );
}

/** Tables whose size counts: those that get another one, or none. */
function resizedTables(steps: readonly Step[]): boolean {
  return steps.some(({ kind }) => kind === "resizeTable" || kind === "unlistTable");
}

/** Looks at what the steps will meet. One round trip, and up to two more where tables change size or conditional formats change. */
export async function readScene(context: Excel.RequestContext, steps: readonly Step[]): Promise<Scene> {
  const { workbook } = context;
  workbook.load("readOnly");
  const { worksheets, tables, names } = workbook;
  worksheets.load("items/name,items/protection/protected");
  tables.load("items/name,items/style,items/worksheet/name");
  names.load("items/name,items/formula");
  await context.sync();

  const wanted = highlightSheets(steps);
  const asked = worksheets.items
    .filter((sheet) => wanted.has(fold(sheet.name)))
    .map((sheet) => ({ sheet, formats: askHighlights(sheet) }));
  const withAreas = resizedTables(steps);
  const tableFacts = tables.items.map((table) => ({
    table,
    area: withAreas ? askArea(table.getRange().untrack()) : () => null,
  }));
  if (asked.length > 0 || (withAreas && tableFacts.length > 0)) await context.sync();

  const details = asked.map(({ sheet, formats }) => ({
    key: fold(sheet.name),
    read: askHighlightDetails(sheet, formats),
  }));
  if (asked.some(({ formats }) => formats.items.length > 0)) await context.sync();

  return {
    readOnly: workbook.readOnly,
    sheets: new Map(
      worksheets.items.map((sheet) => [fold(sheet.name), { name: sheet.name, protected: sheet.protection.protected }]),
    ),
    tables: new Map(
      tableFacts.map(({ table, area }): [string, SceneTable] => [
        fold(table.name),
        { name: table.name, sheet: table.worksheet.name, style: table.style, area: area() },
      ]),
    ),
    names: new Map(names.items.map((item) => [fold(item.name), { name: item.name, formula: String(item.formula) }])),
    highlights: new Map(details.map(({ key, read }): [string, readonly InstalledHighlight[]] => [key, read()])),
  };
}
