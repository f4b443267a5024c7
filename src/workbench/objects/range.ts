import { ensureSize, gridPart, toRange, worksheetOf } from "../book/grid";
import { fullAddress } from "../data/address";
import { cellsIn } from "../data/areas";
import { HostError } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
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
      call: ({ book, sheet, area }, [across]) => {
        checkWritable(book, sheet);
        const range = worksheetOf(book, sheet).getRange(toRange(area));
        book.engine.as("addin", () => (across === true ? range.mergeAcross() : range.merge()));
      },
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
