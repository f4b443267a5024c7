import { followUpTable } from "../../followUps/followUps";
import { figureNames } from "../../measures/figures";
import { referenceTo } from "../../workbook/columnReference";
import { exactly, quoteText } from "../../workbook/formulaText";
import { cellWhereReadable } from "../readability";
import { amountFormat, settingsCell, type PageCorner } from "../summaryPage";
import { summaryText } from "../summaryText";
import { columnOf, restOf, type Part, type PartInput } from "./part";

/** Reasons of the Settings, and how many customers were lost and parked for each. @param corner where the table begins */
export function putReasons(input: PartInput, corner: PageCorner): Part | null {
  const { page, words, headers, schema, settings, status } = input;
  const header = headers.fields.get("reason");
  const count = schema.reasons.length;
  if (header === undefined || !headers.fields.has("stage") || count === 0) return null;
  const { reasons, figures, notListed, notMeasured } = summaryText[words.language];
  const reason = referenceTo("body", followUpTable, header);
  const { column } = corner;
  const columns = [
    { header: reasons.reason },
    { header: "" },
    { header: figures.lost, format: amountFormat },
    { header: figures.parked, format: amountFormat },
  ];
  const { end } = page.table(corner, { heading: reasons.heading, columns }, (first) => [
    ...schema.reasons.map((_, index) => {
      const same = `${reason},${exactly(`$${page.at(first + index, column)}`)}`;
      const counted = (word: string) =>
        cellWhereReadable(`COUNTIFS(${same},${status},${quoteText(word)})`, notMeasured);
      return [
        settingsCell(settings, "reasons", index, 0),
        "",
        counted(words.status.lost),
        counted(words.status.parked),
      ];
    }),
    [
      notListed,
      "",
      restOf(input, columnOf(first, column + 2, count), figureNames.lost),
      restOf(input, columnOf(first, column + 3, count), figureNames.parked),
    ],
  ]);
  return { end, categories: null };
}
