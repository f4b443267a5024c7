import { referenceTo } from "../workbook/columnReference";
import { quoteText } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { summaryText } from "./summaryText";
import type { CellInput } from "../values/value";
import { figureNames, type KeyFigures } from "../measures/figures";
import { smallestSample } from "../measures/wilson";
import { followUpTable } from "../followUps/followUps";
import type { WorkbookText } from "../schema/workbookText";
import type { FieldId } from "../schema/fieldIds";
import { todayName } from "../schema/settingsNames";
import { settingsColumn } from "../settings/tables";
import { cellWhereReadable, isGone } from "./readability";

/**
 * Live formulas of the key figures over the follow-up table; a figure whose column is missing is the text for "not measured", and so is
 * every figure while rows cannot be read: `measures/keyFigures.ts`.
 */
export function figureFormulas(
  headers: FormulaHeaders,
  words: WorkbookText,
): Readonly<Record<keyof KeyFigures, CellInput>> {
  const status = referenceTo("body", followUpTable, headers.calculated.status);
  const missing = referenceTo("body", followUpTable, headers.calculated.missing);
  const revisitHeader = headers.fields.get("revisitOn");
  const revisit = referenceTo("body", followUpTable, revisitHeader ?? "");
  const { notMeasured } = summaryText[words.language];
  const has = (field: FieldId) => headers.fields.has(field);
  const known = (formula: string) => cellWhereReadable(formula, notMeasured);
  const when = (measured: boolean, formula: string): CellInput => (measured ? known(formula) : notMeasured);
  const unless = (unknown: readonly string[], formula: string) =>
    unknown.length === 0 ? formula : `IF(OR(${unknown.join(",")}),${quoteText(notMeasured)},${formula})`;
  const gone = (...ids: readonly FieldId[]) => ids.flatMap((id) => headers.fields.get(id) ?? []).map(isGone);
  const is = (word: string) => `COUNTIF(${status},${quoteText(word)})`;
  const contains = (word: string) => is(`*${word}*`);
  const due = (word: string) => `COUNTIFS(${status},${quoteText(word)},${revisit},">=1",${revisit},"<"&${todayName}+1)`;
  const stillOpen = openCriteria(status, words);
  /** True where there are open customers, and the days of none of them are known. */
  const unseen = (id: "daysSilent" | "daysInStage") =>
    `AND(COUNTIFS(${stillOpen}),COUNT(${referenceTo("body", followUpTable, headers.calculated[id])})=0)`;
  const amount = amountOf(headers);
  const sum = (criteria: string): CellInput =>
    amount === null
      ? notMeasured
      : known(`IF(${amountErrors(amount, status)},${quoteText(notMeasured)},${sumOf(amount)},${criteria}))`);
  const { won, lost } = figureNames;
  return {
    open: known(`COUNTIFS(${stillOpen})`),
    won: when(has("stage"), is(words.status.won)),
    lost: when(has("stage"), is(words.status.lost)),
    parked: when(has("stage"), is(words.status.parked)),
    winRate: when(has("stage"), `IF(${won}+${lost}=0,${quoteText(notMeasured)},${won}/(${won}+${lost}))`),
    overdue: when(has("nextDate"), contains(words.status.overdue)),
    dueToday: when(has("nextDate"), contains(words.status.today)),
    stale: when(
      has("lastContact"),
      unless([...gone("lastContact", "customerType"), unseen("daysSilent")], contains(words.status.stale)),
    ),
    stuck: when(
      has("stageSince") && has("stage"),
      unless([...gone("stageSince"), `${watchedCount(words)}=0`, unseen("daysInStage")], contains(words.status.stuck)),
    ),
    noNextStep: when(has("nextDate"), contains(words.status.noNextStep)),
    revisit: when(
      revisitHeader !== undefined && has("stage"),
      unless(gone("revisitOn"), `${due(words.status.lost)}+${due(words.status.parked)}`),
    ),
    incomplete: known(`COUNTIF(${missing},"?*")`),
    pipelineAmount: sum(stillOpen),
    wonAmount: has("stage") ? sum(`${status},${quoteText(words.status.won)}`) : notMeasured,
  };
}

function amountOf({ fields }: FormulaHeaders): string | null {
  const header = fields.get("amount");
  return header === undefined ? null : referenceTo("body", followUpTable, header);
}

/** How many customers have an error where the amount should be. */
function amountErrors(amount: string, status: string): string {
  return `SUMPRODUCT(ISERROR(${amount})*(${status}<>""))`;
}

