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

describe("a journey", () => {
  const one = customer({ state: "lost", closed: today - 1, created: today - 30 });

  test("follows the days, and on one day the rows", () => {
    const rows = [
      { ...move(one, today - 5, "方案", "谈判"), row: 9 },
      { ...move(one, today - 5, "线索", "方案"), row: 8 },
      { ...move(one, today - 9, "", "线索"), row: 20 },
    ];
    const [journey] = journeys([one], rows, stages, today);
    expect(journey?.visits).toEqual([0, 1, 2]);
    expect(journey?.stays).toEqual([
      { step: 0, entered: today - 9, left: today - 5, to: 1, handedOver: [] },
      { step: 1, entered: today - 5, left: today - 5, to: 2, handedOver: [] },
      { step: 2, entered: today - 5, left: today - 1, to: "lost", handedOver: [] },
    ]);
  });

  test("has no history where the rows name no stage that is known", () => {
    const [journey] = journeys([one], [move(one, today - 3, "别的", "")], stages, today);
    expect(journey).toMatchObject({ visits: [], stays: [], hasHistory: false });
  });

  test("takes a row late today, and none of tomorrow or without a day", () => {
    const open = customer({ step: 0 });
    const visits = (date: number | null) =>
      journeys([open], [{ ...move(open, 0, "线索", "谈判"), date }], stages, today)[0]?.visits;
    expect([visits(today + 0.9), visits(today + 1), visits(null)]).toEqual([[0, 2, 0], [0], [0]]);
  });

  test("stays with who stays: a row that names the same stage twice is no visit", () => {
    const open = customer({ step: 1 });
    const [journey] = journeys([open], [move(open, today - 3, "方案", "方案")], stages, today);
    expect(journey).toMatchObject({ visits: [1], hasHistory: true });
  });

  test("of two stages with one name the first counts, and case makes no difference", () => {
    const twice = [
      { name: "New", kind: "open" },
      { name: "NEW", kind: "won" },
      { name: "Late", kind: "open" },
    ] as const;
    const open = customer({ step: 1 });
    const [journey] = journeys([open], [move(open, today - 3, "new", "late")], twice, today);
    expect(journey?.visits).toEqual([0, 1]);
  });
});

test("an empty sheet has an empty funnel: nothing is 0 %", () => {
  const { steps, unknown, lowerBound } = funnel([], 1);
  expect(steps.map(({ next, cumulative }) => [next?.rate, cumulative.rate])).toEqual([
    [null, null],
    [undefined, null],
  ]);
  expect([unknown, lowerBound]).toEqual([0, false]);
});

