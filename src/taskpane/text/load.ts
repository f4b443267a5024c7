import type { Language } from "../../domain/values/language";
import type { PaneText } from "./texts";
import type { AdoptText } from "./types/adopt";
import type { BeginText } from "./types/begin";
import type { GrowText } from "./types/grow";
import type { HealthText } from "./types/health";
import type { LinksText } from "./types/links";
import type { NumbersText } from "./types/numbers";
import type { SetupText } from "./types/setup";
import type { SelfCheckText } from "./types/selfCheck";
import type { RecorderText } from "./types/recorder";
import type { RestoreText } from "./types/restore";
import type { StagesText } from "./types/stages";
import type { Settled } from "./useLoaded";

// Each language of each view is a script of its own: a pane loads one language, and a view's texts with the view.

export async function loadPaneText(language: Language): Promise<PaneText> {
  return (await (language === "zh-CN" ? import("./zh-CN/pane") : import("./en/pane"))).paneText;
}

/** The texts of a view that come with the view. */
export interface ViewText<T> {
  /** Loads them once and gives the same promise ever after, as React's `use` needs it. */
  readonly load: (language: Language) => Promise<T>;
}

function viewText<T>(read: (language: Language) => Promise<T>): ViewText<T> {
  const promises = new Map<Language, Promise<T>>();
  return {
    load: (language) => {
      const before = promises.get(language);
      if (before !== undefined) return before;
      const promise: Promise<T> & Partial<Pick<Settled<T>, "status" | "value">> = read(language);
      promises.set(language, promise);
      const settle = (text: T) => {
        promise.value = text;
        promise.status = "fulfilled";
      };
      // Whoever asked for the texts hears of a failure.
      void promise.then(settle, () => undefined);
      return promise;
    },
  };
}

export const numbersTexts: ViewText<NumbersText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/numbers") : import("./en/numbers"))).numbersText,
);

export const adoptTexts: ViewText<AdoptText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/adopt") : import("./en/adopt"))).adoptText,
);

export const beginTexts: ViewText<BeginText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/begin") : import("./en/begin"))).beginText,
);

export const growTexts: ViewText<GrowText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/grow") : import("./en/grow"))).growText,
);

export const linksTexts: ViewText<LinksText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/links") : import("./en/links"))).linksText,
);

export const setupTexts: ViewText<SetupText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/setup") : import("./en/setup"))).setupText,
);

export const healthTexts: ViewText<HealthText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/health") : import("./en/health"))).healthText,
);

export const selfCheckTexts: ViewText<SelfCheckText> = viewText(
  async (language) =>
    (await (language === "zh-CN" ? import("./zh-CN/selfCheck") : import("./en/selfCheck"))).selfCheckText,
);

export const recorderTexts: ViewText<RecorderText> = viewText(
  async (language) =>
    (await (language === "zh-CN" ? import("./zh-CN/recorder") : import("./en/recorder"))).recorderText,
);

export const restoreTexts: ViewText<RestoreText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/restore") : import("./en/restore"))).restoreText,
);

export const stagesTexts: ViewText<StagesText> = viewText(
  async (language) => (await (language === "zh-CN" ? import("./zh-CN/stages") : import("./en/stages"))).stagesText,
);
