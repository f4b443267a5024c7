import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/presets";
import type { IBorderStyleData, IStyleData } from "@univerjs/presets";
import { hexColor, pixelsOfPoints, pointsOfPixels } from "../engine/gridData";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, ScalarMember } from "../protocol/hostObject";
import { flag, number, text } from "./arguments";
import { cellStyle, changeStyles, checkWritable, ensureSize, gridPart, worksheetOf } from "../book/book";
import type { CellChanges } from "../book/book";
import type { RangeTarget } from "./registry";

/** Applies part of a style to every cell of the range. */
function setStyle(target: RangeTarget, style: IStyleData): void {
  setStyles(target, () => style);
}

function setStyles(target: RangeTarget, styleAt: (row: number, column: number) => IStyleData | null): void {
  const { book, sheet, area } = target;
  checkWritable(book, sheet);
  ensureSize(book, sheet, area);
  const part = gridPart(book, sheet, area);
  const changes: CellChanges = {};
  for (let row = part.row; row < part.row + part.rows; row++) {
    const line: CellChanges[number] = {};
    for (let column = part.column; column < part.column + part.columns; column++) {
      const style = styleAt(row, column);
      if (style) line[column] = { s: style };
    }
    if (Object.keys(line).length > 0) changes[row] = line;
  }
  book.engine.as("addin", () => changeStyles(book, sheet, changes));
}

/** One answer for all cells of the range, or null when they differ, as Excel gives it. */
function common<T>(target: RangeTarget, read: (style: IStyleData) => T): T | null {
  const { book, sheet } = target;
  const part = gridPart(book, sheet, target.area);
  const matrix = worksheetOf(book, sheet).getSheet().getCellMatrix();
  let first: T | undefined;
  for (let row = part.row; row < part.row + part.rows; row++) {
    for (let column = part.column; column < part.column + part.columns; column++) {
      const value = read(cellStyle(book, matrix.getValue(row, column)));
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

function styleMember<T>(
  since: string,
  read: (style: IStyleData) => T,
  write: ((value: unknown) => IStyleData) | null,
): ScalarMember<RangeTarget> {
  return {
    since,
    read: (target) => common(target, read),
    ...(write ? { write: (target: RangeTarget, value: unknown) => setStyle(target, write(value)) } : {}),
  };
}

function color(value: unknown): string {
  const given = text(value);
  if (!/^#[0-9a-f]{6}$/i.test(given)) throw invalidArgument();
  return given.toUpperCase();
}

const onOff = (value: unknown): BooleanNumber => (flag(value) ? BooleanNumber.TRUE : BooleanNumber.FALSE);

const fontClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
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

/** Fills are read only here: the add-in colours with conditional formats, and a fill written by code is a fault. */
const fillClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeFill",
  scalars: { Color: styleMember("1.1", (style) => hexColor(style.bg?.rgb) ?? "#FFFFFF", null) },
});

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

const bordersClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeBorderCollection",
  item: (range, key) => borderClass.of(borderAt(range, key)),
  methods: { GetItem: { since: "1.1", call: (range, [key]) => borderClass.of(borderAt(range, key)) } },
});

const horizontals: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};
const verticals: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

function keyOf<T>(names: Readonly<Record<string, T>>, value: T, otherwise: string): string {
  return Object.keys(names).find((name) => names[name] === value) ?? otherwise;
}

function valueOf<T>(names: Readonly<Record<string, T>>, value: unknown): T {
  const found = names[text(value)];
  if (found === undefined) throw invalidArgument();
  return found;
}

export const rangeFormatClass: HostClass<RangeTarget> = hostClass<RangeTarget>({
  name: "RangeFormat",
  scalars: {
    ColumnWidth: {
      since: "1.2",
      read: ({ book, sheet, area }) => {
        const worksheet = worksheetOf(book, sheet);
        const part = gridPart(book, sheet, area);
        const widths = new Set<number>();
        for (let i = 0; i < part.columns; i++) widths.add(worksheet.getColumnWidth(part.column + i));
        const [only] = widths;
        return widths.size === 1 && only !== undefined ? pointsOfPixels(only) : null;
      },
      write: ({ book, sheet, area }, value) => {
        checkWritable(book, sheet);
        const width = number(value);
        if (width < 0) throw invalidArgument();
        ensureSize(book, sheet, { ...area, rows: 1 });
        const part = gridPart(book, sheet, area);
        book.engine.as("addin", () =>
          worksheetOf(book, sheet).setColumnWidths(part.column, part.columns, pixelsOfPoints(width)),
        );
      },
    },
    RowHeight: {
      since: "1.2",
      read: ({ book, sheet, area }) => {
        const worksheet = worksheetOf(book, sheet);
        const part = gridPart(book, sheet, area);
        const heights = new Set<number>();
        for (let i = 0; i < part.rows; i++) heights.add(worksheet.getRowHeight(part.row + i));
        const [only] = heights;
        return heights.size === 1 && only !== undefined ? pointsOfPixels(only) : null;
      },
      write: ({ book, sheet, area }, value) => {
        checkWritable(book, sheet);
        const height = number(value);
        if (height < 0) throw invalidArgument();
        const part = gridPart(book, sheet, area);
        book.engine.as("addin", () =>
          worksheetOf(book, sheet).setRowHeightsForced(part.row, part.rows, pixelsOfPoints(height)),
        );
      },
    },
    WrapText: styleMember(
      "1.1",
      (style) => style.tb === WrapStrategy.WRAP,
      (value) => ({ tb: flag(value) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ),
    HorizontalAlignment: styleMember(
      "1.1",
      (style) => keyOf(horizontals, style.ht ?? HorizontalAlign.UNSPECIFIED, "General"),
      (value) => ({ ht: valueOf(horizontals, value) }),
    ),
    VerticalAlignment: styleMember(
      "1.1",
      (style) => keyOf(verticals, style.vt ?? VerticalAlign.BOTTOM, "Bottom"),
      (value) => ({ vt: valueOf(verticals, value) }),
    ),
  },
  navigations: {
    Font: { since: "1.1", read: (target) => fontClass.of(target) },
    Fill: { since: "1.1", read: (target) => fillClass.of(target) },
    Borders: { since: "1.1", read: (target) => bordersClass.of(target) },
  },
  methods: {
    AutofitColumns: {
      since: "1.2",
      call: (target) => {
        const { book, sheet } = target;
        checkWritable(book, sheet);
        const part = gridPart(book, sheet, target.area);
        const worksheet = worksheetOf(book, sheet);
        const matrix = worksheet.getSheet().getCellMatrix();
        book.engine.as("addin", () => {
          for (let column = part.column; column < part.column + part.columns; column++) {
            let longest = 0;
            for (let row = part.row; row < part.row + part.rows; row++) {
              const shown = String(matrix.getValue(row, column)?.v ?? "");
              // Characters outside Latin take the room of two.
              longest = Math.max(
                longest,
                [...shown].reduce((sum, letter) => sum + (letter > "\u02ff" ? 2 : 1), 0),
              );
            }
            if (longest > 0) worksheet.setColumnWidth(column, Math.min(60, longest + 2) * 7 + 5);
          }
        });
      },
    },
  },
});
