import type { Language } from "../../domain/values/language";

/** Why a file cannot be opened. */
export type FileRefusal =
  | "empty"
  | "notAWorkbook"
  | "password"
  | "oldExcel"
  | "binaryExcel"
  | "openDocument"
  | "excelAddIn"
  | "otherOffice"
  | "damaged"
  | "damagedXml"
  | "tooLarge"
  | "tooSlow"
  | "noSheet"
  | "csvEmpty"
  | "csvNotText";

/** Thrown inside `files` only; its doors turn it into a sentence. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusal,
    /** The part of the file that could not be read, where one is to blame. */
    readonly part: string | null = null,
  ) {
    super(code);
  }
}

const sentences: Readonly<Record<FileRefusal, Readonly<Record<Language, string>>>> = {
  empty: {
    "zh-CN": "这个文件是空的。请确认选对了文件，或重新下载、另存后再打开。",
    en: "The file is empty. Check that it is the right one, or download or save it again, then open that copy.",
  },
  notAWorkbook: {
    "zh-CN":
      "这不是 Excel 工作簿。请选择 .xlsx、.xlsm 或 .csv 文件；其他格式请先在 Excel 或 WPS 里另存为“Excel 工作簿 (*.xlsx)”。",
    en: "This is not an Excel workbook. Choose an .xlsx, .xlsm or .csv file; save other formats as “Excel Workbook (*.xlsx)” in Excel or WPS first.",
  },
  password: {
    "zh-CN": "这个工作簿设了打开密码。请在 Excel 或 WPS 里打开它，取消“用密码进行加密”并保存，再到这里打开。",
    en: "The workbook is protected with a password. Open it in Excel or WPS, remove “Encrypt with Password”, save it, and open it here again.",
  },
  oldExcel: {
    "zh-CN": "这是旧版 Excel 格式 (.xls)。请在 Excel 或 WPS 里打开它，另存为“Excel 工作簿 (*.xlsx)”，再打开新文件。",
    en: "This is the old Excel format (.xls). Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)”, and open the new file.",
  },
  binaryExcel: {
    "zh-CN": "这是 Excel 二进制工作簿 (.xlsb)。请在 Excel 里另存为“Excel 工作簿 (*.xlsx)”，再打开新文件。",
    en: "This is a binary workbook (.xlsb). Save it as “Excel Workbook (*.xlsx)” in Excel and open the new file.",
  },
  openDocument: {
    "zh-CN": "这是 OpenDocument 表格 (.ods)。请在原来的软件里另存为“Excel 工作簿 (*.xlsx)”，再打开新文件。",
    en: "This is an OpenDocument spreadsheet (.ods). Save it as “Excel Workbook (*.xlsx)” in its own program and open the new file.",
  },
  excelAddIn: {
    "zh-CN": "这是 Excel 加载宏 (.xlam)，里面没有要跟进的表格。请选择放客户数据的工作簿。",
    en: "This is an Excel add-in (.xlam), which holds no table to follow up. Choose the workbook with the customers.",
  },
  otherOffice: {
    "zh-CN": "这是 Word 或 PowerPoint 文件，不是表格。请选择 .xlsx 或 .csv 文件。",
    en: "This is a Word or PowerPoint file, not a spreadsheet. Choose an .xlsx or .csv file.",
  },
  damaged: {
    "zh-CN": "这个文件不完整或已损坏。请重新下载或复制一份；如果 Excel 还能打开它，请在 Excel 里另存一份再试。",
    en: "The file is incomplete or damaged. Download or copy it again; if Excel can still open it, save a new copy there and open that.",
  },
  damagedXml: {
    "zh-CN": "文件里有一部分内容已损坏，无法读取。请在 Excel 里打开（Excel 可能会提示修复），另存一份再试。",
    en: "A part of the file is damaged and cannot be read. Open it in Excel (which may offer to repair it), save a new copy, and open that.",
  },
  tooLarge: {
    "zh-CN": "这个文件太大，在浏览器里打不开（解压后超过 600 MB）。请只保留需要跟进的工作表，另存后再打开。",
    en: "The file is too large to open in a browser (over 600 MB unpacked). Keep only the sheets you need, save a copy, and open that.",
  },
  tooSlow: {
    "zh-CN": "读取这个文件超过了时间限制，已停止。请只保留需要的工作表，另存一份较小的文件再打开。",
    en: "Reading the file took too long and was stopped. Keep only the sheets you need, save a smaller copy, and open that.",
  },
  noSheet: {
    "zh-CN": "这个工作簿里没有普通工作表（可能只有图表页）。请换一个有表格数据的文件。",
    en: "The workbook has no worksheet with cells (perhaps only chart sheets). Choose a file with a table of data.",
  },
  csvEmpty: {
    "zh-CN": "这个 CSV 文件里没有数据。请确认选对了文件，第一行应为表头。",
    en: "The CSV file holds no data. Check that it is the right file; its first row should hold the headers.",
  },
  csvNotText: {
    "zh-CN":
      "这个文件的内容不是文本，读不出表格。请确认选对了文件；如果是从别的软件导出的，请另存为“CSV UTF-8”或“Excel 工作簿 (*.xlsx)”再打开。",
    en: "What the file holds is no text, so no table can be read from it. Check that it is the right file; save it as “CSV UTF-8” or “Excel Workbook (*.xlsx)” in the program that it comes from, and open that.",
  },
};

/** The sentence for people: what is wrong and what to do. */
export function refusalSentence(code: FileRefusal, part: string | null, language: Language): string {
  const sentence = sentences[code][language];
  if (part === null) return sentence;
  return language === "en" ? `${sentence} (Part: ${part})` : `${sentence}（位置：${part}）`;
}
