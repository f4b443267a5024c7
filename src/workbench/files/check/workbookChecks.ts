import {
  attribute,
  childNamed,
  childrenNamed,
  isTrue,
  numberAttribute,
  prefixedAttribute,
  textOf,
  type XmlElement,
} from "../xml";
import { readPart } from "../zipPackage";
import { readAddress } from "../../data/address";
import { repeated, type TellFinding } from "./finding";
import { isLegalName } from "./names";
import { isBeyond, type PackageFacts } from "./packageFacts";

function checkTabs({ workbook, workbookPath }: PackageFacts, tell: TellFinding): void {
  const sheets = childrenNamed(childNamed(workbook, "sheets"), "sheet");
  const say = (problem: string): void => tell(workbookPath, problem);
  for (const sheet of sheets) {
    const title = attribute(sheet, "name") ?? "";
    if (title === "" || title.length > 31 || /[[\]:*?/\\]|^'|'$/.test(title) || title.toLowerCase() === "history")
      say(`a sheet cannot be called “${title}”`);
    const id = numberAttribute(sheet, "sheetId") ?? 0;
    if (!Number.isInteger(id) || id < 1 || id > 65_534)
      say(`“${title}” has the number ${attribute(sheet, "sheetId") ?? ""}`);
  }
  for (const title of repeated(sheets.map((sheet) => (attribute(sheet, "name") ?? "").toLowerCase())))
    say(`two sheets are called “${title}”`);
  for (const id of repeated(sheets.map((sheet) => attribute(sheet, "sheetId") ?? "")))
    say(`two sheets have the number ${id}`);
  for (const id of repeated(sheets.map((sheet) => prefixedAttribute(sheet, "id") ?? "")))
    say(`two sheets have the part ${id}`);
  if (!sheets.some((sheet) => (attribute(sheet, "state") ?? "visible") === "visible")) say("no sheet can be seen");
  for (const view of childrenNamed(childNamed(workbook, "bookViews"), "workbookView"))
    for (const name of ["activeTab", "firstSheet"]) if (isBeyond(view, name, sheets.length)) say(`${name} is no sheet`);
}

/** References of a print area or of repeated rows and columns: addresses with a sheet, parted by commas. */
function isPrintReference(formula: string): boolean {
  return formula
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .every((one) => readAddress(one)?.sheet != null || one.includes("#REF!"));
}

function checkName(entry: XmlElement, tabs: number, say: (problem: string) => void): void {
  const name = attribute(entry, "name") ?? "";
  const builtIn = name.startsWith("_xlnm.");
  if (!isLegalName(builtIn ? name.slice(6) : name)) say(`“${name}” is no name`);
  if (isBeyond(entry, "localSheetId", tabs)) say(`“${name}” belongs to a sheet that there is not`);
  const formula = textOf(entry).trim();
  if (formula === "") say(`“${name}” stands for nothing`);
  if (/^_xlnm\.Print_(Area|Titles)$/.test(name)) {
    if (attribute(entry, "localSheetId") === undefined) say(`“${name}” belongs to no sheet`);
    if (formula !== "" && !/[()]/.test(formula) && !isPrintReference(formula))
      say(`“${name}” is no place on a sheet: ${formula}`);
  }
}

function checkNames({ workbook, workbookPath, sheets }: PackageFacts, tell: TellFinding): void {
  const entries = childrenNamed(childNamed(workbook, "definedNames"), "definedName");
  const tabs = childrenNamed(childNamed(workbook, "sheets"), "sheet").length;
  const say = (problem: string): void => tell(workbookPath, problem);
  for (const entry of entries) checkName(entry, tabs, say);
  const scoped = entries.map(
    (entry) => `${(attribute(entry, "name") ?? "").toLowerCase()}@${attribute(entry, "localSheetId") ?? ""}`,
  );
  for (const name of repeated(scoped)) say(`the name “${name}” is there twice`);
  const tables = sheets.flatMap((sheet) => sheet.tables);
  for (const { root, path } of tables) {
    const name = (attribute(root, "displayName") ?? "").toLowerCase();
    if (scoped.includes(`${name}@`)) tell(path, `a name of the workbook is called “${name}” too`);
  }
  for (const name of repeated(tables.map(({ root }) => (attribute(root, "displayName") ?? "").toLowerCase())))
    say(`two tables are called “${name}”`);
  for (const id of repeated(tables.map(({ root }) => attribute(root, "id") ?? "")))
    say(`two tables have the number ${id}`);
}

