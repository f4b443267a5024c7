import { isoOfSerial, serialOf, serialOfIso } from "../values/date";
import { suggestedDates, workingDayFrom } from "./nextDates";
import { reviewStub } from "../../../test/support/schemaStub";

const day = (month: number, date: number) => serialOf({ year: 2026, month, day: date }, 1900)!;
const from = (today: number) => suggestedDates(reviewStub({ today }));

test("the choices of a Wednesday are plain days", () => {
  expect(from(day(8, 5))).toEqual({
    tomorrow: day(8, 6),
    inThreeDays: day(8, 10),
    nextMonday: day(8, 10),
  });
});

test("on a Friday tomorrow is Monday, and on a Monday next Monday is a week away", () => {
  expect(from(day(8, 7)).tomorrow).toBe(day(8, 10));
  expect(from(day(8, 10)).nextMonday).toBe(day(8, 17));
  expect(from(day(8, 9)).nextMonday).toBe(day(8, 10));
});

test.each([
  ["a Friday", "2026-12-04", "2026-12-07", "2026-12-07", "2026-12-07"],
  ["a Saturday", "2026-11-28", "2026-11-30", "2026-12-01", "2026-11-30"],
  ["a Sunday", "2026-11-01", "2026-11-02", "2026-11-04", "2026-11-02"],
  ["a Monday", "2027-03-01", "2027-03-02", "2027-03-04", "2027-03-08"],
  ["31 December", "2026-12-31", "2027-01-01", "2027-01-04", "2027-01-04"],
  ["29 February", "2028-02-29", "2028-03-01", "2028-03-03", "2028-03-06"],
] as const)("the choices of %s are working days after it", (_, today, tomorrow, inThreeDays, nextMonday) => {
  for (const system of [1900, 1904] as const) {
    const choices = suggestedDates(reviewStub({ today: serialOfIso(today, system)!, system }));
    expect(isoOfSerial(choices.tomorrow, system)).toBe(tomorrow);
    expect(isoOfSerial(choices.inThreeDays, system)).toBe(inThreeDays);
    expect(isoOfSerial(choices.nextMonday, system)).toBe(nextMonday);
  }
});

test("holidays are passed over, and a Sunday that is worked is a working day", () => {
  const holiday = Array.from({ length: 7 }, (_, index) => day(10, 1) + index);
  const working = workingDayFrom({ off: holiday, on: [day(10, 10)] }, 1900);
  expect(working(day(10, 1))).toBe(day(10, 8));
  expect(working(day(10, 10))).toBe(day(10, 10));
});

test("a calendar that is all holiday leaves the day as it is", () => {
  const off = Array.from({ length: 90 }, (_, index) => day(8, 1) + index);
  expect(workingDayFrom({ off, on: [] }, 1900)(day(8, 3))).toBe(day(8, 3));
});
