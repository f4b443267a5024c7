import {
  convertSerial,
  dateOf,
  isDateSerial,
  isoOfSerial,
  readPlainDate,
  serialOf,
  serialOfIso,
  weekdayOf,
} from "./date";

describe("serials of calendar dates", () => {
  test.each([
    ["2026-11-23", 46_349],
    ["2026-08-07", 46_241],
    ["2026-03-05", 46_086],
    ["2000-02-29", 36_585],
    ["1900-03-01", 61],
    ["1970-01-01", 25_569],
    ["9999-12-31", 2_958_465],
  ])("%s is %d in the 1900 system", (iso, serial) => {
    expect(serialOfIso(iso, 1900)).toBe(serial);
    expect(isoOfSerial(serial, 1900)).toBe(iso);
  });

  test.each([
    ["1904-01-01", 0],
    ["1904-01-02", 1],
    ["2026-03-05", 44_624],
  ])("%s is %d in the 1904 system", (iso, serial) => {
    expect(serialOfIso(iso, 1904)).toBe(serial);
    expect(isoOfSerial(serial, 1904)).toBe(iso);
  });

  test.each([
    ["no 29 February in a common year", { year: 2026, month: 2, day: 29 }],
    ["none in a century that 400 does not divide", { year: 2100, month: 2, day: 29 }],
    ["no 31 April", { year: 2026, month: 4, day: 31 }],
    ["no month 13", { year: 2026, month: 13, day: 1 }],
    ["no month 0", { year: 2026, month: 0, day: 1 }],
    ["no day 0", { year: 2026, month: 1, day: 0 }],
    ["no half days", { year: 2026, month: 1, day: 1.5 }],
    ["no year 10000", { year: 10_000, month: 1, day: 1 }],
    // Excel's calendar has a 29 February 1900 (serial 60); before it the serials stand for other days than ours.
    ["not the day that only Excel knows", { year: 1900, month: 2, day: 29 }],
    ["not the day before it, serial 59 in Excel", { year: 1900, month: 2, day: 28 }],
  ])("there is %s", (_, date) => {
    expect(serialOf(date, 1900)).toBeNull();
  });

  test("a day before 1904 has no serial in the 1904 system", () => {
    expect(serialOfIso("1903-12-31", 1904)).toBeNull();
  });

  test("a time of day does not change the date", () => {
    expect(dateOf(46_241.999, 1900)).toEqual({ year: 2026, month: 8, day: 7 });
  });

  test.each([
    [59, 1900, false],
    [60, 1900, false],
    [60.99, 1900, false],
    [61, 1900, true],
    [2_958_465.5, 1900, true],
    [2_958_466, 1900, false],
    [-1, 1904, false],
    // 1904-01-01, and what stands where nobody filled anything in.
    [0, 1904, false],
    [1, 1904, true],
    [2_957_003.5, 1904, true],
    [2_957_004, 1904, false],
    [20_260_807, 1900, false],
    [Number.NaN, 1900, false],
    [Number.POSITIVE_INFINITY, 1900, false],
  ] as const)("%d in the %d system can be a date: %s", (value, system, expected) => {
    expect(isDateSerial(value, system)).toBe(expected);
  });

  test("the two systems are 1462 days apart", () => {
    expect(convertSerial(46_086, 1900, 1904)).toBe(44_624);
    expect(convertSerial(44_624, 1904, 1900)).toBe(46_086);
    expect(convertSerial(5, 1900, 1900)).toBe(5);
  });

  test.each([
    [46_241, 1900, 5],
    [46_349, 1900, 1],
    [46_243.5, 1900, 0],
    [0, 1904, 5],
  ] as const)("serial %d of %d falls on weekday %d", (serial, system, weekday) => {
    expect(weekdayOf(serial, system)).toBe(weekday);
  });
});

describe("dates that people typed as text", () => {
  test.each([
    "2026-08-07",
    "2026-8-7",
    "2026/8/7",
    "2026.8.7",
    "2026年8月7日",
    "2026 年 8 月 7 日",
    "2026年8月7",
    "２０２６年８月７日",
    "２０２６／８／７",
    "20260807",
    " 2026-08-07 ",
    "2026-08-07 09:30",
    "2026-08-07 9:30:15",
    "2026-08-07T23:59:59.999",
    "2026年8月7日 14:00",
  ])("%j is 2026-08-07", (text) => {
    expect(readPlainDate(text, 1900)).toBe(46_241);
    expect(readPlainDate(text, 1904)).toBe(46_241 - 1462);
  });

  test.each([
    "",
    "8月7日",
    "08/07/2026",
    "7.8.2026",
    "26-08-07",
    "2026-08",
    "2026-02-29",
    "20261307",
    "2026-08-07 之后",
    "约2026-08-07",
    "2026-08-07 25:00",
    "2026-08-07 10:75",
    "2026-08-07、2026-08-09",
    "46241",
    "下周三",
    "1900-02-28",
  ])("%j is not read: it would be a guess", (text) => {
    expect(readPlainDate(text, 1900)).toBeNull();
  });
});
