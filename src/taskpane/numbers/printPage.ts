import type { OwnerSheet, OwnerSheetRow } from "../../domain/measures/ownerSheets";
import type { Customer } from "../../domain/measures/customer";
import type { PeriodId } from "../../domain/measures/periods";
import { isoOfSerial } from "../../domain/values/date";
import type { Rate } from "../../domain/measures/wilson";
import type { FigureWords } from "./figureWords";

/** Text of people's as text of a page: nothing in it is markup. */
function asText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A page of A4, one owner on each; the head of a table stands on every page that it takes. */
const style = `@page{size:A4;margin:14mm}body{font:13px/1.45 "Segoe UI","Microsoft YaHei",sans-serif;color:#1b1b1b;max-width:1000px;margin:0 auto;padding:16px}
section{break-after:page}section:last-child{break-after:auto}h1{font-size:20px;margin:0}h2{font-size:15px;margin:18px 0 4px}p{margin:2px 0;color:#555}
ul{list-style:none;display:flex;flex-wrap:wrap;gap:6px 24px;margin:10px 0;padding:0}li b{font-size:16px;margin-right:4px}
table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{break-inside:avoid}th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
th{font-weight:600;color:#555}.n{text-align:right;white-space:nowrap}.d{white-space:nowrap}.late{font-weight:600;color:#a4262c}
@media print{body{padding:0;max-width:none}}`;

type Column<Row> = readonly [head: string, cell: (row: Row) => string, look?: "n" | "d"];

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const looks = (look: string | undefined) => (look === undefined ? "" : ` class="${look}"`);
  const head = columns.map(([name, , look]) => `<th scope="col"${looks(look)}>${asText(name)}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${columns.map(([, cell, look]) => `<td${looks(look)}>${cell(row)}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/**
 * A page to print for each owner, as a document that stands by itself: what there is to do, and what the period brought.
 * Amounts and dates stand in full; where the sheet has no amounts, no column does.
 */
export function printPage(sheets: readonly OwnerSheet[], id: PeriodId, shown: FigureWords): string {
  const { check, inFull, numbers, words, write } = shown;
  const { today, system, language } = numbers;
  const text = words.page;
  const day = (serial: number | null) => (serial === null ? words.notMeasured : isoOfSerial(serial, system));
  const isReadable = check.figures.unreadable === null;
  // Without stages nobody knows who was closed: nothing is said of them rather than none.
  const canTellClosed = numbers.measures.seen.outcomes;
  const hasAmounts = numbers.records.columns.has("amount");
  const amount = (customer: Customer) =>
    customer.amount === null ? words.notMeasured : write.fullAmount(customer.amount);
  const share = (rate: Rate | undefined) => (rate === undefined ? words.notMeasured : write.rate(rate));
  const amounts: readonly Column<Customer>[] = hasAmounts ? [[text.amount, amount, "n"]] : [];
  const openColumns: readonly Column<OwnerSheetRow>[] = [
    [text.customer, ({ customer }) => asText(customer.name === "" ? words.drill.unnamed : customer.name)],
    [text.stage, ({ customer }) => asText(customer.stage)],
    ...amounts.map(([name, cell, look]): Column<OwnerSheetRow> => [name, ({ customer }) => cell(customer), look]),
    [text.lastContact, ({ lastContact }) => day(lastContact), "d"],
    [
      text.nextDate,
      ({ customer: { daysLate }, nextDate }) =>
        day(nextDate) + (daysLate === null ? "" : `<br><span class="late">${asText(text.late(daysLate))}</span>`),
      "d",
    ],
    [text.nextStep, ({ nextStep }) => asText(nextStep)],
  ];
  const closedColumns: readonly Column<Customer>[] = [
    [text.customer, ({ name }) => asText(name === "" ? words.drill.unnamed : name)],
    [text.outcome, ({ stage }) => asText(stage)],
    ...amounts,
    [text.closedOn, ({ closed }) => day(closed), "d"],
    [text.reason, ({ reason }) => asText(reason)],
  ];
  const sections = sheets.map(({ activity, open, closed }) => {
    const { logged, name, oldest, overdue } = activity;
    const owner = name === "" ? words.activity.noOwner : name;
    const target = { kind: "target", name } as const;
    const facts: readonly (readonly [string, string])[] = [
      [words.counts.open.name, check.figures.key.open === null ? words.notMeasured : String(open.length)],
      [
        words.counts.overdue.name,
        check.figures.key.overdue === null
          ? words.notMeasured
          : [String(overdue), ...(oldest === null ? [] : [words.activity.oldest(oldest)])].join(" · "),
      ],
      [words.activity.figures.touches.name, logged ? String(logged.touches.length) : words.notMeasured],
      [words.activity.figures.coverage.name, share(isReadable ? logged?.coverage.rate : undefined)],
      [words.activity.figures.promises.name, share(logged?.promises.rate)],
      [words.activity.figures.closed.name, share(isReadable ? activity.closed : undefined)],
      ...(inFull(target) === undefined ? [] : [[words.target.figure.name, inFull(target) ?? ""] as const]),
    ];
    const list = facts.map(([fact, value]) => `<li><b>${asText(value)}</b>${asText(fact)}</li>`).join("");
    return [
      `<section><h1>${asText(text.title(owner))}</h1>`,
      `<p>${asText(text.asOf(day(today)))} · ${asText(words.activity.hint(words.period.names[id]))}</p><ul>${list}</ul>`,
      `<h2>${asText(text.open(open.length))}</h2>`,
      open.length === 0 ? `<p>${asText(words.drill.noRows)}</p>` : table(open, openColumns),
      ...(canTellClosed
        ? [
            `<h2>${asText(text.closed(words.period.names[id], closed.length))}</h2>`,
            closed.length === 0 ? `<p>${asText(words.drill.noRows)}</p>` : table(closed, closedColumns),
          ]
        : []),
      "</section>",
    ].join("");
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${asText(text.heading)}</title><style>${style}</style></head><body>${sections.join("")}</body></html>\n`;
}
