import type { HealthItem } from "../../../domain/plan/healthItem";

/** What became of the rules that were installed in the sheet. */
export interface HealthText {
  readonly label: string;
  readonly healthy: string;
  readonly heading: (count: number) => string;
  readonly why: string;
  /** One thing that is not as it was installed. */
  readonly item: (found: HealthItem) => string;
  readonly more: (count: number) => string;
  readonly repair: string;
  /** Places in the Settings that only a person can put right. */
  readonly left: (count: number) => string;
  readonly done: (count: number) => string;
  readonly close: string;
}
