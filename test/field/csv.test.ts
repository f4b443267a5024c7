/** CSV files as programs and people leave them: what a user sees of each once it is open. */
import { readFileSync } from "node:fs";
import { openFile } from "../../src/workbench/files/openFile";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";

function open(field: string, language: "zh-CN" | "en") {
  const opened = openFile(new Uint8Array(readFileSync(sharedFile(`field/${field}/in.csv`))), "in.csv", language);
  if (!opened.ok) throw new Error(opened.message);
  const rows = opened.book.sheets[0]?.rows ?? [];
  const columnOf = (header: string): number =>
    rows.flatMap(({ cells }) => cells).find((cell) => cell.value === header)?.column ?? -1;
  const under = (header: string) =>
    rows.flatMap(({ cells }) => {
      const cell = cells.find(({ column }) => column === columnOf(header));
      return cell === undefined || cell.value === header ? [] : [cell.value];
    });
  return { rows, under, notice: opened.notice };
}

describeWith(sharedDataOf("field"))("CSV files as they lie there", () => {
  test("western European names are readable, and the assumed encoding is said", () => {
    const { under, notice } = open("01-csv-cp1252", "en");
    expect(under("Company")).toEqual(["Müller & Söhne GmbH", "Café Ñandú"]);
    expect(notice).toMatch(/Windows-1252/);
  });

  test("decimal commas are read by the column's evidence", () => {
    expect(open("02-csv-semicolon-decimal-comma", "en").under("Amount")).toEqual([12_500, 1250.5, 980]);
  });

  test("a phone whose digits are lost stays what the file says", () => {
    expect(open("04-csv-phone-scientific", "zh-CN").under("电话").slice(0, 3)).toEqual([
      "1.38E+10",
      "1.38E+10",
      "1.39001E+10",
    ]);
  });

  test("guarded phones and numbers are three texts each", () => {
    const { under } = open("05-csv-text-guard-formula", "zh-CN");
    expect(under("电话")).toEqual(["13800001001", "13800001002", "13800001003"]);
    expect(under("客户编号")).toEqual(["000123", "000124", "000125"]);
  });

  test("dates of month, day and year stay as written for the column to be judged", () => {
    const dates = open("06-csv-us-dates", "en").under("Close Date");
    expect(dates).toHaveLength(12);
    expect(dates[0]).toBe("2/4/2026");
  });

  test("footers and titles stay rows below and above the list", () => {
    const report = open("07-csv-salesforce-footer", "en");
    expect(report.under("Stage")).toHaveLength(8);
    expect(report.rows.at(-1)?.cells).toHaveLength(1);
    const titled = open("15-csv-title-rows", "zh-CN");
    expect(titled.rows[0]?.cells.map((cell) => cell.value)).toEqual(["某某公司客户跟进表"]);
    expect(titled.under("负责人")[0]).toBe("王磊");
  });

  test("UTF-16 without a mark opens", () => {
    expect(open("14-csv-utf16le-nobom", "en").under("Customer")).toEqual(["Sample A", "Sample B"]);
  });
});
