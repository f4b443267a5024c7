import { areaAddress, intersect, sheetLimits, type Area } from "../../../domain/workbook/area";
import { readAddress } from "../../data/address";
import { decodeCellText } from "../cellText";
import { attribute, childNamed, childrenNamed, numberAttribute, textOf, type XmlElement } from "../xml";
import { checkCells } from "./cellChecks";
import { repeated, type TellFinding } from "./finding";
import type { FormulaJudge } from "./formulaChecks";
import { outlineFormula } from "../../data/formulaOutline";
import { isBeyond, type PackageFacts, type SheetFacts } from "./packageFacts";

type Say = (problem: string) => void;

export function areaOf(element: XmlElement | undefined, name = "ref"): Area | null {
  return readAddress(attribute(element, name) ?? "")?.area ?? null;
}

function checkColumns({ root }: SheetFacts, facts: PackageFacts, say: Say): void {
  const list = childNamed(root, "cols");
  if (list !== undefined && list.children.length === 0) say("the list of columns is empty");
  let last = 0;
  for (const col of childrenNamed(list, "col")) {
    const [min, max] = [numberAttribute(col, "min") ?? 0, numberAttribute(col, "max") ?? 0];
    if (min <= last) say(`columns ${min} to ${max} do not follow those before them`);
    if (min < 1 || max < min || max > sheetLimits.columns) say(`there are no columns ${min} to ${max}`);
    const width = numberAttribute(col, "width") ?? 0;
    if (width < 0 || width > 255) say(`columns ${min} to ${max} are ${width} characters wide`);
    if (facts.styles !== undefined && isBeyond(col, "style", facts.formats))
      say(`columns ${min} to ${max} have a format that there is not`);
    last = Math.max(last, max);
  }
}

/** Pairs of areas that meet, told by the first of each two; sorted by rows, so that not each is held against all. */
function meeting(areas: readonly Area[]): (readonly [Area, Area])[] {
  const pairs: (readonly [Area, Area])[] = [];
  let open: Area[] = [];
  for (const area of [...areas].sort((a, b) => a.row - b.row)) {
    open = open.filter((other) => other.row + other.rows > area.row);
    for (const other of open) if (intersect(other, area) !== null) pairs.push([other, area]);
    open.push(area);
  }
  return pairs;
}

function checkOverlaps({ root, tables }: SheetFacts, say: Say): void {
  const list = childNamed(root, "mergeCells");
  if (list !== undefined && list.children.length === 0) say("the list of merged cells is empty");
  const merges: Area[] = [];
  for (const merge of childrenNamed(list, "mergeCell")) {
    const area = areaOf(merge);
    if (area === null || area.rows * area.columns < 2) say(`“${attribute(merge, "ref") ?? ""}” cannot be merged`);
    else merges.push(area);
  }
  const areas = tables.flatMap(({ root: table }) => areaOf(table) ?? []);
  const filter = areaOf(childNamed(root, "autoFilter"));
  for (const [a, b] of meeting(merges)) say(`the merged cells ${areaAddress(a)} and ${areaAddress(b)} meet`);
  for (const [a, b] of meeting(areas)) say(`the tables ${areaAddress(a)} and ${areaAddress(b)} meet`);
  for (const area of areas) {
    const merge = merges.find((other) => intersect(other, area) !== null);
    if (merge !== undefined) say(`the merged cells ${areaAddress(merge)} meet the table ${areaAddress(area)}`);
    if (filter !== null && intersect(filter, area) !== null)
      say(`the sheet's filter meets the table ${areaAddress(area)}`);
  }
}

export function checkFilter(filter: XmlElement | undefined, say: Say): void {
  if (filter === undefined) return;
  const area = areaOf(filter);
  if (area === null) return say(`a filter is on “${attribute(filter, "ref") ?? ""}”`);
  const columns = childrenNamed(filter, "filterColumn");
  for (const column of columns)
    if (isBeyond(column, "colId", area.columns)) say(`the filter has no column ${attribute(column, "colId") ?? ""}`);
  for (const id of repeated(columns.map((column) => attribute(column, "colId") ?? "")))
    say(`the filter's column ${id} is there twice`);
}

function checkSquares(element: XmlElement, text: string | undefined, say: Say): void {
  const squares = (text ?? "").trim().split(/\s+/);
  const wrong = squares.find((square) => readAddress(square) === null);
  if (wrong !== undefined) say(`<${element.name}> holds for “${wrong}”`);
}

/** Formulas of rules take no references to tables and no lists in braces: Excel throws such rules away. */
function ruleProblem(formula: string, judge: FormulaJudge): string | null {
  const problem = judge(formula);
  if (problem !== null) return problem;
  const { tables, bare } = outlineFormula(formula);
  if (tables.length > 0) return "a rule's formula refers to a table";
  return bare.includes("{") ? "a rule's formula holds a list in braces" : null;
}

/** How many formulas each type of conditional format has. */
const formulasOfTypes: Readonly<Record<string, number>> = {
  expression: 1,
  containsText: 1,
  notContainsText: 1,
  beginsWith: 1,
  endsWith: 1,
  containsBlanks: 1,
  containsErrors: 1,
};

