import { isSettingsTable } from "../schema/settingsNames";
import { isKnownField, type FieldId } from "../schema/fieldIds";
import { findFollowUps, followUpTable } from "../followUps/followUps";
import { matchHeaders } from "../followUps/headers";
import { headerKey } from "../followUps/knownNames";
import type { BookSnapshot } from "../workbook/snapshot";
import { ourHeaders } from "../schema/headerNames";

/** A column that the Settings know and the sheet does not have. */
export interface ColumnDrift {
  readonly kind: "column";
  readonly field: FieldId;
  /** The header as the Settings have it. */
  readonly header: string;
  /** The header that may be its new name; null where the column seems to be gone. */
  readonly now: string | null;
  /**
   * Left out for a column that was there. `yes`: the field was written into the Settings since, and its column is not there yet; `maybe`: a
   * field of the team's own of which nobody knows whether its column ever was there.
   */
  readonly isNew?: "yes" | "maybe";
}

/** A table that holds the team's columns, but not under its fixed name. */
export interface TableDrift {
  readonly kind: "table";
  /** Its name now. */
  readonly now: string;
  readonly sheet: string;
}

export type Drift = ColumnDrift | TableDrift;

/** The table and the Settings at a moment at which they agreed. */
export interface SettledColumns {
  readonly headers: readonly string[];
  /** Fields that had a column. */
  readonly fields: ReadonlySet<FieldId>;
}

/** Signs that two names share, as a part of the longer one's length. */
function likeness(a: string, b: string): number {
  const [left, right] = [[...headerKey(a)], [...headerKey(b)]];
  const rest = [...right];
  const shared = left.filter((sign) => {
    const at = rest.indexOf(sign);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return shared.length / Math.max(1, left.length, right.length);
}

/** Names that share fewer of their signs are not taken for a rename without knowing where they stood before. */
const leastLikeness = 0.5;

/**
 * Columns that were renamed or deleted, and a table that lost its name: what the Settings say against what the sheet has.
 * @param settings headers by which the Settings say that fields are found
 * @param before the table and the Settings when they were last looked at and agreed: a header that changed in its place was renamed; null
 * where nobody has looked yet
 */
export function driftOf(
  book: BookSnapshot,
  settings: ReadonlyMap<FieldId, string>,
  before: SettledColumns | null,
): readonly Drift[] {
  const table = findFollowUps(book);
  if (!table) return lostTable(book, settings);
  const { headers } = table;
  const keys = new Set(headers.map(headerKey));
  const lost = [...settings].filter(([, header]) => !keys.has(headerKey(header)));
  if (lost.length === 0) return [];
  const claimed = new Set([...settings.values()].map(headerKey));
  const known = new Set(before?.headers.map(headerKey));
  // A header that was there before is no new name of anything.
  const free = new Set(
    headers.filter(
      (header) => !claimed.has(headerKey(header)) && !ourHeaders.has(header) && !known.has(headerKey(header)),
    ),
  );
  const byAlias = new Map(matchHeaders([...free]).map(({ field, column }) => [field, [...free][column]]));
  return lost.map(([field, header]): Drift => {
    if (before && !before.fields.has(field)) return { kind: "column", field, header, now: null, isNew: "yes" };
    const stood = before?.headers.length === headers.length ? before.headers : [];
    const place = stood.findIndex((each) => headerKey(each) === headerKey(header));
    const inPlace = place >= 0 ? headers[place] : undefined;
    const like = [...free].sort((a, b) => likeness(b, header) - likeness(a, header))[0];
    const guess =
      (inPlace !== undefined && free.has(inPlace) ? inPlace : undefined) ??
      byAlias.get(field) ??
      (like !== undefined && likeness(like, header) >= leastLikeness ? like : undefined);
    if (guess !== undefined) free.delete(guess);
    const drift: ColumnDrift = { kind: "column", field, header, now: guess ?? null };
    return before === null && guess === undefined && !isKnownField(field) ? { ...drift, isNew: "maybe" } : drift;
  });
}

/** The table that has most of the team's columns, where the Settings are there and the follow-up table is not. */
function lostTable(book: BookSnapshot, settings: ReadonlyMap<FieldId, string>): readonly Drift[] {
  const wanted = [...settings.values()].map(headerKey);
  const scored = book.tables
    .filter(({ name }) => !isSettingsTable(name) && name !== followUpTable)
    .map((table) => {
      const keys = new Set(table.headers.map(headerKey));
      return { table, found: wanted.filter((key) => keys.has(key)).length };
    })
    .sort((a, b) => b.found - a.found);
  const [best] = scored;
  if (!best || best.found < Math.max(2, wanted.length / 2)) return [];
  return [{ kind: "table", now: best.table.name, sheet: best.table.sheet }];
}
