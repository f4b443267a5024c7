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

async function readTables(
  context: Excel.RequestContext,
  tables: Excel.TableCollection,
): Promise<readonly SceneTable[]> {
  const asked = tables.items.map((table) => {
    return { table, area: askArea(table.getRange()) };
  });
  await context.sync();
  return asked.map(({ table, area }) => ({
    name: table.name,
    sheet: table.worksheet.name,
    style: table.style,
    area: area(),
  }));
}

/** Looks at what the steps will meet. Three round trips at most. */
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
    .map((sheet) => ({ key: fold(sheet.name), formats: askHighlights(sheet) }));
  const tableFacts = await readTables(context, tables);

  const details = asked.map(({ key, formats }) => ({ key, read: askHighlightDetails(formats) }));
  if (asked.some(({ formats }) => formats.items.length > 0)) await context.sync();

  return {
    readOnly: workbook.readOnly,
    sheets: new Map(
      worksheets.items.map((sheet) => [fold(sheet.name), { name: sheet.name, protected: sheet.protection.protected }]),
    ),
    tables: new Map(tableFacts.map((table) => [fold(table.name), table])),
    names: new Map(names.items.map((item) => [fold(item.name), { name: item.name, formula: String(item.formula) }])),
    highlights: new Map(details.map(({ key, read }): [string, readonly InstalledHighlight[]] => [key, read()])),
  };
}
