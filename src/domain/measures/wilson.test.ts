import fc from "fast-check";
import { byLowerBound, cannotBeToldApart, rateOf, standingOf, wilson } from "./wilson";

test.each([
  [0, 1, 0, 0.7935],
  [1, 1, 0.2065, 1],
  [0, 3, 0, 0.5615],
  [1, 3, 0.0615, 0.7923],
  [2, 3, 0.2077, 0.9385],
  [0, 10, 0, 0.2775],
  [3, 10, 0.1078, 0.6032],
  [4, 5, 0.3755, 0.9638],
  [10, 10, 0.7225, 1],
  [12, 20, 0.3866, 0.7812],
  [8, 40, 0.105, 0.3476],
  [30, 100, 0.2189, 0.3958],
])("%d of %d lies between %d and %d", (part, whole, low, high) => {
  const interval = wilson(part, whole);
  expect(Math.abs(interval.low - low)).toBeLessThan(1e-4);
  expect(Math.abs(interval.high - high)).toBeLessThan(1e-4);
});

test("a rate lies within its interval, and the interval within 0 and 1", () => {
  const sample = fc
    .integer({ min: 5, max: 5000 })
    .chain((whole) => fc.tuple(fc.nat({ max: whole }), fc.constant(whole)));
  fc.assert(
    fc.property(sample, ([part, whole]) => {
      const { rate, interval } = rateOf(part, whole);
      expect(interval!.low).toBeGreaterThanOrEqual(0);
      expect(interval!.low).toBeLessThanOrEqual(rate!);
      expect(interval!.high).toBeGreaterThanOrEqual(rate!);
      expect(interval!.high).toBeLessThanOrEqual(1);
    }),
  );
});

test("more cases of the same rate make the interval narrower", () => {
  const width = (part: number, whole: number) => wilson(part, whole).high - wilson(part, whole).low;
  expect(width(30, 100)).toBeLessThan(width(3, 10));
});

test("nothing measured is no zero, and fewer than five cases get counts only", () => {
  expect(rateOf(0, 0)).toEqual({ part: 0, whole: 0, rate: null, interval: null });
  expect(rateOf(3, 4)).toEqual({ part: 3, whole: 4, rate: 0.75, interval: null });
  expect(rateOf(4, 5).interval).not.toBeNull();
});

describe("groups against the whole", () => {
  const team = rateOf(50, 100);
  test.each([
    [30, 40, "above"],
    [4, 40, "below"],
    [6, 10, "notToldApart"],
    [4, 4, "tooFew"],
  ] as const)("%d of %d against 50 %% is %s", (part, whole, standing) => {
    expect(standingOf(rateOf(part, whole), team)).toBe(standing);
  });

  test("a whole without cases can be compared with nothing", () => {
    expect(standingOf(rateOf(5, 5), rateOf(0, 0))).toBe("tooFew");
  });

  test("two groups differ only where their intervals do not touch", () => {
    expect(cannotBeToldApart(rateOf(36, 40), rateOf(8, 40))).toBe(false);
    expect(cannotBeToldApart(rateOf(6, 10), rateOf(3, 10))).toBe(true);
    expect(cannotBeToldApart(rateOf(1, 1), rateOf(0, 40))).toBe(true);
  });

  test("rank by the lower end: one win out of one does not lead", () => {
    const rates = [rateOf(1, 1), rateOf(12, 20), rateOf(4, 5), rateOf(2, 4), rateOf(0, 9)];
    expect([...rates].sort(byLowerBound).map(({ part, whole }) => `${part}/${whole}`)).toEqual([
      ...["12/20", "4/5", "0/9", "2/4", "1/1"],
    ]);
  });
});

describe("intervals that only touch", () => {
  const rate = (low: number, high: number) => ({ part: 5, whole: 10, rate: (low + high) / 2, interval: { low, high } });

  test.each([
    [0.5, 0.9, 0.5, "notToldApart"],
    [0.51, 0.9, 0.5, "above"],
    [0.1, 0.5, 0.5, "notToldApart"],
    [0.1, 0.49, 0.5, "below"],
  ] as const)("%d to %d against %d: %s", (low, high, overall, standing) => {
    expect(standingOf(rate(low, high), { ...rate(0.2, 0.8), rate: overall })).toBe(standing);
  });

  test.each([
    [[0.1, 0.4], [0.4, 0.9], true],
    [[0.4, 0.9], [0.1, 0.4], true],
    [[0.1, 0.39], [0.4, 0.9], false],
    [[0.4, 0.9], [0.1, 0.39], false],
  ] as const)("%j and %j overlap: %s", ([a, b], [c, d], overlap) => {
    expect(cannotBeToldApart(rate(a, b), rate(c, d))).toBe(overlap);
  });
});
