import { serialOf, serialOfIso } from "../values/date";
import { calendarFile, foldLine, type Appointment, type CalendarFile } from "./calendarFile";

const friday = serialOf({ year: 2026, month: 8, day: 7 }, 1900)!;
const appointment: Appointment = {
  customerId: "A1B2C3",
  customer: "远山能源，科技",
  stage: "合同谈判",
  contact: "王总",
  phone: "13800001111",
  owner: "李敏",
  nextStep: "回条款；带报价\n确认, 付款",
  day: friday + 4,
};

function file(change: Partial<CalendarFile> = {}): string {
  return calendarFile({
    appointments: [appointment],
    alarm: 540,
    weekly: false,
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
  expect(lines).toContain("SUMMARY:跟进 远山能源，科技：回条款；带报价 确认\\, 付款");
});

test("the text says what to do, whom to call and where, and whose customer it is", () => {
  expect(unfolded(file())).toContain(
    "DESCRIPTION:下一步：回条款；带报价\\n确认\\, 付款\\n联系人：王总\\n电话：13800001111\\n负责人：李敏\\n阶段：合同谈判",
  );
});

test("what is overdue stands on the review day, with the day that was agreed", () => {
  const lines = unfolded(file({ appointments: [{ ...appointment, nextStep: "", day: friday - 4 }] }));
  expect(lines).toContain("DTSTART;VALUE=DATE:20260807");
  expect(lines).toContain("SUMMARY:逾期 · 跟进 远山能源，科技");
  expect(lines.find((line) => line.startsWith("DESCRIPTION:联系人"))).toMatch(/原定 8月3日，已逾期，放在导出当天$/);
  const today = unfolded(file({ appointments: [{ ...appointment, day: friday }] }));
  expect(today.join("\n")).not.toContain("逾期");
});

test("the calendar speaks up at the time that was chosen, or not at all", () => {
  expect(unfolded(file())).toContain("TRIGGER:PT540M");
  expect(unfolded(file({ alarm: 840 }))).toContain("TRIGGER:PT840M");
  expect(file({ alarm: null })).not.toContain("VALARM");
});

test("dates have no time and no zone: they stay on their day wherever the phone is", () => {
  expect(file({ weekly: true })).not.toMatch(/VTIMEZONE|TZID|DTSTART:/);
});

test("the event keeps its name when its date moves", () => {
  const uid = (text: string) => unfolded(text).filter((line) => line.startsWith("UID:"));
  expect(uid(file())).toEqual(uid(file({ appointments: [{ ...appointment, day: friday + 40 }] })));
});

test("different customers have different names, whatever their IDs are made of and wherever they were numbered", () => {
  const names = [
    { customerId: "C 1", customer: "甲" },
    { customerId: "C201", customer: "甲" },
    { customerId: "C_20_1", customer: "甲" },
    { customerId: "C001", customer: "甲" },
    { customerId: "C001", customer: "乙" },
    { customerId: "", customer: "丙" },
    { customerId: "", customer: "丙" },
  ];
  const uids = unfolded(file({ appointments: names.map((name) => ({ ...appointment, ...name })) })).filter((line) =>
    line.startsWith("UID:"),
  );
  expect(new Set(uids).size).toBe(names.length);
  for (const uid of uids) expect(uid).toMatch(/^UID:[\w-]+@follow-up-sheet$/);
});

test("the weekly reminder is there only on request, starts on the coming Monday and ends by itself", () => {
  expect(file()).not.toContain("RRULE");
  const lines = unfolded(file({ appointments: [], weekly: true }));
  expect(lines).toContain("DTSTART;VALUE=DATE:20260810");
  expect(lines).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=12");
  expect(unfolded(file({ appointments: [], weekly: true, today: friday + 3 }))).toContain(
    "DTSTART;VALUE=DATE:20260810",
  );
});

test.each([
  ["a Monday", "2027-03-01", "20270301"],
  ["a Saturday", "2026-11-28", "20261130"],
  ["a Sunday", "2026-11-01", "20261102"],
  ["31 December", "2026-12-31", "20270104"],
  ["29 February", "2028-02-29", "20280306"],
])("on %s the reminder starts on the Monday that is next, or is today", (_, today, monday) => {
  for (const system of [1900, 1904] as const) {
    const lines = unfolded(file({ appointments: [], weekly: true, today: serialOfIso(today, system)!, system }));
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

test("the last day that Excel knows has no day after it", () => {
  for (const system of [1900, 1904] as const) {
    const text = file({ appointments: [{ ...appointment, day: serialOfIso("9999-12-31", system)! }], system });
    expect(unfolded(text)).toContain("DTSTART;VALUE=DATE:99991231");
    expect(text).not.toContain("DTEND");
  }
});

test("half of a character does not go out", () => {
  const text = file({ appointments: [{ ...appointment, customer: "华宇\uD83D", nextStep: "\uDE00报价😀" }] });
  expect(text).not.toMatch(/\p{Surrogate}/u);
  expect(text).toContain("报价😀");
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
  expect(unfolded(text).filter((line) => line.startsWith("UID:"))).toEqual([
    expect.stringMatching(/^UID:customer-x_d__a_y-[0-9a-f]{8}@follow-up-sheet$/),
  ]);
});

test("a short line is left alone", () => {
  expect(foldLine("SUMMARY:x")).toBe("SUMMARY:x");
});
