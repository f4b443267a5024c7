import type { Records } from "../../followUps/records";
import { normalisedName } from "../../matching/customerName";
import { isTelling, normalisedPhones } from "../../matching/phoneKeys";
import { keyIndexBuilder, rowsWith, type KeyIndex } from "../../matching/sharedKeys";
import { foldText } from "../../values/text";
import { plainText } from "../../values/tidy";
import type { CellValue } from "../../values/value";
import { hashAt, hashOf, nothingBrought, type UpdateBase } from "./base";
import { reader, type ExportRows } from "./exportRows";

/** What a person said of an export's row of which it cannot be told whose it is. */
export type RowAnswer =
  /** It is the customer in this row of the sheet, counted from the list's first row. */
  { readonly kind: "row"; readonly row: number } | { readonly kind: "new" } | { readonly kind: "skip" };

/** Which row of the sheet a row of the export is about. Rows count from the list's first row. */
export type Pairing =
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "new" }
  /**
   * Nobody can tell without being asked: several rows of the sheet may be meant (`rows`), or the export has several rows of one
   * customer and the sheet has fewer.
   */
  | { readonly kind: "asked"; readonly why: "severalRows" | "repeated"; readonly rows: readonly number[] }
  | { readonly kind: "skipped" }
  /** Neither a name nor a known ID. */
  | { readonly kind: "nameless" };

/** An ID for comparing. Capitals count: some systems tell IDs apart by them alone. */
export function idKey(value: CellValue): string {
  return plainText(String(value));
}

interface Side {
  readonly rows: readonly (readonly CellValue[])[];
  readonly at: (row: readonly CellValue[], field: "id" | "customer" | "phone" | "contact") => CellValue;
}

interface Sides {
  readonly exported: Side;
  readonly listed: Side;
}

/** Rows that have something in them, by a key of theirs. */
function indexOf({ rows }: Side, keyOf: (row: readonly CellValue[]) => string): KeyIndex {
  const { index, add } = keyIndexBuilder();
  rows.forEach((row, place) => {
    const key = keyOf(row);
    if (key !== "") add(key, place);
  });
  return index;
}

function nameKey({ at }: Side) {
  return (row: readonly CellValue[]) => {
    const name = at(row, "customer");
    return name === "" ? "" : normalisedName(String(name));
  };
}

function phonesOf(side: Side, place: number): readonly string[] {
  return normalisedPhones(side.at(side.rows[place] ?? [], "phone")).filter(isTelling);
}

function contactOf(side: Side, place: number): readonly string[] {
  const contact = foldText(String(side.at(side.rows[place] ?? [], "contact")));
  return contact === "" ? [] : [contact];
}

/** Pairs of places that have a key in common with each other and with nobody else among those given. */
function uniquePairs(
  exported: readonly number[],
  listed: readonly number[],
  keysOf: {
    readonly exported: (place: number) => readonly string[];
    readonly listed: (place: number) => readonly string[];
  },
): readonly (readonly [exported: number, listed: number])[] {
  const holders = new Map<string, { readonly exported: Set<number>; readonly listed: Set<number> }>();
  const add = (side: "exported" | "listed", place: number) => {
    for (const key of keysOf[side](place)) {
      const holder = holders.get(key) ?? { exported: new Set(), listed: new Set() };
      holder[side].add(place);
      holders.set(key, holder);
    }
  };
  exported.forEach((place) => add("exported", place));
  listed.forEach((place) => add("listed", place));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const holder of holders.values()) {
    const [one, otherOne] = holder.exported;
    const [two, otherTwo] = holder.listed;
    if (one === undefined || two === undefined || otherOne !== undefined || otherTwo !== undefined) continue;
    if (found.has(one) || taken.has(two)) continue;
    found.set(one, two);
    taken.add(two);
  }
  return [...found];
}

/** Pairs rows step by step, so that none is given away twice. */
function createPairs(size: number) {
  const pairings: (Pairing | null)[] = Array.from({ length: size }, () => null);
  const taken = new Set<number>();
  return {
    isOpen: (place: number) => pairings[place] === null,
    isFree: (row: number) => !taken.has(row),
    pair: (place: number, row: number) => {
      pairings[place] = { kind: "row", row };
      taken.add(row);
    },
    settle: (place: number, pairing: Exclude<Pairing, { readonly kind: "row" }>) => {
      pairings[place] = pairing;
    },
    all: () => pairings.map((pairing): Pairing => pairing ?? { kind: "nameless" }),
  };
}

type Pairs = ReturnType<typeof createPairs>;

/** Takes what a person said first: it overrules what the rows say. */
function pairByAnswers(pairs: Pairs, answers: ReadonlyMap<number, RowAnswer>, rows: number): void {
  for (const [place, answer] of answers) {
    if (answer.kind === "row") {
      if (answer.row < rows && pairs.isFree(answer.row)) pairs.pair(place, answer.row);
    } else pairs.settle(place, answer.kind === "new" ? { kind: "new" } : { kind: "skipped" });
  }
}

/** The rows of one key, where one row of either side has it; several on a side are asked about. */
function pairByKey(pairs: Pairs, exported: KeyIndex, listed: KeyIndex): void {
  for (const key of exported.firstOf.keys()) {
    const open = rowsWith(key, exported).filter(pairs.isOpen);
    const free = rowsWith(key, listed).filter(pairs.isFree);
    const [place, ...otherPlaces] = open;
    const [row, ...otherRows] = free;
    if (place === undefined || row === undefined) continue;
    if (otherPlaces.length > 0)
      open.forEach((each) => pairs.settle(each, { kind: "asked", why: "repeated", rows: free }));
    else if (otherRows.length > 0) pairs.settle(place, { kind: "asked", why: "severalRows", rows: free });
    else pairs.pair(place, row);
  }
}

