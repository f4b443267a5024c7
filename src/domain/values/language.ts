/** The two languages of the product. The pane follows Office's display language; a workbook keeps the one it was set up in. */
export type Language = "zh-CN" | "en";

/** The product language for an Office display language such as `zh-TW`, `en-GB` or `de-DE`: Chinese for any `zh`, English otherwise. */
export function languageOf(tag: string): Language {
  return /^zh\b/i.test(tag) ? "zh-CN" : "en";
}
