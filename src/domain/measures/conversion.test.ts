import fc from "fast-check";
import { serialOfIso } from "../values/date";
import { cohorts, winRate, winRateCases, winRateDefinitions, winRateIds } from "./conversion";
import { anyCustomers, customer } from "../../../test/support/customers";
import { reviewStub } from "../../../test/support/schemaStub";

const day = (iso: string) => serialOfIso(iso, 1900)!;
const many = (count: number, of: Parameters<typeof customer>[0]) => Array.from({ length: count }, () => customer(of));

const sheet = [
  ...many(12, { state: "won", closed: day("2026-07-15") }),
  ...many(8, { state: "lost", closed: day("2026-07-20") }),
  ...many(4, { state: "parked", closed: day("2026-06-20") }),
  ...many(3, { state: "open", overdue: true }),
  ...many(2, { state: "open", overdue: true, stale: true }),
  ...many(11, { state: "open" }),
];

test.each([
  ["closed", 12, 20],
  ["created", 12, 40],
  ["broad", 12, 24],
  ["strict", 12, 25],
] as const)("the %s win rate is %d of %d", (id, part, whole) => {
  expect(winRate(id, sheet)).toMatchObject({ part, whole, rate: part / whole });
});

test("an overdue and stale customer burdens the strict rate once", () => {
  expect(winRateCases("strict", sheet).whole.filter(({ state }) => state === "open")).toHaveLength(5);
});

test("a period takes closings by their day, both ends included; undated closings are in no period", () => {
  const july = { from: day("2026-07-01"), to: day("2026-07-15") };
  expect(winRate("closed", [...sheet, customer({ state: "won", closed: null })], july)).toMatchObject({
    part: 12,
    whole: 12,
  });
  expect(winRate("broad", sheet, { from: day("2026-06-20"), to: day("2026-06-20") })).toMatchObject({
    part: 0,
    whole: 4,
  });
});

test("the strict rate takes closings of the period only, and overdue and old customers whatever the period", () => {
  expect(winRate("strict", sheet, { from: day("2026-07-16"), to: day("2026-07-31") })).toMatchObject({
    part: 0,
    whole: 13,
  });
  expect(winRate("strict", sheet, { from: day("2026-01-01"), to: day("2026-01-31") })).toMatchObject({
    part: 0,
    whole: 5,
  });
  expect(winRate("strict", sheet, { from: day("2026-07-15"), to: day("2026-07-15") })).toMatchObject({
    part: 12,
    whole: 17,
  });
});

test("a period begins with its first day and ends late on its last", () => {
  const closed = (days: number) => [customer({ state: "won", closed: day("2026-07-01") + days })];
  const july = { from: day("2026-07-01"), to: day("2026-07-31") };
  expect([-1, -0.1, 0, 30, 30.9, 31].map((days) => winRate("closed", closed(days), july).whole)).toEqual([
    0, 0, 1, 1, 1, 0,
  ]);
});

test("all created goes by the first contact", () => {
  const created = [
    customer({ state: "won", created: day("2026-05-31"), closed: day("2026-07-01") }),
    customer({ state: "open", created: day("2026-06-01") }),
    customer({ state: "won", created: day("2026-06-30") + 0.5, closed: day("2026-07-01") }),
  ];
  const june = { from: day("2026-06-01"), to: day("2026-06-30") };
  expect(winRate("created", created, june)).toMatchObject({ part: 1, whole: 2 });
});

test("each definition says where a manager has met it", () => {
  const named = new Set(winRateIds.flatMap((id) => winRateDefinitions[id].knownFrom));
  for (const crm of ["Salesforce", "HubSpot", "Zoho", "Pipedrive"]) expect(named).toContain(crm);
});

test("every numerator is part of its denominator, and wider denominators give lower rates", () => {
  fc.assert(
    fc.property(anyCustomers, (customers) => {
      for (const id of winRateIds) {
        const { part, whole } = winRateCases(id, customers);
        expect(part.every((each) => whole.includes(each))).toBe(true);
      }
      const rate = (id: (typeof winRateIds)[number]) => winRate(id, customers).rate ?? 0;
      expect(rate("created")).toBeLessThanOrEqual(rate("broad") + 1e-12);
      expect(rate("broad")).toBeLessThanOrEqual(rate("closed") + 1e-12);
      expect(rate("strict")).toBeLessThanOrEqual(rate("closed") + 1e-12);
    }),
  );
});

describe("cohorts", () => {
  const members = [
    customer({ state: "won", created: day("2026-05-02"), closed: day("2026-05-20") }),
    customer({ state: "won", created: day("2026-05-30"), closed: day("2026-07-30") }),
    customer({ state: "lost", created: day("2026-05-11"), closed: day("2026-06-01") }),
    customer({ state: "open", created: day("2026-07-31") }),
    customer({ state: "won", created: null, closed: day("2026-07-01") }),
  ];
  const [may, july, ...more] = cohorts(members, [30, 60, 90], reviewStub({ today: day("2026-08-07") }));

  test("go by the month of the first contact, oldest first", () => {
    expect([may!.year, may!.month, may!.customers.length]).toEqual([2026, 5, 3]);
    expect([july!.year, july!.month, july!.customers.length]).toEqual([2026, 7, 1]);
    expect(more).toEqual([]);
  });

  test("say what was won by an age, and nothing before the youngest has reached it", () => {
    expect(may!.soFar).toMatchObject({ part: 2, whole: 3 });
    expect(may!.byAge.map((rate) => rate?.part ?? null)).toEqual([1, 1, null]);
    expect(july!.byAge).toEqual([null, null, null]);
  });

  test("an age counts from its day on, for the youngest and for the winning", () => {
    const won = (created: string, days: number) =>
      customer({ state: "won", created: day(created), closed: day(created) + days });
    const of = (today: number) =>
      cohorts([won("2026-05-01", 30), won("2026-05-01", 31)], [30], reviewStub({ today })).map(
        ({ byAge }) => byAge[0]?.part,
      );
    expect(of(day("2026-05-31"))).toEqual([1]);
    expect(of(day("2026-05-30"))).toEqual([undefined]);
    const lost = customer({ state: "lost", created: day("2026-05-01"), closed: day("2026-05-02") });
    const undated = customer({ state: "won", created: day("2026-05-01"), closed: null });
    expect(cohorts([lost, undated], [30], reviewStub({ today: day("2026-08-07") }))[0]?.byAge).toMatchObject([
      { part: 0, whole: 2 },
    ]);
  });

  test("months stand in order, January after December", () => {
    const made = ["2026-01-31", "2025-12-01", "2026-12-31"].map((iso) => customer({ created: day(iso) }));
    expect(cohorts(made, [], reviewStub()).map(({ year, month }) => [year, month])).toEqual([
      [2025, 12],
      [2026, 1],
      [2026, 12],
    ]);
  });

  test("hold every customer with a first contact once", () => {
    fc.assert(
      fc.property(anyCustomers, (customers) => {
        const all = cohorts(customers, [30], reviewStub({ today: day("2026-08-07") }));
        expect(all.reduce((sum, { customers: own }) => sum + own.length, 0)).toBe(
          customers.filter(({ created }) => created !== null).length,
        );
      }),
    );
  });
});
