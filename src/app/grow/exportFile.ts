import type { EncodingName } from "../../csv/encodingNames";
import type { DateSystem } from "../../domain/values/date";
import type { ExportSheet, FileProblem } from "./exportSheet";

/** A file that somebody chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileReading =
  | {
      readonly ok: true;
      readonly sheets: readonly ExportSheet[];
      /** Encoding that a text file was read in; null for a workbook. */
      readonly encoding: EncodingName | null;
    }
  | { readonly ok: false; readonly problem: FileProblem };

/** The part of a file's name before its ending. */
function baseName(name: string): string {
  return name.replace(/\.[^.]+$/, "");
}

/**
 * Reads an export: a workbook or a text file, as its bytes say, whatever its name ends in.
 * @param system date system of the workbook that it comes into
 * @param encoding what a person said of a text file; null for as it is found
 */
export async function readExportFile(
  { name, bytes }: ChosenFile,
  system: DateSystem,
  encoding: EncodingName | null,
): Promise<FileReading> {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  const { isPackage, problemOfContainer, readWorkbookFile } = await import("./workbookFile");
  const problem = problemOfContainer(bytes);
  if (problem !== null) return { ok: false, problem };
  if (isPackage(bytes)) {
    const sheets = await readWorkbookFile(bytes, system);
    return typeof sheets === "string" ? { ok: false, problem: sheets } : { ok: true, sheets, encoding: null };
  }
  const { readTextTable } = await import("../../csv/textTable");
  const table = readTextTable(bytes, encoding === null ? {} : { encoding });
  if (table === null) return { ok: false, problem: "noTable" };
  const title = baseName(name);
  return { ok: true, sheets: [{ title, values: table.rows }], encoding: table.encoding.name };
}
