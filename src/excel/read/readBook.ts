import { succeed, type Result } from "../../app/fault";
import type { DateSystem } from "../../domain/values/date";
import type { BookSnapshot, NameFacts, SheetFacts, TableFacts } from "../../domain/workbook/snapshot";
import { askArea } from "../parts/grid";
import { runRead } from "../run";

const visibilities: ReadonlyMap<string, SheetFacts["visibility"]> = new Map([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

/** Facts of a worksheet whose id, name, visibility and protection were loaded. */
export function sheetFacts(sheet: Excel.Worksheet): SheetFacts {
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: visibilities.get(sheet.visibility) ?? "visible",
    protected: sheet.protection.protected,
  };
}

/**
 * Which day a workbook starts to count at has no stable member. So Excel is asked for the serial of 1904-01-02, which is
 * 1 in one system and 1463 in the other; nothing is written for it.
 */
function dateSystemOf(serialOfProbe: unknown): DateSystem {
  return serialOfProbe === 1 ? 1904 : 1900;
}

function nameFacts(item: Excel.NamedItem): readonly NameFacts[] {
  const formula: unknown = item.formula;
  return typeof formula === "string" ? [{ name: item.name, formula }] : [];
}

async function readTables(
  context: Excel.RequestContext,
  tables: Excel.TableCollection,
): Promise<readonly TableFacts[]> {
  if (tables.items.length === 0) return [];
  const asked = tables.items.map((table) => {
    const area = askArea(table.getRange().untrack());
    // Not the header row's cells: they cannot be asked for while the header row is switched off.
    table.columns.load("items/name");
    return { table, area };
  });
  await context.sync();
  return asked.map(({ table, area }) => ({
    name: table.name,
    sheet: table.worksheet.name,
    area: area(),
    headers: table.columns.items.map((column) => column.name),
    totals: table.showTotals,
  }));
}

/** The cheap facts of the workbook. Two round trips, or one where there is no table. */
export function readBook(): Promise<Result<BookSnapshot>> {
  return runRead(async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    const { worksheets, tables, names } = workbook;
    worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
    tables.load("items/name,items/showTotals,items/worksheet/name");
    names.load("items/name,items/formula");
    const active = worksheets.getActiveWorksheet();
    active.load("name");
    const probe = workbook.functions.date(1904, 1, 2);
    probe.load("value");
    await context.sync();
    return succeed({
      readOnly: workbook.readOnly,
      dateSystem: dateSystemOf(probe.value),
      activeSheet: active.name,
      sheets: worksheets.items.map(sheetFacts),
      tables: await readTables(context, tables),
      names: names.items.flatMap(nameFacts),
    });
  });
}
