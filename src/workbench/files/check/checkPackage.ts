import { collectFindings, type PackageFinding } from "./finding";
import { checkFormulas, createFormulaJudge } from "./formulaChecks";
import { readFacts } from "./packageFacts";
import { checkParts } from "./packageParts";
import { checkSheet } from "./sheetChecks";
import { checkTables } from "./tableChecks";
import { checkWorkbook } from "./workbookChecks";

/**
 * Looks through a saved workbook for what no schema knows and Excel refuses: it then says that it found a problem with some content,
 * and takes out what it cannot read. Pure; the bytes of an .xlsx or .xlsm go in.
 */
export function checkPackage(bytes: Uint8Array): readonly PackageFinding[] {
  const { tell, findings } = collectFindings();
  const facts = readFacts(bytes, tell);
  if (facts === null) return findings;
  checkParts(facts, tell);
  checkWorkbook(facts, tell);
  const judge = createFormulaJudge(facts);
  checkFormulas(facts, judge, tell);
  for (const sheet of facts.sheets) {
    checkSheet(facts, sheet, judge, tell);
    checkTables(facts, sheet, judge, tell);
  }
  return findings;
}
