import { journeys } from "./funnel";
import { lossesByReason } from "./reasons";
import { customer, stages, today, touch } from "../../../test/support/customers";

const open = ["线索", "方案", "谈判"];
const lost = (reason: string) => customer({ state: "lost", reason });
const parked = (reason: string) => customer({ state: "parked", reason });

test("reasons stand by how often they were named, blank ones last, whatever their case", () => {
  const all = [
    lost(""),
    parked(" "),
    lost(""),
    lost("Price"),
    parked("PRICE "),
    lost("交期"),
    customer({ reason: "Price" }),
  ];
  const losses = lossesByReason(
    journeys([...all, customer({ state: "won", reason: "交期" })], [], stages, today),
    open,
  );
  expect(losses.map(({ name, lost: gone, parked: resting }) => [name, gone, resting])).toEqual([
    ["Price", 1, 1],
    ["交期", 1, 0],
    ["", 2, 1],
  ]);
  expect(lossesByReason(journeys([lost(""), parked("竞争")], [], stages, today), open).map(({ name }) => name)).toEqual(
    ["竞争", ""],
  );
});

test("of each reason the stages stand in the pipeline's order, those of whom nobody knows last", () => {
  const [early, late, also, unknown] = [lost("价格"), lost("价格"), parked("价格"), lost("价格")];
  const to = (id: string, stage: string) =>
    touch({ customerId: id, date: today - 3, fromStage: "线索", toStage: stage });
  const log = [to(late.id, "谈判"), to(also.id, "谈判"), to(early.id, "线索")];
  const [losses] = lossesByReason(journeys([unknown, late, early, also], log, stages, today), open);
  expect(losses?.stages).toEqual([
    { stage: "线索", customers: [early] },
    { stage: "谈判", customers: [late, also] },
    { stage: null, customers: [unknown] },
  ]);
});
