import { isoOfSerial, serialOf, serialOfIso } from "../values/date";
import { nextChoices, revisitChoices, suggestedDates, workingDayFrom, workingDayTest } from "./nextDates";
import { reviewStub, schemaStub } from "../../../test/support/schemaStub";

const day = (month: number, date: number) => serialOf({ year: 2026, month, day: date }, 1900)!;

test.each([
  ["a Wednesday", "2026-08-05", "2026-08-06", "2026-08-10", "2026-08-11 moved", "2026-08-19"],
  ["a Friday", "2026-11-27", "2026-11-30 moved", "2026-12-01 moved", "2026-12-07 nextWeek", "2026-12-11"],
  ["a Saturday", "2026-11-28", "2026-11-30 moved", "2026-12-01", "2026-12-07 nextWeek", "2026-12-14 moved"],
  ["a Sunday", "2026-11-01", "2026-11-02", "2026-11-04", "2026-11-09 nextWeek", "2026-11-16 moved"],
  ["a Monday", "2027-03-01", "2027-03-02", "2027-03-04", "2027-03-08", "2027-03-15"],
  ["31 December", "2026-12-31", "2027-01-01", "2027-01-04", "2027-01-05 moved", "2027-01-14"],
  ["29 February", "2028-02-29", "2028-03-01", "2028-03-03", "2028-03-06", "2028-03-14"],
] as const)("the choices of %s are four working days after it", (_, today, ...expected) => {
  for (const system of [1900, 1904] as const) {
    const choices = suggestedDates(nextChoices, reviewStub({ today: serialOfIso(today, system)!, system }));
    const said = choices.map(
      ({ day: serial, fit }) => `${isoOfSerial(serial, system)}${fit === "exact" ? "" : ` ${fit}`}`,
    );
    expect(said).toEqual(expected);
  }
});

test("on no day of a year with holidays are two choices the same, or one a day off", () => {
  const holiday = Array.from({ length: 8 }, (_, index) => day(10, 1) + index);
  const calendar = { counting: "calendar", off: [day(1, 1), ...holiday], on: [day(10, 10), day(2, 28)] } as const;
  const isWorked = workingDayTest(calendar, 1900);
  for (let today = day(1, 1); today <= day(12, 31); today += 1) {
    const days = suggestedDates(nextChoices, reviewStub({ today, schema: schemaStub({ calendar }) })).map(
      (each) => each.day,
    );
    expect(new Set(days).size).toBe(4);
    expect(days.filter((each) => each <= today || !isWorked(each))).toEqual([]);
  }
});

test("a parked customer comes back in two weeks, a month or three, on a working day", () => {
  const back = (today: number) => suggestedDates(revisitChoices, reviewStub({ today })).map((each) => each.day);
  expect(back(day(8, 7))).toEqual([day(8, 21), day(9, 7), day(11, 9)]);
  expect(back(day(1, 31))).toEqual([day(2, 16), day(3, 2), day(4, 30)]);
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
