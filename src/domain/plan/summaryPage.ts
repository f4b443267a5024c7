import type { CellInput } from "../cells/value";
import { absoluteAddress, type Area } from "../sheet/area";
import type { CellStyle } from "./action";
import { blockArea, type Block, type SheetLayout } from "./layout";
import type { SettingsTable } from "./settingsNames";
import { settingsTables } from "./settingsNames";
import type { TableFacts } from "./snapshot";

/** Columns that our part of the Summary sheet takes; right of them people may keep notes. */
export const summaryColumns = 9;
const widths = [20, 15, 11, 11, 12, 17, 17, 12, 14];
export const grey = "#616161";
export const amountFormat = "#,##0";
export const rateFormat = "0.0%";
export const dayFormat = "yyyy-mm-dd";

/** Keeps words off the number that ends right before them. */
export const apart = "  ";

/** The tables of the Settings as they stand, or will stand. */
export type SettingsPlaces = readonly Pick<TableFacts, "name" | "sheet" | "area">[];

/** A column of a table on the page, with the format of its numbers. */
export interface PageColumn {
  readonly header: string;
  readonly format?: string;
  /** Words rather than numbers: they start at the left. */
  readonly isText?: boolean;
  /** Less important than the rest. */
  readonly isQuiet?: boolean;
}

/** A page that is being laid out. */
export interface SummaryPage {
  put(row: number, column: number, cells: readonly (readonly CellInput[])[]): void;
  style(area: Area, style: CellStyle): void;
  format(area: Area, format: string): void;
  /** A table with its heading above; its first column holds names. Returns its first body row and the row where the next part can start. */
  table(
    row: number,
    column: number,
    heading: string,
    columns: readonly PageColumn[],
    bodyOf: (first: number) => readonly (readonly CellInput[])[],
  ): { readonly first: number; readonly rows: number; readonly end: number };
  layout(): SheetLayout;
}

export function newPage(title: string): SummaryPage {
  const blocks: Block[] = [];
  const styles: SheetLayout["styles"][number][] = [];
  const formats: SheetLayout["formats"][number][] = [];
  const page: SummaryPage = {
    put: (row, column, cells) => void blocks.push({ row, column, cells }),
    style: (area, style) => void styles.push({ area, style }),
    format: (area, format) => void formats.push({ area, format }),
    table: (row, column, heading, columns, bodyOf) => {
      const first = row + 2;
      const body = bodyOf(first);
      page.put(row, column, [[heading]]);
      page.put(row + 1, column, [columns.map(({ header }) => header), ...body]);
      page.style({ row, column, rows: 1, columns: 1 }, { bold: true, size: 13, height: 22 });
      page.style(
        { row: row + 1, column, rows: 1, columns: columns.length },
        { bold: true, underline: true, color: grey, height: 18 },
      );
      // A line under the header needs room below it.
      if (body.length > 0) page.style({ row: first, column, rows: body.length, columns: 1 }, { height: 17 });
      columns.forEach(({ format, isText = false, isQuiet = false }, offset) => {
        const cells: Area = { row: first, column: column + offset, rows: Math.max(1, body.length), columns: 1 };
        if (format !== undefined) page.format(cells, format);
        if (offset > 0) {
          const withHeader: Area = { ...cells, row: row + 1, rows: cells.rows + 1 };
          page.style(withHeader, { align: isText ? "left" : "right" });
        }
        if (isQuiet) page.style(cells, { color: grey });
      });
      return { first, rows: body.length, end: first + body.length + 1 };
    },
    layout: () => {
      const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
      const extent: Area = { row: 0, column: 0, rows: lastRow, columns: summaryColumns };
      return { title, blocks, styles, formats, widths, extent };
    },
  };
  return page;
}

/** A cell that shows what stands in a Settings table: renamed there, renamed here. */
export function settingsCell(places: SettingsPlaces, table: SettingsTable, row: number, column: number): CellInput {
  const wanted = settingsTables[table].toLowerCase();
  const place = places.find(({ name }) => name.toLowerCase() === wanted);
  if (!place) return "";
  const area: Area = { row: place.area.row + 1 + row, column: place.area.column + column, rows: 1, columns: 1 };
  return { formula: `=${absoluteAddress(place.sheet, area)}` };
}
