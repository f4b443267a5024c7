import type { Book } from "../book/book";
import { worksheetNamed } from "../book/grid";
import { readAddress } from "../data/address";
import type { BookArea } from "../data/bookData";
import { invalidArgument } from "../protocol/hostError";
import type { HostObject } from "../protocol/hostObject";
import { objectOf, targetOf } from "./registry";
import type { RangeTarget } from "./registry";

/** The range over an area of a sheet, as an answer. */
export const rangeOf = (book: Book, sheet: string, area: BookArea): HostObject =>
  objectOf("Range", { book, sheet, area });

/**
 * The range that an argument means: an address, or a range that came back as an argument.
 * @throws HostError InvalidArgument
 */
export function rangeArgument(book: Book, sheet: string, value: unknown): RangeTarget {
  const range = targetOf("Range", value);
  if (range) return range;
  const read = typeof value === "string" ? readAddress(value) : null;
  if (!read) throw invalidArgument();
  if (read.sheet === null) return { book, sheet, area: read.area };
  const named = worksheetNamed(book, read.sheet);
  if (!named) throw invalidArgument();
  return { book, sheet: named.getSheetId(), area: read.area };
}
