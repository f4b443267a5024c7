import type { CellValue } from "../../domain/values/value";

/** Why nothing can be read from a file. */
export type FileProblem =
  /** There is nothing in it. */
  | "empty"
  /** It opens with a password only. */
  | "password"
  /** A workbook of before 2007, a binary one, or one of LibreOffice's own kind. */
  | "oldExcel"
  | "binary"
  | "openDocument"
  /** Its parts cannot be read, or not all of it is there. */
  | "damaged"
  | "tooLarge"
  /** A document, a picture: no table. */
  | "noTable";

/** A sheet of a file, from its first row on. */
export interface ExportSheet {
  readonly title: string;
  readonly values: readonly (readonly CellValue[])[];
}
