import { quoteText } from "../workbook/formulaText";
import { dateLimits, isoOfSerial, type DateSystem } from "../values/date";
import { severalEntries } from "../values/multiList";
import { yesNoWords } from "./kinds";
import type { Field, Schema } from "../schema/field";
import { listDefinedName, listKeyOf, listOf } from "../schema/lists";
import { cellAddress, columnLetters } from "../workbook/area";
import type { Language } from "../values/language";
import { ruleText, type RuleTextKey } from "./ruleText";
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

/** Any number that a cell can show in full: refunds are negative. */
const smallestNumber = -1e15;
/** Smallest number that can be a telephone number typed without a sign; a date's serial has fewer digits. */
const smallestPhone = 1_000_000;

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The number of digits in a cell's text. Excel takes no array constants in a validation. */
function digitCount(cell: string): string {
  const without = Array.from({ length: 10 }).reduce<string>(
    (text, _, digit) => `SUBSTITUTE(${text},${digit},"")`,
    cell,
  );
  return `LEN(${cell})-LEN(${without})`;
}

/** Smallest and largest value; null for both where the Settings contradict themselves. */
function limitsOf({ min, max }: Field): { readonly min: number | null; readonly max: number | null } {
  return min !== null && max !== null && min > max ? { min: null, max: null } : { min, max };
}

/** First and last whole day that a date field takes, within what the workbook can count. */
function daysOf({ min, max }: Pick<Field, "min" | "max">, system: DateSystem) {
  const { first, last } = dateLimits[system];
  const within = (day: number) => Math.min(Math.max(day, first), last);
  return { first: within(Math.ceil(min ?? first)), last: within(Math.floor(max ?? last)) };
}

