import { customer, today, touch } from "../../../../test/support/customers";
import type { Touch } from "../../log/touch";
import { signalsOf } from "./signalsOf";

const a = customer({ id: "A", name: "甲" });
const pipeline = [
  ...["线索", "需求", "方案", "谈判"].map((name) => ({ name, kind: "open" }) as const),
  { name: "成交", kind: "won" },
  { name: "流失", kind: "lost" },
] as const;
const look = (touches: readonly Touch[]) => signalsOf({ customers: [a], touches, stages: pipeline, today }).cases;
const move = (day: number, fromStage: string, toStage: string, given: Partial<Touch> = {}) =>
  touch({ customerId: "A", date: day, fromStage, toStage, ...given });

describe("there and back", () => {
  test("within seven days, not eight", () => {
    const rows = (days: number) => [
      move(today - 20, "需求", "方案", { row: 5 }),
      move(today - 20 + days, "方案", "需求", { row: 6 }),
    ];
    expect(look(rows(7)).flipFlop).toEqual([{ customer: a, logRows: [5, 6], count: 1 }]);
    expect(look(rows(8)).flipFlop).toEqual([]);
  });

  test("each return counts, through another stage or an end too; going on is none", () => {
    const back = [move(today - 9, "方案", "谈判"), move(today - 7, "谈判", "方案"), move(today - 5, "方案", "谈判")];
    expect(look(back).flipFlop).toMatchObject([{ count: 2 }]);
    const round = [move(today - 9, "方案", "谈判"), move(today - 8, "谈判", "流失"), move(today - 7, "流失", "方案")];
    expect(look(round).flipFlop).toMatchObject([{ count: 1 }]);
    const on = [move(today - 9, "线索", "需求"), move(today - 8, "需求", "方案"), move(today - 7, "方案", "方案")];
    expect(look(on).flipFlop).toEqual([]);
  });

  test("a return that was made in the sheet shows in the next row", () => {
    const rows = [move(today - 9, "方案", "谈判", { row: 5 }), move(today - 6, "方案", "方案", { row: 6 })];
    expect(look(rows).flipFlop).toEqual([{ customer: a, logRows: [5, 6], count: 1 }]);
  });

  test("a contact that was entered later keeps its place by the entry, since its stage is that of the entry", () => {
    const rows = [
      move(today - 6, "需求", "方案", { enteredAt: today - 6 + 0.5 }),
      move(today - 8, "方案", "谈判", { enteredAt: today - 5 + 0.5 }),
    ];
    expect(look(rows).flipFlop).toEqual([]);
  });

  test("upper and lower case make no difference, and a blank stage is no return", () => {
    const rows = [move(today - 9, "Demo", "Offer"), move(today - 8, "", ""), move(today - 7, "offer", "DEMO")];
    expect(look(rows).flipFlop).toMatchObject([{ count: 1 }]);
    expect(look([move(today - 9, "", "方案"), move(today - 8, "", "谈判")]).flipFlop).toEqual([]);
  });
});

test("a jump leaves out two open stages or more; one, backwards, to an end, or from an unknown stage is none", () => {
  const rows = [
    move(today - 9, "线索", "谈判", { row: 5 }),
    move(today - 8, "线索", "方案"),
    move(today - 7, "谈判", "线索"),
    move(today - 6, "线索", "成交"),
    move(today - 5, "老阶段", "谈判"),
    move(today - 4, "", "谈判"),
  ];
  expect(look(rows).jump).toEqual([{ customer: a, logRows: [5], count: 2 }]);
});
