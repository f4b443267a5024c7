import type { Kind, Untidy } from "./kind";
import { anyText, text } from "./text";

/** One of the owners. Where there are any, the list's own rule and words hold in place of these. */
export const person: Kind<Untidy> = {
  ...text,
  words: { "zh-CN": { name: "人员", ...anyText["zh-CN"] }, en: { name: "Person", ...anyText.en } },
  list: { of: "owners", several: false },
};
