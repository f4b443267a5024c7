import type { Finding, RuleId, Severity } from "../../../domain/rules/finding";
import type { FieldId } from "../../../domain/schema/fieldIds";
import type { CellValue } from "../../../domain/values/value";

/** What a sentence about a finding has to look up. */
export interface FindingWords {
  /** A serial as a day in full. */
  readonly day: (serial: number) => string;
  /** A field's value as people of the team write it; a day is written by `day`. */
  readonly value: (id: FieldId | null, value: CellValue) => string;
  /** The team's header of a field, else the field's own name. */
  readonly field: (id: FieldId) => string;
}

/** Findings in words. */
export interface FindingsText {
  /** What a rule is called above its findings. */
  readonly rule: (rule: RuleId) => string;
  /** One finding: what is wrong, where, and what to do. */
  readonly finding: (finding: Finding, words: FindingWords) => string;
}

/** The Check view. */
export interface CheckText extends FindingsText {
  readonly heading: string;
  /** What is to be fixed and of how many kinds, then what is only worth knowing. */
  readonly summary: (toFix: number, kinds: number, notes: number) => string;
  readonly clean: (rows: number) => string;
  /** How many of the open customers are past their next date. */
  readonly overdue: (open: number, overdue: number) => string;
  /** Columns without which nobody can say that all is well. */
  readonly undecided: (fields: readonly string[]) => string;
  readonly sheet: (name: string, rows: number) => string;
  readonly run: string;
  readonly severity: (severity: Severity) => string;
  readonly row: (row: number) => string;
  readonly groupBy: string;
  readonly grouping: Readonly<Record<"rule" | "field" | "row", string>>;
  readonly search: string;
  readonly noneFound: (search: string) => string;
  readonly found: (count: number) => string;
  readonly keys: string;
  readonly more: (count: number) => string;
  readonly moreGroups: (count: number) => string;
  readonly exportReport: string;
  readonly copied: string;
  readonly next: string;
  readonly setUp: string;
}
