import type { Language } from "../../domain/values/language";
import type { PaneText } from "./texts";
import type { HealthText } from "./types/health";
import type { NumbersText } from "./types/numbers";

// Each language of each view is a script of its own: a pane loads one language, and a view's texts with the view.

export async function loadPaneText(language: Language): Promise<PaneText> {
  return (await (language === "zh-CN" ? import("./zh-CN/pane") : import("./en/pane"))).paneText;
}

/** Loads once and gives the same promise afterwards, as React's `use` needs it. */
function keptByLanguage<T>(load: (language: Language) => Promise<T>): (language: Language) => Promise<T> {
  const loading = new Map<Language, Promise<T>>();
  return (language) => {
    const before = loading.get(language);
    if (before !== undefined) return before;
    const now = load(language);
    loading.set(language, now);
    return now;
  };
}

export const loadNumbersText = keptByLanguage<NumbersText>(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/numbers") : import("./en/numbers"))).numbersText,
);

export const loadHealthText = keptByLanguage<HealthText>(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/health") : import("./en/health"))).healthText,
);