/** True unless the two sides count their own rows: most IDs that both have would then name different customers. */
function meanTheSame({ exported, listed }: Sides, exportIds: KeyIndex, listedIds: KeyIndex): boolean {
  const names = { exported: nameKey(exported), listed: nameKey(listed) };
  let [alike, other] = [0, 0];
  for (const [id, place] of exportIds.firstOf) {
    const row = listedIds.firstOf.get(id);
    if (row === undefined) continue;
    const [theirs, ours] = [names.exported(exported.rows[place] ?? []), names.listed(listed.rows[row] ?? [])];
    if (theirs === "" || ours === "") continue;
    if (theirs === ours) alike += 1;
    else other += 1;
  }
  return alike >= other;
}

/**
 * The rows of one customer's name: told apart by telephone and contact where there are several of them.
 * @param places all rows of the name in the export, those that were found by their ID among them, so that the next update sees the same
 * @param rows all rows of the name in the sheet
 */
function pairByName(
  pairs: Pairs,
  sides: Sides,
  places: readonly number[],
  rows: readonly number[],
  isOther: (place: number, row: number) => boolean,
): void {
  const [place, another] = places;
  const [row, anotherRow] = rows;
  if (place === undefined || !places.some(pairs.isOpen)) return;
  const canPair = (one: number, two: number) => pairs.isOpen(one) && pairs.isFree(two) && !isOther(one, two);
  if (another === undefined) {
    if (row === undefined) return pairs.settle(place, { kind: "new" });
    if (anotherRow === undefined && canPair(place, row)) return pairs.pair(place, row);
  }
  for (const keys of [phonesOf, contactOf]) {
    const keysOf = {
      exported: (each: number) => keys(sides.exported, each),
      listed: (each: number) => keys(sides.listed, each),
    };
    for (const [one, two] of uniquePairs(places, rows, keysOf)) if (canPair(one, two)) pairs.pair(one, two);
  }
  const free = rows.filter(pairs.isFree);
  const why = another === undefined ? "severalRows" : "repeated";
  for (const left of places.filter(pairs.isOpen)) pairs.settle(left, { kind: "asked", why, rows: free });
}

/** Rows that people have renamed since the last update, by the hash of the name that it brought; null for one that several rows had. */
function renamedRows(listed: Side, base: UpdateBase): ReadonlyMap<string, number | null> {
  const place = base.fields.indexOf("customer");
  const nameOf = nameKey(listed);
  const renamed = new Map<string, number | null>();
  listed.rows.forEach((row, at) => {
    const brought = hashAt(base.rows.get(idKey(listed.at(row, "id")))?.hashes ?? "", place);
    if (brought === nothingBrought || brought === hashOf(nameOf(row))) return;
    renamed.set(brought, renamed.has(brought) ? null : at);
  });
  return renamed;
}

/**
 * The rows that people have renamed since: under the former name they are the same customers. Names that several rows of the export have are
 * left to what else tells the rows apart.
 * @returns rows of the sheet that were found
 */
function pairByFormerName(
  pairs: Pairs,
  names: KeyIndex,
  renamed: ReadonlyMap<string, number | null>,
  isOther: (place: number, row: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [key, place] of names.firstOf) {
    const row = renamed.get(hashOf(key)) ?? null;
    if (row === null || rowsWith(key, names).length > 1) continue;
    if (!pairs.isOpen(place) || !pairs.isFree(row) || isOther(place, row)) continue;
    pairs.pair(place, row);
    found.add(row);
  }
  return found;
}

/**
 * Finds the sheet's row of each row of an export: by ID, by the ID that the last update remembered, else by the customer's name, also the
 * one that the last update brought, with telephone and contact where that is not enough. What fits several is asked about, never guessed,
 * and no row of the sheet is found twice.
 */
export function pairRows(
  records: Records,
  exported: ExportRows,
  base: UpdateBase,
  answers: ReadonlyMap<number, RowAnswer>,
): readonly Pairing[] {
  const listedSide: Side = { rows: records.values, at: reader(records.columns) };
  const exportSide: Side = { rows: exported.rows, at: reader(exported.columns) };
  const sides: Sides = { listed: listedSide, exported: exportSide };
  const pairs = createPairs(exported.rows.length);
  pairByAnswers(pairs, answers, records.values.length);

  const ownId = (side: Side) => (row: readonly CellValue[]) => idKey(side.at(row, "id"));
  const sourceOf = (row: readonly CellValue[]) => base.rows.get(idKey(listedSide.at(row, "id")))?.source ?? "";
  const exportIds = indexOf(exportSide, ownId(exportSide));
  pairByKey(pairs, exportIds, indexOf(listedSide, sourceOf));
  const listedIds = indexOf(listedSide, ownId(listedSide));
  if (meanTheSame(sides, exportIds, listedIds)) pairByKey(pairs, exportIds, listedIds);

  // A row that another record of the same source is known for is not this one's because their names are alike.
  const isOther = (place: number, row: number) => {
    const known = sourceOf(listedSide.rows[row] ?? []);
    const own = ownId(exportSide)(exportSide.rows[place] ?? []);
    return known !== "" && own !== "" && known !== own;
  };
  const names = indexOf(exportSide, nameKey(exportSide));
  const listedNames = indexOf(listedSide, nameKey(listedSide));
  const renamed = pairByFormerName(pairs, names, renamedRows(listedSide, base), isOther);
  for (const key of names.firstOf.keys()) {
    const rows = rowsWith(key, listedNames).filter((row) => !renamed.has(row));
    pairByName(pairs, sides, rowsWith(key, names), rows, isOther);
  }
  return pairs.all();
}
