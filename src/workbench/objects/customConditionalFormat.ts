import { deleteHighlight } from "../book/highlights";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { color, flag, text } from "./arguments";
import { changeFormat, changeLook, readableOf } from "./conditionalFormatTarget";
import type { FormatTarget } from "./conditionalFormatTarget";

/** What a colour reads as that is not set. */
const unset = ({ book }: FormatTarget): "" | null => (book.behaviour.unsetColor === "null" ? null : "");

const fillClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => readableOf(target).format.fill ?? unset(target),
      write: (target, value) => changeLook(target, { fill: color(value) }),
    },
  },
});

const fontClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFont",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => readableOf(target).format.fontColor ?? unset(target),
      write: (target, value) => changeLook(target, { fontColor: color(value) }),
    },
    Bold: {
      since: "1.6",
      read: (target) => readableOf(target).format.bold ?? (unset(target) === null ? null : false),
      write: (target, value) => changeLook(target, { bold: flag(value) }),
    },
    Italic: {
      since: "1.6",
      read: (target) => readableOf(target).format.italic ?? (unset(target) === null ? null : false),
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

/** Excel refuses a formula that it cannot read; the workbench knows only one that has no end. */
function isComplete(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "x");
  const depth = bare.split("(").length - bare.split(")").length;
  return bare !== "" && depth === 0 && !bare.includes('"') && !/[=<>+\-*/&,]\s*$/.test(bare);
}

/** A rule whose formula is refused stays without one, or goes. */
function forget(target: FormatTarget): void {
  const { book, sheet, id } = target;
  if (book.behaviour.refusedRule === "nothing" && readableOf(target).formula === "")
    book.engine.as("addin", () => deleteHighlight(book, sheet, id));
}

const ruleClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      since: "1.6",
      read: (target) => readableOf(target).formula ?? "",
      write: (target, value) => {
        const formula = text(value);
        if (!isComplete(formula)) {
          forget(target);
          throw invalidArgument();
        }
        changeFormat(target, { formula: formula.startsWith("=") ? formula : `=${formula}` });
      },
    },
  },
});

export const customClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "CustomConditionalFormat",
  navigations: {
    Rule: { since: "1.6", read: (target) => ruleClass.of(target) },
    Format: { since: "1.6", read: (target) => lookClass.of(target) },
  },
});
