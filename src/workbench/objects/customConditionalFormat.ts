import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { color, flag, text } from "./arguments";
import { changeFormat, changeLook, highlightOf } from "./conditionalFormatTarget";
import type { FormatTarget } from "./conditionalFormatTarget";

const fillClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => highlightOf(target).format.fill ?? "",
      write: (target, value) => changeLook(target, { fill: color(value) }),
    },
  },
});

const fontClass: HostClass<FormatTarget> = hostClass<FormatTarget>({
  name: "ConditionalRangeFont",
  scalars: {
    Color: {
      since: "1.6",
      read: (target) => highlightOf(target).format.fontColor ?? "",
      write: (target, value) => changeLook(target, { fontColor: color(value) }),
    },
    Bold: {
      since: "1.6",
      read: (target) => highlightOf(target).format.bold ?? false,
      write: (target, value) => changeLook(target, { bold: flag(value) }),
    },
    Italic: {
      since: "1.6",
      read: (target) => highlightOf(target).format.italic ?? false,
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
      read: (target) => highlightOf(target).formula ?? "",
      write: (target, value) => {
        const formula = text(value);
        if (formula === "") throw invalidArgument();
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
