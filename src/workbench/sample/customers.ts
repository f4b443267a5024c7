import { isoOfSerial, serialOf } from "../../domain/values/date";
import { logColumns, logTable } from "../../domain/log/logColumns";
import type { Language } from "../../domain/values/language";
import { logText } from "../../domain/log/logText";
import { blankSheet } from "../data/blankSheet";
import type { BookData, CellData, CellFormat, RowData } from "../data/bookData";
import { sampleLog, stageDay, type LoggedCustomer } from "./log";
import {
  feedback,
  headers,
  lostReasons,
  names,
  needs,
  notes,
  owners,
  sheetTitle,
  sources,
  stages,
  surnames,
  titles,
  trades,
  types,
  wonReasons,
  type Both,
} from "./words";

/** Numbers that look random and are the same every time (mulberry32). */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

function pick<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error("an empty list of words");
  return found;
}

/** Days from today to the promised next date of the open customers: a week in which some things were left lying. */
const nextDays = [-9, -6, -4, -3, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14];
/** Days since the last contact; the long ones are forgotten customers. */
const silentDays = [1, 2, 2, 3, 3, 4, 4, 5, 6, 2, 1, 3, 5, 17, 24, 2, 4];

type Cell = string | number | null;

/** One customer's row in the order of the headers. */
function customerRow(
  index: number,
  stage: (typeof stages)[number],
  day: number,
  dice: (sides: number) => number,
  say: (words: Both) => string,
): Cell[] {
  const company =
    say(pick(names, index)) +
    (say(sheetTitle) === sheetTitle.en ? " " : "") +
    say(pick(trades, index * 3 + Math.floor(index / 15)));
  const surname = say(pick(surnames, index * 5 + dice(3)));
  const title = say(pick(titles, dice(titles.length)));
  const contact = say(sheetTitle) === sheetTitle.en ? `${surname} ${title}` : surname + title;
  const open = stage.kind === "open";
  const closed = stage.kind === "won" || stage.kind === "lost";
  const silent = closed ? 3 + dice(80) : stage.kind === "parked" ? 20 + dice(30) : pick(silentDays, index + dice(5));
  const lastContact = day - silent;
  const firstContact = lastContact - 15 - dice(90);
  const next = open ? day + pick(nextDays, index * 7 + dice(6)) : stage.kind === "parked" ? day + 20 + dice(40) : null;
  const reason =
    stage.kind === "won"
      ? say(pick(wonReasons, dice(2)))
      : stage.kind === "lost"
        ? say(pick(lostReasons, dice(3)))
        : null;
  return [
    company,
    say(pick(types, dice(6) < 3 ? 0 : 1 + dice(2))),
    contact,
    String(13_800_000_000 + index + 1),
    say(pick(owners, index + dice(2))),
    say(pick(sources, dice(sources.length))),
    say(stage.name),
    (2 + dice(60)) * 10_000,
    firstContact,
    lastContact,
    next,
    stage.steps.length === 0 ? null : say(pick(stage.steps, dice(stage.steps.length))),
    say(pick(needs, dice(needs.length))),
    say(pick(feedback, dice(feedback.length))),
    closed ? lastContact : null,
    reason,
    say(pick(notes, dice(notes.length))),
    `KH${String(index + 1).padStart(4, "0")}`,
    null,
  ];
}

/** Column of a header; the columns are the same in both languages. */
const sampleColumns = {
  owner: 4,
  amount: 7,
  firstContact: 8,
  lastContact: 9,
  next: 10,
  step: 11,
  closedOn: 14,
  id: 17,
  stageSince: 18,
} as const;
const dateColumns: readonly number[] = [
  sampleColumns.firstContact,
  sampleColumns.lastContact,
  sampleColumns.next,
  sampleColumns.closedOn,
  sampleColumns.stageSince,
];

/** A date as people type it when nobody stops them: text with dots. */
export function dottedDate(day: number): string {
  return isoOfSerial(day, 1900).replace(/-0?/g, ".");
}

/** The day of such a date; null for all else. */
export function dottedDay(value: unknown): number | null {
  const typed = typeof value === "string" ? /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(value) : null;
  return typed && serialOf({ year: Number(typed[1]), month: Number(typed[2]), day: Number(typed[3]) }, 1900);
}

/** What every real sheet has: a few cells that nobody filled in, and a date that is not one. */
function spoil(rows: Cell[][], open: readonly number[], day: number): void {
  const change = (place: number, column: number, value: Cell): void => {
    const cells = rows[open[place] ?? -1];
    if (cells !== undefined) cells[column] = value;
  };
  change(2, sampleColumns.owner, null);
  change(19, sampleColumns.owner, null);
  change(6, sampleColumns.next, dottedDate(day + 2));
  for (const place of [4, 13, 22]) {
    change(place, sampleColumns.next, null);
    change(place, sampleColumns.step, null);
  }
  change(9, sampleColumns.amount, null);
}

