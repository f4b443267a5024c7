import { isDateSerial, weekdayOf } from "../../values/date";
import { isBlank } from "../../values/value";
import { text } from "../cells";
import type { Cell, EntryTable } from "../column";

/** A row of the table of days: a holiday, a weekend day on which people work, or both beside each other. */
export interface Day {
  /** Serials of the workbook's date system. */
  readonly off: number | null;
  readonly on: number | null;
  /** The team's own words; nothing reads them. */
  readonly note: string;
}

/** A whole day, or null for a blank cell. */
const day: Cell<number | null> = {
  read: (cell, _, { dateSystem }) => {
    if (isBlank(cell)) return { value: null, problem: null };
    if (typeof cell !== "number" || !isDateSerial(cell, dateSystem))
      return { value: null, problem: { kind: "notADate", value: cell } };
    return { value: Math.floor(cell), problem: null };
  },
  write: (value) => value ?? "",
  format: "yyyy-mm-dd",
};

/** A day at the weekend; another one is kept, and reported. */
const weekendDay: Cell<number | null> = {
  ...day,
  read: (cell, usual, look) => {
    const reading = day.read(cell, usual, look);
    if (typeof cell !== "number" || reading.value === null) return reading;
    const weekday = weekdayOf(cell, look.dateSystem);
    return weekday === 0 || weekday === 6 ? reading : { ...reading, problem: { kind: "noWeekend", value: cell } };
  },
};

/** Days that count otherwise than the calendar has them. */
export const holidaysTable: EntryTable<Day> = {
  table: "holidays",
  name: null,
  keyOf: (name) => name,
  start: () => ({ off: null, on: null, note: "" }),
  entries: ({ calendar: { off, on } }) =>
    Array.from({ length: Math.max(off.length, on.length) }, (_, row) => ({
      off: off[row] ?? null,
      on: on[row] ?? null,
      note: "",
    })),
  columns: {
    off: { header: { "zh-CN": "休息日", en: "Day off" }, width: 14, ...day },
    on: { header: { "zh-CN": "补班日", en: "Make-up day" }, width: 14, ...weekendDay },
    note: { header: { "zh-CN": "说明", en: "Note" }, width: 20, ...text },
  },
};
