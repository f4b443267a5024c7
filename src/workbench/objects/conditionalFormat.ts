import { deleteHighlight, highlightsOf } from "../book/highlights";
import { HostError } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag } from "./arguments";
import { changeFormat, highlightOf } from "./conditionalFormatTarget";
import type { FormatTarget } from "./conditionalFormatTarget";
import { customClass } from "./customConditionalFormat";
import { rangeAreasClass } from "./rangeAreas";
import { rangeOf } from "./rangeArgument";
import { checkWritable } from "./worksheetProtection";

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

const isCustom = (target: FormatTarget): boolean => highlightOf(target).type === "expression";

export const conditionalFormatClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { since: "1.6", read: ({ id }) => id },
    Type: { since: "1.6", read: (target) => apiTypes[highlightOf(target).type] ?? "PresetCriteria" },
    Priority: {
      since: "1.6",
      read: ({ book, sheet, id }) => highlightsOf(book, sheet).findIndex((item) => item.id === id),
    },
    StopIfTrue: {
      since: "1.6",
      read: (target) => highlightOf(target).stopIfTrue,
      write: (target, value) => changeFormat(target, { stopIfTrue: flag(value) }),
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
        target.book.engine.as("addin", () => deleteHighlight(target.book, target.sheet, highlightOf(target).id));
      },
    },
    GetRange: {
      since: "1.6",
      call: (target) => {
        const { areas } = highlightOf(target);
        const [only] = areas;
        if (areas.length !== 1 || !only)
          throw new HostError("InvalidOperation", "The conditional format applies to several ranges.");
        return rangeOf(target.book, target.sheet, only);
      },
    },
    GetRangeOrNullObject: {
      since: "1.6",
      call: (target) => {
        const { areas } = highlightOf(target);
        const [only] = areas;
        return areas.length === 1 && only ? rangeOf(target.book, target.sheet, only) : null;
      },
    },
    GetRanges: {
      since: "1.9",
      call: (target) =>
        rangeAreasClass.of({ book: target.book, sheet: target.sheet, areas: highlightOf(target).areas }),
    },
  },
});
