import type { CellInput } from "../values/value";
import type { Language } from "../values/language";
import { absoluteAddress, cellAddress, type Area } from "../workbook/area";
import type { CellStyle } from "../workbook/action";
import { blockArea, shownWidth, type Block, type SheetLayout } from "../workbook/layout";
import type { SettingsTable } from "../schema/settingsNames";
import { settingsTables } from "../schema/settingsNames";
import type { TableFacts } from "../workbook/snapshot";

/** Widths of the columns that our part of the Summary sheet takes, in characters; right of them people may keep notes. */
export const summaryWidths: readonly number[] = [20, 12, 12, 11, 11, 12, 10, 10, 10, 13, 11, 13];
export const grey = "#616161";
export const red = "#C0392B";
export const amountFormat = "#,##0";
/** Counts of what somebody has to see to: red from one on, beside a header or a label that says what it is. */
export const alarmFormat = "[=0]0;[Red]#,##0";
/** Money as people say it, to one decimal; the cell holds all of it. Smaller sums and what is owed stand in full. */
export const moneyFormats: Readonly<Record<Language, string>> = {
  "zh-CN": '[>=1000]0\\.0,"万";[<0]-#,##0;#,##0',
  en: '[>=1000]#,##0.0,"K";[<0]-#,##0;#,##0',
};
/** Shares of fewer than a hundred cases, which most are, have no decimals. */
export const rateFormat = "0%";
export const dayFormat = "yyyy-mm-dd";

/** Keeps words off the number that ends right before them. */
export const apart = "  ";

/** The tables of the Settings as they stand, or will stand. */
export type SettingsPlaces = readonly Pick<TableFacts, "name" | "sheet" | "area">[];

/** A column of a table on the page, with the format of its numbers. */
export interface PageColumn {
  /** Words, or a formula for words that change by themselves. */
  readonly header: CellInput;
  /** The longest text that a header with a formula shows: its row is as high as that needs. */
  readonly widest?: string;
  readonly format?: string;
  /** Words rather than numbers: they start at the left. */
  readonly isText?: boolean;
  /** Less important than the rest. */
  readonly isQuiet?: boolean;
  /** Columns beside it that it takes as well; their cells stay blank. */
  readonly spans?: number;
}

/** The cell of a sheet in which a page begins. */
export type PageCorner = Pick<Area, "row" | "column">;

/** A page that is being laid out. Rows and columns are its own; `at` and `place` tell where they stand on the sheet. */
export interface SummaryPage {
  put(row: number, column: number, cells: readonly (readonly CellInput[])[]): void;
  style(area: Area, style: CellStyle): void;
  format(area: Area, format: string): void;
  /**
   * A table with its heading above; its first column holds names.
   * @param bodyOf the lines of the body, of which the first stands in the row that is given
   * @returns its first body row and the row where the next part can start
   */
  table(
    corner: PageCorner,
    head: { readonly heading: CellInput; readonly columns: readonly PageColumn[] },
    bodyOf: (first: number) => readonly (readonly CellInput[])[],
  ): { readonly first: number; readonly end: number };
  /** Address of one of the page's cells, for a formula. */
  at(row: number, column: number): string;
  /** Cells of the page as cells of the sheet. */
  place(area: Area): Area;
  layout(): SheetLayout;
}

/** A line with blank cells where a column takes its neighbours as well. */
function spread(line: readonly CellInput[], columns: readonly PageColumn[]): readonly CellInput[] {
  return line.flatMap((cell, at) => [cell, ...Array<CellInput>(columns[at]?.spans ?? 0).fill("")]);
}

/** Characters that a header has room for: its own column, and blank ones right of it for words. */
function roomOf(columns: readonly PageColumn[], from: number, at: number): number {
  const isAlone = columns[at]?.isText !== true;
  const blank = columns.slice(at + 1).findIndex(({ header }) => header !== "");
  const taken = isAlone ? 1 : 1 + (blank < 0 ? columns.length - at - 1 : blank);
  return summaryWidths.slice(from + at, from + at + taken).reduce((sum, width) => sum + width, 0);
}

/** @param corner where the page begins: people may have put rows or columns in before it */
export function newPage(title: string, corner: PageCorner): SummaryPage {
  const place = <T extends PageCorner>(cells: T): T => ({
    ...cells,
    row: corner.row + cells.row,
    column: corner.column + cells.column,
  });
  const blocks: Block[] = [];
  const styles: SheetLayout["styles"][number][] = [];
  const formats: SheetLayout["formats"][number][] = [];
  const page: SummaryPage = {
    at: (row, column) => cellAddress(corner.row + row, corner.column + column),
    place,
    put: (row, column, cells) => void blocks.push(place({ row, column, cells })),
    style: (area, style) => void styles.push({ area: place(area), style }),
    format: (area, format) => void formats.push({ area: place(area), format }),
    table: ({ row, column }, { heading, columns: named }, bodyOf) => {
      const first = row + 2;
      const body = bodyOf(first).map((line) => spread(line, named));
      const columns = named.flatMap((each) => [each, ...Array<PageColumn>(each.spans ?? 0).fill({ header: "" })]);
      page.put(row, column, [[heading]]);
      page.put(row + 1, column, [columns.map(({ header }) => header), ...body]);
      page.style({ row, column, rows: 1, columns: 1 }, { bold: true, size: 13, height: 22 });
      const lines = Math.max(
        ...columns.map(({ header, widest = typeof header === "string" ? header : "" }, at) =>
          Math.ceil((shownWidth(widest) + 1) / (roomOf(columns, column, at) - 1)),
        ),
      );
      page.style(
        { row: row + 1, column, rows: 1, columns: columns.length },
        { bold: true, underline: true, color: grey, height: 4 + 14 * lines, ...(lines > 1 ? { wrap: true } : {}) },
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
      return { first, end: first + body.length + 1 };
    },
    layout: () => {
      const lastRow = Math.max(...blocks.map((block) => block.row + blockArea(block).rows));
      const extent: Area = { ...corner, rows: lastRow - corner.row, columns: summaryWidths.length };
      return { title, blocks, styles, formats, widths: summaryWidths, extent };
    },
  };
  return page;
}

/** Where a Settings table stands, or will stand; null without it. */
function placeOf(places: SettingsPlaces, table: SettingsTable): SettingsPlaces[number] | null {
  const wanted = settingsTables[table].toLowerCase();
  return places.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

/** How far down in a Settings table an entry stands, counting from its header, as a term of a formula; 0 without the table. */
export function settingsRow(places: SettingsPlaces, table: SettingsTable, row: number): string {
  const place = placeOf(places, table);
  if (!place) return "0";
  return `ROWS(${absoluteAddress(place.sheet, { ...place.area, rows: row + 2, columns: 1 })})`;
}

/** A cell that shows what stands in a Settings table: renamed there, renamed here. */
export function settingsCell(places: SettingsPlaces, table: SettingsTable, row: number, column: number): CellInput {
  const place = placeOf(places, table);
  if (!place) return "";
  const area: Area = { row: place.area.row + 1 + row, column: place.area.column + column, rows: 1, columns: 1 };
  return { formula: `=${absoluteAddress(place.sheet, area)}` };
}
