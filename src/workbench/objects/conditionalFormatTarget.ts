import { intersect } from "../../domain/workbook/area";
import { changeHighlight, highlightsOf } from "../book/highlights";
import type { Highlight } from "../book/highlights";
import type { HighlightFormat } from "../data/bookData";
import { HostError, itemNotFound } from "../protocol/hostError";
import type { AreasTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** A conditional format of a sheet, as it was reached through a list. */
export interface FormatTarget extends AreasTarget {
  /** Id of its highlight in the book. */
  readonly id: string;
}

/** The conditional formats that touch the cells, the first in order first. */
export function touching({ book, sheet, areas }: AreasTarget): readonly Highlight[] {
  return highlightsOf(book, sheet).filter((highlight) =>
    highlight.areas.some((part) => areas.some((area) => intersect(part, area))),
  );
}

/** What the client knows a conditional format by. In Excel it is the number in the list, which shifts with every change of the list. */
export function publicId(target: FormatTarget): string {
  if (target.book.behaviour.conditionalFormatIds === "stable") return target.id;
  return String(touching(target).findIndex(({ id }) => id === target.id));
}

/** The conditional format that the client means by an id; null where there is none. */
export function byPublicId(list: AreasTarget, id: unknown): Highlight | null {
  if (list.book.behaviour.conditionalFormatIds === "stable")
    return highlightsOf(list.book, list.sheet).find((highlight) => highlight.id === id) ?? null;
  const index = typeof id === "string" || typeof id === "number" ? Number(id) : Number.NaN;
  return touching(list)[index] ?? null;
}

/** @throws HostError ItemNotFound when the conditional format is gone */
export function highlightOf({ book, sheet, id }: FormatTarget): Highlight {
  const highlight = highlightsOf(book, sheet).find((item) => item.id === id);
  if (!highlight) throw itemNotFound();
  return highlight;
}

/**
 * A conditional format whose formula and look are asked for.
 * @throws HostError for one that Excel itself made by copying and cannot tell, where that is played
 */
export function readableOf(target: FormatTarget): Highlight {
  const { behaviour, copiedHighlights } = target.book;
  if (behaviour.unreadableRules === "copied" && copiedHighlights.has(target.id))
    throw new HostError("GeneralException", "There was an internal error while processing the request.", 500);
  return highlightOf(target);
}

export function changeFormat(target: FormatTarget, part: Partial<Omit<Highlight, "id" | "type">>): void {
  checkWritable(target.book, target.sheet);
  target.book.engine.as("addin", () => changeHighlight(target.book, target.sheet, target.id, part));
}

export function changeLook(target: FormatTarget, part: HighlightFormat): void {
  changeFormat(target, { format: { ...highlightOf(target).format, ...part } });
}
