import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, put, sheetOf } from "../../../test/support/inMemoryWorkbook";
import { fixKinds } from "../../domain/rules/planFixes";
import { fail } from "../fault";
import type { WorkbookPort } from "../ports";

const today = 46_241;
const headers = ["客户名称", "销售阶段", "负责人", "下次跟进日期", "预计金额"];

/** A list that is set up, in an Excel that refuses the next change where `refuse` was called. */
async function setUpList() {
  const book = newInMemoryWorkbook("客户", [headers, ["远山能源", "初步沟通", "李敏", today + 2, 120_000]]);
  const paper = inMemoryPort(book, today);
  let refused = false;
  const port: WorkbookPort = {
    ...paper,
    apply: (...given) => {
      if (!refused) return paper.apply(...given);
      refused = false;
      return Promise.resolve({ ...fail({ code: "protected", sheet: "客户" }), aftermath: "unchanged" });
    },
  };
  const session = inMemorySession(port, today, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  return { book, session, refuse: () => (refused = true) };
}

const isProtected = { kind: "fault", fault: { code: "protected", sheet: "客户" }, aftermath: "unchanged" };

test("fixes that Excel refused are carried out by trying again, and taking them back likewise", async () => {
  const { book, session, refuse } = await setUpList();
  const list = sheetOf(book, "客户");
  const column = list.rows[0]!.indexOf("下次跟进日期");
  put(list, 1, column, "2026-08-12");
  await session.check();
  refuse();
  await session.fix.apply(fixKinds);
  expect(session.fix.getState()).toMatchObject({ working: false, receipt: null, problem: isProtected });
  expect(cellAt(list, 1, column)).toBe("2026-08-12");

  await session.fix.again();
  expect(session.fix.getState()).toMatchObject({ receipt: { fixed: 1, reverted: null }, problem: null });
  expect(cellAt(list, 1, column)).toBe(today + 5);

  refuse();
  await session.fix.revert();
  expect(session.fix.getState()).toMatchObject({ receipt: { reverted: null }, problem: isProtected });
  await session.fix.again();
  expect(session.fix.getState()).toMatchObject({ receipt: { reverted: { restored: 1, kept: 0 } }, problem: null });
  expect(cellAt(list, 1, column)).toBe("2026-08-12");
});

test("a repair that Excel refused is done by trying again", async () => {
  const { book, session, refuse } = await setUpList();
  const list = sheetOf(book, "客户");
  const installed = list.highlights.length;
  list.highlights = [];
  await session.check();
  await session.health.look();
  expect(session.health.getState().health?.items).not.toEqual([]);
  refuse();
  await session.health.repair();
  expect(session.health.getState()).toMatchObject({ working: false, repaired: null, problem: isProtected });
  expect(list.highlights).toEqual([]);

  await session.health.repairAgain();
  expect(session.health.getState().problem).toBeNull();
  expect(session.health.getState().repaired?.places).toBeGreaterThan(0);
  expect(list.highlights).toHaveLength(installed);
});
