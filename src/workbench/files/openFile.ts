import type { EncodingName } from "../../csv/encodingNames";
import { readTextTable } from "../../csv/textTable";
import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import { encodingNotice } from "./encodingNotice";
import { readCsv } from "./readCsv";
import { kindOf, readXlsx, type BookKind } from "./readXlsx";
import { FileRefused, refusalSentence } from "./refusal";
import { isPackage, unpack } from "./zipPackage";

/** What the name of a saved copy ends in: Excel opens no macros under another name, and nothing else under theirs. */
export type BookEnding = ".xlsx" | ".xlsm";

export type Opened =
  | {
      readonly ok: true;
      readonly book: BookData;
      readonly ending: BookEnding;
      /** Something a person should know, or null. */ readonly notice: string | null;
    }
  | { readonly ok: false; /** What is wrong and what to do. */ readonly message: string };

const converted1904: Readonly<Record<Language, string>> = {
  "zh-CN":
    "这个文件使用 1904 日期系统（旧版 Mac Excel）。日期已换算成通用的 1900 系统，显示的日期不变；保存后的文件也用 1900 系统。",
  en: "This file counted its dates from 1904 (old Excel for Mac). They were converted to the usual system from 1900 and show the same days; a saved file uses it too.",
};

const template: Readonly<Record<Language, string>> = {
  "zh-CN": "这是 Excel 模板，已按它新建一个工作簿；保存下来的是普通工作簿，模板本身不变。",
  en: "This is an Excel template: a new workbook was made from it. What is saved is a workbook; the template stays as it is.",
};

const endingOf = (kind: BookKind): BookEnding => (kind === "macros" || kind === "macroTemplate" ? ".xlsm" : ".xlsx");

/** What .xls files and workbooks with a password begin with. */
const isCompoundFile = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

function isCsv(bytes: Uint8Array, name: string): boolean {
  // A workbook that was given the wrong ending is still a workbook; a customer may be called PK.
  if (isPackage(bytes) || isCompoundFile(bytes)) return false;
  return /\.(csv|tsv|txt)$/i.test(name);
}

/**
 * Why a file cannot be opened, as far as its outside tells: empty, protected, of another format, incomplete. Null where it may be a
 * workbook; only `openFile` finds out whether its parts can be read. Pure, and a fraction of the work.
 */
export function refusalOf(bytes: Uint8Array, name: string, language: Language): string | null {
  try {
    if (bytes.length === 0) throw new FileRefused("empty");
    if (!isCsv(bytes, name)) unpack(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return refusalSentence(error.code, error.part, language);
    throw error;
  }
}

/**
 * What a saved copy's name has to end in.
 * @param bytes of a file that `refusalOf` has nothing against
 */
export function endingFor(bytes: Uint8Array, name: string): BookEnding {
  try {
    return isCsv(bytes, name) ? ".xlsx" : endingOf(kindOf(bytes));
  } catch (error) {
    // What cannot be read is told when the file is opened.
    if (error instanceof FileRefused) return ".xlsx";
    throw error;
  }
}

/** What a person should know of how a CSV file is read; null for anything else, and where there is nothing to say. */
export function noticeOf(
  bytes: Uint8Array,
  name: string,
  language: Language,
  encoding: EncodingName | null,
): string | null {
  if (!isCsv(bytes, name)) return null;
  const table = readTextTable(bytes, encoding === null ? {} : { encoding });
  return table === null ? null : encodingNotice(table, language);
}

/**
 * Reads a file's bytes as a workbook. Pure: the same in a browser, a worker and Node.
 * @param encoding of a CSV file, where somebody chose one; null for the likeliest
 */
export function openFile(
  bytes: Uint8Array,
  name: string,
  language: Language,
  encoding: EncodingName | null = null,
): Opened {
  try {
    if (bytes.length === 0) throw new FileRefused("empty");
    if (isCsv(bytes, name)) {
      const { book, table } = readCsv(bytes, name, language, encoding === null ? {} : { encoding });
      return { ok: true, book, ending: ".xlsx", notice: encodingNotice(table, language) };
    }
    const { book, kind, was1904 } = readXlsx(bytes, language);
    const notices = [
      ...(kind === "template" || kind === "macroTemplate" ? [template[language]] : []),
      ...(was1904 ? [converted1904[language]] : []),
    ];
    return { ok: true, book, ending: endingOf(kind), notice: notices.length === 0 ? null : notices.join(" ") };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, message: refusalSentence(error.code, error.part, language) };
    return { ok: false, message: refusalSentence("damaged", error instanceof Error ? error.message : null, language) };
  }
}