/** Numbers of one list of the styles that point into another. */
const pointers: readonly (readonly [list: string, entry: string, attribute: string, into: string])[] = [
  ["cellXfs", "xf", "fontId", "fonts"],
  ["cellXfs", "xf", "fillId", "fills"],
  ["cellXfs", "xf", "borderId", "borders"],
  ["cellXfs", "xf", "xfId", "cellStyleXfs"],
  ["cellStyleXfs", "xf", "fontId", "fonts"],
  ["cellStyleXfs", "xf", "fillId", "fills"],
  ["cellStyleXfs", "xf", "borderId", "borders"],
  ["cellStyles", "cellStyle", "xfId", "cellStyleXfs"],
];

function checkStyles({ styles, stylesPath }: PackageFacts, tell: TellFinding): void {
  if (styles === undefined || stylesPath === null) return;
  const say = (problem: string): void => tell(stylesPath, problem);
  const list = (name: string): XmlElement[] =>
    (childNamed(styles, name)?.children ?? []).filter((child) => typeof child !== "string");
  for (const name of ["fonts", "fills", "borders", "cellXfs"]) if (list(name).length === 0) say(`there are no ${name}`);
  for (const [from, entry, pointer, into] of pointers) {
    const limit = list(into).length;
    // Without styles of their own, formats point at the one that every workbook has.
    if (into === "cellStyleXfs" && limit === 0) continue;
    for (const element of childrenNamed(childNamed(styles, from), entry))
      if (isBeyond(element, pointer, limit))
        say(`${pointer} ${attribute(element, pointer) ?? ""} in ${from} is beyond the ${into}`);
  }
  const formats = childrenNamed(childNamed(styles, "numFmts"), "numFmt");
  for (const id of repeated(formats.map((format) => attribute(format, "numFmtId") ?? "")))
    say(`two number formats have the number ${id}`);
  for (const format of formats)
    if ((attribute(format, "formatCode") ?? "").length > 255) say("a number format is longer than 255 characters");
  const styleNames = list("cellStyles").map((style) => (attribute(style, "name") ?? "").toLowerCase());
  for (const name of repeated(styleNames)) say(`two cell styles are called “${name}”`);
}

/** The order of calculation may name no cell that has no formula. */
function checkCalculationChain(facts: PackageFacts, tell: TellFinding): void {
  const path = facts.relations.get(facts.workbookPath)?.find(({ type }) => type === "calcChain")?.target;
  const root = path === undefined ? null : readPart(facts.parts, path);
  if (path === undefined || root === null) return;
  const tabs = childrenNamed(childNamed(facts.workbook, "sheets"), "sheet");
  let sheetId = "1";
  for (const cell of childrenNamed(root, "c")) {
    sheetId = attribute(cell, "i") ?? sheetId;
    const title = attribute(
      tabs.find((tab) => attribute(tab, "sheetId") === sheetId),
      "name",
    );
    const place = readAddress(attribute(cell, "r") ?? "");
    const sheet = facts.sheets.find((one) => one.title === title);
    const found = place === null ? undefined : sheet?.cellAt(place.area.row, place.area.column);
    const inArray = isTrue(attribute(cell, "a"));
    if (!inArray && (found === undefined || found.formula === null))
      tell(path, `${attribute(cell, "r") ?? ""} of “${title ?? sheetId}” has no formula`);
  }
}

export function checkWorkbook(facts: PackageFacts, tell: TellFinding): void {
  checkTabs(facts, tell);
  checkNames(facts, tell);
  checkStyles(facts, tell);
  checkCalculationChain(facts, tell);
}
