import fc from "fast-check";
import { anyLogOf } from "../../../test/support/customers";
import { readMadeUp } from "../../../test/support/readMadeUp";
import { reviewStub } from "../../../test/support/schemaStub";
import { madeUpSheet, reviewDay } from "../../../test/support/sheets";
import { allMeasures } from "./allMeasures";
import { measure } from "./measure";
import { namesToNarrow, narrowed, narrowings, ownersIn } from "./narrowed";
import { readCustomers } from "./readCustomers";

const size = { minLength: 1, maxLength: 25 };
const made = fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size)).chain((sheet) => {
  const { records, schema } = readMadeUp(sheet);
  const review = reviewStub({ schema, today: reviewDay });
  const customers = readCustomers(records, review);
  return anyLogOf(customers).map((touches) => ({ records, review, customers, touches }));
});

test("the parts of a whole add up to it: counts, closed customers, won amounts, and each keeps its row", () => {
  fc.assert(
    fc.property(made, fc.constantFrom(...narrowings), ({ records, review, customers, touches }, by) => {
      const names = namesToNarrow(customers, by);
      const whole = measure(records, review).figures;
      // One row with an error leaves the whole unknown, and the parts that it is no part of known.
      if (names.length === 0 || whole.unreadable !== null) return;
      const parts = names.map((name) => {
        const part = narrowed({ by, name }, records, touches, customers);
        const { figures } = measure(part.records, review);
        const { customers: own, winRates } = allMeasures(part.records, part.touches, review);
        for (const one of own) expect(one).toEqual(customers.find(({ index }) => index === one.index));
        expect(own).toHaveLength(figures.rows);
        return { figures, closed: winRates.closed?.whole ?? 0, touches: part.touches.length };
      });
      const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
      expect(sum(({ figures }) => figures.rows)).toBe(whole.rows);
      expect(sum(({ figures }) => figures.key.open ?? 0)).toBe(whole.key.open);
      expect(sum(({ figures }) => figures.key.overdue ?? 0)).toBe(whole.key.overdue ?? 0);
      // An amount that is an error leaves the whole sum unknown.
      if (whole.key.wonAmount !== null)
        expect(sum(({ figures }) => figures.key.wonAmount ?? 0)).toBeCloseTo(whole.key.wonAmount, 3);
      expect(sum(({ closed }) => closed)).toBe(allMeasures(records, touches, review).winRates.closed?.whole ?? 0);
      const ids = new Set(customers.map(({ id }) => id).filter((id) => id !== ""));
      expect(sum((part) => part.touches)).toBeGreaterThanOrEqual(
        touches.filter(({ customerId }) => ids.has(customerId)).length,
      );
    }),
  );
});

test("owners that a filter is about are those of the Settings, for a team its own", () => {
  const { schema } = reviewStub();
  const owners = [
    { name: "李敏", team: "华东", monthTarget: null },
    { name: "王强", team: "华南", monthTarget: null },
  ];
  const review = { schema: { ...schema, owners } };
  expect(ownersIn(null, review)).toEqual(["李敏", "王强"]);
  expect(ownersIn({ by: "team", name: "华南" }, review)).toEqual(["王强"]);
  expect(ownersIn({ by: "customerType", name: "重点" }, review)).toEqual([]);
});
