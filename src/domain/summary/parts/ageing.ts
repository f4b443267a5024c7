import { followUpTable } from "../../followUps/followUps";
import { bandEnds, figureNames } from "../../measures/figures";
import { defaultStaleDays } from "../../schema/field";
import { todayName } from "../../schema/settingsNames";
import { settingsColumn } from "../../settings/tables";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { quoteText } from "../../workbook/formulaText";
import { openCriteria } from "../figureFormulas";
import { isGone, whereReadable } from "../readability";
import { amountFormat, grey } from "../summaryPage";
import { summaryText, type SummaryText } from "../summaryText";
import { columnOf, restOf, type Part, type PartInput } from "./part";

/** Rows from the heading to the line that says the limit: header, bands, the last band, and who was never contacted. */
const limitLine = bandEnds.length + 4;

/** Days of a band as formulas: the last one of the band before, null for the first band, and its own last one, null for no end. */
interface Band {
  readonly after: string | null;
  readonly to: string | null;
}

/** Open customers by how long they have been silent and, where the sheet says it, in their stage: in bands of the shortest limit. */
export function putAgeing(input: PartInput, row: number): Part | null {
  const { page, words, headers } = input;
  const contact = headers.fields.get("lastContact");
  if (contact === undefined) return null;
  const { ageing } = summaryText[words.language];
  const silent = referenceTo("body", followUpTable, headers.calculated.daysSilent);
  const since = headers.fields.get("stageSince");
  const counts = [
    { name: ageing.silent, header: contact, formulaOf: (band: Band) => `COUNTIFS(${within(silent, band)})` },
    ...(since === undefined
      ? []
      : [{ name: ageing.inStage, header: since, formulaOf: (band: Band) => inStageFormula(input, since, band) }]),
  ];
  const columns = [{ header: ageing.band }, ...counts.map(({ name }) => ({ header: name, format: amountFormat }))];
  const bands = bandsOf(page.at(row + limitLine, 1));
  const part = page.table({ row, column: 0 }, { heading: ageing.heading, columns }, (first) => [
    ...bands.map((band): readonly CellInput[] => [
      { formula: `=${bandWords(band, ageing)}` },
      ...counts.map(({ header, formulaOf }) => ({ formula: `=${whileThere(input, header, formulaOf(band))}` })),
    ]),
    [
      ageing.neverContacted,
      ...counts.map(({ header }, index) =>
        restOf(input, columnOf(first, index + 1, bands.length), whileThere(input, header, figureNames.open)),
      ),
    ],
  ]);
  page.put(row + limitLine, 0, [[ageing.limitNote, { formula: limitFormula(input) }]]);
  page.style({ row: row + limitLine, column: 0, rows: 1, columns: 2 }, { color: grey, size: 9 });
  page.format(columnOf(row + limitLine, 1, 1), amountFormat);
  return { end: part.end + 1, categories: columnOf(part.first, 0, bands.length) };
}

/** The shortest limit that the Settings set: `measures/figures.ts`. */
function limitFormula({ words: { language, stageKind } }: PartInput): string {
  const smallest = (column: string) => `IFERROR(SMALL(${column},COUNTIF(${column},"<=0")+1),10^6)`;
  const ofStages = settingsColumn("stages", "staleDays", language);
  const isOpen = `${settingsColumn("stages", "kind", language)},${quoteText(stageKind.open)}`;
  const isSet = `COUNTIFS(${isOpen},${ofStages},">0")`;
  const usual = `IF(COUNTIFS(${isOpen})>${isSet},${defaultStaleDays},10^6)`;
  const smallestOf = [ofStages, settingsColumn("types", "staleDays", language)].map(smallest).join(",");
  return `=MAX(1,INT(MIN(${smallestOf},${usual})))`;
}

function bandsOf(limit: string): readonly Band[] {
  const ends = bandEnds.map((times) => (times === 1 ? limit : `${times}*${limit}`));
  return [...ends, null].map((to, index) => ({ after: ends[index - 1] ?? null, to }));
}

/** First day of a band. */
function firstDay({ after }: Band): string {
  return after === null ? "0" : `(${after}+1)`;
}

/** `8–14 days` as a formula. */
function bandWords(band: Band, { between, over }: SummaryText["ageing"]): string {
  if (band.to === null) return [quoteText(over[0]), band.after ?? "0", quoteText(over[1])].join("&");
  return [firstDay(band), quoteText(between[0]), band.to, quoteText(between[1])].join("&");
}

function within(days: string, band: Band): string {
  return `${days},">="&${firstDay(band)}${band.to === null ? "" : `,${days},"<="&${band.to}`}`;
}

/** What a formula says while rows can be read and the column with the days is there. */
function whileThere({ words }: PartInput, header: string, formula: string): string {
  const { notMeasured } = summaryText[words.language];
  return whereReadable(`IF(${isGone(header)},${quoteText(notMeasured)},${formula})`, notMeasured);
}

/** Open customers that came to their stage as many days ago as the band says. */
function inStageFormula({ words, status }: PartInput, header: string, band: Band): string {
  const since = referenceTo("body", followUpTable, header);
  const isOpen = `${openCriteria(status, words)},${status},${quoteText(`<>${words.status.broken}`)}`;
  const until = band.to === null ? "" : `,${since},">="&${todayName}-${band.to}`;
  return `COUNTIFS(${isOpen},${since},"<"&${todayName}+1-${firstDay(band)},${since},">=1"${until})`;
}
