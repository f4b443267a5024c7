import { worksheetOf } from "../book/grid";
import { fullAddress } from "../data/address";
import { cellsIn } from "../data/areas";
import { itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { whole } from "./arguments";
import { conditionalFormatsClass } from "./conditionalFormatCollection";
import { rangeOf } from "./rangeArgument";
import { objectOf } from "./registry";
import type { AreasTarget } from "./registry";

const areaCollectionClass: HostClass<AreasTarget> = hostClass<AreasTarget>({
  name: "RangeCollection",
  items: ({ book, sheet, areas }) => areas.map((area) => rangeOf(book, sheet, area)),
  item: ({ book, sheet, areas }, key) => {
    const area = typeof key === "number" ? areas[key] : undefined;
    return area ? rangeOf(book, sheet, area) : null;
  },
  methods: {
    GetCount: { since: "1.9", call: ({ areas }) => areas.length },
    GetItemAt: {
      since: "1.9",
      call: ({ book, sheet, areas }, [index]) => {
        const area = areas[whole(index)];
        if (!area) throw itemNotFound();
        return rangeOf(book, sheet, area);
      },
    },
  },
});

export const rangeAreasClass: HostClass<AreasTarget> = hostClass<AreasTarget>({
  name: "RangeAreas",
  keepable: true,
  scalars: {
    Address: {
      since: "1.9",
      read: ({ book, sheet, areas }) => {
        const name = worksheetOf(book, sheet).getSheetName();
        return areas.map((area) => fullAddress(name, area)).join(",");
      },
    },
    AreaCount: { since: "1.9", read: ({ areas }) => areas.length },
    CellCount: { since: "1.9", read: ({ areas }) => areas.reduce((sum, area) => sum + cellsIn(area), 0) },
  },
  navigations: {
    ConditionalFormats: { since: "1.9", read: (target) => conditionalFormatsClass.of(target) },
    Areas: { since: "1.9", read: (target) => areaCollectionClass.of(target) },
    Worksheet: { since: "1.9", read: ({ book, sheet }) => objectOf("Worksheet", { book, sheet }) },
  },
});
