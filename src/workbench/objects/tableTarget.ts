import type { ITableInfo } from "@univerjs/preset-sheets-table";
import type { Book } from "../book/book";
import { fromRange } from "../book/grid";
import { bodyOf, tablesOf } from "../book/tables";
import type { BookArea } from "../data/bookData";
import { HostError, itemNotFound } from "../protocol/hostError";
import type { HostObject } from "../protocol/hostObject";
import { rangeOf } from "./rangeArgument";

/** A table of the open workbook. */
export interface TableTarget {
  readonly book: Book;
  /** Id in the grid. */
  readonly id: string;
}

/** @throws HostError ItemNotFound when the table is gone */
export function infoOf({ book, id }: TableTarget): ITableInfo {
  const info = tablesOf(book, null).find((table) => table.id === id);
  if (!info) throw itemNotFound();
  return info;
}

/** The whole table, header and total row included. */
export const areaOf = (target: TableTarget): BookArea => fromRange(infoOf(target).range);

/**
 * The range of the table's data rows.
 * @param columns part of the table's columns; null for all
 * @throws HostError GeneralException for a table without data rows
 */
export function bodyRange(
  target: TableTarget,
  columns: { readonly from: number; readonly count: number } | null,
): HostObject {
  const info = infoOf(target);
  const body = bodyOf(target.book, info);
  if (!body) throw new HostError("GeneralException", "The table has no data rows.");
  const area = columns ? { ...body, column: body.column + columns.from, columns: columns.count } : body;
  return rangeOf(target.book, info.subUnitId, area);
}
