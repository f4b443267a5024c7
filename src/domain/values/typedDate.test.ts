import fc from "fast-check";
import type { Language } from "./language";
import { dateOf, isDateSerial, isoOfSerial, serialOfIso, weekdayOf, type DateSystem } from "./date";
import { readFullDate } from "./cellDate";
import { readTypedDate } from "./typedDate";

/** 2026-08-07, a Friday. */
const today = 46_241;

interface Case {
  readonly lean?: "future" | "past";
  readonly language?: Language;
  readonly on?: string;
  readonly system?: DateSystem;
}

/** What is read, as text: an ISO date, several with `|` between them, or "none". */
function read(text: string, { lean = "future", language = "zh-CN", on, system = 1900 }: Case = {}): string {
  const day = on === undefined ? (system === 1900 ? today : today - 1462) : serialOfIso(on, system)!;
  const result = readTypedDate(text, { today: day, system, lean, language });
  switch (result.kind) {
    case "date":
      return isoOfSerial(result.serial, system);
    case "ambiguous":
      return `?${result.candidates.map((serial) => isoOfSerial(serial, system)).join("|")}`;
    case "none":
      return "none";
  }
}

test.each([
  ["2026年8月15日 10:30", "2026-08-15"],
  ["8/15/2026 10:30 AM", "2026-08-15"],
  ["2026-08-15T10:30:00Z", "2026-08-15"],
  ["8月15日上午10:30", "2026-08-15"],
  ["2026-08-15 25:99", "none"],
  // No text of this length is a day; looking for its weekday would take minutes.
  [",".repeat(160_000), "none"],
  ["1".repeat(160_000), "none"],
])("a time of day behind a day does not change it: %#", (text, expected) => {
  expect(read(text)).toBe(expected);
});

describe("words for days near today", () => {
  test.each([
    ["今天", "2026-08-07"],
    ["明天", "2026-08-08"],
    [" 明 天 ", "2026-08-08"],
    ["后天", "2026-08-09"],
    ["後天", "2026-08-09"],
    ["大后天", "2026-08-10"],
    ["昨天", "2026-08-06"],
    ["前天", "2026-08-05"],
    ["大前天", "2026-08-04"],
    ["today", "2026-08-07"],
    ["Tomorrow", "2026-08-08"],
    ["yesterday", "2026-08-06"],
    ["the day after tomorrow", "2026-08-09"],
    ["day before yesterday", "2026-08-05"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, { lean: "past", language: "en", system: 1904 })).toBe(expected);
  });
});

describe("weekdays", () => {
  test.each([
    ["本周五", "2026-08-07"],
    ["这周三", "2026-08-05"],
    ["这个星期天", "2026-08-09"],
    ["本周日", "2026-08-09"],
    ["下周三", "2026-08-12"],
    ["下周日", "2026-08-16"],
    ["下个礼拜一", "2026-08-10"],
    ["下下周二", "2026-08-18"],
    ["上周五", "2026-07-31"],
    ["上周日", "2026-08-02"],
    ["上上個週三", "2026-07-22"],
    ["下周6", "2026-08-15"],
    ["周末", "?2026-08-08|2026-08-09"],
    ["下周末", "?2026-08-15|2026-08-16"],
  ])("%s is %s, whichever way one looks", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, { lean: "past" })).toBe(expected);
  });

  test("a Chinese week ends on Sunday", () => {
    expect(read("下周一", { on: "2026-08-09" })).toBe("2026-08-10");
    expect(read("本周一", { on: "2026-08-09" })).toBe("2026-08-03");
  });

  test.each(["周三", "星期三", "礼拜三", "週三", "周3", "Wed", "wednesday", "on Wednesday", "Weds"])(
    "%s alone is the next or the last one",
    (text) => {
      expect(read(text)).toBe("2026-08-12");
      expect(read(text, { lean: "past" })).toBe("2026-08-05");
    },
  );

  test("the weekday of today may be today or a week away", () => {
    expect(read("周五")).toBe("?2026-08-07|2026-08-14");
    expect(read("Friday", { lean: "past" })).toBe("?2026-07-31|2026-08-07");
  });

  test.each([
    ["next Wed", "2026-08-12"],
    ["next Friday", "2026-08-14"],
    // The coming Sunday, or the one of the week that starts on Monday.
    ["next Sunday", "?2026-08-09|2026-08-16"],
    ["next sat", "?2026-08-08|2026-08-15"],
    ["coming Saturday", "2026-08-08"],
    ["this Saturday", "2026-08-08"],
    ["this Sunday", "2026-08-09"],
    ["this Monday", "?2026-08-03|2026-08-10"],
    ["last Friday", "2026-07-31"],
    ["last Wednesday", "?2026-07-29|2026-08-05"],
  ])("%s is %s: habits differ, so it is asked where they matter", (text, expected) => {
    expect(read(text, { language: "en" })).toBe(expected);
  });
});

