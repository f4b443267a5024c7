import { screen, within, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { subjectOf } from "../../app/check";
import { resultOf } from "../../app/check";
import { workOutNumbers, type Numbers } from "../../app/measures/work";
import type { CellValue } from "../../domain/values/value";
import type { Touch } from "../../domain/log/touch";
import { touch } from "../../../test/support/customers";
import { bookSnapshot, inMemorySurroundings, newInMemoryWorkbook } from "../../../test/support/inMemoryWorkbook";
import { renderPane, today } from "../../../test/support/sessionStub";
import { numbersText as numbersEn } from "../text/en/numbers";
import { numbersText as numbersZhCN } from "../text/zh-CN/numbers";

beforeAll(() => Promise.all([import("./NumbersView")]));

const headers = [
  "客户名称",
  "阶段",
  "负责人",
  "下次跟进日期",
  "最近联系日期",
  "金额",
  "首次联系日期",
  "关闭日期",
  "客户编号",
];
const row = (name: string, stage: string, owner: string, next: number | "", last: number, amount: number | "") => [
  ...[
    name,
    stage,
    owner,
    next,
    last,
    amount,
    today - 60,
    stage === "成交" || stage === "流失" ? today - 10 : "",
    `C-${name}`,
  ],
];
const rows: readonly (readonly CellValue[])[] = [
  row("远山能源", "方案演示", "李敏", today - 2, today - 9, 100_000),
  row("绿源食品", "方案演示", "王强", today + 3, today - 1, ""),
  ...["甲", "乙", "丙", "丁"].map((name) => row(name, "成交", "李敏", "", today - 10, 50_000)),
  ...["戊", "己"].map((name) => row(name, "流失", "王强", "", today - 10, 10_000)),
];

/** The list in a sheet that has no such column. */
function without(header: string): readonly (readonly CellValue[])[] {
  return [headers, ...rows].map((cells) => cells.filter((_, column) => headers[column] !== header));
}

/** What a check of this list finds. */
async function checked(touches: readonly Touch[] = [], sheet: readonly (readonly CellValue[])[] = [headers, ...rows]) {
  const surroundings = inMemorySurroundings(today);
  const book = bookSnapshot(newInMemoryWorkbook("客户", sheet));
  const area = { row: 0, column: 0, rows: sheet.length, columns: sheet[0]?.length ?? 0 };
  const facts = {
    used: area,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: "客户", area, values: sheet },
  };
  const result = await subjectOf(
    {
      ...{ book, sheet: { sheet: book.sheets[0]!, ...facts }, settings: null, inForce: null },
      ...{ log: { touches, problems: [] }, filteredLog: null, installed: true, today, now: today, asOf: false },
    },
    "zh-CN",
    surroundings,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const numbers: Numbers = await workOutNumbers(result.subject, surroundings);
  return { check: await resultOf(result.subject, surroundings), numbers };
}

async function open(
  language: "zh-CN" | "en" = "zh-CN",
  touches: readonly Touch[] = [],
  sheet: readonly (readonly CellValue[])[] = [headers, ...rows],
  targets: Readonly<Record<string, number>> = {},
) {
  const { check, numbers: found } = await checked(touches, sheet);
  const owners = found.schema.owners.map((owner) => ({ ...owner, monthTarget: targets[owner.name] ?? null }));
  const numbers: Numbers = { ...found, schema: { ...found.schema, owners } };
  const pane = renderPane({ installed: true, check }, { tab: "numbers", numbers, language, subject: numbers.subject });
  // The view is a script of its own: on a busy machine the first one takes its time.
  await screen.findByTestId("numbers", {}, { timeout: 20_000 });
  return pane;
}

test("the win rate stands with its counts and its interval, and the other ways to count it are a choice", async () => {
  await open();
  expect(await screen.findByTestId("number-winRate-closed")).toHaveTextContent("4/6 = 67%（30–90%）");
  await userEvent.selectOptions(screen.getByLabelText("赢单率的算法"), "strict");
  expect(screen.getByTestId("number-winRate-strict")).toHaveTextContent("4/7 = 57%");
  // Whose way it is, is told where it is explained.
  expect(screen.getByTestId("numbers-conversion")).not.toHaveTextContent(/Zoho|HubSpot|Salesforce/);
  await userEvent.click(screen.getByTestId("number-winRate-strict"));
  expect(screen.getByText("别处的叫法").nextSibling).toHaveTextContent("Zoho：Motivator");
});

test("fewer than five cases are counts only, and nobody is said to be better", async () => {
  await open();
  const [best] = within(await screen.findByTestId("numbers-people")).getAllByTestId("numbers-group");
  expect(best).toHaveTextContent("李敏");
  expect(best).toHaveTextContent("4/4");
  expect(best).not.toHaveTextContent("%");
  expect(best).toHaveTextContent("太少，只看个数");
});

test("a press shows definition, numerator, denominator and rows with their evidence; a row leads to its cell", async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByTestId("number-count-stale"));
  expect(screen.getByText(/没联系的天数超过/)).toBeVisible();
  expect(screen.getByText("分母").nextSibling).toHaveTextContent("2");
  const found = screen.getByTestId("number-row");
  expect(found).toHaveTextContent(/停滞：9 天 > 7 天（方案演示）/);
  expect(found).toHaveTextContent(/逾期：约好8月5日跟进，已过 2 天/);
  expect(found).toHaveTextContent(/最近一次真实沟通 7月29日 · 来自「最近联系日期」列，第 2 行/);
  await userEvent.click(found);
  expect(asked).toContainEqual(["select", "客户", { row: 1, column: 0, rows: 1, columns: 1 }]);
});

