import fc from "fast-check";
import {
  averageWonAmount,
  forecast,
  salesCycle,
  shrunkProbability,
  stageProbabilities,
  velocity,
  type Deal,
} from "./forecast";
import { journeys } from "./funnel";
import { customer, stages, today, touch } from "../../../test/support/customers";

const deal = (amount: number | null, probability: number | null, neglected = false): Deal => ({
  amount,
  probability,
  basis: probability === null ? null : "set",
  neglected,
});

test("three deals: mean, spread, and the outcomes one by one", () => {
  const result = forecast([deal(100_000, 0.5), deal(50_000, 0.5), deal(30_000, 0.2)]);
  expect(result.weighted).toBe(81_000);
  expect(result.deviation).toBeCloseTo(57_175, 0);
  expect(result).toMatchObject({ deals: 3, withoutAmount: 0, total: 180_000 });
  expect(result.range).toEqual({ low: 0, high: 150_000 });
});

test("a blank amount is counted, not added as 0; what is stale or overdue is shown beside, not taken off", () => {
  const result = forecast([deal(null, 0.5), deal(1000, 0.4, true), deal(500, 0.2)]);
  expect(result).toMatchObject({ deals: 3, withoutAmount: 1, total: 1500, weighted: 500, neglected: 400 });
});

test("without any amount there is no range", () => {
  expect(forecast([deal(null, 0.5)]).range).toBeNull();
  expect(forecast([])).toMatchObject({ deals: 0, weighted: null, range: null });
});

describe("the range in which the sum ends up in 8 of 10 cases", () => {
  const alike = (count: number, amount: number, probability: number) =>
    Array.from({ length: count }, () => deal(amount, probability));

  test.each<[string, readonly Deal[], { readonly low: number; readonly high: number }]>([
    ["one deal that is nearly sure", [deal(100, 0.95)], { low: 100, high: 100 }],
    ["one deal that is hardly to be had", [deal(100, 0.05)], { low: 0, high: 0 }],
    ["one deal that may go either way", [deal(100, 0.5)], { low: 0, high: 100 }],
    ["just 10 % below: the low end is above it", [deal(100, 0.9)], { low: 0, high: 100 }],
    ["a large and a small one", [deal(1000, 0.2), deal(10, 0.95)], { low: 10, high: 1010 }],
    ["likely deals end high, not low", alike(10, 1, 0.8), { low: 6, high: 10 }],
    ["unlikely deals end low, not high", alike(10, 1, 0.2), { low: 0, high: 4 }],
    ["twelve deals, all outcomes counted", alike(12, 1, 0.5), { low: 4, high: 8 }],
  ])("%s", (_, deals, range) => {
    expect(forecast(deals).range).toEqual(range);
  });

  test.each<[string, number, number]>([
    ["thirteen, drawn", 13, 0.8],
    ["twenty-nine, drawn", 29, 0.8],
    ["twenty-nine unlikely ones, drawn", 29, 0.2],
    ["thirty, by the bell curve", 30, 0.8],
    ["a hundred, by the bell curve", 100, 0.2],
  ])("lies around the weighted sum, about 1.28 deviations to each side: %s", (_, count, probability) => {
    const { range, weighted, deviation } = forecast(alike(count, 1, probability));
    // Drawn ends are whole deals, and differ from the bell curve's by less than one and a half.
    for (const [end, expected] of [
      [range!.low, weighted! - 1.2816 * deviation],
      [range!.high, weighted! + 1.2816 * deviation],
    ] as const) {
      expect(Math.abs(end - expected)).toBeLessThan(count < 30 ? 1.5 : 0.01);
    }
  });

  test("never leaves what can come of it", () => {
    const { range, total } = forecast([...alike(30, 1, 0.5), deal(1000, 0.05)]);
    expect(range!.low).toBe(0);
    expect(forecast([...alike(30, 1, 0.5), deal(1000, 0.95)]).range!.high).toBe(1030);
    expect(range!.high).toBeLessThan(total);
  });

  test("drawn deals of unlike chances weigh by their own", () => {
    const sure = [...alike(10, 1, 1), ...alike(10, 100, 0)];
    expect(forecast(sure).range).toEqual({ low: 10, high: 10 });
  });
});

test("many deals and drawn ones come near the bell curve", () => {
  const deals = (count: number) => Array.from({ length: count }, () => deal(100, 0.5));
  const { range: drawn } = forecast(deals(29));
  expect(drawn!.low).toBeGreaterThanOrEqual(1000);
  expect(drawn!.high).toBeLessThanOrEqual(1900);
  const { range, weighted, deviation } = forecast(deals(100));
  expect(range!.low).toBeCloseTo(weighted! - 1.28155 * deviation, 1);
});

test("the weighted sum lies between nothing and everything, the range too, and twice gives the same", () => {
  const deals = fc.array(
    fc.tuple(fc.option(fc.nat(1_000_000), { nil: null }), fc.float({ min: 0, max: 1, noNaN: true }), fc.boolean()),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(deals, (all) => {
      const given = all.map(([amount, probability, neglected]) => deal(amount, probability, neglected));
      const result = forecast(given);
      expect(result.weighted ?? 0).toBeLessThanOrEqual(result.total + 1e-6);
      expect(result.neglected ?? 0).toBeLessThanOrEqual((result.weighted ?? 0) + 1e-6);
      if (result.range) {
        expect(result.range.low).toBeGreaterThanOrEqual(0);
        expect(result.range.low).toBeLessThanOrEqual(result.range.high);
        expect(result.range.high).toBeLessThanOrEqual(result.total + 1e-6);
      }
      expect(forecast(given)).toEqual(result);
    }),
    { numRuns: 60 },
  );
});

