import { plainText, tidyText } from "../values/tidy";
import type { Kind, Untidy } from "./kind";
import { text } from "./text";
import { writtenRule } from "./writtenRule";

/** A web address, with or without its scheme; other schemes (`file:`, `javascript:`) are none. */
const webAddress =
  /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Only the part in front of the path is brought to half width: a path may hold any character. */
function plainLink(written: string): string {
  const tidy = tidyText(written).replace(/^https?[:：][/／]{2}/i, (scheme) => plainText(scheme));
  return tidy.replace(/^(?:https?:\/\/)?[^/?#]+/i, (front) => plainText(front).replace(/。/g, "."));
}

const rule = writtenRule({
  usual: /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}(?:\/[\w/.-]*)?$/i,
  isRight: (written) => webAddress.test(written),
  plain: plainLink,
  wrong: "notLink",
});

/** A web address. */
export const link: Kind<"notLink" | Untidy> = {
  ...text,
  words: {
    "zh-CN": {
      name: "链接",
      hint: "填写网址，例如 www.example.com。",
      alert: (header) => `“${header}”要填网址，例如 www.example.com，中间没有空格。`,
    },
    en: {
      name: "Link",
      hint: "Enter a web address such as www.example.com.",
      alert: (header) => `“${header}” takes a web address such as www.example.com, without spaces.`,
    },
  },
  rule: () => rule,
  cellTest: (cell) => ({
    rule: null,
    conditions: [`COUNTIF(${cell},"?*.??*")=1`, `ISERROR(FIND(" ",TRIM(${cell})))`],
    isLong: false,
  }),
  tableSchema: { marks: { type: "string", format: "uri" } },
};
