import type { CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import { intersect, type Area } from "../workbook/area";
import type { Place } from "../workbook/reference";
import type { BookSnapshot } from "../workbook/snapshot";
import { summaryPlace } from "../summary/planSummary";
import type { ListChange } from "./listChange";

/** Columns of a sheet from one on. */
export interface ColumnSpan {
  readonly sheet: string;
  readonly column: number;
  readonly columns: number;
}

/** What a change writes over, of which its plan does not know what stands there. */
export interface BeforeRequest {
  readonly cells: readonly Place[];
  readonly formats: readonly Place[];
  readonly columns: readonly ColumnSpan[];
  /** Sheets whose own filter buttons are asked for. */
  readonly filters: readonly string[];
}

/** How wide a column is, points, null for the sheet's usual width, and whether it is hidden. */
export interface ColumnLook {
  readonly width: number | null;
  readonly hidden: boolean;
}

/** The answers, each in the order of its questions. */
export interface Before {
  readonly cells: readonly (readonly (readonly CellInput[])[])[];
  readonly formats: readonly (readonly (readonly string[])[])[];
  readonly columns: readonly (readonly ColumnLook[])[];
  readonly filters: readonly (Area | null)[];
}

/** Actions that write on sheets that were there before; the Summary is left out, for it is worked out anew again and again. */
export function writesOver(book: BookSnapshot, actions: readonly Action[]): readonly Action[] {
  const summary = summaryPlace(book)?.sheet;
  const there = new Set(book.sheets.map(({ name }) => name));
  return actions.filter((action) => !("sheet" in action) || (there.has(action.sheet) && action.sheet !== summary));
}

/** The part of an area that the change does not make itself: its columns of the list that hold something already. */
export function standingPart(list: ListChange | null, sheet: string, area: Area): Area | null {
  const inList = list?.sheet === sheet ? intersect(list.area, area) : null;
  if (!list || !inList) return area;
  const offset = area.column - list.area.column;
  const standing = Array.from({ length: area.columns }, (_, at) => at).filter((at) => !list.added.has(offset + at));
  const [first, last] = [standing[0], standing.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { ...area, column: area.column + first, columns: last - first + 1 };
}

/** What has to be read before the change, so that it can be given back. */
export function requestFor(book: BookSnapshot, list: ListChange | null, actions: readonly Action[]): BeforeRequest {
  const cells: Place[] = [];
  const formats: Place[] = [];
  for (const action of writesOver(book, actions)) {
    if (action.kind === "writeCells" || action.kind === "fillFormula") {
      const area = standingPart(list, action.sheet, action.area);
      if (area) cells.push({ sheet: action.sheet, area });
    } else if (action.kind === "setNumberFormat" || action.kind === "setNumberFormats") {
      const area = standingPart(list, action.sheet, action.area);
      if (area) formats.push({ sheet: action.sheet, area });
    }
  }
  if (!list) return { cells, formats, columns: [], filters: [] };
  const added = [...list.added].map((offset) => list.area.column + offset);
  const areaOf = (column: number): Area => ({ ...list.area, column, columns: 1 });
  return {
    cells,
    formats: [...formats, ...added.map((column) => ({ sheet: list.sheet, area: areaOf(column) }))],
    columns: added.map((column) => ({ sheet: list.sheet, column, columns: 1 })),
    filters: list.was === null ? [list.sheet] : [],
  };
}
