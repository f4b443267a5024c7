import fc from "fast-check";
import { reviewStub, schemaStub } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { defaultField } from "../schema/defaults";
import { countTouches, coverage, firstResponse, isSubstantive, promisesKept } from "./followUp";
import { readCustomers } from "./readCustomers";
import { anyCustomers, anyLogOf, customer, today, touch } from "../../../test/support/customers";

const lastWeek = { from: today - 6, to: today };

describe("a contact of substance", () => {
  test.each([
    ["谈了报价和交期", "", "", true],
    ["", "价格偏高，要再看看", "", true],
    ["已联系", "", "", false],
    ["", "", "有意向", false],
    ["谈了报价和交期", "", "未接通", false],
    ["电话未接，没打通", "", "", false],
    ["Left message", "", "", false],
    ["Talked about delivery, he left a message board link", "", "", true],
    ["   ", "", "", false],
    ["谈了报价", "", "", true],
    ["谈 报 价", "", "", false],
    ["一二三四五六七八九十一二三没接", "", "", false],
    ["一二三四五六七八九十一二三四没接", "", "", true],
  ])("content %j, feedback %j, result %j: %s", (content, feedback, result, expected) => {
    expect(isSubstantive(touch({ content, feedback, result }))).toBe(expected);
  });

  test("a hand-over or a moved date is no contact", () => {
    expect(isSubstantive(touch({ kind: "transfer" }))).toBe(false);
    expect(isSubstantive(touch({ kind: "reschedule" }))).toBe(false);
  });
});

test("touches of a period: all, substantive, and how many customers", () => {
  const log = [
    touch({ customerId: "A" }),
    touch({ customerId: "A", content: "", date: today - 6 }),
    touch({ customerId: "B", date: today + 0.5 }),
    touch({ customerId: "C", date: today - 7 }),
    touch({ customerId: "D", kind: "transfer" }),
    touch({ customerId: "E", date: null }),
    touch({ customerId: "F", date: today + 1 }),
  ];
  expect(countTouches(log, lastWeek)).toEqual({ all: 3, substantive: 2, customers: 2 });
});

describe("coverage", () => {
  const of = (customers: ReturnType<typeof customer>[], log: ReturnType<typeof touch>[], limit = 7) =>
    coverage(customers, log, lastWeek, () => limit);

  test("is contacted in substance over open in the period", () => {
    const [yes, no, call, gone, before] = [
      customer({ created: today - 50 }),
      customer({ created: today - 50 }),
      customer({ created: today - 50 }),
      customer({ state: "won", created: today - 50, closed: today }),
      customer({ state: "lost", created: today - 50, closed: today - 7 }),
    ];
    const log = [
      touch({ customerId: yes.id, date: today - 6 }),
      touch({ customerId: no.id, date: today - 7 }),
      touch({ customerId: call.id, result: "未接通" }),
      touch({ customerId: gone.id, date: today - 1 }),
      touch({ customerId: before.id, date: today - 7 }),
    ];
    const result = of([yes, no, call, gone, before], log);
    expect(result.rate).toMatchObject({ part: 2, whole: 4 });
    expect(result.tooNew).toBe(0);
  });

  test("leaves out customers that were open for too short a time, and counts them", () => {
    expect(of([customer({ created: today - 2 })], [])).toMatchObject({ rate: { whole: 0, rate: null }, tooNew: 1 });
    expect(of([customer({ created: today - 2 })], [], 3)).toMatchObject({ rate: { whole: 1, part: 0 }, tooNew: 0 });
    expect(of([customer({ created: today - 1 })], [], 3)).toMatchObject({ tooNew: 1 });
  });

  test("a customer closed on an unknown day cannot be said to have been open", () => {
    expect(of([customer({ state: "lost", created: today - 50 })], []).rate.whole).toBe(0);
  });
});

