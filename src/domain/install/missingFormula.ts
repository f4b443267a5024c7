import type { FieldId } from "../schema/fieldIds";
import { mostCharacters, quoteText, shownFormula } from "../workbook/formulaText";
import { rowReferences, type FormulaHeaders } from "../followUps/calculated";
import type { Condition, Field, Schema, SimpleCondition } from "../schema/field";
import type { WorkbookText } from "../schema/workbookText";

/** How the cells of a row are named where a condition is written: structured in the table, plain in a conditional format. */
export interface RowCells {
  /** Reference to a field's cell in the row; null where the sheet has no such column. */
  readonly field: (id: FieldId) => string | null;
  readonly status: string;
  /** The limit of silence: a number for an open customer, blank for a closed one, an error where a key cell shows one. */
  readonly staleLimit: string;
}

/** True for a blank cell. An error value is not a blank, and must not hide the row's other blanks. */
function isBlankFormula(reference: string): string {
  return `IFERROR(TRIM(${reference}),1)=""`;
}

/** True where the cell holds one of the texts, compared as `=` does: without case, and without wildcards. */
function isOneOf(reference: string, texts: readonly string[]): string {
  const [only = "", ...others] = texts.map((text) => `${reference}&""=${quoteText(text)}`);
  return `IFERROR(${others.length === 0 ? only : `OR(${[only, ...others].join(",")})`},FALSE)`;
}

/** What `rules/required.ts` says of a condition, as a formula; null where it asks for nothing on this sheet. */
function conditionFormula(condition: Condition, cells: RowCells, schema: Schema, words: WorkbookText): string | null {
  if (condition.kind !== "all") return simpleFormula(condition, cells, schema, words);
  const parts = condition.of.map((each) => simpleFormula(each, cells, schema, words));
  if (parts.includes(null)) return null;
  const asking = [...new Set(parts.filter((part) => part !== null && part !== "TRUE"))];
  const [only = "TRUE", ...others] = asking;
  return others.length === 0 ? only : `AND(${asking.join(",")})`;
}

function simpleFormula(
  condition: SimpleCondition,
  cells: RowCells,
  schema: Schema,
  { status }: WorkbookText,
): string | null {
  switch (condition.kind) {
    case "always":
      return "TRUE";
    case "open":
      return `IFERROR(${cells.staleLimit}<>"",TRUE)`;
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

/** A required field's name where its cell is blank, and when it is asked for. */
interface Item {
  readonly demand: string;
  readonly text: string;
}

/** The items of required fields of level warn or require. */
function itemsOf(headers: FormulaHeaders, schema: Schema, words: WorkbookText): readonly Item[] {
  const { field: cellOf, own } = rowReferences(headers);
  const cells: RowCells = { field: cellOf, status: own("status"), staleLimit: own("staleLimit") };
  return schema.fields.flatMap((field): readonly Item[] => {
    const cell = cells.field(field.id);
    const demand = field.level === "observe" || cell === null ? null : demandFormula(field, cells, schema, words);
    if (cell === null || demand === null) return [];
    const name = quoteText(words.separator + (headers.fields.get(field.id) ?? ""));
    return [{ demand, text: `REPT(${name},${isBlankFormula(cell)})` }];
  });
}

/** Items one after the other as one text; neighbours with one demand share it. */
function joined(items: readonly Item[]): string {
  const groups: { readonly demand: string; readonly texts: string[] }[] = [];
  for (const { demand, text } of items) {
    const last = groups.at(-1);
    if (last?.demand === demand) last.texts.push(text);
    else groups.push({ demand, texts: [text] });
  }
  if (groups.length === 0) return '""';
  return groups
    .map(({ demand, texts }) => (demand === "TRUE" ? texts.join("&") : `IF(${demand},${texts.join("&")},"")`))
    .join("&");
}

/** The columns that name the missing items: the shown one, and as many further ones as are needed. */
const columns = ["missing", "moreMissing", "moreMissing2", "moreMissing3", "moreMissing4", "moreMissing5"] as const;
/** Names longer than that are cut. */
const mostText = 1000;

/**
 * The calculated columns that name a customer's missing items: required fields of level warn or require that are blank. What
 * does not fit into one formula stands in the next column, and the shown one takes it over.
 * @returns the formulas, of which the first is the shown column's
 */
export function missingFormulas(
  headers: FormulaHeaders,
  schema: Schema,
  words: WorkbookText,
): ReadonlyMap<(typeof columns)[number], string> {
  const { own } = rowReferences(headers);
  const frame = (items: readonly Item[], column: number, isLast: boolean) => {
    const next = columns[column + 1];
    const more = isLast || next === undefined ? "" : `&${own(next)}`;
    const text = joined(items) + more;
    const shown = column > 0 || text === '""' ? text : `MID(${text},${words.separator.length + 1},${mostText})`;
    return `=IF(${own("status")}="","",${shown})`;
  };
  const parts: Item[][] = [[]];
  for (const item of itemsOf(headers, schema, words)) {
    const at = parts.length - 1;
    const now = [...(parts[at] ?? []), item];
    const fits = now.length === 1 || shownFormula(frame(now, at, false)).length <= mostCharacters;
    if (fits || parts.length === columns.length) parts[at] = now;
    else parts.push([item]);
  }
  return new Map(
    columns.slice(0, parts.length).map((id, at) => [id, frame(parts[at] ?? [], at, at === parts.length - 1)]),
  );
}
