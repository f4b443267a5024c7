import type { HealthItem } from "../plan/healthItem";
import type { Field, Schema } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import type { WorkbookText } from "../schema/workbookText";
import type { Action, Highlight, PlacedHighlight } from "../workbook/action";
import { columnLetters, intersect, type Area } from "../workbook/area";
import { quoteText, relativeFormula } from "../workbook/formulaText";
import { isOurs } from "../workbook/ourHighlights";
import { demandFormula, type RowCells } from "./missingFormula";

/** Text in the no-op term of our conditional formats, by which they are found among the user's own. */
export const highlightMarker = 'N("followup:';

/**
 * Longest formula of a conditional format of ours, characters. Nobody has measured what Excel takes through its interface for
 * add-ins; 255 is what its dialogs took for rules of cells, and what every program that reads such files takes.
 */
export const longestRule = 255;

/** A conditional format that is to stand over one area. */
interface WantedHighlight {
  readonly area: Area;
  readonly highlight: Highlight;
}

/**
 * The conditional formats of the follow-up table, the stronger first. They look at the status column of their own row, so
 * that colour, words and figures cannot disagree. Colours differ in lightness as well as in hue: who sees no hue still tells
 * them apart, and the status column says the same in words.
 * @param body the table's body
 * @param columns offset of each field's column from the body's first column
 * @param own offsets of the calculated columns that the rules look at
 */
export function highlightsOf(
  body: Area,
  columns: ReadonlyMap<FieldId, number>,
  own: Readonly<Record<"status" | "staleLimit" | "missing", number>>,
  schema: Schema,
  words: WorkbookText,
): readonly WantedHighlight[] {
  const row = body.row + 1;
  const cell = (offset: number) => `$${columnLetters(body.column + offset)}${row}`;
  const status = cell(own.status);
  const marked = (name: string, condition: string) => `=AND(N("followup:${name}")=0,${condition})`;
  const wholeRow = (name: string, word: string, fill: string, font: string): WantedHighlight => ({
    area: body,
    highlight: {
      formula: marked(name, `ISNUMBER(SEARCH(${quoteText(word)},${status}))`),
      fill,
      font,
      bold: false,
    },
  });
  const wholeRows: readonly WantedHighlight[] = [
    wholeRow("overdue", words.status.overdue, "#F2B8B5", "#6E1414"),
    wholeRow("today", words.status.today, "#DDF3E0", "#0F5223"),
    wholeRow("stale", words.status.stale, "#FBE08A", "#5C4300"),
  ];
  /** The column of missing items names the field. */
  const named = ({ header }: Pick<Field, "header">) => {
    const masked = `${words.separator}${header ?? ""}${words.separator}`.replace(/[~*?]/g, "~$&");
    const list = `"${words.separator}"&${cell(own.missing)}&"${words.separator}"`;
    return `ISNUMBER(SEARCH(${quoteText(masked)},${list}))`;
  };
  const cells: RowCells = {
    field: (id) => {
      const offset = columns.get(id);
      return offset === undefined ? null : cell(offset);
    },
    status,
    staleLimit: cell(own.staleLimit),
  };
  const missing = schema.fields.flatMap((field): readonly WantedHighlight[] => {
    const offset = columns.get(field.id);
    const demand = field.level === "observe" ? null : demandFormula(field, cells, schema, words);
    if (offset === undefined || demand === null) return [];
    const blank = `LEN(TRIM(${cell(offset)}))=0`;
    const full = marked("missing", `${blank},${status}<>""${demand === "TRUE" ? "" : `,${demand}`}`);
    const formula = full.length <= longestRule ? full : marked("missing", `${blank},${named(field)}`);
    // A header so long that not even its own name fits: the column of missing items still says it.
    if (formula.length > longestRule) return [];
    return [
      {
        area: { ...body, column: body.column + offset, columns: 1 },
        highlight: { formula, fill: "#A9C8EC", font: null, bold: false },
      },
    ];
  });
  // A blank required cell inside an overdue row has to show as blank: the first rule that holds decides the fill.
  return [...missing, ...wholeRows];
}

