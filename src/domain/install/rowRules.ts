import type { FieldId } from "../schema/fieldIds";
import { canonicalFormula, quoteText } from "../workbook/formulaText";
import type { Schema } from "../schema/field";
import { columnLetters, type Area } from "../workbook/area";
import type { WorkbookText } from "../schema/workbookText";
import type { Highlight, Validation } from "../workbook/action";
import { demandFormula, type RowCells } from "./missingFormula";

/** Text in the no-op term of our conditional formats, by which they are found among the user's own. */
export const highlightMarker = 'N("followup:';

/** Where a conditional format is to stand, and what it is. */
export interface PlacedHighlight {
  readonly area: Area;
  readonly highlight: Highlight;
}

/**
 * The conditional formats of the follow-up table, the stronger first. They look at the status column of their own row, so
 * that colour, words and figures cannot disagree. Colours differ in lightness as well as in hue: who sees no hue still tells
 * them apart, and the status column says the same in words.
 * @param body the table's body
 * @param columns offset of each field's column, and of the status column, from the body's first column
 */
export function highlightsOf(
  body: Area,
  columns: ReadonlyMap<FieldId, number>,
  statusColumn: number,
  schema: Schema,
  words: WorkbookText,
): readonly PlacedHighlight[] {
  const row = body.row + 1;
  const cell = (offset: number) => `$${columnLetters(body.column + offset)}${row}`;
  const status = cell(statusColumn);
  const marked = (name: string, condition: string) => `=AND(N("followup:${name}")=0,${condition})`;
  const wholeRow = (name: string, word: string, fill: string, font: string): PlacedHighlight => ({
    area: body,
    highlight: {
      formula: marked(name, `ISNUMBER(SEARCH(${quoteText(word)},${status}))`),
      fill,
      font,
      bold: false,
    },
  });
  const wholeRows: readonly PlacedHighlight[] = [
    wholeRow("overdue", words.status.overdue, "#F2B8B5", "#6E1414"),
    wholeRow("today", words.status.today, "#DDF3E0", "#0F5223"),
    wholeRow("stale", words.status.stale, "#FBE08A", "#5C4300"),
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
          fill: "#A9C8EC",
          font: null,
          bold: false,
        },
      },
    ];
  });
  // A blank required cell inside an overdue row has to show as blank: the first rule that holds decides the fill.
  return [...missing, ...wholeRows];
}

/**
 * Formula text for comparing rules that are relative to their first cell: Excel writes the same rule with other row numbers
 * wherever it starts.
 */
function relativeFormula(formula: string): string {
  return canonicalFormula(formula)
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![\w.$])(\$?[a-z]{1,3})\d+(?![\w.(])/g, "$1#")))
    .join("");
}

/** True where two conditional formats look and ask the same, wherever they start. */
export function sameHighlight(a: Highlight, b: Highlight): boolean {
  const colour = (text: string | null) => text?.toLowerCase() ?? null;
  return (
    relativeFormula(a.formula) === relativeFormula(b.formula) &&
    colour(a.fill) === colour(b.fill) &&
    colour(a.font) === colour(b.font) &&
    a.bold === b.bold
  );
}

/** True where two validations let the same through, stop the same way and give the same hint; the alert's words may differ. */
export function sameValidation(a: Validation, b: Validation): boolean {
  if ((a.alert?.style ?? null) !== (b.alert?.style ?? null) || a.hint !== b.hint) return false;
  if (a.rule.type === "list" && b.rule.type === "list") {
    return a.rule.source.replace(/^=/, "").toLowerCase() === b.rule.source.replace(/^=/, "").toLowerCase();
  }
  if (a.rule.type === "custom" && b.rule.type === "custom") {
    return relativeFormula(a.rule.formula) === relativeFormula(b.rule.formula);
  }
  return (
    "minimum" in a.rule &&
    "minimum" in b.rule &&
    a.rule.type === b.rule.type &&
    a.rule.minimum === b.rule.minimum &&
    a.rule.maximum === b.rule.maximum
  );
}
