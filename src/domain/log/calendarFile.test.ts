import { serialOf, serialOfIso } from "../values/date";
import { calendarFile, foldLine, type Appointment, type CalendarFile } from "./calendarFile";

const friday = serialOf({ year: 2026, month: 8, day: 7 }, 1900)!;
const appointment: Appointment = {
  customerId: "A1B2C3",
  customer: "远山能源，科技",
  stage: "合同谈判",
  nextStep: "回条款；带报价\n确认, 付款",
  day: friday + 4,
};

function file(change: Partial<CalendarFile> = {}): string {
  return calendarFile({
    appointments: [appointment],
    today: friday,
    system: 1900,
    language: "zh-CN",
    stamp: "20260807T083000Z",
    sequence: 7,
    ...change,
  });
}

/** Content lines as a calendar reads them. */
function unfolded(text: string): readonly string[] {
  return text.replace(/\r\n /g, "").split("\r\n");
}

test("a next date is an all-day event that ends the day after", () => {
  const lines = unfolded(file());
  expect(lines).toContain("DTSTART;VALUE=DATE:20260811");
  expect(lines).toContain("DTEND;VALUE=DATE:20260812");
  expect(lines).toContain("SUMMARY:跟进 远山能源，科技：回条款；带报价\\n确认\\, 付款");
});

test("the event keeps its name when its date moves", () => {
  const uid = (text: string) => unfolded(text).filter((line) => line.startsWith("UID:"));
  expect(uid(file())).toEqual(uid(file({ appointments: [{ ...appointment, day: friday + 40 }] })));
});

test("the reminder starts on the coming Monday and comes back each week", () => {
  const lines = unfolded(file({ appointments: [] }));
  expect(lines).toContain("DTSTART;VALUE=DATE:20260810");
  expect(lines).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO");
  expect(unfolded(file({ appointments: [], today: friday + 3 }))).toContain("DTSTART;VALUE=DATE:20260810");
});

test.each([
  ["a Monday", "2027-03-01", "20270301"],
  ["a Saturday", "2026-11-28", "20261130"],
  ["a Sunday", "2026-11-01", "20261102"],
  ["31 December", "2026-12-31", "20270104"],
  ["29 February", "2028-02-29", "20280306"],
])("on %s the reminder starts on the Monday that is next, or is today", (_, today, monday) => {
  for (const system of [1900, 1904] as const) {
    const lines = unfolded(file({ appointments: [], today: serialOfIso(today, system)!, system }));
    expect(lines).toContain(`DTSTART;VALUE=DATE:${monday}`);
  }
});

test("an event of the last day of a month or a year ends in the next one", () => {
  for (const [day, from, to] of [
    ["2026-12-31", "20261231", "20270101"],
    ["2028-02-28", "20280228", "20280229"],
    ["2028-02-29", "20280229", "20280301"],
  ] as const) {
    const lines = unfolded(file({ appointments: [{ ...appointment, day: serialOfIso(day, 1900)! }] }));
    expect(lines).toContain(`DTSTART;VALUE=DATE:${from}`);
    expect(lines).toContain(`DTEND;VALUE=DATE:${to}`);
  }
});

test("no line is longer than 75 bytes, no character is cut, and nothing of the text is lost", () => {
  const words = "客户说：需求😀有变;,\\".repeat(30);
  const text = file({ appointments: [{ ...appointment, nextStep: words }] });
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const summary = unfolded(text).find((line) => line.startsWith("SUMMARY:跟进"))!;
  expect(summary.replace(/\\([\\;,])/g, "$1")).toBe(`SUMMARY:跟进 ${appointment.customer}：${words}`);
});

test("text cannot break out of its line", () => {
  const text = file({ appointments: [{ ...appointment, customer: "A\r\nEND:VCALENDAR", customerId: "x\r\ny" }] });
  expect(unfolded(text).filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  expect(unfolded(text)).toContain("UID:customer-xday@follow-up-sheet");
});

test("a short line is left alone", () => {
  expect(foldLine("SUMMARY:x")).toBe("SUMMARY:x");
});
