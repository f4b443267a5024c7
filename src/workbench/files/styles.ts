import type { Language } from "../../domain/values/language";
import type { BorderData, BorderStyle, CellFormat, HighlightFormat } from "../data/bookData";
import { readColor, type ThemeColors } from "./colors";
import { builtInFormat, builtInId } from "./numberFormats";
import {
  attribute,
  childNamed,
  childrenNamed,
  element,
  isTrue,
  localName,
  numberAttribute,
  type XmlElement,
} from "./xml";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const horizontals = ["left", "center", "right", "fill", "justify", "centerAcrossSelection", "distributed"] as const;
const verticals = ["top", "center", "bottom", "justify", "distributed"] as const;
const sides = ["left", "right", "top", "bottom"] as const;

const borderStyles: Readonly<Record<string, BorderStyle>> = {
  thin: "thin",
  medium: "medium",
  thick: "thick",
  dashed: "dashed",
  dotted: "dotted",
  double: "double",
  hair: "hair",
  mediumDashed: "dashed",
  dashDot: "dashed",
  mediumDashDot: "dashed",
  dashDotDot: "dotted",
  mediumDashDotDot: "dotted",
  slantDashDot: "dashed",
};

/** Bold, italic and the like are elements that mean yes unless they say `val="0"`. */
function flag(parent: XmlElement | undefined, name: string): boolean {
  const child = childNamed(parent, name);
  if (child === undefined) return false;
  const value = attribute(child, "val");
  return value === undefined || (isTrue(value) && value !== "none");
}

function underlined(font: XmlElement | undefined): boolean {
  const child = childNamed(font, "u");
  return child !== undefined && attribute(child, "val") !== "none";
}

function readFont(
  font: XmlElement | undefined,
  standard: XmlElement | undefined,
  theme: ThemeColors,
  into: Writable<CellFormat>,
): void {
  if (flag(font, "b")) into.bold = true;
  if (flag(font, "i")) into.italic = true;
  if (flag(font, "strike")) into.strike = true;
  if (underlined(font)) into.underline = true;
  const name = attribute(childNamed(font, "name"), "val");
  if (name !== undefined && name !== attribute(childNamed(standard, "name"), "val")) into.fontName = name;
  const size = numberAttribute(childNamed(font, "sz"), "val");
  if (size !== undefined && size !== numberAttribute(childNamed(standard, "sz"), "val")) into.fontSize = size;
  const color = readColor(childNamed(font, "color"), theme);
  if (color !== undefined && color !== "#000000") into.fontColor = color;
}

function readFill(fill: XmlElement | undefined, theme: ThemeColors): string | undefined {
  const pattern = childNamed(fill, "patternFill");
  if (attribute(pattern, "patternType") !== "solid") return undefined;
  return readColor(childNamed(pattern, "fgColor"), theme);
}

