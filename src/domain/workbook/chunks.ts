import type { Area } from "./area";

/** Excel on the web refuses answers above 5 MB; well below it leaves room for what the estimate misses. */
const defaultTargetBytes = 1_500_000;

/**
 * Cuts an area into blocks of whole rows that each stay near `targetBytes`.
 * @param bytesPerRow estimate of a row's size in the answer, JSON bytes; at least 1
 */
export function planChunks(area: Area, bytesPerRow: number, targetBytes: number = defaultTargetBytes): readonly Area[] {
  const rowsPerChunk = Math.max(1, Math.floor(targetBytes / Math.max(1, bytesPerRow)));
  const chunks: Area[] = [];
  for (let done = 0; done < area.rows; done += rowsPerChunk) {
    chunks.push({ ...area, row: area.row + done, rows: Math.min(rowsPerChunk, area.rows - done) });
  }
  return chunks;
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
