import fc from "fast-check";
import { anyCustomers, customer, today } from "../../../test/support/customers";
import { periodFigures, undatedIn } from "./periodFigures";
import { periodIds, periodPair } from "./periods";

const review = { today, system: 1900 } as const;
const week = periodPair("week", review).now;

test("a period counts won and lost by closing date and new customers by first contact", () => {
  const figures = periodFigures(
    [
      customer({ state: "won", closed: today, created: today - 40, amount: 300 }),
      customer({ state: "won", closed: today - 1, created: today - 1 }),
      customer({ state: "won", closed: today - 30, amount: 5000 }),
      customer({ state: "lost", closed: today - 2 }),
      customer({ state: "parked", closed: today - 2 }),
      customer({ created: today }),
      customer(),
    ],
    week,
  );
  expect([figures.won.length, figures.lost.length, figures.created.length]).toEqual([2, 1, 2]);
  expect(figures.rate).toMatchObject({ part: 2, whole: 3, interval: null });
  expect([figures.wonAmount, figures.withoutAmount]).toEqual([300, 1]);
});

test("wins without any amount make no zero, no wins do", () => {
  expect(periodFigures([customer({ state: "won", closed: today })], week).wonAmount).toBeNull();
  expect(periodFigures([customer({ state: "won", closed: today, amount: 0 })], week).wonAmount).toBe(0);
  expect(periodFigures([], week)).toMatchObject({ wonAmount: 0, rate: { rate: null } });
});

test("all time counts what the year and all years before it count, and those without a date beside", () => {
  fc.assert(
    fc.property(anyCustomers, (customers) => {
      const year = periodPair("year", review).now!;
      const counts = (period: Parameters<typeof periodFigures>[1]) => {
        const { won, lost, created } = periodFigures(customers, period);
        return [won.length + lost.length, created.length] as const;
      };
      const [all, late, early] = [null, year, { from: 0, to: year.from - 1 }].map(counts);
      const undated = undatedIn(customers);
      expect(all).toEqual([late![0] + early![0] + undated.closed, late![1] + early![1] + undated.created]);
    }),
  );
});

test("a longer period counts no less", () => {
  fc.assert(
    fc.property(anyCustomers, (customers) => {
      const [, , quarter, ofYear, all] = periodIds.map(
        (id) => periodFigures(customers, periodPair(id, review).now).won.length,
      );
      expect(quarter).toBeLessThanOrEqual(ofYear!);
      expect(ofYear).toBeLessThanOrEqual(all!);
    }),
  );
});
