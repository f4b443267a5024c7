import { isOwnName } from "./ownNames";

/** How the alias of a name looks: legal as the title of a sheet, and as the name of a table, a column or a cell. */
export const aliasPattern = /\bu_\d+\b/g;

/** True for a text that is an alias and nothing else. */
export function isAlias(text: string): boolean {
  return /^u_\d+$/.test(text);
}

/**
 * Stands in for the names that people gave in one record. A name is numbered when it is met first, so that its alias says where
 * it stands again and nothing of what it is: unlike a hash, it cannot be found by trying names.
 */
export interface Aliases {
  readonly of: (name: string) => string;
  /** The alias of a name that was met before; null for any other text. */
  readonly known: (name: string) => string | null;
  /** Notes an id that Excel gave: where it is asked for later, it stands as it is. */
  readonly keep: (id: string) => void;
}

/** Excel tells names apart without regard to case. */
const fold = (name: string): string => name.toLowerCase();

export function createAliases(): Aliases {
  const given = new Map<string, string>();
  let count = 0;
  const known = (name: string): string | null => (isOwnName(name) ? name : (given.get(fold(name)) ?? null));
  return {
    known,
    keep: (id) => {
      if (!given.has(fold(id))) given.set(fold(id), id);
    },
    of: (name) => {
      const before = known(name);
      if (before !== null) return before;
      count += 1;
      const alias = `u_${count}`;
      given.set(fold(name), alias);
      return alias;
    },
  };
}
