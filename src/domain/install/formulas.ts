import type { CalculatedId, FieldId } from "../schema/fieldIds";
import { quoteText } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { cellReference } from "../followUps/followUps";
import { missingFormula } from "./missingFormula";
import { countingName, todayName } from "../schema/settingsNames";
import { settingsColumn, type ColumnOf } from "../settings/tables";
import type { Schema } from "../schema/field";
import { defaultStaleDays } from "../schema/field";
import { keyFields } from "../followUps/records";
import { workbookText, type WorkbookText } from "../schema/workbookText";

/** Words of a settings cell in either language: the cell is read by both, as `settings/readSettings.ts` does. */
const countingWords = Object.values(workbookText).map(({ counting }) => quoteText(counting.working));

/**
 * Days from a day to the review day, in calendar or working days as the Settings say; what `clocks/calendar.ts` counts.
 * @param day formula of a whole day that has come
 */
function daysSince(day: string, { language }: WorkbookText): string {
  const column = (name: ColumnOf<"holidays">) => settingsColumn("holidays", name, language);
  const isWorking = `OR(${countingWords.map((word) => `${countingName}=${word}`).join(",")})`;
  const working =
    `IF(${todayName}>${day},NETWORKDAYS(${day}+1,${todayName},${column("off")})+` +
    `COUNTIFS(${column("on")},">="&${day}+1,${column("on")},"<"&${todayName}+1),0)`;
  return `IF(${isWorking},${working},${todayName}-${day})`;
}

/**
 * The calculated columns as live formulas, in the order they stand. They say exactly what `clocks/clocks.ts` and
 * `rules/required.ts` say, in words that Excel 2016, WPS and LibreOffice know: no LET, no XLOOKUP. Look-ups go through
 * SUMPRODUCT over the Settings tables.
 *
 * Days silent stands only where the sheet has a last-contact column: without one silence is not measured.
 */
