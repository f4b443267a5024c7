import { winRateDefinitions, winRateIds, type WinRateId } from "../../measures/conversion";
import { figureNames } from "../../measures/figures";
import { smallestSample } from "../../measures/wilson";
import { quoteText } from "../../workbook/formulaText";
import { intervalText, rateTerm } from "../figureFormulas";
import { cellWhereReadable } from "../readability";
import { amountFormat, apart, rateFormat } from "../summaryPage";
import { summaryText } from "../summaryText";
import type { Part, PartInput } from "./part";

/** The win rate by each definition, with its denominator and interval. */
export function putWinRates(input: PartInput, row: number): Part | null {
  const { page, words, headers } = input;
  if (!headers.fields.has("stage")) return null;
  const { winRates, notMeasured, interval, figures } = summaryText[words.language];
  const wholes = wholesOf(input, notMeasured);
  const columns = [
    { header: winRates.method },
    { header: figures.won, format: amountFormat },
    { header: winRates.of, format: amountFormat },
    { header: winRates.rate, format: rateFormat },
    { header: interval, isQuiet: true },
    { header: apart + winRates.knownFrom, isText: true, isQuiet: true },
  ];
  const { end } = page.table({ row, column: 0 }, { heading: winRates.heading, columns }, (first) =>
    winRateIds.map((id, index) => {
      // A whole that is not known is the text for that.
      const [part, whole] = [page.at(first + index, 1), `N(${page.at(first + index, 2)})`];
      return [
        winRates.name[id],
        { formula: `=${figureNames.won}` },
        cellWhereReadable(wholes[id], notMeasured),
        cellWhereReadable(rateTerm(part, whole, notMeasured), notMeasured),
        {
          formula: `=IF(${whole}<${smallestSample},"",${intervalText({ part, rest: `(${whole}-${part})`, whole })})`,
        },
        apart + winRateDefinitions[id].knownFrom.join(", "),
      ];
    }),
  );
  return { end, categories: null };
}

/** The denominator of each definition. */
function wholesOf({ words, status }: PartInput, notMeasured: string): Readonly<Record<WinRateId, string>> {
  const { won, lost, parked } = figureNames;
  const contains = (word: string) => `COUNTIF(${status},${quoteText(word)})`;
  const { overdue, stale } = words.status;
  // Overdue stands before stale in the status, so that both together are found in this order.
  const neglected = `${contains(`*${overdue}*`)}+${contains(`*${stale}*`)}-${contains(`*${overdue}*${stale}*`)}`;
  return {
    closed: `${won}+${lost}`,
    created: `COUNTIF(${status},"?*")`,
    broad: `${won}+${lost}+${parked}`,
    // Nobody is overdue or stale where that cannot be seen: the whole is not known then, as in `measures/seen.ts`.
    strict: `IF(COUNT(${figureNames.overdue},${figureNames.stale})<2,${quoteText(notMeasured)},${won}+${lost}+${neglected})`,
  };
}
