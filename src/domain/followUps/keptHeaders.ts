import type { FieldId } from "../schema/fieldIds";
import type { Action } from "../workbook/action";
import type { BookSnapshot } from "../workbook/snapshot";
import { matchHeaders } from "./headers";

/** Name of the workbook that lists the columns of the team's which are none of our fields, whatever they are called. */
export const keptName = "FU_Kept";

/** Columns of the follow-up table that were said to be none of our fields. */
export function keptHeaders({ names }: Pick<BookSnapshot, "names">): readonly string[] {
  const formula = names.find(({ name }) => name.toLowerCase() === keptName.toLowerCase())?.formula ?? "";
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text.replaceAll('""', '"'));
}

/** Longest text within a formula. */
const longestText = 255;

/**
 * Remembers the columns that are none of our fields though their names say so: somebody chose it, or their cells are of another kind. Without
 * it the next look would take them by their names.
 * @param headers of the table, as they will be
 * @param fields that have a column, by its place
 */
export function planKeptHeaders(
  { names }: Pick<BookSnapshot, "names">,
  headers: readonly string[],
  fields: ReadonlyMap<FieldId, number>,
): readonly Action[] {
  const taken = new Set(fields.values());
  const kept = headers.filter((header, column) => {
    return !taken.has(column) && header.length <= longestText && matchHeaders([header]).length > 0;
  });
  const before = keptHeaders({ names });
  if (kept.length === before.length && kept.every((header, at) => header === before[at])) return [];
  if (kept.length === 0) return [{ kind: "deleteName", name: keptName }];
  const texts = kept.map((header) => `"${header.replaceAll('"', '""')}"`);
  return [{ kind: "setName", name: keptName, formula: `={${texts.join(",")}}` }];
}
