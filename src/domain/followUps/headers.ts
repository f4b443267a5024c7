import { knownFieldIds, type FieldId, type KnownFieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { sureScore } from "./match/sureness";
import type { MatchReason } from "./match/guess";
import { nameCandidates } from "./match/nameCandidates";

/** Which column a field has: an index into the headers given. */
export interface HeaderMatch {
  readonly field: FieldId;
  readonly column: number;
  readonly by: MatchReason["by"];
}

/**
 * Finds the fields of a header row by the names of its columns alone. Each field gets one column at most: its own name before others,
 * the likelier name before the others, the left column before the right one.
 */
export function matchHeaders(headers: readonly CellValue[]): readonly HeaderMatch[] {
  const best = new Map<KnownFieldId, HeaderMatch & { readonly score: number }>();
  headers.forEach((header, column) => {
    const [likeliest] = nameCandidates(String(header));
    if (!likeliest || likeliest.score < sureScore) return;
    const held = best.get(likeliest.field);
    if (!held || likeliest.score > held.score) best.set(likeliest.field, { ...likeliest, column });
  });
  return knownFieldIds.flatMap((field) => {
    const held = best.get(field);
    return held ? [{ field, column: held.column, by: held.by }] : [];
  });
}
