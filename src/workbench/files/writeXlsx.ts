import { absoluteAddress, quoteSheet } from "../../domain/workbook/area";
import type { BookData, NameData, SheetData } from "../data/bookData";
import { blankPackage } from "./blankPackage";
import { completeContentTypes, contentTypeOf, setContentType } from "./contentTypes";
import { withPrefixes } from "./cellText";
import {
  isReservedName,
  mainTypes,
  mapPackage,
  readBook,
  sheetPartOf,
  tablePartsOf,
  type PackageMap,
  type SheetEntry,
} from "./readXlsx";
import { createFormatWriter, prefixOf } from "./styles";
import { createFormulaWriter, stringItem, writeRows, type CellContext } from "./writeCells";
import { cellLookup, writeCharts, type CellLookup } from "./writeCharts";
import { ownSection, writeSheetParts } from "./writeSheet";
import { writeTables, type NextTableId } from "./writeTables";
import {
  attribute,
  childNamed,
  childrenNamed,
  element,
  isTrue,
  localName,
  numberAttribute,
  serializeXml,
  textOf,
  xmlDeclaration,
  type XmlElement,
} from "./xml";
import {
  addRelation,
  bytesOfTexts,
  freePath,
  isPackage,
  pack,
  readRelations,
  readText,
  relationsPath,
  removeRelations,
  writeBytes,
  writePart,
  writeText,
} from "./zipPackage";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet of the workbook to write, with the sheet of the file that it was. */
interface Pair {
  readonly after: SheetData;
  readonly entry: SheetEntry | undefined;
  readonly before: SheetData | undefined;
}

function pairSheets(map: PackageMap, before: BookData, book: BookData): Pair[] {
  const left = new Map(map.sheets.map((entry, i) => [entry, before.sheets[i]]));
  const taken = (find: (entry: SheetEntry) => boolean): SheetEntry | undefined => [...left.keys()].find(find);
  const byOrigin = book.sheets.map((sheet) => {
    const entry = sheet.origin === undefined ? undefined : taken((other) => other.path === sheet.origin);
    const old = entry === undefined ? undefined : left.get(entry);
    if (entry !== undefined) left.delete(entry);
    return { after: sheet, entry, before: old };
  });
  return byOrigin.map((pair) => {
    if (pair.entry !== undefined) return pair;
    const entry = taken((other) => other.title === pair.after.name);
    const old = entry === undefined ? undefined : left.get(entry);
    if (entry !== undefined) left.delete(entry);
    return { ...pair, entry, before: old };
  });
}

function createStrings(map: PackageMap): {
  readonly indexOf: (text: string) => number;
  readonly added: readonly string[];
} {
  // Only texts without formatted runs and reading aids may be shared by further cells; adding one twice does no harm.
  const known = new Map<string, number>();
  const added: string[] = [];
  return {
    added,
    indexOf: (text) => {
      const place = known.get(text) ?? map.strings.length + added.length;
      if (!known.has(text)) {
        known.set(text, place);
        added.push(text);
      }
      return place;
    },
  };
}

function writeStrings(map: PackageMap, added: readonly string[]): void {
  if (added.length === 0) return;
  const { parts } = map;
  const path = map.stringsPath ?? freePath(parts, "xl/sharedStrings", ".xml");
  const text = (map.stringsPath === null ? null : readText(parts, path)) ?? `<sst xmlns="${main}"></sst>`;
  const tag = /<((?:[\w.-]+:)?)sst\b[^>]*>/.exec(text);
  const p = tag?.[1] ?? "";
  const items = added.map((item) => stringItem(item, p)).join("");
  // The list is put together as text: it may hold a hundred thousand entries that nobody needs as elements.
  const opened = text
    .replace(/<((?:[\w.-]+:)?)sst\b([^>]*?)\/>/, "<$1sst$2></$1sst>")
    .replace(/(<(?:[\w.-]+:)?sst\b[^>]*?)\s(?:count="\d*"\s*|uniqueCount="\d*"\s*)+/, "$1 ");
  const end = opened.lastIndexOf(`</${p}sst>`);
  writeText(parts, path, opened.slice(0, end) + items + opened.slice(end));
  if (map.stringsPath === null) {
    setContentType(parts, path, `${types}.sharedStrings+xml`);
    addRelation(parts, map.workbookPath, "sharedStrings", path);
  }
}

