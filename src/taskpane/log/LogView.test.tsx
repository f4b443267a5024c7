import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, renderPane, today } from "../../../test/support/sessionStub";

/** Browsers with `ariaNotify` hand announcements straight to the screen reader; here it is where they can be heard. */
const announced: string[] = [];
beforeEach(() => {
  announced.length = 0;
  Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
});

// The view is loaded on demand, which the first test would have to wait for.
beforeAll(() => import("./LogView"));

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", phone: "13800001111" },
    { customer: "绿源食品", owner: "王强", stage: "方案演示" },
  ],
  today,
);

function openLog() {
  return renderPane({ installed: true, check: checkResult() }, { tab: "log", ...desk });
}

async function choose(words: string): Promise<void> {
  await userEvent.type(await screen.findByTestId("log-customer"), words);
  await userEvent.keyboard("{Enter}");
}

test("the number of matches is announced while somebody types a name", async () => {
  openLog();
  await userEvent.type(await screen.findByTestId("log-customer"), "远山");
  expect(announced.at(-1)).toBe("找到 1 个");
});

test("the picker marks a customer without an ID; choosing it says what to do and keeps what was typed", async () => {
  const { asked, navigation } = openLog();
  await userEvent.type(await screen.findByTestId("log-content"), "想要样品");
  await userEvent.type(screen.getByTestId("log-customer"), "绿源");
  expect(screen.getAllByTestId("log-match")[0]).toHaveTextContent("绿源食品没有编号 · 方案演示 · 王强");
  await userEvent.keyboard("{Enter}");
  const reason = screen.getByRole("alert");
  expect(reason).toHaveTextContent("「绿源食品」还没有客户编号，还不能登记。");
  expect(screen.getByTestId("log-content")).toHaveValue("想要样品");
  await userEvent.click(within(reason).getByRole("button", { name: "去补编号" }));
  expect(navigation.chosen()).toBe("setup");
  expect(asked.map(([name]) => name)).toContain("planSetUp");
});

test("a chosen customer who is gone from the sheet is named, and what was said can go to another one", async () => {
  const two = repDesk(
    [
      { id: "A1", customer: "远山能源科技", stage: "方案演示" },
      { id: "A2", customer: "绿源食品", stage: "方案演示" },
    ],
    today,
  );
  const shown = { tab: "log" as const, ...two };
  const { become } = renderPane({ installed: true, check: checkResult() }, shown);
  await choose("远山");
  await userEvent.type(screen.getByTestId("log-content"), "想要样品");
  shown.customers = two.customers.slice(1);
  become({});
  expect(screen.getByTestId("log-gone")).toHaveTextContent("「远山能源科技」已经不在「客户」里了。");
  expect(screen.getByTestId("log-content")).toHaveValue("想要样品");
  await choose("绿源");
  expect(screen.queryByTestId("log-gone")).toBeNull();
  expect(screen.getByTestId("log-customer")).toHaveValue("绿源食品");
  expect(screen.getByTestId("log-content")).toHaveValue("想要样品");
});

test("a new customer who turns out to stand in the list is taken from there, with what was said", async () => {
  openLog();
  await userEvent.type(await screen.findByTestId("log-content"), "想要样品");
  await userEvent.click(screen.getByTestId("log-new"));
  await userEvent.type(await screen.findByTestId("log-new-name"), "远山能源");
  await userEvent.click(await screen.findByRole("button", { name: "用这个" }));
  expect(screen.getByTestId("log-customer")).toHaveValue("远山能源科技");
  expect(screen.getByTestId("log-content")).toHaveValue("想要样品");
});

test("Clear empties the form, also of words that were typed for nobody yet", async () => {
  openLog();
  await userEvent.type(await screen.findByTestId("log-content"), "想要样品");
  await userEvent.click(screen.getByTestId("log-discard"));
  expect(screen.getByTestId("log-content")).toHaveValue("");
});

test("what is missing is said all at once, as an alert, and each line leads to its control", async () => {
  openLog();
  await choose("远山");
  await userEvent.click(screen.getByTestId("log-save"));
  const alert = screen.getByTestId("log-problems");
  expect(alert).toHaveAttribute("role", "alert");
  expect(within(alert).getByText("还有 3 处要改")).toBeVisible();
  await userEvent.click(within(alert).getByRole("button", { name: /请选阶段/ }));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(screen.getByTestId("log-stage")).toHaveFocus();
});

test("a save and its undoing are announced, and a fault is, with how the workbook was left", async () => {
  const { becomeRep } = openLog();
  await screen.findByTestId("log-customer");
  const receipt = {
    kind: "touch",
    customers: ["远山能源科技"],
    days: [today + 7],
    to: null,
    isNew: false,
    undone: null,
  } as const;
  becomeRep({ receipt });
  expect(announced.at(-1)).toBe("已记录「远山能源科技」 · 约 周五 8月14日");
  becomeRep({ receipt: { ...receipt, undone: { kept: 0 } } });
  expect(announced.at(-1)).toBe("已撤销。");
  becomeRep({ receipt: null, problem: { kind: "fault", fault: { code: "lost" }, aftermath: "unchanged" } });
  const problem = screen.getByTestId("rep-problem");
  expect(problem).toHaveTextContent("没有保存：与 Excel 的连接断了。");
  expect(problem).toHaveTextContent("工作簿没有任何改动。");
  expect(announced.at(-1)).toContain("没有保存：与 Excel 的连接断了。工作簿没有任何改动。");
});

test("a second save of the same customer is announced too", async () => {
  const { becomeRep } = openLog();
  await screen.findByTestId("log-customer");
  const receipt = {
    kind: "touch",
    customers: ["远山能源科技"],
    days: [today + 7],
    to: null,
    isNew: false,
    undone: null,
  } as const;
  becomeRep({ receipt });
  becomeRep({ receipt: { ...receipt } });
  expect(announced.filter((words) => words.startsWith("已记录"))).toHaveLength(2);
});
