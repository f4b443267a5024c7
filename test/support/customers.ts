/** For tests only: customers and log rows made up for the measures. */
import fc from "fast-check";
import type { Touch } from "../../src/domain/log/touch";
import type { StageKind } from "../../src/domain/schema/field";
import type { Customer } from "../../src/domain/measures/customer";
import { openSteps } from "../../src/domain/schema/stagePlaces";

/** 2026-08-07. */
export const today = 46_241;

export const stages = [
  { name: "线索", kind: "open" },
  { name: "方案", kind: "open" },
  { name: "谈判", kind: "open" },
  { name: "成交", kind: "won" },
  { name: "流失", kind: "lost" },
  { name: "搁置", kind: "parked" },
] as const;

let last = 0;

/** A customer with an ID of its own; what is not given is unknown. */
export function customer(given: Partial<Customer> = {}): Customer {
  last += 1;
  const isOpen = given.state === undefined || given.state === "open";
  const step = given.step === undefined ? (isOpen ? 0 : null) : given.step;
  return {
    index: last,
    id: `C${last}`,
    name: `客户${last}`,
    owner: "张敏",
    team: "",
    source: "",
    customerType: "",
    reason: "",
    tags: [],
    state: "open",
    stage: "线索",
    step,
    furthest: given.state === "won" ? openSteps(stages) : step,
    isFurthestNoted: false,
    created: null,
    received: given.created ?? null,
    closed: null,
    expectedClose: null,
    amount: null,
    overdue: false,
    daysLate: given.overdue === true ? 1 : null,
    stale: false,
    daysSilent: null,
    stuck: false,
    ...given,
  };
}

export function touch(given: Partial<Touch> = {}): Touch {
  last += 1;
  return {
    id: `L${last}`,
    customerId: "C1",
    customer: "客户1",
    kind: "contact",
    enteredAt: null,
    date: today,
    who: "张敏",
    method: "电话",
    content: "谈了报价和交期",
    feedback: "",
    result: "",
    fromStage: "",
    toStage: "",
    promised: null,
    promise: "none",
    row: last,
    ...given,
  };
}

const day = fc.option(fc.integer({ min: today - 200, max: today }), { nil: null });

/** Up to 40 customers; only open ones are overdue or stale, and nobody closes before the first contact. */
export const anyCustomers: fc.Arbitrary<readonly Customer[]> = fc.array(
  fc
    .record({
      owner: fc.constantFrom("张敏", "李强", "Lily", "LILY", ""),
      source: fc.constantFrom("展会", "官网", ""),
      customerType: fc.constantFrom("新客户", "重点客户", ""),
      tags: fc.subarray(["A", "B", "C"]),
      state: fc.constantFrom<StageKind>("open", "open", "won", "lost", "parked"),
      step: fc.constantFrom(0, 1, 2, null),
      created: day,
      closed: day,
      expectedClose: fc.option(fc.integer({ min: today - 40, max: today + 90 }), { nil: null }),
      amount: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
      overdue: fc.boolean(),
      stale: fc.boolean(),
    })
    .map(({ step, overdue, stale, created, closed, ...rest }) => {
      const isOpen = rest.state === "open";
      return customer({
        ...rest,
        created,
        step: isOpen ? step : null,
        closed: isOpen || closed === null ? null : Math.max(closed, created ?? closed),
        overdue: isOpen && overdue,
        stale: isOpen && stale,
      });
    }),
  { maxLength: 40 },
);

/** A log for some of the customers: stage moves, hand-overs, dates moved. */
export function anyLogOf(customers: readonly Customer[]): fc.Arbitrary<readonly Touch[]> {
  if (customers.length === 0) return fc.constant([]);
  const stage = fc.constantFrom(...stages.map(({ name }) => name), "", "别的");
  return fc.array(
    fc
      .record({
        customerId: fc.constantFrom(...customers.map(({ id }) => id)),
        kind: fc.constantFrom<Touch["kind"]>("contact", "contact", "transfer", "reschedule"),
        date: fc.integer({ min: today - 120, max: today + 2 }),
        fromStage: stage,
        toStage: stage,
        promised: fc.option(fc.integer({ min: today - 100, max: today + 20 }), { nil: null }),
        content: fc.constantFrom(
          "",
          "已联系",
          "谈了报价和交期",
          "今天谈了报价和交期，下周再联系",
          "今天谈了报价和交期，下周一再联系",
        ),
        who: fc.constantFrom("张敏", "李强", "LILY", ""),
        enteredAt: fc.option(
          fc.integer({ min: 24 * (today - 30), max: 24 * (today + 2) }).map((hours) => hours / 24),
          { nil: null },
        ),
        result: fc.constantFrom("", "未接通", "有意向"),
      })
      .map((given) => touch(given)),
    { maxLength: 80 },
  );
}
