import { shareExcel, type SharedBook } from "../../../test/support/sharedExcel";
import type { Action } from "../../domain/workbook/action";
import type { ApplyResult } from "../../app/ports";
import { apply } from "./apply";

const sheet = "客户";
const area = { row: 1, column: 1, rows: 3, columns: 1 };
const fix: Action = {
  ...{ kind: "writeCells", sheet, area },
  cells: [[46_239], [null], [46_241]],
  expected: [["2026.8.5"], [null], ["2026.8.7"]],
};

async function applied(dates: readonly string[]): Promise<{ readonly result: ApplyResult; readonly dates: unknown[] }> {
  const rows = [["客户", "日期"], ...dates.map((date, index) => [`客户${index}`, date])];
  const book: SharedBook = { sheets: new Map([[sheet, rows]]), tables: [] };
  const { start, step } = shareExcel<"甲">(book, { grows: true, rangeUsed: "own" });
  let result: ApplyResult | null = null;
  start("甲", async () => {
    result = await apply([fix], { report: () => undefined, cancelled: () => false });
  });
  while (await step("甲"));
  if (!result) throw new Error("no result");
  return { result, dates: rows.slice(1).map(([, date]) => date) };
}

test("cells that are written because of what they hold are written while they hold it", async () => {
  expect(await applied(["2026.8.5", "下周", "2026.8.7"])).toEqual({
    result: { ok: true, value: 1 },
    dates: [46_239, "下周", 46_241],
  });
});

test("where rows have moved since nothing is written, not even into cells that still fit", async () => {
  const sorted = ["2026.8.5", "2026.8.7", "下周"];
  expect(await applied(sorted)).toEqual({
    result: { ok: false, fault: { code: "moved" }, aftermath: "unchanged" },
    dates: sorted,
  });
});
