import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Health } from "../../app/health/work";
import type { HealthItem } from "../../domain/plan/healthItem";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import type { GoneEntry } from "../../domain/settings/memory";
import { checkResult, renderPane } from "../../../test/support/sessionStub";
import { healthText as healthEn } from "../text/en/health";
import { healthText as healthZhCN } from "../text/zh-CN/health";

beforeAll(() => Promise.all([import("./HealthSection"), import("../result/ResultBar")]));

const lost: HealthItem = {
  damage: "missing",
  part: "validation",
  what: "阶段",
  place: { sheet: "客户", area: { row: 4, column: 1, rows: 2, columns: 1 } },
  count: 3,
};
const cut: HealthItem = { damage: "fragmented", part: "highlight", what: "", place: null, count: 2 };

function health(parts: Partial<Health> = {}): Health {
  return { items: [], left: [], asks: [], gone: [], refusal: null, ...parts };
}

function show(parts: Partial<Health>, places: number | null = null) {
  return renderPane(
    { installed: true, check: checkResult() },
    { tab: "check", health: { health: health(parts), repaired: places === null ? null : { places } } },
  );
}

test("each fault says what and where, and one press repairs all of them", async () => {
  const { asked } = show({ items: [lost, cut] });
  const items = await screen.findAllByTestId("health-item");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "「阶段」有 3 格丢了填写规则，现在什么都能填。修复会补上 · B5",
    "2 条颜色规则被拆散，或没有盖住所有行，有的行不变色。修复会合回一条",
  ]);
  await userEvent.click(screen.getByRole("button", { name: "B5" }));
  await userEvent.click(screen.getByRole("button", { name: "全部修复" }));
  expect(asked).toEqual([
    ["select", "客户", { row: 4, column: 1, rows: 1, columns: 1 }],
    ["health.repair", new Map()],
  ]);
});

test("rules that are all in place are said to be", async () => {
  show({});
  expect(await screen.findByTestId("health-fine")).toHaveTextContent(/规则都在/);
  expect(screen.queryByTestId("health-repair")).toBeNull();
});

const unreadable: SettingsIssue = {
  problem: { kind: "notANumber", value: "three" },
  table: "stages",
  sheet: "跟进设置",
  cell: "P9",
  at: { entry: "方案演示", column: "staleDays" },
};

test("a repair says what each cell of the Settings held and will hold", async () => {
  const change = { entry: "方案演示", from: "three", to: 7, source: "remembered" } as const;
  show({ items: [{ damage: "altered", part: "settingsCell", what: "停滞天数", place: null, count: 1, change }] });
  expect(await screen.findByTestId("health-item")).toHaveTextContent(
    "设置里「方案演示」的“停滞天数”读不出：“three” → 7（上次能读的值）",
  );
});

test("a cell of which nothing is known is asked about with nothing preset, and stays until somebody says", async () => {
  const { asked } = show({ asks: [unreadable] });
  const input = await screen.findByRole("textbox", { name: /「方案演示」的“停滞天数”写着“three”/ });
  expect(input).toHaveValue("");
  const repair = screen.getByRole("button", { name: "全部修复" });
  await userEvent.click(repair);
  await userEvent.type(input, "七");
  expect(screen.getByText("这不是数字。")).toBeVisible();
  await userEvent.click(repair);
  expect(asked).toEqual([]);
  await userEvent.clear(input);
  await userEvent.type(input, "7");
  await userEvent.click(repair);
  expect(asked).toEqual([["health.repair", new Map([["stages staleDays 方案演示", 7]])]]);
});

test("entries that were deleted are named, and one press puts all of them back", async () => {
  const gone: GoneEntry[] = [
    { table: "stages", key: "方案演示", name: "方案演示", list: null },
    { table: "holidays", key: "46296/", name: 46296, list: null },
    { table: "lists", key: '["source","展会"]', name: "展会", list: "source" },
  ];
  const { asked } = show({ gone });
  const list = await screen.findByTestId("settings-gone");
  expect(list).toHaveTextContent("阶段「方案演示」");
  expect(list).toHaveTextContent("休息日或补班日「2026-10-01」");
  expect(list).toHaveTextContent("列表“来源”里的「展会」");
  await userEvent.click(screen.getByRole("button", { name: "全部放回（3 项）" }));
  await userEvent.click(screen.getByRole("button", { name: "是有意删的" }));
  expect(asked).toEqual([
    ["putBack", gone],
    ["letGo", gone],
  ]);
});

test("a filter that hides rows is named in place of a result", async () => {
  show({ refusal: { code: "filtered", sheet: "客户" } });
  expect(await screen.findByTestId("health")).toHaveTextContent(/筛选/);
  expect(screen.queryByTestId("health-fine")).toBeNull();
});

test("after a repair the number of places is said, until something broke anew", async () => {
  show({}, 4);
  expect(await screen.findByTestId("health-done")).toHaveTextContent("已修复 4 处");
  cleanup();
  show({ items: [lost] }, 4);
  expect(await screen.findByTestId("health-item")).toBeVisible();
  expect(screen.queryByTestId("health-done")).not.toBeInTheDocument();
});

const kinds: readonly Pick<HealthItem, "part" | "damage">[] = [
  ...(["missing", "altered", "fragmented"] as const).map((damage) => ({ part: "validation", damage }) as const),
  ...(["missing", "doubled", "fragmented", "altered"] as const).map(
    (damage) => ({ part: "highlight", damage }) as const,
  ),
  ...(["missing", "overwritten", "altered"] as const).map((damage) => ({ part: "formula", damage }) as const),
  ...(["missing", "pointsElsewhere"] as const).map((damage) => ({ part: "name", damage }) as const),
  ...(["missing", "altered"] as const).map((damage) => ({ part: "summary", damage }) as const),
  { part: "log", damage: "missing" },
  { part: "settingsSheet", damage: "missing" },
  { part: "settingsTable", damage: "missing" },
  ...(["missing", "fragmented", "altered"] as const).map((damage) => ({ part: "settingsCell", damage }) as const),
];

test.each([healthZhCN, healthEn])("no two kinds of damage read the same", (words) => {
  const sentences = kinds.map((kind) => words.item({ ...lost, ...kind, what: "FollowUpStages" }));
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN/);
});
