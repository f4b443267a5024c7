import { isoOfSerial, serialOfIso, type DateSystem } from "../values/date";
import { periodIds, periodPair, type PeriodId } from "./periods";

function days(id: PeriodId, iso: string, system: DateSystem = 1900): readonly (string | null)[] {
  const { now, before } = periodPair(id, { today: serialOfIso(iso, system)!, system });
  const text = (day: number | undefined) => (day === undefined ? null : isoOfSerial(day, system));
  return [text(now?.from), text(now?.to), text(before?.from), text(before?.to)];
}

test("this week begins on Monday, and the whole week before stands beside it", () => {
  expect(days("week", "2026-08-07")).toEqual(["2026-08-03", "2026-08-07", "2026-07-27", "2026-08-02"]);
  expect(days("week", "2026-08-03")).toEqual(["2026-08-03", "2026-08-03", "2026-07-27", "2026-08-02"]);
  expect(days("week", "2026-08-09")).toEqual(["2026-08-03", "2026-08-09", "2026-07-27", "2026-08-02"]);
});

test("the last 30 days count the review day, and the 30 before end where they begin", () => {
  expect(days("days30", "2026-08-07")).toEqual(["2026-07-09", "2026-08-07", "2026-06-09", "2026-07-08"]);
  expect(days("days30", "2024-03-01")).toEqual(["2024-02-01", "2024-03-01", "2024-01-02", "2024-01-31"]);
});

test("a quarter and a year run to the review day, the ones before are whole", () => {
  expect(days("quarter", "2026-08-07")).toEqual(["2026-07-01", "2026-08-07", "2026-04-01", "2026-06-30"]);
  expect(days("quarter", "2026-01-01")).toEqual(["2026-01-01", "2026-01-01", "2025-10-01", "2025-12-31"]);
  expect(days("quarter", "2026-05-31")).toEqual(["2026-04-01", "2026-05-31", "2026-01-01", "2026-03-31"]);
  expect(days("year", "2025-02-28")).toEqual(["2025-01-01", "2025-02-28", "2024-01-01", "2024-12-31"]);
  expect(days("year", "2024-12-31")).toEqual(["2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"]);
});

test("all time has no end and nothing before it", () => {
  expect(days("all", "2026-08-07")).toEqual([null, null, null, null]);
});

test("the same days in either date system; the two spans meet, and no day is in both", () => {
  const first = serialOfIso("2023-12-25", 1900)!;
  for (let today = first; today < first + 800; today += 1) {
    for (const id of periodIds) {
      const iso = isoOfSerial(today, 1900);
      expect(days(id, iso, 1904)).toEqual(days(id, iso));
      const { now, before } = periodPair(id, { today, system: 1900 });
      if (!now || !before) continue;
      expect([now.to, before.to]).toEqual([today, now.from - 1]);
      expect(before.from).toBeLessThanOrEqual(before.to);
    }
  }
});
