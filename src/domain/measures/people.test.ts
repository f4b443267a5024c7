import fc from "fast-check";
import { groupings, groupsBy, highConversionTraits } from "./people";
import { anyCustomers, customer } from "../../../test/support/customers";

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

test("owners are one whatever the case, blank is a group of its own, and amounts are not zero where they are blank", () => {
  const groups = groupsBy(
    [
      customer({ owner: "Lily", amount: 5 }),
      customer({ owner: "LILY", state: "won", amount: 7 }),
      customer({ owner: " lily", state: "won" }),
      customer({ owner: "", overdue: true, stale: true }),
    ],
    "owner",
  );
  expect(groups.map(({ name }) => name).sort()).toEqual(["", "Lily"]);
  expect(groups.find(({ name }) => name === "Lily")).toMatchObject({
    open: 1,
    won: 2,
    openAmount: 5,
    wonAmount: 7,
    withoutAmount: 1,
    standing: "tooFew",
  });
  expect(groups.find(({ name }) => name === "")).toMatchObject({ open: 1, overdue: 1, stale: 1, withoutAmount: 1 });
});

test("who cannot be told apart from the team is not praised: 4 of 5 against 50 %", () => {
  const many = (count: number, of: Parameters<typeof customer>[0]) => Array.from({ length: count }, () => customer(of));
  const groups = groupsBy(
    [
      ...many(4, { owner: "A", state: "won" }),
      ...many(1, { owner: "A", state: "lost" }),
      ...many(46, { owner: "B", state: "won" }),
      ...many(9, { owner: "B", state: "lost" }),
      ...many(40, { owner: "C", state: "lost" }),
    ],
    "owner",
  );
  expect(groups.map(({ name, standing }) => [name, standing])).toEqual([
    ["B", "above"],
    ["A", "notToldApart"],
    ["C", "below"],
  ]);
});

test("the groups of a whole add up to it, but for tags", () => {
  fc.assert(
    fc.property(anyCustomers, fc.constantFrom(...groupings), (customers, by) => {
      const groups = groupsBy(customers, by);
      const count = (state: string) => customers.filter((each) => each.state === state).length;
      if (by === "tag") {
        expect(new Set(groups.flatMap((group) => group.customers)).size).toBe(customers.length);
        return;
      }
      expect(sum(groups.map(({ open }) => open))).toBe(count("open"));
      expect(sum(groups.map(({ rate }) => rate.part))).toBe(count("won"));
      expect(sum(groups.map(({ rate }) => rate.whole))).toBe(count("won") + count("lost"));
      expect(sum(groups.map(({ openAmount, wonAmount }) => openAmount + wonAmount))).toBe(
        sum(customers.map(({ state, amount }) => (state === "open" || state === "won" ? (amount ?? 0) : 0))),
      );
    }),
  );
});

test("a trait needs ten decided customers and an interval that leaves the overall rate out", () => {
  const many = (count: number, of: Parameters<typeof customer>[0]) => Array.from({ length: count }, () => customer(of));
  const customers = [
    ...many(18, { source: "转介绍", state: "won", tags: ["老带新"] }),
    ...many(2, { source: "转介绍", state: "lost" }),
    ...many(5, { source: "展会", state: "won" }),
    ...many(45, { source: "官网", state: "lost" }),
    ...many(5, { source: "官网", state: "won" }),
  ];
  expect(highConversionTraits(customers).map(({ by, group }) => [by, group.name])).toEqual([
    ["source", "转介绍"],
    ["tag", "老带新"],
  ]);
});

test.each([
  [9, []],
  [10, ["转介绍"]],
])("%d decided customers, all won: %j", (count, traits) => {
  const many = (number: number, of: Parameters<typeof customer>[0]) =>
    Array.from({ length: number }, () => customer(of));
  const customers = [
    ...many(count, { source: "转介绍", state: "won" }),
    ...many(60, { source: "官网", state: "lost" }),
  ];
  expect(highConversionTraits(customers).map(({ group }) => group.name)).toEqual(traits);
});

test("customers without a source, type or tag have no trait in common", () => {
  const many = (number: number, of: Parameters<typeof customer>[0]) =>
    Array.from({ length: number }, () => customer(of));
  expect(highConversionTraits([...many(30, { state: "won" }), ...many(60, { source: "官网", state: "lost" })])).toEqual(
    [],
  );
});

test("a customer with the same tag twice counts once in it", () => {
  expect(
    groupsBy([customer({ tags: ["A", "A", "B"] }), customer()], "tag").map((group) => [group.name, group.open]),
  ).toEqual([
    ["", 1],
    ["A", 1],
    ["B", 1],
  ]);
});

test("lost and parked customers bring no amount and lack none", () => {
  const [group] = groupsBy(
    [customer({ state: "lost", amount: 5 }), customer({ state: "parked", amount: null }), customer({ amount: 0 })],
    "owner",
  );
  expect(group).toMatchObject({ open: 1, lost: 1, parked: 1, openAmount: 0, wonAmount: 0, withoutAmount: 0 });
});
