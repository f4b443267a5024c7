import { sameFormula } from "./formulaText";
import { absoluteAddress } from "./area";
import { parseReference } from "./reference";
import type { Action } from "./action";
import type { BookSnapshot } from "./snapshot";

/** Names that are missing or point elsewhere. */
export function nameActions(
  book: BookSnapshot,
  wanted: readonly { readonly name: string; readonly formula: string }[],
): readonly Action[] {
  const present = new Map(book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return wanted.flatMap(({ name, formula }): readonly Action[] => {
    const now = present.get(name.toLowerCase());
    return now !== undefined && sameReference(now, formula) ? [] : [{ kind: "setName", name, formula }];
  });
}

/** Excel drops the quotes of a sheet title that needs none. */
function sameReference(a: string, b: string): boolean {
  const [left, right] = [parseReference(a), parseReference(b)];
  if (!left || !right) return sameFormula(a, b);
  return (
    absoluteAddress(left.sheet, left.area).toLowerCase() === absoluteAddress(right.sheet, right.area).toLowerCase()
  );
}
