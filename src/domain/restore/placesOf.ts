import type { Place } from "../workbook/reference";
import type { ListNow } from "./now";
import type { RestorePoint } from "./point";
import { ourColumns } from "./takeOut";

function spanOf(rows: readonly (string | number)[]): { readonly row: number; readonly rows: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    if (typeof row !== "number") continue;
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  return last < first ? null : { row: first, rows: last - first + 1 };
}

/** Places whose contents and formats have to be known before anything is given back. */
export function placesOf(points: readonly RestorePoint[], list: ListNow | null, whole: boolean): readonly Place[] {
  const places = new Map<string, Place>();
  const add = (place: Place) => places.set(JSON.stringify(place), place);
  const addColumn = (offset: number) => {
    if (list && offset >= 0)
      add({ sheet: list.sheet, area: { ...list.area, column: list.area.column + offset, columns: 1 } });
  };
  for (const { offset } of list ? ourColumns(list, points, whole) : []) addColumn(offset);
  for (const { content } of points) {
    for (const part of content.parts) {
      // A row goes where people have changed nothing in it, whatever the column.
      if (part.kind === "rows") list?.headers.forEach((_, offset) => addColumn(offset));
      if (part.kind === "formula") addColumn(list?.headers.indexOf(part.header) ?? -1);
      if (part.kind !== "cells" && part.kind !== "formats") continue;
      const { sheet, column } = part;
      const span = typeof column === "number" ? spanOf(part.rows) : null;
      if (typeof column === "string") addColumn(list?.headers.indexOf(column) ?? -1);
      else if (span) add({ sheet, area: { ...span, column, columns: 1 } });
    }
  }
  return [...places.values()];
}