export function calculatedFormulas(
  headers: FormulaHeaders,
  schema: Schema,
  words: WorkbookText,
): ReadonlyMap<CalculatedId, string> {
  const cell = (field: FieldId) => {
    const header = headers.fields.get(field);
    return header === undefined ? null : cellReference(header);
  };
  const stageColumn = (column: ColumnOf<"stages">) => settingsColumn("stages", column, words.language);
  const typeColumn = (column: ColumnOf<"types">) => settingsColumn("types", column, words.language);
  const stage = cell("stage");
  const type = cell("customerType");
  const next = cell("nextDate");
  const last = cell("lastContact");
  const first = cell("firstContact");
  const since = cell("stageSince");
  const { status, separator } = words;
  const result = new Map<CalculatedId, string>();

  const keys = keyFields.flatMap((field) => cell(field) ?? []);
  const isBlankRow = `LEN(TRIM(${keys.join("&")}))=0`;
  // Not COUNTIFS: to it a stage "??" is every stage of two characters, and "<3" everything smaller. `&""` makes 7 and "7" one.
  const isStage = `(${stageColumn("name")}&""=${stage}&"")`;
  const ofKind = (kind: "won" | "lost" | "parked") =>
    `SUMPRODUCT(${isStage}*(${stageColumn("kind")}=${quoteText(words.stageKind[kind])}))`;
  const hasKind = (kind: "won" | "lost" | "parked") => `${ofKind(kind)}>0`;
  const byKind = (open: string) =>
    stage === null
      ? open
      : `IF(${hasKind("won")},${quoteText(status.won)},IF(${hasKind("lost")},${quoteText(status.lost)},` +
        `IF(${hasKind("parked")},${quoteText(status.parked)},${open})))`;

  const contact = (reference: string) =>
    `IF(ISNUMBER(${reference}),IF(${reference}<${todayName}+1,INT(${reference}),0),0)`;
  const lastContact = last === null ? null : first === null ? contact(last) : `MAX(${contact(last)},${contact(first)})`;
  // An error in the type is no type; it must not hide the rest.
  const isType = `(${typeColumn("name")}&""=IFERROR(${type}&"",""))`;
  // A text in place of a limit is larger than every number to Excel: no days are more than it, and it is not one that is set.
  const isSet = (matches: string, column: string) => `SUMPRODUCT(${matches}*ISNUMBER(${column})*(${column}>0))`;
  const isPast = (matches: string, column: string, days: string, by: ">" | ">=" = ">") =>
    `SUMPRODUCT(${matches}*(${column}>0)*(${days}${by}${column}))`;
  const limits = [
    ...(stage === null ? [] : [[isStage, stageColumn("staleDays")] as const]),
    ...(type === null ? [] : [[isType, typeColumn("staleDays")] as const]),
  ];
  /** Whether days are past any limit that is set, or past the default where none is. */
  const pastLimit = (days: string, by: ">" | ">=") =>
    limits.length === 0
      ? `${days}${by}${defaultStaleDays}`
      : `${limits.map(([matches, column]) => isPast(matches, column, days, by)).join("+")}+` +
        `(${limits.map(([matches, column]) => isSet(matches, column)).join("+")}=0)*(${days}${by}${defaultStaleDays})>0`;
  const silentCell = cellReference(headers.calculated.daysSilent);
  // Not "any kind but open": a stage whose kind somebody left blank is an open one.
  const closed = stage === null ? null : `${ofKind("won")}+${ofKind("lost")}+${ofKind("parked")}>0`;

  const byNextDate =
    next === null
      ? quoteText(status.onTrack)
      : `IF(LEN(TRIM(${next}))=0,${quoteText(status.noNextStep)},IF(ISNUMBER(${next}),` +
        `IF(INT(${next})<${todayName},${quoteText(status.overdue)},IF(INT(${next})=${todayName},` +
        `${quoteText(status.today)},${quoteText(status.onTrack)})),${quoteText(status.unclearDate)}))`;
  // A warning comes where the stage says so, else one day before the limit.
  const oneDayBefore = pastLimit(`(${silentCell}+1)`, ">=");
  const warnColumn = stageColumn("warnDays");
  const quiet =
    stage === null
      ? oneDayBefore
      : `IF(${isSet(isStage, warnColumn)}>0,${isPast(isStage, warnColumn, silentCell, ">=")}>0,${oneDayBefore})`;
  const silence =
    lastContact === null
      ? []
      : [
          `IF(ISNUMBER(${silentCell}),IF(${pastLimit(silentCell, ">")},${quoteText(separator + status.stale)},` +
            `IF(${silentCell}>0,IF(${quiet},${quoteText(separator + status.goingQuiet)},""),"")),"")`,
        ];
  const stuck =
    since === null || stage === null
      ? []
      : [
          `IF(ISNUMBER(${since}),IF(AND(${since}>=1,${since}<${todayName}+1),` +
            `IF(${isPast(isStage, stageColumn("stuckDays"), daysSince(`INT(${since})`, words))}>0,` +
            `${quoteText(separator + status.stuck)},""),""),"")`,
        ];
  const flags = [...silence, ...stuck];
  const open =
    flags.length === 0
      ? byNextDate
      : `SUBSTITUTE(${[byNextDate, ...flags].join("&")},${quoteText(status.onTrack + separator)},"")`;
  result.set("status", `=IFERROR(IF(${isBlankRow},"",${byKind(open)}),${quoteText(status.broken)})`);

  if (lastContact !== null) {
    const days = `IF(${lastContact}>0,${daysSince(lastContact, words)},"")`;
    const shown = closed === null ? days : `IF(${closed},"",${days})`;
    result.set("daysSilent", `=IFERROR(IF(${isBlankRow},"",${shown}),"")`);
  }

  result.set("missing", missingFormula(headers, schema, words));
  return result;
}