/** How many of the open stages have a column of the Settings filled: all of them have a name. */
function openStages(column: "stuckDays" | "name", criterion: string, words: WorkbookText): string {
  const kinds = settingsColumn("stages", "kind", words.language);
  const open = (["won", "lost", "parked"] as const).map(
    (kind) => `${kinds},${quoteText(`<>${words.stageKind[kind]}`)}`,
  );
  return `COUNTIFS(${[`${settingsColumn("stages", column, words.language)},${quoteText(criterion)}`, ...open].join(",")})`;
}

/** How many open stages have a limit for the days in them: `measures/watchedStages.ts`. */
function watchedCount(words: WorkbookText): string {
  return openStages("stuckDays", ">0", words);
}

/** In how many of the open stages somebody can be stuck at all; blank where it is all of them, or none. */
export function watchedNote(words: WorkbookText): string {
  const [watched, all] = [watchedCount(words), openStages("name", "?*", words)];
  const note = summaryText[words.language].watched;
  return `IF(OR(${watched}=0,${watched}=${all}),"",${watched}&"/"&${all}&${quoteText(note)})`;
}

/**
 * What stands under a sum: how many customers have no number there, or an error; blank where each has its amount. Null without amounts.
 */
export function withoutAmountNote(which: "open" | "won", headers: FormulaHeaders, words: WorkbookText): string | null {
  const amount = amountOf(headers);
  if (amount === null || (which === "won" && !headers.fields.has("stage"))) return null;
  const status = referenceTo("body", followUpTable, headers.calculated.status);
  const criteria = which === "open" ? openCriteria(status, words) : `${status},${quoteText(words.status.won)}`;
  const errors = amountErrors(amount, status);
  const without = `COUNTIFS(${criteria})-COUNTIFS(${criteria},${amount},"<9E+307")`;
  const { amountErrors: wrong, withoutAmount } = summaryText[words.language];
  return `IFERROR(IF(${errors},"⚠ "&${errors}&${quoteText(wrong)},TEXT(${without},${quoteText(`0"${withoutAmount}";;`)})),"")`;
}

/** The start of a SUMIFS over the column's numbers: errors are no numbers, and one of them must not swallow the whole sum. */
export function sumOf(column: string): string {
  return `SUMIFS(${column},${column},"<9E+307"`;
}

/** Criteria that an open customer's status meets: something stands there, and it is none of the closed words. */
export function openCriteria(status: string, words: WorkbookText): string {
  const not = [words.status.won, words.status.lost, words.status.parked].map(
    (word) => `${status},${quoteText(`<>${word}`)}`,
  );
  return [`${status},"?*"`, ...not].join(",");
}

/** A share of cases as a formula says it: cases that count, all others, and both together. */
export interface ShareCells {
  readonly part: string;
  readonly rest: string;
  readonly whole: string;
}

/** Half of Wilson's interval, times the cases and 3.8416: `measures/wilson.ts`. */
function halfOf({ part, rest, whole }: ShareCells): string {
  return `1.96*SQRT(${part}*${rest}/${whole}+0.9604)`;
}

/** `39–78%` of a share of at least one case. Without decimals: `TEXT` would take another country's point for a thousands sign. */
export function intervalText(share: ShareCells): string {
  const end = (sign: "-" | "+") => `ROUND(100*(${share.part}+1.9208${sign}${halfOf(share)})/(${share.whole}+3.8416),0)`;
  return `${end("-")}&"–"&${end("+")}&"%"`;
}

/** The term of a group's interval, with a mark where it leaves the overall rate out; nothing under five cases. */
export function standingTerm(share: ShareCells, overall: string): string {
  const { part, whole } = share;
  // How far the middle is from the overall rate, in halves of the interval: less than one is no difference.
  const distance = `(${part}+1.9208-${overall}*(${whole}+3.8416))/(${halfOf(share)})`;
  const mark = `CHOOSE(2+SIGN(TRUNC(${distance})),"▼ ","","▲ ")`;
  return `IF(${whole}<${smallestSample},"",${mark}&${intervalText(share)})`;
}

/** The term of a rate: nothing without cases, counts only with fewer than five. */
export function rateTerm(part: string, whole: string, notMeasured: string): string {
  return `IF(${whole}=0,${quoteText(notMeasured)},IF(${whole}<${smallestSample},${part}&"/"&${whole},${part}/${whole}))`;
}
