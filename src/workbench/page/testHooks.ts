import type { BookData } from "../data/bookData";
import type { FaultPlan } from "../protocol/faults";
import type { Traffic } from "../protocol/transport";

/** What tests may ask of the workbench page. People never see it. Sheets are named by title, addresses are A1. */
export interface Workbench {
  /** Ends when the workbook stands in the grid and is calculated, or could not be opened (then `problem` says why). */
  readonly ready: Promise<void>;
  /** Sentence that the page shows in place of a workbook, or null. */
  readonly problem: () => string | null;
  /** Ends when every formula has its value. */
  readonly settled: () => Promise<void>;
  /** The workbook as .xlsx. */
  readonly save: () => Promise<Uint8Array>;
  /** The workbook as plain data. */
  readonly read: () => Promise<BookData>;
  readonly faults: Pick<FaultPlan, "push" | "clear">;
  readonly stats: () => Traffic;
  readonly resetStats: () => void;
  /** Calculations that were begun so far, and formulas of conditional formats and validations that each works out. */
  readonly work: () => { readonly calculations: number; readonly formulasOfRules: number };
  /** Members that the add-in asked for and the workbench does not have. */
  readonly unknownMembers: () => readonly string[];
  /** References to ranges that the add-in holds on to. */
  readonly heldReferences: () => number;
  readonly select: (sheet: string, address: string) => void;
  readonly selected: () => { readonly sheet: string; readonly address: string };
  /** Value when all is calculated, `""` for a blank cell. */
  readonly cellValue: (sheet: string, address: string) => Promise<string | number | boolean>;
  readonly cellFormula: (sheet: string, address: string) => string | null;
  /** Fill that the grid shows, conditional formats included; null for none. */
  readonly shownFill: (sheet: string, address: string) => string | null;
  /** Opens the cell's editor and types, through the grid's own editor and its validation; Enter ends it. Needs real keys: see `focusCell`. */
  readonly focusCell: (sheet: string, address: string) => void;
  /** Puts a value or formula into a cell in a person's name: as typed, without the editor. */
  readonly editAsPerson: (sheet: string, address: string, value: string | number | boolean) => void;
  /** The same in a co-author's name: events say `Remote`. */
  readonly editAsCoauthor: (sheet: string, address: string, value: string | number | boolean) => void;
  /** Puts a value into a cell as a person does who picks it from the list of the cell's validation: Excel on the web tells nobody. */
  readonly pickAsPerson: (sheet: string, address: string, value: string) => void;
  /** Fills `from` down over `to`, which begins with it, as a person who drags the fill handle. */
  readonly fillAsPerson: (sheet: string, from: string, to: string) => Promise<void>;
  /**
   * Pastes a copy of `from` at the first cell of `to` and over as many blocks of its size as fit there, as a person does: values
   * and formulas, and in place of the validations and conditional formats that stood there those of the source.
   */
  readonly pasteAsPerson: (sheet: string, from: string, to: string) => void;
  /** Sorts the rows of a range by one of its columns (zero-based, within the range). */
  readonly sortAsPerson: (sheet: string, address: string, column: number, ascending: boolean) => void;
  /** Filters a table by one of its columns (zero-based): only rows with this value stay in sight; null shows all again. */
  readonly filterAsPerson: (table: string, column: number, keep: string | null) => Promise<void>;
  readonly hideRow: (sheet: string, row: number, hidden: boolean) => void;
  readonly insertRows: (sheet: string, row: number, count: number) => void;
  readonly deleteRows: (sheet: string, row: number, count: number) => void;
  readonly deleteColumns: (sheet: string, column: number, count: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isEditing: () => boolean;
  readonly protect: (sheet: string, on: boolean) => void;
  /** Opens the pane of another person on the same workbook; what it changes arrives here as `Remote`. */
  readonly openOtherPane: () => void;
  readonly otherStats: () => Traffic;
  /** A press on a ribbon button: ends when the function says that it is done. */
  readonly pressRibbon: (functionName: string) => Promise<void>;
}

declare global {
  interface Window {
    workbench?: Workbench;
  }
}
