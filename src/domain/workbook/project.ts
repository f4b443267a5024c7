import type { CellValue } from "../values/value";
import type { Area } from "./area";
import { covering } from "./reference";
import type { Action } from "./action";
import type { BookSnapshot, SheetSnapshot, TableFacts, ValueGrid } from "./snapshot";

/** What a plan is made from and what actions change of it. */
export interface Workbook {
  readonly book: BookSnapshot;
  readonly sheet: SheetSnapshot;
  readonly settings: ValueGrid | null;
}

/** A grid that covers the area too; the new cells are blank. */
function grown(grid: ValueGrid, area: Area): ValueGrid {
  const covered = covering([grid.area, area]);
  if (!covered) return grid;
  const [top, left] = [grid.area.row - covered.row, grid.area.column - covered.column];
  const values = Array.from({ length: covered.rows }, (_, row) =>
    Array.from({ length: covered.columns }, (__, column) => grid.values[row - top]?.[column - left] ?? ""),
  );
  return { ...grid, area: covered, values };
}

function written(grid: ValueGrid, action: Extract<Action, { readonly kind: "writeCells" }>): ValueGrid {
  if (grid.sheet !== action.sheet) return grid;
  const { area, values, sheet } = grown(grid, action.area);
  const next = values.map((row) => [...row]);
  action.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const target = next[action.area.row - area.row + row];
      // What a formula will show is not known before it stands there.
      const value: CellValue | null = typeof cell === "object" ? (cell === null ? null : "") : cell;
      if (target && value !== null) target[action.area.column - area.column + column] = value;
    }),
  );
  return { sheet, area, values: next };
}

function headersOf({ sheet, settings }: Workbook, title: string, area: Area): readonly string[] | null {
  const grid = [sheet.grid, settings].find((candidate) => candidate?.sheet === title);
  const row = grid?.values[area.row - grid.area.row];
  return row && grid
    ? row
        .slice(area.column - grid.area.column)
        .slice(0, area.columns)
        .map(String)
    : null;
}

function after(workbook: Workbook, action: Action): Workbook {
  const { book, sheet, settings } = workbook;
  if (action.kind === "writeCells") {
    const onSheet = sheet.grid.sheet === action.sheet && sheet.used !== null;
    const grid = onSheet ? written(sheet.grid, action) : sheet.grid;
    const next: Workbook = {
      book,
      sheet: onSheet ? { ...sheet, grid, used: grid.area } : sheet,
      settings: settings && written(settings, action),
    };
    const tables = book.tables.map((table) =>
      table.sheet === action.sheet
        ? { ...table, headers: headersOf(next, table.sheet, table.area) ?? table.headers }
        : table,
    );
    return { ...next, book: { ...book, tables } };
  }
  if (action.kind === "resizeTable") {
    const tables = book.tables.map((table) =>
      table.name.toLowerCase() === action.name.toLowerCase()
        ? { ...table, area: action.area, headers: headersOf(workbook, table.sheet, action.area) ?? table.headers }
        : table,
    );
    return { ...workbook, book: { ...book, tables } };
  }
  if (action.kind === "createTable") {
    const { name, sheet: title, area } = action;
    const table: TableFacts = {
      name,
      sheet: title,
      area,
      headers: headersOf(workbook, title, area) ?? [],
      totals: false,
    };
    return { ...workbook, book: { ...book, tables: [...book.tables, table] } };
  }
  if (action.kind === "setName") {
    const { name, formula } = action;
    const others = book.names.filter((each) => each.name.toLowerCase() !== name.toLowerCase());
    return { ...workbook, book: { ...book, names: [...others, { name, formula }] } };
  }
  if (action.kind === "renameTable") {
    const tables = book.tables.map((table) =>
      table.name.toLowerCase() === action.from.toLowerCase() ? { ...table, name: action.to } : table,
    );
    return { ...workbook, book: { ...book, tables } };
  }
  return workbook;
}

/** What will be read after the actions, as far as cells and tables go: so that one plan can be made on top of another. */
export function project(workbook: Workbook, actions: readonly Action[]): Workbook {
  return actions.reduce(after, workbook);
}
