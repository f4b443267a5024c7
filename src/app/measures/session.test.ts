import { createNumbersSession } from "./session";
import { workOutNumbers, type Numbers } from "./work";
import type { Subject } from "../subject";
import type { CellValue } from "../../domain/values/value";
import { subjectOf, resultOf } from "../check";
import { bookSnapshot, inMemorySurroundings, newInMemoryWorkbook } from "../../../test/support/inMemoryWorkbook";

const today = 46_241;
const headers = ["客户名称", "阶段", "负责人", "下次跟进日期", "金额", "客户编号"];

async function subjectFrom(rows: readonly (readonly CellValue[])[], installed = true): Promise<Subject> {
  const surroundings = inMemorySurroundings(today);
  const values = [headers, ...rows];
  const book = bookSnapshot(newInMemoryWorkbook("客户", values));
  const area = { row: 0, column: 0, rows: values.length, columns: headers.length };
  const grid = { sheet: "客户", area, values };
  const result = await subjectOf(
    {
      ...{ book, sheet: { sheet: book.sheets[0]!, used: area, merged: [], filtered: false, autoFilter: false, grid } },
      ...{ settings: null, inForce: null, log: null, filteredLog: null, installed, today, now: today, asOf: false },
    },
    "zh-CN",
    surroundings,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.subject;
}

const rows = [
  ["远山", "方案", "李敏", today - 2, 100, "C1"],
  ["绿源", "方案", "王强", today - 1, 50, "C2"],
  ["甲", "成交", "李敏", "", 70, "C3"],
];

test("a filter follows each check; what the Summary is written from stays that of all customers", async () => {
  let subject = await subjectFrom(rows);
  const session = createNumbersSession({ subject: () => subject, surroundings: inMemorySurroundings(today) });
  await session.narrow({ by: "owner", name: "李敏" });
  await session.workOut();
  expect(session.getState().narrowed?.figures.key).toMatchObject({ open: 1, overdue: 1, won: 1 });
  expect(session.getState().numbers?.measures.customers).toHaveLength(3);
  subject = await subjectFrom([...rows, ["新客", "方案", "李敏", today - 3, "", "C4"]]);
  await session.workOut();
  expect(session.getState().narrowed?.figures.key.open).toBe(2);
  await session.narrow(null);
  expect(session.getState()).toMatchObject({ filter: null, narrowed: null });
  expect(session.getState().numbers?.measures.customers).toHaveLength(4);
});

test("a list that nobody set up gives the same counts in Numbers as in the check, though a stage has a space behind it", async () => {
  const subject = await subjectFrom(
    rows.map((row) => row.map((cell) => (cell === "成交" ? "成交 " : cell))),
    false,
  );
  const surroundings = inMemorySurroundings(today);
  const numbers: Numbers = await workOutNumbers(subject, surroundings);
  const { figures } = await resultOf(subject, surroundings);
  expect(figures.key.won).toBe(1);
  expect(numbers.measures.winRates.closed).toMatchObject({ part: 1, whole: 1 });
});
