import { hexColor } from "../engine/gridData";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { styleMember } from "./rangeStyle";
import type { RangeTarget } from "./registry";

/** Fills are read only here: the add-in colours with conditional formats, and a fill written by code is a fault. */
export const fillClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeFill",
  scalars: { Color: styleMember("1.1", (style) => hexColor(style.bg?.rgb) ?? "#FFFFFF", null) },
});
