import { knownFieldIds, ownField, type FieldId } from "../../schema/fieldIds";

/** What an update brought for one row of the sheet. */
export interface RowBase {
  /** The row's ID in the export; blank where the export has none. */
  readonly source: string;
  /**
   * Hash after hash of what was brought for each of the base's fields: enough to see whether the cell or the export has changed since.
   * One text a row, since ten thousand rows have two hundred thousand cells.
   */
  readonly hashes: string;
}

/** What one source brought last. */
export interface UpdateBase {
  readonly fields: readonly FieldId[];
  /** By the ID of the sheet's row; the row that was brought longest ago comes first. */
  readonly rows: ReadonlyMap<string, RowBase>;
}

export const noBase: UpdateBase = { fields: [], rows: new Map() };

/** Characters that a hash is written in, each for six bits. */
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const hashLength = 5;
/** Stands where a row was brought nothing for a field. */
export const nothingBrought = ".....";

/** Five characters that tell one text from another: 30 bits, so that of a thousand million pairs of texts one has the same. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // FNV alone leaves texts that differ in their last character alike in the upper bits.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= hash >>> 13;
  let word = "";
  for (let digit = 0; digit < hashLength; digit += 1) word += digits[(hash >>> (digit * 6)) & 63] ?? "";
  return word;
}

/** The hash of a row's field by the field's place in the base; `nothingBrought` where it has none. */
export function hashAt(hashes: string, place: number): string {
  return place < 0 ? nothingBrought : hashes.slice(place * hashLength, (place + 1) * hashLength) || nothingBrought;
}

/** A field by the name that `encodeBase` and the remembered mapping give it. */
export function fieldOfName(name: string): FieldId {
  return knownFieldIds.find((known) => known === name) ?? ownField(name.replace(/^own:/, ""));
}

function inOneCell(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ");
}

/** What is kept of a base within a limit, and how many rows were dropped for it. */
export interface EncodedBase {
  readonly text: string;
  readonly dropped: number;
}

/**
 * A base as text: a line of fields, then a line a row with its ID, its ID in the export, and five characters a field.
 * @param limit most characters; the rows that were brought longest ago are dropped beyond it
 */
export function encodeBase({ fields, rows }: UpdateBase, limit: number): EncodedBase {
  const head = fields.map(inOneCell).join("\t");
  const lines = Array.from(rows, ([id, { source, hashes }]) => `${inOneCell(id)}\t${inOneCell(source)}\t${hashes}`);
  let length = head.length;
  let first = lines.length;
  // From the youngest row on: what does not fit any more is the oldest.
  while (first > 0) {
    length += (lines[first - 1]?.length ?? 0) + 1;
    if (length > limit) break;
    first -= 1;
  }
  return { text: [head, ...lines.slice(first)].join("\n"), dropped: first };
}

/** Reads what `encodeBase` wrote; lines that are none of it are left out. */
export function decodeBase(text: string): UpdateBase {
  const [head = "", ...lines] = text.split("\n");
  const fields = head === "" ? [] : head.split("\t").map(fieldOfName);
  const rows = new Map<string, RowBase>();
  for (const line of lines) {
    const [id, source, hashes] = line.split("\t");
    if (id === undefined || source === undefined || hashes?.length !== fields.length * hashLength) continue;
    rows.set(id, { source, hashes });
  }
  return { fields, rows };
}