test("show in sheet goes from one block of rows to the next", async () => {
  const { asked } = await open();
  await userEvent.click(await screen.findByTestId("number-count-open"));
  await userEvent.click(screen.getByTestId("number-show"));
  expect(asked).toContainEqual(["select", "客户", { row: 1, column: 0, rows: 2, columns: headers.length }]);
  await userEvent.click(screen.getByTestId("number-back"));
  expect(await screen.findByTestId("number-count-open")).toHaveFocus();
});

test("the funnel says where its numbers are lower bounds; the amounts leave blanks out and count them", async () => {
  await open("en");
  const funnel = within(await screen.findByTestId("numbers-funnel"));
  expect(funnel.getByText(/≥ means at least/)).toBeVisible();
  const forecast = within(screen.getByTestId("numbers-forecast"));
  expect(forecast.getByTestId("number-withoutAmount-open")).toHaveTextContent("Open without amount 1");
  expect(forecast.getByTestId("number-withoutAmount-won")).toHaveTextContent("Won without amount 0");
  expect(within(screen.getByTestId("numbers-followUp")).getByText(/The follow-up log is empty/)).toBeVisible();
});

test("with too few decided customers and no set probability there is no forecast, and the reason stands there", async () => {
  await open();
  const forecast = within(await screen.findByTestId("numbers-forecast"));
  expect(forecast.getByTestId("number-weighted")).toHaveTextContent(
    /加权进行中金额 – 算不出来：已成交和流失的客户不到 20 个/,
  );
  expect(forecast.queryByText(/[1-9]\d?% ·/)).toBeNull();
});

test("stages without a limit say so, each with what history suggests; one press takes it into the Settings", async () => {
  const stays = ["甲", "乙", "丙", "丁", "戊"].map((name) =>
    touch({
      customerId: `C-${name}`,
      date: today - 40,
      fromStage: "方案演示",
      toStage: name === "戊" ? "流失" : "成交",
    }),
  );
  const sheet = [headers, ...rows].map((cells, at) => [...cells, at === 0 ? "进入阶段日期" : today - 30]);
  const { asked } = await open("zh-CN", stays, sheet);
  const limits = within(await screen.findByTestId("stuck-limits"));
  expect(limits.getByText(/还没有阶段设过“卡住”天数/)).toBeVisible();
  expect(screen.getByTestId("number-count-stuck")).toHaveTextContent("–");
  await userEvent.click(limits.getByRole("button", { name: /方案演示采用 30 天/ }));
  await waitFor(() =>
    expect(asked.map(([what]) => what)).toEqual(expect.arrayContaining(["previewSchema", "applySchema"])),
  );
});

