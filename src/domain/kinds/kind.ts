import type { DateSystem } from "../values/date";
import type { Language } from "../values/language";
import { looksBlank } from "../values/tidy";
import type { TypedDateContext } from "../values/typedDate";
import { isBlank, type CellValue } from "../values/value";
import type { Validation } from "../workbook/action";
import type { ColumnKind } from "./columnKind";

/** What a kind has to know of the workbook. */
export interface KindBook {
  readonly system: DateSystem;
  readonly language: Language;
}

/** What a kind has to know of the field whose cells it looks at. */
export interface KindField {
  /** Smallest and largest number, or date as a serial of the workbook's date system; null for no limit. */
  readonly min: number | null;
  readonly max: number | null;
  /** The list that the field draws from; empty where it takes anything. */
  readonly entries: readonly string[];
}

/** A field that asks nothing but its kind. */
export const plainField: KindField = { min: null, max: null, entries: [] };

/** The check of one kind, built once for a column and asked for every cell. Excel errors and formulas are other rules' business. */
export interface KindRule<Problem extends string> {
  /** What is wrong with the value as it is stored, or null. A blank cell is right: whether it may be blank is another rule's business. */
  readonly problem: (value: CellValue) => Problem | null;
  /**
   * The value that the cell should hold instead; null where nothing is wrong, or where a repair would be a guess. A repaired
   * value is of its kind. One that held nothing but invisible characters becomes blank.
   */
  readonly repair: (value: CellValue) => CellValue | null;
  /** What was probably meant by a value without a repair, for a person to confirm; null where nobody can tell. */
  readonly meant?: (value: CellValue) => CellValue | null;
}

/** What somebody typed into a form, as far as it can be told. */
export type TypedReading =
  | { readonly kind: "value"; readonly value: CellValue }
  /** It means one of these, or needs a second look before it is taken for the only one. */
  | { readonly kind: "asked"; readonly candidates: readonly CellValue[] }
  | { readonly kind: "unreadable" };

/** How a kind takes a smallest and a largest value. */
export interface KindLimits {
  /** In which words a limit is spoken of: earlier and later, or smaller and larger. */
  readonly of: "date" | "number";
  /** What of a value is held against the limits: of a date that carries a time, its whole day. */
  readonly measured: (value: number) => number;
  /** The limit that a cell of the Settings sheet holds; null for what is none. */
  readonly ofCell: (value: CellValue) => number | null;
  /** The limit that somebody typed in the pane; null for what is none. */
  readonly ofText: (text: string, system: DateSystem) => number | null;
  /** How to write one, where that does not go without saying. */
  readonly example: string | null;
  /** As a constraint of Table Schema, and back; null for what is none. */
  readonly toJson: (limit: number, system: DateSystem) => string | number;
  readonly ofJson: (value: unknown, system: DateSystem) => number | null;
}

/** What Excel itself asks of a cell. It lets everything through that the check lets through. */
export interface CellTest {
  /** Excel's own rule for the kind; null where only a formula can say it. A list speaks alone: it is picked from. */
  readonly rule: Validation["rule"] | null;
  /** The same as conditions that all have to hold, for a field of which more is asked. */
  readonly conditions: readonly string[];
  /** True for conditions so long that a field's own pattern and uniqueness come first. */
  readonly isLong: boolean;
}

/** What a kind is called and how it is asked for in a workbook of one language. */
export interface KindWords {
  /** In the column "Kind" of the Settings. */
  readonly name: string;
  /** What it was called before: workbooks of that time are read on. */
  readonly formerName?: string;
  /** Beside the cell; blank for none. */
  readonly hint: string;
  /** When a wrong entry is asked about or refused. */
  readonly alert: (header: string) => string;
}

/** All that a kind of field is. One file for each; `allKinds.ts` lists them. */
export interface Kind<Problem extends string = string> {
  readonly words: Readonly<Record<Language, KindWords>>;
  readonly rule: (book: KindBook, field: KindField) => KindRule<Problem>;
  /** How texts are read that only their column explains; null for a kind whose cells speak for themselves. The rule sees them alone. */
  readonly column: ColumnKind | null;
  /** Reads what somebody typed into a form; the text is not blank. What is not read is kept as text, and the rule says what is wrong with it. */
  readonly readTyped: (text: string, context: TypedDateContext) => TypedReading;
  /** A number of the kind as somebody would type it. */
  readonly shown: (value: number, system: DateSystem) => string;
  /** Excel's number format of a column that is made, and of repaired cells. */
  readonly format: string;
  /** Null for a kind without a smallest and a largest value. */
  readonly limits: KindLimits | null;
  /**
   * The validation of a cell.
   * @param cell address of the cell, relative
   * @param listName defined name of the list that the field draws from; null for none
   */
  readonly cellTest: ((cell: string, book: KindBook, field: KindField, listName: string | null) => CellTest) | null;
  /** The list that the field picks from: one of its own choice or the owners, one entry to a cell or several. Null for a kind that picks from none. */
  readonly list: { readonly of: "field" | "owners"; readonly several: boolean } | null;
  readonly tableSchema: {
    /** Properties by which other tools know the kind, and by which it is known again. The first kind with a type is the one for other formats of it. */
    readonly marks: Readonly<Record<string, string>> & { readonly type: string };
    /** Properties that mean the kind as well where another tool wrote them, and would say too much of our own values. */
    readonly readAs?: Readonly<Record<string, string>>;
    /** Properties that depend on the workbook's language. */
    readonly values?: (language: Language) => Readonly<Record<string, readonly string[]>>;
  };
  readonly form: {
    /** What the form shows: one line, several lines, or answers to choose from. */
    readonly control: "line" | "lines" | ((language: Language) => readonly string[]);
    /** The keyboard of a touch screen. */
    readonly inputMode?: "tel" | "decimal";
    /** Digits below which the form asks whether that is all. */
    readonly fewestDigits?: number;
    /** True where the form says how it read what was typed. */
    readonly echoes: boolean;
  };
}

/** What was typed is what the cell holds. */
export function asTyped(text: string): TypedReading {
  return { kind: "value", value: text.trim() };
}

/**
 * A rule from what tells its problem, and what the value should be. Both see filled cells only; `proposal` may propose what is
 * no better, or the same: only a change that leaves no problem is a repair.
 */
export function ruleOf<Problem extends string>(
  problemOf: (value: CellValue) => Problem | null,
  proposal: (value: CellValue) => CellValue | null,
): KindRule<Problem | Untidy> {
  const problem = (value: CellValue) => {
    if (isBlank(value)) return null;
    return typeof value === "string" && looksBlank(value) ? "untidy" : problemOf(value);
  };
  return {
    problem,
    repair: (value) => {
      if (problem(value) === null) return null;
      const proposed = typeof value === "string" && looksBlank(value) ? "" : proposal(value);
      return proposed === null || problem(proposed) !== null ? null : proposed;
    },
  };
}

/** Right, but for spaces or invisible marks at its ends, or full-width letters and digits. */
export type Untidy = "untidy";
