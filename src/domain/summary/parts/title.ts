import { figureNames } from "../../measures/figures";
import { todayName } from "../../schema/settingsNames";
import type { CellInput } from "../../values/value";
import { quoteText } from "../../workbook/formulaText";
import { sumOf } from "../figureFormulas";
import { dayFormat, grey } from "../summaryPage";
import { unreadableName } from "../readability";
import { summaryText } from "../summaryText";
import type { PeriodCells } from "./periods";
import { columnOf, type PartInput } from "./part";

/** Heading, review day, and a sentence that says the week. @param periods cells of this week and the one before; null where they are not on the page */
export function putTitle(input: PartInput, periods: PeriodCells | null): void {
  const { page, words } = input;
  const { heading, asOf } = summaryText[words.language];
  page.put(0, 0, [[heading], [asOf, { formula: `=${todayName}` }], [weekSentence(input, periods)]]);
  page.style(columnOf(0, 0, 1), { bold: true, size: 18, height: 30 });
  page.style({ row: 1, column: 0, rows: 1, columns: 2 }, { color: grey, align: "left" });
  page.format(columnOf(1, 1, 1), dayFormat);
  page.style(columnOf(2, 0, 1), { size: 12, height: 20 });
}

/** What is overdue and what it is worth; what was won this week and the week before. Blank where the sheet says neither. */
function weekSentence(input: PartInput, periods: PeriodCells | null): CellInput {
  const { words, headers } = input;
  const { week } = summaryText[words.language];
  const parts = [...(headers.fields.has("nextDate") ? [overdueWords(input)] : []), ...wonWords(input, periods)];
  return parts.length === 0
    ? ""
    : { formula: `=IF(${unreadableName},"",${[...parts, quoteText(week.end)].join("&")})` };
}

function overdueWords({ words, status, amount }: PartInput): string {
  const { week } = summaryText[words.language];
  const { overdue } = figureNames;
  const worth = amount && `${sumOf(amount)},${status},${quoteText(`*${words.status.overdue}*`)})`;
  const said = worth === null ? "" : `${quoteText(week.worth)}&${roundedMoney(worth, words.language)}`;
  const money = worth === null ? [] : [`IF(ISNUMBER(${figureNames.pipelineAmount}),${said},"")`];
  const some = [quoteText(week.overdue[0]), overdue, quoteText(week.overdue[1]), ...money].join("&");
  return `IF(${overdue}=0,${quoteText(week.noneOverdue)},${some})`;
}

function wonWords({ words, amount, headers }: PartInput, periods: PeriodCells | null): readonly string[] {
  if (!periods) return [];
  const { week } = summaryText[words.language];
  const worth = ({ won, wonAmount }: PeriodCells) => {
    const money = [quoteText(week.sum[0]), roundedMoney(wonAmount, words.language), quoteText(week.sum[1])].join("&");
    // Where it is not known how much, it is said how many.
    return amount === null ? [] : [`IF(OR(${won}=0,NOT(ISNUMBER(${wonAmount}))),"",${money})`];
  };
  return [
    ...(headers.fields.has("nextDate") ? [quoteText(week.between)] : []),
    ...[quoteText(week.won[0]), periods.won, quoteText(week.won[1]), ...worth(periods)],
    ...[quoteText(week.before[0]), periods.wonBefore, quoteText(week.before[1])],
  ];
}

/** Money inside a sentence, to one decimal of its unit. `TEXT` would take another country's point for a thousands sign. */
function roundedMoney(amount: string, language: PartInput["words"]["language"]): string {
  const { unit, of } = summaryText[language].money;
  return `ROUND(${amount}/${of},1)&${quoteText(unit)}`;
}
