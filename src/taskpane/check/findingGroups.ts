import type { Finding, RuleId, Severity } from "../../domain/rules/finding";
import type { PaneText } from "../text/texts";

export const groupings = ["rule", "field", "row"] as const;
/** What the list of findings is ordered by. */
export type Grouping = (typeof groupings)[number];

export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  /** The loudest of its findings. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

const loudness: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Settings come first: what is wrong there turns the rest. */
const firstRules: readonly RuleId[] = ["settings", "columnMissing", "errorValue", "required"];

function keyOf(finding: Finding, by: Grouping): string {
  if (finding.reason.rule === "settings") return "settings";
  if (by === "rule") return finding.reason.rule;
  return by === "field" ? (finding.field ?? "") : String(finding.row);
}

function titleOf(finding: Finding, by: Grouping, texts: PaneText): string {
  const { reason, header, customer, row } = finding;
  if (by === "rule" || reason.rule === "settings") return texts.check.rule(reason.rule);
  if (by === "field") return header;
  return customer === "" ? texts.check.row(row) : `${customer} · ${texts.check.row(row)}`;
}

/**
 * Findings in groups. By rule and by field the louder groups come first, then the larger; by row they stay in sheet order.
 */
export function groupFindings(findings: readonly Finding[], by: Grouping, texts: PaneText): readonly FindingGroup[] {
  const members = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, by);
    const group = members.get(key);
    if (group === undefined) members.set(key, [finding]);
    else group.push(finding);
  }
  const groups = [...members].flatMap(([key, group]): readonly FindingGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const severity = group.reduce<Severity>(
      (worst, each) => (loudness[each.severity] < loudness[worst] ? each.severity : worst),
      first.severity,
    );
    return [{ key, title: titleOf(first, by, texts), severity, findings: group }];
  });
  if (by === "row") return groups;
  const place = ({ key }: FindingGroup) => {
    const at = firstRules.findIndex((rule) => rule === key);
    return at < 0 ? firstRules.length : at;
  };
  return groups.sort(
    (a, b) =>
      loudness[a.severity] - loudness[b.severity] || place(a) - place(b) || b.findings.length - a.findings.length,
  );
}

/** Findings in which the words stand: in the customer, the cell, the column, the value or the sentence. */
export function searchFindings(
  findings: readonly Finding[],
  search: string,
  sentence: (finding: Finding) => string,
): readonly Finding[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const { customer, cell, header, value } = finding;
    const text = `${customer} ${cell} ${header} ${String(value)} ${sentence(finding)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