function readBorder(border: XmlElement | undefined, theme: ThemeColors): CellFormat["borders"] {
  const borders: Writable<NonNullable<CellFormat["borders"]>> = {};
  for (const side of sides) {
    const line = childNamed(border, side);
    const style = borderStyles[attribute(line, "style") ?? ""];
    const color = readColor(childNamed(line, "color"), theme);
    // A line without a colour is as black as one that says so; told apart, each would be a change of the other.
    if (style !== undefined)
      borders[side] = { style, color: color === undefined || color === "#000000" ? null : color };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

/** The parts of `styles.xml` that cells point into. */
export interface StyleSheet {
  readonly root: XmlElement;
  readonly theme: ThemeColors;
  readonly language: Language;
  /** One per entry of `cellXfs`, in its order. */
  readonly formats: CellFormat[];
}

function section(root: XmlElement, name: string): XmlElement | undefined {
  return childNamed(root, name);
}

interface Lists {
  readonly numberFormats: ReadonlyMap<number, string>;
  readonly fonts: readonly XmlElement[];
  readonly fills: readonly XmlElement[];
  readonly borders: readonly XmlElement[];
}

function readXf(lists: Lists, theme: ThemeColors, language: Language, xf: XmlElement): CellFormat {
  const format: Writable<CellFormat> = {};
  const numberId = numberAttribute(xf, "numFmtId") ?? 0;
  const code = lists.numberFormats.get(numberId) ?? builtInFormat(numberId, language);
  if (code !== undefined && code !== "General") format.numberFormat = code;
  readFont(lists.fonts[numberAttribute(xf, "fontId") ?? 0], lists.fonts[0], theme, format);
  const fill = readFill(lists.fills[numberAttribute(xf, "fillId") ?? 0], theme);
  if (fill !== undefined) format.fill = fill;
  const borders = readBorder(lists.borders[numberAttribute(xf, "borderId") ?? 0], theme);
  if (borders !== undefined) format.borders = borders;
  const alignment = childNamed(xf, "alignment");
  const horizontal = horizontals.find((value) => value === attribute(alignment, "horizontal"));
  if (horizontal !== undefined) format.horizontal = horizontal;
  const vertical = verticals.find((value) => value === attribute(alignment, "vertical"));
  if (vertical !== undefined) format.vertical = vertical;
  if (isTrue(attribute(alignment, "wrapText"))) format.wrap = true;
  const indent = numberAttribute(alignment, "indent");
  if (indent !== undefined && indent > 0) format.indent = indent;
  return format;
}

export function readStyleSheet(root: XmlElement, theme: ThemeColors, language: Language): StyleSheet {
  const custom = childrenNamed(section(root, "numFmts"), "numFmt");
  const lists: Lists = {
    numberFormats: new Map(
      custom.map((entry) => [numberAttribute(entry, "numFmtId") ?? -1, attribute(entry, "formatCode") ?? "General"]),
    ),
    fonts: childrenNamed(section(root, "fonts"), "font"),
    fills: childrenNamed(section(root, "fills"), "fill"),
    borders: childrenNamed(section(root, "borders"), "border"),
  };
  const formats = childrenNamed(section(root, "cellXfs"), "xf").map((xf) => readXf(lists, theme, language, xf));
  return { root, theme, language, formats };
}

/** The look that a conditional format gives. */
export function readHighlight(styles: StyleSheet, dxfId: number | undefined): HighlightFormat {
  const dxf = dxfId === undefined ? undefined : childrenNamed(section(styles.root, "dxfs"), "dxf")[dxfId];
  const highlight: Writable<HighlightFormat> = {};
  const pattern = childNamed(childNamed(dxf, "fill"), "patternFill");
  // In a conditional format the visible colour of a solid fill is the background, unlike in a cell.
  const fill =
    readColor(childNamed(pattern, "bgColor"), styles.theme) ?? readColor(childNamed(pattern, "fgColor"), styles.theme);
  if (fill !== undefined && attribute(pattern, "patternType") !== "none") highlight.fill = fill;
  const font = childNamed(dxf, "font");
  const color = readColor(childNamed(font, "color"), styles.theme);
  if (color !== undefined) highlight.fontColor = color;
  if (flag(font, "b")) highlight.bold = true;
  if (flag(font, "i")) highlight.italic = true;
  if (flag(font, "strike")) highlight.strike = true;
  return highlight;
}

/** Elements of `styles.xml` in the order that the file format asks for. */
const order = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

function ownSection(root: XmlElement, name: string): XmlElement {
  const existing = section(root, name);
  if (existing !== undefined) return existing;
  const added = element(prefixOf(root) + name);
  const place = root.children.findIndex(
    (child) => typeof child !== "string" && order.indexOf(localName(child)) > order.indexOf(name),
  );
  root.children.splice(place === -1 ? root.children.length : place, 0, added);
  return added;
}

/** The prefix of an element's name with its colon, or nothing: what is put inside must carry the same. */
export function prefixOf(root: XmlElement): string {
  return root.name.slice(0, root.name.indexOf(":") + 1);
}

function append(styles: StyleSheet, list: string, entry: XmlElement): number {
  const parent = ownSection(styles.root, list);
  parent.children.push(entry);
  const count = parent.children.filter((child) => typeof child !== "string").length;
  parent.attributes.set("count", String(count));
  return count - 1;
}

function colorElement(name: string, hex: string): XmlElement {
  return element(name, { rgb: `FF${hex.slice(1).toUpperCase()}` });
}

function copyOf(original: XmlElement | undefined, name: string): XmlElement {
  if (original === undefined) return element(name);
  return {
    name: original.name,
    attributes: new Map(original.attributes),
    children: original.children.map((child) => (typeof child === "string" ? child : copyOf(child, ""))),
  };
}

function replaceChild(parent: XmlElement, name: string, child: XmlElement | null, sequence: readonly string[]): void {
  parent.children = parent.children.filter((other) => typeof other === "string" || localName(other) !== name);
  if (child === null) return;
  const place = parent.children.findIndex(
    (other) => typeof other !== "string" && sequence.indexOf(localName(other)) > sequence.indexOf(name),
  );
  parent.children.splice(place === -1 ? parent.children.length : place, 0, child);
}

const fontSequence = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

function writeFont(
  base: XmlElement | undefined,
  standard: XmlElement | undefined,
  was: CellFormat,
  now: CellFormat,
  p: string,
): XmlElement {
  const font = copyOf(base, `${p}font`);
  const set = (name: string, child: XmlElement | null): void => replaceChild(font, name, child, fontSequence);
  const flags = [
    ["bold", "b"],
    ["italic", "i"],
    ["strike", "strike"],
    ["underline", "u"],
  ] as const;
  for (const [key, name] of flags) {
    if ((was[key] ?? false) !== (now[key] ?? false)) set(name, now[key] === true ? element(p + name) : null);
  }
  if (was.fontName !== now.fontName) {
    set(
      "name",
      now.fontName === undefined ? (childNamed(standard, "name") ?? null) : element(`${p}name`, { val: now.fontName }),
    );
    // A font of the theme goes by its scheme, not by its name.
    set("scheme", null);
  }
  if (was.fontSize !== now.fontSize) {
    set(
      "sz",
      now.fontSize === undefined ? (childNamed(standard, "sz") ?? null) : element(`${p}sz`, { val: now.fontSize }),
    );
  }
  if (was.fontColor !== now.fontColor)
    set("color", now.fontColor === undefined ? null : colorElement(`${p}color`, now.fontColor));
  return font;
}

function sameLine(a: BorderData | undefined, b: BorderData | undefined): boolean {
  return a?.style === b?.style && (a?.color ?? "#000000") === (b?.color ?? "#000000");
}

function writeBorder(base: XmlElement | undefined, was: CellFormat, now: CellFormat, p: string): XmlElement {
  const border = copyOf(base, `${p}border`);
  for (const side of ["left", "right", "top", "bottom", "diagonal"]) {
    if (childNamed(border, side) === undefined) {
      replaceChild(border, side, element(p + side), ["start", "left", "end", "right", "top", "bottom", "diagonal"]);
    }
  }
  for (const side of sides) {
    const line: BorderData | undefined = now.borders?.[side];
    if (sameLine(line, was.borders?.[side])) continue;
    const child = childNamed(border, side);
    if (child === undefined) continue;
    child.attributes = line === undefined ? new Map() : new Map([["style", line.style]]);
    child.children = line?.color == null ? [] : [colorElement(`${p}color`, line.color)];
  }
  return border;
}

const fontKeys = ["bold", "italic", "strike", "underline", "fontName", "fontSize", "fontColor"] as const;

/** Excel takes the first two fills for none and grey dots, whatever a file says. */
const reservedFills = ["none", "gray125"];

/**
 * Gives styles the lists without which Excel refuses them. Programs that write little leave out what they do not use, and what is
 * added for the first cell with a look must not become the look of every cell.
 * @param formats how many looks cells count on: a file that lost its styles has cells that speak of them
 */
export function completeStyles(root: XmlElement, formats: number): void {
  const p = prefixOf(root);
  const atLeast = (name: string, entries: readonly XmlElement[]): void => {
    const list = ownSection(root, name);
    const there = list.children.filter((child) => typeof child !== "string").length;
    if (there >= entries.length) return;
    list.children.push(...entries.slice(there));
    list.attributes.set("count", String(entries.length));
  };
  const xf = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const font = [element(`${p}sz`, { val: 11 }), element(`${p}name`, { val: "Calibri" })];
  atLeast("fonts", [element(`${p}font`, {}, font)]);
  atLeast(
    "fills",
    reservedFills.map((patternType) => element(`${p}fill`, {}, [element(`${p}patternFill`, { patternType })])),
  );
  const lines = ["left", "right", "top", "bottom", "diagonal"].map((side) => element(p + side));
  atLeast("borders", [element(`${p}border`, {}, lines)]);
  atLeast("cellStyleXfs", [element(`${p}xf`, xf)]);
  atLeast(
    "cellXfs",
    Array.from({ length: Math.max(1, formats) }, () => element(`${p}xf`, { ...xf, xfId: 0 })),
  );
}

/** Gives each format that cells want its place in `cellXfs`, starting from the format that the cell had in the file. */
export function createFormatWriter(styles: StyleSheet): (base: number, format: CellFormat) => number {
  const known = new Map<string, number>();
  const p = prefixOf(styles.root);
  const numberFormatId = (code: string | undefined): number => {
    if (code === undefined) return 0;
    const everywhere = builtInId(code);
    if (everywhere !== undefined) return everywhere;
    const all = childrenNamed(section(styles.root, "numFmts"), "numFmt");
    const same = all.find((entry) => attribute(entry, "formatCode") === code);
    if (same !== undefined) return numberAttribute(same, "numFmtId") ?? 0;
    const id = Math.max(163, ...all.map((entry) => numberAttribute(entry, "numFmtId") ?? 0)) + 1;
    append(styles, "numFmts", element(`${p}numFmt`, { numFmtId: id, formatCode: code }));
    return id;
  };
  /** The cells of a workbook share a few formats: each is described once. */
  const placesOf = new WeakMap<CellFormat, Map<number, number>>();
  const find = (base: number, format: CellFormat): number => {
    const was = styles.formats[base] ?? {};
    const key = `${base}|${JSON.stringify(
      format,
      Object.keys({ ...format })
        .sort()
        .concat(["left", "right", "top", "bottom", "style", "color"]),
    )}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const xf = copyOf(childrenNamed(section(styles.root, "cellXfs"), "xf")[base], `${p}xf`);
    const entry = (list: string, name: string, id: string): XmlElement | undefined =>
      childrenNamed(section(styles.root, list), name)[numberAttribute(xf, id) ?? 0];
    let changed = false;
    const point = (id: string, value: number, apply: string): void => {
      xf.attributes.set(id, String(value));
      xf.attributes.set(apply, "1");
      changed = true;
    };
    // The short date has no code of its own: what it reads as depends on who opened the file.
    const id = numberAttribute(xf, "numFmtId") ?? 0;
    const shortDate =
      (id === 14 || id === 22) && [builtInFormat(id, "zh-CN"), builtInFormat(id, "en")].includes(format.numberFormat);
    if (was.numberFormat !== format.numberFormat && !shortDate)
      point("numFmtId", numberFormatId(format.numberFormat), "applyNumberFormat");
    if (fontKeys.some((name) => (was[name] ?? false) !== (format[name] ?? false))) {
      const standard = childNamed(section(styles.root, "fonts"), "font");
      point(
        "fontId",
        append(styles, "fonts", writeFont(entry("fonts", "font", "fontId"), standard, was, format, p)),
        "applyFont",
      );
    }
    if (was.fill !== format.fill) {
      const fill =
        format.fill === undefined
          ? 0
          : append(
              styles,
              "fills",
              element(`${p}fill`, {}, [
                element(`${p}patternFill`, { patternType: "solid" }, [
                  colorElement(`${p}fgColor`, format.fill),
                  element(`${p}bgColor`, { indexed: 64 }),
                ]),
              ]),
            );
      point("fillId", fill, "applyFill");
    }
    if (sides.some((side) => !sameLine(was.borders?.[side], format.borders?.[side]))) {
      point(
        "borderId",
        append(styles, "borders", writeBorder(entry("borders", "border", "borderId"), was, format, p)),
        "applyBorder",
      );
    }
    const aligned =
      was.horizontal !== format.horizontal ||
      was.vertical !== format.vertical ||
      (was.wrap ?? false) !== (format.wrap ?? false) ||
      (was.indent ?? 0) !== (format.indent ?? 0);
    if (aligned) {
      const alignment = copyOf(childNamed(xf, "alignment"), `${p}alignment`);
      const set = (name: string, value: string | undefined): void => {
        if (value === undefined) alignment.attributes.delete(name);
        else alignment.attributes.set(name, value);
      };
      set("horizontal", format.horizontal);
      set("vertical", format.vertical);
      set("wrapText", format.wrap === true ? "1" : undefined);
      set("indent", format.indent === undefined || format.indent === 0 ? undefined : String(format.indent));
      replaceChild(xf, "alignment", alignment.attributes.size > 0 ? alignment : null, [
        "alignment",
        "protection",
        "extLst",
      ]);
      xf.attributes.set("applyAlignment", "1");
      changed = true;
    }
    const place = changed ? append(styles, "cellXfs", xf) : base;
    if (changed) styles.formats[place] = format;
    known.set(key, place);
    return place;
  };
  return (base, format) => {
    const places = placesOf.get(format) ?? new Map<number, number>();
    placesOf.set(format, places);
    const place = places.get(base) ?? find(base, format);
    places.set(base, place);
    return place;
  };
}

/** Adds the look of a conditional format and gives its place in `dxfs`. */
export function addHighlight(styles: StyleSheet, highlight: HighlightFormat): number {
  const p = prefixOf(styles.root);
  const dxf = element(`${p}dxf`);
  const font = element(`${p}font`);
  if (highlight.bold === true) font.children.push(element(`${p}b`));
  if (highlight.italic === true) font.children.push(element(`${p}i`));
  if (highlight.strike === true) font.children.push(element(`${p}strike`));
  if (highlight.fontColor !== undefined) font.children.push(colorElement(`${p}color`, highlight.fontColor));
  if (font.children.length > 0) dxf.children.push(font);
  if (highlight.fill !== undefined) {
    const pattern = element(`${p}patternFill`, { patternType: "solid" }, [
      colorElement(`${p}fgColor`, highlight.fill),
      colorElement(`${p}bgColor`, highlight.fill),
    ]);
    dxf.children.push(element(`${p}fill`, {}, [pattern]));
  }
  return append(styles, "dxfs", dxf);
}
