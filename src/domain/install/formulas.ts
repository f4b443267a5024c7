import type { CalculatedId } from "../schema/fieldIds";
import { referenceTo } from "../workbook/columnReference";
import { quoteText } from "../workbook/formulaText";
import { rowReferences, type FormulaHeaders, type RowReferences } from "../followUps/calculated";
import { missingFormulas } from "./missingFormula";
import { countingName, settingsTables, todayName } from "../schema/settingsNames";
import { columnHeader, settingsColumn, type ColumnOf } from "../settings/tables";
import type { Schema } from "../schema/field";
import { defaultStaleDays } from "../schema/field";
import { keyFields } from "../followUps/records";
import { workbookText, type WorkbookText } from "../schema/workbookText";

/** What the formulas of a row refer to. */
interface Row extends RowReferences {
  readonly words: WorkbookText;
  /** Whether silence is measured: the sheet says when customers were last contacted. */
  readonly hasTouches: boolean;
  /** Whether standstill is: the sheet says which stage a customer is in, and since when. */
  readonly hasStages: boolean;
}

/** Stands for a win among the rows of stages: further down than any of them. */
export const wonRow = 9999;

/** A settings cell's word for counting working days, in either language: `settings/readSettings.ts` reads both. */
const countsWorkingDays = `OR(${Object.values(workbookText)
  .map(({ counting }) => `${countingName}=${quoteText(counting.working)}`)
  .join(",")})`;

/** True where the review day is over: `looksBack` of the schema's review context. */
const looksBack = `${todayName}<TODAY()`;

/** True where a cell holds a day after the review day; an error or a text is none. */
function isLater(cell: string): string {
  return `COUNTIF(${cell},">="&${todayName}+1)`;
}

/** Everything up to and including the review day: a day that has not come is none. */
const untilToday = `"<"&${todayName}+1`;

/**
 * Days from a day to the review day, in calendar or working days as the Settings say: `clocks/calendar.ts`.
 * @param day cell with a day that has come, a time of day included or not
 */
function daysSince(day: string, { language }: WorkbookText): string {
  const column = (name: ColumnOf<"holidays">) => settingsColumn("holidays", name, language);
  const working =
    `MAX(0,NETWORKDAYS(${day}+1,${todayName},${column("off")}))+` +
    `COUNTIFS(${column("on")},">"&${day},${column("on")},${untilToday})`;
  return `IF(${countsWorkingDays},${working},${todayName}-INT(${day}))`;
}

/**
 * The row of a name in a Settings table, counting from its header; an error for a name that is not listed. Not MATCH by the
 * name itself: to it "??" is every name of two characters; and `&""` makes 7 and "7" one.
 */
function rowOf(table: "stages" | "types", name: string, { language }: WorkbookText): string {
  const names = referenceTo("all", settingsTables[table], columnHeader(table, "name", language));
  return `MATCH(TRUE,INDEX(${names}&""=${name}&"",0),0)`;
}

/** What the Settings say of a stage or customer type in one column. */
function settingOf<Table extends "stages" | "types">(
  table: Table,
  column: ColumnOf<Table>,
  row: string,
  { language }: WorkbookText,
): string {
  return `INDEX(${referenceTo("all", settingsTables[table], columnHeader(table, column, language))},${row})`;
}

/**
 * Blank for a row that is no customer, or none yet on a review day that is over, an error where a key cell shows one; else the stage's row in the Settings. A stage that
 * is not listed has the row of the header, in which there is neither a kind nor a number.
 */
function stageRow({ field, words }: Row): string {
  const keys = keyFields.flatMap((key) => field(key) ?? []);
  const [stage, created] = [field("stage"), field("firstContact")];
  const place = stage === null ? "1" : `IFERROR(${rowOf("stages", stage, words)},1)`;
  const row = `IF(TRIM(${keys.join("&")})="","",${place})`;
  return created === null ? `=${row}` : `=IF(AND(${looksBack},${isLater(created)}),"",${row})`;
}

/**
 * Days of silence that a customer may have: of those that its stage and its type set the smaller, which is the one whose
 * reciprocal is larger; blank for closed customers.
 */
