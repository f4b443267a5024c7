import { asProposed } from "../../domain/adoption/choices";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, dueItem, renderPane, today } from "../../../test/support/sessionStub";

const due = [
  dueItem({}),
  dueItem({ customer: "绿源食品", owner: "王强", cell: "B5", row: 5, days: 1 }),
  dueItem({ group: "stale", customer: "金桥建设集团", cell: "B6", row: 6, days: 9, limit: 7, lastContact: today - 9 }),
];

test("groups carry their number, and on a sheet that is only looked at a customer leads to its cell", async () => {
  const { asked } = renderPane({ installed: true, check: checkResult({ due, installed: false }) });
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
  await userEvent.click(await screen.findByRole("button", { name: /^逾期2天/ }));
  expect(screen.getByText(/停滞：9 天 > 7 天（方案演示） · 卡住：停在本阶段 30 天 > 14 天/)).toHaveTextContent(
    "逾期：约好8月5日跟进，已过 2 天",
  );
  expect(screen.getByText(/记录第 214 行/)).toBeVisible();
});

test("a customer that rises or cools says so beside its stage, with a sign", async () => {
  renderPane({
    installed: true,
    check: checkResult({ due: [dueItem({ trend: "cooling" }), dueItem({ trend: "rising", cell: "B5", row: 5 })] }),
  });
  const [cooling, rising] = await screen.findAllByTestId("due-item");
  expect(cooling).toHaveTextContent("方案演示 · ↘ 降温");
  expect(rising).toHaveTextContent("方案演示 · ↗ 上升");
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
  expect(screen.getByTestId("due-item")).toHaveTextContent("远山能源科技逾期2天方案演示 · 协作 · 李敏");
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
  await userEvent.click(screen.getByTestId("no-id-set-up"));
  expect(asked).toContainEqual(["planSetUp", "zh-CN", asProposed]);
  expect(navigation.chosen()).toBe("setup");
});

