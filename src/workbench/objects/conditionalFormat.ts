import { sheetLimits } from "../../domain/workbook/area";
import { deleteHighlight, reorderHighlight } from "../book/highlights";
import { HostError, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { flag, whole } from "./arguments";
import { changeFormat, highlightOf, publicId, touching } from "./conditionalFormatTarget";
import type { FormatTarget } from "./conditionalFormatTarget";
import { customClass } from "./customConditionalFormat";
import { rangeOf } from "./rangeArgument";
import { objectOf } from "./registry";
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

/** Excel counts priorities in the list that the format was reached through; one outside of it is ignored. */
function movePriority(target: FormatTarget, priority: number): void {
  checkWritable(target.book, target.sheet);
  const place = touching(target)[priority];
  if (!place) return;
  target.book.engine.as("addin", () => reorderHighlight(target.book, target.sheet, target.id, place.id));
}

/** Whether this is the list of the whole sheet, in which some versions of Excel do not find what is to be deleted. */
function isLost({ book, areas }: FormatTarget): boolean {
  return (
    book.behaviour.rulesOfSheet === "notFound" &&
    areas.some(({ rows, columns }) => rows === sheetLimits.rows && columns === sheetLimits.columns)
  );
}

export const conditionalFormatClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalFormat",
  identity: (target) => ({ Id: publicId(target) }),
  scalars: {
    Id: { since: "1.6", read: publicId },
    Type: { since: "1.6", read: (target) => apiTypes[highlightOf(target).type] ?? "PresetCriteria" },
    Priority: {
      since: "1.6",
      read: (target) => touching(target).findIndex(({ id }) => id === target.id),
      write: (target, value) => movePriority(target, whole(value)),
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
        if (isLost(target)) throw itemNotFound();
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
        objectOf("RangeAreas", { book: target.book, sheet: target.sheet, areas: highlightOf(target).areas }),
    },
  },
});
