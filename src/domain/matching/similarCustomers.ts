import type { CellValue } from "../values/value";
import { isPlace, normalisedName } from "./customerName";
import { isTelling, normalisedPhones } from "./phoneKeys";

/** Customers in a form that is quick to compare with; made once, by `knownCustomers`. */
export interface KnownCustomers {
  readonly names: readonly string[];
  /** Places of the customers with a telephone number. */
  readonly byPhone: ReadonlyMap<string, readonly number[]>;
}

/** Why a known customer may be the one that is being typed, the likelier first. */
export type SimilarCause = "name" | "phone" | "contained" | "near";

export interface SimilarCustomer {
  /** Place in the customers given to `knownCustomers`. */
  readonly index: number;
  readonly cause: SimilarCause;
}

export function knownCustomers(
  customers: readonly { readonly name: string; readonly phone: CellValue }[],
): KnownCustomers {
  const byPhone = new Map<string, number[]>();
  customers.forEach(({ phone }, index) => {
    for (const key of normalisedPhones(phone).filter(isTelling)) {
      const places = byPhone.get(key);
      if (places) places.push(index);
      else byPhone.set(key, [index]);
    }
  });
  return { names: customers.map(({ name }) => normalisedName(name)), byPhone };
}

/** Words that tell customers apart who are called alike otherwise: 一分店 and 二分店, 客户0001 and 客户0002, 华东 and 华南. */
const telling = /[\d一二三四五六七八九十甲乙丙丁东南西北]/g;

/** Shortest name that may stand for a longer one it is part of: two Chinese characters, four letters. */
function canStandAlone(name: string): boolean {
  return (/\p{Script=Han}/u.test(name) ? name.length >= 2 : name.length >= 4) && !isPlace(name);
}

/** How many slips are forgiven in a name of this length: none below four characters, two from eight on. */
function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Slips between two texts: characters that are wrong, missing, too many, or swapped with their neighbour (optimal string
 * alignment). More than `most` are not counted out.
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}

/** How a typed name and a known one are alike, with a rank within the cause (smaller is likelier); null where they are not. */
function likeness(typed: string, known: string): { readonly cause: SimilarCause; readonly rank: number } | null {
  if (typed === "" || known === "") return null;
  if (typed === known) return { cause: "name", rank: 0 };
  const [shorter, longer] = typed.length < known.length ? [typed, known] : [known, typed];
  if (longer.includes(shorter) && canStandAlone(shorter)) {
    return { cause: "contained", rank: longer.length - shorter.length + (longer.startsWith(shorter) ? 0 : 100) };
  }
  const allowed = slipsAllowed(shorter.length);
  if (allowed === 0 || longer.length - shorter.length > allowed) return null;
  const slips = slipsBetween(typed, known, allowed);
  if (slips > allowed || typed.match(telling)?.join("") !== known.match(telling)?.join("")) return null;
  return { cause: "near", rank: slips };
}

const order: readonly SimilarCause[] = ["name", "phone", "contained", "near"];

/**
 * Known customers that may be the one somebody is typing in as new: the same name as `normalisedName` compares, a telephone
 * number in common, one name within the other, or a name with a slip or two in it. Names of less than four characters are
 * never alike by slips alone. The likeliest come first, each customer once.
 */
export function similarCustomers(
  name: string,
  phone: CellValue,
  known: KnownCustomers,
  limit = 5,
): readonly SimilarCustomer[] {
  const typed = normalisedName(name);
  const byPhone = new Set(normalisedPhones(phone).flatMap((key) => known.byPhone.get(key) ?? []));
  const found: { index: number; cause: SimilarCause; rank: number }[] = [];
  known.names.forEach((other, index) => {
    const like = likeness(typed, other);
    if (like?.cause === "name" || (like && !byPhone.has(index))) found.push({ index, ...like });
    else if (byPhone.has(index)) found.push({ index, cause: "phone", rank: 0 });
  });
  return found
    .sort((a, b) => order.indexOf(a.cause) - order.indexOf(b.cause) || a.rank - b.rank || a.index - b.index)
    .slice(0, limit)
    .map(({ index, cause }) => ({ index, cause }));
}
