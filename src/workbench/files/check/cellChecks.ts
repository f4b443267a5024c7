import { cellAddress, sheetLimits } from "../../../domain/workbook/area";
import { readAddress } from "../../data/address";
import { attribute, childNamed, numberAttribute, textOf } from "../xml";
import type { TellFinding } from "./finding";
import { isBeyond, type CellText, type PackageFacts, type SheetFacts } from "./packageFacts";

const longestText = 32_767;
const errors =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!|EXTERNAL!)$/;

function valueProblem({ type, value, element }: CellText, strings: number): string | null {
  const v = childNamed(element, "v");
  const text = v === undefined ? null : textOf(v).trim();
  if ((value ?? "").length > longestText) return `the text is longer than ${longestText} characters`;
  if (text === null) return null;
  switch (type) {
    case "s":
      return /^\d+$/.test(text) && Number(text) < strings ? null : `there is no shared text ${text}`;
    case "b":
      return /^(0|1|true|false)$/.test(text) ? null : `${text} is no truth value`;
    case "e":
      return errors.test(text) ? null : `${text} is no error`;
    case "n":
      return text === "" || Number.isFinite(Number(text)) ? null : `${text} is no number`;
    case "d":
    case "str":
    case "inlineStr":
      return null;
    default:
      return `there is no kind of cell ${type}`;
  }
}

/** Formulas that several cells share: the first has the text and says where it holds. */
function sharedProblem(cell: CellText, groups: Map<string, string>): string | null {
  const f = childNamed(cell.element, "f");
  if (attribute(f, "t") !== "shared") return null;
  const group = attribute(f, "si") ?? "";
  if (cell.formula !== null && cell.formula !== "") {
    groups.set(group, attribute(f, "ref") ?? "");
    return null;
  }
  return groups.has(group) ? null : `the shared formula ${group} has no text before it`;
}

function checkCell(
  sheet: SheetFacts,
  row: number,
  last: number,
  cell: CellText,
  facts: PackageFacts,
  groups: Map<string, string>,
  tell: TellFinding,
): void {
  const address = cellAddress(row, cell.column);
  const say = (problem: string): void => tell(sheet.path, `${address}: ${problem}`);
  const given = attribute(cell.element, "r");
  if (given !== undefined && given.toUpperCase() !== address) say(`the cell is called ${given}`);
  if (cell.column <= last) say("the cell does not follow the one before it");
  if (cell.column >= sheetLimits.columns) say("the cell lies beyond the last column");
  // Without styles every cell has the one look.
  if (facts.styles !== undefined && isBeyond(cell.element, "s", facts.formats))
    say(`there is no format ${attribute(cell.element, "s") ?? ""}`);
  const problem = valueProblem(cell, facts.strings.length) ?? sharedProblem(cell, groups);
  if (problem !== null) say(problem);
}

export function checkCells(facts: PackageFacts, sheet: SheetFacts, tell: TellFinding): void {
  let lastRow = -1;
  const groups = new Map<string, string>();
  for (const { text, element, cells } of sheet.rows) {
    if (text.row <= lastRow) tell(sheet.path, `row ${text.row + 1} does not follow the one before it`);
    if (text.row < 0 || text.row >= sheetLimits.rows) tell(sheet.path, `row ${text.row + 1} lies beyond the last`);
    if (facts.styles !== undefined && isBeyond(element, "s", facts.formats))
      tell(sheet.path, `row ${text.row + 1}: there is no format ${attribute(element, "s") ?? ""}`);
    const height = numberAttribute(element, "ht");
    if (height !== undefined && (height < 0 || height > 409.5))
      tell(sheet.path, `row ${text.row + 1} is ${height} points high`);
    lastRow = text.row;
    let last = -1;
    for (const cell of cells) {
      checkCell(sheet, text.row, last, cell, facts, groups, tell);
      last = cell.column;
    }
  }
  for (const [group, ref] of groups)
    if (readAddress(ref) === null) tell(sheet.path, `the shared formula ${group} holds nowhere: “${ref}”`);
}
