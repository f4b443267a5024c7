import { parseAddress } from "../../domain/workbook/area";
import type { Language } from "../../domain/values/language";
import type {
  BookArea,
  BookData,
  BookValue,
  CellData,
  ColumnData,
  ConditionalFormatData,
  NameData,
  PageSetup,
  RowData,
  SheetData,
  TableColumnData,
  TableData,
  ValidationData,
  ValidationOperator,
  ValidationType,
} from "../data/bookData";
import { decodeCellText, withoutPrefixes } from "./cellText";
import { blankStyles } from "./blankPackage";
import { readCharts } from "./chartParts";
import { readThemeColors } from "./colors";
import { contentTypeOf } from "./contentTypes";
import { isDateFormat } from "./numberFormats";
import { FileRefused } from "./refusal";
import {
  cellsOf,
  createFormulaReader,
  parseRow,
  readCellValue,
  splitSheet,
  stringItemText,
  type SheetPart,
} from "./sheetPart";
import { completeStyles, readHighlight, readStyleSheet, type StyleSheet } from "./styles";
import {
  attribute,
  childNamed,
  childrenNamed,
  element,
  isTrue,
  numberAttribute,
  prefixedAttribute,
  serializeXml,
  textOf,
  type XmlElement,
} from "./xml";
import { readPart, readRelations, readText, unpack, type Parts, type Relation } from "./zipPackage";

/** Days between the two date systems: 1904-01-01 is 1,462 in the system that counts from 1900. */
const dateSystemShift = 1462;

/** What Excel takes a file for: it refuses one whose ending says otherwise. */
export type BookKind = "workbook" | "macros" | "template" | "macroTemplate";

const spreadsheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const macroTypes = "application/vnd.ms-excel";

/** What the main part of each kind is declared to be. */
export const mainTypes: Readonly<Record<BookKind, string>> = {
  workbook: `${spreadsheetTypes}.sheet.main+xml`,
  macros: `${macroTypes}.sheet.macroEnabled.main+xml`,
  template: `${spreadsheetTypes}.template.main+xml`,
  macroTemplate: `${macroTypes}.template.macroEnabled.main+xml`,
};

const addInType = `${macroTypes}.addin.macroEnabled.main+xml`;
const kinds: readonly BookKind[] = ["workbook", "macros", "template", "macroTemplate"];

/** Where things stand in a workbook's package. */
export interface PackageMap {
  readonly parts: Parts;
  readonly kind: BookKind;
  readonly workbookPath: string;
  readonly workbook: XmlElement;
  /** Worksheets in the order of their tabs; chart and dialog sheets are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly stringsPath: string | null;
  readonly strings: readonly string[];
  readonly stylesPath: string | null;
  readonly styles: StyleSheet;
  readonly date1904: boolean;
}

export interface SheetEntry {
  readonly title: string;
  readonly path: string;
  readonly visibility: SheetData["visibility"];
  /** Place among all tabs, chart sheets included: local names count by it. */
  readonly tab: number;
}

const spreadsheetNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function pathOf(relations: readonly Relation[], type: string): string | null {
  return relations.find((relation) => relation.type === type && !relation.external)?.target ?? null;
}

/** How many looks the cells of a file count on. */
function formatsSpokenOf(parts: Parts, sheets: readonly SheetEntry[]): number {
  let formats = 0;
  for (const { path } of sheets) {
    for (const [, place] of (readText(parts, path) ?? "").matchAll(/<[^<>]*?\s(?:s|style)="(\d+)"/g))
      formats = Math.max(formats, Number(place) + 1);
  }
  return formats;
}

function mainPathOf(parts: Parts): string {
  return pathOf(readRelations(parts, ""), "officeDocument") ?? "xl/workbook.xml";
}

function declaredKind(parts: Parts): BookKind {
  const type = contentTypeOf(parts, mainPathOf(parts));
  if (type === addInType) throw new FileRefused("excelAddIn");
  return kinds.find((kind) => mainTypes[kind] === type) ?? "workbook";
}

/** @throws {FileRefused} */
export function kindOf(bytes: Uint8Array): BookKind {
  return declaredKind(unpack(bytes));
}

