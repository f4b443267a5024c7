import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";

// A script of its own: on a busy machine it takes longer than a query waits.
beforeAll(() => import("./RepTools"));

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", nextDate: today - 2, phone: "13800001111" },
    { customer: "绿源食品", owner: "李敏", stage: "方案演示", nextDate: today + 1 },
    { id: "A3", customer: "金桥建设", owner: "李敏", stage: "流失", nextDate: today + 1 },
  ],
  today,
);
const check = checkResult({ due: [dueItem({ row: 2 })] });

/** Opens the fold. Files are shown as text: no download works here. */
async function open(change: Parameters<typeof renderPane>[1] = {}) {
  const user = userEvent.setup();
  const pane = renderPane({ installed: true, check }, { ...desk, canDownload: false, ...change });
  await user.click(await screen.findByText("导出：日历、今日摘要、周报"));
  return { user, ...pane };
}

const shown = async () => (await screen.findByTestId<HTMLTextAreaElement>("copy-by-hand")).value.replace(/\r\n /g, "");

test("digest and reports are copied as often as wanted, one after the other", async () => {
  const { user } = await open();
  for (const [id, text] of [
    ["digest", /^【跟进】团队/],
    ["report-last", /^【上周跟进】/],
    ["report-this", /^【本周跟进】/],
    ["report-last", /^【上周跟进】/],
  ] as const) {
    await user.click(screen.getByTestId(id));
    expect(await screen.findByText(id === "digest" ? /^摘要已复制/ : /^周报已复制/)).toBeVisible();
    expect(await navigator.clipboard.readText()).toMatch(text);
  }
});

test("the calendar holds every open customer with a date, what is overdue on today, and says so", async () => {
  const { user } = await open();
  await user.click(screen.getByTestId("calendar"));
  expect(await screen.findByTestId("calendar-said")).toHaveTextContent(
    "日历文件里有 2 个客户，其中 1 个已逾期，放在今天。",
  );
  const file = await shown();
  expect(file.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual([
    "SUMMARY:逾期 · 跟进 远山能源科技",
    "SUMMARY:跟进 绿源食品",
  ]);
  expect(file).toContain("电话：13800001111");
  expect(file.match(/^TRIGGER:PT540M/gm)).toHaveLength(2);
  expect(file).not.toContain("RRULE");
});

test("the time of the alarm is chosen and remembered; the weekly reminder comes when it is ticked", async () => {
  const { user, remembered } = await open();
  await user.selectOptions(screen.getByTestId("calendar-alarm"), "不提醒");
  await user.click(screen.getByTestId("calendar-weekly"));
  await user.click(screen.getByTestId("calendar"));
  const file = await shown();
  expect(file.match(/^TRIGGER/gm)).toHaveLength(1);
  expect(file).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=12");
  expect(remembered.get("calendarAlarm")).toBe("none");
});

test.each([
  ["840", "840"],
  ["something else", "540"],
])("an alarm remembered as %s is %s", async (kept, chosen) => {
  await open({ memory: [["calendarAlarm", kept]] });
  expect(screen.getByTestId("calendar-alarm")).toHaveValue(chosen);
});

test("without a single date there is no file, and it is said", async () => {
  const { user } = await open(repDesk([{ id: "A1", customer: "远山能源科技", stage: "方案演示" }], today));
  await user.click(screen.getByTestId("calendar"));
  expect(await screen.findByTestId("calendar-said")).toHaveTextContent("没有约好的日期，不用导出日历。");
  expect(screen.queryByTestId("copy-by-hand")).not.toBeInTheDocument();
});
