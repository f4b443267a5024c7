import { convertSerial, type DateSystem } from "../cells/date";
import { listKeyOf, listOf } from "../schema/lists";
import type { Field, FieldId, Schema } from "../schema/field";
import { columnLetters, type Area } from "../sheet/area";
import type { WorkbookWords } from "../words/workbookWords";
import type { Highlight, Validation } from "./action";
import { canonicalFormula, quoteText } from "./formulas";
import { demandFormula, type RowCells } from "./missingFormula";
import { listDefinedName } from "./settingsSheet";

/** Text in the no-op term of our conditional formats, by which they are found among the user's own. */
export const highlightMarker = 'N("followup:';

/** 1904-01-01 in the 1900 system: the first day that both date systems know. What the check takes for a date, the cell takes too. */
const earliestDate = 1462;
/** Any number that a cell can show in full: refunds are negative. */
const smallestAmount = -1e15;

/**
 * The cell validation of a field, or null where it has none. Observed fields get their list to pick from and nothing that
 * stops anybody; warn asks, require refuses.
 */
export function validationOf(
  field: Field,
  schema: Schema,
  words: WorkbookWords,
  system: DateSystem,
): Validation | null {
  const header = field.header ?? "";
  const style = field.level === "require" ? "stop" : "warning";
  const rule = (own: Validation["rule"], message: (header: string) => string, hint: string): Validation => ({
    rule: own,
    alert: field.level === "observe" ? null : { style, message: message(header) },
    title: words.product,
    hint: field.level === "observe" ? null : hint,
  });
  const key = listOf(field, schema) && field.kind !== "multiList" ? listKeyOf(field) : null;
  const list = key === null ? null : listDefinedName(key, schema);
  if (list !== null) return rule({ type: "list", source: `=${list}` }, words.alerts.list, words.hints.list);
  if (field.level === "observe") return null;
  if (field.kind === "date") {
    const minimum = convertSerial(earliestDate, 1900, system);
    return rule({ type: "date", operator: "greaterThanOrEqual", minimum }, words.alerts.date, words.hints.date);
  }
  if (field.kind === "amount") {
    return rule(
      { type: "decimal", operator: "greaterThanOrEqual", minimum: smallestAmount },
      words.alerts.amount,
      words.hints.amount,
    );
  }
  return null;
}

/** Where a conditional format is to stand, and what it is. */
export interface PlacedHighlight {
  readonly area: Area;
  readonly highlight: Highlight;
}

/**
 * The conditional formats of the follow-up table, the stronger first. They look at the status column of their own row, so
 * that colour, words and figures cannot disagree. Colours differ in lightness as well as in hue.
 * @param body the table's body
 * @param columns offset of each field's column, and of the status column, from the body's first column
 */
export function highlightsOf(
  body: Area,
  columns: ReadonlyMap<FieldId, number>,
  statusColumn: number,
  schema: Schema,
  words: WorkbookWords,
): readonly PlacedHighlight[] {
  const row = body.row + 1;
  const cell = (offset: number) => `$${columnLetters(body.column + offset)}${row}`;
  const status = cell(statusColumn);
  const { overdue, stale } = words.status;
  const marked = (name: string, condition: string) => `=AND(N("followup:${name}")=0,${condition})`;
  const wholeRows: readonly PlacedHighlight[] = [
    {
      area: body,
      highlight: {
        formula: marked("overdue", `ISNUMBER(SEARCH(${quoteText(overdue)},${status}))`),
        fill: "#FAD4D4",
        font: "#8E1B1B",
        bold: false,
      },
    },
    {
      area: body,
      highlight: {
        formula: marked("stale", `ISNUMBER(SEARCH(${quoteText(stale)},${status}))`),
        fill: "#FFF1CC",
        font: "#6B4A00",
        bold: false,
      },
    },
  ];
  const cells: RowCells = {
    field: (id) => {
      const offset = columns.get(id);
      return offset === undefined ? null : cell(offset);
    },
    status,
  };
  const missing = schema.fields.flatMap((field): readonly PlacedHighlight[] => {
    const offset = columns.get(field.id);
    const demand = field.level === "observe" ? null : demandFormula(field, cells, schema, words);
    if (offset === undefined || demand === null) return [];
    const asked = demand === "TRUE" ? `${status}<>""` : `${status}<>"",${demand}`;
    return [
      {
        area: { ...body, column: body.column + offset, columns: 1 },
        highlight: {
          formula: marked("missing", `LEN(TRIM(${cell(offset)}))=0,${asked}`),
          fill: "#D6E4F5",
          font: null,
          bold: false,
        },
      },
    ];
  });
  // A blank required cell inside an overdue row has to show as blank: the first rule that holds decides the fill.
  return [...missing, ...wholeRows];
}

/** True where two conditional formats look and ask the same. */
export function sameHighlight(a: Highlight, b: Highlight): boolean {
  const colour = (text: string | null) => text?.toLowerCase() ?? null;
  return (
    canonicalFormula(a.formula) === canonicalFormula(b.formula) &&
    colour(a.fill) === colour(b.fill) &&
    colour(a.font) === colour(b.font) &&
    a.bold === b.bold
  );
}

/** True where two validations let the same through and stop the same way; their words may differ. */
export function sameValidation(a: Validation, b: Validation): boolean {
  if ((a.alert?.style ?? null) !== (b.alert?.style ?? null)) return false;
  if (a.rule.type === "list" && b.rule.type === "list") {
    return a.rule.source.replace(/^=/, "").toLowerCase() === b.rule.source.replace(/^=/, "").toLowerCase();
  }
  if (a.rule.type === "custom" && b.rule.type === "custom") {
    return canonicalFormula(a.rule.formula) === canonicalFormula(b.rule.formula);
  }
  return (
    (a.rule.type === "date" && b.rule.type === "date" && a.rule.minimum === b.rule.minimum) ||
    (a.rule.type === "decimal" && b.rule.type === "decimal" && a.rule.minimum === b.rule.minimum)
  );
}
