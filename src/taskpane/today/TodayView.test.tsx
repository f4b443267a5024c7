import { asProposed } from "../../domain/adoption/choices";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";

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

test("every further flag of a customer is explained too", async () => {
  const also = [{ group: "stale", days: 9, limit: 7 } as const, { group: "stuck", days: 30, limit: 14 } as const];
  const item = dueItem({ also, lastContact: today - 9, evidence: { kind: "log", row: 214 } });
  renderPane({ installed: true, check: checkResult({ due: [item] }) });
  await userEvent.click(await screen.findByRole("button", { name: /^−2天/ }));
  expect(screen.getByText(/停滞：9 天 > 7 天（方案演示） · 卡住：停在本阶段 30 天 > 14 天/)).toHaveTextContent(
    "逾期：约好8月5日跟进，已过 2 天",
  );
  expect(screen.getByText(/记录第 214 行/)).toBeVisible();
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
  expect(figures.getByTestId("figure-overdue")).toHaveTextContent("–");
});

test("an empty day says what comes tomorrow", async () => {
  renderPane({ installed: true, check: checkResult() });
  expect(await screen.findByText("今天没有要跟进的客户。明天有 3 个。")).toBeVisible();
});

test("a key account has a star that is read out", async () => {
  renderPane({ installed: true, check: checkResult({ due: [dueItem({ keyAccount: true })] }) });
  const item = await screen.findByTestId("due-item");
  expect(within(item).getByRole("img", { name: "重点客户" })).toBeVisible();
});

test("a co-owner has the customer in the list, with whose it is; the others have not", async () => {
  const desk = repDesk(
    [
      { id: "A1", customer: "远山能源科技", owner: "李敏", coOwners: "王强", stage: "方案演示" },
      { id: "A2", customer: "绿源食品", owner: "李敏", stage: "方案演示" },
    ],
    today,
  );
  const both = [dueItem({ row: 2 }), dueItem({ row: 3, customer: "绿源食品" })];
  renderPane({ installed: true, check: checkResult({ due: both }) }, { ...desk, memory: [["owner", "王强"]] });
  expect(await screen.findByRole("heading", { name: "逾期 1" })).toBeVisible();
  expect(screen.getByTestId("due-item")).toHaveTextContent("远山能源科技协作 · 李敏 · 方案演示");
});

test("an empty day of one's own counts one's own customers of tomorrow", async () => {
  const row = { customer: "甲", stage: "方案演示", nextDate: today + 1 };
  const desk = repDesk(
    [
      { ...row, id: "A1", owner: "王强" },
      { ...row, id: "A2", owner: "李敏" },
      { ...row, id: "A3", owner: "李敏", coOwners: "王强" },
      { ...row, id: "A4", owner: "王强", stage: "流失" },
    ],
    today,
  );
  renderPane({ installed: true, check: checkResult({ tomorrow: 3 }) }, { ...desk, memory: [["owner", "王强"]] });
  expect(await screen.findByText("王强今天没有要跟进的客户。明天有 2 个。")).toBeVisible();
});

test("a customer without an ID says why it cannot be logged, and leads to what gives it one", async () => {
  const desk = repDesk([{ customer: "远山能源科技", owner: "李敏", stage: "方案演示", phone: "13800001111" }], today);
  const { asked, navigation } = renderPane(
    { installed: true, check: checkResult({ due: [dueItem({ row: 2 })] }) },
    desk,
  );
  expect(await screen.findByTestId("no-id")).toHaveTextContent("「远山能源科技」还没有客户编号，还不能登记。");
  expect(screen.queryByTestId("due-log")).not.toBeInTheDocument();
  expect(screen.getByTestId("due-phone")).toBeVisible();
  await userEvent.click(screen.getByTestId("no-id-set-up"));
  expect(asked).toContainEqual(["planSetUp", "zh-CN", asProposed]);
  expect(navigation.chosen()).toBe("setup");
});

describe("last week's report", () => {
  /** The Monday after `today`. */
  const monday = today + 3;
  const desk = repDesk([{ id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示" }], monday);
  const state = { installed: true, check: checkResult({ today: monday }) };

  test("is called to mind on Monday until it was copied, for each person by themselves", async () => {
    const user = userEvent.setup();
    const { remembered } = renderPane(state, { ...desk, memory: [["owner", "李敏"]] });
    await user.click(await screen.findByTestId("report-copy"));
    expect(await screen.findByTestId("report-done")).toHaveTextContent("周报已复制");
    expect(await navigator.clipboard.readText()).toMatch(/^【上周跟进】李敏 8月3日–8月9日\n没有联系记录。/);
    expect(remembered.get("report.李敏")).toBe("2026-08-10");
    expect(remembered.get("report.")).toBeUndefined();
    await navigator.clipboard.writeText("");
    await user.click(screen.getByTestId("report-again"));
    expect(await navigator.clipboard.readText()).toMatch(/^【上周跟进】李敏/);
  });

  test("can be put aside, and is not called to mind again that week", async () => {
    const first = renderPane(state, desk);
    await userEvent.click(await screen.findByTestId("report-dismiss"));
    expect(screen.queryByTestId("report-banner")).not.toBeInTheDocument();
    expect([...first.remembered]).toEqual([["report.", "2026-08-10"]]);
  });

  test("where the clipboard is closed the text stands there to be copied by hand, and stays open", async () => {
    const user = userEvent.setup();
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("closed"));
    const { remembered } = renderPane(state, desk);
    await user.click(await screen.findByTestId("report-copy"));
    expect(await screen.findByTestId("copy-by-hand")).toHaveValue(
      "【上周跟进】团队 8月3日–8月9日\n没有联系记录。\n这周已约 0\n逾期 0",
    );
    expect([...remembered]).toEqual([]);
  });

  test("on other days it is only called to mind where there is something to report", async () => {
    renderPane({ installed: true, check: checkResult() }, repDesk([], today));
    await screen.findByTestId("take-along");
    expect(screen.queryByTestId("report-banner")).not.toBeInTheDocument();
  });
});
