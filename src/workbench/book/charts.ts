import { localAddress, readAddress, sheetPrefix } from "../data/address";
import { shifted } from "../data/areas";
import type { ChartData } from "../data/bookData";
import { sheetState } from "./book";
import type { Book, ChartReference } from "./book";
import { cellValue } from "./cells";
import { worksheetNamed } from "./grid";

function referenceOf(book: Book, address: string | null): ChartReference | null {
  const read = address === null ? null : readAddress(address);
  const sheet = read?.sheet ? worksheetNamed(book, read.sheet) : null;
  return read && sheet ? { sheet: sheet.getSheetId(), area: read.area } : null;
}

function addressOf(book: Book, reference: ChartReference | null): string | null {
  const sheet = reference && book.engine.workbook.getSheetBySheetId(reference.sheet);
  return reference && sheet ? sheetPrefix(sheet.getSheetName()) + localAddress(reference.area, true) : null;
}

/** Puts the charts of an opened sheet into the book. Call when all sheets are there. */
export function loadCharts(book: Book, sheet: string, charts: readonly ChartData[]): void {
  const { charts: own } = sheetState(book, sheet);
  for (const chart of charts) {
    const series = chart.series.map((one) => ({
      ...one,
      values: referenceOf(book, one.values),
      categories: referenceOf(book, one.categories),
    }));
    own.set(crypto.randomUUID(), { ...chart, series });
  }
}

/** The charts of a sheet for saving. */
export function saveCharts(book: Book, sheet: string): readonly ChartData[] {
  return [...sheetState(book, sheet).charts.values()].map((chart) => ({
    ...chart,
    series: chart.series.map((one) => ({
      ...one,
      values: addressOf(book, one.values),
      categories: addressOf(book, one.categories),
    })),
  }));
}

/** What stands in the cells, one after the other; nothing where they have gone. */
export function valuesOf(book: Book, reference: ChartReference | null): readonly (string | number | boolean)[] {
  const worksheet = reference && book.engine.workbook.getSheetBySheetId(reference.sheet);
  if (!reference || !worksheet) return [];
  const { row, column, rows, columns } = reference.area;
  const cells = worksheet.getSheet().getCellMatrix();
  return Array.from({ length: rows * columns }, (_, index) =>
    cellValue(cells.getValue(row + Math.floor(index / columns), column + (index % columns))),
  );
}

/** Rows or columns that were put into a sheet or taken out of it. */
export interface LineMove {
  readonly sheet: string;
  readonly along: "rows" | "columns";
  /** Where the first of them stands or stood. */
  readonly at: number;
  /** Lines put in; negative for lines taken out. */
  readonly count: number;
}

/** Moves charts, and what they draw, along with rows or columns that were put into a sheet or taken out of it. */
export function shiftCharts(book: Book, { sheet, along, at, count }: LineMove): void {
  const move = (reference: ChartReference | null): ChartReference | null => {
    if (reference?.sheet !== sheet) return reference;
    const area = shifted(reference.area, along, at, count);
    return area && { sheet, area };
  };
  for (const [place, { charts }] of book.sheets) {
    for (const [id, chart] of charts) {
      const series = chart.series.map((one) => ({
        ...one,
        values: move(one.values),
        categories: move(one.categories),
      }));
      // A chart whose cells have all gone is squeezed, not deleted.
      const squeezed =
        along === "rows" ? { ...chart.area, row: at, rows: 1 } : { ...chart.area, column: at, columns: 1 };
      const area = place === sheet ? (shifted(chart.area, along, at, count) ?? squeezed) : chart.area;
      charts.set(id, { ...chart, area, series });
    }
  }
}
