import { missingFormula } from "./missingFormula";
import { settingsTables, todayName, type SettingsColumns } from "./settingsNames";
import type { Schema } from "../schema/field";
import { defaultStaleDays, type CalculatedId, type FieldId } from "../schema/field";
import { keyFields } from "../sheet/records";
import { followUpTable } from "../sheet/locate";
import type { WorkbookWords } from "../words/workbookWords";

/** Text as a formula's string literal, quotes doubled. */
export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A header inside a structured reference: `[ ] # ' @` take an apostrophe before them. */
function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}

/** A whole column of a table: `FollowUps[负责人]`. */
export function columnReference(table: string, header: string): string {
  return `${table}[${escapeHeader(header)}]`;
}

/**
 * A criterion that COUNTIFS and SUMIFS meet with this very text. As it is, a stage "??" would count every stage of two
 * characters, and "<3" everything smaller: wildcards are masked, and the `=` keeps other operators from being one.
 */
export function exactly(reference: string): string {
  return `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${reference},"~","~~"),"*","~*"),"?","~?")`;
}

/** The cell of a column in the formula's own row, in the long form that LibreOffice and Excel 2016 know as well. */
export function cellReference(header: string): string {
  return `${followUpTable}[[#This Row],[${escapeHeader(header)}]]`;
}

/** Headers of the follow-up table as its formulas need them. */
export interface FormulaHeaders {
  readonly fields: ReadonlyMap<FieldId, string>;
  readonly calculated: Readonly<Record<CalculatedId, string>>;
}

/**
 * The calculated columns as live formulas, in the order they stand. They say exactly what `measures/clocks.ts` and
 * `rules/required.ts` say, in words that Excel 2016, WPS and LibreOffice know: no LET, no XLOOKUP. Look-ups go through
 * COUNTIFS and SUMIFS over the stages table.
 *
 * Days silent stands only where the sheet has a last-contact column: without one silence is not measured.
 */
export function calculatedFormulas(
  headers: FormulaHeaders,
  schema: Schema,
  words: WorkbookWords,
): ReadonlyMap<CalculatedId, string> {
  const cell = (field: FieldId) => {
    const header = headers.fields.get(field);
    return header === undefined ? null : cellReference(header);
  };
  const stageColumn = (column: SettingsColumns["stages"]) =>
    columnReference(settingsTables.stages, words.settings.columns.stages[column]);
  const [stageNames, stageKindColumn, staleColumn] = [
    stageColumn("name"),
    stageColumn("kind"),
    stageColumn("staleDays"),
  ];
  const stage = cell("stage");
  const next = cell("nextDate");
  const last = cell("lastContact");
  const first = cell("firstContact");
  const { status } = words;
  const result = new Map<CalculatedId, string>();

  const keys = keyFields.flatMap((field) => cell(field) ?? []);
  const isBlankRow = `LEN(TRIM(${keys.join("&")}))=0`;
  // Not COUNTIFS: to it a stage "??" is every stage of two characters, and "<3" everything smaller. `&""` makes 7 and "7" one.
  const isStage = `(${stageNames}&""=${stage}&"")`;
  const ofKind = (kind: "won" | "lost" | "parked") =>
    `SUMPRODUCT(${isStage}*(${stageKindColumn}=${quoteText(words.stageKind[kind])}))`;
  const hasKind = (kind: "won" | "lost" | "parked") => `${ofKind(kind)}>0`;
  const byKind = (open: string) =>
    stage === null
      ? open
      : `IF(${hasKind("won")},${quoteText(status.won)},IF(${hasKind("lost")},${quoteText(status.lost)},` +
        `IF(${hasKind("parked")},${quoteText(status.parked)},${open})))`;

  const contact = (reference: string) =>
    `IF(ISNUMBER(${reference}),IF(${reference}<${todayName}+1,INT(${reference}),0),0)`;
  const lastContact = last === null ? null : first === null ? contact(last) : `MAX(${contact(last)},${contact(first)})`;
  // The comma form of SUMPRODUCT passes over text in the limits, as a limit of 0.
  const stageLimit = `SUMPRODUCT(--${isStage},${staleColumn})`;
  const limit = stage === null ? String(defaultStaleDays) : `IF(${stageLimit}>0,${stageLimit},${defaultStaleDays})`;
  const silentCell = cellReference(headers.calculated.daysSilent);
  // Not "any kind but open": a stage whose kind somebody left blank is an open one.
  const closed = stage === null ? null : `${ofKind("won")}+${ofKind("lost")}+${ofKind("parked")}>0`;

  const byNextDate =
    next === null
      ? quoteText(status.onTrack)
      : `IF(LEN(TRIM(${next}))=0,${quoteText(status.noNextStep)},IF(ISNUMBER(${next}),` +
        `IF(INT(${next})<${todayName},${quoteText(status.overdue)},IF(INT(${next})=${todayName},` +
        `${quoteText(status.today)},${quoteText(status.onTrack)})),${quoteText(status.unclearDate)}))`;
  const stale = words.separator + status.stale;
  const open =
    lastContact === null
      ? byNextDate
      : `SUBSTITUTE(${byNextDate}&IF(ISNUMBER(${silentCell}),IF(${silentCell}>${limit},${quoteText(stale)},""),""),` +
        `${quoteText(status.onTrack + stale)},${quoteText(status.stale)})`;
  result.set("status", `=IFERROR(IF(${isBlankRow},"",${byKind(open)}),${quoteText(status.broken)})`);

  if (lastContact !== null) {
    const days = `IF(${lastContact}>0,${todayName}-${lastContact},"")`;
    const shown = closed === null ? days : `IF(${closed},"",${days})`;
    result.set("daysSilent", `=IFERROR(IF(${isBlankRow},"",${shown}),"")`);
  }

  result.set("missing", missingFormula(headers, schema, words));
  return result;
}

/**
 * Formula text for comparing: Excel shortens `Table[[#This Row],[x]]` to `[@x]`, changes case of functions and drops or adds
 * spaces; text in quotes stays as it is.
 */
export function canonicalFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\w*\[\[#This Row\],\s*\[((?:'.|[^\]'])*)\]\]/gi, "[@$1]")
            .replace(/\w*\[@\[((?:'.|[^\]'])*)\]\]/g, "[@$1]")
            .replace(/\w+(?=\[@)/g, "")
            .replace(/\s+/g, "")
            .toLowerCase(),
    )
    .join("");
}

/** True where two formulas say the same, however Excel spells them. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || canonicalFormula(a) === canonicalFormula(b);
}