describe("so much time from today", () => {
  test.each([
    ["3天后", "2026-08-10"],
    ["三天后", "2026-08-10"],
    ["3天之后", "2026-08-10"],
    ["十五天以后", "2026-08-22"],
    ["过两天", "2026-08-09"],
    ["再过3天", "2026-08-10"],
    ["两周后", "2026-08-21"],
    ["两个星期后", "2026-08-21"],
    ["2星期后", "2026-08-21"],
    ["1个月后", "2026-09-07"],
    ["半个月后", "2026-08-22"],
    ["半年后", "2027-02-07"],
    ["一年后", "2027-08-07"],
    ["5天前", "2026-08-02"],
    ["5年前", "2021-08-07"],
    ["in 3 days", "2026-08-10"],
    ["in two weeks", "2026-08-21"],
    ["in a week", "2026-08-14"],
    ["in 1 month", "2026-09-07"],
    ["3 days ago", "2026-08-04"],
    ["two weeks from today", "2026-08-21"],
    // In three days, or after the 3rd.
    ["3日后", "?2026-08-10|2026-09-03"],
    // Three days ago, or before the 3rd.
    ["3日前", "?2026-08-04|2026-09-03"],
    ["三日之前", "?2026-08-04|2026-09-03"],
    ["半年前", "2026-02-07"],
    ["半个月前", "2026-07-23"],
    ["过半个月", "2026-08-22"],
    ["过半年", "2027-02-07"],
    ["1个月前", "2026-07-07"],
    ["3周前", "2026-07-17"],
    ["a month ago", "2026-07-07"],
    ["an hour ago", "none"],
    ["in twelve days", "2026-08-19"],
    ["five days later", "2026-08-12"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("looking back, the day of the month that is meant lies behind", () => {
    expect(read("3日前", { lean: "past" })).toBe("?2026-08-03|2026-08-04");
    expect(read("3日后", { lean: "past" })).toBe("?2026-08-03|2026-08-10");
  });

  test.each(["过3天前", "再过3天后", "半年", "过半年后", "in 3 days ago", "in 3 days from now", "3天前后"])(
    "%s says no direction, or two",
    (text) => {
      expect(read(text)).toBe("none");
    },
  );

  test("a month on from the 31st ends with the shorter month", () => {
    expect(read("1个月后", { on: "2026-01-31" })).toBe("2026-02-28");
    expect(read("6个月前", { on: "2026-08-31" })).toBe("2026-02-28");
    expect(read("in 1 year", { on: "2028-02-29" })).toBe("2029-02-28");
  });
});

describe("months and years around today", () => {
  test.each([
    ["月底", "2026-08-31", "2026-07-31"],
    ["月末", "2026-08-31", "2026-07-31"],
    ["本月底", "2026-08-31", "2026-08-31"],
    ["下月底", "2026-09-30", "2026-09-30"],
    ["上个月末", "2026-07-31", "2026-07-31"],
    ["2月底", "2027-02-28", "2026-02-28"],
    ["年底", "2026-12-31", "2025-12-31"],
    ["明年底", "2027-12-31", "2027-12-31"],
    ["下个月5号", "2026-09-05", "2026-09-05"],
    ["下月5日", "2026-09-05", "2026-09-05"],
    ["下月十五号", "2026-09-15", "2026-09-15"],
    ["本月3号", "2026-08-03", "2026-08-03"],
    ["上月31号", "2026-07-31", "2026-07-31"],
    ["下月31号", "none", "none"],
    ["明年3月1日", "2027-03-01", "2027-03-01"],
    ["去年12月31号", "2025-12-31", "2025-12-31"],
    ["end of month", "2026-08-31", "2026-07-31"],
    ["EOM", "2026-08-31", "2026-07-31"],
    ["end of the month", "2026-08-31", "2026-07-31"],
    ["end of next month", "2026-09-30", "2026-09-30"],
    ["end of February", "2027-02-28", "2026-02-28"],
    ["end of year", "2026-12-31", "2025-12-31"],
  ])("%s is %s ahead and %s back", (text, ahead, back) => {
    expect(read(text)).toBe(ahead);
    expect(read(text, { lean: "past" })).toBe(back);
  });

  test("on a month's last day, its end is today", () => {
    expect(read("月底", { on: "2026-02-28" })).toBe("2026-02-28");
    expect(read("月底", { on: "2026-02-28", lean: "past" })).toBe("2026-02-28");
    expect(read("年底", { on: "2026-12-31", lean: "past" })).toBe("2026-12-31");
  });

  test("in December the next month is January", () => {
    expect(read("下月底", { on: "2026-12-15" })).toBe("2027-01-31");
    expect(read("5号", { on: "2026-12-15" })).toBe("2027-01-05");
    expect(read("20号", { on: "2026-01-15", lean: "past" })).toBe("2025-12-20");
  });
});

describe("days without a year", () => {
  test.each([
    ["15日", "2026-08-15", "2026-07-15"],
    ["5号", "2026-09-05", "2026-08-05"],
    ["7号", "2026-08-07", "2026-08-07"],
    ["三十一号", "2026-08-31", "2026-07-31"],
    ["the 15th", "2026-08-15", "2026-07-15"],
    ["8月15日", "2026-08-15", "?2025-08-15|2026-08-15"],
    ["8月15", "2026-08-15", "?2025-08-15|2026-08-15"],
    ["11月15号", "2026-11-15", "2025-11-15"],
    ["十一月十五日", "2026-11-15", "2025-11-15"],
    ["11.15", "2026-11-15", "2025-11-15"],
    ["11/15", "2026-11-15", "2025-11-15"],
    ["11-15", "2026-11-15", "2025-11-15"],
    ["１１．１５", "2026-11-15", "2025-11-15"],
    ["3/4", "2027-03-04", "2026-03-04"],
    ["15/11", "2026-11-15", "2025-11-15"],
    ["Nov 15", "2026-11-15", "2025-11-15"],
    ["15 Nov", "2026-11-15", "2025-11-15"],
    ["November 15th", "2026-11-15", "2025-11-15"],
    ["15th of November", "2026-11-15", "2025-11-15"],
    ["Sept. 1", "2026-09-01", "?2025-09-01|2026-09-01"],
    // It has just passed, or is nearly a year away.
    ["8月5日", "?2026-08-05|2027-08-05", "2026-08-05"],
    ["2月29日", "?2024-02-29|2028-02-29", "?2024-02-29|2028-02-29"],
    ["8月7日", "2026-08-07", "2026-08-07"],
  ])("%s is %s ahead and %s back", (text, ahead, back) => {
    expect(read(text)).toBe(ahead);
    expect(read(text, { lean: "past" })).toBe(back);
  });

  test.each([
    // Looking ahead on 7 August: the day has passed by as many days.
    ["7月8日", "future", "?2026-07-08|2027-07-08"],
    ["7月7日", "future", "?2026-07-07|2027-07-07"],
    ["7月6日", "future", "2027-07-06"],
    ["8月6日", "future", "?2026-08-06|2027-08-06"],
    // Looking back on 7 August: the day is to come in as many days.
    ["9月7日", "past", "?2025-09-07|2026-09-07"],
    ["9月8日", "past", "2025-09-08"],
    ["8月8日", "past", "?2025-08-08|2026-08-08"],
  ] as const)(
    "%s, looking to the %s, is %s: what is within 31 days on the other side is asked about",
    (text, lean, expected) => {
      expect(read(text, { lean })).toBe(expected);
    },
  );

  test("a leap day more than a year away is asked about, a nearer one is not", () => {
    expect(read("2月29日", { on: "2027-02-27" })).toBe("?2024-02-29|2028-02-29");
    expect(read("2月29日", { on: "2027-02-28" })).toBe("2028-02-29");
    expect(read("2月29日", { on: "2026-12-31", lean: "past" })).toBe("?2024-02-29|2028-02-29");
  });

  test("the 31st is looked for where there is one", () => {
    expect(read("31号", { on: "2026-04-10" })).toBe("2026-05-31");
    expect(read("29日", { on: "2026-02-10" })).toBe("2026-03-29");
    expect(read("29日", { on: "2026-03-10", lean: "past" })).toBe("2026-01-29");
  });

  test("8/9 is August in Chinese, and asked in English", () => {
    expect(read("8/9")).toBe("2026-08-09");
    expect(read("8.9")).toBe("2026-08-09");
    expect(read("8/9", { language: "en" })).toBe("?2026-08-09|2026-09-08");
    expect(read("9/9", { language: "en" })).toBe("2026-09-09");
    expect(read("8/15", { language: "en" })).toBe("2026-08-15");
    expect(read("15/8", { language: "en" })).toBe("2026-08-15");
  });
});

describe("days with their year", () => {
  test.each([
    ...[
      "2026年8月15日",
      "2026年8月15号",
      "二〇二六年八月十五日",
      "二零二六年八月十五号",
      "2026.8.15",
      "2026/8/15",
      "2026-08-15",
    ],
    ...[
      "20260815",
      "2026 08 15",
      "２０２６．８．１５",
      "2026-08-15 09:30",
      "26.8.15",
      "26/8/15",
      "26年8月15日",
      "8/15/26",
    ],
    ...[
      "8/15/2026",
      "15/8/2026",
      "15.8.2026",
      "Aug 15, 2026",
      "August 15 2026",
      "15 Aug 2026",
      "15-Aug-26",
      "2026 Aug 15",
    ],
    ...[
      "15th August, 2026",
      "2026年8月15日（周六）",
      "2026/8/15 星期六",
      "Sat, Aug 15, 2026",
      "周六 8月15日",
      "8月15日周六",
    ],
  ])("%s is the 15th of August", (text) => {
    for (const language of ["zh-CN", "en"] as const) expect(read(text, { language })).toBe("2026-08-15");
    expect(read(text, { system: 1904 })).toBe("2026-08-15");
  });

  test.each([
    ["1/2/2026", "?2026-01-02|2026-02-01"],
    ["8/9/26", "?2026-08-09|2026-09-08"],
    ["25.8.26", "?2025-08-26|2026-08-25"],
    ["26-7-3", "2026-07-03"],
    ["05/05/89", "?1989-05-05"],
    // The weekday is another day's.
    ["8月15日周五", "?2026-08-07|2026-08-14|2026-08-15"],
    ["8/9/2026 Sunday", "2026-08-09"],
  ])("%s is %s in both languages", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, { language: "en" })).toBe(expected);
  });
});

