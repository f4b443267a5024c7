import type { FieldId } from "../schema/fieldIds";
import { cellReference } from "../followUps/followUps";
import { quoteText } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import type { Condition, Field, Schema } from "../schema/field";
import type { WorkbookText } from "../schema/workbookText";

/** How the cells of a row are named where a condition is written: structured in the table, plain in a conditional format. */
export interface RowCells {
  /** Reference to a field's cell in the row; null where the sheet has no such column. */
  readonly field: (id: FieldId) => string | null;
  readonly status: string;
}

/** True for a blank cell. An error value is not a blank, and must not hide the row's other blanks. */
export function isBlankFormula(reference: string): string {
  return `IFERROR(LEN(TRIM(${reference})),1)=0`;
}

/** True where the cell holds one of the texts, compared as `=` does: without case, and without wildcards. */
function isOneOf(reference: string, texts: readonly string[]): string {
  const [only = "", ...others] = texts.map((text) => `${reference}&""=${quoteText(text)}`);
  return `IFERROR(${others.length === 0 ? only : `OR(${[only, ...others].join(",")})`},FALSE)`;
}

/** What `rules/required.ts` says of one condition, as a formula; null where it asks for nothing on this sheet. */
function conditionFormula(
  condition: Condition,
  cells: RowCells,
  schema: Schema,
  { status }: WorkbookText,
): string | null {
  switch (condition.kind) {
    case "always":
      return "TRUE";
    case "open":
      return `AND(${[status.won, status.lost, status.parked].map((word) => `${cells.status}<>${quoteText(word)}`).join(",")})`;
    case "outcome":
      return `${cells.status}=${quoteText(status[condition.outcome])}`;
    case "customerType": {
      const type = cells.field("customerType");
      return type && isOneOf(type, [condition.type]);
    }
    case "fromStage": {
      const stage = cells.field("stage");
      const first = schema.stages.findIndex(({ name }) => name.toLowerCase() === condition.stage.toLowerCase());
      const reached = schema.stages.flatMap(({ name, kind }, place) =>
        kind === "won" || (kind === "open" && place >= first) ? [name] : [],
      );
      if (stage === null || first < 0 || reached.length === 0) return null;
      return `AND(${cells.status}<>${quoteText(status.broken)},${isOneOf(stage, reached)})`;
    }
    case "oneOf": {
      const others = condition.fields.flatMap((id) => cells.field(id) ?? []);
      return others.length === 0 ? "TRUE" : `AND(${others.map(isBlankFormula).join(",")})`;
    }
  }
}

/**
 * When a field must be filled, as a formula over the cells of a customer's row; null where it never must. It says what
 * `demandOf` in `rules/required.ts` says, for rows that are customers.
 */
export function demandFormula(field: Field, cells: RowCells, schema: Schema, words: WorkbookText): string | null {
  const [only, ...others] = field.requiredWhen.flatMap((each) => conditionFormula(each, cells, schema, words) ?? []);
  if (only === undefined) return null;
  return others.length === 0 ? only : `OR(${[only, ...others].join(",")})`;
}

/** The calculated column that names a customer's missing items: required fields of level warn or require that are blank. */
export function missingFormula(headers: FormulaHeaders, schema: Schema, words: WorkbookText): string {
  const cells: RowCells = {
    field: (id) => {
      const header = headers.fields.get(id);
      return header === undefined ? null : cellReference(header);
    },
    status: cellReference(headers.calculated.status),
  };
  // Neighbours with one demand share its text: Excel takes 8,192 characters, and a demand can be long.
  const groups: { readonly demand: string; readonly items: string[] }[] = [];
  for (const field of schema.fields) {
    const cell = cells.field(field.id);
    const demand = field.level === "observe" || cell === null ? null : demandFormula(field, cells, schema, words);
    if (cell === null || demand === null) continue;
    const name = quoteText(words.separator + (headers.fields.get(field.id) ?? ""));
    const item = `IF(${isBlankFormula(cell)},${name},"")`;
    const last = groups.at(-1);
    if (last?.demand === demand) last.items.push(item);
    else groups.push({ demand, items: [item] });
  }
  const parts = groups.map(({ demand, items }) =>
    demand === "TRUE" ? items.join("&") : `IF(${demand},${items.join("&")},"")`,
  );
  const missing = parts.length === 0 ? '""' : `MID(${parts.join("&")},${words.separator.length + 1},255)`;
  return `=IFERROR(IF(${cells.status}="","",${missing}),"")`;
}
