import { followUpTable } from "../../followUps/followUps";
import { ageingBands, figureNames } from "../../measures/figures";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import { referenceTo } from "../../workbook/columnReference";
import { quoteText } from "../../workbook/formulaText";
import { openCriteria } from "../figureFormulas";
import { whereReadable } from "../readability";
import { amountFormat } from "../summaryPage";
import { summaryText } from "../summaryText";
import { columnOf, restOf, type Part, type PartInput } from "./part";

/** Open customers by how long they have been silent and, where the sheet says it, in their stage. */
export function putAgeing(input: PartInput, row: number): Part | null {
  const { page, words, headers } = input;
  if (!headers.fields.has("lastContact")) return null;
  const { ageing, notMeasured } = summaryText[words.language];
  const silent = referenceTo("body", followUpTable, headers.calculated.daysSilent);
  const sinceHeader = headers.fields.get("stageSince");
  const since = sinceHeader === undefined ? null : referenceTo("body", followUpTable, sinceHeader);
  const counts = [ageing.silent, ...(since === null ? [] : [ageing.inStage])];
  const columns = [{ header: ageing.band }, ...counts.map((header) => ({ header, format: amountFormat }))];
  const part = page.table({ row, column: 0 }, { heading: ageing.heading, columns }, (first) => [
    ...ageingBands.map(({ from, to }): readonly CellInput[] => [
      ageing.days(from, to),
      {
        formula: `=${whereReadable(`COUNTIFS(${silent},">=${from}"${to === null ? "" : `,${silent},"<=${to}"`})`, notMeasured)}`,
      },
      ...(since === null ? [] : [{ formula: inStageFormula(input, since, from, to) }]),
    ]),
    [
      ageing.neverContacted,
      ...counts.map((_, index) => restOf(page, columnOf(first, index + 1, ageingBands.length), figureNames.open)),
    ],
  ]);
  return { end: part.end, categories: columnOf(part.first, 0, ageingBands.length) };
}

/** Open customers that came to their stage between `from` and `to` days ago. */
function inStageFormula({ words, status }: PartInput, since: string, from: number, to: number | null): string {
  const isOpen = `${openCriteria(status, words)},${status},${quoteText(`<>${words.status.broken}`)}`;
  const until = to === null ? "" : `,${since},">="&${todayName}-${to}`;
  const { notMeasured } = summaryText[words.language];
  const counted = `COUNTIFS(${isOpen},${since},"<"&${todayName}+1-${from},${since},">=1"${until})`;
  return `=${whereReadable(counted, notMeasured)}`;
}
