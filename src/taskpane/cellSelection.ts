import type { Session } from "../app/session/session";
import { parseAddress } from "../domain/workbook/area";

/** Selects a cell by its sheet title and A1 address. */
export type SelectCell = (sheet: string, cell: string) => void;

/**
 * Selecting takes a round trip, and a held arrow key asks for many: while one is under way only the latest wish is kept.
 */
export function createCellSelection(session: Pick<Session, "select">): SelectCell {
  let running = false;
  let next: (() => Promise<void>) | null = null;
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (next !== null) {
        const task = next;
        next = null;
        await task();
      }
    } finally {
      running = false;
    }
  };
  return (sheet, cell) => {
    const area = parseAddress(cell);
    if (area === null) return;
    next = () => session.select(sheet, area);
    if (!running) void run();
  };
}
