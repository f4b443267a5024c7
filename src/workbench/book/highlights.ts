import { intersect } from "../../domain/workbook/area";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  DeleteConditionalRuleMutation,
  MoveConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/preset-sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/preset-sheets-conditional-formatting";
import { BooleanNumber } from "@univerjs/presets";
import { joined, subtract } from "../data/areas";
import type { BookArea, ConditionalFormatData, HighlightFormat } from "../data/bookData";
import { hexColor } from "../engine/gridData";
import type { Book, OpaqueHighlight } from "./book";
import { fromRange, sheetParams, toRange, worksheetOf } from "./grid";

/**
 * Conditional formats of a sheet. Those with a custom formula live in the grid, which draws them, moves them with
 * inserted rows and lets a person edit them; all other types are kept as they came and only listed.
 */
export interface Highlight {
  readonly id: string;
  /** Type as files name it: `expression`, `cellIs`, `colorScale`… */
  readonly type: string;
  readonly areas: readonly BookArea[];
  readonly formula: string | null;
  readonly format: HighlightFormat;
  readonly stopIfTrue: boolean;
}

/** What the grid gets for a rule without a formula, as Excel leaves one behind; it never holds. */
const noFormula = "=(FALSE)";

function readRule(rule: IConditionFormattingRule): Highlight {
  const base = { id: rule.cfId, areas: rule.ranges.map(fromRange), stopIfTrue: rule.stopIfTrue };
  const config = rule.rule;
  if (config.type !== CFRuleType.highlightCell || !("style" in config)) {
    return { ...base, type: config.type, formula: null, format: {} };
  }
  const { style } = config;
  const fill = hexColor(style.bg?.rgb);
  const fontColor = hexColor(style.cl?.rgb);
  const format: HighlightFormat = {
    ...(fill ? { fill } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.st?.s ? { strike: true } : {}),
  };
  const formula = config.subType === CFSubRuleType.formula && "value" in config ? String(config.value) : null;
  if (formula === noFormula) return { ...base, type: "expression", formula: "", format };
  return { ...base, type: formula === null ? String(config.subType) : "expression", formula, format };
}

function toRule(id: string, data: Omit<Highlight, "id" | "type">): IConditionFormattingRule {
  const { format } = data;
  return {
    cfId: id,
    ranges: data.areas.map(toRange),
    stopIfTrue: data.stopIfTrue,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: data.formula === null || data.formula === "" ? noFormula : data.formula,
      style: {
        ...(format.fill ? { bg: { rgb: format.fill } } : {}),
        ...(format.fontColor ? { cl: { rgb: format.fontColor } } : {}),
        ...(format.bold ? { bl: BooleanNumber.TRUE } : {}),
        ...(format.italic ? { it: BooleanNumber.TRUE } : {}),
        ...(format.strike ? { st: { s: BooleanNumber.TRUE } } : {}),
      },
    },
  };
}

/**
 * Puts both kinds in one order: the last known one, in which those that the grid draws take turns as the grid has them now. What is
 * not known yet a person has just added: it comes first.
 */
function inOrder(known: readonly string[], drawn: readonly Highlight[], opaque: readonly Highlight[]): Highlight[] {
  const fresh = drawn.filter(({ id }) => !known.includes(id));
  const rest = drawn.filter(({ id }) => known.includes(id));
  const placed = known.flatMap((id) => {
    const found = opaque.find((highlight) => highlight.id === id);
    if (found) return [found];
    const next = drawn.some((highlight) => highlight.id === id) ? rest.shift() : undefined;
    return next ? [next] : [];
  });
  return [...fresh, ...placed];
}

/** The sheet's conditional formats, first priority first. */
export function highlightsOf(book: Book, sheet: string): readonly Highlight[] {
  const drawn = worksheetOf(book, sheet).getConditionalFormattingRules().map(readRule);
  const opaque = book.opaqueHighlights
    .filter((highlight) => highlight.sheet === sheet)
    .map(({ id, data }) => ({
      id,
      type: data.type,
      areas: data.areas,
      formula: null,
      format: {},
      stopIfTrue: data.stopIfTrue,
    }));
  return inOrder(book.highlightOrder.get(sheet) ?? [], drawn, opaque);
}

/** Brings the rules into an order; the grid gets the part of it that it draws. */
function setOrder(book: Book, sheet: string, ids: readonly string[]): void {
  const drawn = worksheetOf(book, sheet)
    .getConditionalFormattingRules()
    .map(({ cfId }) => cfId);
  const wanted = ids.filter((id) => drawn.includes(id));
  wanted.forEach((id, index) => {
    if (drawn[index] === id) return;
    const before = drawn[index] ?? id;
    book.engine.run(MoveConditionalRuleMutation.id, {
      ...sheetParams(book, sheet),
      start: { id, type: "self" },
      end: { id: before, type: "before" },
    });
    drawn.splice(drawn.indexOf(id), 1);
    drawn.splice(index, 0, id);
  });
  book.highlightOrder.set(sheet, ids);
}

