import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Receipt } from "../../app/log/state";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";
import { stagesTexts } from "../text/load";

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
    stagesTexts.load("zh-CN"),
    import("../today/TodayView"),
    import("../today/RowActions"),
    import("../log/LogView"),
    import("../numbers/NumbersView"),
    import("../setup/SetupView"),
    import("../check/CheckView"),
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
