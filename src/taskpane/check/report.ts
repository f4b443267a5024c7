import type { FieldId } from "../../domain/schema/fieldIds";
import type { CheckResult } from "../../app/subject";
import type { CellValue } from "../../domain/values/value";
import { isoOfSerial } from "../../domain/values/date";
import { figureKeys, figureNames } from "../../domain/measures/figures";
import type { RuleId, Severity } from "../../domain/rules/finding";
import type { PaneText } from "../text/texts";
import { findingWords } from "./findingWords";

/** A check as a file for other programs. */
export interface Report {
  readonly sheet: string;
  /** Review day, ISO. */
  readonly today: string;
  readonly findings: readonly {
    readonly sheet: string;
    readonly cell: string;
    readonly row: number;
    /** Null for what belongs to no field. */
    readonly field: FieldId | null;
    readonly header: string;
    readonly rule: RuleId;
    readonly value: CellValue;
    readonly message: string;
    readonly severity: Severity;
  }[];
  /** Key figures under their defined names; null where nothing was measured. */
  readonly figures: Readonly<Record<string, number | null>>;
}

export function reportOf(check: CheckResult, texts: PaneText): Report {
  const words = findingWords(check, texts);
  return {
    sheet: check.sheet,
    today: isoOfSerial(check.today, check.system),
    findings: check.findings.map((finding) => ({
      sheet: finding.sheet,
      cell: finding.cell,
      row: finding.row,
      field: finding.field,
      header: finding.header,
      rule: finding.reason.rule,
      value: finding.value,
      message: texts.check.finding(finding, words),
      severity: finding.severity,
    })),
    figures: Object.fromEntries(figureKeys.map((key) => [figureNames[key], check.figures.key[key]])),
  };
}

export function reportFileName(check: CheckResult): string {
  return `follow-up-check-${isoOfSerial(check.today, check.system)}.json`;
}