/** What is asked of values of a kind, as conditions that all have to hold. They let everything through that the check lets through. */
function kindConditions(field: Field, cell: string, system: DateSystem): readonly string[] {
  const { min, max } = limitsOf(field);
  const atLeast = (limit: number | null) => (limit === null ? [] : [`${cell}>=${limit}`]);
  switch (field.kind) {
    case "date": {
      // A date may carry a time of day: the last day counts as a whole.
      const { first, last } = daysOf({ min, max }, system);
      return [`ISNUMBER(${cell})`, `${cell}>=${first}`, `${cell}<${last + 1}`];
    }
    case "wholeNumber":
    case "amount":
      return [
        `ISNUMBER(${cell})`,
        ...(field.kind === "wholeNumber" ? [`${cell}=INT(${cell})`] : []),
        ...atLeast(min),
        ...(max === null ? [] : [`${cell}<=${max}`]),
      ];
    case "phone":
      return [`IF(ISNUMBER(${cell}),${cell}>=${smallestPhone},${digitCount(cell)}>4)`];
    case "mail":
      return [`COUNTIF(${cell},"?*@?*.??*")=1`];
    case "link":
      return [`COUNTIF(${cell},"?*.??*")=1`, `ISERROR(FIND(" ",TRIM(${cell})))`];
    default:
      return [];
  }
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

/** Each entry of the cell is on the list, and the workbook's separator stands between them. */
function multiListCondition(cell: string, list: string, separator: string): string {
  const around = (text: string) => `UPPER("${separator}"&${text}&"${separator}")`;
  const { length } = separator;
  return `SUMPRODUCT(ISNUMBER(FIND(${around(list)},${around(cell)}))*(LEN(${list})+${length}))=LEN(${cell})+${length}`;
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

type Rule = Validation["rule"];

/** Rule and words of one field. A list speaks alone: what is picked from it needs no other rule, and a formula would cost the arrow. */
function ruleOf(
  field: Field,
  schema: Schema,
  language: Language,
  system: DateSystem,
  place: { readonly row: number; readonly column: number },
): { readonly rule: Rule; readonly text: RuleTextKey; readonly offered: boolean } | null {
  const cell = cellAddress(place.row, place.column);
  const letters = columnLetters(place.column);
  const key = listOf(field, schema) ? listKeyOf(field) : null;
  const list = key === null ? null : listDefinedName(key, schema);
  if (list !== null && field.kind !== "multiList") {
    return { rule: { type: "list", source: `=${list}` }, text: "list", offered: true };
  }
  if (field.kind === "yesNo") {
    const { yes, no } = yesNoWords[language];
    return { rule: { type: "list", source: `${yes},${no}` }, text: "yesNo", offered: true };
  }
  const extras = [
    ...(field.pattern === null ? [] : [patternCondition(cell, field.pattern)]),
    ...(field.unique ? [uniqueCondition(cell, `$${letters}:$${letters}`)] : []),
  ];
  const custom = (text: RuleTextKey, conditions: readonly string[]) => {
    const formula = joined([...conditions, ...extras]);
    return formula === null ? null : { rule: { type: "custom", formula } as const, text, offered: false };
  };
  switch (field.kind) {
    case "date":
    case "wholeNumber":
    case "amount":
      if (extras.length > 0) return custom(field.kind, kindConditions(field, cell, system));
      return { rule: limitRule(field, system), text: field.kind, offered: false };
    case "mail":
    case "link":
      return custom(field.kind, kindConditions(field, cell, system));
    case "phone": {
      // Counting digits takes most of the room: what the team itself asks for comes first.
      const formula = joined([...extras, ...kindConditions(field, cell, system)]);
      return formula === null ? null : { rule: { type: "custom", formula }, text: "phone", offered: false };
    }
    case "multiList": {
      // An entry with a separator of its own cannot be told from two entries.
      const entries = listOf(field, schema) ?? [];
      const readable = list !== null && !entries.some((entry) => severalEntries.test(entry));
      const { separator } = workbookText[language];
      return custom("multiList", readable ? [multiListCondition(cell, list, separator)] : []);
    }
    default:
      return custom("text", []);
  }
}

function limitRule(field: Field, system: DateSystem): Rule {
  const { min, max } = limitsOf(field);
  switch (field.kind) {
    case "date": {
      // One second before midnight: a date may carry a time of day. A number such as 20260807 is none.
      const { first, last } = daysOf({ min, max }, system);
      return { type: "date", minimum: first, maximum: last + 0.99999 };
    }
    case "wholeNumber":
      return { type: "wholeNumber", minimum: Math.max(min ?? smallestNumber, smallestNumber), maximum: max };
    default:
      return { type: "decimal", minimum: Math.max(min ?? smallestNumber, smallestNumber), maximum: max };
  }
}

/** What the limits, the pattern and the uniqueness of a field add to its words. */
function addedWords(field: Field, language: Language, system: DateSystem, rule: Rule): string {
  if (rule.type === "list") return "";
  const words = ruleText[language];
  const { min, max } = limitsOf(field);
  const shown = (limit: number) => (field.kind === "date" ? isoOfSerial(limit, system) : String(limit));
  const limited = field.kind === "date" || field.kind === "amount" || field.kind === "wholeNumber";
  const range =
    !limited || (min === null && max === null)
      ? ""
      : min !== null && max !== null
        ? words.between(shown(min), shown(max))
        : min !== null
          ? words.from(shown(min))
          : words.upTo(shown(max ?? 0));
  return range + (field.pattern === null ? "" : words.pattern(field.pattern)) + (field.unique ? words.unique : "");
}

/**
 * The cell validation of a field, or null where it has none. Observed fields get their list to pick from and nothing that
 * stops anybody; warn asks, require refuses. The team's own hint is shown at every level.
 * @param place first cell of the area that the rule is set on; formulas are relative to it
 */
export function validationOf(
  field: Field,
  schema: Schema,
  language: Language,
  system: DateSystem,
  place: { readonly row: number; readonly column: number },
): Validation | null {
  const words = ruleText[language];
  const own = field.hint === null ? null : clip(field.hint, longestText);
  const title = clip(workbookText[language].product, longestTitle);
  const found = ruleOf(field, schema, language, system, place);
  const anything: Validation = { rule: { type: "custom", formula: "=TRUE" }, alert: null, title, hint: own };
  if (found === null) return own === null ? null : anything;
  const { rule, text, offered } = found;
  if (field.level === "observe") {
    if (offered) return { rule, alert: null, title, hint: own };
    return own === null ? null : anything;
  }
  const added = addedWords(field, language, system, rule);
  const message = clip(words.alerts[text](clip(field.header ?? "", 60)) + added, longestText);
  return {
    rule,
    alert: { style: field.level === "require" ? "stop" : "warning", message },
    title,
    hint: own ?? clip((words.hints[text] + added).trim(), longestText),
  };
}
