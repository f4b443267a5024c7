import type { Kind } from "./kind";
import { anyText, text } from "./text";

/** Notes may hold anything, and how they are laid out is the writer's. */
export const longText: Kind<never> = {
  ...text,
  words: { "zh-CN": { name: "长文本", ...anyText["zh-CN"] }, en: { name: "Long text", ...anyText.en } },
  rule: () => ({ problem: () => null, repair: () => null }),
  form: { control: "lines", echoes: false },
};
