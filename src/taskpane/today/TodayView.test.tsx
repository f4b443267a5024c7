import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, dueItem, renderPane, today } from "../sessionStub";

const due = [
  dueItem({}),
  dueItem({ customer: "绿源食品", owner: "王强", cell: "B5", row: 5, days: 1 }),
  dueItem({ group: "stale", customer: "金桥建设集团", cell: "B6", row: 6, days: 9, limit: 7, lastContact: today - 9 }),
];

test("groups carry their number, and a customer leads to its cell", async () => {
  const { asked } = renderPane({ installed: true, check: checkResult({ due }) });
  expect(await screen.findByRole("heading", { name: "逾期 2" })).toBeVisible();
  expect(screen.getByRole("heading", { name: "停滞 1" })).toBeVisible();
  await userEvent.click(screen.getByText("绿源食品"));
  expect(asked).toEqual([["select", "客户", { row: 4, column: 1, rows: 1, columns: 1 }]]);
});

test("pressing the flag explains it with its limit, the last contact and the row", async () => {
  renderPane({ installed: true, check: checkResult({ due }) });
  const flag = await screen.findByRole("button", { name: /^9天没联系/ });
  await userEvent.click(flag);
  expect(flag).toHaveAttribute("aria-expanded", "true");
  expect(
    screen.getByText("停滞：9 天 > 7 天（方案演示） · 最近一次真实沟通 7月29日 · 来自「最近联系日期」列，第 6 行"),
  ).toBeVisible();
});

test("one owner's view lists and counts that owner's customers only", async () => {
  renderPane({ installed: true, check: checkResult({ due }) });
  await userEvent.selectOptions(await screen.findByLabelText("看谁的客户"), "李敏");
  expect(screen.getByRole("heading", { name: "逾期 1" })).toBeVisible();
  expect(screen.queryByText("绿源食品")).not.toBeInTheDocument();
  expect(screen.getByTestId("figure-open")).toHaveTextContent("4");
});

test("the win rate stands with its denominator, and what was not measured is no zero", async () => {
  const check = checkResult();
  const key = { ...check.figures.key, overdue: null };
  renderPane({ installed: true, check: { ...check, figures: { ...check.figures, key } } });
  expect(await screen.findByTestId("figure-winRate")).toHaveTextContent("60%");
  const figures = within(screen.getByLabelText("关键数字"));
  expect(figures.getByText("12/20")).toBeVisible();
  expect(figures.getByTestId("figure-overdue")).toHaveTextContent("—");
});

test("an empty day says what comes tomorrow", async () => {
  renderPane({ installed: true, check: checkResult() });
  expect(await screen.findByText("今天没有要跟进的客户。明天有 3 个。")).toBeVisible();
});
