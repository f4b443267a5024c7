import fc from "fast-check";
import type { Customer } from "./customer";
import { funnel, funnelModes, journeys, stageFlows, timeInStages, type Move } from "./funnel";
import { anyCustomers, anyLogOf, customer, stages, today, touch } from "../../../test/support/customers";

const move = (of: Customer, date: number, fromStage: string, toStage: string): Move =>
  touch({ customerId: of.id, date, fromStage, toStage });
const reached = (
  customers: readonly Customer[],
  moves: readonly Move[],
  mode: (typeof funnelModes)[number] = "passed",
) => funnel(journeys(customers, moves, stages, today), 3, mode).steps.map((step) => step.reached);

describe("the funnel of reached or passed stages", () => {
  test("from a sheet without history is a lower bound: lost ones count at the first step, and are counted", () => {
    const customers = [
      customer({ step: 0 }),
      customer({ step: 2 }),
      customer({ state: "won" }),
      customer({ state: "lost" }),
      customer({ state: "parked" }),
    ];
    const result = funnel(journeys(customers, [], stages, today), 3);
    expect(result.steps.map((step) => step.reached)).toEqual([5, 2, 2, 1]);
    expect(result).toMatchObject({ unknown: 2, lowerBound: true });
  });

  test("knows from the log how far a lost customer came", () => {
    const lost = customer({ state: "lost" });
    const moves = [move(lost, today - 9, "线索", "谈判"), move(lost, today - 2, "谈判", "流失")];
    expect(reached([lost], moves)).toEqual([1, 1, 1, 0]);
    expect(funnel(journeys([lost], moves, stages, today), 3)).toMatchObject({ unknown: 0, lowerBound: false });
  });

  test("is not lowered by moving back", () => {
    const back = customer({ step: 0 });
    expect(reached([back], [move(back, today - 5, "线索", "谈判"), move(back, today - 1, "谈判", "线索")])).toEqual([
      1, 1, 1, 0,
    ]);
  });

  test("passes over rows of the future and of customers without an ID", () => {
    const open = customer({ step: 0 });
    expect(reached([open], [move(open, today + 1, "线索", "谈判")])).toEqual([1, 0, 0, 0]);
    const nameless = customer({ id: "", step: 0 });
    expect(reached([nameless], [move(nameless, today, "线索", "谈判")])).toEqual([1, 0, 0, 0]);
  });
});

describe("the other two ways to count", () => {
  const skipped = customer({ state: "won" });
  const direct = [move(skipped, today - 5, "线索", "谈判"), move(skipped, today - 1, "谈判", "成交")];
  const step = customer({ step: 1 });
  const onward = [move(step, today - 3, "线索", "方案")];

  test("a skipped stage counts as passed, not as visited, and ends the way through all stages", () => {
    expect(reached([skipped, step], [...direct, ...onward], "passed")).toEqual([2, 2, 1, 1]);
    expect(reached([skipped, step], [...direct, ...onward], "any")).toEqual([2, 1, 1, 1]);
    expect(reached([skipped, step], [...direct, ...onward], "all")).toEqual([2, 1, 0, 0]);
  });
});

const anyJourneys = anyCustomers.chain((customers) =>
  anyLogOf(customers).map((log) => ({ customers, all: journeys(customers, log, stages, today) })),
);

test("next-step rates multiply to the overall rate, and no step is larger than the one before", () => {
  fc.assert(
    fc.property(anyJourneys, ({ all }) => {
      const { steps } = funnel(all, 3);
      const [first] = steps;
      const last = steps.at(-1)!;
      if (last.reached === 0) return;
      const product = steps.slice(0, -1).reduce((rate, { next }) => rate * (next!.rate ?? 0), 1);
      expect(product).toBeCloseTo(last.reached / first!.reached, 12);
      expect(product).toBeCloseTo(last.cumulative.rate!, 12);
    }),
  );
});

test("in every mode rates lie within 0 and 1 and point at their customers", () => {
  fc.assert(
    fc.property(anyJourneys, fc.constantFrom(...funnelModes), ({ all, customers }, mode) => {
      for (const { next, cumulative, customers: here, reached: count } of funnel(all, 3, mode).steps) {
        expect(here).toHaveLength(count);
        expect(customers).toEqual(expect.arrayContaining([...here]));
        for (const rate of [next?.rate, cumulative.rate]) {
          if (typeof rate !== "number") continue;
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

describe("what became of the entries of a period", () => {
  const period = { from: today - 30, to: today };
  const flowOf = (customers: readonly Customer[], moves: readonly Move[]) =>
    stageFlows(journeys(customers, moves, stages, today), 3, period);

  test("one of each exit", () => {
    const [up, down, gone, waits, other, rests, won] = [
      customer({ step: 2 }),
      customer({ step: 0 }),
      customer({ state: "lost", closed: today - 1 }),
      customer({ step: 1 }),
      customer({ step: 1 }),
      customer({ state: "parked" }),
      customer({ state: "won" }),
    ];
    const enter = [up, down, gone, waits, other, rests, won].map((each) => move(each, today - 20, "线索", "方案"));
    const moves = [
      ...enter,
      move(up, today - 3, "方案", "谈判"),
      move(down, today - 3, "方案", "线索"),
      { ...move(other, today - 4, "", ""), kind: "transfer" as const },
      move(won, today - 3, "方案", "成交"),
    ];
    expect(flowOf([up, down, gone, waits, other, rests, won], moves)[1]).toEqual({
      entered: 7,
      advanced: 2,
      lost: 1,
      parked: 1,
      movedBack: 1,
      reassigned: 1,
      still: 1,
    });
  });

  test("what happens after the period has not happened yet", () => {
    const late = customer({ step: 2 });
    const moves = [move(late, today - 40, "线索", "方案"), move(late, today - 5, "方案", "谈判")];
    const [, second] = stageFlows(journeys([late], moves, stages, today), 3, { from: today - 50, to: today - 10 });
    expect(second).toMatchObject({ entered: 1, advanced: 0, still: 1 });
  });

  test("the parts add up to the entries", () => {
    fc.assert(
      fc.property(anyJourneys, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), ({ all }, a, b) => {
        const flows = stageFlows(all, 3, { from: today - Math.max(a, b), to: today - Math.min(a, b) });
        for (const { entered, ...parts } of flows) {
          expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(entered);
        }
      }),
    );
  });
});

describe("time in a stage", () => {
  test("adds a customer's stays up and leaves the present one out", () => {
    const back = customer({ step: 1, created: today - 20 });
    const moves = [
      move(back, today - 15, "线索", "方案"),
      move(back, today - 10, "方案", "线索"),
      move(back, today - 7, "线索", "方案"),
    ];
    const [first, second] = timeInStages(journeys([back], moves, stages, today), 3);
    expect(first).toEqual({ customers: 1, median: 8, suggestedLimit: null });
    expect(second).toMatchObject({ customers: 1, median: 5 });
  });

  test("suggests one and a half times the median from five customers on", () => {
    const customers = Array.from({ length: 5 }, () => customer({ step: 1, created: today - 30 }));
    const moves = customers.map((each, index) => move(each, today - 30 + 3 + index, "线索", "方案"));
    expect(timeInStages(journeys(customers, moves, stages, today), 3)[0]).toEqual({
      customers: 5,
      median: 5,
      suggestedLimit: 8,
    });
  });
});
