import { SetColHiddenMutation, SetColVisibleMutation } from "@univerjs/preset-sheets-core";
import { ensureSize, gridPart, sheetParams, toRange, worksheetOf } from "../book/grid";
import { pixelsOfLine, pixelsOfLines } from "../book/lineSizes";
import { pointsOfPixels } from "../data/sizes";
import { isRecord } from "../protocol/batch";
import { HostError } from "../protocol/hostError";
import type { Methods, Scalars } from "../protocol/hostObject";
import { flag } from "./arguments";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Of the properties of rows and columns the workbench knows the size alone. @throws HostError NotImplemented */
function onlyAsked(asked: unknown, size: string): void {
  const format = isRecord(asked) ? asked.format : null;
  const known = isRecord(asked) && Object.keys(asked).join() === "format" && isRecord(format);
  if (!known || Object.keys(format).join() !== size || format[size] !== true)
    throw new HostError("NotImplemented", `The workbench gives ${size} alone.`, 501);
}

/** Points from the sheet's edge to the range, or from its one end to the other. */
function points({ book, sheet, area }: RangeTarget, along: "rows" | "columns", what: "start" | "size"): number {
  const [before, count] = along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  const lines = what === "start" ? { first: 0, count: before } : { first: before, count };
  return pointsOfPixels(pixelsOfLines(book, sheet, { along, ...lines }));
}

/** Place and size of a range, and whether its columns are hidden: null where some are. */
export const sizeScalars: Scalars<RangeTarget> = {
  // For a whole row or column these add up a million lines: nobody gets them who did not ask.
  Left: { since: "1.10", onlyWhenNamed: true, read: (target) => points(target, "columns", "start") },
  Top: { since: "1.10", onlyWhenNamed: true, read: (target) => points(target, "rows", "start") },
  Width: { since: "1.10", onlyWhenNamed: true, read: (target) => points(target, "columns", "size") },
  Height: { since: "1.10", onlyWhenNamed: true, read: (target) => points(target, "rows", "size") },
  ColumnHidden: {
    since: "1.2",
    read: ({ book, sheet, area }) => {
      const part = gridPart(book, sheet, area);
      const worksheet = worksheetOf(book, sheet).getSheet();
      const visible = new Set<boolean>();
      for (let i = 0; i < part.columns; i++) visible.add(worksheet.getColVisible(part.column + i));
      const [only] = visible;
      return visible.size === 1 && only !== undefined ? !only : null;
    },
    write: ({ book, sheet, area }, value) => {
      checkWritable(book, sheet);
      const isHidden = flag(value);
      ensureSize(book, sheet, { ...area, rows: 1 });
      const part = gridPart(book, sheet, area);
      // Not the grid's own command: it moves the selection of whoever works in the sheet.
      book.engine.as("addin", () => {
        book.engine.run(isHidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
          ...sheetParams(book, sheet),
          ranges: [toRange({ ...part, row: 0, rows: worksheetOf(book, sheet).getMaxRows() })],
        });
      });
    },
  },
};

/** Heights of rows and widths of columns. */
export const sizeMethods: Methods<RangeTarget> = {
  GetRowProperties: {
    since: "1.9",
    call: ({ book, sheet, area }, [asked]) => {
      onlyAsked(asked, "rowHeight");
      return Array.from({ length: area.rows }, (_, index) => ({
        format: { rowHeight: pointsOfPixels(pixelsOfLine(book, sheet, "rows", area.row + index)) },
      }));
    },
  },
  GetColumnProperties: {
    since: "1.9",
    call: ({ book, sheet, area }, [asked]) => {
      onlyAsked(asked, "columnWidth");
      return Array.from({ length: area.columns }, (_, index) => ({
        format: { columnWidth: pointsOfPixels(pixelsOfLine(book, sheet, "columns", area.column + index)) },
      }));
    },
  },
};
