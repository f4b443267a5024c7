import { customer, stages, today, touch } from "../../../../test/support/customers";
import type { Customer } from "../customer";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

const a = customer({ id: "A", name: "甲" });
const look = (touches: readonly Touch[], one: Customer = a) =>
  signalsOf({ customers: [one], touches, stages, today }).cases;

test("six contacts since the last change of stage, none with feedback", () => {
  const idle = Array.from({ length: 6 }, (_, index) => touch({ customerId: "A", date: today - 6 + index }));
  expect(look(idle).noMovement).toMatchObject([{ customer: a, count: 6 }]);
  const moved = idle.map((row, index) => (index === 2 ? { ...row, fromStage: "线索", toStage: "方案" } : row));
  expect(look(moved).noMovement).toEqual([]);
  const heard = idle.map((row, index) => (index === 5 ? { ...row, feedback: "价格可以" } : row));
  expect(look(heard).noMovement).toEqual([]);
});

test("a next date moved later three times without a contact; a contact in between, or a move to an earlier day, is none", () => {
  const push = (day: number, promised: number, row: number) =>
    touch({ customerId: "A", kind: "reschedule", date: day, promised, row });
  const pushes = [push(today - 9, today - 6, 1), push(today - 6, today - 3, 2), push(today - 3, today + 4, 3)];
  expect(look(pushes).pushed).toEqual([{ customer: a, logRows: [1, 2, 3], count: 3 }]);
  const between = [...pushes.slice(0, 2), touch({ customerId: "A", date: today - 4 }), push(today - 3, today + 4, 3)];
  expect(look(between).pushed).toEqual([]);
  const earlier = [...pushes.slice(0, 2), push(today - 3, today - 4, 3)];
  expect(look(earlier).pushed).toEqual([]);
  expect(look(pushes, { ...a, state: "won" }).pushed).toEqual([]);
});
