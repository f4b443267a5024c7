import type { FormulaHeaders } from "../../followUps/calculated";
import { followUpTable } from "../../followUps/followUps";
import { figureNames, type KeyFigures } from "../../measures/figures";
import type { LogColumn } from "../../log/logColumns";
import type { Schema } from "../../schema/field";
import type { FieldId } from "../../schema/fieldIds";
import type { WorkbookText } from "../../schema/workbookText";
import type { CellInput } from "../../values/value";
import type { Area } from "../../workbook/area";
import { referenceTo } from "../../workbook/columnReference";
import { quoteText } from "../../workbook/formulaText";
import type { Place } from "../../workbook/reference";
import { figureFormulas } from "../figureFormulas";
import type { SettingsPlaces, SummaryPage } from "../summaryPage";
import { summaryText } from "../summaryText";

/** What the page is laid out from. */
export interface PageSource {
  readonly headers: FormulaHeaders;
  readonly schema: Schema;
  /** The Settings tables as they stand, or will stand. */
  readonly settings: SettingsPlaces;
  readonly words: WorkbookText;
  /** Header cell of the follow-up table's first column: a row of the list is counted from it. */
  readonly list: Place;
  /** Headers of the log's columns, as they stand or will stand. */
  readonly log: ReadonlyMap<LogColumn, string>;
}

/** What a part of the page needs to know. */
export interface PartInput extends PageSource {
  readonly page: SummaryPage;
  readonly figures: Readonly<Record<keyof KeyFigures, CellInput>>;
  /** References of the columns that most parts count by; null for amounts that the sheet has not got. */
  readonly status: string;
  readonly amount: string | null;
  /** Reference of the column of a field; null for one that the sheet has not got. */
  readonly column: (field: FieldId) => string | null;
}

/** A part that was put on the page: where it ends, and which of its cells a chart can draw. */
export interface Part {
  readonly end: number;
  readonly categories: Area | null;
}

/** A chart of more bars could not be read; the table is there. */
export const mostBars = 12;

export function partInput(page: SummaryPage, source: PageSource): PartInput {
  const { headers, words } = source;
  const column = (field: FieldId) => {
    const header = headers.fields.get(field);
    return header === undefined ? null : referenceTo("body", followUpTable, header);
  };
  return {
    ...source,
    page,
    figures: figureFormulas(headers, words),
    status: referenceTo("body", followUpTable, headers.calculated.status),
    amount: column("amount"),
    column,
  };
}

/** Some rows of one column. */
export function columnOf(row: number, column: number, rows: number): Area {
  return { row, column, rows, columns: 1 };
}

/** What a formula says, or the sign for "not known" in the same cases as the key figure that counts, or adds up, the same of everybody. */
export function whereKnown({ words }: PartInput, figure: keyof KeyFigures, formula: string): string {
  return `IF(ISNUMBER(${figureNames[figure]}),${formula},${quoteText(summaryText[words.language].notMeasured)})`;
}

/** The same as a cell. */
export function cellWhereKnown(input: PartInput, figure: keyof KeyFigures, formula: string): CellInput {
  return { formula: `=${whereKnown(input, figure, formula)}` };
}

/** What is left of a whole after the cells above; not known where the whole is not. */
export function restOf({ page, words }: PartInput, { row, column, rows }: Area, whole: string): CellInput {
  const { notMeasured } = summaryText[words.language];
  const [from, to] = [page.at(row, column), page.at(row + rows - 1, column)];
  return { formula: rows === 0 ? `=${whole}` : `=IFERROR(${whole}-SUM(${from}:${to}),${quoteText(notMeasured)})` };
}
