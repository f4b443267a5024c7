import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Receipt } from "../../app/log/state";
import type { RestorePlan } from "../../domain/restore/restorePlan";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";

/** Browsers with `ariaNotify` hand announcements straight to the screen reader; here it is where they can be heard. */
const announced: string[] = [];
beforeEach(() => {
  announced.length = 0;
  Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
});
afterEach(() => jest.useRealTimers());

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() =>
  Promise.all([
    import("./ResultBar"),
    import("./NotRecordedNote"),
    import("../today/TodayView"),
    import("../today/RowActions"),
    import("../log/LogView"),
    import("../numbers/NumbersView"),
    import("../setup/SetupView"),
    import("../check/CheckView"),
    import("../restore/RestoreSection"),
  ]),
);

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", nextDate: today - 2 },
    { id: "A2", customer: "绿源食品", owner: "李敏", stage: "方案演示", nextDate: today - 1 },
  ],
  today,
);
const state = { installed: true, check: checkResult({ due: [dueItem({ row: 2 })] }) };

const moved: Receipt = {
  kind: "reschedule",
  customers: ["远山能源科技"],
  days: [today + 7],
  to: null,
  isNew: false,
  undone: null,
};
const isProtected = {
  kind: "fault",
  fault: { code: "protected", sheet: "客户" },
  aftermath: "unchanged",
} as const;

test.each(["today", "log", "check", "numbers", "setup"] as const)(
  "a moved date is told with its new day and its way back, outside of what scrolls: %s",
  async (tab) => {
    const { asked, becomeRep } = renderPane(state, { ...desk, tab });
    becomeRep({ receipt: moved });
    const bar = await screen.findByTestId("receipt");
    expect(bar).toHaveTextContent("「远山能源科技」已改到 周五 8月14日");
    expect(screen.getByRole("tabpanel")).not.toContainElement(bar);
    expect(announced).toContain("「远山能源科技」已改到 周五 8月14日");
    await userEvent.click(within(bar).getByTestId("undo"));
    expect(asked).toContainEqual(["undo"]);
  },
);

test("several with one day are told with it, several with different ones by their number", async () => {
  const { becomeRep } = renderPane(state, desk);
  const two = { ...moved, customers: ["远山能源科技", "绿源食品"] };
  becomeRep({ receipt: { ...two, days: [today + 3, today + 3] } });
  expect(await screen.findByTestId("receipt")).toHaveTextContent("2 个客户已改到 周一 8月10日");
  becomeRep({ receipt: { ...two, days: [today + 3, today + 4] } });
  expect(screen.getByTestId("receipt")).toHaveTextContent("2 个客户已改期");
});

test("a failed save on a protected sheet is said in sight of its form, and the same save can be done again", async () => {
  const { asked, becomeRep } = renderPane(state, { ...desk, memory: [["me", "李敏"]] });
  await userEvent.click(await screen.findByTestId("due-reschedule"));
  await userEvent.click(within(await screen.findByTestId("reschedule-form")).getByText("两周后"));
  await userEvent.click(screen.getByTestId("reschedule-apply"));
  const first = asked.find(([what]) => what === "reschedule");
  expect(first).toBeDefined();
  becomeRep({ problem: isProtected, failed: "save" });
  const bar = await screen.findByTestId("rep-problem");
  expect(bar).toHaveTextContent("没有保存：工作表「客户」有保护");
  expect(announced.join()).toContain("没有保存：工作表「客户」有保护");
  expect(screen.getByRole("tabpanel")).not.toContainElement(bar);
});

test("what is done again is what failed: a form's save as it stands then, or taking back", async () => {
  const { asked, becomeRep } = renderPane(state, desk);
  const again = jest.fn();
  becomeRep({ problem: isProtected, failed: "save", again });
  await userEvent.click(await screen.findByTestId("rep-retry"));
  expect(again).toHaveBeenCalledTimes(1);
  becomeRep({ problem: { ...isProtected }, failed: "undo" });
  expect(screen.getByTestId("rep-problem")).toHaveTextContent("没有撤销：");
  await userEvent.click(screen.getByTestId("rep-retry"));
  expect(asked).toContainEqual(["undo"]);
  expect(again).toHaveBeenCalledTimes(1);
  becomeRep({ problem: { ...isProtected }, failed: "save", again: null });
  expect(screen.queryByTestId("rep-retry")).not.toBeInTheDocument();
});

test("a set-up that could not be planned is planned again as it was asked for", async () => {
  const { asked, become } = renderPane(state, { tab: "check" });
  become({ problem: { kind: "fault", fault: { code: "busy" }, task: "planning", aftermath: null } });
  await userEvent.click(await screen.findByTestId("problem-retry"));
  expect(asked).toContainEqual(["planAgain"]);
  expect(asked.some(([what]) => what === "planSetUp")).toBe(false);
});

