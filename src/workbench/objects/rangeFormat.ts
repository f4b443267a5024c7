import { SetWorksheetColWidthMutation } from "@univerjs/preset-sheets-core";
import { HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/presets";
import { ensureSize, gridPart, sheetParams, toRange, worksheetOf } from "../book/grid";
import { columnPixelsOfPoints, defaultColumnPixels, pixelsOfPoints, pointsOfPixels } from "../data/sizes";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, number, text } from "./arguments";
import { bordersClass } from "./rangeBorder";
import { fillClass } from "./rangeFill";
import { fontClass } from "./rangeFont";
import { styleMember } from "./rangeStyle";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

const horizontals: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};

const verticals: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

function keyOf<T>(names: Readonly<Record<string, T>>, value: T, otherwise: string): string {
  return Object.keys(names).find((name) => names[name] === value) ?? otherwise;
}

function valueOf<T>(names: Readonly<Record<string, T>>, value: unknown): T {
  const found = names[text(value)];
  if (found === undefined) throw invalidArgument();
  return found;
}

export const rangeFormatClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeFormat",
  scalars: {
    ColumnWidth: {
      since: "1.2",
      read: ({ book, sheet, area }) => {
        const worksheet = worksheetOf(book, sheet);
        const part = gridPart(book, sheet, area);
        const widths = new Set<number>();
        for (let i = 0; i < part.columns; i++) widths.add(worksheet.getColumnWidth(part.column + i));
        const [only] = widths;
        return widths.size === 1 && only !== undefined ? pointsOfPixels(only) : null;
      },
      write: ({ book, sheet, area }, value) => {
        checkWritable(book, sheet);
        const width = number(value);
        if (width < 0) throw invalidArgument();
        ensureSize(book, sheet, { ...area, rows: 1 });
        const part = gridPart(book, sheet, area);
        // Not the grid's own command: it measures the height of every row anew, which Excel leaves as it is.
        book.engine.as("addin", () => {
          book.engine.run(SetWorksheetColWidthMutation.id, {
            ...sheetParams(book, sheet),
            ranges: [toRange({ ...part, row: 0, rows: worksheetOf(book, sheet).getMaxRows() })],
            colWidth: columnPixelsOfPoints(width, book.behaviour.sizes),
          });
        });
      },
    },
    UseStandardWidth: {
      since: "1.7",
      read: ({ book, sheet, area }) => {
        const data = worksheetOf(book, sheet).getSheet().getColumnManager().getColumnData();
        const part = gridPart(book, sheet, area);
        const usual = new Set<boolean>();
        for (let i = 0; i < part.columns; i++) usual.add(data[part.column + i]?.w === undefined);
        const [only] = usual;
        return usual.size === 1 && only !== undefined ? only : null;
      },
      write: ({ book, sheet, area }, value) => {
        checkWritable(book, sheet);
        // Excel takes no width away on false: a width that is set does.
        if (!flag(value)) return;
        const part = gridPart(book, sheet, area);
        const worksheet = worksheetOf(book, sheet);
        book.engine.as("addin", () => {
          book.engine.run(SetWorksheetColWidthMutation.id, {
            ...sheetParams(book, sheet),
            ranges: [toRange({ ...part, row: 0, rows: worksheet.getMaxRows() })],
            colWidth: defaultColumnPixels,
          });
        });
        const data = worksheet.getSheet().getColumnManager().getColumnData();
        for (let i = 0; i < part.columns; i++) delete data[part.column + i]?.w;
      },
    },
    RowHeight: {
      since: "1.2",
      read: ({ book, sheet, area }) => {
        const worksheet = worksheetOf(book, sheet);
        const part = gridPart(book, sheet, area);
        const heights = new Set<number>();
        for (let i = 0; i < part.rows; i++) heights.add(worksheet.getRowHeight(part.row + i));
        const [only] = heights;
        return heights.size === 1 && only !== undefined ? pointsOfPixels(only) : null;
      },
      write: ({ book, sheet, area }, value) => {
        checkWritable(book, sheet);
        const height = number(value);
        if (height < 0) throw invalidArgument();
        const part = gridPart(book, sheet, area);
        book.engine.as("addin", () =>
          worksheetOf(book, sheet).setRowHeightsForced(part.row, part.rows, pixelsOfPoints(height)),
        );
      },
    },
    WrapText: styleMember(
      "1.1",
      (style) => style.tb === WrapStrategy.WRAP,
      (value) => ({ tb: flag(value) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ),
    HorizontalAlignment: styleMember(
      "1.1",
      (style) => keyOf(horizontals, style.ht ?? HorizontalAlign.UNSPECIFIED, "General"),
      (value) => ({ ht: valueOf(horizontals, value) }),
    ),
    VerticalAlignment: styleMember(
      "1.1",
      (style) => keyOf(verticals, style.vt ?? VerticalAlign.BOTTOM, "Bottom"),
      (value) => ({ vt: valueOf(verticals, value) }),
    ),
  },
  navigations: {
    Font: { since: "1.1", read: (target) => fontClass.of(target) },
    Fill: { since: "1.1", read: (target) => fillClass.of(target) },
    Borders: { since: "1.1", read: (target) => bordersClass.of(target) },
  },
  methods: {
    AutofitColumns: {
      since: "1.2",
      call: (target) => {
        const { book, sheet } = target;
        checkWritable(book, sheet);
        const part = gridPart(book, sheet, target.area);
        const worksheet = worksheetOf(book, sheet);
        const matrix = worksheet.getSheet().getCellMatrix();
        book.engine.as("addin", () => {
          for (let column = part.column; column < part.column + part.columns; column++) {
            let longest = 0;
            for (let row = part.row; row < part.row + part.rows; row++) {
              const shown = String(matrix.getValue(row, column)?.v ?? "");
              // Characters outside Latin take the room of two.
              longest = Math.max(
                longest,
                [...shown].reduce((sum, letter) => sum + (letter > "\u02ff" ? 2 : 1), 0),
              );
            }
            if (longest > 0) worksheet.setColumnWidth(column, Math.min(60, longest + 2) * 7 + 5);
          }
        });
      },
    },
  },
});