function staleLimit({ field, own, words }: Row): string {
  const type = field("customerType");
  const row = own("stageRow");
  const set = [
    ...(field("stage") === null ? [] : [settingOf("stages", "staleDays", row, words)]),
    ...(type === null ? [] : [settingOf("types", "staleDays", rowOf("types", type, words), words)]),
  ].map((days) => `IFERROR(1/N(${days}),0)`);
  const limit =
    set.length === 0 ? `${defaultStaleDays}` : `IFERROR(ROUND(1/MAX(0,${set.join(",")}),6),${defaultStaleDays})`;
  if (field("stage") === null) return `=IF(${row}="","",${limit})`;
  const closed = (["won", "lost", "parked"] as const).map((kind) => quoteText(words.stageKind[kind]));
  const isClosed = `OR(${settingOf("stages", "kind", row, words)}={${closed.join(",")}})`;
  return `=IF(${row}="","",IF(${isClosed},"",${limit}))`;
}

/** The row of the furthest stage that was noted; that of the header where nothing was, or a stage that is not listed. */
function notedRow({ field, words }: Row): string {
  return `=IFERROR(${rowOf("stages", field("furthestStage") ?? "", words)},1)`;
}

/**
 * How far the customer came: the row of the furthest open stage, of the one noted and the one it is in; `wonRow` for a win; 1 where
 * nobody knows. A win that was taken back has come past every open stage.
 */
function furthestRow({ own, words }: Row): string {
  const [won, lost, parked] = (["won", "lost", "parked"] as const).map((kind) => quoteText(words.stageKind[kind]));
  const [status, noted] = [own("status"), own("notedRow")];
  const present = `IF(${status}=${quoteText(words.status.won)},${wonRow},IF(${own("staleLimit")}="",1,${own("stageRow")}))`;
  const kind = settingOf("stages", "kind", noted, words);
  const before = `IF(${kind}=${won},${wonRow},IF(OR(${kind}={${lost},${parked}}),1,${noted}))`;
  return `=IF(${status}="","",MAX(IFERROR(${present},1),${before}))`;
}

/**
 * The later of last and first contact, as far as they have come; 0 without one, and where the last one came after a review day that
 * is over: the one before it stands nowhere.
 */
function lastTouch({ field }: Row): string {
  const days = (["lastContact", "firstContact"] as const).flatMap((id) => {
    const cell = field(id);
    return cell === null ? [] : [`SUMIF(${cell},${untilToday})`];
  });
  const last = field("lastContact");
  const day = `INT(MAX(0,${days.join(",")}))`;
  return last === null ? `=${day}` : `=IF(AND(${looksBack},${isLater(last)}),0,${day})`;
}

function daysSilent({ own, words }: Row): string {
  const touch = own("lastTouch");
  return `=IFERROR(IF(OR(${own("staleLimit")}="",${touch}<1),"",${daysSince(touch, words)}),"")`;
}

function daysInStage({ field, own, words }: Row): string {
  const since = field("stageSince") ?? "";
  const isNone = `OR(${own("staleLimit")}="",N(${since})<1,${since}>=${todayName}+1)`;
  return `=IFERROR(IF(${isNone},"",${daysSince(since, words)}),"")`;
}

/** Silence and standstill, each with the separator before it. A warning comes where the stage says so, else one day before the limit. */
function otherFlags({ field, own, words, hasTouches, hasStages }: Row): string {
  const { status, separator } = words;
  const row = own("stageRow");
  const silent = own("daysSilent");
  const limit = own("staleLimit");
  const parts: string[] = [];
  if (hasTouches) {
    const oneDayBefore = `MAX(1,${limit}-1)`;
    const warn = `N(${settingOf("stages", "warnDays", row, words)})`;
    const quiet = field("stage") === null ? oneDayBefore : `IF(${warn}>0,${warn},${oneDayBefore})`;
    parts.push(
      `IF(${silent}="","",IF(${silent}>${limit},${quoteText(separator + status.stale)},` +
        `IF(${silent}>=${quiet},${quoteText(separator + status.goingQuiet)},"")))`,
    );
  }
  if (hasStages) {
    const stuck = `N(${settingOf("stages", "stuckDays", row, words)})`;
    // Divided by 0, which is no limit, the days are an error and no flag.
    parts.push(`IFERROR(IF(${own("daysInStage")}/${stuck}>1,${quoteText(separator + status.stuck)},""),"")`);
  }
  return `=${parts.join("&")}`;
}

