import fc from "fast-check";
import { anyCustomers, anyLogOf, stages, today, touch } from "../../../test/support/customers";
import type { Touch } from "../log/touch";
import { trendDays, trendsOf } from "./trends";

const said = (daysAgo: number, given: Partial<Touch> = {}) =>
  touch({ customerId: "C1", date: today - daysAgo, ...given });
const moved = (daysAgo: number, fromStage: string, toStage: string, given: Partial<Touch> = {}) =>
  said(daysAgo, { fromStage, toStage, ...given });
const kindOf = (...touches: readonly Touch[]) => trendsOf(touches, stages, today).get("C1")?.kind ?? null;

test("rising is up a stage and spoken with more often than in the 14 days before", () => {
  expect(kindOf(moved(3, "线索", "方案"), said(1), said(20))).toBe("rising");
  expect(kindOf(moved(3, "线索", "方案"), said(20))).toBeNull();
  expect(kindOf(said(3), said(1), said(20))).toBeNull();
});

test("the last day of a span and the first of the one before are told apart", () => {
  expect(kindOf(moved(13, "线索", "方案"))).toBe("rising");
  expect(kindOf(moved(14, "线索", "方案"))).toBe("cooling");
  expect(kindOf(said(27))).toBe("cooling");
  expect(kindOf(said(28))).toBeNull();
});

test("there and back, or to an end, is no rise; two steps taken one after the other are one", () => {
  expect(kindOf(moved(5, "线索", "方案"), moved(2, "方案", "线索"))).toBeNull();
  expect(kindOf(moved(2, "谈判", "成交"))).toBeNull();
  expect(kindOf(moved(5, "线索", "方案"), moved(2, "方案", "谈判"), said(20))).toBe("rising");
});

test("a stage that was changed without a contact counts as a move, and a call that nobody took as no contact", () => {
  const quiet = { kind: "reschedule", content: "" } as const;
  expect(kindOf(moved(4, "线索", "方案", quiet), said(2), said(1), said(20))).toBe("rising");
  expect(kindOf(moved(4, "线索", "方案"), said(1, { content: "", result: "未接通" }), said(20))).toBeNull();
});

test("cooling is spoken with before and now less or not at all; who has moved up is not cooling", () => {
  expect(kindOf(said(20))).toBe("cooling");
  expect(kindOf(said(20), said(18), said(2))).toBe("cooling");
  expect(kindOf(said(20), said(2))).toBeNull();
  expect(kindOf(said(20), said(18), moved(2, "线索", "方案"))).toBeNull();
});

test("the rows that say so come along, in the order of their days", () => {
  const rows = [moved(2, "方案", "谈判", { row: 9 }), moved(5, "线索", "方案", { row: 12 }), said(20, { row: 4 })];
  const trend = trendsOf(rows, stages, today).get("C1");
  expect(trend?.moves.map(({ row }) => row)).toEqual([12, 9]);
  expect(trend?.earlier.map(({ row }) => row)).toEqual([4]);
});

test("as of a day, what was written for later days says nothing", () => {
  fc.assert(
    fc.property(anyCustomers.chain(anyLogOf), fc.integer({ min: today - 60, max: today }), (log, day) => {
      const then = log.filter(({ date }) => date !== null && date < day + 1);
      expect(trendsOf(log, stages, day)).toEqual(trendsOf(then, stages, day));
      for (const { kind, recent, earlier, moves } of trendsOf(log, stages, day).values()) {
        expect(kind === "rising").toBe(recent.length > earlier.length);
        expect(kind === "rising").toBe(moves.length > 0);
        for (const { date } of recent) expect(day - Math.floor(date!)).toBeLessThan(trendDays);
      }
    }),
  );
});