describe("the list of somebody's day", () => {
  const row = (id: string, customer: string, nextDate: number | "", more = {}) => ({
    id,
    customer,
    owner: "李敏",
    stage: "方案演示",
    nextDate,
    ...more,
  });
  // A Friday: the week ends with Sunday.
  const desk = repDesk(
    [
      row("A1", "远山能源科技", today - 2, { phone: "13800001111" }),
      row("A2", "绿源食品", today, { owner: "王强" }),
      row("A3", "蓝海零售", today + 1),
      row("A4", "金桥建设", today + 2, { owner: "" }),
      row("A5", "恒达物流", today + 3),
      row("A6", "华宇精密", "", { stage: "流失" }),
    ],
    today,
  );
  const items = [
    dueItem({ row: 2, also: [{ group: "stale", days: 9, limit: 7 }] }),
    dueItem({ row: 3, customer: "绿源食品", group: "today", owner: "王强", days: 0 }),
    dueItem({ row: 5, customer: "金桥建设", group: "stale", owner: "", days: 8, limit: 7 }),
  ];
  const open = (options = {}) => {
    const user = userEvent.setup();
    return { user, ...renderPane({ installed: true, check: checkResult({ due: items }) }, { ...desk, ...options }) };
  };
  const names = () => screen.getAllByTestId("due-name").map(({ textContent }) => textContent);

  test("a heading counts all to whom its word applies, also those in an earlier group", async () => {
    open();
    expect(await screen.findByRole("heading", { name: "停滞 1（共 2 个）" })).toBeVisible();
    expect(screen.getByRole("heading", { name: "逾期 1" })).toBeVisible();
  });

  test("tomorrow and the rest of the week stand below, each customer once", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "明天 1" }));
    expect(names()).toEqual(["远山能源科技", "绿源食品", "金桥建设", "蓝海零售"]);
    // The customer of Sunday is in an earlier group, the one of next Monday in no group.
    expect(screen.queryByTestId("due-thisWeek")).not.toBeInTheDocument();
  });

  test("the team's list says whose each customer is", async () => {
    open();
    const lines = (await screen.findAllByTestId("due-item")).map(({ textContent }) => textContent);
    expect(lines[1]).toContain("方案演示 · 王强");
    expect(lines[2]).toContain("方案演示 · 没有负责人");
  });

  test("a search narrows the groups, finds customers who want nothing today, and says how many", async () => {
    const announced: string[] = [];
    Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
    const { user } = open();
    await user.type(await screen.findByTestId("today-search"), "hdwl");
    await screen.findByRole("heading", { name: "其他客户 1" });
    expect(names()).toEqual(["恒达物流"]);
    expect(announced).toContain("找到 1 个客户");
    await user.keyboard("{Escape}");
    expect(screen.getByTestId("today-search")).toHaveValue("");
    expect(names()).toContain("远山能源科技");
    await user.type(screen.getByTestId("today-search"), "没有这个");
    expect(await screen.findByTestId("today-none")).toHaveTextContent("没有找到“没有这个”");
  });

  test("whoever chooses an owner hears how many are to be followed up", async () => {
    const announced: string[] = [];
    Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
    const { user } = open();
    await user.selectOptions(await screen.findByLabelText("看谁的客户"), "王强");
    expect(announced).toContain("王强：今天要跟进 1 个");
  });

  test("ticked customers are put off to Monday at once, with stage, owner and day in sight", async () => {
    const { asked, user } = open({ memory: [["me", "Tester"]] });
    await user.click(await screen.findByTestId("bulk-begin"));
    const ticks = screen.getAllByTestId("due-tick");
    await user.click(ticks[0]!);
    await user.click(ticks[2]!);
    expect(await screen.findByTestId("bulk-count")).toHaveTextContent("已选 2 个");
    expect(screen.getByTestId("bulk-monday")).toHaveTextContent("全部顺延到周一 8月10日");
    await user.click(screen.getByTestId("bulk-monday"));
    const [, customers, dayFor] = asked.find(([what]) => what === "reschedule")!;
    expect(customers).toEqual([desk.customers[0], desk.customers[3]]);
    expect((dayFor as (customer: unknown) => number)(desk.customers[0])).toBe(today + 3);
    expect(screen.getByTestId("bulk-count")).toHaveTextContent("已选 0 个");
    expect(screen.getByTestId("bulk-end")).toHaveFocus();
  });

  test("whoever has not said who they are is asked before the ticked customers are put off", async () => {
    const { asked, user } = open();
    await user.click(await screen.findByTestId("bulk-begin"));
    await user.click(screen.getAllByTestId("due-tick")[0]!);
    await user.click(await screen.findByTestId("bulk-monday"));
    expect(asked.filter(([what]) => what === "reschedule")).toEqual([]);
    await user.selectOptions(screen.getByTestId("who-choice"), "王强");
    await user.click(screen.getByTestId("who-is-me"));
    await user.click(screen.getByTestId("postpone-apply"));
    expect(asked.find(([what]) => what === "reschedule")?.[4]).toBe("王强");
  });

  test("all customers in sight are ticked with one press, those who are closed never", async () => {
    const { asked, user } = open({ memory: [["me", "Tester"]] });
    await user.click(await screen.findByTestId("bulk-begin"));
    await user.click(screen.getByRole("button", { name: /^其他客户/ }));
    await user.click(await screen.findByTestId("bulk-all"));
    expect(screen.getByTestId("bulk-count")).toHaveTextContent("已选 4 个");
    await user.click(screen.getByTestId("bulk-transfer"));
    await user.selectOptions(screen.getByTestId("transfer-to"), "王强");
    await user.type(within(screen.getByTestId("bulk")).getByRole("textbox"), "离职{Enter}");
    const [, customers, to, reason] = asked.find(([what]) => what === "transfer")!;
    expect([(customers as unknown[]).length, to, reason]).toEqual([4, "王强", "离职"]);
  });

  test("Enter in the reason moves the date, and the focus goes on with the row that comes to its place", async () => {
    jest.spyOn(document, "hasFocus").mockReturnValue(true);
    const { asked, become, user } = open({ memory: [["me", "Tester"]] });
    await user.click((await screen.findAllByTestId("due-reschedule"))[0]!);
    const form = await screen.findByTestId("reschedule-form");
    await user.click(within(form).getAllByRole("radio")[0]!);
    await user.type(within(form).getByRole("textbox"), "出差{Enter}");
    expect(asked.find(([what]) => what === "reschedule")?.[3]).toBe("出差");
    expect(screen.queryByTestId("reschedule-form")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "远山能源科技" })).toHaveFocus();
    become({ check: checkResult({ due: items.slice(1) }) });
    expect(screen.getByRole("button", { name: "绿源食品" })).toHaveFocus();
  });

  test("the list is one stop of the Tab key, and the arrows go from row to row", async () => {
    const { user } = open();
    const stops = () => [...document.querySelectorAll('[data-testid="due-item"] [tabindex="0"]')];
    await screen.findAllByTestId("due-item");
    const first = stops();
    expect(first.every((stop) => screen.getAllByTestId("due-item")[0]?.contains(stop))).toBe(true);
    act(() => screen.getByRole("button", { name: "远山能源科技" }).focus());
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("button", { name: "绿源食品" })).toHaveFocus();
    expect(stops().every((stop) => screen.getAllByTestId("due-item")[1]?.contains(stop))).toBe(true);
  });
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

describe("moving a date", () => {
  const desk = repDesk([{ id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示" }], today);
  const open = async (memory: readonly (readonly [string, string])[]) => {
    const pane = renderPane(
      { installed: true, check: checkResult({ due: [dueItem({ row: 2 })] }) },
      { ...desk, memory },
    );
    await userEvent.click(await screen.findByTestId("due-reschedule"));
    return pane;
  };
  const type = async (text: string) => {
    await userEvent.click(within(await screen.findByTestId("reschedule-next")).getByRole("radio", { name: "自选" }));
    await userEvent.clear(screen.getByTestId("reschedule-next-typed"));
    await userEvent.type(screen.getByTestId("reschedule-next-typed"), text);
  };

  test.each([
    ["abc", "看不懂这个日期"],
    ["昨天", "下次日期不能早于今天"],
    ["2/30", "看不懂这个日期"],
    ["8.15", "周六 2026年8月15日，休息日"],
  ])("answers %s in words", async (text, said) => {
    await open([["me", "李敏"]]);
    await type(text);
    expect(screen.getByTestId("reschedule-next")).toHaveTextContent(said);
  });

  test("is signed by whoever works here, who is asked once, and Enter carries it out", async () => {
    const { asked } = await open([]);
    await type("明天");
    await userEvent.click(screen.getByTestId("reschedule-apply"));
    expect(asked.map(([name]) => name)).not.toContain("reschedule");
    await userEvent.selectOptions(screen.getByTestId("who-choice"), "王强");
    await userEvent.click(screen.getByTestId("who-is-me"));
    await userEvent.type(screen.getByTestId("reschedule-next-typed"), "{Enter}");
    expect(asked.find(([name]) => name === "reschedule")?.[4]).toBe("王强");
  });
});
