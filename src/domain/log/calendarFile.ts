import { dateOf, weekdayOf, type DateSystem } from "../values/date";
import type { ReviewContext } from "../schema/reviewContext";
import { takeAlongText } from "./takeAlongText";

/** A next date that somebody takes along. */
export interface Appointment {
  readonly customerId: string;
  readonly customer: string;
  readonly stage: string;
  readonly nextStep: string;
  /** Serial of the workbook's date system. */
  readonly day: number;
}

/** The reminder starts from the review day. */
export interface CalendarFile extends Omit<ReviewContext, "schema"> {
  readonly appointments: readonly Appointment[];
  /** Now in UTC, such as `20260807T083000Z`. */
  readonly stamp: string;
  /** Grows with every file, so that a calendar takes a moved date for newer than what it has. */
  readonly sequence: number;
}

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

/** A name for the event that stays the same whatever day it moves to. Other characters than these could end the line early. */
function uidOf(name: string): string {
  return `${name.replace(/[^A-Za-z0-9_-]/g, (sign) => (sign.codePointAt(0) ?? 0).toString(16))}@follow-up-sheet`;
}

function allDay(day: number, { system, stamp, sequence }: CalendarFile, uid: string, summary: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTART;VALUE=DATE:${dateValue(day, system)}`,
    `DTEND;VALUE=DATE:${dateValue(day + 1, system)}`,
    `SUMMARY:${escapeText(summary)}`,
    // All-day events must not make somebody look busy.
    "TRANSP:TRANSPARENT",
  ];
}

/**
 * The next dates as an iCalendar file (RFC 5545): one all-day event a customer, and a reminder of the weekly report on Mondays
 * at nine. Nothing is sent anywhere; the file is for the person's own calendar.
 */
export function calendarFile(file: CalendarFile): string {
  const words = takeAlongText[file.language];
  const events = file.appointments.flatMap(({ customerId, customer, stage, nextStep, day }) => [
    ...allDay(day, file, `customer-${customerId}`, words.event(customer, nextStep)),
    `DESCRIPTION:${escapeText(words.eventDetail(stage, nextStep))}`,
    "END:VEVENT",
  ]);
  const monday = file.today + ((8 - weekdayOf(file.today, file.system)) % 7);
  const reminder = [
    ...allDay(monday, file, "weekly-report", words.reminder),
    "RRULE:FREQ=WEEKLY;BYDAY=MO",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(words.reminder)}`,
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
  ];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Follow-up Sheet//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(words.calendar)}`,
    ...events,
    ...reminder,
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
