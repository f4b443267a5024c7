import fc from "fast-check";
import { anyCustomers, customer, today } from "../../../test/support/customers";
import { byClosing, closingOf, closings } from "./closing";

/** 2026-08-07. */
const review = { today, system: 1900 } as const;
const half = () => 0.5;

test.each([
  [today - 1, "passed"],
  [today, "thisMonth"],
  [today + 24, "thisMonth"],
  [today + 25, "later"],
  [today + 365, "later"],
  [null, "undated"],
])("day %p is %s", (expectedClose, closing) => {
  expect(closingOf({ expectedClose }, review)).toBe(closing);
});

test("the month is told in the workbook's own date system", () => {
  const closing = { expectedClose: today + 25 - 1462 };
  expect(closingOf(closing, { today: today - 1462, system: 1904 })).toBe("later");
});

test("a blank amount is counted beside the sum, not added as 0", () => {
  const parts = byClosing(
    [customer({ expectedClose: today - 3, amount: 1000 }), customer({ expectedClose: today - 9 }), customer()],
    half,
    review,
  );
  expect(parts).toMatchObject({
    passed: { customers: 2, withoutAmount: 1, weighted: 500 },
    thisMonth: { customers: 0, weighted: null },
    undated: { customers: 1, withoutAmount: 1 },
  });
});

test("where nobody has such a day nothing is told apart", () => {
  expect(byClosing([customer(), customer()], half, review)).toBeNull();
});

test("the parts add up to the whole", () => {
  fc.assert(
    fc.property(anyCustomers, (customers) => {
      const open = customers.filter(({ state }) => state === "open");
      const parts = byClosing(open, half, review);
      if (parts === null) return open.every(({ expectedClose }) => expectedClose === null);
      const sum = closings.reduce((total, closing) => total + (parts[closing].weighted ?? 0), 0);
      expect(sum).toBeCloseTo(
        open.reduce((total, { amount }) => total + (amount ?? 0) / 2, 0),
        3,
      );
      return closings.reduce((total, closing) => total + parts[closing].customers, 0) === open.length;
    }),
  );
});