test("a receipt goes after a minute, but not while somebody is at it; a fault stays", async () => {
  const { asked, becomeRep } = renderPane(state, { ...desk, tab: "numbers" });
  await act(() => import("./ResultBar"));
  jest.useFakeTimers();
  becomeRep({ receipt: moved });
  const bar = screen.getByTestId("receipt");
  fireEvent.mouseEnter(bar);
  act(() => jest.advanceTimersByTime(70_000));
  expect(asked).not.toContainEqual(["dismiss"]);
  fireEvent.mouseLeave(bar);
  act(() => jest.advanceTimersByTime(59_000));
  expect(asked).not.toContainEqual(["dismiss"]);
  act(() => jest.advanceTimersByTime(2000));
  expect(asked.filter(([what]) => what === "dismiss")).toHaveLength(1);
  becomeRep({ receipt: null, problem: isProtected });
  act(() => jest.advanceTimersByTime(300_000));
  expect(screen.getByTestId("rep-problem")).toBeVisible();
  expect(asked.filter(([what]) => what === "dismiss")).toHaveLength(1);
});

test("the focus stays at the line when Undo goes, and then returns to where it came from", async () => {
  const { becomeRep } = renderPane(state, desk);
  const search = await screen.findByTestId("today-search");
  becomeRep({ receipt: moved });
  await screen.findByTestId("receipt");
  act(() => search.focus());
  act(() => screen.getByTestId("undo").focus());
  becomeRep({ receipt: { ...moved, undone: { kept: 0 } } });
  expect(screen.getByTestId("result-close")).toHaveFocus();
  becomeRep({ receipt: null });
  await waitFor(() => expect(search).toHaveFocus());
});

test("a stage that the log could not take is told as a note: what is not recorded, why, and what to do", async () => {
  const { asked, becomeRep } = renderPane(state, desk);
  becomeRep({ notRecorded: { customers: ["远山能源科技"], problem: isProtected } });
  const bar = await screen.findByTestId("not-recorded");
  expect(bar).toHaveTextContent("ℹ 「远山能源科技」改了阶段，但没有记进跟进记录：工作表「客户」有保护，写不进去。");
  expect(bar).toHaveTextContent("请在“审阅”里撤销保护，再试一次。改的阶段还在。");
  await userEvent.click(within(bar).getByTestId("result-close"));
  expect(asked).toContainEqual(["dismiss"]);
});

const restored: RestorePlan = {
  points: [],
  whole: true,
  known: true,
  cells: 12,
  columns: ["客户编号"],
  sheets: ["跟进设置"],
  conflicts: [{ sheet: "客户", cell: "D2", before: "2026.8.9", after: "2026-08-09", now: "下周" }],
  kept: [],
  gone: 0,
  dependents: [],
  sheet: "客户",
  actions: [],
};
const updated = { fresh: 2, cells: 5, formulas: 0, moved: 0, forgotten: 0, undone: null };
const chosen = { id: "1", deleteKept: false };

describe("what a long task came to is told in whatever view is open by then", () => {
  test.each([
    ["health-done", "已修复 4 处", { health: { repaired: { places: 4 } } }],
    ["grow-done", "新增 2 位客户，更新 5 个单元格", { grow: { receipt: updated } }],
    ["restore-done", "退回 12 个单元格", { restore: { done: restored, receipt: restored } }],
    ["examples-cleared", "已清掉 11 行示例", { begin: { cleared: { rows: 11, kept: [] } } }],
  ] as const)("%s", async (id, words, options) => {
    renderPane(state, { ...desk, ...options, tab: "numbers" });
    const bar = await screen.findByTestId(id);
    expect(bar).toHaveTextContent(words);
    expect(screen.getByRole("tabpanel")).not.toContainElement(bar);
    expect(announced.filter((said) => said.includes(words))).toHaveLength(1);
  });

  test.each([
    ["fix", { fix: { problem: isProtected } }, ["fixAgain"]],
    ["health", { health: { problem: isProtected } }, ["health.repairAgain"]],
    ["grow", { grow: { problem: isProtected, failed: "apply" } }, ["grow.apply"]],
    ["grow", { grow: { problem: isProtected, failed: "undo" } }, ["grow.undo"]],
    ["restore", { restore: { problem: isProtected, chosen } }, ["restore.plan", chosen]],
    ["begin", { begin: { problem: isProtected, failed: "clear" } }, ["begin.clear"]],
  ] as const)(
    "and what came to nothing, with how the workbook was left and the same once more: %s",
    async (name, options, asks) => {
      const { asked } = renderPane(state, { ...desk, ...options, tab: "numbers" });
      const bar = await screen.findByTestId(`${name}-problem`);
      expect(bar).toHaveTextContent("工作表「客户」有保护");
      expect(announced.filter((said) => said.includes("工作表「客户」有保护"))).toHaveLength(1);
      await userEvent.click(within(bar).getByRole("button", { name: "再试一次" }));
      expect(asked).toContainEqual(asks);
    },
  );

  test.each(["grow", "restore"] as const)("work that somebody cancelled asks for no word: %s", async (name) => {
    const problem = { kind: "fault", fault: { code: "cancelled" }, aftermath: null } as const;
    renderPane(state, { ...desk, [name]: { problem }, tab: "numbers" });
    await act(() => import("./ResultBar"));
    expect(screen.queryByTestId(`${name}-problem`)).not.toBeInTheDocument();
  });
});

test("what stays of a restore is listed where it was asked for, and how much was given back is said in the bar alone", async () => {
  renderPane(state, { ...desk, tab: "setup", restore: { done: restored, receipt: restored } });
  expect(await screen.findByTestId("restore-kept")).toHaveTextContent("D2");
  expect(screen.getAllByText(/退回 12 个单元格/)).toHaveLength(1);
});
