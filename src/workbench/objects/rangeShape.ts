import { intersect } from "../../domain/workbook/area";
import { bounding, sheetColumns, sheetRows } from "../data/areas";
import type { BookArea } from "../data/bookData";
import { invalidArgument } from "../protocol/hostError";
import type { HostObject, Methods } from "../protocol/hostObject";
import { whole } from "./arguments";
import { rangeArgument, rangeOf } from "./rangeArgument";
import type { RangeTarget } from "./registry";

/** @throws HostError InvalidArgument for an area that reaches beyond the sheet */
function within(area: BookArea): BookArea {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= sheetRows &&
    area.column + area.columns <= sheetColumns;
  if (!fits) throw invalidArgument();
  return area;
}

const child = (target: RangeTarget, area: BookArea): HostObject => rangeOf(target.book, target.sheet, within(area));

/** Ranges that lie beside a range, or are larger or smaller than it. */
export const shapeMethods: Methods<RangeTarget> = {
  GetCell: {
    since: "1.1",
    call: (target, [row, column]) =>
      child(target, {
        row: target.area.row + whole(row),
        column: target.area.column + whole(column),
        rows: 1,
        columns: 1,
      }),
  },
  GetRow: {
    since: "1.1",
    call: (target, [row]) => child(target, { ...target.area, row: target.area.row + whole(row), rows: 1 }),
  },
  GetColumn: {
    since: "1.1",
    call: (target, [column]) =>
      child(target, { ...target.area, column: target.area.column + whole(column), columns: 1 }),
  },
  GetLastRow: {
    since: "1.1",
    call: (target) => child(target, { ...target.area, row: target.area.row + target.area.rows - 1, rows: 1 }),
  },
  GetLastCell: {
    since: "1.1",
    call: ({ book, sheet, area }) =>
      rangeOf(book, sheet, {
        row: area.row + area.rows - 1,
        column: area.column + area.columns - 1,
        rows: 1,
        columns: 1,
      }),
  },
  GetBoundingRect: {
    since: "1.1",
    call: (target, [other]) =>
      child(target, bounding(target.area, rangeArgument(target.book, target.sheet, other).area)),
  },
  GetIntersectionOrNullObject: {
    since: "1.4",
    call: (target, [value]) => {
      const other = rangeArgument(target.book, target.sheet, value);
      const common = other.sheet === target.sheet ? intersect(target.area, other.area) : null;
      return common && child(target, common);
    },
  },
  GetRowsBelow: {
    since: "1.2",
    call: (target, [count]) => {
      const rows = count === undefined || count === null ? 1 : whole(count);
      const { area } = target;
      return child(
        target,
        rows < 0
          ? { ...area, row: area.row + area.rows + rows, rows: -rows }
          : { ...area, row: area.row + area.rows, rows },
      );
    },
  },
  GetResizedRange: {
    since: "1.2",
    call: (target, [rows, columns]) =>
      child(target, {
        ...target.area,
        rows: target.area.rows + whole(rows),
        columns: target.area.columns + whole(columns),
      }),
  },
  GetAbsoluteResizedRange: {
    since: "1.7",
    call: (target, [rows, columns]) => child(target, { ...target.area, rows: whole(rows), columns: whole(columns) }),
  },
  GetOffsetRange: {
    since: "1.1",
    call: (target, [rows, columns]) =>
      child(target, {
        ...target.area,
        row: target.area.row + whole(rows),
        column: target.area.column + whole(columns),
      }),
  },
  GetEntireColumn: { since: "1.1", call: (target) => child(target, { ...target.area, row: 0, rows: sheetRows }) },
  GetEntireRow: {
    since: "1.1",
    call: (target) => child(target, { ...target.area, column: 0, columns: sheetColumns }),
  },
};
