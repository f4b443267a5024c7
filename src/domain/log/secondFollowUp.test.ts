import { schemaStub } from "../../../test/support/schemaStub";
import { listedCustomer } from "../../../test/support/customerStub";
import type { ListedCustomer } from "./customers";
import { reasonsFor, revisitDay, secondFollowUps } from "./secondFollowUp";

const today = 46_241;
const schema = schemaStub({
  reasons: [
    { name: "价格", outcome: "lost", revisitDays: 90 },
    { name: "价格", outcome: "parked", revisitDays: 30 },
    { name: "没预算", outcome: null, revisitDays: 60 },
    { name: "换人", outcome: "lost", revisitDays: 20 },
    { name: "倒闭", outcome: "lost", revisitDays: null },
  ],
});

function customer(change: Partial<ListedCustomer>): ListedCustomer {
  return listedCustomer({ stage: "流失", state: "lost", closedOn: today - 100, reason: "价格", ...change });
}

test.each<[string, Partial<ListedCustomer>, number | null]>([
  ["lost, by the interval of its reason", {}, today - 10],
  ["the reason's rule for the outcome", { state: "parked" }, today - 70],
  ["a reason for any outcome", { reason: "没预算" }, today - 40],
  ["the date that the sheet names comes first", { state: "parked", revisitOn: today + 5 }, today + 5],
  ["a reason that has a rule for another outcome only", { state: "parked", reason: "换人" }, today - 80],
  ["a reason that never comes back", { reason: "倒闭" }, null],
  ["a reason that nobody set", { reason: "" }, null],
  ["no closing date, but a last contact", { closedOn: null, lastContact: today - 95 }, today - 5],
  ["no date at all", { closedOn: null }, null],
  ["a won customer", { state: "won" }, null],
  ["an open customer", { state: "open" }, null],
])("%s", (_, change, day) => {
  expect(revisitDay(customer(change), schema)).toBe(day);
});

test("only those whose day has come are listed, the longest due first", () => {
  const list = [customer({ id: "a" }), customer({ id: "b", reason: "没预算" }), customer({ id: "c", closedOn: today })];
  expect(secondFollowUps(list, { schema, today }).map((each) => [each.customer.id, each.due])).toEqual([
    ["b", today - 40],
    ["a", today - 10],
  ]);
});

test("a contact since then puts the customer off by the interval again", () => {
  const contacted = (days: number) =>
    secondFollowUps([customer({ closedOn: today - 400, lastContact: today - days })], { schema, today });
  expect(contacted(5)).toEqual([]);
  expect(contacted(91)).toMatchObject([{ due: today - 1 }]);
});

test.each<[string, Partial<ListedCustomer>, readonly number[]]>([
  ["the day is today", { closedOn: today - 90 }, [today]],
  ["the day is tomorrow", { closedOn: today - 89 }, []],
  ["a contact the day before it: it was not for that", { closedOn: today - 95, lastContact: today - 6 }, [today - 5]],
  ["a contact on the day itself: put off", { closedOn: today - 95, lastContact: today - 5 }, []],
  ["put off, and the new day is today", { closedOn: today - 400, lastContact: today - 90 }, [today]],
  ["put off, and the new day is tomorrow", { closedOn: today - 400, lastContact: today - 89 }, []],
  ["put off where no interval is known", { revisitOn: today - 5, reason: "倒闭", lastContact: today - 4 }, []],
  ["the day of the sheet, where no interval is known", { revisitOn: today - 5, reason: "倒闭" }, [today - 5]],
])("due or not: %s", (_, change, due) => {
  expect(secondFollowUps([customer(change)], { schema, today }).map((each) => each.due)).toEqual(due);
});

test("a reason is told without regard to case", () => {
  const english = schemaStub({ reasons: [{ name: "Price", outcome: null, revisitDays: 5 }] });
  expect(revisitDay(customer({ reason: "PRICE" }), english)).toBe(today - 95);
  expect(revisitDay(customer({ reason: "Pri" }), english)).toBeNull();
});

test("a customer is parked for what others are lost for where the team has named no reason for parking", () => {
  const reasons = [
    { name: "价格高", outcome: "lost", revisitDays: 90 },
    { name: "性价比", outcome: "won", revisitDays: null },
  ] as const;
  expect(reasonsFor("parked", { reasons })).toEqual(["价格高"]);
  expect(reasonsFor("lost", { reasons: reasons.slice(1) })).toEqual([]);
});

test("reasons are those of the outcome, each once, and never those of another one", () => {
  expect(reasonsFor("parked", schema)).toEqual(["价格", "没预算"]);
  expect(reasonsFor("won", { reasons: schema.reasons.filter(({ outcome }) => outcome !== null) })).toEqual([]);
});
