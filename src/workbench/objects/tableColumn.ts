import { fromRange } from "../book/grid";
import { itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { text, whole } from "./arguments";
import { rangeOf } from "./rangeArgument";
import { writeValues } from "./rangeValues";
import { areaOf, bodyRange, infoOf } from "./tableTarget";
import type { TableTarget } from "./tableTarget";

interface ColumnTarget {
  readonly table: TableTarget;
  readonly index: number;
}

const columnClass: HostClass<ColumnTarget> = hostClass<ColumnTarget>({
  name: "TableColumn",
  scalars: {
    Id: { since: "1.1", read: ({ index }) => index + 1 },
    Index: { since: "1.1", read: ({ index }) => index },
    Name: {
      since: "1.1",
      read: ({ table, index }) => infoOf(table).columns[index]?.displayName ?? "",
      write: ({ table, index }, value) => {
        const info = infoOf(table);
        const area = fromRange(info.range);
        const cell = { row: area.row, column: area.column + index, rows: 1, columns: 1 };
        writeValues({ book: table.book, sheet: info.subUnitId, area: cell }, [[`'${text(value)}`]]);
      },
    },
  },
  methods: {
    GetDataBodyRange: { since: "1.1", call: ({ table, index }) => bodyRange(table, { from: index, count: 1 }) },
    GetHeaderRowRange: {
      since: "1.1",
      call: ({ table, index }) => {
        const area = areaOf(table);
        return rangeOf(table.book, infoOf(table).subUnitId, {
          row: area.row,
          column: area.column + index,
          rows: 1,
          columns: 1,
        });
      },
    },
    GetRange: {
      since: "1.1",
      call: ({ table, index }) => {
        const area = areaOf(table);
        return rangeOf(table.book, infoOf(table).subUnitId, { ...area, column: area.column + index, columns: 1 });
      },
    },
  },
});

function columnAt(table: TableTarget, key: unknown): HostObject | null {
  const { columns } = infoOf(table);
  const index =
    typeof key === "number"
      ? key - 1
      : columns.findIndex((column) => column.displayName.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < columns.length ? columnClass.of({ table, index }) : null;
}

export const columnsClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "TableColumnCollection",
  scalars: { Count: { since: "1.1", read: (table) => infoOf(table).columns.length } },
  items: (table) => infoOf(table).columns.map((_, index) => columnClass.of({ table, index })),
  item: columnAt,
  methods: {
    GetItem: {
      since: "1.1",
      call: (table, [key]) => {
        const column = columnAt(table, key);
        if (!column) throw itemNotFound();
        return column;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (table, [key]) => columnAt(table, key) },
    GetItemAt: {
      since: "1.1",
      call: (table, [index]) => {
        const column = columnAt(table, whole(index) + 1);
        if (!column) throw itemNotFound();
        return column;
      },
    },
    GetCount: { since: "1.4", call: (table) => infoOf(table).columns.length },
  },
});
