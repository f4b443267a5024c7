import { AddWorksheetMergeMutation } from "@univerjs/preset-sheets-core";
import { intersect } from "../../domain/workbook/area";
import { changeCells } from "../book/cells";
import type { CellChanges } from "../book/cells";
import { ensureSize, fromRange, gridPart, sheetParams, toRange, worksheetOf } from "../book/grid";
import { fullAddress } from "../data/address";
import { cellsIn } from "../data/areas";
import { HostError } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag } from "./arguments";
import { conditionalFormatsClass } from "./conditionalFormatCollection";
import { dataValidationClass } from "./dataValidation";
import { contentMethods } from "./rangeContents";
import { rangeFormatClass } from "./rangeFormat";
import { insertionMethods } from "./rangeInsertion";
import { shapeMethods } from "./rangeShape";
import { specialCellMethods } from "./rangeSpecialCells";
import { sizeMethods, sizeScalars } from "./rangeSizes";
import { valueMethods, valueScalars } from "./rangeValues";
import { objectOf } from "./registry";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Makes one cell of the range, or of each of its rows. As in Excel, the first cell's content is kept. */
function merge({ book, sheet, area }: RangeTarget, across: boolean): void {
  checkWritable(book, sheet);
  const merged = worksheetOf(book, sheet).getMergedRanges();
  if (merged.some((other) => intersect(fromRange(other.getRange()), area)))
    throw new HostError("NotImplemented", "The workbench merges no cells that are merged already.", 501);
  ensureSize(book, sheet, area);
  const parts = across
    ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
    : [area];
  const rest: CellChanges = {};
  for (const part of parts)
    for (let row = part.row; row < part.row + part.rows; row++)
      for (let column = part.column; column < part.column + part.columns; column++)
        if (row !== part.row || column !== part.column)
          (rest[row] ??= {})[column] = { f: null, si: null, p: null, v: null };
  // Not the grid's own command: it opens the sheet, which Excel leaves where it is.
  book.engine.as("addin", () => {
    changeCells(book, sheet, rest);
    book.engine.run(AddWorksheetMergeMutation.id, { ...sheetParams(book, sheet), ranges: parts.map(toRange) });
  });
}

export const rangeClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "Range",
  keepable: true,
  scalars: {
    Address: {
      since: "1.1",
      read: ({ book, sheet, area }) => fullAddress(worksheetOf(book, sheet).getSheetName(), area),
    },
    RowIndex: { since: "1.1", read: ({ area }) => area.row },
    ColumnIndex: { since: "1.1", read: ({ area }) => area.column },
    RowCount: { since: "1.1", read: ({ area }) => area.rows },
    ColumnCount: { since: "1.1", read: ({ area }) => area.columns },
    CellCount: { since: "1.1", read: ({ area }) => (cellsIn(area) > 2 ** 31 - 1 ? -1 : cellsIn(area)) },
    ...valueScalars,
    ...sizeScalars,
  },
  navigations: {
    Worksheet: { since: "1.1", read: ({ book, sheet }) => objectOf("Worksheet", { book, sheet }) },
    Format: { since: "1.1", read: (target) => rangeFormatClass.of(target) },
    ConditionalFormats: {
      since: "1.6",
      read: ({ book, sheet, area }) => conditionalFormatsClass.of({ book, sheet, areas: [area] }),
    },
    DataValidation: { since: "1.8", read: (target) => dataValidationClass.of(target) },
  },
  methods: {
    ...shapeMethods,
    ...specialCellMethods,
    ...contentMethods,
    ...insertionMethods,
    ...sizeMethods,
    ...valueMethods,
    Merge: {
      since: "1.2",
      call: (target, [across]) => merge(target, flag(across)),
    },
    Select: {
      since: "1.1",
      call: ({ book, sheet, area }) => {
        if (worksheetOf(book, sheet).isSheetHidden()) throw new HostError("InvalidOperation", "The sheet is hidden.");
        ensureSize(book, sheet, gridPart(book, sheet, area));
        book.engine.as("addin", () => {
          const worksheet = worksheetOf(book, sheet);
          if (book.engine.workbook.getActiveSheet().getSheetId() !== sheet) worksheet.activate();
          const range = worksheet.getRange(toRange(gridPart(book, sheet, area)));
          range.activate();
          worksheet.scrollToCell(Math.max(0, area.row - 3), Math.max(0, area.column - 2));
        });
      },
    },
  },
});
