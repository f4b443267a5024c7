/** Words on the workbench page. */
export interface PageTexts {
  readonly product: string;
  readonly note: string;
  readonly open: string;
  readonly save: string;
  readonly openPane: string;
  readonly check: string;
  readonly logTouch: string;
  readonly otherLanguage: string;
  readonly resize: string;
  readonly opening: string;
  readonly saving: string;
  readonly saveFailed: (reason: string) => string;
  readonly noBook: string;
  readonly noSuchSheet: (sheet: string, sheets: readonly string[]) => string;
  readonly newBook: string;
  readonly localhost: string;
}

const chinese: PageTexts = {
  product: "跟进表 · 工作台",
  note: "这不是 Excel，仅供试用与测试，数字请勿用于正式场合",
  open: "打开…",
  save: "保存",
  openPane: "打开窗格",
  check: "检查",
  logTouch: "记录跟进",
  otherLanguage: "English",
  resize: "拖动调整窗格宽度",
  opening: "正在打开…",
  saving: "正在保存…",
  saveFailed: (reason) => `没有保存成功：${reason}`,
  noBook: "没有找到要打开的工作簿。请点“打开…”选择一个 .xlsx、.xlsm 或 .csv 文件。",
  noSuchSheet: (sheet, sheets) => `没有名为「${sheet}」的工作表。现有的工作表：${sheets.join("、")}。`,
  newBook: "新建工作簿",
  localhost: "第一次打开时，浏览器会问是否信任 localhost 充当 Microsoft Office，请点“确定”。",
};

const english: PageTexts = {
  product: "Follow-up Sheet · Workbench",
  note: "Not Excel: a workbench for evaluation and tests. Do not rely on its numbers.",
  open: "Open…",
  save: "Save",
  openPane: "Open pane",
  check: "Check",
  logTouch: "Log a touch",
  otherLanguage: "中文",
  resize: "Drag to resize the pane",
  opening: "Opening…",
  saving: "Saving…",
  saveFailed: (reason) => `Not saved: ${reason}`,
  noBook: "The workbook to open was not found. Choose an .xlsx, .xlsm or .csv file with Open….",
  noSuchSheet: (sheet, sheets) => `There is no sheet “${sheet}”. The sheets are ${sheets.join(", ")}.`,
  newBook: "New workbook",
  localhost: "On the first visit the browser asks whether localhost may act as Microsoft Office: answer OK.",
};

export type PageLanguage = "zh-CN" | "en";

export const textsFor = (language: PageLanguage): PageTexts => (language === "zh-CN" ? chinese : english);
