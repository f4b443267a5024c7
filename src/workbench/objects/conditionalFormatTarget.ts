import { changeHighlight, highlightsOf } from "../book/highlights";
import type { Highlight } from "../book/highlights";
import type { HighlightFormat } from "../data/bookData";
import { itemNotFound } from "../protocol/hostError";
import type { SheetTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** A conditional format of a sheet. */
export interface FormatTarget extends SheetTarget {
  /** Id of its highlight. */
  readonly id: string;
}

/** @throws HostError ItemNotFound when the conditional format is gone */
export function highlightOf({ book, sheet, id }: FormatTarget): Highlight {
  const highlight = highlightsOf(book, sheet).find((item) => item.id === id);
  if (!highlight) throw itemNotFound();
  return highlight;
}

export function changeFormat(target: FormatTarget, part: Partial<Omit<Highlight, "id" | "type">>): void {
  checkWritable(target.book, target.sheet);
  target.book.engine.as("addin", () => changeHighlight(target.book, target.sheet, target.id, part));
}

export function changeLook(target: FormatTarget, part: HighlightFormat): void {
  changeFormat(target, { format: { ...highlightOf(target).format, ...part } });
}
