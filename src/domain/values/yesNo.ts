import type { Language } from "./language";

/** What a cell holds that says yes or no, in each language of a workbook. */
export const yesNoWords: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = {
  "zh-CN": { yes: "是", no: "否" },
  en: { yes: "Yes", no: "No" },
};