/** @throws {FileRefused} */
export function mapPackage(bytes: Uint8Array, language: Language): PackageMap {
  const parts = unpack(bytes);
  const workbookPath = mainPathOf(parts);
  const workbook = readPart(parts, workbookPath);
  if (workbook === null) throw new FileRefused("notAWorkbook");
  const relations = readRelations(parts, workbookPath);
  const sheets: SheetEntry[] = [];
  childrenNamed(childNamed(workbook, "sheets"), "sheet").forEach((sheet, tab) => {
    const relation = relations.find((entry) => entry.id === prefixedAttribute(sheet, "id"));
    if (relation === undefined || relation.type !== "worksheet") return;
    const state = attribute(sheet, "state");
    const visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
    sheets.push({ title: attribute(sheet, "name") ?? `Sheet${tab + 1}`, path: relation.target, visibility, tab });
  });
  const themePath = pathOf(relations, "theme");
  const stylesPath = pathOf(relations, "styles");
  const ownStyles = stylesPath === null ? null : readPart(parts, stylesPath);
  const stylesRoot = ownStyles ?? blankStyles();
  completeStyles(stylesRoot, ownStyles === null ? formatsSpokenOf(parts, sheets) : 0);
  const stringsPath = pathOf(relations, "sharedStrings");
  const stringsRoot = stringsPath === null ? null : readPart(parts, stringsPath);
  return {
    parts,
    kind: declaredKind(parts),
    workbookPath,
    workbook,
    sheets,
    stringsPath,
    strings: childrenNamed(stringsRoot ?? undefined, "si").map(stringItemText),
    stylesPath,
    styles: readStyleSheet(
      stylesRoot,
      readThemeColors(themePath === null ? null : readPart(parts, themePath)),
      language,
    ),
    date1904: isTrue(attribute(childNamed(workbook, "workbookPr"), "date1904")),
  };
}

/** The part of a sheet; a part that is missing altogether reads as an empty sheet. */
export function sheetPartOf(map: PackageMap, sheet: SheetEntry): SheetPart {
  const text = readText(map.parts, sheet.path);
  return text === null
    ? { root: element("worksheet", { xmlns: spreadsheetNamespace }), rows: [] }
    : splitSheet(text, sheet.path);
}

/** Areas of a space-separated list such as `A2:B9 D4`; whole columns and rows are cut to the sheet's limits. */
function readAreas(sqref: string | undefined): BookArea[] {
  return (sqref ?? "").split(/\s+/).flatMap((address) => {
    const area = parseAddress(address) ?? wholeLines(address);
    return area === null ? [] : [area];
  });
}

function wholeLines(address: string): BookArea | null {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  if (columns !== null) return parseAddress(`${columns[1]}1:${columns[2]}1048576`);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  return rows === null ? null : parseAddress(`A${rows[1]}:XFD${rows[2]}`);
}

function readRows(map: PackageMap, sheet: SheetEntry, part: SheetPart, to1900: boolean): RowData[] {
  const readFormula = createFormulaReader();
  const dateFormats = map.styles.formats.map((format) => isDateFormat(format.numberFormat));
  const rows: RowData[] = [];
  for (const rowText of part.rows) {
    const row = parseRow(rowText, sheet.path);
    const cells: CellData[] = [];
    for (const { column, cell } of cellsOf(row)) {
      const format = numberAttribute(cell, "s") ?? 0;
      const formula = readFormula(cell, rowText.row, column);
      let value: BookValue | null = readCellValue(cell, map.strings);
      if (to1900 && typeof value === "number" && dateFormats[format] === true) value += dateSystemShift;
      if (value === null && formula === undefined && format === 0) continue;
      cells.push({
        column,
        value,
        ...(formula === undefined ? {} : { formula }),
        ...(format === 0 ? {} : { format }),
      });
    }
    const height = isTrue(attribute(row, "customHeight")) ? numberAttribute(row, "ht") : undefined;
    const hidden = isTrue(attribute(row, "hidden"));
    if (cells.length === 0 && height === undefined && !hidden) continue;
    rows.push({ row: rowText.row, cells, ...(height === undefined ? {} : { height }), ...(hidden ? { hidden } : {}) });
  }
  return rows.sort((a, b) => a.row - b.row);
}

/** Widths can be given for all 16,384 columns at once; the grid needs those in use and a few more. */
const columnsBeyondUse = 20;

