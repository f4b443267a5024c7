import type { Kind, Untidy } from "./kind";
import { anyText, text } from "./text";

/** One entry of a list that the field names. Where the list has entries, the list's own rule and words hold in place of these. */
export const list: Kind<Untidy> = {
  ...text,
  words: { "zh-CN": { name: "列表", ...anyText["zh-CN"] }, en: { name: "List", ...anyText.en } },
  list: { of: "field", several: false },
};
