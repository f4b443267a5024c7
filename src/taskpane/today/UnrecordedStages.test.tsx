import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";
import { stage } from "../../../test/support/schemaStub";
import { touchStub } from "../../../test/support/touchStub";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() => Promise.all([import("./Reminders")]));

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", nextDate: today - 2 },
    { id: "A2", customer: "绿源食品", owner: "王强", stage: "成交", nextDate: today + 1 },
    { id: "A3", customer: "金桥建设", owner: "李敏", stage: "需求确认", nextDate: today + 1 },
  ],
  today,
  { stages: [stage("需求确认", "open"), stage("方案演示", "open"), stage("成交", "won")] },
);
const log = {
  problems: [],
  touches: ["A1", "A2", "A3"].map((customerId, index) =>
    touchStub({ id: `L${index}`, customerId, date: today - 60, row: index + 2 }),
  ),
};
const check = checkResult({ due: [dueItem({ row: 2 })] });
const open = (change: Parameters<typeof renderPane>[1] = {}) =>
  renderPane({ installed: true, check }, { ...desk, rep: { log }, ...change });

test("stages changed while no pane was open are offered in a line, shown, and recorded with one press", async () => {
  const user = userEvent.setup();
  const { asked } = open();
  const offer = within(await screen.findByTestId("stages-offer"));
  expect(offer.getByText("2 个客户的阶段在表里改过，跟进记录里没有。")).toBeVisible();
  expect(offer.queryByTestId("stages-move")).not.toBeInTheDocument();
  await user.click(offer.getByTestId("stages-look"));
  expect(offer.getAllByTestId("stages-move").map(({ textContent }) => textContent)).toEqual([
    "远山能源科技 需求确认 → 方案演示",
    "绿源食品 需求确认 → 成交",
  ]);
  await user.click(offer.getByTestId("stages-record"));
  expect(asked).toContainEqual(["recordStages", new Set(["A1", "A2"])]);
});

test("the log is read once more before anything is offered: what a co-author has recorded goes away", async () => {
  const { asked, becomeRep } = open();
  await screen.findByTestId("stages-offer");
  expect(asked).toContainEqual(["openLog"]);
  const recorded = ["A1", "A2"].map((customerId, index) =>
    touchStub({
      id: `N${index}`,
      customerId,
      enteredAt: today,
      toStage: index === 0 ? "方案演示" : "成交",
      row: index + 9,
    }),
  );
  becomeRep({ log: { problems: [], touches: [...log.touches, ...recorded] } });
  expect(screen.queryByTestId("stages-offer")).not.toBeInTheDocument();
});

test("put aside, they are not offered again on this computer; others are", async () => {
  const user = userEvent.setup();
  const { remembered } = open();
  await user.click(await screen.findByTestId("stages-dismiss"));
  expect(screen.queryByTestId("stages-offer")).not.toBeInTheDocument();
  const [kept] = [...remembered].filter(([key]) => key.startsWith("stages."));
  expect(kept?.[1].split("\n")).toHaveLength(2);
});

test("of what was put aside and what was changed since only the latter is offered", async () => {
  open({ memory: [["stages.C:\\销售\\跟进表.xlsx", "A1\t需求确认\t方案演示"]] });
  expect(await screen.findByTestId("stages-offer")).toHaveTextContent("1 个客户");
});
