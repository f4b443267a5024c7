import type { FileProblem } from "../../../app/grow/exportSheet";
import type { GrowReceipt } from "../../../app/grow/session";
import type { EncodingName } from "../../../csv/encodingNames";
import type { AskedRow, Side } from "../../../domain/adoption/grow/updatePlan";

/** Updating the follow-up sheet from an export. */
export interface GrowText {
  readonly heading: string;
  readonly intro: string;
  readonly file: string;
  readonly fileHint: string;
  /** Opens the choice of another sheet of the workbook. */
  readonly otherSheet: string;
  readonly noSheets: string;
  readonly sheet: string;
  readonly sheetRows: (title: string, rows: number) => string;
  readonly choose: string;
  /** What was opened: its name and how many rows it has. */
  readonly opened: (name: string, rows: number) => string;
  readonly known: string;
  readonly list: string;
  readonly encoding: string;
  readonly encodingName: Readonly<Record<EncodingName, string>>;
  readonly leftOut: (parts: number) => string;
  readonly columns: string;
  /** No column says who a customer is. */
  readonly noCustomer: string;
  readonly allColumns: string;
  readonly writing: string;
  readonly unanswered: string;
  readonly preview: string;
  readonly counts: Readonly<
    Record<"fresh" | "changed" | "unchanged" | "conflicts" | "asked", (rows: number) => string>
  >;
  readonly nothing: string;
  readonly first: string;
  readonly forgets: string;
  readonly fresh: string;
  readonly changed: string;
  readonly conflicts: string;
  readonly conflictsHint: string;
  readonly change: (field: string, before: string, after: string) => string;
  readonly conflict: (field: string, mine: string, theirs: string) => string;
  readonly reopens: (rows: number) => string;
  readonly side: Readonly<Record<Side, string>>;
  readonly allConflicts: string;
  readonly sideOf: (what: string, cells: number) => string;
  readonly asked: string;
  readonly askedHint: string;
  readonly why: Readonly<Record<AskedRow["why"], string>>;
  readonly whose: (customer: string) => string;
  readonly isNew: string;
  readonly skip: string;
  readonly isRow: (row: number, detail: string) => string;
  readonly addAll: (rows: number) => string;
  readonly unlisted: string;
  readonly unlistedValue: (field: string, value: string, cells: number) => string;
  readonly blanks: (cells: number) => string;
  readonly adopt: string;
  readonly adoptField: (field: string, cells: number) => string;
  readonly nameless: (rows: number) => string;
  readonly absent: (rows: number) => string;
  readonly blank: string;
  readonly more: (count: number) => string;
  readonly apply: string;
  readonly cancel: string;
  readonly done: (receipt: GrowReceipt) => string;
  readonly undo: string;
  readonly undone: (restored: number, kept: number) => string;
  readonly close: string;
  readonly fileProblem: (problem: FileProblem, name: string) => string;
  readonly noList: (name: string) => string;
  readonly noIds: string;
  readonly totalRow: (sheet: string) => string;
}