test.each([
  ...[
    "",
    " ",
    "八月十五",
    "中秋",
    "中秋节",
    "国庆",
    "春节",
    "农历八月十五",
    "正月初一",
    "腊月二十三",
    "大年三十",
    "二〇二六年八月十五",
  ],
  ...[
    "下周",
    "下个月",
    "月初",
    "尽快",
    "待定",
    "3月后",
    "过3天后",
    "3天",
    "一天",
    "15",
    "8",
    "0815",
    "46241",
    "2026",
    "2026-08",
  ],
  ...[
    "8月",
    "2026年8月",
    "Aug 2026",
    "next week",
    "in days",
    "3 days",
    "in 3 days ago",
    "soon",
    "may",
    "march",
    "8/2026",
  ],
  ...[
    "2月30日",
    "2026-02-29",
    "13月1日",
    "32号",
    "0号",
    "13/13",
    "2026/13/13",
    "下周八",
    "明天下午3点",
    "8月15日左右",
    "约8.15",
    "十个工作日后",
  ],
  ...["constructor", "1/2/3/4", "9999年12月32日", "in 999 years from now"],
])("%j is not read", (text) => {
  for (const language of ["zh-CN", "en"] as const) expect(read(text, { language })).toBe("none");
});

describe("whatever day it is", () => {
  const day = fc.integer({ min: 40_000, max: 60_000 });
  const context = fc.record({
    today: day,
    system: fc.constant<DateSystem>(1900),
    lean: fc.constantFrom("future" as const, "past" as const),
    language: fc.constantFrom<Language>("zh-CN", "en"),
  });
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "August", "September", "Oct", "Nov", "Dec"];
  const weekdays = "日一二三四五六";

  test("a date written in full is read as itself", () => {
    fc.assert(
      fc.property(day, context, (serial, from) => {
        const { year, month, day: ofMonth } = dateOf(serial, 1900);
        const iso = isoOfSerial(serial, 1900);
        const written = [
          ...[iso, iso.replaceAll("-", ""), `${year}/${month}/${ofMonth}`, `${year}年${month}月${ofMonth}日`],
          ...[`${ofMonth} ${months[month - 1]} ${year}`, `${months[month - 1]} ${ofMonth}, ${year}`],
          `${iso} 周${weekdays[weekdayOf(serial, 1900)]}`,
        ];
        for (const text of written) {
          expect([text, readTypedDate(text, from)]).toEqual([text, { kind: "date", serial }]);
          expect([text, readFullDate(text, 1900)]).toEqual([text, serial]);
        }
      }),
    );
  });

  test("a date without its year is one of that month and day, on the side that one looks to", () => {
    fc.assert(
      fc.property(day, context, (serial, from) => {
        const { month, day: ofMonth } = dateOf(serial, 1900);
        const result = readTypedDate(`${month}月${ofMonth}日`, from);
        const days = result.kind === "date" ? [result.serial] : result.kind === "ambiguous" ? result.candidates : [];
        expect(days.length).toBeGreaterThan(0);
        for (const found of days) expect(dateOf(found, 1900)).toMatchObject({ month, day: ofMonth });
        if (result.kind === "date")
          expect(from.lean === "future" ? result.serial >= from.today : result.serial <= from.today).toBe(true);
      }),
    );
  });

  test("weekdays, spans and month ends are what they say", () => {
    fc.assert(
      fc.property(context, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 99 }), (from, weekday, count) => {
        const only = (text: string) => {
          const result = readTypedDate(text, from);
          return result.kind === "date" ? result.serial : Number.NaN;
        };
        const next = only(`下周${weekdays[weekday]}`);
        expect(weekdayOf(next, 1900)).toBe(weekday);
        expect(next - from.today).toBeGreaterThan(0);
        expect(next - from.today).toBeLessThan(14);
        expect(only(`上周${weekdays[weekday]}`)).toBe(next - 14);
        expect(only(`${count}天后`)).toBe(from.today + count);
        expect(only(`${count} weeks ago`)).toBe(from.today - 7 * count);
        expect(dateOf(only("下月底") + 1, 1900).day).toBe(1);
        expect(dateOf(only("上月底") + 1, 1900).day).toBe(1);
        expect(only(`${count}个月后`)).toBeLessThanOrEqual(from.today + 31 * count);
        expect(only(`${count}个月后`)).toBeGreaterThanOrEqual(from.today + 28 * count);
      }),
    );
  });

  test("whatever is typed, the candidates are several days in order, and nothing fails", () => {
    const part = fc.constantFrom(
      ...Array.from("一二三十两半上下本周月日号年底末天前后过个0123456789/-. "),
      "next ",
      "in ",
      "fri",
      "aug",
      "days",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), context, (parts, from) => {
        const result = readTypedDate(parts.join(""), from);
        const days = result.kind === "ambiguous" ? result.candidates : result.kind === "date" ? [result.serial] : [];
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(days.every((serial) => isDateSerial(serial, from.system) && Number.isInteger(serial))).toBe(true);
        expect(days.length > 0).toBe(result.kind !== "none");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("dates in cells, which mean the same on every day", () => {
  test.each([
    ["2026年8月7号", 46_241],
    ["2026/8/7 周五", 46_241],
    ["8/15/2026", 46_249],
    ["7/7/2026", 46_210],
    ["15 Aug 2026", 46_249],
  ])("%s is read", (text, serial) => {
    expect(readFullDate(text, 1900)).toBe(serial);
    expect(readFullDate(text, 1904)).toBe(serial - 1462);
  });

  test.each([
    ["46249", 46_249],
    ["2026年8月15日 10:30", 46_249 + 10.5 / 24],
    ["8/15/2026 10:30 PM", 46_249 + 22.5 / 24],
    ["2026-08-15T23:45:00.000+0000", 46_249 + 23.75 / 24],
    ["Sat Aug 15 2026 06:00:00 GMT+0800 (China Standard Time)", 46_249.25],
  ])("%s is read with its time, on the day that it says", (text, serial) => {
    expect(readFullDate(text, 1900)).toBe(serial);
  });

  test.each([
    "2026-08-15 25:99",
    "2026-08-15 24:00",
    "2026-08-15 10:60",
    "8/15/2026 13:00 AM",
    "2026年8月15日晚上12点",
  ])("%s has no such time, and is no other day", (text) => {
    expect(readFullDate(text, 1900)).toBeNull();
  });

  test.each(["8月15日", "明天", "1/2/2026", "26.8.15", "2026/8/7 周六", "Aug 15", "15号", ""])("%j is not", (text) => {
    expect(readFullDate(text, 1900)).toBeNull();
  });
});
