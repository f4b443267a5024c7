import { unzipSync, zipSync, type Unzipped } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { convertSerial, type DateSystem } from "../../domain/values/date";
import type { CellValue } from "../../domain/values/value";
import type { ExportSheet, FileProblem } from "./exportSheet";

/** Unpacked, a larger workbook would not fit beside Excel; a customer list is a hundredth of it. */
const unpackedLimit = 300 * 1024 * 1024;
const dayMilliseconds = 86_400_000;
/** Serial of 1970-01-01 in the 1900 system. */
const epochSerial = 25_569;

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** True for a package, which a workbook of today is; a text that begins with PK is none. */
export function isPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
}

/** What a file is that is neither a package nor text: workbooks of before 2007 and protected ones are kept in the same container. */
export function problemOfContainer(bytes: Uint8Array): FileProblem | null {
  if (!startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return null;
  // Names of parts stand at even places, two bytes a letter.
  return new TextDecoder("utf-16le").decode(bytes).includes("EncryptedPackage") ? "password" : "oldExcel";
}

class TooLarge extends Error {}

function unpack(bytes: Uint8Array): Unzipped | FileProblem {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > unpackedLimit) throw new TooLarge();
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    return error instanceof TooLarge ? "tooLarge" : "damaged";
  }
}

function problemOfPackage(parts: Unzipped): FileProblem | null {
  const names = Object.keys(parts);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl[\\/]workbook\.bin$/i)) return "binary";
  if (has(/^mimetype$/i)) return "openDocument";
  return has(/^xl[\\/]workbook\.xml$/i) ? null : "noTable";
}

/** A day as the library gives it, in UTC, as a serial; a time of day to the second. */
function serialOfDate(date: Date, system: DateSystem): number {
  const serial = Math.round((date.getTime() / dayMilliseconds) * 86_400) / 86_400 + epochSerial;
  return convertSerial(serial, 1900, system);
}

function cellOf(value: unknown, system: DateSystem): CellValue {
  if (value instanceof Date) return serialOfDate(value, system);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";
}

/**
 * Reads the sheets of a workbook's file: values alone, days as serials of the workbook that they come into.
 * @param bytes of a package
 */
export async function readWorkbookFile(
  bytes: Uint8Array,
  system: DateSystem,
): Promise<readonly ExportSheet[] | FileProblem> {
  const parts = unpack(bytes);
  if (typeof parts === "string") return parts;
  const problem = problemOfPackage(parts);
  if (problem !== null) return problem;
  try {
    // The library unpacks in workers made of a text, which the pane's policy forbids. What is packed without compression needs none.
    const plain = zipSync(parts, { level: 0 });
    const sheets = await readXlsxFile(new Blob([new Uint8Array(plain)]));
    return sheets.map(({ sheet, data }) => ({
      title: sheet,
      values: data.map((row) => row.map((value: unknown) => cellOf(value, system))),
    }));
  } catch {
    return "damaged";
  }
}
