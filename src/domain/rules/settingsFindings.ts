import type { SettingsIssue } from "../plan/settingsIssue";
import type { Finding, Severity } from "./finding";

/** What a missing table or column says is lost for every row; anything else only in its own place. */
const severities: Readonly<Record<SettingsIssue["problem"]["kind"], Severity>> = {
  tableMissing: "error",
  columnMissing: "error",
  fieldMissing: "warning",
  unknownWord: "warning",
  notANumber: "warning",
  notADate: "warning",
  duplicate: "warning",
  unreadableCondition: "warning",
  unknownName: "warning",
  gap: "warning",
  noWeekend: "info",
};

/** What cannot be read in the Settings, as findings that lead to its cell. */
export function settingsFindings(issues: readonly SettingsIssue[]): readonly Finding[] {
  return issues.map((issue) => ({
    reason: { rule: "settings", issue },
    severity: severities[issue.problem.kind],
    sheet: issue.sheet ?? "",
    cell: issue.cell ?? "",
    row: Number(/\d+$/.exec(issue.cell ?? "")?.[0] ?? 0),
    field: null,
    header: "",
    value: "value" in issue.problem ? issue.problem.value : "",
    customer: "",
  }));
}
