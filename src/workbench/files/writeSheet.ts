import { areaAddress } from "../../domain/workbook/area";
import type { BookArea, BookData, ConditionalFormatData, SheetData, ValidationData } from "../data/bookData";
import { encodeCellText, withPrefixes } from "./cellText";
import { addHighlight, prefixOf, type StyleSheet } from "./styles";
import {
  attribute,
  childNamed,
  childrenNamed,
  element,
  isTrue,
  localName,
  numberAttribute,
  parseXml,
  type XmlElement,
} from "./xml";

/** The parts of a worksheet in the order that the file format asks for; Excel refuses any other. */
const order =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );

/** Puts elements of one kind at their place, instead of those that were there. */
export function replaceSection(root: XmlElement, name: string, sections: readonly XmlElement[]): void {
  root.children = root.children.filter((child) => typeof child === "string" || localName(child) !== name);
  const place = root.children.findIndex(
    (child) => typeof child !== "string" && order.indexOf(localName(child)) > order.indexOf(name),
  );
  root.children.splice(place === -1 ? root.children.length : place, 0, ...sections);
}

export function ownSection(root: XmlElement, name: string): XmlElement {
  const existing = childNamed(root, name);
  if (existing !== undefined) return existing;
  const added = element(prefixOf(root) + name);
  replaceSection(root, name, [added]);
  return added;
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function setOrDelete(target: XmlElement, name: string, value: string | number | undefined): void {
  if (value === undefined) target.attributes.delete(name);
  else target.attributes.set(name, String(value));
}

function writeDimension(root: XmlElement, sheet: SheetData): void {
  const first = sheet.rows[0]?.row ?? 0;
  const last = sheet.rows.at(-1)?.row ?? 0;
  let [left, right] = [Number.MAX_SAFE_INTEGER, 0];
  for (const row of sheet.rows) {
    left = Math.min(left, row.cells[0]?.column ?? left);
    right = Math.max(right, row.cells.at(-1)?.column ?? right);
  }
  if (left > right) left = right;
  const ref = areaAddress({ row: first, column: left, rows: last - first + 1, columns: right - left + 1 });
  replaceSection(root, "dimension", [element(`${prefixOf(root)}dimension`, { ref })]);
}

function writeView(root: XmlElement, before: SheetData | undefined, after: SheetData, active: boolean): void {
  const p = prefixOf(root);
  const views = ownSection(root, "sheetViews");
  let view = childNamed(views, "sheetView");
  if (view === undefined) {
    view = element(`${p}sheetView`, { workbookViewId: 0 });
    views.children.push(view);
  }
  // Two selected tabs are a group: whatever is typed into one goes into both.
  setOrDelete(view, "tabSelected", active ? "1" : undefined);
  if ((before?.showGridlines ?? true) !== after.showGridlines)
    setOrDelete(view, "showGridLines", after.showGridlines ? undefined : "0");
  const rows = after.frozenRows;
  const columns = after.frozenColumns;
  if ((before?.frozenRows ?? 0) === rows && (before?.frozenColumns ?? 0) === columns) return;
  view.children = view.children.filter(
    (child) => typeof child === "string" || !["pane", "selection"].includes(localName(child)),
  );
  if (rows === 0 && columns === 0) return;
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const topLeftCell = areaAddress({ row: rows, column: columns, rows: 1, columns: 1 });
  view.children.unshift(
    element(`${p}pane`, {
      xSplit: columns || undefined,
      ySplit: rows || undefined,
      topLeftCell,
      activePane: pane,
      state: "frozen",
    }),
    element(`${p}selection`, { pane, activeCell: topLeftCell, sqref: topLeftCell }),
  );
}

interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  readonly col: XmlElement;
}

/** The grid knows whole pixels, of which a character has about seven: less than one is no change. */
function sameWidth(a: number | undefined, b: number | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 0.1);
}