function readColumns(root: XmlElement, rows: readonly RowData[]): ColumnData[] {
  const used = rows.reduce((most, row) => Math.max(most, row.cells.at(-1)?.column ?? 0), 0);
  const columns: ColumnData[] = [];
  for (const col of childrenNamed(childNamed(root, "cols"), "col")) {
    const first = (numberAttribute(col, "min") ?? 1) - 1;
    const last = Math.min((numberAttribute(col, "max") ?? first + 1) - 1, used + columnsBeyondUse);
    const width = numberAttribute(col, "width");
    const hidden = isTrue(attribute(col, "hidden"));
    for (let column = first; column <= last; column++) {
      columns.push({ column, ...(width === undefined ? {} : { width }), ...(hidden ? { hidden } : {}) });
    }
  }
  return columns.sort((a, b) => a.column - b.column);
}

function areaOf(root: XmlElement | undefined, name = "ref"): BookArea | null {
  return parseAddress(attribute(root, name) ?? "");
}

function readTable(root: XmlElement): TableData | null {
  const area = areaOf(root);
  if (area === null) return null;
  const filter = childNamed(root, "autoFilter");
  const style = childNamed(root, "tableStyleInfo");
  return {
    name: attribute(root, "displayName") ?? attribute(root, "name") ?? "",
    area,
    headerRow: attribute(root, "headerRowCount") !== "0",
    totalsRow: (numberAttribute(root, "totalsRowCount") ?? 0) > 0,
    filterButtons: filter !== undefined,
    bandedRows: isTrue(attribute(style, "showRowStripes")),
    style: attribute(style, "name") ?? null,
    columns: childrenNamed(childNamed(root, "tableColumns"), "tableColumn").map(readTableColumn),
    filtered: childrenNamed(filter, "filterColumn").some((column) => column.children.length > 0),
  };
}

function readTableColumn(column: XmlElement): TableColumnData {
  const formula = textOf(childNamed(column, "calculatedColumnFormula"));
  const label = attribute(column, "totalsRowLabel");
  const totals = attribute(column, "totalsRowFunction");
  return {
    name: decodeCellText(attribute(column, "name") ?? ""),
    ...(formula === "" ? {} : { formula: `=${withoutPrefixes(formula)}` }),
    ...(label === undefined ? {} : { totalsLabel: label }),
    ...(totals === undefined ? {} : { totalsFunction: totals }),
  };
}

/** Path and root of each table of a sheet. */
export function tablePartsOf(parts: Parts, sheetPath: string): { readonly path: string; readonly root: XmlElement }[] {
  return readRelations(parts, sheetPath).flatMap((relation) => {
    const root = relation.type === "table" ? readPart(parts, relation.target) : null;
    return root === null ? [] : [{ path: relation.target, root }];
  });
}

function readConditionalFormats(root: XmlElement, styles: StyleSheet): ConditionalFormatData[] {
  const rules: ConditionalFormatData[] = [];
  for (const block of childrenNamed(root, "conditionalFormatting")) {
    const areas = readAreas(attribute(block, "sqref"));
    for (const rule of childrenNamed(block, "cfRule")) {
      const type = attribute(rule, "type") ?? "";
      const formula = type === "expression" ? textOf(childNamed(rule, "formula")) : "";
      if (areas.length === 0) continue;
      rules.push({
        areas,
        priority: numberAttribute(rule, "priority") ?? rules.length + 1,
        stopIfTrue: isTrue(attribute(rule, "stopIfTrue")),
        type,
        formula: formula === "" ? null : `=${withoutPrefixes(formula)}`,
        format: type === "expression" ? readHighlight(styles, numberAttribute(rule, "dxfId")) : {},
        original: serializeXml(rule),
      });
    }
  }
  return rules.sort((a, b) => a.priority - b.priority);
}

const validationTypes: readonly ValidationType[] = ["list", "whole", "decimal", "date", "time", "textLength", "custom"];
const validationOperators: readonly ValidationOperator[] = [
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];

function operand(text: string, type: ValidationType): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const inline = /^"((?:[^"]|"")*)"$/.exec(trimmed);
  if (type === "list" && inline !== null) return (inline[1] ?? "").replaceAll('""', '"');
  if (/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(trimmed) && type !== "custom" && type !== "list") return trimmed;
  return `=${withoutPrefixes(trimmed)}`;
}

