import type { Area } from "./area";

/**
 * Cuts an area into blocks of whole rows that each stay near `targetBytes`.
 * @param bytesPerRow estimate of a row's size in the answer, JSON bytes; at least 1
 */
export function planChunks(area: Area, bytesPerRow: number, targetBytes: number): readonly Area[] {
  const rowsPerChunk = Math.max(1, Math.floor(targetBytes / Math.max(1, bytesPerRow)));
  const chunks: Area[] = [];
  for (let done = 0; done < area.rows; done += rowsPerChunk) {
    chunks.push({ ...area, row: area.row + done, rows: Math.min(rowsPerChunk, area.rows - done) });
  }
  return chunks;
}

/** How many items, from the first on, stay together within a limit; at least one, if there is one. */
export function fitting<Item>(items: readonly Item[], sizeOf: (item: Item) => number, limit: number): number {
  let size = 0;
  const end = items.findIndex((item, index) => {
    size += sizeOf(item);
    return index > 0 && size > limit;
  });
  return end < 0 ? items.length : end;
}

/** Two halves of a block that was too large, or null where it is one row already. */
export function halve(area: Area): readonly [Area, Area] | null {
  if (area.rows < 2) return null;
  const rows = Math.ceil(area.rows / 2);
  return [
    { ...area, rows },
    { ...area, row: area.row + rows, rows: area.rows - rows },
  ];
}
