import { knownFieldIds, type KnownFieldId } from "../schema/fieldIds";
import { headerNames } from "../schema/headerNames";
import type { Language } from "../values/language";
import { foldText } from "../values/text";

/** Signs without a width, which come along from web pages. */
const invisible = /[\u200B-\u200D\u2060]/g;

/**
 * A header for comparing: width, case, white space and signs without a width, required marks, underscores and a unit in brackets at its end make no
 * difference, so that `预计金额（元）*` and `预计金额` are one name.
 */
export function headerKey(header: string): string {
  return foldText(header.replace(invisible, ""))
    .replace(/[*:：_-]/g, "")
    .replace(/[([【][^()[\]【】]*[)\]】]$/, "");
}

/** A field by one of its names. */
export interface Claim {
  readonly field: KnownFieldId;
  /** 0 for the field's own name, then the place in its list of aliases. */
  readonly rank: number;
}

const languages: readonly Language[] = ["zh-CN", "en"];

const claims = new Map<string, Claim>();
for (const field of knownFieldIds) {
  const { own, aliases } = headerNames[field];
  for (const language of languages) claims.set(headerKey(own[language]), { field, rank: 0 });
  aliases.forEach((alias, index) => claims.set(headerKey(alias), { field, rank: index + 1 }));
}

/** The field that a header names; null for a header that we do not know. */
export function namedField(header: string): Claim | null {
  return claims.get(headerKey(header)) ?? null;
}
