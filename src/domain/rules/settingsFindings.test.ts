import type { SettingsIssue } from "../plan/settingsIssue";
import { settingsFindings } from "./settingsFindings";

const issue = (problem: SettingsIssue["problem"], cell: string | null = "B12"): SettingsIssue => ({
  ...{ problem, table: "fields", sheet: cell === null ? null : "设置", cell },
});

test("what cannot be read in the Settings leads to its cell, with what stands there", () => {
  expect(settingsFindings([issue({ kind: "notANumber", value: "七天" })])).toEqual([
    {
      reason: { rule: "settings", issue: issue({ kind: "notANumber", value: "七天" }) },
      severity: "warning",
      sheet: "设置",
      cell: "B12",
      row: 12,
      field: null,
      header: "",
      value: "七天",
      customer: "",
    },
  ]);
});

test("what has gone leads nowhere, and is loud: all of it is lost", () => {
  expect(settingsFindings([issue({ kind: "tableMissing" }, null)])).toMatchObject([
    { severity: "error", sheet: "", cell: "", row: 0, value: "" },
  ]);
});
