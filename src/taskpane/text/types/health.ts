import type { HealthItem } from "../../../domain/plan/healthItem";
import type { SettingsTable } from "../../../domain/schema/settingsNames";

/** What became of the rules that were installed in the sheet. */
export interface HealthText {
  readonly label: string;
  readonly healthy: string;
  readonly heading: (count: number) => string;
  readonly why: string;
  /** One thing that is not as it was installed: what is affected, what people see of it, what the repair does. */
  readonly item: (found: HealthItem) => string;
  readonly more: (count: number) => string;
  readonly repair: string;
  /** Places in the Settings that only a person can put right. */
  readonly left: (count: number) => string;
  /** A cell of the Settings that cannot be read and of which nothing is remembered, asked about; the entry is blank for none. */
  readonly ask: (entry: string, column: string, typed: string) => string;
  readonly askHint: string;
  readonly choose: string;
  /** What was said for a number is none. */
  readonly noNumber: string;
  readonly goneHeading: (count: number) => string;
  readonly goneWhy: string;
  /** An entry that was deleted from the Settings; `list` is the list that it was an entry of, null for none. */
  readonly gone: (table: SettingsTable, name: string, list: string | null) => string;
  readonly putBack: (count: number) => string;
  readonly letGo: string;
  readonly done: (count: number) => string;
}