function shiftDates(text: string | null): string | null {
  return text === null || text.startsWith("=") ? text : String(Number(text) + dateSystemShift);
}

function readValidation(
  rule: XmlElement,
  sqref: string | undefined,
  first: string,
  second: string,
  to1900: boolean,
): ValidationData | null {
  const areas = readAreas(sqref);
  if (areas.length === 0) return null;
  const type = validationTypes.find((known) => known === attribute(rule, "type")) ?? "any";
  const style = attribute(rule, "errorStyle");
  const [formula1, formula2] = [operand(first, type), operand(second, type)];
  const dates = to1900 && type === "date";
  return {
    areas,
    type,
    operator: validationOperators.find((known) => known === attribute(rule, "operator")) ?? "between",
    formula1: dates ? shiftDates(formula1) : formula1,
    formula2: dates ? shiftDates(formula2) : formula2,
    ignoreBlanks: isTrue(attribute(rule, "allowBlank")),
    // The attribute says the opposite of its name: 1 hides the arrow.
    inCellDropDown: !isTrue(attribute(rule, "showDropDown")),
    error: {
      show: isTrue(attribute(rule, "showErrorMessage")),
      style: style === "warning" || style === "information" ? style : "stop",
      title: decodeCellText(attribute(rule, "errorTitle") ?? ""),
      message: decodeCellText(attribute(rule, "error") ?? ""),
    },
    prompt: {
      show: isTrue(attribute(rule, "showInputMessage")),
      title: decodeCellText(attribute(rule, "promptTitle") ?? ""),
      message: decodeCellText(attribute(rule, "prompt") ?? ""),
    },
    original: dates ? null : serializeXml(rule),
  };
}

/** Rules of a sheet. Excel keeps lists that stand on another sheet apart, in an extension. */
function readValidations(root: XmlElement, to1900: boolean): ValidationData[] {
  const rules = childrenNamed(childNamed(root, "dataValidations"), "dataValidation").map((rule) =>
    readValidation(
      rule,
      attribute(rule, "sqref"),
      textOf(childNamed(rule, "formula1")),
      textOf(childNamed(rule, "formula2")),
      to1900,
    ),
  );
  for (const extension of childrenNamed(childNamed(root, "extLst"), "ext")) {
    for (const rule of childrenNamed(childNamed(extension, "dataValidations"), "dataValidation")) {
      const inner = (name: string): string => textOf(childNamed(rule, name));
      const read = readValidation(rule, inner("sqref"), inner("formula1"), inner("formula2"), to1900);
      rules.push(read === null ? null : { ...read, original: null });
    }
  }
  return rules.filter((rule) => rule !== null);
}

function readPageSetup(root: XmlElement, names: readonly LocalName[]): PageSetup {
  const setup = childNamed(root, "pageSetup");
  const orientation = attribute(setup, "orientation");
  const scale = numberAttribute(setup, "scale");
  const fits = isTrue(attribute(childNamed(childNamed(root, "sheetPr"), "pageSetUpPr"), "fitToPage"));
  const printArea = parseAddress(names.find((name) => name.name === "_xlnm.Print_Area")?.formula ?? "");
  const titles = /(?:^|[!,])\$?(\d+):\$?(\d+)$/.exec(
    names.find((name) => name.name === "_xlnm.Print_Titles")?.formula ?? "",
  );
  return {
    ...(orientation === "portrait" || orientation === "landscape" ? { orientation } : {}),
    ...(fits
      ? {
          fitToWidth: numberAttribute(setup, "fitToWidth") ?? 1,
          fitToHeight: numberAttribute(setup, "fitToHeight") ?? 1,
        }
      : scale === null
        ? {}
        : { scale }),
    ...(printArea === null ? {} : { printArea }),
    ...(titles === null ? {} : { titleRows: [Number(titles[1]) - 1, Number(titles[2]) - 1] as const }),
  };
}

interface LocalName {
  readonly name: string;
  readonly formula: string;
  readonly tab: number | null;
  readonly element: XmlElement;
}

function readNames(workbook: XmlElement): LocalName[] {
  return childrenNamed(childNamed(workbook, "definedNames"), "definedName").map((entry) => ({
    name: attribute(entry, "name") ?? "",
    formula: textOf(entry).trim(),
    tab: numberAttribute(entry, "localSheetId") ?? null,
    element: entry,
  }));
}

