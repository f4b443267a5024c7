import { serialOf } from "../values/date";
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
