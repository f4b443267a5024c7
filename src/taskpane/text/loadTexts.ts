import type { Language } from "../../domain/values/language";
import type { Texts } from "./zh-CN";

/** The catalogue of a language. Each is a script of its own: a pane needs one of them. */
export async function loadTexts(language: Language): Promise<Texts> {
  return language === "zh-CN" ? (await import("./zh-CN")).zhCN : (await import("./en")).en;
}