function writeColumns(root: XmlElement, before: SheetData | undefined, after: SheetData): void {
  const p = prefixOf(root);
  const was = new Map((before?.columns ?? []).map((column) => [column.column, column]));
  const now = new Map(after.columns.map((column) => [column.column, column]));
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter((column) => {
    const [a, b] = [was.get(column), now.get(column)];
    return !sameWidth(a?.width, b?.width) || (a?.hidden ?? false) !== (b?.hidden ?? false);
  });
  if (changed.length === 0) return;
  let spans = childrenNamed(childNamed(root, "cols"), "col").map((col): ColumnSpan => {
    const first = (numberAttribute(col, "min") ?? 1) - 1;
    return { first, last: (numberAttribute(col, "max") ?? first + 1) - 1, col };
  });
  for (const column of changed) {
    const old = spans.find((span) => span.first <= column && column <= span.last);
    const wanted = now.get(column);
    const col: XmlElement = { name: `${p}col`, attributes: new Map(old?.col.attributes), children: [] };
    setOrDelete(col, "width", wanted?.width ?? (old === undefined ? undefined : 9));
    setOrDelete(col, "customWidth", wanted?.width === undefined ? undefined : 1);
    setOrDelete(col, "hidden", wanted?.hidden === true ? 1 : undefined);
    if (!col.attributes.has("width") && !col.attributes.has("hidden") && !col.attributes.has("style")) continue;
    const rest =
      old === undefined
        ? []
        : [
            { ...old, last: column - 1 },
            { ...old, first: column + 1 },
          ].filter((span) => span.first <= span.last);
    spans = [...spans.filter((span) => span !== old), ...rest, { first: column, last: column, col }];
  }
  const cols = spans
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, col }) => {
      const attributes = new Map([["min", String(first + 1)], ["max", String(last + 1)], ...col.attributes]);
      attributes.set("min", String(first + 1));
      attributes.set("max", String(last + 1));
      return { name: `${p}col`, attributes, children: [] };
    });
  replaceSection(root, "cols", cols.length === 0 ? [] : [element(`${p}cols`, {}, cols)]);
}

function writeMerges(root: XmlElement, before: SheetData | undefined, after: SheetData): void {
  if (!differ(before?.merges ?? [], after.merges)) return;
  const p = prefixOf(root);
  const merges = after.merges.map((area) => element(`${p}mergeCell`, { ref: areaAddress(area) }));
  replaceSection(
    root,
    "mergeCells",
    merges.length === 0 ? [] : [element(`${p}mergeCells`, { count: merges.length }, merges)],
  );
}

function sqref(areas: readonly BookArea[]): string {
  return areas.map(areaAddress).join(" ");
}

function formulaText(text: string): string {
  return withPrefixes(text.replace(/^=/, ""));
}

function ruleElement(rule: ConditionalFormatData, p: string, styles: StyleSheet): XmlElement | null {
  let written: XmlElement;
  if (typeof rule.original === "string") written = parseXml(rule.original);
  else if (rule.formula === null) return null;
  else {
    written = element(`${p}cfRule`, { type: "expression", dxfId: addHighlight(styles, rule.format) }, [
      element(`${p}formula`, {}, [formulaText(rule.formula)]),
    ]);
  }
  written.attributes.set("priority", String(rule.priority));
  setOrDelete(written, "stopIfTrue", rule.stopIfTrue ? 1 : undefined);
  return written;
}

function writeConditionalFormats(
  root: XmlElement,
  before: SheetData | undefined,
  after: SheetData,
  styles: StyleSheet,
): void {
  if (!differ(before?.conditionalFormats ?? [], after.conditionalFormats)) return;
  const p = prefixOf(root);
  const blocks = after.conditionalFormats.flatMap((rule) => {
    const written = ruleElement(rule, p, styles);
    return written === null ? [] : [element(`${p}conditionalFormatting`, { sqref: sqref(rule.areas) }, [written])];
  });
  replaceSection(root, "conditionalFormatting", blocks);
}

function operandText(text: string, rule: ValidationData): string {
  if (text.startsWith("=")) return formulaText(text);
  return rule.type === "list" ? `"${text.replaceAll('"', '""')}"` : text;
}

