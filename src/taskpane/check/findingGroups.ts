import type { FieldId } from "../../domain/schema/field";
import type { Finding, RuleId, Severity } from "../../domain/rules/finding";

export interface FieldGroup {
  readonly field: FieldId;
  readonly header: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

export interface RuleGroup {
  readonly rule: RuleId;
  readonly count: number;
  readonly fields: readonly FieldGroup[];
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const ruleOrder: Readonly<Record<RuleId, number>> = { required: 0, date: 1, number: 2, list: 3, errorValue: 4 };

/** Findings by rule, then by column: what is required comes before what is only watched, then the larger group. */
export function groupFindings(findings: readonly Finding[]): readonly RuleGroup[] {
  const byRule = new Map<RuleId, Map<string, Finding[]>>();
  for (const finding of findings) {
    const columns = byRule.get(finding.reason.rule) ?? new Map<string, Finding[]>();
    byRule.set(finding.reason.rule, columns);
    const column = columns.get(finding.header);
    if (column === undefined) columns.set(finding.header, [finding]);
    else column.push(finding);
  }
  const groups: RuleGroup[] = [];
  for (const [rule, columns] of byRule) {
    const fields: FieldGroup[] = [];
    for (const [header, members] of columns) {
      const [first] = members;
      if (first) fields.push({ field: first.field, header, severity: first.severity, findings: members });
    }
    fields.sort(
      (a, b) => severityOrder[a.severity] - severityOrder[b.severity] || b.findings.length - a.findings.length,
    );
    groups.push({ rule, count: fields.reduce((sum, { findings: members }) => sum + members.length, 0), fields });
  }
  return groups.sort((a, b) => ruleOrder[a.rule] - ruleOrder[b.rule]);
}