function writeStyles(map: PackageMap): void {
  const path = map.stylesPath ?? freePath(map.parts, "xl/styles", ".xml");
  // A file may also speak of styles that it does not have.
  if (!map.parts.has(path)) setContentType(map.parts, path, `${types}.styles+xml`);
  writePart(map.parts, path, map.styles.root);
  if (map.stylesPath === null) {
    addRelation(map.parts, map.workbookPath, "styles", path);
  }
}

function writeSheet(
  map: PackageMap,
  pair: Pair,
  path: string,
  before: BookData,
  book: BookData,
  context: CellContext,
  nextTableId: NextTableId,
  look: CellLookup,
): void {
  const part =
    pair.entry === undefined
      ? { root: element("worksheet", { xmlns: main, "xmlns:r": officeRelations }), rows: [] }
      : sheetPartOf(map, pair.entry);
  const { root } = part;
  const p = prefixOf(root);
  ownSection(root, "sheetData").children = [];
  const rows = bytesOfTexts(
    writeRows(part.rows, path, { book: before, sheet: pair.before }, { book, sheet: pair.after }, p, context),
  );
  writeSheetParts(root, pair.before, pair.after, book, map.styles);
  const tables = pair.entry === undefined ? [] : tablePartsOf(map.parts, path);
  writeTables(map.parts, path, root, tables, pair.before, pair.after, nextTableId);
  writeCharts(map.parts, path, root, pair.after.charts, look);
  const xml = serializeXml(root);
  const empty = `<${p}sheetData/>`;
  const at = xml.indexOf(empty);
  writeBytes(map.parts, path, [
    ...bytesOfTexts([`${xmlDeclaration}${xml.slice(0, at)}<${p}sheetData>`]),
    ...rows,
    ...bytesOfTexts([`</${p}sheetData>${xml.slice(at + empty.length)}`]),
  ]);
}

function removeSheet(map: PackageMap, entry: SheetEntry): void {
  for (const relation of readRelations(map.parts, entry.path)) {
    if (relation.type !== "table" && relation.type !== "comments") continue;
    map.parts.delete(relation.target);
    setContentType(map.parts, relation.target, null);
  }
  removeRelations(map.parts, map.workbookPath, (relation) => relation.target === entry.path);
  map.parts.delete(entry.path);
  map.parts.delete(relationsPath(entry.path));
  setContentType(map.parts, entry.path, null);
}

/** Puts the tabs in order. Chart sheets, which the grid does not know, keep their place. Gives each old tab its new place. */
function writeTabs(map: PackageMap, pairs: readonly Pair[], paths: readonly string[]): Map<number, number> {
  const p = prefixOf(map.workbook);
  const list = ownIn(map.workbook, "sheets", workbookOrder);
  const old = childrenNamed(list, "sheet");
  const worksheets = new Set(map.sheets.map((entry) => entry.tab));
  let sheetId = Math.max(0, ...old.map((sheet) => numberAttribute(sheet, "sheetId") ?? 0));
  const tabs = pairs.map((pair, i): { readonly sheet: XmlElement; readonly tab: number | null } => {
    const sheet = pair.entry === undefined ? element(`${p}sheet`) : old[pair.entry.tab];
    if (sheet === undefined) throw new Error("a sheet of the file has no tab");
    sheet.attributes.set("name", pair.after.name);
    if (pair.after.visibility === "visible") sheet.attributes.delete("state");
    else sheet.attributes.set("state", pair.after.visibility);
    if (pair.entry === undefined) {
      sheet.attributes.set("sheetId", String(++sheetId));
      sheet.attributes.set(
        `${relationPrefixOf(map.workbook)}:id`,
        addRelation(map.parts, map.workbookPath, "worksheet", paths[i] ?? ""),
      );
    }
    return { sheet, tab: pair.entry?.tab ?? null };
  });
  old.forEach((sheet, tab) => {
    if (!worksheets.has(tab)) tabs.splice(Math.min(tab, tabs.length), 0, { sheet, tab });
  });
  list.children = tabs.map(({ sheet }) => sheet);
  return new Map(tabs.flatMap(({ tab }, place) => (tab === null ? [] : [[tab, place]])));
}

