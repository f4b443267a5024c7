import { intersect } from "../../domain/workbook/area";
import { addHighlight, clearHighlights, highlightsOf } from "../book/highlights";
import type { Highlight } from "../book/highlights";
import { HostError, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { text, whole } from "./arguments";
import { conditionalFormatClass } from "./conditionalFormat";
import type { RangeTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

const touching = ({ book, sheet, area }: RangeTarget): readonly Highlight[] =>
  highlightsOf(book, sheet).filter((highlight) => highlight.areas.some((part) => intersect(part, area)));

const itemOf = (target: RangeTarget, id: string): HostObject =>
  conditionalFormatClass.of({ book: target.book, sheet: target.sheet, id });

/** Conditional formats that touch a range. A new one comes first, as in Excel. */
export const conditionalFormatsClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "ConditionalFormatCollection",
  items: (target) => touching(target).map(({ id }) => itemOf(target, id)),
  item: (target, key) => {
    const known = highlightsOf(target.book, target.sheet).some(({ id }) => id === key);
    return known && typeof key === "string" ? itemOf(target, key) : null;
  },
  methods: {
    Add: {
      since: "1.6",
      call: (target, [type]) => {
        const { book, sheet, area } = target;
        checkWritable(book, sheet);
        if (type !== "Custom")
          throw new HostError("NotImplemented", `The workbench adds custom rules only, not ${String(type)}.`, 501);
        const id = book.engine.as("addin", () =>
          addHighlight(book, sheet, { areas: [area], formula: null, format: {}, stopIfTrue: false }),
        );
        return itemOf(target, id);
      },
    },
    GetItem: {
      since: "1.6",
      call: (target, [key]) => {
        if (!highlightsOf(target.book, target.sheet).some(({ id }) => id === key)) throw itemNotFound();
        return itemOf(target, text(key));
      },
    },
    GetItemAt: {
      since: "1.6",
      call: (target, [index]) => {
        const highlight = touching(target)[whole(index)];
        if (!highlight) throw itemNotFound();
        return itemOf(target, highlight.id);
      },
    },
    GetCount: { since: "1.6", call: (target) => touching(target).length },
    ClearAll: {
      since: "1.6",
      call: ({ book, sheet, area }) => {
        checkWritable(book, sheet);
        book.engine.as("addin", () => clearHighlights(book, sheet, area));
      },
    },
  },
});
