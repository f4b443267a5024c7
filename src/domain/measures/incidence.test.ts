import fc from "fast-check";
import { convertedBy, incidence, medianTimeToWin, type Spell } from "./incidence";

const won = (days: number): Spell => ({ days, end: "won" });
const lost = (days: number): Spell => ({ days, end: "lost" });
const open = (days: number): Spell => ({ days, end: "watched" });
const example = [won(5), lost(10), won(12), won(20), lost(20), open(35), won(40), open(60)];

test("eight customers: losses compete, open ones are watched as long as they were", () => {
  const { points } = incidence(example);
  expect(points.map(({ day }) => day)).toEqual([5, 10, 12, 20, 40]);
  expect(points.map(({ converted }) => converted)).toEqual([0.125, 0.125, 0.25, 0.375, 0.5625]);
  expect(points.map((point) => point.open)).toEqual([0.875, 0.75, 0.625, 0.375, 0.1875]);
  expect(points.map(({ atRisk }) => atRisk)).toEqual([8, 7, 6, 5, 2]);
});

test("beyond the last age with five customers at risk nothing is said", () => {
  const curve = incidence(example);
  expect(curve.reliableUntil).toBe(20);
  expect(convertedBy(curve, 4)).toBe(0);
  expect(convertedBy(curve, 15)).toBe(0.25);
  expect(convertedBy(curve, 20)).toBe(0.375);
  expect(convertedBy(curve, 30)).toBeNull();
  expect(medianTimeToWin(curve)).toBeNull();
});

test("fewer than five customers give no number at all", () => {
  const curve = incidence([won(1), won(2), won(3), won(4)]);
  expect(curve.reliableUntil).toBeNull();
  expect(convertedBy(curve, 0)).toBeNull();
});

test("the median time is when half of all were won, not half of the won", () => {
  const curve = incidence([won(1), won(2), won(3), lost(4), open(5), open(6), open(7), open(8)]);
  expect(medianTimeToWin(curve)).toBeNull();
  expect(medianTimeToWin(incidence([1, 2, 3, 4, 5, 6, 7, 8].map(won)))).toBe(4);
});

test("where nobody is open, the share won is the win rate", () => {
  const closed = fc.array(fc.record({ days: fc.nat(90), end: fc.constantFrom("won" as const, "lost" as const) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(closed, (spells) => {
      const { points } = incidence(spells);
      const wins = spells.filter(({ end }) => end === "won").length;
      expect(points.at(-1)!.converted).toBeCloseTo(wins / spells.length, 9);
      expect(points.at(-1)!.open).toBeCloseTo(0, 9);
    }),
  );
});

test("shares stay between 0 and 1, won ones only grow, and won plus open never exceed all", () => {
  const any = fc.array(
    fc.record({ days: fc.nat(60), end: fc.constantFrom("won" as const, "lost" as const, "watched" as const) }),
  );
  fc.assert(
    fc.property(any, (spells) => {
      let before = 0;
      for (const point of incidence(spells).points) {
        expect(point.converted).toBeGreaterThanOrEqual(before);
        expect(point.open).toBeGreaterThanOrEqual(-1e-12);
        expect(point.converted + point.open).toBeLessThanOrEqual(1 + 1e-9);
        before = point.converted;
      }
    }),
  );
});
