import { countIds, type NumberRef, type NumbersBasis } from "../../src/domain/measures/rowsBehind/numberRef";
import fc from "fast-check";
import { rowsBehind } from "../../src/domain/measures/rowsBehind/rowsBehind";
import { activities } from "../../src/domain/measures/activity";
import { funnel, funnelModes } from "../../src/domain/measures/funnel";
import { measure } from "../../src/domain/measures/measure";
import { conversionAges, allMeasures } from "../../src/domain/measures/allMeasures";
import { groupings, groupsBy } from "../../src/domain/measures/people";
import { periodFigures } from "../../src/domain/measures/periodFigures";
import { periodIds, periodPair } from "../../src/domain/measures/periods";
import { lossesByReason } from "../../src/domain/measures/reasons";
import { readCustomers } from "../../src/domain/measures/readCustomers";
import { winRateIds } from "../../src/domain/measures/conversion";
import { signalIds } from "../../src/domain/measures/signals/signal";
import { signalsOf } from "../../src/domain/measures/signals/signalsOf";
import { movingCustomers, trendsOf } from "../../src/domain/measures/trends";
import { anyLogOf } from "../support/customers";
import { readMadeUp } from "../support/readMadeUp";
import { madeUpSheet, reviewDay } from "../support/sheets";
import { reviewStub } from "../support/schemaStub";

const size = { minLength: 1, maxLength: 25 };

const basis: fc.Arbitrary<NumbersBasis> = fc
  .oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size))
  .chain((sheet) => {
    const { records, schema } = readMadeUp(sheet);
    const review = reviewStub({ schema, today: reviewDay });
    const customers = readCustomers(records, review);
    return anyLogOf(customers).map((touches): NumbersBasis => ({
      ...review,
      records,
      touches,
      measures: allMeasures(records, touches, review),
    }));
  });

/** How many rows count, and of how many. */
function sizes(ref: NumberRef, of: NumbersBasis): readonly [number, number | null] {
  const { rows, whole } = rowsBehind(ref, of);
  return [rows.length, whole];
}

/** The same for a share, which shows all of its denominator: whoever does not count stands among the others. */
function share(ref: NumberRef, of: NumbersBasis): readonly [number, number] {
  const { rows, others, whole } = rowsBehind(ref, of);
  expect([ref, whole]).toEqual([ref, rows.length + others.length]);
  return [rows.length, rows.length + others.length];
}