function statusFormula({ field, own, words, hasTouches, hasStages }: Row): string {
  const { status, separator } = words;
  const next = field("nextDate");
  const byNextDate =
    next === null
      ? quoteText(status.onTrack)
      : `IF(COUNT(${next}),CHOOSE(2+SIGN(INT(${next})-${todayName}),${quoteText(status.overdue)},` +
        `${quoteText(status.today)},${quoteText(status.onTrack)}),` +
        `IF(TRIM(${next})="",${quoteText(status.noNextStep)},${quoteText(status.unclearDate)}))`;
  const open =
    hasTouches || hasStages
      ? `SUBSTITUTE(${byNextDate}&${own("otherFlags")},${quoteText(status.onTrack + separator)},"")`
      : byNextDate;
  // Every stage with an outcome is listed, so that its row is none of the header.
  const kind = `INDEX(${settingsColumn("stages", "kind", words.language)},${own("stageRow")}-1)`;
  const closedOn = field("closedOn");
  const closed = closedOn === null ? kind : `IF(${isLater(closedOn)},${quoteText(status.onTrack)},${kind})`;
  const shown = field("stage") === null ? open : `IF(${own("staleLimit")}="",${closed},${open})`;
  return `=IFERROR(IF(${own("stageRow")}="","",${shown}),${quoteText(status.broken)})`;
}

/** Days since the next follow-up of an overdue customer; 0 for all others, so that it can be counted with. */
function daysLate({ field, own, words }: Row): string {
  const isOverdue = `ISNUMBER(SEARCH(${quoteText(words.status.overdue)},${own("status")}))`;
  return `=IF(${isOverdue},${todayName}-INT(${field("nextDate") ?? ""}),0)`;
}

/** What a blank amount counts for, so that its customer comes after all with one. */
const noAmount = "0.000001";

/**
 * What decides who is looked at first: amount × days late or silent for an open customer that is overdue, stale, stuck or without a
 * next step, else 0. No two rows have the same, so that a rank finds one row: the last factor differs by row in the 12th digit.
 */
function risk({ field, own, words: { status }, hasTouches }: Row): string {
  const flags = [status.overdue, status.stale, status.stuck, status.noNextStep].map(quoteText);
  const amount = field("amount");
  const days = [
    "1",
    ...(field("nextDate") === null ? [] : [own("daysLate")]),
    ...(hasTouches ? [`N(${own("daysSilent")})`] : []),
  ];
  const money = amount === null ? "" : `MAX(${noAmount},SUMIF(${amount},">0"))*`;
  const needsSomebody = `COUNT(SEARCH({${flags.join(",")}},${own("status")}))`;
  return `=IF(${needsSomebody}=0,0,${money}MAX(${days.join(",")})*(1-ROW()/10^12))`;
}

/**
 * The calculated columns as live formulas, in words that Excel 2016, WPS and LibreOffice know: no LET, no XLOOKUP. They say
 * exactly what `clocks/clocks.ts` and `rules/required.ts` say; docs/formulas.md shows each with a sentence.
 *
 * Columns that would say nothing are left out: without a last-contact column silence is not measured, and without the day on
 * which a customer came to its stage nothing is stuck.
 */
export function calculatedFormulas(
  headers: FormulaHeaders,
  schema: Schema,
  words: WorkbookText,
): ReadonlyMap<CalculatedId, string> {
  const references = rowReferences(headers);
  const hasTouches = references.field("lastContact") !== null;
  const hasStages = references.field("stageSince") !== null && references.field("stage") !== null;
  const hasNext = references.field("nextDate") !== null;
  const row: Row = { ...references, words, hasTouches, hasStages };
  return new Map<CalculatedId, string>([
    ["status", statusFormula(row)],
    ...(hasTouches ? [["daysSilent", daysSilent(row)] as const] : []),
    ...(hasStages ? [["daysInStage", daysInStage(row)] as const] : []),
    ["stageRow", stageRow(row)],
    ["staleLimit", staleLimit(row)],
    ...(hasTouches ? [["lastTouch", lastTouch(row)] as const] : []),
    ...(hasTouches || hasStages ? [["otherFlags", otherFlags(row)] as const] : []),
    ...(hasNext ? [["daysLate", daysLate(row)] as const] : []),
    ...(hasNext || hasTouches || hasStages ? [["risk", risk(row)] as const] : []),
    ...(references.field("furthestStage") === null
      ? []
      : ([
          ["notedRow", notedRow(row)],
          ["furthestRow", furthestRow(row)],
        ] as const)),
    ...missingFormulas(headers, schema, words),
  ]);
}

/** Number formats of the calculated columns that hold numbers: a program must not take days for a date, nor a date for a number. */
export const calculatedFormats: Partial<Record<CalculatedId, string>> = {
  daysSilent: "0",
  daysInStage: "0",
  stageRow: "0",
  daysLate: "0",
  risk: "0",
  notedRow: "0",
  furthestRow: "0",
  lastTouch: "yyyy-mm-dd;;",
};
