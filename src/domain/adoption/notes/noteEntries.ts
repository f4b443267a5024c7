import { dateOf, serialOf, type DateSystem } from "../../values/date";

/** One dated entry of a cell with several notes. */
export interface NoteEntry {
  /** Serial of the workbook's date system. */
  readonly day: number;
  readonly text: string;
}

export interface NoteContext {
  readonly system: DateSystem;
  /** Review day: an entry without a year is the last such day that is not behind it. */
  readonly today: number;
}

/** A date at the start of an entry: with a year, or without one. What follows must not make it an amount: 8.3万 is no day. */
const mark =
  /^[\s【[（(·•*#-]{0,4}(?:\d{1,2}[.、)）]\s{0,2}(?=\d{1,4}[-/.年月]))?(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{1,2})(?:月|\/|\.)(\d{1,2}))(?:日|号)?(?![\d.%万千kKwW元个人年月])[\s】\]）)]{0,3}(?:[:：,，、]|-(?!\d))?\s?/;

/** Where an entry may begin: at a line's start, or behind a sign that ends one. */
const borders = /[\n\r;；。]+/;

function dayOf(match: RegExpExecArray, { system, today }: NoteContext): number | null {
  const [, year, month, day, shortMonth, shortDay] = match;
  if (year !== undefined) return serialOf({ year: Number(year), month: Number(month), day: Number(day) }, system);
  const now = dateOf(today, system).year;
  const inYear = (wanted: number) =>
    serialOf({ year: wanted, month: Number(shortMonth), day: Number(shortDay) }, system);
  const thisYear = inYear(now);
  return thisYear !== null && thisYear <= today ? thisYear : inYear(now - 1);
}

/**
 * The dated entries of one cell, in the order in which they stand: 「8/3 电话，要报价；8/9 拜访，谈价格」. What follows a dated entry without a date
 * of its own belongs to it.
 * @returns none where the text does not begin with a date: what stands before the first one would belong to nobody
 */
export function noteEntries(text: string, context: NoteContext): readonly NoteEntry[] {
  const entries: { day: number; text: string }[] = [];
  for (const piece of text.split(borders)) {
    if (piece.trim() === "") continue;
    const match = mark.exec(piece);
    const day = match && dayOf(match, context);
    if (match && day !== null) {
      entries.push({ day, text: piece.slice(match[0].length).trim() });
      continue;
    }
    const last = entries.at(-1);
    if (!last) return [];
    last.text = last.text === "" ? piece.trim() : `${last.text}；${piece.trim()}`;
  }
  return entries.filter((entry) => entry.text !== "");
}
