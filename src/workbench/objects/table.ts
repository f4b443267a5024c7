import { intersect } from "../../domain/workbook/area";
import { DeleteSheetTableMutation } from "@univerjs/preset-sheets-table";
import type { ITableInfo } from "@univerjs/preset-sheets-table";
import { tableState } from "../book/book";
import type { Book } from "../book/book";
import { fromRange } from "../book/grid";
import { showFilteredRows } from "../book/filters";
import { isFreeName } from "../book/names";
import { fillResized } from "../book/tableGrowth";
import { renameTableTo, setTableArea } from "../book/tableShape";
import { bodyOf, tablesOf } from "../book/tables";
import { replaceReferences } from "../book/unlistTable";
import type { BookArea } from "../data/bookData";
import { HostError, invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, text } from "./arguments";
import { tableFilterClass } from "./autoFilter";
import { rangeArgument, rangeOf } from "./rangeArgument";
import { writeValues } from "./rangeValues";
import { objectOf } from "./registry";
import { columnsClass } from "./tableColumn";
import { rowsClass } from "./tableRowCollection";
import { areaOf, bodyRange, infoOf } from "./tableTarget";
import type { TableTarget } from "./tableTarget";
import { checkWritable } from "./worksheetProtection";

const flagMember = (
  since: string,
  name: "showFilterButton" | "showBandedRows" | "showTotals" | "showHeaders",
  writable: boolean,
) => ({
  since,
  read: ({ book, id }: TableTarget) => tableState(book, id)[name],
  ...(writable
    ? {
        write: (target: TableTarget, value: unknown) => {
          checkWritable(target.book, infoOf(target).subUnitId);
          tableState(target.book, target.id)[name] = flag(value);
        },
      }
    : {}),
});

/** Table names follow the rules of defined names, and share their space with them. */
function checkName(book: Book, name: string, own: string | null): void {
  if (own !== null && name.toLowerCase() === own.toLowerCase()) return;
  if (!isFreeName(book, name)) throw invalidArgument("The name is not valid or is in use already.");
}

function resize(target: TableTarget, value: unknown): void {
  const info = infoOf(target);
  checkWritable(target.book, info.subUnitId);
  const wanted = rangeArgument(target.book, info.subUnitId, value);
  const old = fromRange(info.range);
  const { area } = wanted;
  const valid =
    wanted.sheet === info.subUnitId && area.row === old.row && intersect(area, old) !== null && area.rows >= 2;
  if (!valid) throw invalidArgument("The new range must overlap the table and keep its header row.");
  checkOverlap(target.book, info.subUnitId, area, info.id);
  target.book.engine.as("addin", () => {
    const before = bodyOf(target.book, info);
    setTableArea(target.book, info, area);
    if (before) fillResized(target.book, infoOf(target), before);
  });
}

export function checkOverlap(book: Book, sheet: string, area: BookArea, own: string | null): void {
  const other = tablesOf(book, sheet).find((table) => table.id !== own && intersect(fromRange(table.range), area));
  if (other) throw invalidArgument("A table can't overlap another table.");
}

function removeTable(target: TableTarget): ITableInfo {
  const info = infoOf(target);
  checkWritable(target.book, info.subUnitId);
  target.book.engine.as("addin", () =>
    target.book.engine.run(DeleteSheetTableMutation.id, {
      unitId: target.book.engine.unitId,
      subUnitId: info.subUnitId,
      tableId: info.id,
    }),
  );
  target.book.tables.delete(info.id);
  return info;
}

export const tableClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: "1.1", read: ({ id }) => id },
    Name: {
      since: "1.1",
      read: (target) => infoOf(target).name,
      write: (target, value) => {
        const info = infoOf(target);
        checkWritable(target.book, info.subUnitId);
        const name = text(value);
        checkName(target.book, name, info.name);
        if (name !== info.name) target.book.engine.as("addin", () => renameTableTo(target.book, info, name));
      },
    },
    Style: {
      since: "1.1",
      read: ({ book, id }) => tableState(book, id).style ?? "",
      write: (target, value) => {
        checkWritable(target.book, infoOf(target).subUnitId);
        const style = text(value);
        tableState(target.book, target.id).style = style === "" ? null : style;
      },
    },
    ShowFilterButton: flagMember("1.3", "showFilterButton", true),
    ShowBandedRows: flagMember("1.3", "showBandedRows", true),
    // Both would move cells; the add-in does not need it, so it is refused rather than half done.
    ShowTotals: flagMember("1.1", "showTotals", false),
    ShowHeaders: flagMember("1.1", "showHeaders", false),
  },
  navigations: {
    Columns: { since: "1.1", read: (target) => columnsClass.of(target) },
    Rows: { since: "1.1", read: (target) => rowsClass.of(target) },
    Worksheet: {
      since: "1.2",
      read: (target) => objectOf("Worksheet", { book: target.book, sheet: infoOf(target).subUnitId }),
    },
    AutoFilter: { since: "1.9", read: (target) => tableFilterClass.of(target) },
  },
  methods: {
    GetRange: { since: "1.1", call: (target) => rangeOf(target.book, infoOf(target).subUnitId, areaOf(target)) },
    GetHeaderRowRange: {
      since: "1.1",
      call: (target) => rangeOf(target.book, infoOf(target).subUnitId, { ...areaOf(target), rows: 1 }),
    },
    GetDataBodyRange: { since: "1.1", call: (target) => bodyRange(target, null) },
    GetTotalRowRange: {
      since: "1.1",
      call: (target) => {
        if (!tableState(target.book, target.id).showTotals)
          throw new HostError("GeneralException", "The table has no total row.");
        const area = areaOf(target);
        return rangeOf(target.book, infoOf(target).subUnitId, { ...area, row: area.row + area.rows - 1, rows: 1 });
      },
    },
    Resize: { since: "1.13", call: (target, [range]) => resize(target, range) },
    ConvertToRange: {
      since: "1.2",
      call: (target) => {
        const { book } = target;
        const before = infoOf(target);
        checkWritable(book, before.subUnitId);
        if (book.behaviour.unlistedTable === "rewritten")
          book.engine.as("addin", () => {
            replaceReferences(book, before);
            if (tableState(book, before.id).filteredInFile)
              showFilteredRows(book, before.subUnitId, fromRange(before.range));
          });
        const info = removeTable(target);
        return rangeOf(target.book, info.subUnitId, fromRange(info.range));
      },
    },
    Delete: {
      since: "1.1",
      call: (target) => {
        const info = removeTable(target);
        const area = fromRange(info.range);
        writeValues({ book: target.book, sheet: info.subUnitId, area }, "");
      },
    },
  },
});
