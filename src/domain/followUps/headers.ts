import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { foldText } from "../values/text";
import { headerNames } from "../schema/headerNames";
import type { Language } from "../values/language";

/** Which column a field has: an index into the headers given. */
export interface HeaderMatch {
  readonly field: FieldId;
  readonly column: number;
  readonly by: "exact" | "alias";
}

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

interface Claim {
  readonly field: FieldId;
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

/**
 * Finds the fields of a header row by their own names and known aliases. Each field gets one column at most: its own name
 * before an alias, the likelier alias before the others, the left column before the right one.
 */
export function matchHeaders(headers: readonly CellValue[]): readonly HeaderMatch[] {
  const best = new Map<FieldId, { column: number; rank: number }>();
  headers.forEach((header, column) => {
    const claim = claims.get(headerKey(String(header)));
    if (!claim) return;
    const held = best.get(claim.field);
    if (!held || claim.rank < held.rank) best.set(claim.field, { column, rank: claim.rank });
  });
  return knownFieldIds.flatMap((field) => {
    const held = best.get(field);
    return held ? [{ field, column: held.column, by: held.rank === 0 ? ("exact" as const) : ("alias" as const) }] : [];
  });
}
