import { decodeCellText } from "../cellText";
import { attribute, childNamed, childrenNamed, textOf } from "../xml";
import type { TellFinding } from "./finding";
import { outlineFormula } from "../../data/formulaOutline";
import type { PackageFacts } from "./packageFacts";

export const formulaLimit = 8192;

/** Says what is wrong with a formula of a file; null where nothing is. */
export type FormulaJudge = (formula: string) => string | null;

/** Column names of each table of the workbook, lower case, by the table's name. */
function columnsByTable({ sheets }: PackageFacts): Map<string, ReadonlySet<string>> {
  return new Map(
    sheets.flatMap(({ tables }) =>
      tables.map(({ root }) => [
        (attribute(root, "displayName") ?? "").toLowerCase(),
        new Set(
          childrenNamed(childNamed(root, "tableColumns"), "tableColumn").map((column) =>
            decodeCellText(attribute(column, "name") ?? "").toLowerCase(),
          ),
        ),
      ]),
    ),
  );
}

/** What holds for every formula: Excel takes one that it cannot read out of the file. */
export function createFormulaJudge(facts: PackageFacts): FormulaJudge {
  const tables = columnsByTable(facts);
  const known = new Map<string, string | null>();
  const judge: FormulaJudge = (formula) => {
    if (formula.startsWith("=")) return "the formula begins with =";
    if (formula.length > formulaLimit) return `the formula is longer than ${formulaLimit} characters`;
    const outline = outlineFormula(formula);
    if (!outline.closed) return "quotes or brackets of the formula do not close";
    const book = outline.books.find((number) => !(Number(number) <= facts.books));
    if (book !== undefined) return `the formula refers to another workbook, [${book}], that is not listed`;
    for (const { table, columns } of outline.tables) {
      const names = tables.get(table.toLowerCase());
      if (names === undefined) return `the formula refers to a table “${table}” that there is not`;
      const missing = columns.find((column) => !names.has(column.toLowerCase()));
      if (missing !== undefined) return `“${table}” has no column “${missing}” that the formula refers to`;
    }
    return null;
  };
  return (formula) => {
    const before = known.get(formula);
    if (before !== undefined || known.has(formula)) return before ?? null;
    const problem = judge(formula);
    known.set(formula, problem);
    return problem;
  };
}

/** Names and cells; the rules of a sheet and the columns of tables are judged with their own. */
export function checkFormulas(facts: PackageFacts, judge: FormulaJudge, tell: TellFinding): void {
  for (const entry of childrenNamed(childNamed(facts.workbook, "definedNames"), "definedName")) {
    const problem = judge(textOf(entry).trim());
    if (problem !== null) tell(facts.workbookPath, `name ${attribute(entry, "name") ?? ""}: ${problem}`);
  }
  for (const sheet of facts.sheets) {
    for (const { cells } of sheet.rows) {
      for (const { formula, element } of cells) {
        const problem = formula === null || formula === "" ? null : judge(formula.trim());
        if (problem !== null) tell(sheet.path, `${attribute(element, "r") ?? ""}: ${problem}`);
      }
    }
  }
}
