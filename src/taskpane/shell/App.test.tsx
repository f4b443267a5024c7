import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, finding, renderPane } from "../../../test/support/sessionStub";

/** Browsers with `ariaNotify` hand announcements straight to the screen reader; here it is where they can be heard. */
const announced: string[] = [];
beforeEach(() => {
  announced.length = 0;
  Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
});

test("the first-run screen offers exactly one action, and it only reads", async () => {
  const { asked } = renderPane({});
  const buttons = await screen.findAllByRole("button");
  expect(buttons).toHaveLength(1);
  expect(buttons[0]).toHaveAccessibleName("检查这张表");
  await userEvent.click(screen.getByTestId("first-check"));
  expect(asked).toEqual([["check"]]);
});

test("a problem is announced with what to do and how the workbook was left, and can be tried again", async () => {
  const { asked, become } = renderPane({ installed: true, check: checkResult() });
  await screen.findByTestId("figure-open");
  become({ problem: { kind: "fault", fault: { code: "cellEdit" }, task: "checking", aftermath: "unchanged" } });
  const bar = await screen.findByTestId("problem");
  expect(bar).toHaveTextContent("工作簿没有任何改动。请按 Enter 或 Esc 结束编辑，再试一次。");
  expect(announced.join()).toContain("有单元格正在编辑");
  expect(screen.getByTestId("status")).toHaveTextContent("请先结束单元格编辑");
  await userEvent.click(screen.getByRole("button", { name: "再试一次" }));
  expect(asked).toEqual([["check"]]);
});

test("a second problem in a row is announced too", async () => {
  const { become } = renderPane({ problem: { kind: "refusal", refusal: { code: "emptySheet", sheet: "表一" } } });
  await screen.findByText("工作表「表一」是空的。");
  become({ problem: { kind: "refusal", refusal: { code: "protectedSheet", sheet: "表二" } } });
  expect(announced.join()).toContain("工作表「表二」有保护。");
});

test.each([
  [
    "zh-CN",
    "版面没有全部设好：「汇总」的打印设置、「汇总」的图表。其他内容都已完成，版面可稍后再试。Excel 正忙",
    "再试一次",
  ],
  ["en", "The layout is not complete: print settings on “汇总”, charts on “汇总”. Everything else", "Try again"],
] as const)(
  "looks that Excel would not set are a note, by name, and can be tried again: %s",
  async (language, words, again) => {
    const { asked, become } = renderPane({ installed: true, check: checkResult() }, { language });
    await screen.findByTestId("figure-open");
    const busy = { fault: { code: "busy" }, sheet: "汇总", actions: [] } as const;
    become({
      leftLooks: [
        { ...busy, look: "page" },
        { ...busy, look: "charts" },
      ],
    });
    expect(await screen.findByTestId("left-looks")).toHaveTextContent(words);
    expect(screen.queryByTestId("problem")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: again }));
    expect(asked).toEqual([["finishLooks"]]);
  },
);

test("where this Excel lacks a function, nobody is asked to try again", async () => {
  const { become } = renderPane({ installed: true, check: checkResult() });
  become({
    leftLooks: [{ look: "page", sheet: "汇总", actions: [], fault: { code: "unsupported", api: "PageLayout.zoom" } }],
  });
  expect(await screen.findByTestId("left-looks")).toHaveTextContent("PageLayout.zoom");
  expect(screen.queryByRole("button", { name: "再试一次" })).not.toBeInTheDocument();
});

test("long work shows how far it is and can be cancelled; idle again, the line says what was found", async () => {
  const { asked, become } = renderPane({
    installed: true,
    check: checkResult(),
    busy: { task: "checking", done: 4200, total: 10_000 },
  });
  const status = screen.getByTestId("status");
  expect(status).toHaveAttribute("data-state", "busy");
  expect(status).toHaveTextContent("正在检查 4200/10000");
  expect(await screen.findByRole("progressbar")).toHaveAccessibleName("进度");
  await userEvent.click(screen.getByRole("button", { name: "取消" }));
  expect(asked).toEqual([["cancel"]]);
  become({ busy: null });
  expect(status).toHaveAttribute("data-state", "idle");
  expect(status).toHaveTextContent("已检查 10:42 · 逾期 3");
});

test("the tabs are walked with the arrow keys and lead to their view", async () => {
  renderPane({ installed: true, check: checkResult() });
  const tab = screen.getByRole("tab", { name: "今日" });
  expect(tab).toHaveAttribute("aria-selected", "true");
  tab.focus();
  await userEvent.keyboard("{ArrowLeft}");
  expect(screen.getByRole("tab", { name: "设置" })).toHaveFocus();
  expect(await screen.findByTestId("as-of-input")).toBeVisible();
});

test("keyboard users go on from the result after the first check", async () => {
  const { become } = renderPane({});
  (await screen.findByTestId("first-check")).focus();
  become({ check: checkResult({ installed: false }) });
  expect(await screen.findByRole("tabpanel")).toHaveFocus();
});

test("the tab of the check counts what is to be fixed, as the status line does", async () => {
  const notes = { ...finding("G7", "绿源食品"), severity: "info" } as const;
  renderPane({ installed: true, check: checkResult({ findings: [finding("G6", "恒达物流"), notes] }) });
  expect(await screen.findByRole("tab", { name: "体检 1" })).toBeVisible();
  expect(screen.getByTestId("status")).toHaveTextContent("待处理 1");
});

test("the number of findings is announced when a check is done, and after an edit only when it changed", async () => {
  const { become } = renderPane({ installed: true });
  become({ check: checkResult({ findings: [finding("G6", "恒达物流")] }) });
  become({ check: checkResult({ findings: [finding("G7", "绿源食品")] }) });
  become({ check: checkResult() });
  expect(announced.filter((words) => words.startsWith("检查完成"))).toEqual(["检查完成，待处理 1", "检查完成，逾期 3"]);
});