test("where customers have an expected close the amount is told by it; without one nothing of it is shown", async () => {
  const closes = [today + 9, today - 3];
  // With 22 decided customers the team's own history says what a chance is.
  const decided = Array.from({ length: 16 }, (_, at) =>
    row(`结案${at}`, at % 2 === 0 ? "成交" : "流失", "李敏", "", today - 10, 1000),
  );
  const sheet = [headers, ...rows, ...decided].map((cells, at) => [
    ...cells,
    at === 0 ? "预计成交日期" : (closes[at - 1] ?? ""),
  ]);
  await open("zh-CN", [], sheet);
  expect(await screen.findByTestId("number-closing-thisMonth")).toHaveTextContent(/本月内 [1-9][\d.]*万 1 个客户/);
  expect(screen.getByTestId("number-closing-passed")).toHaveTextContent("预计日期已过 – 1 个客户，其中 1 个没填金额");
  await userEvent.click(screen.getByTestId("number-closing-thisMonth"));
  expect(screen.getByTestId("number-row")).toHaveTextContent("预计8月16日成交");
});

test("a list without expected closes has no such part", async () => {
  await open();
  await screen.findByTestId("numbers-forecast");
  expect(screen.queryByTestId("number-closing-undated")).toBeNull();
});

test("before a check the view says what will be here, and offers one", async () => {
  const { asked } = renderPane({ installed: true, check: null }, { tab: "numbers" });
  await userEvent.click(await screen.findByRole("button", { name: "检查这张表" }));
  expect(asked).toContainEqual(["check"]);
});

test("a period is told beside the one before it; each of its numbers opens its customers", async () => {
  await open();
  const section = within(await screen.findByTestId("numbers-period"));
  // Everybody was closed on Tuesday of last week.
  expect(section.getByRole("button", { name: "成交 · 本周 0" })).toBeVisible();
  expect(section.getByRole("button", { name: "赢单率 · 本周 –" })).toBeVisible();
  expect(section.getByRole("button", { name: "赢单率 · 上周 4/6 = 67%（30–90%）" })).toBeVisible();
  expect(section.getByText("上周（7月27日至8月2日）")).toBeVisible();
  const amount = section.getByRole("button", { name: "成交金额 · 上周 20万" });
  expect(amount).toHaveAttribute("title", "200,000");
  await userEvent.click(amount);
  expect(screen.getByTestId("number-value")).toHaveTextContent("200,000");
  expect(screen.getAllByTestId("number-row")).toHaveLength(4);
  expect(screen.getAllByTestId("number-row")[0]).toHaveTextContent("金额 50,000");
});

test("the period that was chosen stays chosen, and all time has nothing before it", async () => {
  await open("en");
  await userEvent.selectOptions(await screen.findByLabelText("Period"), "all");
  const section = within(screen.getByTestId("numbers-period"));
  expect(section.getByRole("button", { name: "Won · all time 4" })).toBeVisible();
  expect(section.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(["Figure", "All time"]);
  await userEvent.click(screen.getByTestId("tab-check"));
  await userEvent.click(screen.getByTestId("tab-numbers"));
  expect(await screen.findByLabelText("Period")).toHaveDisplayValue("All time");
});

test("wins without an amount are counted beside the sum, and what no period can count is said", async () => {
  const closed = rows.map((cells, at) => cells.map((cell, column) => (at === 2 && column === 5 ? "" : cell)));
  const undated = closed.map((cells, at) => cells.map((cell, column) => (at === 3 && column === 7 ? "" : cell)));
  await open("zh-CN", [], [headers, ...undated]);
  const section = within(await screen.findByTestId("numbers-period"));
  expect(section.getByRole("button", { name: "成交金额 · 上周 10万 另有 1 个没填金额" })).toBeVisible();
  expect(section.getByText("1 个成交或流失的客户没有关闭日期：只算在“全部时间”里。")).toBeVisible();
  await userEvent.click(section.getByRole("button", { name: /^成交金额 · 上周/ }));
  expect(screen.getByText("没算进去 1")).toBeVisible();
});

test("a sheet without stages says that it does not know who was won, not that nobody was", async () => {
  await open("zh-CN", [], without("阶段"));
  for (const way of ["closed", "created", "broad", "strict"]) {
    await userEvent.selectOptions(await screen.findByLabelText("赢单率的算法"), way);
    expect(screen.getByTestId(`number-winRate-${way}`)).toHaveTextContent("– 表里缺少相关的列或日期，算不出来");
  }
  await userEvent.selectOptions(screen.getByTestId("numbers-period-choice"), "all");
  expect(screen.getByTestId("number-period-won-all-now")).toHaveTextContent(/–/);
  expect(screen.getByTestId("number-period-won-all-now")).not.toHaveTextContent(/\d/);
  for (const age of [30, 60, 90]) expect(screen.getByTestId(`number-converted-${age}`)).toHaveTextContent(/–$/);
});

test("the strict win rate is not known where nobody can be seen to be stale", async () => {
  await open("en", [], without("最近联系日期"));
  await userEvent.selectOptions(await screen.findByTestId("win-rate-way"), "strict");
  expect(screen.getByTestId("number-winRate-strict")).toHaveTextContent(
    "– the sheet has no columns or dates that tell",
  );
  expect(screen.getByTestId("number-neglected")).toHaveTextContent(/^Of it stale or overdue\s*–$/);
});

test("a sheet without closing dates says that it does not know, not that nothing was won", async () => {
  await open("zh-CN", [], without("关闭日期"));
  const section = within(await screen.findByTestId("numbers-period"));
  expect(section.getByRole("button", { name: "成交 · 上周 –" })).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText("时段"), "all");
  expect(section.getByRole("button", { name: "成交 · 全部时间 4" })).toBeVisible();
});

