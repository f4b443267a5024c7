import { fail, succeed, type Result } from "../../app/fault";
import type { FormattedCells, TableRequest } from "../../app/ports";
import type { CellInput, CellValue } from "../../domain/values/value";
import type { TableNow } from "../../domain/workbook/tableNow";
import type { Area } from "../../domain/workbook/area";
import { askArea, rangeOf, readGrid, inputsOf } from "../parts/grid";
import { runRead } from "../run";

interface Found {
  readonly table: Excel.Table;
  readonly headers: readonly string[];
  readonly keyColumn: number;
}

function sameHeader(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function inputGrid(range: Excel.Range, size: Pick<Area, "rows" | "columns">): readonly (readonly CellInput[])[] | null {
  const formulas = readGrid(range.formulas, size);
  const values = readGrid(range.values, size);
  return formulas && values && inputsOf(formulas, values);
}

/** Asks for a table's place, keys and last row; to be followed by a sync. Null from the returned function: too large. */
function askTable({ table, headers, keyColumn }: Found): () => TableNow | null {
  const area = askArea(table.getRange().untrack());
  const body = table.getDataBodyRange().untrack();
  body.load("rowCount");
  const keys = body.getColumn(keyColumn).untrack();
  keys.load("values");
  const last = body.getLastRow().untrack();
  last.load("formulas,values");
  return () => {
    const values = readGrid(keys.values, { rows: body.rowCount, columns: 1 });
    const lastRow = inputGrid(last, { rows: 1, columns: headers.length })?.[0];
    if (!values || !lastRow) return null;
    return {
      name: table.name,
      sheet: table.worksheet.name,
      area: area(),
      totals: table.showTotals,
      filtered: table.autoFilter.isDataFiltered,
      headers,
      keyColumn,
      keys: values.map(([key = ""]): CellValue => key),
      lastRow,
    };
  };
}

/** Tables as they stand at this moment; see the port. */
export function readTables(wanted: readonly TableRequest[]): Promise<Result<readonly (TableNow | null)[]>> {
  return runRead(async (context) => {
    const tables = wanted.map(({ table: name }) => {
      const table = context.workbook.tables.getItem(name);
      table.load("name,showTotals");
      table.worksheet.load("name");
      table.autoFilter.load("isDataFiltered");
      // Not the header row's cells: they cannot be asked for while the header row is switched off.
      table.columns.load("items/name");
      return table;
    });
    await context.sync();
    const found = tables.map((table, index): Found | null => {
      const headers = table.columns.items.map((column) => column.name);
      const columns = (wanted[index]?.keyHeaders ?? []).map((key) =>
        headers.findIndex((header) => sameHeader(header, key)),
      );
      const keyColumn = columns.find((column) => column >= 0);
      return keyColumn === undefined ? null : { table, headers, keyColumn };
    });
    const asked = found.map((table) => table && askTable(table));
    await context.sync();
    const read = asked.map((ask) => ask && ask());
    return read.some((table, index) => table === null && asked[index] !== null)
      ? fail({ code: "tooLarge" })
      : succeed(read);
  });
}

/** Cells of several small areas, formulas as such. One round trip. */
export function readCells(
  sheet: string,
  areas: readonly Area[],
): Promise<Result<readonly (readonly (readonly CellInput[])[])[]>> {
  return runRead(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const ranges = areas.map((area) => {
      const range = rangeOf(worksheet, area);
      range.load("formulas,values");
      return { range, area };
    });
    await context.sync();
    const grids = ranges.flatMap(({ range, area }) => {
      const grid = inputGrid(range, area);
      return grid ? [grid] : [];
    });
    return grids.length === areas.length ? succeed(grids) : fail({ code: "tooLarge" });
  });
}

/** Asks for cells of several areas with their number formats; to be called after a sync: null where they were too many. */
export function askFormatted(
  worksheet: Excel.Worksheet,
  areas: readonly Area[],
): () => readonly FormattedCells[] | null {
  const ranges = areas.map((area) => {
    const range = rangeOf(worksheet, area);
    range.load("formulas,values,numberFormat");
    return { range, area };
  });
  return () => {
    const read = ranges.flatMap(({ range, area }): readonly FormattedCells[] => {
      const cells = inputGrid(range, area);
      const formats = readGrid(range.numberFormat, area);
      return cells && formats ? [{ cells, formats: formats.map((row) => row.map(String)) }] : [];
    });
    return read.length === areas.length ? read : null;
  };
}

/** Cells of several areas with their number formats. One round trip. */
export function readFormatted(sheet: string, areas: readonly Area[]): Promise<Result<readonly FormattedCells[]>> {
  return runRead(async (context) => {
    const read = askFormatted(context.workbook.worksheets.getItem(sheet), areas);
    await context.sync();
    const cells = read();
    return cells ? succeed(cells) : fail({ code: "tooLarge" });
  });
}
