import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { SettingsTable } from "../schema/settingsNames";

/** What is wrong in the Settings, as data. What cannot be read is taken as the default meanwhile. */
export type SettingsProblem =
  | { readonly kind: "tableMissing" }
  /** A header was renamed or its column deleted. `header` is what should stand there. */
  | { readonly kind: "columnMissing"; readonly header: string }
  /** A known field has no row any more. */
  | { readonly kind: "fieldMissing"; readonly field: FieldId }
  /** Not one of the words that the cell takes. */
  | { readonly kind: "unknownWord"; readonly value: CellValue; readonly allowed: readonly string[] }
  | { readonly kind: "notANumber"; readonly value: CellValue }
  | { readonly kind: "notADate"; readonly value: CellValue }
  /** The same name stands twice; the first one counts. */
  | { readonly kind: "duplicate"; readonly value: string }
  /** When the field is required cannot be read. */
  | { readonly kind: "unreadableCondition"; readonly value: string }
  /** The cell names a stage, customer type, field or list that there is not. */
  | { readonly kind: "unknownName"; readonly value: string }
  /** A blank stands between two entries: cell lists would offer it, and the last entries would be missing. */
  | { readonly kind: "gap" }
  /** A make-up day that is a working day anyway would count twice. */
  | { readonly kind: "noWeekend"; readonly value: number };

/** One thing that is wrong in the Settings, with the cell to go to. */
export interface SettingsIssue {
  readonly problem: SettingsProblem;
  /** The table it is in; `counting` for the cell that says how days are counted. */
  readonly table: SettingsTable | "counting";
  /** Null where there is no cell to go to, because the table has gone. */
  readonly sheet: string | null;
  /** A1 address. */
  readonly cell: string | null;
  /** The entry whose row it is, by its name, and the property that the cell holds; left out where it is no cell of an entry. */
  readonly at?: { readonly entry: string; readonly column: string };
}
