import type { Language } from "../../domain/values/language";
import type { PaneText } from "./texts";
import type { HealthText } from "./types/health";
import type { NumbersText } from "./types/numbers";

// Each language of each view is a script of its own: a pane loads one language, and a view's texts with the view.

export async function loadPaneText(language: Language): Promise<PaneText> {
  return (await (language === "zh-CN" ? import("./zh-CN/pane") : import("./en/pane"))).paneText;
}

/** The texts of a view that come with the view. */
export interface ViewText<T> {
  /** Loads them once and gives the same promise ever after. */
  readonly load: (language: Language) => Promise<T>;
  /** Null until they are there. */
  readonly loaded: (language: Language) => T | null;
}

function viewText<T>(read: (language: Language) => Promise<T>): ViewText<T> {
  const texts = new Map<Language, T>();
  const promises = new Map<Language, Promise<T>>();
  const load = async (language: Language) => {
    const text = await read(language);
    texts.set(language, text);
    return text;
  };
  return {
    load: (language) => {
      const promise = promises.get(language) ?? load(language);
      promises.set(language, promise);
      return promise;
    },
    loaded: (language) => texts.get(language) ?? null,
  };
}

export const numbersTexts: ViewText<NumbersText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/numbers") : import("./en/numbers"))).numbersText,
);

export const healthTexts: ViewText<HealthText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/health") : import("./en/health"))).healthText,
);
