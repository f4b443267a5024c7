import { plainText, tidyText, trimmedText } from "./tidy";

const domain = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}`;
/** A web address, with or without its scheme. Its host stands alone before a port, a path, a question or a place. */
const webAddress = new RegExp(String.raw`^(https?://)?(${domain}(?::\d{1,5})?)(?:[/?#]\S*)?$`, "iu");
const mailLink = new RegExp(String.raw`^mailto:([^\s@,;:<>()[\]"\\?&#]+@${domain})(?:\?\S*)?$`, "iu");

/** What a path goes on with. Windows allows no more in names; marks that turn the direction of writing could hide what a file is. */
const rest = String.raw`(?![\\/])[^<>:"|?*\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+`;
const drive = String.raw`[a-z]:[\\/]${rest}`;
const server = String.raw`[\p{L}\p{N}][\p{L}\p{N}.@_-]*`;
const share = String.raw`\\\\${server}\\${rest}`;
const filePath = new RegExp(
  String.raw`^(?:${drive}|${share}|file://(?:/(?:${drive}|${share}|${rest})|${server}/${rest}))$`,
  "iu",
);
/** How a path begins, also where it was typed with full-width signs. */
const pathStart = /^(?:[a-zａ-ｚ][:：][\\/＼／]|[\\＼]{2}|[fｆ][iｉ][lｌ][eｅ][:：])/iu;

/** Where a link leads to. Nothing but the web and mail is ever opened: a page has no way to a file. */
export type LinkTarget =
  | { readonly kind: "web"; readonly address: string; readonly host: string }
  | { readonly kind: "mail"; readonly address: string; readonly to: string }
  | { readonly kind: "file"; readonly path: string };

/** Letters and digits of a file's name stay as they are: with others it would be another file. */
function plainPath(path: string): string {
  const [, wide] = /^(?:.[:：])?([＼／])/u.exec(path) ?? [];
  const parted = wide === undefined ? path : path.replaceAll(wide, "\\");
  // No name of a file holds a slash: Windows takes it for a backslash.
  const written = /^.[:：]/u.test(parted) ? parted.replaceAll("/", "\\") : parted;
  return written.replace(/^(?:[a-zａ-ｚ][:：]|[fｆ][iｉ][lｌ][eｅ][:：])[\\/＼／]*/iu, plainText);
}

/**
 * The link as it should be written. Half width goes as far as what is not free text: of a web address as far as its host, of a path as
 * far as its drive. Quotation marks come along when Windows copies a path, and belong to no path.
 */
export function plainLink(written: string): string {
  const trimmed = trimmedText(trimmedText(written).replace(/^["“](.*)["”]$/su, "$1"));
  if (pathStart.test(trimmed)) return plainPath(trimmed);
  const tidy = tidyText(written);
  if (/^mailto[:：]/i.test(tidy))
    return tidy
      .replace(/^[^?？]+/u, (front) => plainText(front).replace(/。/g, "."))
      .replace(/^mailto:\s+/i, "mailto:");
  return tidy
    .replace(/^https?[:：][/／]{2}/i, (scheme) => plainText(scheme))
    .replace(/^(?:https?:\/\/)?[^/?#]+/i, (front) => plainText(front).replace(/。/g, "."));
}

/** Reads a link that is written as it should be; null for what is none, as every other scheme is (`javascript:`, `data:`). */
export function readLink(link: string): LinkTarget | null {
  const web = webAddress.exec(link);
  if (web) return { kind: "web", address: web[1] === undefined ? `https://${link}` : link, host: web[2] ?? "" };
  const mail = mailLink.exec(link);
  if (mail) return { kind: "mail", address: link, to: mail[1] ?? "" };
  return filePath.test(link) ? { kind: "file", path: link } : null;
}