describe("what each owner does", () => {
  const log = [
    touch({ customerId: "C-绿源食品", who: "王强", date: today - 1, row: 3 }),
    touch({ customerId: "C-绿源食品", who: "王强", date: today - 2, content: "", result: "未接通", row: 4 }),
  ];
  const nobodys = [headers, ...rows, row("无主公司", "方案演示", "", today - 20, today - 30, 10)];

  test("most overdue first, nobody's customers on a line of their own, and each number opens its rows", async () => {
    await open("zh-CN", log, nobodys);
    const section = within(await screen.findByTestId("numbers-people"));
    const lines = section.getAllByTestId("numbers-group");
    expect(lines.map(({ textContent }) => /^(未分配|李敏|王强)/.exec(textContent)?.[0])).toEqual([
      "未分配",
      "李敏",
      "王强",
    ]);
    expect(section.getByRole("button", { name: "未分配 逾期 1 最久逾期 20 天" })).toBeVisible();
    expect(section.getByRole("button", { name: "王强 联系次数 2 其中 1 次有内容" })).toBeVisible();
    expect(section.getByRole("button", { name: "王强 跟进覆盖率 1/1" })).toBeVisible();
    expect(section.getByRole("button", { name: "李敏 跟进覆盖率 0/1" })).toBeVisible();
    expect(section.getByRole("button", { name: "王强 按时跟进率 –" })).toBeVisible();
    await userEvent.click(section.getByRole("button", { name: /^王强 联系次数/ }));
    expect(screen.getByRole("heading", { name: "王强 · 联系次数 · 本周" })).toHaveFocus();
    expect(screen.getAllByTestId("number-row").map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("记录第 3 行"),
      expect.stringContaining("没有实质内容 · 记录第 4 行"),
    ]);
  });

  test("another order is a choice, and the period of the view is theirs too", async () => {
    await open("zh-CN", log, nobodys);
    const section = within(await screen.findByTestId("numbers-people"));
    await userEvent.selectOptions(section.getByLabelText("排序"), "closed");
    await userEvent.selectOptions(screen.getByLabelText("时段"), "all");
    expect(section.getAllByTestId("numbers-group")[0]).toHaveTextContent(/^李敏/);
    expect(section.getByRole("button", { name: "李敏 成交 4/4" })).toBeVisible();
    expect(section.getByText(/看的是全部时间，进行中和逾期看的是现在/)).toBeVisible();
  });

  test("a target of the month stands with what was won, what is missing and what that takes; its customers are a press away", async () => {
    // 2026-08-07 is the review day: what was closed ten days before it was no win of this month.
    const won = [...row("新签", "成交", "李敏", "", today - 3, 120_000)].map((cell, at) =>
      at === 7 ? today - 3 : cell,
    );
    const blank = [...row("没填的", "成交", "李敏", "", today - 3, "")].map((cell, at) => (at === 7 ? today : cell));
    await open("zh-CN", [], [headers, ...rows, won, blank], { 李敏: 150_000 });
    const section = within(await screen.findByTestId("numbers-people"));
    const line = section.getByRole("button", {
      name: "李敏 本月目标 12万/15万 = 80% 还差 3万 · 需拿下的比例 30% · 另有 1 个没填金额",
    });
    expect(section.queryByRole("button", { name: /^王强 本月目标/ })).toBeNull();
    expect(section.getByText("进行中 10万 · 成交 32万 · 另有 1 个没填金额")).toBeVisible();
    await userEvent.click(line);
    expect(screen.getByRole("heading", { name: "李敏 · 本月目标" })).toHaveFocus();
    expect(screen.getByTestId("number-value")).toHaveTextContent("120,000/150,000 = 80%");
    expect(screen.getAllByTestId("number-row").map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^新签.*金额 120,000/),
      expect.stringMatching(/^没填的/),
    ]);
  });

  test("an error among the amounts leaves the target and every sum unknown", async () => {
    const broken = rows.map((cells, at) => cells.map((cell, column) => (at === 6 && column === 5 ? "#N/A" : cell)));
    await open("en", [], [headers, ...broken], { 李敏: 150_000 });
    const section = within(await screen.findByTestId("numbers-people"));
    const name = "李敏 Target of the month –/150K Gap – · Needed of open –";
    expect(section.getByRole("button", { name })).toBeVisible();
    expect(section.getByText("open – · won –", { selector: "[title]" })).toHaveAttribute("title", "open – · won –");
    const period = within(screen.getByTestId("numbers-period"));
    expect(period.getByRole("button", { name: "Won amount · last week –" })).toBeVisible();
  });

  test("a row that cannot be read leaves what rests on the list unknown; what the log tells stays", async () => {
    await open("zh-CN", log, [headers, ...rows, row("错行", "#N/A", "李敏", today, today, 1)], { 王强: 150_000 });
    const section = within(await screen.findByTestId("numbers-people"));
    for (const name of ["王强 逾期 –", "王强 进行中 –", "王强 跟进覆盖率 –", "王强 成交 –"])
      expect(section.getByRole("button", { name })).toBeVisible();
    expect(section.getByRole("button", { name: /^王强 本月目标 –/ })).toBeVisible();
    expect(section.getByRole("button", { name: /^王强 联系次数 2/ })).toBeVisible();
    await userEvent.selectOptions(section.getByLabelText("按什么看"), "team");
    expect(section.getByRole("button", { name: "（没填） 进行中 –" })).toBeVisible();
  });

  test("without a log nothing stands as a zero", async () => {
    await open();
    const section = within(await screen.findByTestId("numbers-people"));
    expect(section.getByRole("button", { name: "李敏 联系次数 –" })).toBeVisible();
    expect(section.getByRole("button", { name: "李敏 跟进覆盖率 –" })).toBeVisible();
  });
});

