import { BooleanNumber } from "@univerjs/presets";
import { hexColor } from "../engine/gridData";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { color, flag, number, text } from "./arguments";
import { styleMember } from "./rangeStyle";
import type { RangeTarget } from "./registry";

const onOff = (value: unknown): BooleanNumber => (flag(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE);

export const fontClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeFont",
  scalars: {
    Bold: styleMember(
      "1.1",
      (style) => Boolean(style.bl),
      (value) => ({ bl: onOff(value) }),
    ),
    Italic: styleMember(
      "1.1",
      (style) => Boolean(style.it),
      (value) => ({ it: onOff(value) }),
    ),
    Color: styleMember(
      "1.1",
      (style) => hexColor(style.cl?.rgb) ?? "#000000",
      (value) => ({ cl: { rgb: color(value) } }),
    ),
    Size: styleMember(
      "1.1",
      (style) => style.fs ?? 11,
      (value) => ({ fs: number(value) }),
    ),
    Name: styleMember(
      "1.1",
      (style) => style.ff ?? "Calibri",
      (value) => ({ ff: text(value) }),
    ),
  },
});
