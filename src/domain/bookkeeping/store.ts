import type { CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import type { Area } from "../workbook/area";
import type { SheetFacts, ValueGrid } from "../workbook/snapshot";

/**
 * Texts that the add-in keeps in the workbook for itself: restore points, and what it has learnt of the sheet. They stand on a
 * sheet that nobody sees, each under a key, cut into pieces that fit a cell. Keys that one part does not know are another's.
 */
export type Store = ReadonlyMap<string, string>;

/** What a change writes down beside all that it does, and goes into the store with it. */
export interface StoreEdits {
  /** Texts by their keys; null for one that goes. What stands under other keys stays. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Keys of texts that are true only while the change stands: who gives the change back takes them out. */
  readonly bound: readonly string[];
}

/** Title of the sheet. It is fixed, so that every version finds it. */
export const bookkeepingSheet = "_FollowUp";

/** Stands in the first cell: by it the sheet is known as ours. */
const mark = "Follow-up Sheet: bookkeeping 1";

/** Characters in one cell; Excel takes 32,767. */
const longestPiece = 30_000;

/** Key, number of the piece from 0 on, and the piece. */
const columns = 3;

/** Key of what the Settings said. Each look at the set-up asks for it, so it stands on top, where it is read without all that grows with the list. */
export const settingsKey = "settings";

/** The cells in which the text on top stands, where it fits into one. */
export const topOfStore: Area = { row: 0, column: 0, rows: 2, columns };

/** Cuts a text without parting the two halves of one character. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length || pieces.length === 0;) {
    const last = text.charCodeAt(at + longestPiece - 1);
    const isHalf = last >= 0xd800 && last <= 0xdbff;
    const end = at + longestPiece - (isHalf ? 1 : 0);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

function rowsOf(store: Store): readonly (readonly CellInput[])[] {
  const isOnTop = ([key]: readonly [string, string]) => key === settingsKey;
  const ordered = [...[...store].filter(isOnTop), ...[...store].filter((entry) => !isOnTop(entry))];
  return ordered.flatMap(([key, text]) => piecesOf(text).map((piece, number) => [key, number, piece]));
}

/**
 * What stands on the sheet of that title. A blank one that nobody can see is what Ctrl+Z after a change leaves of ours.
 * @param grid its used values
 * @returns "foreign" for a sheet that is not ours
 */
export function readStore(
  { area, values }: Pick<ValueGrid, "area" | "values">,
  visibility: SheetFacts["visibility"],
): Store | "foreign" {
  if (visibility === "veryHidden" && values.every((row) => row.every((cell) => cell === ""))) return new Map();
  if (area.row !== 0 || area.column !== 0 || values[0]?.[0] !== mark) return "foreign";
  const pieces = new Map<string, string[]>();
  for (const [key, number, piece] of values.slice(1)) {
    const own = (typeof key === "string" && pieces.get(key)) || [];
    // Pieces stand in their order: one that is out of it was put there by somebody else.
    if (typeof key !== "string" || key === "" || number !== own.length) continue;
    own.push(String(piece ?? ""));
    pieces.set(key, own);
  }
  return new Map([...pieces].map(([key, own]) => [key, own.join("")]));
}

/** The text on top of the store; null where another one stands there, or it goes on below: then the whole store tells. */
export function readTop(grid: Pick<ValueGrid, "area" | "values">): string | null {
  const store = readStore(grid, "veryHidden");
  const text = store === "foreign" ? undefined : store.get(settingsKey);
  return text === undefined || text.length >= longestPiece - 1 ? null : text;
}

/** The store with texts that are written down, or taken out. */
export function withEdits(store: Store, { texts }: Pick<StoreEdits, "texts">): Store {
  const after = new Map(store);
  for (const [key, text] of texts) {
    if (text === null) after.delete(key);
    else after.set(key, text);
  }
  return after;
}

/**
 * Writes the store as it is to be; the sheet is made where there is none.
 * @param before what stands there; null where there is no such sheet
 */
export function writeStore(before: Store | null, after: Store): readonly Action[] {
  const wanted = rowsOf(after);
  const left = Math.max(0, rowsOf(before ?? new Map()).length - wanted.length);
  const blank = Array<CellInput>(columns).fill("");
  const cells = [[mark, "", ""], ...wanted, ...Array.from({ length: left }, () => blank)];
  const area = { row: 0, column: 0, rows: cells.length, columns };
  return [
    ...(before === null ? [{ kind: "addSheet", sheet: bookkeepingSheet, visibility: "veryHidden" } as const] : []),
    { kind: "writeCells", sheet: bookkeepingSheet, area, cells },
  ];
}