describe("a filter", () => {
  test("all numbers and their rows follow it; it is said at each heading and cleared by one press", async () => {
    await open();
    await userEvent.selectOptions(await screen.findByLabelText("只看"), "王强");
    expect(await screen.findByText("共 8 个客户，下面只算其中 3 个")).toHaveRole("status");
    expect(screen.getByTestId("number-count-open")).toHaveTextContent(/^1/);
    expect(screen.getByTestId("number-count-won")).toHaveTextContent(/^0/);
    expect(screen.getByTestId("number-winRate-closed")).toHaveTextContent("0/2");
    expect(screen.getByRole("heading", { name: "现在 · 王强" })).toBeVisible();
    expect(within(screen.getByTestId("numbers-people")).getAllByTestId("numbers-group")).toHaveLength(1);
    await userEvent.click(screen.getByTestId("number-count-lost"));
    expect(screen.getAllByTestId("number-row").map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^戊 第 8 行/),
      expect.stringMatching(/^己 第 9 行/),
    ]);
    // It is in sight here too.
    await userEvent.click(screen.getByTestId("numbers-filter-clear"));
    expect(screen.getByTestId("number-value")).toHaveTextContent("2");
    await userEvent.click(screen.getByTestId("number-back"));
    expect(screen.getByTestId("number-count-open")).toHaveTextContent(/^2/);
    expect(screen.queryByTestId("numbers-filter-clear")).toBeNull();
  });

  test("clearing it leaves the focus on the choice, which keyboards go on from", async () => {
    await open();
    await userEvent.selectOptions(await screen.findByLabelText("只看"), "李敏");
    await userEvent.click(await screen.findByTestId("numbers-filter-clear"));
    expect(screen.getByLabelText("只看")).toHaveFocus();
    expect(screen.getByLabelText("只看")).toHaveDisplayValue("全部客户");
  });
});