function relationPrefixOf(root: XmlElement): string {
  for (const [name, value] of root.attributes)
    if (name.startsWith("xmlns:") && value.endsWith("/relationships")) return name.slice(6);
  root.attributes.set("xmlns:r", officeRelations);
  return "r";
}

const workbookOrder =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );

function ownIn(root: XmlElement, name: string, order: readonly string[]): XmlElement {
  const existing = childNamed(root, name);
  if (existing !== undefined) return existing;
  const added = element(prefixOf(root) + name);
  const place = root.children.findIndex(
    (child) => typeof child !== "string" && order.indexOf(localName(child)) > order.indexOf(name),
  );
  root.children.splice(place === -1 ? root.children.length : place, 0, added);
  return added;
}

function pageNames(pair: Pair, tab: number, p: string): XmlElement[] {
  const { printArea, titleRows } = pair.after.pageSetup;
  const name = (key: string, formula: string): XmlElement =>
    element(`${p}definedName`, { name: key, localSheetId: tab }, [formula]);
  return [
    ...(printArea === undefined ? [] : [name("_xlnm.Print_Area", absoluteAddress(pair.after.name, printArea))]),
    ...(titleRows === undefined
      ? []
      : [name("_xlnm.Print_Titles", `${quoteSheet(pair.after.name)}!$${titleRows[0] + 1}:$${titleRows[1] + 1}`)]),
  ];
}

function samePageNames(pair: Pair): boolean {
  const pick = (sheet: SheetData | undefined): string =>
    JSON.stringify([sheet?.pageSetup.printArea, sheet?.pageSetup.titleRows]);
  return pair.before !== undefined && pair.before.name === pair.after.name && pick(pair.before) === pick(pair.after);
}

function writeNames(
  map: PackageMap,
  pairs: readonly Pair[],
  before: BookData,
  book: BookData,
  tabs: ReadonlyMap<number, number>,
): void {
  const p = prefixOf(map.workbook);
  const old = childrenNamed(childNamed(map.workbook, "definedNames"), "definedName");
  const places = new Map(
    childrenNamed(childNamed(map.workbook, "sheets"), "sheet").map((sheet, place) => [
      attribute(sheet, "name") ?? "",
      place,
    ]),
  );
  const written: XmlElement[] = [];
  const repaged = new Set(pairs.filter((pair) => !samePageNames(pair)).map((pair) => pair.entry?.tab));
  for (const entry of old) {
    const tab = numberAttribute(entry, "localSheetId");
    const name = attribute(entry, "name") ?? "";
    // Names without a formula are damaged and cannot be shown; they stay as they are.
    if (!isReservedName(name) && textOf(entry).trim() !== "") continue;
    if (tab !== undefined && !tabs.has(tab)) continue;
    if ((name === "_xlnm.Print_Area" || name === "_xlnm.Print_Titles") && repaged.has(tab)) continue;
    if (
      name === "_xlnm._FilterDatabase" &&
      pairs.some(
        (pair) => pair.entry?.tab === tab && pair.before?.autoFilter !== null && pair.after.autoFilter === null,
      )
    )
      continue;
    if (tab !== undefined) entry.attributes.set("localSheetId", String(tabs.get(tab) ?? tab));
    written.push(entry);
  }
  for (const pair of pairs) {
    if (!samePageNames(pair)) written.push(...pageNames(pair, places.get(pair.after.name) ?? 0, p));
  }
  const key = (name: NameData): string =>
    JSON.stringify([name.name, name.formula, name.sheet, name.visible, name.comment]);
  const unchanged = new Map<string, XmlElement>();
  const readable = old.filter(
    (entry) => !isReservedName(attribute(entry, "name") ?? "") && textOf(entry).trim() !== "",
  );
  before.names.forEach((name, i) => {
    const entry = readable[i];
    if (entry !== undefined) unchanged.set(key(name), entry);
  });
  for (const name of book.names) {
    const place = name.sheet === null ? undefined : places.get(name.sheet);
    if (name.sheet !== null && place === undefined) continue;
    const entry =
      unchanged.get(key(name)) ??
      element(
        `${p}definedName`,
        {
          name: name.name,
          comment: name.comment === "" ? undefined : name.comment,
          hidden: name.visible ? undefined : 1,
        },
        [withPrefixes(name.formula.replace(/^=/, ""))],
      );
    if (place === undefined) entry.attributes.delete("localSheetId");
    else entry.attributes.set("localSheetId", String(place));
    written.push(entry);
  }
  map.workbook.children = map.workbook.children.filter(
    (child) => typeof child === "string" || localName(child) !== "definedNames",
  );
  if (written.length > 0) ownIn(map.workbook, "definedNames", workbookOrder).children = written;
}