function checkHighlights({ root }: SheetFacts, facts: PackageFacts, judge: FormulaJudge, say: Say): void {
  const priorities: string[] = [];
  for (const block of childrenNamed(root, "conditionalFormatting")) {
    checkSquares(block, attribute(block, "sqref"), say);
    const rules = childrenNamed(block, "cfRule");
    if (rules.length === 0) say(`a conditional format of ${attribute(block, "sqref") ?? ""} has no rule`);
    for (const rule of rules) {
      const priority = attribute(rule, "priority") ?? "";
      priorities.push(priority);
      if (!/^[1-9]\d*$/.test(priority)) say(`a conditional format has the priority “${priority}”`);
      if (isBeyond(rule, "dxfId", facts.highlights))
        say(`there is no look ${attribute(rule, "dxfId") ?? ""} for a conditional format`);
      const formulas = childrenNamed(rule, "formula").map((formula) => textOf(formula).trim());
      const wanted = formulasOfTypes[attribute(rule, "type") ?? ""];
      if (wanted !== undefined && formulas.length !== wanted)
        say(`a conditional format has ${formulas.length} formulas in place of ${wanted}`);
      for (const formula of formulas) {
        const problem = formula === "" ? "the formula is blank" : ruleProblem(formula, judge);
        if (problem !== null) say(`conditional format of ${attribute(block, "sqref") ?? ""}: ${problem}`);
      }
    }
  }
  for (const priority of repeated(priorities)) say(`two conditional formats have the priority ${priority}`);
}

/** Excel's limits of the texts of a validation. */
const validationTexts = { errorTitle: 32, promptTitle: 32, error: 255, prompt: 255 } as const;
const operandLimit = 255;
const mostValidations = 65_534;

function operandProblem(formula: string, judge: FormulaJudge): string | null {
  const inline = /^"([^]*)"$/.exec(formula);
  const length = (inline?.[1]?.replaceAll('""', '"') ?? formula).length;
  if (length > operandLimit) return `a formula or list is longer than ${operandLimit} characters`;
  return inline === null ? ruleProblem(formula, judge) : judge(formula);
}

function checkValidation(rule: XmlElement, judge: FormulaJudge, say: Say): void {
  checkSquares(rule, attribute(rule, "sqref"), say);
  const where = `validation of ${attribute(rule, "sqref") ?? ""}`;
  for (const [name, limit] of Object.entries(validationTexts))
    if (decodeCellText(attribute(rule, name) ?? "").length > limit)
      say(`${where}: ${name} is longer than ${limit} characters`);
  const type = attribute(rule, "type") ?? "none";
  const operator = attribute(rule, "operator") ?? "between";
  const [first, second] = ["formula1", "formula2"].map((name) => textOf(childNamed(rule, name)).trim());
  if (type !== "none" && !first) say(`${where}: it has no formula`);
  const two = ["whole", "decimal", "date", "time", "textLength"].includes(type) && /^(notB|b)etween$/.test(operator);
  if (two && !second) say(`${where}: it has no second limit`);
  for (const formula of [first, second]) {
    const problem = formula ? operandProblem(formula, judge) : null;
    if (problem !== null) say(`${where}: ${problem}`);
  }
}

function checkValidations({ root }: SheetFacts, judge: FormulaJudge, say: Say): void {
  const list = childNamed(root, "dataValidations");
  if (list === undefined) return;
  const rules = childrenNamed(list, "dataValidation");
  if (rules.length === 0) say("the list of validations is empty");
  if (rules.length > mostValidations) say(`there are ${rules.length} validations, more than ${mostValidations}`);
  for (const rule of rules) checkValidation(rule, judge, say);
}

const mostLinks = 65_530;

function checkPage({ root }: SheetFacts, facts: PackageFacts, say: Say): void {
  const views = childrenNamed(childNamed(facts.workbook, "bookViews"), "workbookView").length;
  for (const view of childrenNamed(childNamed(root, "sheetViews"), "sheetView"))
    if (views > 0 && isBeyond(view, "workbookViewId", views)) say("its view belongs to a window that there is not");
  const setup = childNamed(root, "pageSetup");
  const scale = numberAttribute(setup, "scale") ?? 100;
  if (scale < 10 || scale > 400) say(`the print is scaled to ${scale} %`);
  for (const child of childNamed(root, "headerFooter")?.children ?? [])
    if (typeof child !== "string" && textOf(child).length > 255) say(`<${child.name}> is longer than 255 characters`);
  const links = childrenNamed(childNamed(root, "hyperlinks"), "hyperlink");
  if (links.length > mostLinks) say(`there are ${links.length} links, more than ${mostLinks}`);
  for (const link of links) if (areaOf(link) === null) say(`a link is on “${attribute(link, "ref") ?? ""}”`);
  const pane = childNamed(childNamed(childNamed(root, "sheetViews"), "sheetView"), "pane");
  const frozen = ["xSplit", "ySplit"].some((name) => (numberAttribute(pane, name) ?? 0) > 0);
  if (attribute(pane, "state") === "frozen" && !frozen) say("panes are frozen without a row or column");
}

export function checkSheet(facts: PackageFacts, sheet: SheetFacts, judge: FormulaJudge, tell: TellFinding): void {
  const say: Say = (problem) => tell(sheet.path, problem);
  checkCells(facts, sheet, tell);
  checkColumns(sheet, facts, say);
  checkOverlaps(sheet, say);
  checkFilter(childNamed(sheet.root, "autoFilter"), say);
  checkHighlights(sheet, facts, judge, say);
  checkValidations(sheet, judge, say);
  checkPage(sheet, facts, say);
}
