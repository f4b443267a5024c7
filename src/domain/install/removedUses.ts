import { kindOf } from "../kinds/allKinds";
import { removedEntries, type Move, type SchemaDraft } from "../schema/draft";
import { listKeyOf } from "../schema/fieldLists";
import { entriesOfList } from "../schema/lists";
import { splitMulti } from "../values/multiList";
import type { Records } from "../followUps/records";

/** An entry that a draft removes and that customers have. */
export interface RemovedUse extends Omit<Move, "to"> {
  readonly customers: number;
}

/** Which entries that a draft removes customers have, and how many. Names are compared as the check compares them: without case. */
export function removedUses(draft: SchemaDraft, records: Records): readonly RemovedUse[] {
  const removed = removedEntries(draft);
  if (removed.length === 0) return [];
  return removed.flatMap(({ list, from }): readonly RemovedUse[] => {
    const wanted = from.toLowerCase();
    const entries = entriesOfList(list, draft.base);
    const columns = draft.fields.flatMap(({ was, now }) => {
      const column = [...records.columns].find(([id]) => id === was)?.[1];
      return column === undefined || listKeyOf(now) !== list
        ? []
        : [{ column, several: kindOf(now.kind).list?.several }];
    });
    const has = (cell: string, several: boolean | undefined) =>
      cell.toLowerCase() === wanted ||
      (several === true && splitMulti(cell, entries).some((name) => name.toLowerCase() === wanted));
    const customers = records.values.filter((row) =>
      columns.some(({ column, several }) => has(String(row[column] ?? "").trim(), several)),
    ).length;
    return customers > 0 ? [{ list, from, customers }] : [];
  });
}
