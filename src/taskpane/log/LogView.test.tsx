import { cleanup, createEvent, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { stage } from "../../../test/support/schemaStub";
import { checkResult, renderPane, today } from "../../../test/support/sessionStub";
import { touchStub } from "../../../test/support/touchStub";

/** Browsers with `ariaNotify` hand announcements straight to the screen reader; here it is where they can be heard. */
const announced: string[] = [];
beforeEach(() => {
  announced.length = 0;
  Object.assign(document, { ariaNotify: (message: string) => announced.push(message) });
});

// Views are loaded on demand: the tests would have to wait for this one, and for the one that it leads to.
beforeAll(() => Promise.all([import("./LogView"), import("../setup/SetupView")]));

const desk = repDesk(
  [
    { id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示", phone: "13800001111" },
    { customer: "绿源食品", owner: "王强", stage: "方案演示" },
  ],
  today,
);

/** Whoever works here has said so before. */
const known: readonly (readonly [string, string])[] = [["me", "李敏"]];

function openLog(options: Parameters<typeof renderPane>[1] = {}) {
  return renderPane({ installed: true, check: checkResult() }, { tab: "log", memory: known, ...desk, ...options });
}

/** Lets the focus go where a press sends it. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

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

test("Clear empties the form, also of words that were typed for nobody yet, and can be taken back", async () => {
  openLog();
  await userEvent.type(await screen.findByTestId("log-content"), "想要样品");
  await userEvent.click(screen.getByTestId("log-discard"));
  expect(screen.getByTestId("log-content")).toHaveValue("");
  await choose("远山");
  await userEvent.type(screen.getByTestId("log-content"), "要两件");
  await userEvent.click(screen.getByTestId("log-discard"));
  expect(screen.getByTestId("log-customer")).toHaveValue("");
  await userEvent.click(screen.getByTestId("log-bring-back"));
  expect(screen.getByTestId("log-customer")).toHaveValue("远山能源科技");
  expect(screen.getByTestId("log-content")).toHaveValue("要两件");
});

test("what is missing is said all at once, as an alert, and each line leads to its control", async () => {
  openLog();
  await choose("远山");
  await userEvent.click(screen.getByTestId("log-save"));
  const alert = screen.getByTestId("log-problems");
  expect(alert).toHaveAttribute("role", "alert");
  expect(within(alert).getByText("还有 2 处要改")).toBeVisible();
  await soon();
  // From an element that is no stop of its own, Tab would lead nowhere in Excel on the web.
  expect(within(alert).getAllByRole("button")[0]).toHaveFocus();
  await userEvent.click(within(alert).getByRole("button", { name: /请约下次跟进/ }));
  await soon();
  expect(within(screen.getByTestId("log-next")).getAllByRole("radio")[0]).toHaveFocus();
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

describe("what is not saved yet", () => {
  const two = repDesk(
    [
      { id: "A1", customer: "远山能源科技", stage: "方案演示" },
      { id: "A2", customer: "绿源食品", stage: "方案演示" },
    ],
    today,
  );
  const content = () => screen.getByTestId("log-content");

  test("goes along to the next customer, stays with the former one, and each keeps its own from then on", async () => {
    openLog(two);
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    await choose("绿源");
    expect(content()).toHaveValue("想要样品");
    await userEvent.type(content(), "两件");
    await choose("远山");
    expect(content()).toHaveValue("想要样品");
    await choose("绿源");
    expect(content()).toHaveValue("想要样品两件");
    expect(screen.getByTestId("log-recovered")).toHaveTextContent("上次没保存的内容还在。");
  });

  test("is offered by the customers' names, and there again after the pane was closed", async () => {
    const first = openLog(two);
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    await choose("绿源");
    await userEvent.type(content(), "别的");
    cleanup();
    openLog({ ...two, memory: [...first.remembered] });
    expect(await screen.findByTestId("log-customer")).toHaveValue("绿源食品");
    expect(content()).toHaveValue("想要样品别的");
    await userEvent.click(screen.getByTestId("log-discard"));
    await userEvent.click(within(screen.getByTestId("log-unsaved")).getByRole("button", { name: "远山能源科技" }));
    expect(content()).toHaveValue("想要样品");
  });

  test("is not shown in another workbook whose sheet and IDs are the same", async () => {
    const first = openLog({ ...two, workbook: "https://example.com/a.xlsx" });
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    cleanup();
    openLog({ ...two, workbook: "https://example.com/b.xlsx", memory: [...first.remembered] });
    expect(await screen.findByTestId("log-content")).toHaveValue("");
    expect(screen.queryByTestId("log-unsaved")).toBeNull();
    await choose("远山");
    expect(content()).toHaveValue("");
    cleanup();
    openLog({ ...two, workbook: "https://example.com/a.xlsx", memory: [...first.remembered] });
    expect(await screen.findByTestId("log-content")).toHaveValue("想要样品");
  });

  test.each([
    ["damaged", '{"drafts":[{"form":{"logId":"L9","customerId":"A1","fields":null}},7'],
    [
      "of an earlier version",
      '{"drafts":[{"form":{"logId":"L9","customerId":"A1","next":{"kind":"choice","choice":"tomorrow"}}}]}',
    ],
  ])("never blocks the form when it is %s", async (_, kept) => {
    openLog({ ...two, workbook: "a", memory: [...known, ["drafts.a", kept]] });
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    expect(content()).toHaveValue("想要样品");
  });

  test("of a customer who has left the sheet meanwhile is shown with the name", async () => {
    const first = openLog(two);
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    cleanup();
    openLog({ book: two.book, customers: two.customers.slice(1), memory: [...first.remembered] });
    expect(await screen.findByTestId("log-gone")).toHaveTextContent("「远山能源科技」已经不在「客户」里了。");
    expect(content()).toHaveValue("想要样品");
  });

  test("and what was saved comes back when the save is undone, here or from another view", async () => {
    const { asked, becomeRep, remembered } = openLog({ ...two, workbook: "a" });
    const receipt = {
      kind: "touch",
      customers: ["远山能源科技"],
      days: [null],
      to: null,
      isNew: false,
      undone: null,
    } as const;
    await choose("远山");
    await userEvent.type(content(), "想要样品");
    await userEvent.click(within(screen.getByTestId("log-next")).getAllByRole("radio")[0]!);
    await userEvent.click(screen.getByTestId("log-save"));
    expect(asked.filter(([name]) => name === "logTouch")).toHaveLength(1);
    expect(content()).toHaveValue("");
    becomeRep({ receipt });
    const saved = [...remembered];
    becomeRep({ receipt: { ...receipt, undone: { kept: 0 } } });
    expect(content()).toHaveValue("想要样品");
    expect(screen.getByTestId("log-customer")).toHaveValue("远山能源科技");
    await soon();
    expect(content()).toHaveFocus();
    cleanup();
    openLog({ ...two, workbook: "a", memory: saved, rep: { receipt: { ...receipt, undone: { kept: 0 } } } });
    expect(await screen.findByTestId("log-content")).toHaveValue("想要样品");
  });
});

describe("closing", () => {
  const closable = repDesk([{ id: "A1", customer: "远山能源科技", stage: "方案演示" }], today, {
    stages: [stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost"), stage("搁置", "parked")],
    reasons: [
      { name: "价格高", outcome: "lost", revisitDays: null },
      { name: "性价比", outcome: "won", revisitDays: null },
    ],
  });
  const button = (name: string) => within(screen.getByTestId("log-close")).getByRole("radio", { name });
  const reasons = () =>
    within(screen.getByTestId("field-reason"))
      .getAllByRole("option")
      .map((each) => each.textContent);

  test("takes one press, asks for the reasons of that outcome alone, and forgets them with it", async () => {
    openLog(closable);
    await choose("远山");
    await userEvent.click(button("流失"));
    expect(reasons()).toEqual(["", "价格高"]);
    await userEvent.selectOptions(screen.getByTestId("field-reason"), "价格高");
    await userEvent.click(button("成交"));
    expect(screen.getByTestId("field-reason")).toHaveValue("");
    expect(reasons()).toEqual(["", "性价比"]);
    expect(screen.getByTestId("field-closedOn")).toHaveValue("2026-08-07");
    await userEvent.click(button("成交"));
    expect(screen.queryByTestId("log-closing")).toBeNull();
    expect(screen.getByTestId("log-stage")).toHaveValue("");
  });

  test("as parked asks when to look again, and takes no for an answer", async () => {
    const { asked } = openLog(closable);
    await choose("远山");
    await userEvent.type(screen.getByTestId("log-content"), "明年再说");
    await userEvent.click(button("搁置"));
    await userEvent.click(screen.getByTestId("log-save"));
    expect(screen.getByTestId("log-problems")).toHaveTextContent("请选什么时候再看这个客户，说不准也可以");
    await userEvent.click(within(screen.getByTestId("log-revisit")).getByRole("radio", { name: "说不准" }));
    await userEvent.click(screen.getByTestId("log-save"));
    expect(asked.map(([name]) => name)).toContain("logTouch");
  });

  test("where the Settings have no stage for it is said, with the way there", async () => {
    const { navigation } = openLog();
    await screen.findByTestId("log-customer");
    const notice = screen.getByTestId("log-no-stage");
    expect(notice).toHaveTextContent("设置里没有表示“搁置”的阶段");
    await userEvent.click(within(notice).getByRole("button"));
    expect(navigation.chosen()).toBe("setup");
  });
});

describe("who works here", () => {
  const fill = async () => {
    await choose("远山");
    await userEvent.type(screen.getByTestId("log-content"), "想要样品");
    await userEvent.click(within(screen.getByTestId("log-next")).getAllByRole("radio")[0]!);
  };
  const signedAs = (asked: readonly unknown[][]) => asked.find(([name]) => name === "logTouch")?.[2];

  test("is asked once, and signs whatever the list of customers shows", async () => {
    const first = openLog({ memory: [["owner", "\u0000team"]] });
    await screen.findByTestId("log-customer");
    await fill();
    await userEvent.click(screen.getByTestId("log-save"));
    expect(signedAs(first.asked)).toBeUndefined();
    expect(screen.getByTestId("log-problems")).toHaveTextContent("请先选您是哪位");
    await userEvent.selectOptions(screen.getByTestId("who-choice"), "王强");
    await userEvent.click(screen.getByTestId("who-is-me"));
    await userEvent.click(screen.getByTestId("log-save"));
    expect(signedAs(first.asked)).toBe("王强");
    cleanup();
    openLog({ memory: [...first.remembered] });
    expect(await screen.findByTestId("log-signed")).toHaveTextContent("署名：王强");
    expect(screen.queryByTestId("who-are-you")).toBeNull();
  });

  test("can be somebody who owns no customer, and can be changed", async () => {
    const { asked } = openLog();
    await userEvent.click(await screen.findByTestId("log-who"));
    await userEvent.selectOptions(screen.getByTestId("who-choice"), "不在名单里");
    await userEvent.type(screen.getByTestId("who-name"), "王总{Enter}");
    expect(screen.getByTestId("log-signed")).toHaveTextContent("署名：王总");
    await fill();
    await userEvent.click(screen.getByTestId("log-save"));
    expect(signedAs(asked)).toBe("王总");
  });

  test("owns the customers that they add", async () => {
    openLog({ memory: [...known, ["owner", "\u0000team"]] });
    await userEvent.click(await screen.findByTestId("log-new"));
    expect(await screen.findByTestId("field-owner")).toHaveValue("李敏");
  });
});

describe("the customer box", () => {
  test("finds the end of a telephone number, zeros and all", async () => {
    openLog(repDesk([{ id: "A1", customer: "远山能源科技", stage: "方案演示", phone: "13800000022" }], today));
    await choose("0022");
    expect(screen.getByTestId("log-customer")).toHaveValue("远山能源科技");
  });

  test("makes no customer of what nobody was found for, until that is chosen; a number is then the number", async () => {
    openLog();
    await choose("13912345678");
    expect(screen.queryByTestId("log-new-name")).toBeNull();
    expect(screen.getByTestId("log-no-match")).toHaveTextContent("没有找到“13912345678”。要新建客户，请按 ↓ 再按回车");
    expect(announced.at(-1)).toContain("没有找到“13912345678”");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(await screen.findByTestId("log-new-name")).toHaveValue("");
    expect(screen.getByTestId("field-phone")).toHaveValue("13912345678");
  });

  test.each([
    ["isComposing", { isComposing: true }],
    ["the key that WebKit gives", { keyCode: 229 }],
  ])("takes nobody while an input method is composing (%s)", async (_, state) => {
    openLog();
    const box = await screen.findByTestId("log-customer");
    await userEvent.type(box, "yuan");
    fireEvent(box, createEvent.keyDown(box, { key: "Enter", ...state }));
    expect(box).toHaveValue("yuan");
    await userEvent.keyboard("{Enter}");
    expect(box).toHaveValue("远山能源科技");
  });

  test("keeps what was typed over Escape and Tab, until a second Escape", async () => {
    openLog();
    const box = await screen.findByTestId("log-customer");
    await userEvent.type(box, "远山{Escape}");
    expect(box).toHaveValue("远山");
    expect(box).toHaveAttribute("aria-expanded", "false");
    await userEvent.tab();
    expect(box).toHaveValue("远山");
    await userEvent.click(box);
    expect(box).toHaveAttribute("aria-expanded", "true");
    await userEvent.keyboard("{Escape}{Escape}");
    expect(box).toHaveValue("");
  });
});

test("the newest words are shown with their day, not those that the customer's row has kept", async () => {
  const one = repDesk([{ id: "A1", customer: "远山能源科技", stage: "方案演示", lastContact: today - 1 }], today);
  const customers = one.customers.map((customer) => ({ ...customer, words: "去年的备注" }));
  const touches = [touchStub({ date: today - 1, content: "等法务" })];
  const { becomeRep } = openLog({ ...one, customers });
  await choose("远山");
  expect(screen.getByTestId("log-words")).toHaveTextContent("方案演示 · 最近 昨天 · 去年的备注");
  becomeRep({ log: { touches, problems: [] } });
  expect(screen.getByTestId("log-words")).toHaveTextContent("方案演示 · 昨天：等法务");
});

test("before the sheet is set up the Log leads to what sets it up", async () => {
  const { asked, navigation } = renderPane(
    { installed: false, check: checkResult({ installed: false }) },
    { tab: "log" },
  );
  expect(await screen.findByText(/这张表还没有设置，还不能登记。/)).toBeVisible();
  await userEvent.click(screen.getByTestId("log-set-up"));
  expect(navigation.chosen()).toBe("setup");
  expect(asked.map(([name]) => name)).toContain("planSetUp");
});

test("a day that was typed is answered with its weekday, and with a day off as such", async () => {
  openLog();
  await choose("远山");
  await userEvent.click(within(screen.getByTestId("log-next")).getByRole("radio", { name: "自选" }));
  const typed = screen.getByTestId("log-next-typed");
  await userEvent.type(typed, "8.15");
  expect(screen.getByTestId("log-next-meant")).toHaveTextContent("周六 2026年8月15日，休息日");
  await userEvent.clear(typed);
  await userEvent.type(typed, "8.14");
  expect(screen.getByTestId("log-next-meant")).toHaveTextContent(/^周五 2026年8月14日$/);
});

test("a telephone number that may lack digits is asked about while it is typed, and one that is none is said to be none", async () => {
  openLog();
  await userEvent.click(await screen.findByTestId("log-new"));
  const phone = await screen.findByTestId("field-phone");
  await userEvent.type(phone, "12345");
  expect(screen.getByText("只有 5 位，请看一下号码是否完整")).toBeVisible();
  await userEvent.type(phone, "678901");
  expect(screen.queryByText(/请看一下号码是否完整/)).toBeNull();
  await userEvent.clear(phone);
  await userEvent.type(phone, "待问");
  expect(screen.getByText(/「电话」.*不像电话|不像.*电话/)).toBeVisible();
});

test("what a new customer needs is said as a whole before its name is filled in", async () => {
  openLog({ memory: [["me", "王总"]] });
  await userEvent.click(await screen.findByTestId("log-new"));
  await screen.findByTestId("log-new-name");
  await userEvent.click(screen.getByTestId("log-save"));
  const problems = within(screen.getByTestId("log-problems")).getAllByRole("button");
  expect(problems.map((each) => each.textContent)).toEqual([
    "请填客户名称",
    "请写一句跟进内容，或选一个结果",
    "请选阶段",
    "请约下次跟进的日期",
    "每个客户都要填「负责人」，请补上",
  ]);
});
