import type { IRange } from "@univerjs/presets";

/** Over so many runs of rows a column counts as changed from the first to the last. */
const mostRuns = 8;

interface Run {
  readonly first: number;
  last: number;
}

type Cells = Readonly<Record<number, Readonly<Record<number, unknown>> | undefined>>;

/** Per column the rows that hold a cell, in runs without gaps. */
function runsByColumn(cells: Cells): ReadonlyMap<number, readonly Run[]> {
  const columns = new Map<number, Run[]>();
  // Numbers as keys come in their order.
  for (const [rowKey, line] of Object.entries(cells)) {
    const row = Number(rowKey);
    for (const columnKey of Object.keys(line ?? {})) {
      const column = Number(columnKey);
      const runs = columns.get(column);
      const run = runs?.at(-1);
      if (run?.last === row - 1) run.last = row;
      else if (runs) runs.push({ first: row, last: row });
      else columns.set(column, [{ first: row, last: row }]);
    }
  }
  return columns;
}

/** Few ranges that hold all of the cells, and some besides where the cells have many gaps. */
export function fewRangesOf(cells: Cells): IRange[] {
  const ranges: IRange[] = [];
  /** Ranges that end in the column before, by their rows. */
  let open = new Map<string, IRange>();
  for (const [column, runs] of [...runsByColumn(cells)].sort(([a], [b]) => a - b)) {
    const [first, last] = [runs[0], runs.at(-1)];
    if (!first || !last) continue;
    const joined = runs.length > mostRuns ? [{ first: first.first, last: last.last }] : runs;
    const next = new Map<string, IRange>();
    for (const run of joined) {
      const rows = `${run.first}-${run.last}`;
      const left = open.get(rows);
      if (left?.endColumn === column - 1) {
        left.endColumn = column;
        next.set(rows, left);
        continue;
      }
      const range = { startRow: run.first, endRow: run.last, startColumn: column, endColumn: column };
      ranges.push(range);
      next.set(rows, range);
    }
    open = next;
  }
  return ranges;
}
