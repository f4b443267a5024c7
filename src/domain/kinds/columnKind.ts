import type { YearlessDay } from "../values/cellDate";
import type { DateSystem } from "../values/date";
import type { Language } from "../values/language";
import type { DecimalSign } from "../values/writtenNumber";
import type { DayOrder } from "../values/writtenDate";

/** What settles how the texts of a column are read: the order of its dates, or the sign in front of its decimals. */
export type ColumnAnswer = DayOrder | DecimalSign;

/** What the texts of a column are read by. */
export interface ColumnBook {
  readonly system: DateSystem;
  readonly language: Language;
  /** Review day: serial of the workbook's date system. */
  readonly today: number;
}

/** What a text stands for: a value of its kind, or a day whose year the row says. */
export type Meaning = number | YearlessDay;

export const mostDoubt = 2;

/** One text in all the ways in which its kind can be read. Texts that nobody reads in any way have none. */
export interface Ways {
  /** By the kind's answers; null where the text means nothing in that way. */
  readonly meanings: readonly (Meaning | null)[];
  /** How far each meaning is to be doubted, from 0 up to `mostDoubt`: a year that is decades away is hardly what somebody had in mind. */
  readonly doubts: readonly number[];
  /** The answer that people take for granted where nothing speaks for another one. */
  readonly usual: ColumnAnswer | null;
  /** True where the text's only meaning is no proof of how the column is written. */
  readonly isWeak: boolean;
}

/** A kind whose texts mean one thing or another by what is written in the rest of their column. */
export interface ColumnKind {
  readonly question: "dayOrder" | "decimalSign";
  /** The plainest first. */
  readonly answers: readonly ColumnAnswer[];
  readonly waysOf: (text: string, book: ColumnBook) => Ways | null;
  /** What is wrong with a text that its column settles. */
  readonly storedAsText: "textDate" | "textNumber";
}
