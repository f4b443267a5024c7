import { plainText } from "../values/tidy";
import type { Kind, Untidy } from "./kind";
import { text } from "./text";
import { writtenRule } from "./writtenRule";

const oneMail =
  /^[^\s@,;:<>()[\]"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]*[\p{L}\p{N}]{2}$/u;

function areMails(written: string): boolean {
  const parts = written.split(/[,;、，；]\s*|\n/);
  return parts.every((part) => oneMail.test(part));
}

/** Half width, no gaps around the signs, no `mailto:`. An ideographic full stop in a domain is a slip of the input method. */
function plainMail(written: string): string {
  return plainText(written)
    .replace(/^mailto:/i, "")
    .replace(/\s*([@.。])\s*/g, "$1")
    .replace(/。/g, ".");
}

const rule = writtenRule({
  usual: /^[\w.+-]+@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i,
  isRight: areMails,
  plain: plainMail,
  wrong: "notMail",
});

/** One mail address or several. */
export const mail: Kind<"notMail" | Untidy> = {
  ...text,
  words: {
    "zh-CN": {
      name: "邮箱",
      hint: "填写邮箱，例如 name@example.com。",
      alert: (header) => `“${header}”要填邮箱，例如 name@example.com。`,
    },
    en: {
      name: "Email",
      hint: "Enter an email address such as name@example.com.",
      alert: (header) => `“${header}” takes an email address such as name@example.com.`,
    },
  },
  rule: () => rule,
  cellTest: (cell) => ({ rule: null, conditions: [`COUNTIF(${cell},"?*@?*.??*")=1`], isLong: false }),
  tableSchema: { marks: { type: "string", format: "email" } },
};
