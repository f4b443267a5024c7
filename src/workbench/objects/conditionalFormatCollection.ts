import { addHighlight, clearHighlights } from "../book/highlights";
import { HostError, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { whole } from "./arguments";
import { conditionalFormatClass } from "./conditionalFormat";
import { byPublicId, touching } from "./conditionalFormatTarget";
import type { AreasTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

const itemOf = (list: AreasTarget, id: string): HostObject => conditionalFormatClass.of({ ...list, id });

const itemBy = (list: AreasTarget, key: unknown): HostObject | null => {
  const found = byPublicId(list, key);
  return found && itemOf(list, found.id);
};

/** Conditional formats that touch cells, the first in order first. */
export const conditionalFormatsClass: HostClass<AreasTarget> = hostClass<AreasTarget>({
  name: "ConditionalFormatCollection",
  items: (list) => touching(list).map(({ id }) => itemOf(list, id)),
  item: itemBy,
  methods: {
    Add: {
      since: "1.6",
      call: (list, [type]) => {
        const { book, sheet, areas } = list;
        checkWritable(book, sheet);
        if (type !== "Custom")
          throw new HostError("NotImplemented", `The workbench adds custom rules only, not ${String(type)}.`, 501);
        const blank = { areas, formula: null, format: {}, stopIfTrue: false };
        return itemOf(
          list,
          book.engine.as("addin", () => addHighlight(book, sheet, blank, book.behaviour.newRule)),
        );
      },
    },
    GetItem: {
      since: "1.6",
      call: (list, [key]) => {
        const item = itemBy(list, key);
        if (!item) throw itemNotFound();
        return item;
      },
    },
    GetItemOrNullObject: { since: "1.14", call: (list, [key]) => itemBy(list, key) },
    GetItemAt: {
      since: "1.6",
      call: (list, [index]) => {
        const highlight = touching(list)[whole(index)];
        if (!highlight) throw itemNotFound();
        return itemOf(list, highlight.id);
      },
    },
    GetCount: { since: "1.6", call: (list) => touching(list).length },
    ClearAll: {
      since: "1.6",
      call: ({ book, sheet, areas }) => {
        checkWritable(book, sheet);
        book.engine.as("addin", () => {
          for (const area of areas) clearHighlights(book, sheet, area);
        });
      },
    },
  },
});
