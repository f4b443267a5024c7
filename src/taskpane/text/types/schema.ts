import type { ImportProblem } from "../../../domain/exchange/descriptor";
import type { DriftAnswer } from "../../../domain/install/planDrift";
import type { SettingsProblem } from "../../../domain/plan/settingsIssue";
import type { DraftChange, DraftProblem, Part } from "../../../domain/schema/draft";
import type { Drift } from "../../../domain/settings/drift";

/**
 * The view of fields and rules. Names of properties, kinds and levels are no part of it: they stand in the Settings tables too
 * and come from the workbook's text.
 */
export interface SchemaText {
  readonly open: string;
  readonly openHint: string;
  readonly back: string;
  readonly heading: string;
  readonly intro: string;
  readonly part: (part: Part | "calendar") => string;
  readonly count: (count: number) => string;
  readonly dormant: (count: number) => string;
  readonly issues: (count: number) => string;
  /** What is wrong in a Settings table, by the table's and the field's name. */
  readonly issue: (problem: SettingsProblem, table: string, field: string) => string;
  readonly goTo: (cell: string) => string;
  readonly tighten: (count: number) => string;
  readonly proposal: (header: string, clean: number, customers: number, percent: number) => string;
  readonly raise: (level: string) => string;
  readonly addField: string;
  readonly fieldName: string;
  readonly own: string;
  readonly column: string;
  readonly newColumn: (header: string) => string;
  readonly unusedColumn: (header: string) => string;
  readonly noColumn: string;
  readonly unnamed: string;
  readonly fixed: string;
  readonly failing: (count: number, customers: number) => string;
  readonly failingRows: string;
  readonly observeNote: string;
  readonly warnNote: string;
  readonly requireNote: string;
  readonly when: string;
  /** Said above conditions of which any one is enough, and above those that have to hold at once. */
  readonly anyOf: string;
  readonly allOf: (number: number) => string;
  readonly addAll: string;
  readonly removeAll: (number: number) => string;
  /** The state of a customer, as one of the conditions that have to hold at once. */
  readonly state: string;
  readonly notAsked: string;
  readonly noStage: string;
  readonly oneOf: string;
  readonly rules: string;
  readonly noList: string;
  readonly patternHint: string;
  readonly remove: (name: string) => string;
  readonly removeKeeps: string;
  readonly up: (name: string) => string;
  readonly down: (name: string) => string;
  readonly add: string;
  readonly empty: string;
  readonly entries: (name: string) => string;
  readonly newName: (number: number) => string;
  readonly days: (what: string) => string;
  readonly badDays: (lines: readonly string[]) => string;
  readonly renameRows: string;
  readonly draft: (count: number) => string;
  readonly preview: string;
  readonly drop: string;
  readonly apply: string;
  readonly applied: (count: number) => string;
  /**
   * One change of the draft.
   * @param name what was changed; blank for a part as a whole
   * @param keys names of the properties that changed
   */
  readonly change: (change: DraftChange, name: string, keys: readonly string[]) => string;
  readonly renamed: (from: string, to: string, cells: number) => string;
  /** Rows that a draft would make fail, beside those that fail now. */
  readonly aheadFailing: (header: string, before: number, after: number) => string;
  readonly aheadStale: (before: number, after: number) => string;
  readonly aheadStuck: (before: number, after: number) => string;
  /** Customers of a removed entry that go to another one. */
  readonly moved: (from: string, to: string, cells: number) => string;
  /** The questions where the customers of removed entries go. */
  readonly moves: string;
  readonly moveFrom: (from: string, customers: number) => string;
  readonly moveChoose: string;
  readonly moveLeave: string;
  readonly newColumns: (headers: readonly string[]) => string;
  readonly draftProblem: (problem: DraftProblem, name: string) => string;
  readonly exportSchema: string;
  readonly copied: string;
  readonly importSchema: string;
  readonly imported: string;
  readonly sameAsNow: string;
  readonly notMapped: (items: readonly string[]) => string;
  readonly importProblem: (problem: ImportProblem) => string;
  /** A table or column that was renamed or deleted behind the add-in's back, and what can be done about it. */
  readonly drift: (drift: Drift) => string;
  readonly driftAnswer: (answer: DriftAnswer, drift: Drift) => string;
  readonly driftLater: string;
}