describe("chances from history", () => {
  test.each([
    [0, 0, 0.4],
    [3, 4, 0.5],
    [8, 40, 0.24],
  ])("%d won of %d, set to 40 %%, is %d", (won, resolved, probability) => {
    expect(shrunkProbability(won, resolved, 0.4)).toBeCloseTo(probability, 12);
  });

  test("a lost customer of whom nothing is known counts at the first stage, a parked or open one nowhere", () => {
    const all = journeys(
      [customer({ state: "lost" }), customer({ state: "parked" }), customer({ step: 2 })],
      [],
      stages,
      today,
    );
    expect(stageProbabilities(all, [0.1, 0.4, 0.7]).map(({ resolved, won }) => [resolved, won])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  const decided = (won: number, lost: number) => [
    ...Array.from({ length: won }, () => customer({ state: "won" })),
    ...Array.from({ length: lost }, () => customer({ state: "lost" })),
  ];

  test("are the set ones, named as such, while fewer than 20 customers were won or lost; what nobody set nobody knows", () => {
    const told = stageProbabilities(journeys(decided(9, 10), [], stages, today), [0.1, null, 0.7]);
    expect(told.map(({ probability, basis }) => [probability, basis])).toEqual([
      [0.1, "set"],
      [null, null],
      [0.7, "set"],
    ]);
  });

  test("are the team's own from 20 on where 5 of them reached the stage, pulled towards the set one, else towards its win rate", () => {
    const told = stageProbabilities(journeys(decided(8, 32), [], stages, today), [0.4, null, null]);
    expect(told.map(({ resolved, basis }) => [resolved, basis])).toEqual([
      [40, "history"],
      [8, "history"],
      [8, "history"],
    ]);
    expect(told[0]?.probability).toBeCloseTo(0.24, 12);
    expect(told[1]?.probability).toBeCloseTo((8 + 10 * 0.2) / 18, 12);
    const few = stageProbabilities(journeys(decided(4, 20), [], stages, today), [null, null, 0.9]);
    expect(few.map(({ probability, basis }) => [probability, basis]).slice(1)).toEqual([
      [null, null],
      [0.9, "set"],
    ]);
  });

  test("that nobody knows are in no sum, and where no deal has one there is no forecast", () => {
    expect(forecast([deal(100, 0.5), deal(900, null), deal(null, null)])).toMatchObject({
      ...{ weighted: 50, total: 100, withoutChance: 1, withoutAmount: 1, bases: ["set"] },
    });
    expect(forecast([deal(900, null)])).toMatchObject({ weighted: null, neglected: null, range: null, bases: [] });
  });

  test("a lost customer that went back counts up to where it had been", () => {
    const lost = customer({ state: "lost" });
    const log = [
      touch({ customerId: lost.id, date: today - 9, fromStage: "线索", toStage: "谈判" }),
      touch({ customerId: lost.id, date: today - 6, fromStage: "谈判", toStage: "线索" }),
    ];
    const all = journeys([lost], log, stages, today);
    expect(stageProbabilities(all, [0.1, 0.4, 0.7]).map(({ resolved }) => resolved)).toEqual([1, 1, 1]);
  });

  test("go by the decided customers that reached the stage", () => {
    const lost = customer({ state: "lost" });
    const log = [touch({ customerId: lost.id, date: today - 3, fromStage: "方案", toStage: "流失" })];
    const all = journeys([lost, customer({ state: "won" }), customer({ step: 2 })], log, stages, today);
    expect(stageProbabilities(all, [0.1, 0.4, 0.7]).map(({ won, resolved }) => [won, resolved])).toEqual([
      [1, 2],
      [1, 2],
      [1, 1],
    ]);
  });
});

test("the sales cycle is measured over won customers with both dates", () => {
  const won = (created: number | null, closed: number | null) => customer({ state: "won", created, closed });
  const all = [
    won(10, 20),
    won(10, 40),
    won(10, 13),
    won(null, 50),
    won(60, 50),
    customer({ state: "lost", created: 1, closed: 2 }),
  ];
  expect(salesCycle(all)).toEqual({ customers: 3, median: 10, mean: 43 / 3 });
  expect(salesCycle([])).toEqual({ customers: 0, median: null, mean: null });
});

test("a customer won on the day of the first contact counts with no days, a time of day makes none", () => {
  const won = (created: number, closed: number) => customer({ state: "won", created, closed });
  expect(salesCycle([won(30, 30)])).toEqual({ customers: 1, median: 0, mean: 0 });
  expect(salesCycle([won(30.9, 31.1), won(30, 33)])).toEqual({ customers: 2, median: 2, mean: 2 });
  expect(salesCycle([customer({ state: "won", created: 30, closed: null })]).customers).toBe(0);
});

test("velocity is money a day, and unknown where one of its parts is", () => {
  expect(velocity(20, 5000, 0.25, 50)).toBe(500);
  expect(velocity(20, null, 0.25, 50)).toBeNull();
  expect(velocity(20, 5000, 0.25, 0)).toBeNull();
  expect(velocity(20, 5000, 0.25, 1)).toBe(25_000);
  expect(velocity(20, 5000, null, 50)).toBeNull();
  expect(velocity(20, 5000, 0.25, null)).toBeNull();
});

test("the average won amount leaves blank ones out", () => {
  const won = (amount: number | null) => customer({ state: "won", amount });
  expect(averageWonAmount([won(100), won(300), won(null), customer({ amount: 9 })])).toBe(200);
  expect(averageWonAmount([won(null)])).toBeNull();
});
