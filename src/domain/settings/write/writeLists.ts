import type { SchemaDraft } from "../../schema/draft";
import type { Language } from "../../values/language";
import type { CellInput, CellValue } from "../../values/value";
import type { Action } from "../../workbook/action";
import { cellAddress } from "../../workbook/area";
import type { FormulaGrid } from "../../workbook/snapshot";
import type { Place } from "../place";
import { listHeader, listKeyAt } from "../tables/lists";
import { isFilled, writeChanged, type WritePlan } from "./writeTable";

/** A column of the lists table as it should be. */
interface ListColumn {
  readonly header: CellValue;
  readonly cells: readonly CellValue[];
}

/** The columns that a draft leads to: those that stand, changed where it says so, without those that go, then new ones. */
function targetColumns({ headers, rows }: Place, draft: SchemaDraft, language: Language): readonly ListColumn[] {
  const columns = new Map(headers.map((header, column) => [listKeyAt(header), column]));
  const before = new Map(draft.base.lists.map((list) => [list.key, list.entries]));
  const kept = new Set(draft.lists.map(({ was }) => was));
  const gone = new Set([...before.keys()].flatMap((key) => (kept.has(key) ? [] : (columns.get(key) ?? []))));
  const wanted = headers.map((header, column): ListColumn => ({ header, cells: rows.map((row) => row[column] ?? "") }));
  for (const { was, now } of draft.lists) {
    const column = was === null ? undefined : columns.get(was);
    const old = was === null ? undefined : before.get(was);
    const isSame = old !== undefined && JSON.stringify(old) === JSON.stringify(now.entries);
    const header = listHeader({ key: now.key, entries: [] }, language);
    if (column === undefined) {
      if (!isSame) wanted.push({ header, cells: now.entries });
      continue;
    }
    const stands = wanted[column];
    if (stands)
      wanted[column] = { header: was === now.key ? stands.header : header, cells: isSame ? stands.cells : now.entries };
  }
  return wanted.filter((_, column) => !gone.has(column));
}

/** Writes the lists table: one column per list. A list that goes lets those behind it move up. */
export function writeLists(
  place: Place,
  formulas: FormulaGrid | null,
  draft: SchemaDraft,
  language: Language,
): WritePlan {
  const { area, name, sheet, totals } = place.table;
  const target = targetColumns(place, draft, language);
  const height = Math.max(place.rows.length, ...target.map(({ cells }) => cells.length));
  const width = Math.max(1, target.length);
  if (totals && height > place.rows.length)
    return { ok: false, sheet, cell: cellAddress(area.row + area.rows - 1, area.column) };
  const cells: CellInput[][] = [];
  for (let row = 0; row <= height; row += 1) {
    cells.push([]);
    for (let column = 0; column < Math.max(width, area.columns); column += 1) {
      const inside = row <= place.rows.length && column < area.columns;
      const now = inside ? ((row === 0 ? place.headers[column] : place.rows[row - 1]?.[column]) ?? "") : "";
      const list = target[column];
      const want = list === undefined ? "" : row === 0 ? list.header : (list.cells[row - 1] ?? "");
      if (!inside && column < width && isFilled(formulas, area.row + row, area.column + column))
        return { ok: false, sheet, cell: cellAddress(area.row + row, area.column + column) };
      cells[row]?.push(want === now ? null : want);
    }
  }
  const write = writeChanged(sheet, area, cells);
  if (width === area.columns && height === place.rows.length) return { ok: true, actions: write };
  const resize: Action = {
    kind: "resizeTable",
    name,
    sheet,
    area: { ...area, columns: width, rows: area.rows - place.rows.length + height },
  };
  // A new column needs its header before the table takes it in; Excel would make one up, and a table that shrinks keeps its cells.
  return { ok: true, actions: [...write, resize] };
}
