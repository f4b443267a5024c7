import { customer, stages, today, touch } from "../../../../test/support/customers";
import type { Customer } from "../customer";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

/** Decided customers of one owner, the won ones first. */
const decided = (owner: string, won: number, lost: number): readonly Customer[] =>
  Array.from({ length: won + lost }, (_, index) => customer({ owner, state: index < won ? "won" : "lost" }));
/** So many touches with each of them. */
const touchesOf = (customers: readonly Customer[], each: number, who?: string): readonly Touch[] =>
  customers.flatMap(({ id, owner }) =>
    Array.from({ length: each }, () => touch({ customerId: id, who: who ?? owner, date: today - 5 })),
  );
const look = (customers: readonly Customer[], touches: readonly Touch[]) =>
  signalsOf({ customers, touches, stages, today }).busyOwners;

const weak = decided("王强", 0, 10);
const others = decided("李敏", 20, 10);
const all = [...weak, ...others];

test("more than 1.5 times the touches per customer of all, and a win rate that is surely lower", () => {
  // 10 customers x 18 and 30 x 9: 11.25 a customer of all, 1.6 times as many.
  const touches = [...touchesOf(weak, 18), ...touchesOf(others, 9)];
  expect(look(all, touches)).toMatchObject([
    {
      name: "王强",
      customers: 10,
      perCustomerOfAll: 11.25,
      rate: { part: 0, whole: 10 },
      rateOfAll: { part: 20, whole: 40 },
    },
  ]);
  expect(look(all, touches)[0]!.touches).toHaveLength(180);
});

test("exactly 1.5 times is not more than that; one contact more is", () => {
  // 10 customers x 6 and 10 x 2: 4 a customer of all.
  const best = decided("李敏", 10, 0);
  const touches = [...touchesOf(weak, 6), ...touchesOf(best, 2)];
  expect(look([...weak, ...best], touches)).toEqual([]);
  expect(look([...weak, ...best], [...touches, ...touchesOf(weak.slice(0, 1), 1)])).toHaveLength(1);
});

test("a rate that cannot be told apart from that of all is none, nor is a small sample", () => {
  const same = decided("王强", 3, 7);
  const pair = (own: readonly Customer[]) =>
    look([...own, ...others], [...touchesOf(own, 18), ...touchesOf(others, 2)]);
  expect(pair(weak)).toHaveLength(1);
  expect(pair(same)).toEqual([]);
  expect(pair(decided("王强", 0, 4))).toEqual([]);
});

test("only own touches with own customers count, and customers without any do not thin them", () => {
  const touches = (who?: string) => [...touchesOf(weak, 18, who), ...touchesOf(others, 2)];
  expect(look(all, touches("李敏"))).toEqual([]);
  expect(look(all, touches(" 王强 "))).toHaveLength(1);
  const old = decided("李敏", 200, 100);
  expect(look([...all, ...old], [...touchesOf(weak, 3), ...touchesOf(others, 3)])).toEqual([]);
  // Four touched customers are too few, however many contacts.
  expect(look(all, [...touchesOf(weak.slice(0, 4), 90), ...touchesOf(others, 2)])).toEqual([]);
  expect(look(all, [])).toEqual([]);
});
