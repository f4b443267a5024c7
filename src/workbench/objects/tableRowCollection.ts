import { bodyOf } from "../book/tables";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { infoOf } from "./tableTarget";
import type { TableTarget } from "./tableTarget";

export const rowsClass: HostClass<TableTarget> = hostClass<TableTarget>({
  name: "TableRowCollection",
  scalars: { Count: { since: "1.1", read: (table) => bodyOf(table.book, infoOf(table))?.rows ?? 0 } },
  methods: { GetCount: { since: "1.4", call: (table) => bodyOf(table.book, infoOf(table))?.rows ?? 0 } },
});
