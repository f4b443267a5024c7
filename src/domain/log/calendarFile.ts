import { foldText } from "../values/text";
import { dateLimits, dateOf, weekdayOf, type DateSystem } from "../values/date";
import type { ReviewContext } from "../schema/reviewContext";
import { oneLine } from "./oneLine";
import { takeAlongText } from "./takeAlongText";

/** A next date that somebody takes along. */
export interface Appointment {
  /** Blank where the row has no ID yet. */
  readonly customerId: string;
  readonly customer: string;
  readonly stage: string;
  readonly contact: string;
  readonly phone: string;
  readonly owner: string;
  readonly nextStep: string;
  /** Serial of the workbook's date system. One before the review day is overdue: it is put on the review day, and said to be. */
  readonly day: number;
}

/** The reminder starts from the review day. */
export interface CalendarFile extends Omit<ReviewContext, "schema"> {
  readonly appointments: readonly Appointment[];
  /** When the calendar speaks up on an appointment's day, in minutes from midnight; null for never. */
  readonly alarm: number | null;
  /** Whether a reminder of the weekly report goes with them. */
  readonly weekly: boolean;
  /** Now in UTC, such as `20260807T083000Z`. */
  readonly stamp: string;
  /** Grows with every file, so that a calendar takes a moved date for newer than what it has. */
  readonly sequence: number;
}

/** Mondays on which the weekly report is reminded of; then the calendar is quiet until a new file asks again. */
export const reminderWeeks = 12;
/** Nine in the morning, when the weekly report is reminded of. */
const reportAlarm = 9 * 60;

/** A line holds at most so many bytes of UTF-8, the line break not counted (RFC 5545, 3.1). */
const lineBytes = 75;

/** Text as a property value (RFC 5545, 3.3.11): backslash, semicolon, comma and line breaks are escaped, control characters left out. */
function escapeText(text: string): string {
  return (
    text
      .replace(/\\/g, "\\\\")
      .replace(/[;,]/g, (sign) => `\\${sign}`)
      .replace(/\r\n|\r|\n/g, "\\n")
      // Control characters but the tab are not allowed in a value.
      .replace(/[\p{Cc}]/gu, (sign) => (sign === "\t" ? sign : ""))
      // Half of a character, as a cut text may end in, is no UTF-8.
      .replace(/\p{Surrogate}/gu, "\uFFFD")
  );
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Folds a content line: no more than 75 bytes a line, never inside a character; what follows starts with a space. */
export function foldLine(line: string): string {
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > lineBytes) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}

function dateValue(serial: number, system: DateSystem): string {
  const { year, month, day } = dateOf(serial, system);
  return `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
}

/** A text in letters that can end no line, each other one as its number between underscores: no two texts come out alike. */
function uidPart(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}

/** A number of 32 bits for a text, as eight digits (FNV-1a by Fowler, Noll and Vo). */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * Names of the events, which stay the same whatever day they move to. IDs are numbered per workbook, so the customer's name is part of it:
 * C001 of one workbook does not replace C001 of another in the same calendar. Rows without an ID, and the same customer twice, are told apart by
 * their order.
 */
function uidsOf(appointments: readonly Appointment[]): readonly string[] {
  const taken = new Map<string, number>();
  return appointments.map(({ customerId, customer }) => {
    const uid = `customer-${uidPart(customerId)}-${digestOf(foldText(customer))}`;
    const before = taken.get(uid) ?? 0;
    taken.set(uid, before + 1);
    return before === 0 ? uid : `${uid}-${String(before + 1)}`;
  });
}

/**
 * An event that lasts all day. It has a date and no time, so it has no zone either: it stays on its day, and speaks up by the clock of whoever
 * travels with it. A time would have to name a zone, which the workbook does not know.
 */
function allDay(
  day: number,
  { system, stamp, sequence }: CalendarFile,
  event: { readonly uid: string; readonly summary: string; readonly alarm: number | null },
  more: readonly string[],
): readonly string[] {
  const summary = escapeText(oneLine(event.summary));
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}@follow-up-sheet`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTART;VALUE=DATE:${dateValue(day, system)}`,
    // Without an end an event lasts its day: after the last day that there is comes none.
    ...(day < dateLimits[system].last ? [`DTEND;VALUE=DATE:${dateValue(day + 1, system)}`] : []),
    `SUMMARY:${summary}`,
    ...more,
    // All-day events must not make somebody look busy.
    "TRANSP:TRANSPARENT",
    ...(event.alarm === null
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${summary}`,
          `TRIGGER:PT${String(event.alarm)}M`,
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

/**
 * The next dates as an iCalendar file (RFC 5545): one all-day event a customer, what is overdue on the review day; where it is asked for, a
 * reminder of the weekly report on the coming Mondays at nine. Nothing is sent anywhere; the file is for the person's own calendar.
 */
export function calendarFile(file: CalendarFile): string {
  const { appointments, today, system, language, alarm, weekly } = file;
  const words = takeAlongText[language];
  const uids = uidsOf(appointments);
  const events = appointments.flatMap((appointment, index) => {
    const isLate = appointment.day < today;
    const { year, month, day } = dateOf(appointment.day, system);
    const facts = { ...appointment, planned: isLate ? words.date(year, month, day) : "" };
    const summary = words.event(appointment.customer, appointment.nextStep, isLate);
    const uid = uids[index] ?? "";
    return allDay(isLate ? today : appointment.day, file, { uid, summary, alarm }, [
      `DESCRIPTION:${escapeText(words.eventDetail(facts))}`,
    ]);
  });
  const monday = today + ((8 - weekdayOf(today, system)) % 7);
  const report = { uid: "weekly-report", summary: words.reminder, alarm: reportAlarm };
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Follow-up Sheet//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(words.calendar)}`,
    ...events,
    ...(weekly ? allDay(monday, file, report, [`RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=${String(reminderWeeks)}`]) : []),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
