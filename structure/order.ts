import { compositionRoots, house, type Room, type Wing } from "./house";

/** Where a file stands. */
export interface Place {
  readonly wing: Wing;
  /** Place in the wing's order, from 0. */
  readonly floor: number;
  readonly room: Room;
}

/** The room of a file, by its path from the project's root; null for a file that stands in none. */
export function placeOf(file: string): Place | null {
  const wing = house.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!wing) return null;
  const inside = file.slice(wing.folder.length + 1);
  const floor = wing.rooms.findIndex(({ name, files }) => files?.includes(inside) ?? inside.startsWith(`${name}/`));
  const room = wing.rooms[floor];
  return room ? { wing, floor, room } : null;
}

/**
 * Why one file may not import the other; null where it may.
 * @param from path of a file of the product, from the project's root
 * @param to path of what it imports; packages are nobody's business here
 */
export function objection(from: string, to: string): string | null {
  if (to.startsWith("test/")) return "code of the product does not import tests";
  const [here, there] = [placeOf(from), placeOf(to)];
  if (!here || !there) return null;
  if (here.wing !== there.wing) {
    const mayImport = compositionRoots.includes(from) || here.wing.imports.includes(there.wing.name);
    return mayImport ? null : `${here.wing.name} does not import ${there.wing.name}`;
  }
  if (there.floor <= here.floor) return null;
  return `${here.wing.name}/${here.room.name} stands below ${there.room.name} and does not import it`;
}
