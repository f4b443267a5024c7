import fc from "fast-check";
import { anyCustomers, anyLogOf, customer, stages, today, touch } from "../../../test/support/customers";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import { activities, inOrder } from "./activity";
import { periodIds, periodPair } from "./periods";

const schema = schemaStub({ stages: stages.map(({ name, kind }) => stage(name, kind)) });
const review = { schema, today, owners: [] as readonly string[] };
const week = periodPair("week", { today, system: 1900 }).now;

test("an owner's line tells touches, coverage, promises, the oldest overdue, and wins of those closed in the period", () => {
  const [late, later, won, lost] = [
    customer({ overdue: true, daysLate: 3 }),
    customer({ overdue: true, daysLate: 12 }),
    customer({ state: "won", closed: today - 1, created: today - 60 }),
    customer({ state: "lost", closed: today - 90 }),
  ];
  const log = [
    touch({ customerId: late.id, date: today - 2 }),
    touch({ customerId: later.id, date: today - 3, content: "", result: "未接通" }),
    touch({ customerId: won.id, date: today - 20, promised: today - 3 }),
    touch({ customerId: late.id, date: today - 40 }),
  ];
  const [line] = activities([late, later, won, lost], log, week, review);
  expect(line).toMatchObject({ name: "张敏", open: 2, overdue: 2, oldest: 12, closed: { part: 1, whole: 1 } });
  expect(line?.logged).toMatchObject({
    substantive: 1,
    coverage: { rate: { part: 1, whole: 2 } },
    promises: { rate: { part: 0, whole: 1 } },
  });
  expect(line?.logged?.touches).toHaveLength(2);
});

test("who owns nobody but is on the list has a line, and so have customers and touches without a name", () => {
  const log = [touch({ who: "", date: today - 1 })];
  const lines = activities([customer({ owner: "LILY" }), customer({ owner: " " })], log, week, {
    ...review,
    owners: ["Lily", "王强"],
  });
  expect(lines.map(({ name, open }) => [name, open])).toEqual([
    ["Lily", 1],
    ["王强", 0],
    ["", 1],
  ]);
  expect(lines[2]?.logged?.touches).toHaveLength(1);
});

test("without a log nothing is said of touches, and no zero stands for it", () => {
  expect(activities([customer()], [], week, review)[0]?.logged).toBeNull();
});

test("most overdue come first; coverage that nobody could measure comes last", () => {
  const owner = (name: string, given: Parameters<typeof customer>[0]) => customer({ owner: name, ...given });
  const customers = [
    owner("A", { id: "a" }),
    owner("B", { overdue: true, daysLate: 2 }),
    owner("B", { id: "b" }),
    owner("C", { state: "won", closed: today - 1, created: today - 1 }),
  ];
  const lines = activities(customers, [touch({ customerId: "a", who: "A" })], week, review);
  const names = (order: Parameters<typeof inOrder>[1]) => inOrder(lines, order).map(({ name }) => name);
  expect(names("overdue")).toEqual(["B", "A", "C"]);
  expect(names("coverage")).toEqual(["B", "A", "C"]);
  expect(names("touches")).toEqual(["B", "C", "A"]);
  expect(names("closed")).toEqual(["C", "B", "A"]);
});

test("the lines add up to the whole, in every period", () => {
  fc.assert(
    fc.property(
      anyCustomers.chain((customers) => anyLogOf(customers).map((log) => ({ customers, log }))),
      fc.constantFrom(...periodIds),
      ({ customers, log }, id) => {
        const period = periodPair(id, { today, system: 1900 }).now;
        const lines = activities(customers, log, period, review);
        const sum = (of: (line: (typeof lines)[number]) => number) =>
          lines.reduce((total, line) => total + of(line), 0);
        expect(sum(({ open }) => open)).toBe(customers.filter(({ state }) => state === "open").length);
        expect(sum(({ overdue }) => overdue)).toBe(customers.filter(({ overdue }) => overdue).length);
        const happened = log.filter(({ kind, date }) => {
          const day = Math.floor(date!);
          return kind === "contact" && day <= today && (period === null || day >= period.from);
        });
        expect(sum(({ logged }) => logged?.touches.length ?? 0)).toBe(happened.length);
        for (const { logged } of lines) {
          if (!logged) continue;
          expect(logged.substantive).toBeLessThanOrEqual(logged.touches.length);
          expect(logged.coverage.rate.part).toBeLessThanOrEqual(logged.coverage.rate.whole);
        }
      },
    ),
  );
});
