import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import { inMemoryPort, inMemorySurroundings, newInMemoryWorkbook } from "../../../test/support/inMemoryWorkbook";
import { reviewDay } from "../../../test/support/sheets";
import type { WorkbookPort } from "../ports";
import { createSession } from "./createSession";

const rows = [
  ["客户名称", "销售阶段", "负责人", "下次跟进日期", "预计金额"],
  ["远山能源科技", "方案演示", "李敏", reviewDay - 2, 120_000],
  ["绿源食品", "成交", "王强", "", 80_000],
];

test.each([
  ["brings the Summary's values to the day", false],
  ["writes nothing where that would cost the person the steps of Ctrl+Z", true],
])("a workbook that is opened on a later day %s", async (_what, writesEndUndo) => {
  const book = newInMemoryWorkbook("客户", rows);
  const first = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await first.planSetUp("zh-CN", usualRules);
  await first.applySetUp();
  const day = reviewDay + 3;
  const port = inMemoryPort(book, day);
  const apply = jest.fn<ReturnType<WorkbookPort["apply"]>, Parameters<WorkbookPort["apply"]>>(port.apply);
  const session = createSession({ ...port, apply }, { ...inMemorySurroundings(day), writesEndUndo }, "zh-CN");
  await session.open();
  // What was begun before it has ended when this has.
  await session.check();
  await session.close();
  expect(apply.mock.calls.length > 0).toBe(!writesEndUndo);
});
