/**
 * The two ways a workbook counts days: 1900 (Windows, nearly all files) and 1904 (old Mac files).
 * Serials are whole days; a fraction is a time of day. No zones, no `Date`: plain integer arithmetic on the calendar.
 */
export type DateSystem = 1900 | 1904;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days between the starts of the two systems. */
const systemOffset = 1462;
/** Serial of 1970-01-01 in the 1900 system. */
const epochSerial = 25569;
/**
 * Excel believes that 1900 was a leap year, so serials up to 60 stand for other days than the calendar says. No follow-up
 * sheet needs them: a smaller number is taken for a number, not for a date.
 */
const firstSafeSerial = 61;
/** 9999-12-31, the last day Excel knows, in the 1900 system. */
const lastSerial = 2_958_465;

/** Days since 1970-01-01 of a Gregorian date. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
function daysFromCivil({ year, month, day }: CalendarDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): CalendarDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Serial of a calendar date, or null where there is no such day or Excel cannot count it safely. */
export function serialOf(date: CalendarDate, system: DateSystem): number | null {
  const { year, month, day } = date;
  if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12 || day < 1) return null;
  const days = daysFromCivil(date);
  const back = civilFromDays(days);
  if (back.day !== day || back.month !== month || back.year !== year) return null;
  const serial = days + epochSerial;
  if (serial < firstSafeSerial || serial > lastSerial) return null;
  if (system === 1900) return serial;
  return serial >= systemOffset ? serial - systemOffset : null;
}

/** Calendar date of a serial; the time of day is dropped. Meaningful for serials that `isDateSerial` accepts. */
export function dateOf(serial: number, system: DateSystem): CalendarDate {
  return civilFromDays(Math.floor(serial) - epochSerial + (system === 1904 ? systemOffset : 0));
}

/**
 * First and last day that a number can be: from 1900-03-01 on, or from 1904-01-02 on, up to 9999-12-31. The day before is 0, which
 * stands where nothing was filled in.
 */
export const dateLimits: Readonly<Record<DateSystem, { readonly first: number; readonly last: number }>> = {
  1900: { first: firstSafeSerial, last: lastSerial },
  1904: { first: 1, last: lastSerial - systemOffset },
};

/** True for a number that can be a date, with or without a time of day. */
export function isDateSerial(value: number, system: DateSystem): boolean {
  const { first, last } = dateLimits[system];
  return value >= first && value < last + 1;
}

/** The same day's serial in another date system. */
export function convertSerial(serial: number, from: DateSystem, to: DateSystem): number {
  if (from === to) return serial;
  return from === 1900 ? serial - systemOffset : serial + systemOffset;
}

/** Serial of an ISO date such as `2026-08-07`, or null. */
export function serialOfIso(iso: string, system: DateSystem): number | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(iso.trim());
  if (!match) return null;
  return serialOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, system);
}

/** ISO date of a serial: `2026-08-07`. */
export function isoOfSerial(serial: number, system: DateSystem): string {
  const { year, month, day } = dateOf(serial, system);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Day of the week of a serial, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(serial: number, system: DateSystem): number {
  const days = Math.floor(serial) - epochSerial + (system === 1904 ? systemOffset : 0);
  return (((days + 4) % 7) + 7) % 7;
}

/** Monday of the week in which a day lies; weeks begin on Monday. */
export function mondayOf(day: number, system: DateSystem): number {
  return Math.floor(day) - ((weekdayOf(day, system) + 6) % 7);
}

/**
 * Reads text that is plainly one date: year first with `-`, `/`, `.` or 年月日, in half or full width, with or without a
 * time of day behind it. Anything that needs a guess (no year, day or month first) is not read.
 * @returns the serial, or null
 */
export function readPlainDate(text: string, system: DateSystem): number | null {
  const plain = text.normalize("NFKC").trim();
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?$/.exec(
      plain,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return null;
  return serialOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, system);
}
