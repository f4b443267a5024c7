import { customer, stages, today, touch } from "../../../../test/support/customers";
import type { Customer } from "../customer";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

/** Decided customers of one owner, the won ones first. */
const decided = (owner: string, won: number, lost: number): readonly Customer[] =>
  Array.from({ length: won + lost }, (_, index) => customer({ owner, state: index < won ? "won" : "lost" }));
/** So many contacts with each of them. */
const contacts = (customers: readonly Customer[], each: number, who?: string): readonly Touch[] =>
  customers.flatMap(({ id, owner }) =>
    Array.from({ length: each }, () => touch({ customerId: id, who: who ?? owner, date: today - 5 })),
  );
const look = (customers: readonly Customer[], touches: readonly Touch[]) =>
  signalsOf({ customers, touches, stages, today }).busyOwners;

const weak = decided("王强", 0, 10);
const others = decided("李敏", 20, 10);
const all = [...weak, ...others];

test("more than 1.5 times the contacts per customer of all, and a win rate that is surely lower", () => {
  // 10 customers x 18 and 30 x 9: 11.25 a customer of all, 1.6 times as many.
  const touches = [...contacts(weak, 18), ...contacts(others, 9)];
  expect(look(all, touches)).toMatchObject([
    {
      name: "王强",
      customers: 10,
      perCustomerOfAll: 11.25,
      rate: { part: 0, whole: 10 },
      rateOfAll: { part: 20, whole: 40 },
    },
  ]);
  expect(look(all, touches)[0]!.contacts).toHaveLength(180);
});

test("exactly 1.5 times is not more than that; one contact more is", () => {
  // 10 customers x 6 and 10 x 2: 4 a customer of all.
  const best = decided("李敏", 10, 0);
  const touches = [...contacts(weak, 6), ...contacts(best, 2)];
  expect(look([...weak, ...best], touches)).toEqual([]);
  expect(look([...weak, ...best], [...touches, ...contacts(weak.slice(0, 1), 1)])).toHaveLength(1);
});

test("a rate that cannot be told apart from that of all is none, nor is a small sample", () => {
  const same = decided("王强", 3, 7);
  const pair = (own: readonly Customer[]) => look([...own, ...others], [...contacts(own, 18), ...contacts(others, 2)]);
  expect(pair(weak)).toHaveLength(1);
  expect(pair(same)).toEqual([]);
  expect(pair(decided("王强", 0, 4))).toEqual([]);
});

test("only own contacts with own customers count, and customers without any do not thin them", () => {
  const touches = (who?: string) => [...contacts(weak, 18, who), ...contacts(others, 2)];
  expect(look(all, touches("李敏"))).toEqual([]);
  expect(look(all, touches(" 王强 "))).toHaveLength(1);
  const old = decided("李敏", 200, 100);
  expect(look([...all, ...old], [...contacts(weak, 3), ...contacts(others, 3)])).toEqual([]);
  // Four touched customers are too few, however many contacts.
  expect(look(all, [...contacts(weak.slice(0, 4), 90), ...contacts(others, 2)])).toEqual([]);
  expect(look(all, [])).toEqual([]);
});