/** Gives the grid one more rule, which it puts before all others that it draws. */
function drawHighlight(book: Book, sheet: string, data: Omit<Highlight, "id" | "type">): string {
  const id = crypto.randomUUID();
  book.engine.run(AddConditionalRuleMutation.id, { ...sheetParams(book, sheet), rule: toRule(id, data) });
  return id;
}

/** Adds a rule with a custom formula, before or behind all others, and gives its id. */
export function addHighlight(
  book: Book,
  sheet: string,
  data: Omit<Highlight, "id" | "type">,
  place: "first" | "last",
): string {
  const others = highlightsOf(book, sheet).map((highlight) => highlight.id);
  const id = drawHighlight(book, sheet, data);
  setOrder(book, sheet, place === "first" ? [id, ...others] : [...others, id]);
  return id;
}

/** Puts a rule in the place that another one has; all between them move by one. */
export function reorderHighlight(book: Book, sheet: string, id: string, placeOf: string): void {
  const ids = highlightsOf(book, sheet).map((highlight) => highlight.id);
  const [from, to] = [ids.indexOf(id), ids.indexOf(placeOf)];
  if (from < 0 || to < 0 || from === to) return;
  ids.splice(from, 1);
  ids.splice(to, 0, id);
  setOrder(book, sheet, ids);
}

/** Changes part of a rule with a custom formula. What the file said of it no longer holds. */
export function changeHighlight(
  book: Book,
  sheet: string,
  id: string,
  change: Partial<Omit<Highlight, "id" | "type">>,
): void {
  const old = highlightsOf(book, sheet).find((highlight) => highlight.id === id);
  if (!old) return;
  book.originals.delete(id);
  book.engine.run(SetConditionalRuleMutation.id, {
    ...sheetParams(book, sheet),
    cfId: id,
    rule: toRule(id, { ...old, ...change }),
  });
}

export function deleteHighlight(book: Book, sheet: string, id: string): void {
  const opaque = book.opaqueHighlights.findIndex((highlight) => highlight.id === id);
  if (opaque >= 0) book.opaqueHighlights.splice(opaque, 1);
  else book.engine.run(DeleteConditionalRuleMutation.id, { ...sheetParams(book, sheet), cfId: id });
  book.originals.delete(id);
}

/** Gives a rule new areas; with none left it goes. */
export function moveHighlight(book: Book, sheet: string, id: string, areas: readonly BookArea[]): void {
  if (areas.length === 0) return deleteHighlight(book, sheet, id);
  const opaque = book.opaqueHighlights.find((highlight) => highlight.id === id);
  if (opaque) {
    opaque.data = { ...opaque.data, areas };
    return;
  }
  const rule = worksheetOf(book, sheet)
    .getConditionalFormattingRules()
    .find((item) => item.cfId === id);
  if (!rule) return;
  const moved = { ...rule, ranges: areas.map(toRange) };
  book.engine.run(SetConditionalRuleMutation.id, { ...sheetParams(book, sheet), cfId: id, rule: moved });
}

/** Takes an area out of every rule of the sheet. */
export function clearHighlights(book: Book, sheet: string, area: BookArea): void {
  for (const highlight of highlightsOf(book, sheet)) {
    if (!highlight.areas.some((part) => intersect(part, area))) continue;
    moveHighlight(book, sheet, highlight.id, joined(highlight.areas.flatMap((part) => subtract(part, area))));
  }
}

/** Puts the conditional formats of an opened file into the book. */
export function loadHighlights(book: Book, sheet: string, formats: readonly ConditionalFormatData[]): void {
  const lastFirst = [...formats]
    .sort((a, b) => b.priority - a.priority)
    .map((data) => {
      if (data.type !== "expression") {
        const opaque: OpaqueHighlight = { id: crypto.randomUUID(), sheet, data };
        book.opaqueHighlights.push(opaque);
        return opaque.id;
      }
      const id = drawHighlight(book, sheet, data);
      if (data.original !== null && data.original !== undefined) book.originals.set(id, data.original);
      return id;
    });
  setOrder(book, sheet, lastFirst.reverse());
}

/** The conditional formats of a sheet for saving. */
export function saveHighlights(book: Book, sheet: string): readonly ConditionalFormatData[] {
  return highlightsOf(book, sheet).map((highlight, index) => {
    const opaque = book.opaqueHighlights.find((item) => item.id === highlight.id);
    if (opaque) return { ...opaque.data, priority: index + 1 };
    return {
      areas: highlight.areas,
      priority: index + 1,
      stopIfTrue: highlight.stopIfTrue,
      type: highlight.type,
      formula: highlight.formula === "" ? null : highlight.formula,
      format: highlight.format,
      original: book.originals.get(highlight.id) ?? null,
    };
  });
}
