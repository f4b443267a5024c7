import type { FormulaHeaders } from "../followUps/calculated";
import { followUpTable } from "../followUps/followUps";
import { statusFields } from "../measures/unreadable";
import type { FieldId } from "../schema/fieldIds";
import type { WorkbookText } from "../schema/workbookText";
import type { CellInput } from "../values/value";
import { referenceTo } from "../workbook/columnReference";
import { mostCharacters, quoteText, shownFormula } from "../workbook/formulaText";

/** Name of the cell that holds how many rows, or columns, keep the figures from being known; 0 where nothing does. */
export const unreadableName = "FU_Unreadable";

/** Fields without which some figures are not known, the others are. */
const someFigures: readonly FieldId[] = ["lastContact", "stageSince", "customerType", "amount", "revisitOn"];

/** True where a column is gone: a reference to it is none any more. It follows a header that somebody renames. */
export function isGone(header: string): string {
  return `ISERROR(ROWS(${referenceTo("body", followUpTable, header)}))`;
}

/** Texts that are joined in one formula or, where that would be too long to read, in several. */
function joined(headers: readonly string[], separator: string): readonly string[] {
  const formulas: string[] = [];
  for (const header of headers) {
    const part = `IF(${isGone(header)},${quoteText(separator + header)},"")`;
    const last = formulas.at(-1);
    const longer = `${last ?? "="}${last === undefined ? "" : "&"}${part}`;
    if (last !== undefined && shownFormula(longer).length <= mostCharacters) formulas[formulas.length - 1] = longer;
    else formulas.push(`=${part}`);
  }
  return formulas;
}

/** The names of the columns that are gone, each with the separator before it, as formulas whose texts belong one after the other. */
export interface GoneColumns {
  /** Of those that every count of customers needs. */
  readonly all: readonly string[];
  /** Of those that some figures need. */
  readonly some: readonly string[];
}

export function goneColumns({ fields, calculated }: FormulaHeaders, { separator }: WorkbookText): GoneColumns {
  const named = (ids: readonly FieldId[]) => ids.flatMap((id) => fields.get(id) ?? []);
  return {
    all: joined([...named(statusFields), calculated.status], separator),
    some: joined(named(someFigures), separator),
  };
}

/** What a formula says, or the sign for "not known", or a number in its place, where rows cannot be read. */
export function whereReadable(formula: string, otherwise: string | number): string {
  return `IF(${unreadableName},${typeof otherwise === "number" ? otherwise : quoteText(otherwise)},${formula})`;
}

/** The cell of such a term. */
export function cellWhereReadable(formula: string, otherwise: string | number): CellInput {
  return { formula: `=${whereReadable(formula, otherwise)}` };
}
