import fc from "fast-check";
import { serialOfIso, weekdayOf } from "../values/date";
import type { Calendar } from "../schema/field";
import { daysBetween } from "./calendar";

const day = (iso: string) => serialOfIso(iso, 1900)!;
const working = (holidays: readonly string[], makeUpDays: readonly string[]): Calendar => ({
  counting: "working",
  off: holidays.map(day),
  on: makeUpDays.map(day),
});

test("calendar days are plain differences, negative ones too", () => {
  const count = daysBetween({ counting: "calendar", off: [day("2026-10-01")], on: [] }, 1900);
  expect(count(day("2026-09-30"), day("2026-10-08"))).toBe(8);
  expect(count(day("2026-10-08"), day("2026-09-30"))).toBe(-8);
});

test.each([
  ["Friday to Monday is one working day", "2026-08-07", "2026-08-10", 1],
  ["Friday to Sunday is none", "2026-08-07", "2026-08-09", 0],
  ["Saturday to Monday is one", "2026-08-08", "2026-08-10", 1],
  ["a week has five", "2026-08-05", "2026-08-12", 5],
  ["the same day is none", "2026-08-07", "2026-08-07", 0],
  ["backwards is none", "2026-08-10", "2026-08-07", 0],
])("%s", (_, from, to, days) => {
  expect(daysBetween(working([], []), 1900)(day(from), day(to))).toBe(days);
});

test("National Day with its make-up Saturday: days off count once and only on weekdays", () => {
  const holidays = ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"];
  const count = daysBetween(working([...holidays, "2026-10-01"], ["2026-10-10"]), 1900);
  expect(count(day("2026-09-30"), day("2026-10-08"))).toBe(1);
  expect(count(day("2026-09-30"), day("2026-10-10"))).toBe(3);
  expect(count(day("2026-10-10"), day("2026-10-12"))).toBe(1);
});

test("a make-up day is counted as often as it is listed, on whatever day of the week", () => {
  const count = daysBetween(working([], ["2026-08-08", "2026-08-08", "2026-08-10"]), 1900);
  expect(count(day("2026-08-07"), day("2026-08-10"))).toBe(4);
});

test.each([1900, 1904] as const)("counting day by day says the same in the %d system", (system) => {
  const start = 46_000;
  const serial = fc.integer({ min: start, max: start + 60 });
  const days = fc.array(serial, { maxLength: 12 });
  fc.assert(
    fc.property(serial, serial, days, days, (from, to, holidays, makeUpDays) => {
      let expected = 0;
      for (let at = from + 1; at <= to; at += 1) {
        const isWeekend = [0, 6].includes(weekdayOf(at, system));
        if (!isWeekend && !holidays.includes(at)) expected += 1;
        expected += makeUpDays.filter((extra) => extra === at).length;
      }
      expect(daysBetween({ counting: "working", off: holidays, on: makeUpDays }, system)(from, to)).toBe(expected);
    }),
  );
});
