import type { BookOutline } from "../../app/ports";
import type { DateSystem } from "../../domain/values/date";
import type { Area } from "../../domain/workbook/area";
import type { BookSnapshot, NameFacts, SheetFacts } from "../../domain/workbook/snapshot";
import { askArea } from "../parts/grid";

const visibilities: ReadonlyMap<string, SheetFacts["visibility"]> = new Map([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

/** Facts of a worksheet whose id, name, visibility and protection were loaded. */
function sheetFacts(sheet: Excel.Worksheet): SheetFacts {
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

/** What is known of a workbook before the places of its tables are. */
export interface BookFacts extends BookOutline {
  readonly readOnly: boolean;
  readonly structureProtected: boolean;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetFacts[];
  /** True where nothing stands on the open sheet. */
  readonly openIsEmpty: boolean;
}

function askOpenSheet(sheet: Excel.Worksheet): () => Pick<BookFacts, "activeSheet" | "openIsEmpty"> {
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load("rowIndex");
  return () => ({ activeSheet: sheet.name, openIsEmpty: used.isNullObject });
}

/** Asks for the cheap facts of the workbook; to be followed by a sync, after which the returned function tells them. */
export function askBook({ workbook }: Excel.RequestContext): () => BookFacts {
  workbook.load("readOnly");
  const { worksheets, tables, names, protection } = workbook;
  protection.load("protected");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  // Not the header row's cells: they cannot be asked for while the header row is switched off.
  tables.load("items/name,items/showTotals,items/worksheet/name,items/columns/items/name");
  names.load("items/name,items/formula");
  const openSheet = askOpenSheet(worksheets.getActiveWorksheet());
  const probe = workbook.functions.date(1904, 1, 2);
  probe.load("value");
  return () => ({
    readOnly: workbook.readOnly,
    structureProtected: protection.protected,
    dateSystem: dateSystemOf(probe.value),
    ...openSheet(),
    sheets: worksheets.items.map(sheetFacts),
    tables: tables.items.map((table) => ({
      name: table.name,
      sheet: table.worksheet.name,
      headers: table.columns.items.map((column) => column.name),
      totals: table.showTotals,
    })),
    names: names.items.flatMap(nameFacts),
  });
}

/** Asks where tables stand; to be followed by a sync, after which the returned function tells each by its name. */
export function askTableAreas(
  { workbook }: Excel.RequestContext,
  names: readonly string[],
): () => ReadonlyMap<string, Area> {
  const asked = names.map((name) => [name, askArea(workbook.tables.getItem(name).getRange().untrack())] as const);
  return () => new Map(asked.map(([name, area]) => [name, area()]));
}

/** The facts with the places of the tables; null where a table's place is not known. */
export function withAreas(facts: BookFacts, areas: ReadonlyMap<string, Area>): BookSnapshot | null {
  const tables = facts.tables.flatMap((table) => {
    const area = areas.get(table.name);
    return area ? [{ ...table, area }] : [];
  });
  return tables.length === facts.tables.length ? { ...facts, tables } : null;
}
