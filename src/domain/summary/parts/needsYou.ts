import { followUpTable } from "../../followUps/followUps";
import type { CellInput } from "../../values/value";
import { absoluteAddress } from "../../workbook/area";
import { referenceTo } from "../../workbook/columnReference";
import { quoteText } from "../../workbook/formulaText";
import { apart, grey, moneyFormats, type PageColumn } from "../summaryPage";
import { unreadableName } from "../readability";
import { summaryText } from "../summaryText";
import { columnOf, type PartInput } from "./part";

/** Customers that are named. */
const namedCustomers = 10;
/** Row of the page in which the block begins. */
const blockRow = 4;
/** Row of the page in which its first named figure stands, in the first column. */
export const figuresRow = blockRow + 2 + namedCustomers + 1;
/** Column with the row of the list in which a customer stands: the other cells find it by that. */
const rowColumn = 11;

/**
 * Who needs somebody this week: open customers that are overdue, stale, stuck or without a next step, those with the most money at
 * risk first. Lines are blank where there are fewer. The block keeps its room where the sheet has no column that tells.
 */
export function putNeedsYou(input: PartInput): void {
  const { page, words, headers } = input;
  const { needsYou } = summaryText[words.language];
  const isWatched = (["nextDate", "lastContact", "stageSince"] as const).some((field) => headers.fields.has(field));
  if (!isWatched) {
    page.put(blockRow, 0, [[needsYou.heading], [needsYou.notWatched]]);
    page.style(columnOf(blockRow, 0, 1), { bold: true, size: 13, height: 22 });
    page.style(columnOf(blockRow + 1, 0, 1), { color: grey });
    return;
  }
  const risk = referenceTo("body", followUpTable, headers.calculated.risk);
  page.table({ row: blockRow, column: 0 }, { heading: needsYou.heading, columns: columnsOf(input) }, (first) =>
    Array.from({ length: namedCustomers }, (_, index) => customerLine(input, risk, first + index, index + 1)),
  );
  page.put(blockRow, 2, [[countSentence(input, risk)]]);
  page.style(columnOf(blockRow, 2, 1), { color: grey, size: 9 });
}

function columnsOf({ words, column, amount }: PartInput): readonly PageColumn[] {
  const { needsYou, amount: money } = summaryText[words.language];
  const named = (reference: string | null, header: string) => (reference === null ? "" : header);
  return [
    { header: needsYou.customer, spans: 1 },
    { header: named(column("owner"), needsYou.owner), isText: true, spans: 1 },
    { header: named(column("stage"), needsYou.stage), isText: true, spans: 1 },
    { header: named(amount, money), format: moneyFormats[words.language] },
    { header: needsYou.days, format: "0" },
    { header: `${apart}${needsYou.why}`, isText: true, spans: 2 },
    { header: needsYou.row, format: "0", isQuiet: true },
  ];
}

/** The customer of a rank, by the row in which it stands. */
function customerLine(input: PartInput, risk: string, row: number, rank: number): readonly CellInput[] {
  const { page, words, status, column, amount, list } = input;
  const header = `ROW(${absoluteAddress(list.sheet, list.area)})`;
  const found = `$${page.at(row, rowColumn)}`;
  const at = (reference: string) => `INDEX(${reference},${found}-${header})`;
  const shown = (formula: string): CellInput => ({ formula: `=IF(${found}="","",${formula})` });
  const text = (reference: string | null): CellInput => (reference === null ? "" : shown(`${at(reference)}&""`));
  const notMeasured = quoteText(summaryText[words.language].notMeasured);
  return [
    text(column("customer")),
    text(column("owner")),
    text(column("stage")),
    amount === null ? "" : shown(`IF(ISNUMBER(${at(amount)}),${at(amount)},${notMeasured})`),
    shown(
      `MAX(${daysOf(input)
        .map(at)
        .map((days) => `N(${days})`)
        .join(",")})`,
    ),
    shown(`${quoteText(apart)}&${at(status)}`),
    { formula: `=IF(COUNTIF(${risk},">0")<${rank},"",MATCH(LARGE(${risk},${rank}),${risk},0)+${header})` },
  ];
}

/** Columns of the days that a customer is late or silent, or in its stage where the sheet tells neither. */
function daysOf({ headers: { fields, calculated } }: PartInput): readonly string[] {
  const columns = [
    ...(fields.has("nextDate") ? [calculated.daysLate] : []),
    ...(fields.has("lastContact") ? [calculated.daysSilent] : []),
  ];
  return (columns.length === 0 ? [calculated.daysInStage] : columns).map((header) =>
    referenceTo("body", followUpTable, header),
  );
}

/** How many there are, and in which order they stand; that there are none. */
function countSentence({ words }: PartInput, risk: string): CellInput {
  const { needsYou, notMeasured } = summaryText[words.language];
  const { none, all } = needsYou;
  const count = `COUNTIF(${risk},">0")`;
  const nobody = `IF(${unreadableName},${quoteText(notMeasured)},${quoteText(none)})`;
  return { formula: `=IF(${count}=0,${nobody},${quoteText(all[0])}&${count}&${quoteText(all[1])})` };
}
