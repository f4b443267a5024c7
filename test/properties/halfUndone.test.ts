/** A set-up of which Ctrl+Z took back the later part: the points at which it may have stopped. */
import { usualRules } from "../support/choices";
import { findFollowUps } from "../../src/domain/followUps/followUps";
import type { SetUpPlan } from "../../src/domain/plan/setUpPlan";
import type { Language } from "../../src/domain/values/language";
import { inMemorySession } from "../support/inMemorySession";
import {
  applyAll,
  inMemoryPort,
  newInMemoryWorkbook,
  sheetOf,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const lists = {
  "zh-CN": [
    ["客户名称", "销售阶段", "负责人", "下次跟进日期", "最近跟进日期", "预计金额", "备注"],
    ["远山能源科技", "方案演示", "李敏", reviewDay - 2, reviewDay - 9, 120_000, "老客户"],
    ["绿源食品", "成交", "王强", "", reviewDay - 30, 80_000, ""],
    ["金桥建设集团", "初步沟通", "李敏", reviewDay + 3, "", "", "要报价"],
  ],
  en: [
    ["Customer", "Stage", "Owner", "Next follow-up", "Last contact", "Amount", "Notes"],
    ["Acme", "Proposal", "Lee", reviewDay - 2, reviewDay - 9, 120_000, "old friend"],
    ["Globex", "Won", "Wang", "", reviewDay - 30, 80_000, ""],
    ["Initech", "Contacted", "Lee", reviewDay + 3, "", "", "wants a quote"],
  ],
} as const;

const open = (language: Language) => newInMemoryWorkbook("List", lists[language]);
const sessionOn = (book: InMemoryWorkbook, language: Language) =>
  inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);

async function planOn(book: InMemoryWorkbook, language: Language): Promise<SetUpPlan> {
  const session = sessionOn(book, language);
  await session.planSetUp(language, usualRules);
  expect(session.getState().problem).toBeNull();
  return session.getState().plan!;
}

const own = (book: InMemoryWorkbook, language: Language) =>
  sheetOf(book, "List")
    .rows.slice(0, lists[language].length)
    .map((row) => row.slice(0, lists[language][0].length));

describe.each<Language>(["zh-CN", "en"])("a set-up in %s that stopped halfway", (language) => {
  test("is told by Check wherever it stopped, and one press completes it with nothing of the owner's lost", async () => {
    const { actions } = await planOn(open(language), language);
    const named = new Set<string>();
    let installed = 0;
    for (let count = 1; count < actions.length; count += 1) {
      // Of several of a kind in a row the last is enough.
      if (actions[count]?.kind === actions[count - 1]?.kind) continue;
      const book = open(language);
      const before = structuredClone(own(book, language));
      applyAll(book, actions.slice(0, count));
      if (!findFollowUps(book)) continue;
      installed += 1;
      const session = sessionOn(book, language);
      await session.check();
      await session.health.look();
      const found = session.health.getState().health!;
      expect({ count, refusal: found.refusal }).toEqual({ count, refusal: null });
      for (const { part } of found.items) named.add(part);
      const left = (await planOn(book, language)).actions.length;
      expect({ count, named: found.items.length > 0 }).toEqual({ count, named: left > 0 });
      await session.health.repair();
      expect(session.health.getState().problem).toBeNull();
      expect({ count, left: (await planOn(book, language)).actions }).toEqual({ count, left: [] });
      expect(own(book, language)).toEqual(before);
    }
    expect(installed).toBeGreaterThan(10);
    expect([...named].sort()).toEqual([
      "formula",
      "furthest",
      "highlight",
      "id",
      "log",
      "name",
      "summary",
      "validation",
    ]);
  });
});
