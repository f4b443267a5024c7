import { shifted } from "../data/areas";
import { sheetState } from "./book";
import type { Book } from "./book";
import { shiftCharts } from "./charts";
import type { LineMove } from "./charts";

/** Moves what the grid cannot hold along with rows or columns that were put into a sheet or taken out of it. */
export function moveWithLines(book: Book, move: LineMove): void {
  const { sheet, along, at, count } = move;
  const state = sheetState(book, sheet);
  if (state.autoFilter) {
    const area = shifted(state.autoFilter.area, along, at, count);
    state.autoFilter = area && { ...state.autoFilter, area };
  }
  const { printArea, ...page } = state.pageSetup;
  const moved = printArea && shifted(printArea, along, at, count);
  if (printArea) state.pageSetup = moved ? { ...page, printArea: moved } : page;
  shiftCharts(book, move);
  for (const highlight of book.opaqueHighlights) {
    if (highlight.sheet !== sheet) continue;
    const areas = highlight.data.areas.flatMap((area) => shifted(area, along, at, count) ?? []);
    highlight.data = { ...highlight.data, areas };
  }
  const gone = book.opaqueHighlights.filter((highlight) => highlight.data.areas.length === 0);
  for (const highlight of gone) book.opaqueHighlights.splice(book.opaqueHighlights.indexOf(highlight), 1);
}
