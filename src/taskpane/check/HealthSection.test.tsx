import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Health } from "../../app/health/work";
import type { HealthItem } from "../../domain/plan/healthItem";
import { checkResult, renderPane } from "../../../test/support/sessionStub";
import { healthText as healthEn } from "../text/en/health";
import { healthTexts } from "../text/load";
import { healthText as healthZhCN } from "../text/zh-CN/health";

beforeAll(() => Promise.all([import("./HealthSection"), healthTexts.load("zh-CN")]));

const lost: HealthItem = {
  damage: "missing",
  part: "validation",
  what: "阶段",
  place: { sheet: "客户", area: { row: 4, column: 1, rows: 2, columns: 1 } },
  count: 3,
};
const cut: HealthItem = { damage: "fragmented", part: "highlight", what: "", place: null, count: 2 };

function health(parts: Partial<Health> = {}): Health {
  return { items: [], left: [], refusal: null, ...parts };
}

function show(parts: Partial<Health>, repaired: number | null = null) {
  return renderPane(
    { installed: true, check: checkResult() },
    { tab: "check", health: { health: health(parts), repaired } },
  );
}

test("each fault says what and where, and one press repairs all of them", async () => {
  const { asked } = show({ items: [lost, cut] });
  const items = await screen.findAllByTestId("health-item");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    "「阶段」有 3 格没有了填写规则 · B5",
    "2 条颜色规则被拆散，或没有盖住所有行",
  ]);
  await userEvent.click(screen.getByRole("button", { name: "B5" }));
  await userEvent.click(screen.getByRole("button", { name: "全部修复" }));
  expect(asked).toEqual([["select", "客户", { row: 4, column: 1, rows: 1, columns: 1 }], ["health.repair"]]);
});

test("rules that are all in place are said to be", async () => {
  show({});
  expect(await screen.findByTestId("health-fine")).toHaveTextContent(/规则都在/);
  expect(screen.queryByTestId("health-repair")).toBeNull();
});

test("a filter that hides rows is named in place of a result", async () => {
  show({ refusal: { code: "filtered", sheet: "客户" } });
  expect(await screen.findByTestId("health")).toHaveTextContent(/筛选/);
  expect(screen.queryByTestId("health-fine")).toBeNull();
});

test("after a repair the number of places is said", async () => {
  show({}, 4);
  expect(await screen.findByTestId("health-done")).toHaveTextContent("已修复 4 处");
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
