import { quoteText } from "../workbook/formulaText";
import type { Field } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { listKeyOf, listOf } from "../schema/fieldLists";
import { listDefinedName } from "../schema/lists";
import { cellAddress, columnLetters } from "../workbook/area";
import { kindOf } from "../kinds/allKinds";
import type { KindWords } from "../kinds/kind";
import { validationText } from "./validationText";
import { workbookText } from "../schema/workbookText";
import type { Validation } from "../workbook/action";

/**
 * Longest formula that a validation gets, characters. Excel's dialog takes no more, and several programs refuse files with
 * longer ones (EPPlus #355, linkml #1798). Where the parts of a rule together are longer, some are left to the check.
 */
const longestFormula = 255;
/** Excel's limits for what a validation says, characters. */
const longestTitle = 32;
const longestText = 255;

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Smallest and largest value; null for both where the Settings contradict themselves. */
function limitsOf({ min, max }: Field): { readonly min: number | null; readonly max: number | null } {
  return min !== null && max !== null && min > max ? { min: null, max: null } : { min, max };
}

/** The whole text fits the pattern. The bars hold it at both ends; SEARCH knows Excel's wildcards and looks at numbers as text. */
function patternCondition(cell: string, pattern: string): string {
  const plain = pattern.replace(/~(?![*?~])/g, "~~");
  return `ISNUMBER(SEARCH(${quoteText(`|${plain}|`)},"|"&${cell}&"|"))`;
}

/**
 * No other cell of the column holds the same, rows added later included. COUNTIF is quick and takes 007 for 7 and long numbers
 * for equal that differ in their last digits: only where it finds two are the cells compared one by one.
 */
function uniqueCondition(cell: string, column: string): string {
  const masked = [
    ["~", "~~"],
    ["*", "~*"],
    ["?", "~?"],
  ].reduce((text, [from, to]) => `SUBSTITUTE(${text},"${from ?? ""}","${to ?? ""}")`, cell);
  return `IF(IFERROR(COUNTIF(${column},"="&${masked}),1)<2,TRUE,SUMPRODUCT(--(${column}=${cell}))<2)`;
}

/** The conditions as one formula, the first ones before the others where not all fit. Null where there is none. */
function joined(conditions: readonly string[]): string | null {
  const together = (some: readonly string[]) => (some.length === 1 ? `=${some.join("")}` : `=AND(${some.join(",")})`);
  const fitting = conditions.reduce<readonly string[]>((kept, condition) => {
    const more = [...kept, condition];
    return together(more).length <= longestFormula ? more : kept;
  }, []);
  return fitting.length === 0 ? null : together(fitting);
}

/** A cell takes the same on every day, so that the review day is not asked for. */
type CellContext = Omit<ReviewContext, "today">;

type Rule = Validation["rule"];

/** The rule of one field, and the words that go with it. */
interface FieldRule {
  readonly rule: Rule;
  readonly words: Omit<KindWords, "name">;
}

/** What is asked of the whole cell beside its kind: a pattern, and that no other cell holds the same. */
function extraConditions(field: Field, cell: string, column: number): readonly string[] {
  const letters = columnLetters(column);
  return [
    ...(field.pattern === null ? [] : [patternCondition(cell, field.pattern)]),
    ...(field.unique ? [uniqueCondition(cell, `$${letters}:$${letters}`)] : []),
  ];
}

/** Rule and words of one field. A list speaks alone: what is picked from it needs no other rule, and a formula would cost the arrow. */
function fieldRule(
  field: Field,
  review: CellContext,
  place: { readonly row: number; readonly column: number },
): FieldRule | null {
  const { schema, language } = review;
  const kind = kindOf(field.kind);
  const cell = cellAddress(place.row, place.column);
  const entries = listOf(field, schema);
  const key = entries ? listKeyOf(field) : null;
  const listName = key === null ? null : listDefinedName(key, schema);
  if (listName !== null && !kind.list?.several)
    return { rule: { type: "list", source: `=${listName}` }, words: validationText[language].list };
  const words = kind.words[language];
  const test = kind.cellTest?.(cell, review, { ...limitsOf(field), entries: entries ?? [] }, listName) ?? null;
  if (test?.rule?.type === "list") return { rule: test.rule, words };
  const extras = extraConditions(field, cell, place.column);
  if (test?.rule && extras.length === 0) return { rule: test.rule, words };
  const conditions = test?.conditions ?? [];
  const formula = joined(test?.isLong ? [...extras, ...conditions] : [...conditions, ...extras]);
  return formula === null ? null : { rule: { type: "custom", formula }, words };
}

/** What the limits, the pattern and the uniqueness of a field add to its words. */
function addedWords(field: Field, { language, system }: CellContext, rule: Rule): string {
  if (rule.type === "list") return "";
  const words = validationText[language];
  const { limits, shown } = kindOf(field.kind);
  const { min, max } = limits === null ? { min: null, max: null } : limitsOf(field);
  const least = min === null ? null : shown(min, system);
  const most = max === null ? null : shown(max, system);
  const range =
    least !== null && most !== null
      ? words.between(least, most)
      : least !== null
        ? words.from(least)
        : most !== null
          ? words.upTo(most)
          : "";
  return range + (field.pattern === null ? "" : words.pattern(field.pattern)) + (field.unique ? words.unique : "");
}

/**
 * The cell validation of a field, or null where it has none. Observed fields get their list to pick from and nothing that
 * stops anybody; warn asks, require refuses. The team's own hint is shown at every level.
 * @param place first cell of the area that the rule is set on; formulas are relative to it
 */
export function validationOf(
  field: Field,
  review: CellContext,
  place: { readonly row: number; readonly column: number },
): Validation | null {
  const own = field.hint === null ? null : clip(field.hint, longestText);
  const title = clip(workbookText[review.language].product, longestTitle);
  const found = fieldRule(field, review, place);
  const anything: Validation = { rule: { type: "custom", formula: "=TRUE" }, alert: null, title, hint: own };
  if (found === null) return own === null ? null : anything;
  const { rule, words } = found;
  if (field.level === "observe") {
    if (rule.type === "list") return { rule, alert: null, title, hint: own };
    return own === null ? null : anything;
  }
  const added = addedWords(field, review, rule);
  const message = clip(words.alert(clip(field.header ?? "", 60)) + added, longestText);
  return {
    rule,
    alert: { style: field.level === "require" ? "stop" : "warning", message },
    title,
    hint: own ?? clip((words.hint + added).trim(), longestText),
  };
}