test("of the other ways to count all customers are the whole", () => {
  const all = journeys([customer({ step: 0 }), customer({ step: null })], [], stages, today);
  expect(funnel(all, 3, "any").steps[0]?.cumulative).toMatchObject({ part: 1, whole: 2 });
  expect(funnel(all, 3, "passed").steps[0]?.cumulative).toMatchObject({ part: 2, whole: 2 });
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
  // One customer that was won, so that no rate is without a whole.
  const withOneWon = anyJourneys.map(({ all }) => [
    ...all,
    ...journeys([customer({ state: "won" })], [], stages, today),
  ]);
  fc.assert(
    fc.property(withOneWon, (all) => {
      const { steps } = funnel(all, 3);
      const [first] = steps;
      const last = steps.at(-1)!;
      expect(last.reached).toBeGreaterThan(0);
      expect(last.next).toBeNull();
      steps.slice(1).forEach((step, index) => expect(step.reached).toBeLessThanOrEqual(steps[index]!.reached));
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
        for (const { rate, part, whole } of next === null ? [cumulative] : [next, cumulative]) {
          // Nothing measured is null, never a number; and where there is a whole there is a rate.
          expect(rate).toBe(whole === 0 ? null : part / whole);
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(whole);
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

  test.each<[string, number, number]>([
    ["on the first day", period.from, 1],
    ["on the last day", period.to, 1],
    ["late on the last day", period.to + 0.9, 1],
    ["the day before the first", period.from - 1, 0],
    ["late on the day before the first", period.from - 0.1, 0],
  ])("an entry %s of the period", (_, day, entered) => {
    const one = customer({ step: 1 });
    expect(flowOf([one], [move(one, day, "线索", "方案")])[1]?.entered).toBe(entered);
  });

  test("an entry the day after the last is in the next period", () => {
    const one = customer({ step: 1 });
    const all = journeys([one], [move(one, today, "线索", "方案")], stages, today);
    expect(stageFlows(all, 3, { from: today - 9, to: today - 1 })[1]?.entered).toBe(0);
    expect(stageFlows(all, 3, { from: today, to: today })[1]?.entered).toBe(1);
  });

  test.each<[string, number, object]>([
    ["on the last day", today - 10, { advanced: 1, still: 0 }],
    ["late on the last day", today - 9.5, { advanced: 1, still: 0 }],
    ["the day after the last", today - 9, { advanced: 0, still: 1 }],
  ])("who leaves %s of the period", (_, day, expected) => {
    const one = customer({ step: 2 });
    const moves = [move(one, today - 20, "线索", "方案"), move(one, day, "方案", "谈判")];
    const [, second] = stageFlows(journeys([one], moves, stages, today), 3, { from: today - 30, to: today - 10 });
    expect(second).toMatchObject({ entered: 1, ...expected });
  });

  test.each<[string, number, object]>([
    ["on the last day", today - 10, { reassigned: 1, still: 0 }],
    ["the day after the last", today - 9, { reassigned: 0, still: 1 }],
  ])("who is handed over %s of the period", (_, day, expected) => {
    const one = customer({ step: 1 });
    const moves = [move(one, today - 20, "线索", "方案"), { ...move(one, day, "", ""), kind: "transfer" as const }];
    const [, second] = stageFlows(journeys([one], moves, stages, today), 3, { from: today - 30, to: today - 10 });
    expect(second).toMatchObject(expected);
  });

  test("a hand-over belongs to the stay in which it happened", () => {
    const one = customer({ step: 2 });
    const moves = [
      move(one, today - 20, "线索", "方案"),
      { ...move(one, today - 15, "", ""), kind: "transfer" as const },
      move(one, today - 10, "方案", "谈判"),
    ];
    expect(flowOf([one], moves).map(({ reassigned, still, advanced }) => [reassigned, still, advanced])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
  });

  test("an entry on an unknown day counts nowhere; the first contact is the entry into the first stage", () => {
    const [unlogged, undated, dated] = [
      customer({ step: 0, created: today - 9 }),
      customer({ step: 1 }),
      customer({ step: 1, created: today - 9 }),
    ];
    const moves = [undated, dated].map((each) => move(each, today - 3, "线索", "方案"));
    expect(flowOf([unlogged, undated, dated], moves).map(({ entered }) => entered)).toEqual([1, 2, 0]);
  });

  test("who was moved by hand between two rows left on the day of the later one", () => {
    const one = customer({ step: 2 });
    const moves = [move(one, today - 20, "线索", "方案"), move(one, today - 5, "线索", "谈判")];
    expect(flowOf([one], moves)).toMatchObject([
      { entered: 1, advanced: 1 },
      { entered: 1, movedBack: 1 },
      { entered: 1, still: 1 },
    ]);
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

  test("leaves out stays whose days are unknown or run backwards, and suggests nothing from four", () => {
    const [unknown, backwards] = [customer({ step: 1 }), customer({ step: 1, created: today - 5 })];
    const moves = [move(unknown, today - 9, "线索", "方案"), move(backwards, today - 9, "线索", "方案")];
    expect(timeInStages(journeys([unknown, backwards], moves, stages, today), 3)[0]).toEqual({
      customers: 0,
      median: null,
      suggestedLimit: null,
    });
    const four = Array.from({ length: 4 }, () => customer({ step: 1, created: today - 30 }));
    const away = four.map((each) => move(each, today - 20, "线索", "方案"));
    expect(timeInStages(journeys(four, away, stages, today), 3)[0]).toMatchObject({
      customers: 4,
      suggestedLimit: null,
    });
  });

  test("is none for who left on the day of coming, and times of day make no day", () => {
    const one = customer({ step: 1, created: today - 9 });
    expect(timeInStages(journeys([one], [move(one, today - 9, "线索", "方案")], stages, today), 3)[0]).toMatchObject({
      customers: 1,
      median: 0,
    });
    const late = customer({ step: 1, created: today - 9 });
    expect(timeInStages(journeys([late], [move(late, today - 7.1, "线索", "方案")], stages, today), 3)[0]?.median).toBe(
      1,
    );
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
