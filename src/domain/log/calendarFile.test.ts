import { serialOf } from "../values/date";
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