/** True where two conditional formats look and ask the same, wherever they start. */
function sameHighlight(a: Highlight, b: Highlight): boolean {
  const colour = (text: string | null) => text?.toLowerCase() ?? null;
  return (
    relativeFormula(a.formula) === relativeFormula(b.formula) &&
    colour(a.fill) === colour(b.fill) &&
    colour(a.font) === colour(b.font) &&
    a.bold === b.bold
  );
}

/** What has to be done to the conditional formats, and what was wrong with them. */
export interface HighlightPlan {
  readonly actions: readonly Action[];
  readonly items: readonly HealthItem[];
}

/** True where the outer area holds the inner one and has its columns; it may reach further down. */
function covers(outer: Area, inner: Area): boolean {
  return (
    outer.row === inner.row &&
    outer.column === inner.column &&
    outer.columns === inner.columns &&
    outer.row + outer.rows >= inner.row + inner.rows
  );
}

function overlapping(areas: readonly Area[]): boolean {
  return areas.some((area, index) => areas.slice(index + 1).some((other) => intersect(area, other) !== null));
}

/** Pairs of wanted ones over the same cells, of which the stronger one has to come first. */
function inWrongOrder(
  wanted: readonly WantedHighlight[],
  places: ReadonlyMap<WantedHighlight, number>,
): readonly WantedHighlight[] {
  return wanted.filter((weaker, index) =>
    wanted.slice(0, index).some((stronger) => {
      const [first, second] = [places.get(stronger), places.get(weaker)];
      return (
        first !== undefined && second !== undefined && first > second && intersect(stronger.area, weaker.area) !== null
      );
    }),
  );
}

/**
 * Brings our conditional formats to what they should be. Where anything is wrong all of ours are made anew, which is what
 * keeps their order; a person's own ones stay.
 * @param wanted the strongest first
 * @param installed all that stand there, in Excel's order
 */
export function planHighlights(
  sheet: string,
  wanted: readonly WantedHighlight[],
  installed: readonly PlacedHighlight[],
): HighlightPlan {
  const highlights = wanted.map(({ area, highlight }): PlacedHighlight => ({ areas: [area], highlight }));
  const ours = installed.filter((rule) => isOurs(rule, highlightMarker, highlights));
  const counts = { missing: 0, doubled: 0, fragmented: 0, altered: 0, reordered: 0 };
  const met = new Set<PlacedHighlight>();
  const places = new Map<WantedHighlight, number>();
  for (const one of wanted) {
    const { area, highlight } = one;
    // Two fields may be highlighted in the same way: what stands in another column is another field's.
    const found = ours.filter(
      (fact) =>
        !met.has(fact) &&
        sameHighlight(fact.highlight, highlight) &&
        fact.areas.some((part) => intersect(part, { ...area, row: 0, rows: area.row + area.rows + 1 })),
    );
    for (const fact of found) met.add(fact);
    const [strongest] = found;
    if (strongest) places.set(one, installed.indexOf(strongest));
    const areas = found.flatMap((fact) => fact.areas);
    const [only] = areas;
    if (only === undefined) counts.missing += 1;
    else if (overlapping(areas)) counts.doubled += 1;
    else if (areas.length > 1 || !covers(only, area)) counts.fragmented += 1;
  }
  for (const fact of ours) {
    if (met.has(fact)) continue;
    const elsewhere = wanted.some(({ highlight }) => sameHighlight(fact.highlight, highlight));
    counts[elsewhere ? "doubled" : "altered"] += 1;
  }
  // One that was altered is missed as well: it is one damage, not two.
  counts.missing = Math.max(0, counts.missing - counts.altered);
  counts.reordered = inWrongOrder(wanted, places).length;
  const damages = ["missing", "doubled", "fragmented", "altered", "reordered"] as const;
  const items = damages.flatMap((damage): readonly HealthItem[] =>
    counts[damage] === 0 ? [] : [{ damage, part: "highlight", what: "", place: null, count: counts[damage] }],
  );
  if (items.length === 0) return { actions: [], items };
  return { actions: [{ kind: "setHighlights", sheet, marker: highlightMarker, highlights }], items };
}
