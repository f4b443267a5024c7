import { checkResult, finding } from "../sessionStub";
import { en } from "../text/en";
import { reportOf } from "./report";

test("the report gives each finding its sentence and each figure its name in the workbook", () => {
  const odd = { ...finding("G16", "金桥建设集团", { rule: "date" as const, reads: 46249 }), value: "2026.8.15" };
  const report = reportOf(checkResult({ findings: [odd] }), en);
  expect(report.today).toBe("2026-08-07");
  expect(report.findings).toEqual([
    {
      sheet: "客户",
      cell: "G16",
      row: 16,
      field: "nextDate",
      header: "下次跟进日期",
      rule: "date",
      value: "2026.8.15",
      message: "“下次跟进日期” holds the text “2026.8.15”: please enter it as the date 15 Aug 2026",
      severity: "error",
    },
  ]);
  expect(report.figures).toMatchObject({ FU_Open: 10, FU_WinRate: 0.6, FU_Overdue: 3, FU_PipelineAmount: null });
  expect(Object.keys(report.figures)).toHaveLength(12);
});
