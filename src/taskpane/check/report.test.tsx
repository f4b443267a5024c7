import { figureNames } from "../../domain/measures/figures";
import { checkResult, finding } from "../../../test/support/sessionStub";
import { paneText as en } from "../text/en/pane";
import { reportOf } from "./report";

test("the report gives each finding its sentence and each figure its name in the workbook", () => {
  const odd = { ...finding("G16", "金桥建设集团", { rule: "textDate" as const, repaired: 46249 }), value: "2026.8.15" };
  const report = reportOf(checkResult({ findings: [odd] }), en);
  expect(report.today).toBe("2026-08-07");
  expect(report.findings).toEqual([
    {
      sheet: "客户",
      cell: "G16",
      row: 16,
      field: "nextDate",
      header: "下次跟进日期",
      rule: "textDate",
      value: "2026.8.15",
      message: "“下次跟进日期” holds the date “2026.8.15” as text; it should be 15 Aug 2026, and Fix can do that",
      severity: "error",
    },
  ]);
  expect(report.figures).toMatchObject({ FU_Open: 10, FU_WinRate: 0.6, FU_Overdue: 3, FU_PipelineAmount: null });
  // All that the workbook has: a program that reads both finds each figure twice.
  expect(Object.keys(report.figures).sort()).toEqual(Object.values(figureNames).sort());
});
