import { screen, within } from "@testing-library/react";
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
import { numbersTexts } from "../text/load";
import { numbersText as numbersZhCN } from "../text/zh-CN/numbers";

beforeAll(() => Promise.all([import("./NumbersView"), numbersTexts.load("zh-CN"), numbersTexts.load("en")]));

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
      ...{ log: { touches, problems: [] }, filteredLog: null, installed: true, today, asOf: false },
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
) {
  const { check, numbers } = await checked(touches, sheet);
  const pane = renderPane({ installed: true, check }, { tab: "numbers", numbers, language });
  // The view is a script of its own: on a busy machine the first one takes its time.
  await screen.findByTestId("numbers", {}, { timeout: 20_000 });
  return pane;
}

test("the win rate stands with its counts and its interval, and the other ways to count it are a choice", async () => {
  await open();
  expect(await screen.findByTestId("number-winRate-closed")).toHaveTextContent("4/6 = 67%（30–90%）");
  await userEvent.selectOptions(screen.getByLabelText("赢单率的算法"), "strict");
  expect(screen.getByTestId("number-winRate-strict")).toHaveTextContent("4/7 = 57%");
  expect(screen.getByTestId("number-winRate-strict")).toHaveTextContent("Zoho：Motivator");
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
  expect(forecast.getByTestId("number-withoutAmount")).toHaveTextContent("No amount 1");
  expect(within(screen.getByTestId("numbers-followUp")).getByText(/The follow-up log is empty/)).toBeVisible();
});

test("where customers have an expected close the amount is told by it; without one nothing of it is shown", async () => {
  const closes = [today + 9, today - 3];
  const sheet = [headers, ...rows].map((cells, at) => [...cells, at === 0 ? "预计成交日期" : (closes[at - 1] ?? "")]);
  await open("zh-CN", [], sheet);
  expect(await screen.findByTestId("number-closing-thisMonth")).toHaveTextContent(/本月内 [1-9][\d,]* 1 个客户/);
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
