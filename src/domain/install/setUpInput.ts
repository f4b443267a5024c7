import type { Touch } from "../log/touch";
import type { BookSnapshot, SheetSnapshot, ValueGrid, InstalledSnapshot } from "../workbook/snapshot";
import type { Language } from "../values/language";
import type { Adopted } from "../adoption/adopt";
import type { AdoptionChoices } from "../adoption/choices";
import type { AdoptedList } from "../adoption/grow/adopted";
import type { ColumnNow } from "../rules/planFixes";
import type { Schema } from "../schema/field";
import type { SetUpPlan, Refusal } from "../plan/setUpPlan";
import type { Located } from "../followUps/locate";
import type { KnownSettings } from "../settings/repair/repairSettingsSheet";
import type { Settings } from "../settings/settings";
import type { WorkbookText } from "../schema/workbookText";
import type { AdoptionPreview, FoundList } from "./adoptionPreview";
import type { TableColumns } from "./tableColumns";

/** Everything a plan is made from. Plain data: the same input gives the same plan. */
export interface SetUpInput {
  readonly book: BookSnapshot;
  /** The sheet to set up, or the follow-up sheet. */
  readonly sheet: SheetSnapshot;
  /** Values of a rectangle that covers the Settings tables and the language cell; null before there are any. */
  readonly settings: ValueGrid | null;
  /** What stands already; null before there is a follow-up table. */
  readonly installed: InstalledSnapshot | null;
  /** Language for a workbook that has none yet. */
  readonly language: Language;
  /** Rows of the follow-up log; none where there is no log. */
  readonly log: readonly Touch[];
  /** Review day, serial of the workbook's date system. */
  readonly today: number;
  /** What people said of a sheet that is to be adopted. */
  readonly choices: AdoptionChoices;
  /** Cells of such a sheet as they stand, where they are to change; values alone are taken where it is left out. */
  readonly standing?: StandingCells;
  /** Such a sheet as it reads by these choices, where that was worked out already. */
  readonly asChosen?: AsChosen;
  /** What the Settings begin with in a workbook that has none; what the sheet suggests where it is left out. */
  readonly starting?: Settings;
  /** What is known of cells of the Settings that cannot be read; where it is left out they stay as they are. */
  readonly knownSettings?: KnownSettings;
  /** True where only the rules are to be repaired: customers that have no ID yet and old values are left for a set-up. */
  readonly rulesOnly?: boolean;
  /** Fresh customer IDs, as many as asked for. */
  readonly newIds: (count: number) => readonly string[];
}

/** A sheet that is to be adopted, read as it was chosen. */
export interface AsChosen {
  readonly located: Located;
  readonly adopted: Adopted;
  /** With which it starts. */
  readonly schema: Schema;
}

/** Cells of a sheet that is to be adopted, with their formulas and number formats. */
export interface StandingCells {
  /** Columns in which cells change. */
  readonly columns: readonly ColumnNow[];
  /** Number formats of the list's columns, by their offset: what the first rows have. */
  readonly formats: ReadonlyMap<number, string>;
}

/** A plan of set-up, and what is told of the sheet before it is adopted; null for one that is set up. */
export interface AdoptionPlan extends SetUpPlan {
  readonly adoption: AdoptionPreview | null;
  /** What the customers come from, to be remembered for its next export; null for a sheet that is set up. */
  readonly origin: AdoptedList | null;
}

export type SetUpResult =
  | { readonly ok: true; readonly plan: AdoptionPlan }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** What was found of a list all the same, for a person to point at what is missing. */
      readonly found?: FoundList;
    };

/** What the steps of a set-up are made from: the sheet as it was found, and what it is to become. */
export interface SetUpSubject {
  readonly input: SetUpInput;
  readonly located: Located;
  readonly schema: Schema;
  readonly columns: TableColumns;
  /** In the workbook's language. */
  readonly words: WorkbookText;
}
