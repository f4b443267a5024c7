import { shiftFormula } from "../data/formulaShift";
import { FileRefused } from "./refusal";
import { attribute, childNamed, isTrue, numberAttribute, parseXml, textOf, XmlError, type XmlElement } from "./xml";
import { parsePart } from "./zipPackage";
import { parseAddress } from "../../domain/workbook/area";
import type { BookValue } from "../data/bookData";
import { decodeCellText, withoutPrefixes } from "./cellText";

/**
 * A sheet's part in two: the cells as text, because there may be millions of them and most come out of a save as they went in,
 * and all the rest as a tree in which `sheetData` stands empty.
 */
export interface SheetPart {
  readonly root: XmlElement;
  readonly rows: readonly RowText[];
}

export interface RowText {
  /** Zero-based. */
  readonly row: number;
  readonly text: string;
}

const dataStart = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?(\/?)>/;

/** @throws {FileRefused} where the part is not well-formed */
export function splitSheet(text: string, path: string): SheetPart {
  const start = dataStart.exec(text);
  if (start === null || start[2] === "/") return { root: parsePart(text, path), rows: [] };
  const close = `</${start[1] ?? ""}sheetData>`;
  const from = start.index + start[0].length;
  const to = text.indexOf(close, from);
  if (to === -1) throw new FileRefused("damagedXml", path);
  const root = parsePart(text.slice(0, from) + text.slice(to), path);
  return { root, rows: splitRows(text.slice(from, to), start[1] ?? "", path) };
}

function splitRows(text: string, prefix: string, path: string): RowText[] {
  const rows: RowText[] = [];
  const open = `<${prefix}row`;
  const close = `</${prefix}row>`;
  let last = -1;
  let at = text.indexOf(open);
  while (at !== -1) {
    const tag = text.indexOf(">", at);
    if (tag === -1) throw new FileRefused("damagedXml", path);
    const end = text[tag - 1] === "/" ? tag + 1 : text.indexOf(close, tag) + close.length;
    if (end < tag) throw new FileRefused("damagedXml", path);
    const number = /\sr\s*=\s*["'](\d+)["']/.exec(text.slice(at, tag))?.[1];
    // Row numbers may be left out; a row then follows the one before it.
    const row = number === undefined ? last + 1 : Number(number) - 1;
    rows.push({ row, text: text.slice(at, end) });
    last = row;
    at = text.indexOf(open, end);
  }
  return rows;
}

/** @throws {FileRefused} where the row is not well-formed */
export function parseRow(row: RowText, path: string): XmlElement {
  try {
    return parseXml(row.text);
  } catch (error) {
    if (error instanceof XmlError) throw new FileRefused("damagedXml", `${path} ${row.row + 1}`);
    throw error;
  }
}

/** A cell element with its zero-based column. */
export interface CellElement {
  readonly column: number;
  readonly cell: XmlElement;
}

export function cellsOf(row: XmlElement): CellElement[] {
  const cells: CellElement[] = [];
  let last = -1;
  for (const child of row.children) {
    if (typeof child === "string") continue;
    const column = parseAddress(attribute(child, "r") ?? "")?.column ?? last + 1;
    cells.push({ column, cell: child });
    last = column;
  }
  return cells;
}

/** Text of a string item: its runs, without the reading aids that Chinese and Japanese files put beside them. */
export function stringItemText(item: XmlElement | undefined): string {
  let text = "";
  for (const child of item?.children ?? []) {
    if (typeof child === "string") continue;
    if (/(^|:)t$/.test(child.name)) text += textOf(child);
    else if (/(^|:)r$/.test(child.name)) text += textOf(childNamed(child, "t"));
  }
  return decodeCellText(text);
}

/** @returns null for a cell without a value */
export function readCellValue(cell: XmlElement, strings: readonly string[]): BookValue | null {
  const type = attribute(cell, "t") ?? "n";
  if (type === "inlineStr") {
    const inline = childNamed(cell, "is");
    return inline === undefined ? null : stringItemText(inline);
  }
  const value = childNamed(cell, "v");
  if (value === undefined) return null;
  const text = textOf(value);
  switch (type) {
    case "s":
      return strings[Number(text)] ?? "";
    case "str":
      return decodeCellText(text);
    case "b":
      return isTrue(text.trim());
    case "e":
      return { error: text.trim() };
    case "d":
      return serialOfIsoDate(text.trim()) ?? text;
    default: {
      if (text.trim() === "") return null;
      const number = Number(text);
      return Number.isFinite(number) ? number : text;
    }
  }
}

/** ISO dates are rare in files but allowed: `2026-08-07` or `2026-08-07T10:30:00`. */
function serialOfIsoDate(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text);
  if (match === null) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
  return day + (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Reads the formulas of one sheet from the top: shared ones refer to a cell above or before them. */
export function createFormulaReader(): (cell: XmlElement, row: number, column: number) => string | undefined {
  const shared = new Map<number, SharedFormula>();
  return (cell, row, column) => {
    const child = childNamed(cell, "f");
    if (child === undefined) return undefined;
    const text = textOf(child).trim();
    const group = attribute(child, "t") === "shared" ? numberAttribute(child, "si") : undefined;
    if (group !== undefined && text === "") {
      const master = shared.get(group);
      if (master === undefined) return undefined;
      return `=${withoutPrefixes(shiftFormula(master.formula, row - master.row, column - master.column))}`;
    }
    if (group !== undefined) shared.set(group, { row, column, formula: text });
    return text === "" ? undefined : `=${withoutPrefixes(text)}`;
  };
}
