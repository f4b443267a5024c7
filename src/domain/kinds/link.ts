import { plainLink, readLink } from "../values/link";
import type { Kind, Untidy } from "./kind";
import { text } from "./text";
import { writtenRule } from "./writtenRule";

const rule = writtenRule({
  usual: /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}(?:\/[\w/.-]*)?$/i,
  isRight: (written) => readLink(written) !== null,
  plain: plainLink,
  wrong: "notLink",
});

/** A web address, a mail address with `mailto:`, or where a file lies. */
export const link: Kind<"notLink" | Untidy> = {
  ...text,
  words: {
    "zh-CN": {
      name: "链接或文件",
      formerName: "链接",
      hint: "填写网址或文件路径，例如 www.example.com 或 D:\\客户\\报价.xlsx。",
      alert: (header) =>
        `“${header}”要填网址或文件路径，例如 www.example.com 或 D:\\客户\\报价.xlsx。网址中间没有空格。`,
    },
    en: {
      name: "Link or file",
      formerName: "Link",
      hint: "Enter a web address or the path of a file, such as www.example.com or D:\\Deals\\Offer.xlsx.",
      alert: (header) =>
        `“${header}” takes a web address or the path of a file, such as www.example.com or D:\\Deals\\Offer.xlsx. A web address has no spaces.`,
    },
  },
  rule: () => rule,
  // Only paths have spaces. It is short enough to leave room for a field that no two rows share.
  cellTest: (cell) => ({
    rule: null,
    conditions: [
      `OR(COUNTIF(${cell},"*\\?*"),LEFT(${cell},5)="file:",COUNTIF(${cell},"?*.??*")>COUNTIF(${cell},"?* ?*"))`,
    ],
    isLong: false,
  }),
  // A path is no URI: with that format other tools would refuse it.
  tableSchema: { marks: { type: "string" }, readAs: { type: "string", format: "uri" } },
};