function writeWorkbook(map: PackageMap, book: BookData, places: readonly string[]): void {
  const p = prefixOf(map.workbook);
  const views = ownIn(map.workbook, "bookViews", workbookOrder);
  const view = childNamed(views, "workbookView") ?? element(`${p}workbookView`);
  if (!views.children.includes(view)) views.children.push(view);
  const active = Math.max(0, places.indexOf(book.activeSheet));
  view.attributes.set("activeTab", String(active));
  if ((numberAttribute(view, "firstSheet") ?? 0) > active) view.attributes.delete("firstSheet");
  const properties = childNamed(map.workbook, "workbookPr");
  if (!book.date1904 && isTrue(attribute(properties, "date1904"))) properties?.attributes.delete("date1904");
  // The results in the file are the workbench's; Excel works out its own when it opens the file. Not where formulas read other workbooks:
  // some functions can do that only while those are open, and what was worked out then would be gone.
  if (childNamed(map.workbook, "externalReferences") === undefined)
    ownIn(map.workbook, "calcPr", workbookOrder).attributes.set("fullCalcOnLoad", "1");
  writePart(map.parts, map.workbookPath, map.workbook);
  // What was made out of a template is a workbook; macros stay where there were any.
  const kind = map.kind === "macros" || map.kind === "macroTemplate" ? "macros" : "workbook";
  if (contentTypeOf(map.parts, map.workbookPath) !== mainTypes[kind])
    setContentType(map.parts, map.workbookPath, mainTypes[kind]);
}

/** The order of calculation refers to cells by address; Excel makes a new one when it is missing, and complains when it is wrong. */
function removeCalculationChain(map: PackageMap): void {
  for (const relation of readRelations(map.parts, map.workbookPath)) {
    if (relation.type !== "calcChain") continue;
    map.parts.delete(relation.target);
    setContentType(map.parts, relation.target, null);
  }
  removeRelations(map.parts, map.workbookPath, (relation) => relation.type === "calcChain");
}

/**
 * Writes a workbook into the package it was read from: only what changed is touched, so that everything the grid does not know
 * (comments, pictures, charts, pivot tables, print settings) stays as it was.
 * @param original bytes of the .xlsx it was opened from; null, or a .csv file's bytes, for a new package
 */
export function writeXlsx(book: BookData, original: Uint8Array | null): Uint8Array {
  const map = mapPackage(original !== null && isPackage(original) ? original : pack(blankPackage()), "en");
  const before = readBook(map, false, () => true);
  const pairs = pairSheets(map, before, book);
  const strings = createStrings(map);
  const context: CellContext = {
    stringIndex: strings.indexOf,
    formatIndex: createFormatWriter(map.styles),
    fileFormula: createFormulaWriter(),
  };
  let tableId = 0;
  for (const entry of map.sheets) {
    for (const table of tablePartsOf(map.parts, entry.path))
      tableId = Math.max(tableId, numberAttribute(table.root, "id") ?? 0);
  }
  for (const entry of map.sheets) if (!pairs.some((pair) => pair.entry === entry)) removeSheet(map, entry);
  const look = cellLookup(book);
  const paths = pairs.map((pair) => {
    const path = pair.entry?.path ?? freePath(map.parts, "xl/worksheets/sheet", ".xml");
    writeSheet(map, pair, path, before, book, context, () => ++tableId, look);
    if (pair.entry === undefined) setContentType(map.parts, path, `${types}.worksheet+xml`);
    return path;
  });
  writeStrings(map, strings.added);
  writeStyles(map);
  const tabs = writeTabs(map, pairs, paths);
  writeNames(map, pairs, before, book, tabs);
  const titles = childrenNamed(childNamed(map.workbook, "sheets"), "sheet").map(
    (sheet) => attribute(sheet, "name") ?? "",
  );
  writeWorkbook(map, book, titles);
  removeCalculationChain(map);
  completeContentTypes(map.parts);
  return pack(map.parts);
}
