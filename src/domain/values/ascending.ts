/** How many items of an ascending list come before a border: all of those that `isBefore` holds for stand first. */
export function countBefore<Item>(ascending: readonly Item[], isBefore: (item: Item) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = ascending[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
