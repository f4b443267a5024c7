import { areaAddress, type Area } from "../../../domain/workbook/area";
import { decodeCellText } from "../cellText";
import { attribute, childNamed, childrenNamed, numberAttribute, textOf, type XmlElement } from "../xml";
import { repeated, type TellFinding } from "./finding";
import type { FormulaJudge } from "./formulaChecks";
import { isLegalName } from "./names";
import { allElements, isBeyond, type PackageFacts, type SheetFacts } from "./packageFacts";
import { areaOf, checkFilter } from "./sheetChecks";

type Say = (problem: string) => void;

interface TableShape {
  readonly root: XmlElement;
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly columns: readonly XmlElement[];
}

const textTypes: readonly string[] = ["s", "str", "inlineStr"];
const nameOf = (column: XmlElement): string => decodeCellText(attribute(column, "name") ?? "");

function checkShape({ root, area, headerRows, totalsRows, columns }: TableShape, say: Say): void {
  for (const name of ["name", "displayName"])
    if (!isLegalName(attribute(root, name) ?? "")) say(`a table cannot be called “${attribute(root, name) ?? ""}”`);
  if ((numberAttribute(root, "id") ?? 0) < 1) say("the table has no number");
  if (area.rows < headerRows + totalsRows + 1) say(`${areaAddress(area)} has no row for data`);
  if (columns.length !== area.columns) say(`${columns.length} columns are listed for ${areaAddress(area)}`);
  const count = numberAttribute(childNamed(root, "tableColumns"), "count");
  if (count !== undefined && count !== columns.length) say(`count says ${count} for ${columns.length} columns`);
  const filter = childNamed(root, "autoFilter");
  const filtered = areaAddress({ ...area, rows: area.rows - totalsRows });
  const ref = areaOf(filter);
  if (filter !== undefined && (ref === null || areaAddress(ref) !== filtered))
    say(`its filter is on ${attribute(filter, "ref") ?? ""} in place of ${filtered}`);
  if (filter !== undefined && headerRows === 0) say("it has a filter but no header row");
  checkFilter(filter, say);
}

function checkColumns({ columns }: TableShape, say: Say): void {
  for (const column of columns) {
    const name = nameOf(column);
    if (name === "" || name.length > 255) say(`a column cannot be called “${name}”`);
    if ((numberAttribute(column, "id") ?? 0) < 1) say(`the column “${name}” has no number`);
  }
  for (const name of repeated(columns.map((column) => nameOf(column).toLowerCase())))
    say(`two columns are called “${name}”`);
  for (const id of repeated(columns.map((column) => attribute(column, "id") ?? "")))
    say(`two columns have the number ${id}`);
}

/** The names of the columns are the texts of the header cells, to the letter. */
function checkHeaders({ area, headerRows, columns }: TableShape, sheet: SheetFacts, say: Say): void {
  if (headerRows === 0) return;
  columns.forEach((column, i) => {
    const cell = sheet.cellAt(area.row, area.column + i);
    const text = cell?.type === "str" ? decodeCellText(cell.value ?? "") : (cell?.value ?? "");
    const name = nameOf(column);
    if (cell === undefined || !textTypes.includes(cell.type)) say(`the header of “${name}” is no text`);
    else if (text.replaceAll("\r\n", "\n") !== name.replaceAll("\r\n", "\n"))
      say(`the header of “${name}” says “${text}”`);
    if (cell !== undefined && cell.formula !== null) say(`the header of “${name}” is a formula`);
  });
}

function checkTotals(
  { area, totalsRows, columns }: TableShape,
  sheet: SheetFacts,
  judge: FormulaJudge,
  say: Say,
): void {
  columns.forEach((column, i) => {
    const label = attribute(column, "totalsRowLabel");
    const custom = childNamed(column, "totalsRowFormula");
    if (attribute(column, "totalsRowFunction") === "custom" && custom === undefined)
      say(`the total of “${nameOf(column)}” has no formula`);
    const problem = custom === undefined ? null : judge(textOf(custom).trim());
    if (problem !== null) say(`total of “${nameOf(column)}”: ${problem}`);
    if (totalsRows === 0 || label === undefined) return;
    const cell = sheet.cellAt(area.row + area.rows - 1, area.column + i);
    if ((cell?.value ?? "") !== decodeCellText(label))
      say(`the total row says “${cell?.value ?? ""}” in place of “${label}”`);
  });
}

/** What Excel fills into a new row: judged by itself, and against what the rows hold where they all hold the same. */
function checkCalculated(
  { area, headerRows, totalsRows, columns }: TableShape,
  sheet: SheetFacts,
  judge: FormulaJudge,
  say: Say,
): void {
  columns.forEach((column, i) => {
    const element = childNamed(column, "calculatedColumnFormula");
    if (element === undefined) return;
    const formula = textOf(element).trim();
    const problem = formula === "" ? "the formula is blank" : judge(formula);
    if (problem !== null) say(`column “${nameOf(column)}”: ${problem}`);
    const first = area.row + headerRows;
    const inCells = new Set(
      Array.from(
        { length: area.rows - headerRows - totalsRows },
        (_, r) => sheet.cellAt(first + r, area.column + i)?.formula ?? null,
      ),
    );
    const [only] = inCells;
    if (inCells.size === 1 && only && only.trim() !== formula && only.includes("[#This Row]"))
      say(`column “${nameOf(column)}” would fill ${formula}, but its rows hold ${only}`);
  });
}

function checkLooks({ root }: TableShape, facts: PackageFacts, say: Say): void {
  for (const element of allElements(root))
    for (const name of element.attributes.keys())
      if (/DxfId$/i.test(name) && isBeyond(element, name, facts.highlights))
        say(`there is no look ${attribute(element, name) ?? ""} for ${name}`);
}

/** The sheet lists its tables, and each of its tables is on the list. */
function checkList(sheet: SheetFacts, tell: TellFinding): void {
  const listed = childrenNamed(childNamed(sheet.root, "tableParts"), "tablePart").length;
  if (listed !== sheet.tables.length) tell(sheet.path, `it lists ${listed} tables and has ${sheet.tables.length}`);
}

export function checkTables(facts: PackageFacts, sheet: SheetFacts, judge: FormulaJudge, tell: TellFinding): void {
  checkList(sheet, tell);
  for (const { path, root } of sheet.tables) {
    const say: Say = (problem) => tell(path, problem);
    const area = areaOf(root);
    if (area === null) {
      say(`the table stands on “${attribute(root, "ref") ?? ""}”`);
      continue;
    }
    const shape: TableShape = {
      root,
      area,
      headerRows: numberAttribute(root, "headerRowCount") ?? 1,
      totalsRows: numberAttribute(root, "totalsRowCount") ?? 0,
      columns: childrenNamed(childNamed(root, "tableColumns"), "tableColumn"),
    };
    checkShape(shape, say);
    checkColumns(shape, say);
    checkHeaders(shape, sheet, say);
    checkTotals(shape, sheet, judge, say);
    checkCalculated(shape, sheet, judge, say);
    checkLooks(shape, facts, say);
  }
}
