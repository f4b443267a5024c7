import { BorderStyleTypes } from "@univerjs/presets";
import type { IBorderStyleData } from "@univerjs/presets";
import { cellStyle } from "../book/cells";
import { worksheetOf } from "../book/grid";
import { hexColor } from "../engine/gridData";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { color, text } from "./arguments";
import { setStyles } from "./rangeStyle";
import type { RangeTarget } from "./registry";

const edges = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
  InsideHorizontal: "b",
  InsideVertical: "r",
} as const;

type Edge = keyof typeof edges;

function isEdge(value: string): value is Edge {
  return value in edges;
}

interface BorderTarget {
  readonly range: RangeTarget;
  readonly edge: Edge;
}

const isOnEdge = ({ range, edge }: BorderTarget, row: number, column: number): boolean => {
  const { area } = range;
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  switch (edge) {
    case "EdgeTop":
      return row === area.row;
    case "EdgeBottom":
      return row === lastRow;
    case "EdgeLeft":
      return column === area.column;
    case "EdgeRight":
      return column === lastColumn;
    case "InsideHorizontal":
      return row < lastRow;
    case "InsideVertical":
      return column < lastColumn;
  }
};

function borderOf(target: BorderTarget): IBorderStyleData | null {
  const { book, sheet, area } = target.range;
  const row = target.edge === "EdgeBottom" ? area.row + area.rows - 1 : area.row;
  const column = target.edge === "EdgeRight" ? area.column + area.columns - 1 : area.column;
  const style = cellStyle(book, worksheetOf(book, sheet).getSheet().getCellMatrix().getValue(row, column));
  return style.bd?.[edges[target.edge]] ?? null;
}

function setBorder(target: BorderTarget, change: Partial<IBorderStyleData> | null): void {
  const old = borderOf(target) ?? { s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } };
  const border = change && { ...old, ...change };
  setStyles(target.range, (row, column) =>
    isOnEdge(target, row, column) ? { bd: { [edges[target.edge]]: border } } : null,
  );
}

const lineStyles: Readonly<Record<string, BorderStyleTypes>> = {
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};

const weights: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};

function named(
  names: Readonly<Record<string, BorderStyleTypes>>,
  style: BorderStyleTypes | undefined,
  otherwise: string,
): string {
  return Object.keys(names).find((name) => names[name] === style) ?? otherwise;
}

const borderClass: HostClass<BorderTarget> = hostClass<BorderTarget>({
  name: "RangeBorder",
  identity: ({ edge }) => ({ SideIndex: edge }),
  scalars: {
    SideIndex: { since: "1.1", read: ({ edge }) => edge },
    Color: {
      since: "1.1",
      read: (target) => hexColor(borderOf(target)?.cl.rgb) ?? "#000000",
      write: (target, value) => setBorder(target, { cl: { rgb: color(value) } }),
    },
    Style: {
      since: "1.1",
      read: (target) => {
        const border = borderOf(target);
        return border ? named(lineStyles, border.s, "Continuous") : "None";
      },
      write: (target, value) => {
        const style = text(value);
        if (style === "None") return setBorder(target, null);
        const line = lineStyles[style];
        if (line === undefined) throw invalidArgument();
        setBorder(target, { s: line });
      },
    },
    Weight: {
      since: "1.1",
      read: (target) => named(weights, borderOf(target)?.s, "Thin"),
      write: (target, value) => {
        const weight = weights[text(value)];
        if (weight === undefined) throw invalidArgument();
        setBorder(target, { s: weight });
      },
    },
  },
});

function borderAt(range: RangeTarget, key: unknown): BorderTarget {
  const edge = text(key);
  if (!isEdge(edge)) throw invalidArgument();
  return { range, edge };
}

export const bordersClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeBorderCollection",
  item: (range, key) => borderClass.of(borderAt(range, key)),
  methods: { GetItem: { since: "1.1", call: (range, [key]) => borderClass.of(borderAt(range, key)) } },
});
