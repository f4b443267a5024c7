import { cellAddress } from "../../domain/workbook/area";
import type { BookData, BookValue, CellData, CellFormat, RowData, SheetData } from "../data/bookData";
import { encodeCellText, withPrefixes } from "./cellText";
import { cellsOf, parseRow, type RowText } from "./sheetPart";
import {
  attribute,
  childNamed,
  element,
  escapeText,
  numberAttribute,
  serializeXml,
  textOf,
  type XmlElement,
} from "./xml";

/** What writing cells needs of the rest of the workbook. */
export interface CellContext {
  /** Place of a text among the shared strings. */
  readonly stringIndex: (text: string) => number;
  /** Place of a format in `cellXfs`, starting from the format the cell has in the file. */
  readonly formatIndex: (base: number, format: CellFormat) => number;
  /** A formula as the file spells it. */
  readonly fileFormula: (formula: string) => string;
}

/** The rows of a table have one formula: it is spelled once. */
export function createFormulaWriter(): CellContext["fileFormula"] {
  const spelled = new Map<string, string>();
  return (formula) => {
    const text = spelled.get(formula) ?? withPrefixes(formula.replace(/^=/, ""));
    spelled.set(formula, text);
    return text;
  };
}

interface RowJob {
  readonly row: number;
  readonly text: RowText | undefined;
  readonly before: RowData | undefined;
  readonly after: RowData | undefined;
}

function sameValue(a: BookValue | null, b: BookValue | null): boolean {
  if (typeof a === "object" && typeof b === "object") return a?.error === b?.error;
  return a === b;
}

const noCell = { value: null };
const noFormat: CellFormat = {};

function isSameCell(before: CellData | undefined, after: CellData | undefined, was: BookData, now: BookData): boolean {
  const a = before ?? noCell;
  const b = after ?? noCell;
  const [formulaA, formulaB] = [before?.formula, after?.formula];
  if (formulaA !== formulaB) return false;
  // A formula whose result is not known keeps the result it had.
  const unknown = formulaB !== undefined && b.value === null;
  if (!unknown && !sameValue(a.value, b.value)) return false;
  // A cell that only had a format and is not spoken of any more keeps it.
  if (after === undefined) return true;
  return formatKey(was, before?.format) === formatKey(now, after.format);
}

const keys = new WeakMap<CellFormat, string>();

function formatKey(book: BookData, index: number | undefined): string {
  const format = book.formats[index ?? 0];
  if (format === undefined || index === undefined) return "{}";
  const known = keys.get(format);
  if (known !== undefined) return known;
  const sorted = Object.fromEntries(
    Object.entries(format)
      .filter(([, value]) => value !== undefined && value !== false)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  // Border lines without a colour are black ones.
  const key = JSON.stringify(sorted, (name, value: unknown) =>
    name === "color" && value === "#000000" ? null : value,
  );
  keys.set(format, key);
  return key;
}

function isSameRow(job: RowJob, was: BookData, now: BookData): boolean {
  const { before, after } = job;
  if (before?.height !== after?.height || (before?.hidden ?? false) !== (after?.hidden ?? false)) return false;
  const left = new Map((before?.cells ?? []).map((cell) => [cell.column, cell]));
  for (const cell of after?.cells ?? []) {
    if (!isSameCell(left.get(cell.column), cell, was, now)) return false;
    left.delete(cell.column);
  }
  for (const cell of left.values()) if (!isSameCell(cell, undefined, was, now)) return false;
  return true;
}

function sharedGroup(formula: XmlElement | undefined): number | undefined {
  return attribute(formula, "t") === "shared" ? numberAttribute(formula, "si") : undefined;
}

/** Groups of shared formulas whose first cell changes: the others refer to its text and have to be spelled out. */
function brokenGroups(jobs: readonly RowJob[], path: string): Set<number> {
  const broken = new Set<number>();
  for (const { text, before, after } of jobs) {
    if (text === undefined || !text.text.includes("shared")) continue;
    const was = new Map((before?.cells ?? []).map((cell) => [cell.column, cell.formula]));
    const now = new Map((after?.cells ?? []).map((cell) => [cell.column, cell.formula]));
    for (const { column, cell } of cellsOf(parseRow(text, path))) {
      const formula = childNamed(cell, "f");
      const group = sharedGroup(formula);
      if (group !== undefined && textOf(formula) !== "" && was.get(column) !== now.get(column)) broken.add(group);
    }
  }
  return broken;
}

function writeValue(
  cell: XmlElement,
  value: BookValue | null,
  isFormula: boolean,
  p: string,
  context: CellContext,
): void {
  cell.attributes.delete("t");
  if (value === null) return;
  let text: string;
  if (typeof value === "object") {
    cell.attributes.set("t", "e");
    text = value.error;
  } else if (typeof value === "boolean") {
    cell.attributes.set("t", "b");
    text = value ? "1" : "0";
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) cell.attributes.set("t", "e");
    text = Number.isFinite(value) ? String(value) : "#NUM!";
  } else if (isFormula) {
    cell.attributes.set("t", "str");
    text = encodeCellText(value);
  } else {
    if (value === "") return;
    cell.attributes.set("t", "s");
    text = String(context.stringIndex(value));
  }
  cell.children.push(element(`${p}v`, {}, [text]));
}