describe("a page per owner to print", () => {
  /** The document that was made, read as a browser reads it. */
  async function pageOf(sheet: readonly (readonly CellValue[])[], only?: string): Promise<Document> {
    const { check, numbers } = await checked([], sheet);
    renderPane({ installed: true, check }, { tab: "numbers", numbers, canDownload: false });
    await screen.findByTestId("numbers", {}, { timeout: 20_000 });
    if (only !== undefined) {
      await userEvent.selectOptions(screen.getByLabelText("只看"), only);
      await screen.findByTestId("numbers-filter-clear");
    }
    await userEvent.click(screen.getByTestId("numbers-print"));
    const { value } = screen.getByTestId<HTMLTextAreaElement>("copy-by-hand");
    return new DOMParser().parseFromString(value, "text/html");
  }
  const textsOf = (within: ParentNode, selector: string) =>
    [...within.querySelectorAll(selector)].map(({ textContent }) => textContent);

  test("lists each owner's open customers, overdue ones first, in full amounts and dates", async () => {
    const late = row("更晚的", "方案演示", "李敏", today - 9, today - 12, 1_234_567);
    const page = await pageOf([headers, ...rows, late, row("没约的", "方案演示", "李敏", "", today - 1, "")]);
    expect(textsOf(page, "h1")).toEqual(["李敏 跟进单", "王强 跟进单"]);
    const first = page.querySelector("section")!;
    expect(textsOf(first, "h2")).toEqual(["进行中 3", "本周成交和流失 0"]);
    expect(textsOf(first, "tbody td:first-child")).toEqual(["更晚的", "远山能源", "没约的"]);
    expect(textsOf(first, "tbody tr:first-child td")).toEqual([
      ...["更晚的", "方案演示", "1,234,567", "2026-07-26", "2026-07-29逾期9天", ""],
    ]);
    expect(first.textContent).toContain("2 · 最久逾期 9 天");
  });

  test("says nothing of closed customers where the sheet has no stages", async () => {
    const page = await pageOf(without("阶段"));
    const counted = textsOf(page, "h2");
    expect(counted.length).toBeGreaterThan(0);
    for (const heading of counted) expect(heading).toMatch(/^进行中 \d+$/);
  });

  test("of a filter holds that owner alone, and markup in a name stays a name", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const page = await pageOf([headers, ...rows, row(evil, "方案演示", "王强", today - 1, today - 2, "")], "王强");
    expect(textsOf(page, "h1")).toEqual(["王强 跟进单"]);
    expect(page.querySelector("img")).toBeNull();
    expect(textsOf(page, "tbody td:first-child")[0]).toBe(evil);
  });
});

test("customers that rise and that cool are named with the log rows that say so", async () => {
  const said = (name: string, daysAgo: number, row: number, given: Partial<Touch> = {}) =>
    touch({ customerId: `C-${name}`, date: today - daysAgo, row, ...given });
  const log = [
    said("远山能源", 3, 12, { fromStage: "线索", toStage: "方案演示" }),
    said("绿源食品", 20, 7),
    said("甲", 20, 8),
  ];
  await open("zh-CN", log, [headers, row("新线索", "线索", "李敏", today, today, 1), ...rows]);
  const section = within(await screen.findByTestId("numbers-trends"));
  expect(section.getByTestId("number-trend-rising")).toHaveTextContent("↗ 上升 1");
  // 甲 is won: nobody has to be told that it is called less.
  expect(section.getByTestId("number-trend-cooling")).toHaveTextContent("↘ 降温 1");
  const [rising, cooling] = section.getAllByTestId("number-row");
  expect(rising).toHaveTextContent(
    /远山能源.*线索 → 方案演示 · 近 14 天有内容的联系 1 次，之前 14 天 0 次 · 记录第 12 行/,
  );
  expect(cooling).toHaveTextContent(/绿源食品.*近 14 天有内容的联系 0 次，之前 14 天 1 次 · 记录第 7 行/);
});