function validationElement(rule: ValidationData, p: string): XmlElement {
  if (typeof rule.original === "string") {
    const kept = parseXml(rule.original);
    kept.attributes.set("sqref", sqref(rule.areas));
    return kept;
  }
  const text = (value: string): string | undefined => (value === "" ? undefined : encodeCellText(value));
  const written = element(`${p}dataValidation`, {
    type: rule.type === "any" ? undefined : rule.type,
    errorStyle: rule.error.style === "stop" ? undefined : rule.error.style,
    operator: rule.operator === "between" ? undefined : rule.operator,
    allowBlank: rule.ignoreBlanks ? 1 : undefined,
    showDropDown: rule.inCellDropDown ? undefined : 1,
    showInputMessage: rule.prompt.show ? 1 : undefined,
    showErrorMessage: rule.error.show ? 1 : undefined,
    errorTitle: text(rule.error.title),
    error: text(rule.error.message),
    promptTitle: text(rule.prompt.title),
    prompt: text(rule.prompt.message),
    sqref: sqref(rule.areas),
  });
  if (rule.formula1 !== null) written.children.push(element(`${p}formula1`, {}, [operandText(rule.formula1, rule)]));
  if (rule.formula2 !== null) written.children.push(element(`${p}formula2`, {}, [operandText(rule.formula2, rule)]));
  return written;
}

function writeValidations(root: XmlElement, before: SheetData | undefined, after: SheetData): void {
  if (!differ(before?.validations ?? [], after.validations)) return;
  const p = prefixOf(root);
  const rules = after.validations.filter((rule) => rule.areas.length > 0).map((rule) => validationElement(rule, p));
  replaceSection(
    root,
    "dataValidations",
    rules.length === 0 ? [] : [element(`${p}dataValidations`, { count: rules.length }, rules)],
  );
  // All rules stand in the one list now, also those that the file had in an extension: there they would count twice.
  const extensions = childNamed(root, "extLst");
  if (extensions === undefined) return;
  extensions.children = extensions.children.filter(
    (child) => typeof child === "string" || childNamed(child, "dataValidations") === undefined,
  );
  if (childrenNamed(extensions, "ext").length === 0) replaceSection(root, "extLst", []);
}

function writePageSetup(root: XmlElement, before: SheetData | undefined, after: SheetData): void {
  const was = before?.pageSetup ?? {};
  const now = after.pageSetup;
  const keys = ["orientation", "fitToWidth", "fitToHeight", "scale"] as const;
  if (keys.every((key) => was[key] === now[key])) return;
  const p = prefixOf(root);
  const setup = ownSection(root, "pageSetup");
  for (const key of keys) setOrDelete(setup, key, now[key]);
  const fits = now.fitToWidth !== undefined || now.fitToHeight !== undefined;
  const sheetPr = ownSection(root, "sheetPr");
  const page = childNamed(sheetPr, "pageSetUpPr") ?? element(`${p}pageSetUpPr`);
  if (!sheetPr.children.includes(page)) sheetPr.children.push(page);
  setOrDelete(page, "fitToPage", fits ? 1 : undefined);
}

function writeProtection(root: XmlElement, after: SheetData): void {
  const p = prefixOf(root);
  const current = isTrue(attribute(childNamed(root, "sheetProtection"), "sheet"));
  if (current === after.protected) return;
  const on = element(`${p}sheetProtection`, { sheet: 1, objects: 1, scenarios: 1 });
  replaceSection(root, "sheetProtection", after.protected ? [on] : []);
}

function writeAutoFilter(root: XmlElement, before: SheetData | undefined, after: SheetData): void {
  const now = after.autoFilter;
  if (!differ(before?.autoFilter ?? null, now)) return;
  const p = prefixOf(root);
  if (now === null) return replaceSection(root, "autoFilter", []);
  const filter = ownSection(root, "autoFilter");
  filter.attributes.set("ref", areaAddress(now.area));
  if (!now.filtered) filter.children = [];
  filter.name = `${p}autoFilter`;
}

/** Brings everything of a sheet but its cells and tables up to date; what did not change stays as it is in the file. */
export function writeSheetParts(
  root: XmlElement,
  before: SheetData | undefined,
  after: SheetData,
  book: BookData,
  styles: StyleSheet,
): void {
  writeDimension(root, after);
  writeView(root, before, after, after.name === book.activeSheet);
  writeColumns(root, before, after);
  writeProtection(root, after);
  writeAutoFilter(root, before, after);
  writeMerges(root, before, after);
  writeConditionalFormats(root, before, after, styles);
  writeValidations(root, before, after);
  writePageSetup(root, before, after);
}