/** Names that the file format keeps for itself: print areas, filters. */
export function isReservedName(name: string): boolean {
  return name.startsWith("_xlnm.") || name.startsWith("_xlfn") || name.startsWith("_xlws");
}

function readSheet(map: PackageMap, entry: SheetEntry, names: readonly LocalName[], to1900: boolean): SheetData {
  const part = sheetPartOf(map, entry);
  const { root } = part;
  const rows = readRows(map, entry, part, to1900);
  const view = childNamed(childNamed(root, "sheetViews"), "sheetView");
  const pane = childNamed(view, "pane");
  const frozen = attribute(pane, "state")?.startsWith("frozen") === true;
  const filter = childNamed(root, "autoFilter");
  const filterArea = areaOf(filter);
  return {
    origin: entry.path,
    name: entry.title,
    visibility: entry.visibility,
    rows,
    columns: readColumns(root, rows),
    merges: childrenNamed(childNamed(root, "mergeCells"), "mergeCell").flatMap((merge) => areaOf(merge) ?? []),
    frozenRows: frozen ? (numberAttribute(pane, "ySplit") ?? 0) : 0,
    frozenColumns: frozen ? (numberAttribute(pane, "xSplit") ?? 0) : 0,
    showGridlines: attribute(view, "showGridLines") !== "0" && attribute(view, "showGridLines") !== "false",
    protected: isTrue(attribute(childNamed(root, "sheetProtection"), "sheet")),
    autoFilter:
      filterArea === null
        ? null
        : { area: filterArea, filtered: childrenNamed(filter, "filterColumn").some((c) => c.children.length > 0) },
    pageSetup: readPageSetup(
      root,
      names.filter((name) => name.tab === entry.tab),
    ),
    tables: tablePartsOf(map.parts, entry.path).flatMap((table) => readTable(table.root) ?? []),
    conditionalFormats: readConditionalFormats(root, map.styles),
    validations: readValidations(root, to1900),
    charts: readCharts(map.parts, entry.path),
  };
}

/**
 * @param to1900 whether dates of a 1904 workbook are to be given as serials of the 1900 system
 * @param isWanted which sheets to read, by their titles; the others are left out
 */
export function readBook(map: PackageMap, to1900: boolean, isWanted: (title: string) => boolean): BookData {
  const names = readNames(map.workbook);
  const sheets = map.sheets
    .filter(({ title }) => isWanted(title))
    .map((entry) => readSheet(map, entry, names, to1900 && map.date1904));
  const activeTab =
    numberAttribute(childNamed(childNamed(map.workbook, "bookViews"), "workbookView"), "activeTab") ?? 0;
  const active = map.sheets.find((sheet) => sheet.tab === activeTab && sheet.visibility === "visible");
  const firstVisible = map.sheets.find((sheet) => sheet.visibility === "visible") ?? map.sheets[0];
  return {
    date1904: map.date1904 && !to1900,
    structureProtected: isTrue(attribute(childNamed(map.workbook, "workbookProtection"), "lockStructure")),
    sheets,
    activeSheet: active?.title ?? firstVisible?.title ?? "",
    names: names
      .filter((name) => !isReservedName(name.name) && name.formula !== "")
      .map((name): NameData => ({
        name: name.name,
        formula: `=${withoutPrefixes(name.formula)}`,
        sheet: name.tab === null ? null : (map.sheets.find((sheet) => sheet.tab === name.tab)?.title ?? null),
        visible: !isTrue(attribute(name.element, "hidden")),
        comment: attribute(name.element, "comment") ?? "",
      })),
    formats: map.styles.formats,
  };
}

export interface ReadXlsx {
  readonly book: BookData;
  readonly kind: BookKind;
  /** The file counted its dates from 1904; they were converted. */
  readonly was1904: boolean;
}

/** @throws {FileRefused} */
export function readXlsx(bytes: Uint8Array, language: Language): ReadXlsx {
  const map = mapPackage(bytes, language);
  if (map.sheets.length === 0) throw new FileRefused("noSheet");
  return { book: readBook(map, true, () => true), kind: map.kind, was1904: map.date1904 };
}
