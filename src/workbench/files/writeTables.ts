import { areaAddress } from "../../domain/workbook/area";
import type { SheetData, TableColumnData, TableData } from "../data/bookData";
import { decodeCellText, encodeColumnName, withPrefixes } from "./cellText";
import { prefixOf } from "./styles";
import {
  attribute,
  childNamed,
  childrenNamed,
  element,
  localName,
  numberAttribute,
  textOf,
  type XmlElement,
} from "./xml";
import { setContentType } from "./contentTypes";
import { addRelation, freePath, removeRelations, writePart, type Parts } from "./zipPackage";
import { ownSection, replaceSection } from "./writeSheet";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

export interface TablePart {
  readonly path: string;
  readonly root: XmlElement;
}

/** Numbers for new tables: unique in the workbook. */
export type NextTableId = () => number;

/**
 * A calculated column's formula. Where the grid does not say, a column whose rows all hold the same formula about their own row
 * is one: Excel then fills it into every new row.
 */
function columnFormula(table: TableData, column: number, sheet: SheetData): string | undefined {
  const given = table.columns[column]?.formula;
  if (given !== undefined) return given;
  const first = table.area.row + (table.headerRow ? 1 : 0);
  const last = table.area.row + table.area.rows - (table.totalsRow ? 1 : 0);
  let formula: string | undefined;
  let rows = 0;
  for (const row of sheet.rows) {
    if (row.row < first || row.row >= last) continue;
    const cell = row.cells.find((other) => other.column === table.area.column + column);
    if (cell?.formula === undefined || (formula !== undefined && cell.formula !== formula)) return undefined;
    formula = cell.formula;
    rows++;
  }
  return rows === last - first && formula?.includes("[#This Row]") === true ? formula : undefined;
}

function replaceIn(parent: XmlElement, name: string, child: XmlElement | null, sequence: readonly string[]): void {
  parent.children = parent.children.filter((other) => typeof other === "string" || localName(other) !== name);
  if (child === null) return;
  const place = parent.children.findIndex(
    (other) => typeof other !== "string" && sequence.indexOf(localName(other)) > sequence.indexOf(name),
  );
  parent.children.splice(place === -1 ? parent.children.length : place, 0, child);
}

const columnSequence = ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"];

function writeColumn(
  kept: XmlElement | undefined,
  id: number,
  data: TableColumnData,
  formula: string | undefined,
  p: string,
): XmlElement {
  const column: XmlElement =
    kept === undefined
      ? element(`${p}tableColumn`, { id })
      : { ...kept, attributes: new Map(kept.attributes), children: [...kept.children] };
  column.attributes.set("name", encodeColumnName(data.name));
  const set = (name: string, value: string | undefined): void => {
    if (value === undefined) column.attributes.delete(name);
    else column.attributes.set(name, value);
  };
  set("totalsRowLabel", data.totalsLabel);
  set("totalsRowFunction", data.totalsFunction);
  const text = formula === undefined ? undefined : withPrefixes(formula.replace(/^=/, ""));
  if (text !== undefined && text !== textOf(childNamed(column, "calculatedColumnFormula"))) {
    replaceIn(column, "calculatedColumnFormula", element(`${p}calculatedColumnFormula`, {}, [text]), columnSequence);
  }
  return column;
}

const tableSequence = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

function filterArea(table: TableData): string {
  return areaAddress({ ...table.area, rows: table.area.rows - (table.totalsRow ? 1 : 0) });
}

function writeTable(root: XmlElement, table: TableData, sheet: SheetData): void {
  const p = prefixOf(root);
  if (attribute(root, "displayName") !== table.name) {
    root.attributes.set("name", table.name);
    root.attributes.set("displayName", table.name);
  }
  root.attributes.set("ref", areaAddress(table.area));
  if (table.headerRow) root.attributes.delete("headerRowCount");
  else root.attributes.set("headerRowCount", "0");
  if (table.totalsRow) root.attributes.set("totalsRowCount", "1");
  else {
    root.attributes.delete("totalsRowCount");
    if (!root.attributes.has("totalsRowShown")) root.attributes.set("totalsRowShown", "0");
  }
  const filter = childNamed(root, "autoFilter") ?? element(`${p}autoFilter`);
  filter.attributes.set("ref", filterArea(table));
  // What a filter hides is told by its columns; a filter that was taken off leaves only the buttons.
  if (!table.filtered)
    filter.children = filter.children.filter((child) => typeof child !== "string" && isButton(child));
  replaceIn(root, "autoFilter", table.filterButtons ? filter : null, tableSequence);

  const existing = childrenNamed(childNamed(root, "tableColumns"), "tableColumn");
  const byName = new Map(existing.map((column) => [decodeCellText(attribute(column, "name") ?? ""), column]));
  const renamedInPlace = existing.length === table.columns.length;
  let id = Math.max(0, ...existing.map((column) => numberAttribute(column, "id") ?? 0));
  const columns = table.columns.map((data, i) => {
    // A column that is found under its name, or else at its place, is the same column.
    const kept =
      byName.get(data.name) ??
      (renamedInPlace && existing[i] !== undefined && !isNamed(existing[i], table) ? existing[i] : undefined);
    if (kept === undefined) id++;
    return writeColumn(kept, id, data, columnFormula(table, i, sheet), p);
  });
  replaceIn(root, "tableColumns", element(`${p}tableColumns`, { count: columns.length }, columns), tableSequence);

  const style =
    childNamed(root, "tableStyleInfo") ??
    element(`${p}tableStyleInfo`, { showFirstColumn: 0, showLastColumn: 0, showColumnStripes: 0 });
  if (table.style === null) style.attributes.delete("name");
  else style.attributes.set("name", table.style);
  style.attributes.set("showRowStripes", table.bandedRows ? "1" : "0");
  replaceIn(root, "tableStyleInfo", style, tableSequence);
}

