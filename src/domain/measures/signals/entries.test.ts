import { customer, stages, today, touch } from "../../../../test/support/customers";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

const a = customer({ id: "A", name: "甲" });
const minute = 1 / 1440;
const look = (touches: readonly Touch[]) => signalsOf({ customers: [a], touches, stages, today });

test("five rows by one person within ten minutes are worth a question; four are not", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => touch({ who: "李敏", enteredAt: today + 0.5 + 2 * index * minute }));
  expect(look(rows(5)).cases.burst).toHaveLength(5);
  expect(look(rows(4)).cases.burst).toEqual([]);
  const slow = rows(5).map((row, index) => ({ ...row, enteredAt: today + 0.5 + 3 * index * minute }));
  expect(look(slow).cases.burst).toEqual([]);
  const two = rows(5).map((row, index) => ({ ...row, who: index === 0 ? "王强" : "李敏" }));
  expect(look(two).cases.burst).toEqual([]);
});

test("an entry more than two days after its contact is late; one without an entry time says nothing", () => {
  const rows = [
    touch({ customerId: "A", date: today - 5, enteredAt: today - 2 + 0.4, row: 7 }),
    touch({ customerId: "A", date: today - 5, enteredAt: today - 3 + 0.9 }),
    touch({ customerId: "A", date: today - 5, enteredAt: null }),
  ];
  expect(look(rows).cases.lateEntry).toEqual([{ customer: a, logRows: [7], count: 3 }]);
  expect(look(rows).withoutEntryTime).toBe(1);
});

test("a contact dated after its entry is found, also when its day has come since; without an entry time the review day decides", () => {
  const rows = [
    touch({ customerId: "A", date: today - 3, enteredAt: today - 5 + 0.9, row: 7 }),
    touch({ date: today - 3, enteredAt: today - 3 + 0.1 }),
    touch({ customerId: "A", date: today + 1, enteredAt: null, row: 8 }),
    touch({ date: today, enteredAt: null }),
    touch({ date: today + 9, enteredAt: today, kind: "reschedule" }),
    // As of an earlier day: this was not there yet.
    touch({ date: today + 9, enteredAt: today + 1.2 }),
  ];
  expect(look(rows).cases.futureContact).toEqual([
    { customer: a, logRows: [7], count: 2 },
    { customer: a, logRows: [8], count: 1 },
  ]);
});

describe("logged just before the review", () => {
  /** Contacts of the week: some entered on the eve of the review day, the others on the days they took place. */
  const week = (late: number, before: number, given: Partial<Touch> = {}) => [
    ...Array.from({ length: late }, (_, index) => touch({ date: today - 2, enteredAt: today - 0.3 + index * minute })),
    ...Array.from({ length: before }, (_, index) =>
      touch({ date: today - 3 - (index % 3), enteredAt: today - 2.5, ...given }),
    ),
  ];
  const counts = (touches: readonly Touch[]) =>
    look(touches).lastMinute.map(({ name, entered, others }) => [name, entered.length, others.length]);

  test("more than 60 % of the week's contacts, not 60 %", () => {
    expect(counts(week(6, 3))).toEqual([["张敏", 6, 3]]);
    expect(counts(week(6, 4))).toEqual([]);
  });

  test("at least five of them: one of one is no habit", () => {
    expect(counts(week(5, 0))).toEqual([["张敏", 5, 0]]);
    expect(counts(week(4, 0))).toEqual([]);
  });

  test("rows without an entry time, and contacts of the week before, are not taken for late ones", () => {
    expect(counts(week(6, 4, { enteredAt: null }))).toEqual([]);
    expect(counts(week(6, 3, { enteredAt: null }))).toEqual([["张敏", 6, 3]]);
    expect(counts(week(6, 4, { date: today - 7 }))).toEqual([["张敏", 6, 0]]);
    const lastWeek = week(6, 0).map((row) => ({ ...row, date: today - 7 }));
    expect(counts(lastWeek)).toEqual([]);
  });

  test("any 24 hours count that end on the review day, no longer ones, and none that end before it", () => {
    const at = (...hours: number[]) => hours.map((hour) => touch({ date: today - 1, enteredAt: today + hour / 24 }));
    expect(counts(at(-10, -9, -8, 8, 9))).toEqual([["张敏", 5, 0]]);
    // 25 hours from the first to the last: four of five.
    expect(counts(at(-16, -9, -8, 8, 9))).toEqual([]);
    expect(counts(at(-24, -20, -19, -18, -17))).toEqual([["张敏", 5, 0]]);
    expect(counts(at(-25, -20, -19, -18, -17))).toEqual([]);
    // Entered after the review day, as of which somebody looks.
    expect(counts(at(-20, -19, -18, -17, 24.5))).toEqual([]);
  });

  test("each person for themselves, whatever the case of the name; rows without a name are nobody's", () => {
    const rows = week(6, 0).map((row, index) => ({ ...row, who: index % 2 === 0 ? "Lily" : "LILY" }));
    expect(counts(rows)).toEqual([["Lily", 6, 0]]);
    expect(counts(week(6, 0).map((row, index) => ({ ...row, who: index < 2 ? "Lily" : "Ann" })))).toEqual([]);
    expect(counts(week(6, 0).map((row) => ({ ...row, who: " " })))).toEqual([]);
  });
});