test("a month's rate has a name of its own for screen readers", async () => {
  await open();
  expect(
    await screen.findByRole("button", { name: "2026年6月首次联系的客户，赢单率 4/8 = 50%（22–78%）" }),
  ).toBeVisible();
});

describe("what is worth a question", () => {
  /** Six contacts of the week, written down on the eve of the review day, and one that somebody typed into the log. */
  const week = [
    ...Array.from({ length: 6 }, (_, index) =>
      touch({
        ...{ customerId: "C-绿源食品", who: "王强", content: `第${index}次`, row: 11 + index },
        ...{ date: today - 1 - index, enteredAt: today - 0.25 + index / 24 / 6 },
      }),
    ),
    touch({ customerId: "C-绿源食品", who: "王强", content: "", date: today - 5, row: 30 }),
  ];
  const move = (day: number, fromStage: string, toStage: string, row: number) =>
    touch({ customerId: "C-远山能源", date: day, fromStage, toStage, row });
  const thereAndBack = [move(today - 9, "方案演示", "合同谈判", 7), move(today - 5, "合同谈判", "方案演示", 8)];

  test("names the person, the share, and what could not be judged; a press shows entry and contact side by side", async () => {
    await open("zh-CN", week);
    const section = within(await screen.findByTestId("numbers-signals"));
    const line = section.getByTestId("number-personSignal-lastMinute-王强");
    expect(line).toHaveTextContent("王强 · 复盘前集中登记 6/7 = 86%");
    expect(line).toHaveTextContent("近 7 天 7 条联系，6 条在 24 小时内登记");
    expect(section.getByText(/^1 条联系没有录入时间（手工填的行）/)).toBeVisible();
    await userEvent.click(line);
    expect(screen.getByTestId("number-value")).toHaveTextContent("6/7 = 86%");
    expect(screen.getByText("分母").nextSibling).toHaveTextContent("7");
    const rows = screen.getAllByTestId("number-row");
    expect(rows).toHaveLength(7);
    expect(rows[1]).toHaveTextContent("绿源食品");
    expect(rows[1]).toHaveTextContent("8月5日联系，昨天 18:10 登记 · 记录第 12 行");
    expect(rows[6]).toHaveTextContent("没有录入时间 · 记录第 30 行");
  });

  test("a signal with no case has no line; one with a case says what was counted", async () => {
    await open("en", thereAndBack);
    const section = within(await screen.findByTestId("numbers-signals"));
    expect(section.getAllByRole("button").map((line) => line.textContent)).toEqual(["Stage there and back 1"]);
    await userEvent.click(section.getByTestId("number-signal-flipFlop"));
    expect(screen.getByTestId("number-row")).toHaveTextContent("there and back 1 time · log rows 7, 8");
  });

  test("similar words name the rows to hold them against", async () => {
    const said = "已经把报价单发给采购部等他们下周开会";
    const names = ["远山能源", "绿源食品", "甲"];
    const rows = names.map((name, index) =>
      touch({ customerId: `C-${name}`, content: said + ["", "讨论", "决定"][index]!, row: 5 + index }),
    );
    await open("zh-CN", rows);
    await userEvent.click(await screen.findByTestId("number-signal-similar"));
    expect(screen.getAllByTestId("number-row")[1]).toHaveTextContent("绿源食品");
    expect(screen.getAllByTestId("number-row")[1]).toHaveTextContent("内容相近 · 记录第 6 行，像第 5、7 行");
  });

  test("an empty log is no clean bill", async () => {
    await open();
    const section = within(await screen.findByTestId("numbers-signals"));
    expect(section.queryByRole("button")).toBeNull();
    expect(section.getByText(/跟进记录里还没有内容，只看了表里的日期/)).toBeVisible();
  });

  test("no text accuses anybody", () => {
    for (const texts of [numbersZhCN, numbersEn]) {
      const { signals, personSignals, signalsHint } = texts;
      const all = JSON.stringify([signals, personSignals, signalsHint]);
      expect(all).not.toMatch(/造假|作假|虚假|刷数据|fake|fraud|cheat|sandbag|lying/i);
    }
  });
});
