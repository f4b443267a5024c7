import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import { readCsv } from "./readCsv";
import { readXlsx } from "./readXlsx";
import { FileRefused, refusalSentence } from "./refusal";
import { unpack } from "./zipPackage";

export type Opened =
  | {
      readonly ok: true;
      readonly book: BookData;
      /** Something a person should know, or null. */ readonly notice: string | null;
    }
  | { readonly ok: false; /** What is wrong and what to do. */ readonly message: string };

const converted1904: Readonly<Record<Language, string>> = {
  "zh-CN":
    "这个文件使用 1904 日期系统（旧版 Mac Excel）。日期已换算成通用的 1900 系统，显示的日期不变；保存后的文件也用 1900 系统。",
  en: "This file counted its dates from 1904 (old Excel for Mac). They were converted to the usual system from 1900 and show the same days; a saved file uses it too.",
};

function isCsv(bytes: Uint8Array, name: string): boolean {
  // A workbook that was given the wrong ending is still a workbook.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return false;
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

/** Reads a file's bytes as a workbook. Pure: the same in a browser, a worker and Node. */
export function openFile(bytes: Uint8Array, name: string, language: Language): Opened {
  try {
    if (bytes.length === 0) throw new FileRefused("empty");
    if (isCsv(bytes, name)) return { ok: true, book: readCsv(bytes, name, language), notice: null };
    const { book, was1904 } = readXlsx(bytes, language);
    return { ok: true, book, notice: was1904 ? converted1904[language] : null };
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, message: refusalSentence(error.code, error.part, language) };
    return { ok: false, message: refusalSentence("damaged", error instanceof Error ? error.message : null, language) };
  }
}
