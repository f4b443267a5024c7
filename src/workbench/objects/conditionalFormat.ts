import type { HighlightFormat } from "../data/bookData";
import { HostError, invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { overlap } from "../data/areas";
import { flag, text, whole } from "./arguments";
import { checkWritable } from "../book/book";
import type { Book } from "../book/book";
import { addHighlight, changeHighlight, clearHighlights, deleteHighlight, highlightsOf } from "../book/highlights";
import type { Highlight } from "../book/highlights";
import { rangeAreasClass } from "./rangeAreas";
import { rangeOf } from "./rangeArgument";
import type { RangeTarget } from "./registry";

interface FormatTarget {
  readonly book: Book;
  readonly sheet: string;
  readonly id: string;
}

/** Types as the API names them, by the names of the file format. */
const apiTypes: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  number: "CellValue",
  dataBar: "DataBar",
  colorScale: "ColorScale",
  iconSet: "IconSet",
  top10: "TopBottom",
  rank: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
  text: "ContainsText",
};

function found({ book, sheet, id }: FormatTarget): Highlight {
  const highlight = highlightsOf(book, sheet).find((item) => item.id === id);
  if (!highlight) throw itemNotFound();
  return highlight;
}

const isCustom = (target: FormatTarget): boolean => found(target).type === "expression";

function change(target: FormatTarget, part: Partial<Omit<Highlight, "id" | "type">>): void {
  checkWritable(target.book, target.sheet);
  target.book.engine.as("addin", () => changeHighlight(target.book, target.sheet, target.id, part));
}

function changeLook(target: FormatTarget, part: HighlightFormat): void {
  change(target, { format: { ...found(target).format, ...part } });
}

function color(value: unknown): string {
  const given = text(value);
  if (!/^#[0-9a-f]{6}$/i.test(given)) throw invalidArgument();
  return given.toUpperCase();
}

const fillClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => found(target).format.fill ?? "",
      write: (target, value) => changeLook(target, { fill: color(value) }),
    },
  },
});

const fontClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFont",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => found(target).format.fontColor ?? "",
      write: (target, value) => changeLook(target, { fontColor: color(value) }),
    },
    Bold: {
      since: "1.6",
      read: (target) => found(target).format.bold ?? false,
      write: (target, value) => changeLook(target, { bold: flag(value) }),
    },
    Italic: {
      since: "1.6",
      read: (target) => found(target).format.italic ?? false,
      write: (target, value) => changeLook(target, { italic: flag(value) }),
    },
  },
});

const lookClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFormat",
  navigations: {
    Fill: { since: "1.6", read: (target) => fillClass.of(target) },
    Font: { since: "1.6", read: (target) => fontClass.of(target) },
  },
});

const ruleClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      since: "1.6",
      read: (target) => found(target).formula ?? "",
      write: (target, value) => {
        const formula = text(value);
        if (formula === "") throw invalidArgument();
        change(target, { formula: formula.startsWith("=") ? formula : `=${formula}` });
      },
    },
  },
});

const customClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "CustomConditionalFormat",
  navigations: {
    Rule: { since: "1.6", read: (target) => ruleClass.of(target) },
    Format: { since: "1.6", read: (target) => lookClass.of(target) },
  },
});

const conditionalFormatClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: "1.6", read: ({ id }) => id },
    Type: { since: "1.6", read: (target) => apiTypes[found(target).type] ?? "PresetCriteria" },
    Priority: {
      since: "1.6",
      read: ({ book, sheet, id }) => highlightsOf(book, sheet).findIndex((item) => item.id === id),
    },
    StopIfTrue: {
      since: "1.6",
      read: (target) => found(target).stopIfTrue,
      write: (target, value) => change(target, { stopIfTrue: flag(value) }),
    },
  },
  navigations: {
    Custom: {
      since: "1.6",
      read: (target) => {
        if (!isCustom(target)) throw new HostError("InvalidOperation", "The conditional format is of another type.");
        return customClass.of(target);
      },
    },
    CustomOrNullObject: { since: "1.6", read: (target) => (isCustom(target) ? customClass.of(target) : null) },
  },
  methods: {
    Delete: {
      since: "1.6",
      call: (target) => {
        checkWritable(target.book, target.sheet);
        target.book.engine.as("addin", () => deleteHighlight(target.book, target.sheet, found(target).id));
      },
    },
    GetRange: {
      since: "1.6",
      call: (target) => {
        const { areas } = found(target);
        const [only] = areas;
        if (areas.length !== 1 || !only)
          throw new HostError("InvalidOperation", "The conditional format applies to several ranges.");
        return rangeOf(target.book, target.sheet, only);
      },
    },
    GetRangeOrNullObject: {
      since: "1.6",
      call: (target) => {
        const { areas } = found(target);
        const [only] = areas;
        return areas.length === 1 && only ? rangeOf(target.book, target.sheet, only) : null;
      },
    },
    GetRanges: {
      since: "1.9",
      call: (target) => rangeAreasClass.of({ book: target.book, sheet: target.sheet, areas: found(target).areas }),
    },
  },
});

const touching = ({ book, sheet, area }: RangeTarget): readonly Highlight[] =>
  highlightsOf(book, sheet).filter((highlight) => highlight.areas.some((part) => overlap(part, area)));

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
