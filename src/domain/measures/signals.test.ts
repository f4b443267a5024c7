import { customer, today, touch } from "../../../test/properties/customers";
import { signalsOf } from "./signals";

const a = customer({ id: "A", name: "甲" });
const minute = 1 / 1440;

test("five rows by one person within ten minutes are worth a question; four are not", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => touch({ who: "李敏", enteredAt: today + 0.5 + 2 * index * minute }));
  expect(signalsOf([], rows(5), today).burst).toHaveLength(5);
  expect(signalsOf([], rows(4), today).burst).toEqual([]);
  const slow = rows(5).map((row, index) => ({ ...row, enteredAt: today + 0.5 + 3 * index * minute }));
  expect(signalsOf([], slow, today).burst).toEqual([]);
});

test("the same words for three customers are found whatever their spaces; short ones are chance", () => {
  const say = (customerId: string, content: string) => touch({ customerId, content });
  const same = [say("A", "客户表示再考虑一下。"), say("B", "客户表示 再考虑一下"), say("C", "客户表示再考虑一下")];
  expect(signalsOf([a], same, today).copied.map((each) => each.customer?.name ?? null)).toEqual(["甲", null, null]);
  expect(signalsOf([a], same.slice(0, 2), today).copied).toEqual([]);
  expect(
    signalsOf(
      [a],
      ["A", "B", "C"].map((id) => say(id, "已联系")),
      today,
    ).copied,
  ).toEqual([]);
});

test("an entry more than two days after its contact is late; one without an entry time says nothing", () => {
  const rows = [
    touch({ customerId: "A", date: today - 5, enteredAt: today - 2 + 0.4, row: 7 }),
    touch({ customerId: "A", date: today - 5, enteredAt: today - 3 + 0.9 }),
    touch({ customerId: "A", date: today - 5, enteredAt: null }),
  ];
  expect(signalsOf([a], rows, today).lateEntry).toEqual([{ customer: a, logRows: [7], count: 3 }]);
});

test("won on the day of the first contact", () => {
  const quick = customer({ state: "won", created: today - 3, closed: today - 3 });
  const usual = customer({ state: "won", created: today - 9, closed: today - 3 });
  expect(signalsOf([quick, usual], [], today).sameDay.map((each) => each.customer)).toEqual([quick]);
});

test("six contacts since the last change of stage, none with feedback", () => {
  const idle = Array.from({ length: 6 }, (_, index) => touch({ customerId: "A", date: today - 6 + index }));
  expect(signalsOf([a], idle, today).noMovement).toMatchObject([{ customer: a, count: 6 }]);
  const moved = idle.map((row, index) => (index === 2 ? { ...row, fromStage: "线索", toStage: "方案" } : row));
  expect(signalsOf([a], moved, today).noMovement).toEqual([]);
  const heard = idle.map((row, index) => (index === 5 ? { ...row, feedback: "价格可以" } : row));
  expect(signalsOf([a], heard, today).noMovement).toEqual([]);
});

test("a next date moved later three times without a contact; a contact in between, or a move to an earlier day, is none", () => {
  const push = (day: number, promised: number, row: number) =>
    touch({ customerId: "A", kind: "reschedule", date: day, promised, row });
  const pushes = [push(today - 9, today - 6, 1), push(today - 6, today - 3, 2), push(today - 3, today + 4, 3)];
  expect(signalsOf([a], pushes, today).pushed).toEqual([{ customer: a, logRows: [1, 2, 3], count: 3 }]);
  const between = [...pushes, touch({ customerId: "A", date: today - 4, row: 9 })];
  expect(signalsOf([a], between, today).pushed).toEqual([]);
  const earlier = [...pushes.slice(0, 2), push(today - 3, today - 4, 3)];
  expect(signalsOf([a], earlier, today).pushed).toEqual([]);
  expect(signalsOf([{ ...a, state: "won" }], pushes, today).pushed).toEqual([]);
});