describe("the rows behind a number are as many as it says", () => {
  test("for counts and bands of days", () => {
    fc.assert(
      fc.property(basis, (of) => {
        const { figures } = measure(of.records, of);
        for (const id of countIds) {
          const figure = figures.key[id];
          if (figure !== null) expect([id, sizes({ kind: "count", id }, of)[0]]).toEqual([id, figure]);
        }
        for (const { from, to, silent } of figures.ageing) {
          if (silent !== null) expect(sizes({ kind: "band", from, to }, of)[0]).toBe(silent);
        }
      }),
    );
  });

  test("for shares: win rates, funnel steps, coverage, promises, groups", () => {
    fc.assert(
      fc.property(basis, (of) => {
        const { measures: numbers } = of;
        for (const id of winRateIds) {
          const rate = numbers.winRates[id];
          if (rate !== null) expect(share({ kind: "winRate", id }, of)).toEqual([rate.part, rate.whole]);
        }
        const depth = of.schema.stages.filter(({ kind }) => kind === "open").length;
        for (const mode of funnelModes) {
          funnel(numbers.journeys, depth, mode).steps.forEach(({ reached, next, cumulative }, step) => {
            expect(share({ kind: "reached", mode, step }, of)).toEqual([reached, cumulative.whole]);
            if (next) expect(share({ kind: "next", mode, step }, of)).toEqual([next.part, next.whole]);
          });
        }
        if (numbers.logged) {
          const { coverage, firstResponse, promises, touches } = numbers.logged;
          expect(share({ kind: "coverage" }, of)).toEqual([coverage.rate.part, coverage.rate.whole]);
          expect(share({ kind: "onTime" }, of)).toEqual([promises.rate.part, promises.rate.whole]);
          expect(sizes({ kind: "touches" }, of)[0]).toBe(touches.all);
          expect(sizes({ kind: "firstResponse" }, of)[0]).toBe(firstResponse.customers);
        }
        for (const by of groupings) {
          for (const { name, rate, open, overdue } of groupsBy(numbers.customers, by)) {
            expect(share({ kind: "group", by, name, of: "rate" }, of)).toEqual([rate.part, rate.whole]);
            expect(sizes({ kind: "group", by, name, of: "open" }, of)[0]).toBe(open);
            expect(sizes({ kind: "group", by, name, of: "overdue" }, of)[0]).toBe(overdue);
          }
        }
      }),
    );
  });

  test("for periods, and for each owner's doings in them", () => {
    fc.assert(
      fc.property(basis, fc.constantFrom(...periodIds), (of, id) => {
        const { customers } = of.measures;
        const pair = periodPair(id, of);
        for (const when of ["now", "before"] as const) {
          if (when === "before" && pair.before === null) continue;
          const { won, lost, rate, withoutAmount, created } = periodFigures(customers, pair[when]);
          expect(sizes({ kind: "period", of: "won", id, when }, of)[0]).toBe(won.length);
          expect(sizes({ kind: "period", of: "lost", id, when }, of)[0]).toBe(lost.length);
          expect(sizes({ kind: "period", of: "created", id, when }, of)[0]).toBe(created.length);
          expect(share({ kind: "period", of: "rate", id, when }, of)).toEqual([rate.part, rate.whole]);
          const { rows, others } = rowsBehind({ kind: "period", of: "amount", id, when }, of);
          expect([rows.length, others.length]).toEqual([won.length - withoutAmount, withoutAmount]);
        }
        for (const { name, closed, logged } of activities(customers, of.touches, pair.now, { ...of, owners: [] })) {
          const activity = (figure: "touches" | "coverage" | "promises" | "closed") =>
            ({ kind: "activity", name, of: figure, id }) as const;
          expect(share(activity("closed"), of)).toEqual([closed.part, closed.whole]);
          if (!logged) continue;
          const { coverage, promises, touches } = logged;
          expect(sizes(activity("touches"), of)[0]).toBe(touches.length);
          expect(share(activity("coverage"), of)).toEqual([coverage.rate.part, coverage.rate.whole]);
          expect(share(activity("promises"), of)).toEqual([promises.rate.part, promises.rate.whole]);
        }
      }),
    );
  });

  test("for customers that rise or cool, of those that are open", () => {
    fc.assert(
      fc.property(basis, (of) => {
        const { customers } = of.measures;
        const trends = trendsOf(of.touches, of.schema.stages, of.today);
        const open = customers.filter(({ state }) => state === "open").length;
        for (const kind of ["rising", "cooling"] as const) {
          const found = movingCustomers(customers, trends, kind);
          expect(sizes({ kind: "trend", of: kind }, of)).toEqual([found.length, open]);
        }
      }),
    );
  });

  test("for money, days and reasons", () => {
    fc.assert(
      fc.property(basis, (of) => {
        const { customers, cycle, forecast, journeys, incidence } = of.measures;
        const worth = (kind: "weighted" | "neglected") =>
          rowsBehind({ kind }, of)
            .rows.flatMap(({ because }) => because)
            .reduce((sum, because) => (because.kind === "worth" ? sum + because.amount * because.chance : sum), 0);
        expect(worth("weighted")).toBeCloseTo(forecast.weighted ?? 0, 3);
        expect(worth("neglected")).toBeCloseTo(forecast.neglected ?? 0, 3);
        expect(sizes({ kind: "withoutAmount", of: "open" }, of)[0]).toBe(forecast.withoutAmount);
        const { won } = measure(of.records, of).figures.withoutAmount;
        if (won !== null) expect(sizes({ kind: "withoutAmount", of: "won" }, of)[0]).toBe(won);
        expect(sizes({ kind: "cycle" }, of)[0]).toBe(cycle.customers);
        for (const days of conversionAges) {
          const { rows, others } = rowsBehind({ kind: "converted", days }, of);
          expect(rows.length + others.length).toBe(incidence.customers);
        }
        const stages = of.schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => name);
        const reasons = lossesByReason(journeys, stages);
        const gone = customers.filter(({ state }) => state === "lost" || state === "parked").length;
        expect(reasons.reduce((sum, { lost, parked }) => sum + lost + parked, 0)).toBe(gone);
        for (const { name, lost, parked } of reasons) {
          expect(sizes({ kind: "reason", name }, of)).toEqual([lost + parked, gone]);
        }
      }),
    );
  });

  test("for signals, and each names log rows that are there", () => {
    fc.assert(
      fc.property(basis, (of) => {
        const { measures: numbers, schema, touches, today } = of;
        const { customers } = numbers;
        const found = signalsOf({ customers, touches, stages: schema.stages, today });
        const rows = new Set(touches.map(({ row }) => row));
        for (const id of signalIds) {
          const behind = rowsBehind({ kind: "signal", id }, of);
          expect([id, behind.rows.length]).toEqual([id, found.cases[id].length]);
          for (const { logRows } of found.cases[id]) expect(logRows.filter((row) => !rows.has(row))).toEqual([]);
        }
        for (const { name, entered, others } of found.lastMinute) {
          const all = entered.length + others.length;
          expect(share({ kind: "personSignal", id: "lastMinute", name }, of)).toEqual([entered.length, all]);
          expect(entered.length / all).toBeGreaterThan(0.6);
        }
        for (const { name, touches: theirs, customers: own, rate, rateOfAll } of found.busyOwners) {
          expect(sizes({ kind: "personSignal", id: "busyOwner", name }, of)).toEqual([theirs.length, own]);
          expect(rate.interval!.high).toBeLessThan(rateOfAll.rate!);
        }
      }),
    );
  });
});
