import { pixelsOfLine } from "../book/lineSizes";
import { pointsOfPixels } from "../engine/gridData";
import { isRecord } from "../protocol/batch";
import { HostError } from "../protocol/hostError";
import type { Methods } from "../protocol/hostObject";
import type { RangeTarget } from "./registry";

/** Of the properties of rows and columns the workbench knows the size alone. @throws HostError NotImplemented */
function onlyAsked(asked: unknown, size: string): void {
  const format = isRecord(asked) ? asked.format : null;
  const known = isRecord(asked) && Object.keys(asked).join() === "format" && isRecord(format);
  if (!known || Object.keys(format).join() !== size || format[size] !== true)
    throw new HostError("NotImplemented", `The workbench gives ${size} alone.`, 501);
}

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