function writeCell(
  original: XmlElement | undefined,
  before: CellData | undefined,
  after: CellData,
  address: string,
  now: BookData,
  broken: ReadonlySet<number>,
  p: string,
  context: CellContext,
): XmlElement {
  const cell: XmlElement =
    original === undefined ? element(`${p}c`) : { ...original, attributes: new Map(original.attributes) };
  cell.attributes.set("r", address);
  const base = numberAttribute(original, "s") ?? 0;
  const style = context.formatIndex(base, now.formats[after.format ?? -1] ?? noFormat);
  if (style === 0) cell.attributes.delete("s");
  else cell.attributes.set("s", String(style));
  const formulaElement = childNamed(original, "f");
  const keepsFormula = after.formula !== undefined && after.formula === before?.formula && formulaElement !== undefined;
  if (keepsFormula && after.value === null) return cell;
  if (
    original !== undefined &&
    before?.formula === undefined &&
    after.formula === undefined &&
    sameValue(before?.value ?? null, after.value)
  )
    return cell;
  cell.children = [];
  if (keepsFormula && !broken.has(sharedGroup(formulaElement) ?? -1)) cell.children.push(formulaElement);
  else if (after.formula !== undefined) cell.children.push(element(`${p}f`, {}, [context.fileFormula(after.formula)]));
  // These mark dynamic arrays and linked data types, which a changed cell no longer is.
  if (!keepsFormula) for (const name of ["cm", "vm"]) cell.attributes.delete(name);
  writeValue(cell, after.value, after.formula !== undefined, p, context);
  return cell;
}

function writeRow(
  job: RowJob,
  path: string,
  now: BookData,
  broken: ReadonlySet<number>,
  p: string,
  context: CellContext,
): string {
  const { row, before, after } = job;
  const original = job.text === undefined ? element(`${p}row`) : parseRow(job.text, path);
  const found = new Map(cellsOf(original).map(({ column, cell }) => [column, cell]));
  const was = new Map((before?.cells ?? []).map((cell) => [cell.column, cell]));
  const wanted = new Map((after?.cells ?? []).map((cell) => [cell.column, cell]));
  const cells: XmlElement[] = [];
  for (const column of [...new Set([...found.keys(), ...wanted.keys()])].sort((a, b) => a - b)) {
    const cell = found.get(column);
    const old = was.get(column);
    const next = wanted.get(column);
    if (next !== undefined) {
      const written = writeCell(cell, old, next, cellAddress(row, column), now, broken, p, context);
      if (written.children.length > 0 || written.attributes.has("s")) cells.push(written);
    } else if (cell !== undefined && (old === undefined || (old.value === null && old.formula === undefined))) {
      cells.push(cell);
    }
  }
  original.attributes.set("r", String(row + 1));
  original.attributes.delete("spans");
  if (before?.height !== after?.height) {
    original.attributes.delete("ht");
    original.attributes.delete("customHeight");
    if (after?.height !== undefined) {
      original.attributes.set("ht", String(after.height));
      original.attributes.set("customHeight", "1");
    }
  }
  if ((before?.hidden ?? false) !== (after?.hidden ?? false)) {
    if (after?.hidden === true) original.attributes.set("hidden", "1");
    else original.attributes.delete("hidden");
  }
  const bare = [...original.attributes.keys()].every((name) => name === "r" || name === "spans");
  if (cells.length === 0 && bare) return "";
  return serializeXml({ ...original, children: cells });
}

/**
 * The inside of `sheetData`, row by row. Rows that did not change come out as they went in, byte for byte.
 * @param p prefix of the part's elements, with its colon
 */
export function* writeRows(
  texts: readonly RowText[],
  path: string,
  before: { readonly book: BookData; readonly sheet: SheetData | undefined },
  after: { readonly book: BookData; readonly sheet: SheetData },
  p: string,
  context: CellContext,
): Generator<string> {
  const textOfRow = new Map(texts.map((text) => [text.row, text]));
  const was = new Map((before.sheet?.rows ?? []).map((row) => [row.row, row]));
  const now = new Map(after.sheet.rows.map((row) => [row.row, row]));
  const jobs = [...new Set([...textOfRow.keys(), ...now.keys()])]
    .sort((a, b) => a - b)
    .map((row): RowJob => ({ row, text: textOfRow.get(row), before: was.get(row), after: now.get(row) }));
  const changed = new Set(jobs.filter((job) => !isSameRow(job, before.book, after.book)));
  const broken = brokenGroups([...changed], path);
  const mark = [...broken].map((group) => `si="${group}"`);
  for (const job of jobs) {
    const touched = changed.has(job) || mark.some((text) => job.text?.text.includes(text) === true);
    yield touched || job.text === undefined ? writeRow(job, path, after.book, broken, p, context) : job.text.text;
  }
}

/** A shared string's element for a text; spaces at its ends and line breaks would be lost without saying so. */
export function stringItem(text: string, p: string): string {
  const encoded = encodeCellText(text);
  const space = /^\s|\s$|\n/.test(encoded) ? ' xml:space="preserve"' : "";
  return `<${p}si><${p}t${space}>${escapeText(encoded)}</${p}t></${p}si>`;
}
