import { usualRules } from "../../../test/support/choices";
import { inMemorySession } from "../../../test/support/inMemorySession";
import { cellAt, inMemoryPort, newInMemoryWorkbook, put, sheetOf } from "../../../test/support/inMemoryWorkbook";
import { summaryValuesName } from "../../domain/summary/summaryValues";
import { parseReference } from "../../domain/workbook/reference";
import { absoluteAddress, type Area } from "../../domain/workbook/area";
import { refreshSummary } from "./refreshSummary";
import type { Progress } from "../ports";
import type { Numbers } from "./work";

const progress: Progress = { report: () => undefined, cancelled: () => false };
const today = 46_241;
const headers = ["客户名称", "销售阶段", "负责人", "下次跟进日期", "预计金额"];
const rows = [
  ["远山能源", "初步沟通", "李敏", today - 2, 120_000],
  ["绿源食品", "成交", "王强", "", 80_000],
];

async function setUpSummary() {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const port = inMemoryPort(book, today);
  const session = inMemorySession(port, today, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  await session.numbers.workOut();
  const numbers: Numbers = session.numbers.getState().numbers!;
  const placed = parseReference(book.names.get(summaryValuesName)!)!;
  return { book, port, numbers, sheet: sheetOf(book, placed.sheet), area: placed.area };
}

test("rows that somebody put in above the block do not keep its values from following, and stay as they are", async () => {
  const { book, port, numbers, sheet, area } = await setUpSummary();
  const contents = ({ row, column, rows: height, columns }: Area) =>
    Array.from({ length: height }, (_, r) =>
      Array.from({ length: columns }, (__, c) => cellAt(sheet, row + r, column + c)),
    );
  const before = contents(area);
  expect(before.flat().some((cell) => cell !== "")).toBe(true);
  // The pane has read the workbook; then two rows come in, of which one is somebody's own note.
  sheet.rows.splice(area.row, 0, [], []);
  put(sheet, area.row, area.column, "我的备注");
  const moved = { ...area, row: area.row + 2 };
  book.names.set(summaryValuesName, `=${absoluteAddress(sheet.name, moved)}`);
  const line = before.findIndex((cells) => cells.some((cell) => typeof cell === "number"));
  const column = before[line]?.findIndex((cell) => typeof cell === "number") ?? -1;
  expect([line, column]).not.toContain(-1);
  put(sheet, moved.row + line, moved.column + column, -1);

  const stands = await refreshSummary(port, numbers, { standing: null, mayGoBack: true }, progress);

  expect(stands).not.toBeNull();
  expect(contents(moved)).toEqual(before);
  const putIn = contents({ ...area, rows: 2 });
  expect(putIn.flat().filter((cell) => cell !== "")).toEqual(["我的备注"]);
});
