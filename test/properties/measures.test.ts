import fc from "fast-check";
import {
  readPlainDate,
  dateOf,
  isDateSerial,
  isoOfSerial,
  serialOf,
  serialOfIso,
  weekdayOf,
  convertSerial,
} from "../../src/domain/values/date";
import { clockReader } from "../../src/domain/clocks/clocks";
import { measure } from "../../src/domain/measures/measure";
import type { Schema } from "../../src/domain/schema/field";
import { validate } from "../../src/domain/rules/validate";
import { readMadeUp } from "../support/readMadeUp";
import { madeUpSheet, reviewDay, withoutErrors } from "../support/sheets";
import { reviewStub } from "../support/schemaStub";

const size = { minLength: 1, maxLength: 25 };
const errorSheet = fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size));
const anySheet = errorSheet.map(withoutErrors);

const reviewOf = (schema: Schema, day = reviewDay) => reviewStub({ schema, today: day });
const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((total, each) => total + (each ?? 0), 0);

describe("figures", () => {
  test("of the kinds of stages add up to the customers", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { records, schema } = readMadeUp(sheet);
        const { rows, key } = measure(records, reviewOf(schema)).figures;
        expect((key.open ?? 0) + (key.won ?? 0) + (key.lost ?? 0) + (key.parked ?? 0)).toBe(rows);
        expect(rows).toBeLessThanOrEqual(records.values.length);
      }),
    );
  });

  test("of owners and stages are parts of the whole, and the whole where every owner is listed", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { records, schema } = readMadeUp(sheet);
        const { key, byOwner, byStage, rows } = measure(records, reviewOf(schema)).figures;
        const [open, won] = [sum(byOwner.map((owner) => owner.open)), sum(byOwner.map((owner) => owner.won))];
        expect(open).toBeLessThanOrEqual(key.open ?? 0);
        expect(won).toBeLessThanOrEqual(key.won ?? 0);
        expect(sum(byStage.map(({ customers }) => customers))).toBeLessThanOrEqual(rows);
        const column = records.columns.get("owner");
        if (column === undefined) {
          expect(byOwner).toEqual([]);
          return;
        }
        const listed = new Set(schema.owners.map(({ name }) => name.toLowerCase()));
        const others = {
          ...records,
          values: records.values.filter((row) => !listed.has(String(row[column]).toLowerCase())),
        };
        const rest = measure(others, reviewOf(schema)).figures.key;
        expect(open + (rest.open ?? 0)).toBe(key.open);
        expect(won + (rest.won ?? 0)).toBe(key.won ?? 0);
        expect(sum(byOwner.map((owner) => owner.overdue ?? 0)) + (rest.overdue ?? 0)).toBe(key.overdue ?? 0);
      }),
    );
  });

  test("are all unknown while one row has an error in a key cell", () => {
    fc.assert(
      fc.property(errorSheet, (sheet) => {
        const { records, schema } = readMadeUp(sheet);
        const { key, unreadable } = measure(records, reviewOf(schema)).figures;
        const read = clockReader(records.columns, reviewOf(schema));
        const broken = records.values.filter((row) => read(row).state === "broken").length;
        expect(unreadable?.rows ?? 0).toBe(broken);
        if (broken > 0) expect(Object.values(key).filter((figure) => figure !== null)).toEqual([]);
      }),
    );
  });

  test("do not depend on the order of the rows", () => {
    // Where a list begins and ends is told from its rows as they stand; what is counted is not.
    const shuffled = anySheet.map(readMadeUp).chain(({ records, schema }) => {
      const { values } = records;
      const orders = fc.shuffledSubarray([...values], { minLength: values.length });
      return orders.map((order) => ({ records, schema, order }));
    });
    fc.assert(
      fc.property(shuffled, ({ records, schema, order }) => {
        const before = measure(records, reviewOf(schema));
        const after = measure({ ...records, values: order }, reviewOf(schema));
        expect(roundAmounts(after.figures)).toEqual(roundAmounts(before.figures));
        expect(after.due.map(({ group }) => group)).toEqual(before.due.map(({ group }) => group));
      }),
    );
  });

  test("that want attention are exactly the to-do list", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { records, schema } = readMadeUp(sheet);
        const { figures, due } = measure(records, reviewOf(schema));
        const flagged = (group: string) =>
          due.filter((item) => item.group === group || item.also.some((also) => also.group === group)).length;
        expect([flagged("overdue"), flagged("today"), flagged("stale"), flagged("noNextStep")]).toEqual(
          [figures.key.overdue, figures.key.dueToday, figures.key.stale, figures.key.noNextStep].map(
            (figure) => figure ?? 0,
          ),
        );
        expect(new Set(due.map(({ row }) => row)).size).toBe(due.length);
      }),
    );
  });

  test("move with the review day: a day later nobody is less late", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { records, schema } = readMadeUp(sheet);
        const [now, later] = [reviewDay, reviewDay + 1].map(
          (day) => measure(records, reviewOf(schema, day)).figures.key,
        );
        expect(later!.overdue ?? 0).toBe((now!.overdue ?? 0) + (now!.dueToday ?? 0));
        expect(later!.open).toBe(now!.open);
      }),
    );
  });

  /** Sums of fractions differ in their last digits with the order of adding. */
  function roundAmounts(figures: unknown): unknown {
    return JSON.parse(
      JSON.stringify(figures, (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(6)) : value)),
    );
  }
});

test("checking rows one by one finds what checking all of them finds", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const { records, schema } = readMadeUp(sheet);
      const whole = validate(records, reviewOf(schema));
      const single = records.values.flatMap((row, index) => {
        const area = { ...records.area, row: records.area.row + index, rows: 1 };
        return validate({ ...records, area, values: [row] }, reviewOf(schema));
      });
      expect(single).toEqual(whole);
      expect(new Set(whole.map(({ cell }) => cell)).size).toBe(whole.length);
    }),
  );
});

describe("dates", () => {
  const serial = fc.integer({ min: 61, max: 2_958_465 });

  test("go from serial to calendar and back, in both systems, as text too", () => {
    fc.assert(
      fc.property(serial, (day) => {
        expect(serialOf(dateOf(day, 1900), 1900)).toBe(day);
        expect(serialOfIso(isoOfSerial(day, 1900), 1900)).toBe(day);
        expect(readPlainDate(isoOfSerial(day, 1900), 1900)).toBe(day);
        if (day >= 1462) {
          const other = convertSerial(day, 1900, 1904);
          expect(dateOf(other, 1904)).toEqual(dateOf(day, 1900));
          expect(isDateSerial(other, 1904)).toBe(true);
        }
      }),
    );
  });

  test("agree with the calendar of JavaScript, weekday included", () => {
    fc.assert(
      fc.property(serial, (day) => {
        const date = new Date((day - 25_569) * 86_400_000);
        expect(dateOf(day, 1900)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekdayOf(day, 1900)).toBe(date.getUTCDay());
      }),
    );
  });

  test("follow each other day by day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (day) => {
        expect(isoOfSerial(day + 1, 1900) > isoOfSerial(day, 1900)).toBe(true);
      }),
    );
  });
});
