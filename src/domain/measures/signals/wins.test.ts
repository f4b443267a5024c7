import { customer, today, touch } from "../../../../test/support/customers";
import type { Customer } from "../customer";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

const pipeline = [
  ...["线索", "需求", "方案", "谈判"].map((name) => ({ name, kind: "open" }) as const),
  { name: "成交", kind: "won" },
] as const;
const look = (customers: readonly Customer[], touches: readonly Touch[] = []) =>
  signalsOf({ customers, touches, stages: pipeline, today }).cases;
const row = (date: number, given: Partial<Touch>) => touch({ customerId: "A", date, ...given });

test("won on the day of the first contact", () => {
  const quick = customer({ state: "won", created: today - 3, closed: today - 3 });
  const usual = customer({ state: "won", created: today - 9, closed: today - 3 });
  expect(look([quick, usual]).sameDay.map((each) => each.customer)).toEqual([quick]);
});

describe("an early stage until the win", () => {
  const won = customer({ id: "A", state: "won", created: today - 30, closed: today - 10 });
  const win = (fromStage: string, day = today - 10) => row(day, { fromStage, toStage: "成交", row: 9 });

  test("two open stages were still ahead, not one", () => {
    expect(look([won], [win("需求")]).earlyWin).toEqual([{ customer: won, logRows: [9], count: 2 }]);
    expect(look([won], [win("方案")]).earlyWin).toEqual([]);
  });

  test("known for 14 days, not 13: by the sheet, or else by the log", () => {
    expect(look([{ ...won, created: today - 24 }], [win("线索")]).earlyWin).toHaveLength(1);
    expect(look([{ ...won, created: today - 23 }], [win("线索")]).earlyWin).toEqual([]);
    const logged = [row(today - 24, { fromStage: "线索", toStage: "线索" }), win("线索")];
    expect(look([{ ...won, created: null }], logged).earlyWin).toHaveLength(1);
    expect(look([{ ...won, created: null }], [win("线索")]).earlyWin).toEqual([]);
  });

  test("no later stage before it, no win without a row of its own, and no win that was taken back", () => {
    const later = row(today - 20, { fromStage: "需求", toStage: "谈判" });
    expect(look([won], [later, win("需求")]).earlyWin).toEqual([]);
    expect(look([won], [row(today - 20, { fromStage: "线索", toStage: "线索" })]).earlyWin).toEqual([]);
    expect(look([{ ...won, state: "open", step: 0 }], [win("线索")]).earlyWin).toEqual([]);
    // A contact after the win is no win.
    const after = row(today - 5, { fromStage: "成交", toStage: "成交" });
    expect(look([won], [win("线索"), after]).earlyWin).toMatchObject([{ logRows: [9], count: 3 }]);
  });
});

describe("won long before the next date", () => {
  const closed = today - 10;
  const won = customer({ id: "A", state: "won", closed });
  const set = (day: number, promised: number | null) => row(day, { promised, row: 9 });
  const found = (...rows: readonly Touch[]) => look([won], rows).wonBeforeDate;

  test("by 30 days, not 29", () => {
    expect(found(set(closed - 3, closed + 30))).toEqual([{ customer: won, logRows: [9], count: 30 }]);
    expect(found(set(closed - 3, closed + 29))).toEqual([]);
  });

  test("set within 30 days before the win, not 31", () => {
    expect(found(set(closed - 30, closed + 40))).toHaveLength(1);
    expect(found(set(closed - 31, closed + 40))).toEqual([]);
  });

  test("the date that stood last counts: not one that was brought forward, nor one set with the win", () => {
    expect(found(set(closed - 9, closed + 40), set(closed - 3, closed + 1))).toEqual([]);
    expect(found(set(closed - 9, closed + 40), set(closed - 3, null))).toHaveLength(1);
    expect(found(set(closed, closed + 90))).toEqual([]);
    expect(look([{ ...won, closed: null }], [set(closed - 3, closed + 40)]).wonBeforeDate).toEqual([]);
    expect(look([{ ...won, state: "lost" }], [set(closed - 3, closed + 40)]).wonBeforeDate).toEqual([]);
  });
});