/** Rows come as they were entered, not sorted by stage. */
function shuffled<T>(list: readonly T[], dice: (sides: number) => number): T[] {
  const rest = [...list];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(dice(rest.length), 1));
  return out;
}

const widths = [26, 13, 16, 16, 15, 16, 15, 13, 14, 14, 15, 30, 40, 32, 15, 15, 30, 12, 14];
const logWidths = [13, 19, 13, 26, 9, 12, 14, 10, 40, 32, 14, 14, 14, 14, 12];

/**
 * The sample as a sales team would have it before set-up: about 60 customers of a firm that does not exist, the same facts in
 * both languages.
 * @param day the day that counts as today, as a serial of the 1900 system; all dates are relative to it
 */
export function sampleBook(language: Language, day: number): BookData {
  const dice = createDice(20_240_229);
  const say = (words: Both): string => words[language];
  const order = shuffled(
    stages.flatMap((stage) => Array.from({ length: stage.customers }, () => stage)),
    dice,
  );
  const rows = order.map((stage, index) => customerRow(index, stage, day, dice, say));
  spoil(
    rows,
    order.flatMap((stage, index) => (stage.kind === "open" ? [index] : [])),
    day,
  );
  const logged = rows.map((cells, index): LoggedCustomer => {
    const day = (column: number) => Number(cells[column]);
    const next = cells[sampleColumns.next];
    return {
      id: String(cells[sampleColumns.id]),
      name: String(cells[0]),
      // Somebody had the contact, even where the sheet has lost the name of the owner.
      owner: String(cells[sampleColumns.owner] ?? say(pick(owners, index))),
      stage: stages.findIndex((stage) => stage === order[index]),
      firstContact: day(sampleColumns.firstContact),
      lastContact: day(sampleColumns.lastContact),
      next: typeof next === "number" ? next : null,
    };
  });
  const log = sampleLog(logged, language, dice);
  logged.forEach((customer, index) => {
    const cells = rows[index];
    if (cells) cells[sampleColumns.stageSince] = stageDay(customer, log);
  });
  const formats: CellFormat[] = [
    {},
    // No fill: the header of a table style is white on colour, and a fill of our own under it would make it unreadable.
    { bold: true },
    { numberFormat: language === "en" ? "yyyy-mm-dd" : "yyyy/m/d" },
    { numberFormat: "#,##0" },
    { numberFormat: "@" },
    { numberFormat: "yyyy-mm-dd hh:mm" },
  ];
  const formatOf = (column: number): number | undefined =>
    dateColumns.includes(column)
      ? 2
      : column === sampleColumns.amount
        ? 3
        : column === 3 || column === sampleColumns.id
          ? 4
          : undefined;
  const logFormatOf = (column: number): number | undefined => {
    switch (logColumns[column]) {
      case "enteredAt":
        return 5;
      case "date":
      case "promised":
        return 2;
      case "id":
      case "customerId":
        return 4;
      default:
        return undefined;
    }
  };
  const logTextNow = logText[language];
  const logHeaders = logColumns.map((column) => logTextNow.headers[column]);
  const toRow = (cells: readonly Cell[], row: number, format: (column: number) => number | undefined): RowData => ({
    row,
    cells: cells.flatMap((value, column): CellData[] => {
      const index = format(column);
      if (value === null || value === "") return index === undefined ? [] : [{ column, value: null, format: index }];
      return [{ column, value, ...(index === undefined ? {} : { format: index }) }];
    }),
  });
  return {
    date1904: false,
    sheets: [
      {
        ...blankSheet(say(sheetTitle)),
        frozenRows: 1,
        rows: [toRow(headers.map(say), 0, () => 1), ...rows.map((cells, i) => toRow(cells, i + 1, formatOf))],
        // English words are longer than the same ones in Chinese.
        columns: widths.map((width, column) => ({
          column,
          width: language === "en" ? Math.round(width * 1.25) : width,
        })),
        frozenColumns: 1,
      },
      {
        ...blankSheet(logTextNow.title),
        frozenRows: 1,
        rows: [
          toRow(logHeaders, 0, () => 1),
          ...log.map((cells, i) =>
            toRow(
              logColumns.map((column) => cells[column]),
              i + 1,
              logFormatOf,
            ),
          ),
        ],
        columns: logWidths.map((width, column) => ({ column, width })),
        tables: [
          {
            name: logTable,
            area: { row: 0, column: 0, rows: log.length + 1, columns: logColumns.length },
            headerRow: true,
            totalsRow: false,
            filterButtons: true,
            bandedRows: true,
            style: "TableStyleLight1",
            columns: logHeaders.map((name) => ({ name })),
            filtered: false,
          },
        ],
      },
    ],
    activeSheet: say(sheetTitle),
    names: [],
    formats,
  };
}