/** True for an entry of a filter that only says that a column shows no button. */
function isButton(column: XmlElement): boolean {
  return column.attributes.has("hiddenButton") && column.children.length === 0;
}

function isNamed(column: XmlElement, table: TableData): boolean {
  const name = decodeCellText(attribute(column, "name") ?? "");
  return table.columns.some((data) => data.name === name);
}

function nameKey(table: XmlElement): string {
  return (attribute(table, "displayName") ?? attribute(table, "name") ?? "").toLowerCase();
}

function firstCell(ref: string): string {
  return ref.split(":")[0] ?? ref;
}

function relationPrefix(root: XmlElement): string {
  for (const [name, value] of root.attributes) {
    if (name.startsWith("xmlns:") && value.endsWith("/officeDocument/2006/relationships")) return name.slice(6);
    if (name.startsWith("xmlns:") && value.endsWith("/officeDocument/relationships")) return name.slice(6);
  }
  root.attributes.set("xmlns:r", officeRelations);
  return "r";
}

/** Brings a sheet's tables up to date: its table parts, and the list of them in the sheet. */
export function writeTables(
  parts: Parts,
  sheetPath: string,
  sheetRoot: XmlElement,
  existing: readonly TablePart[],
  before: SheetData | undefined,
  after: SheetData,
  nextId: NextTableId,
): void {
  const untouched = JSON.stringify(before?.tables ?? []) === JSON.stringify(after.tables);
  if (
    untouched &&
    after.tables.every((table) =>
      table.columns.every(
        (_, i) => table.columns[i]?.formula !== undefined || columnFormula(table, i, after) === undefined,
      ),
    )
  )
    return;
  const left = new Set(existing);
  const take = (matches: (part: TablePart) => boolean): TablePart | undefined => {
    const found = [...left].find(matches);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const byName = after.tables.map((table) => take((part) => nameKey(part.root) === table.name.toLowerCase()));
  after.tables.forEach((table, i) => {
    // A renamed table stands where it stood.
    const corner = firstCell(areaAddress(table.area));
    const part = byName[i] ?? take((other) => firstCell(attribute(other.root, "ref") ?? "") === corner);
    if (part !== undefined) {
      writeTable(part.root, table, after);
      writePart(parts, part.path, part.root);
      return;
    }
    const root = element("table", { xmlns: main, id: nextId(), name: table.name, displayName: table.name });
    writeTable(root, table, after);
    const path = freePath(parts, "xl/tables/table", ".xml");
    writePart(parts, path, root);
    setContentType(parts, path, contentType);
    const relation = addRelation(parts, sheetPath, "table", path);
    const list = ownSection(sheetRoot, "tableParts");
    list.children.push(element(`${prefixOf(sheetRoot)}tablePart`, { [`${relationPrefix(sheetRoot)}:id`]: relation }));
  });
  for (const gone of left) removeTable(parts, sheetPath, sheetRoot, gone.path);
  const list = childNamed(sheetRoot, "tableParts");
  const count = childrenNamed(list, "tablePart").length;
  if (count === 0) replaceSection(sheetRoot, "tableParts", []);
  else list?.attributes.set("count", String(count));
}

function removeTable(parts: Parts, sheetPath: string, sheetRoot: XmlElement, path: string): void {
  const ids = new Set<string>();
  removeRelations(parts, sheetPath, (relation) => {
    if (relation.target !== path) return false;
    ids.add(relation.id);
    return true;
  });
  const list = childNamed(sheetRoot, "tableParts");
  if (list !== undefined) {
    list.children = list.children.filter(
      (child) => typeof child === "string" || ![...child.attributes.values()].some((id) => ids.has(id)),
    );
  }
  parts.delete(path);
  setContentType(parts, path, null);
}