describe("promises", () => {
  const period = { from: today - 30, to: today };
  const outcomes = (log: ReturnType<typeof touch>[], grace = 0) => {
    const { rate, moved, pending } = promisesKept(log, period, grace, today);
    return [rate.part, rate.whole, moved, pending];
  };
  const promise = touch({ date: today - 20, promised: today - 10 });

  test.each([
    ["kept on the day", [promise, touch({ date: today - 10 })], 0, [1, 1, 0, 0]],
    ["kept ahead of it", [promise, touch({ date: today - 15 })], 0, [1, 1, 0, 0]],
    ["a day late", [promise, touch({ date: today - 9 })], 0, [0, 1, 0, 0]],
    ["a day late, within the grace", [promise, touch({ date: today - 9 })], 1, [1, 1, 0, 0]],
    ["never", [promise], 0, [0, 1, 0, 0]],
    [
      "moved before it fell due",
      [promise, touch({ kind: "reschedule", date: today - 12, promised: today + 9 })],
      0,
      [0, 0, 1, 0],
    ],
    [
      "moved when it was late already",
      [promise, touch({ kind: "reschedule", date: today - 5, promised: today + 9 })],
      0,
      [0, 1, 0, 0],
    ],
    ["due today", [touch({ date: today - 5, promised: today })], 0, [0, 0, 0, 1]],
    ["due today and kept", [touch({ date: today - 5, promised: today }), touch({ date: today })], 0, [1, 1, 0, 0]],
    [
      "moved on the very day it fell due",
      [promise, touch({ kind: "reschedule", date: today - 10, promised: today + 9 })],
      0,
      [0, 0, 1, 0],
    ],
    [
      "touched on the day on which it was moved",
      [promise, touch({ kind: "reschedule", date: today - 12, promised: today + 9 }), touch({ date: today - 12 })],
      0,
      [1, 1, 0, 0],
    ],
    [
      "moved before anybody called",
      [promise, touch({ kind: "reschedule", date: today - 12, promised: today + 9 }), touch({ date: today - 11 })],
      0,
      [0, 0, 1, 0],
    ],
    [
      "handed over, which moves nothing",
      [promise, touch({ kind: "transfer", date: today - 12, promised: today + 9 })],
      0,
      [0, 1, 0, 0],
    ],
    [
      "a day taken out, which is no other day",
      [promise, touch({ kind: "reschedule", date: today - 12, promised: null })],
      0,
      [0, 1, 0, 0],
    ],
    [
      "kept, the log's rows in another order",
      [touch({ date: today - 10, row: 9 }), { ...promise, row: 12 }],
      0,
      [1, 1, 0, 0],
    ],
    [
      "kept on the day it was made, by a lower row",
      [touch({ date: today - 10, row: 9 }), touch({ date: today - 10, promised: today - 10, row: 5 })],
      0,
      [1, 1, 0, 0],
    ],
    [
      "kept on the day it was made by a row above it: that came before",
      [touch({ date: today - 10, row: 5 }), touch({ date: today - 10, promised: today - 10, row: 9 })],
      0,
      [0, 1, 0, 0],
    ],
    ["by a row without a day", [promise, touch({ date: null })], 0, [0, 1, 0, 0]],
    ["due within the days of grace", [touch({ date: today - 9, promised: today - 2 })], 2, [0, 0, 0, 1]],
    ["due when the days of grace are over", [touch({ date: today - 9, promised: today - 2 })], 1, [0, 1, 0, 0]],
    ["outside the period", [touch({ date: today - 50, promised: today - 40 })], 0, [0, 0, 0, 0]],
    ["kept by another customer's contact", [promise, touch({ customerId: "B", date: today - 10 })], 0, [0, 1, 0, 0]],
    [
      "kept by a contact that has not happened",
      [touch({ date: today - 5, promised: today - 1 }), touch({ date: today + 1 })],
      0,
      [0, 1, 0, 0],
    ],
  ])("%s", (_, log, grace, expected) => {
    expect(outcomes(log, grace)).toEqual(expected);
  });

  test("name the log row that made them", () => {
    const { due } = promisesKept([promise], period, 0, today);
    expect(due).toEqual([{ customerId: "C1", who: "张敏", due: today - 10, outcome: "missed", row: promise.row }]);
  });

  test("each promise has one outcome, and more grace never lowers the rate", () => {
    const log = anyCustomers.chain((customers) => anyLogOf(customers));
    fc.assert(
      fc.property(log, fc.nat(5), (touches, grace) => {
        const promised = touches.filter(
          ({ promised: day, date }) =>
            day !== null && day >= period.from && day <= period.to && (date ?? 0) < today + 1,
        );
        const strict = promisesKept(touches, period, 0, today);
        expect(strict.rate.whole + strict.moved + strict.pending).toBe(promised.length);
        const lenient = promisesKept(touches, period, grace, today);
        expect(lenient.rate.part).toBeGreaterThanOrEqual(strict.rate.part);
      }),
    );
  });
});

test("first response: days from creation to the first contact in the log", () => {
  const [a, b, c, d] = [
    customer({ created: today - 10 }),
    customer({ created: today - 10 }),
    customer({ created: today - 10 }),
    customer({ created: null }),
  ];
  const log = [
    touch({ customerId: a.id, date: today - 3 }),
    touch({ customerId: a.id, date: today - 9.5 }),
    touch({ customerId: b.id, date: today - 6 }),
    touch({ customerId: c.id, date: today - 11 }),
    touch({ customerId: d.id }),
  ];
  expect(firstResponse([a, b, c, d], log, today)).toMatchObject({
    customers: 2,
    median: 2,
    withinOneDay: { part: 1, whole: 2 },
  });
});

test("first response: a first contact date is no day of creation, whatever the log says", () => {
  const rows = recordsOf([
    ["K1", "客户一", "线索", today - 5],
    ["K2", "客户二", "线索", today - 9],
  ]);
  const log = [touch({ customerId: "K1", date: today - 5 }), touch({ customerId: "K2", date: today - 2 })];
  const responseUnder = (header: string) => {
    const fields = [{ ...defaultField("firstContact", header) }];
    const customers = readCustomers(rows, reviewStub({ schema: schemaStub({ fields }), today }));
    return firstResponse(customers, log, today);
  };
  expect(responseUnder("首次联系日期")).toMatchObject({ customers: 0, median: null });
  expect(responseUnder("First contact")).toMatchObject({ customers: 0, median: null });
  expect(responseUnder("创建日期")).toMatchObject({ customers: 2, median: 3.5 });
  expect(responseUnder("Created on")).toMatchObject({ customers: 2, median: 3.5 });
});

function recordsOf(values: Records["values"]): Records {
  const columns = new Map((["id", "customer", "stage", "firstContact"] as const).map((field, at) => [field, at]));
  return { sheet: "客户", area: { row: 1, column: 0, rows: values.length, columns: 4 }, values, columns };
}
