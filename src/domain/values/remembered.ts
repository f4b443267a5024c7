import type { CellValue } from "./value";

/** As many different values as are remembered of a column: more than any list has, and few enough to cost nothing. */
const mostRemembered = 1000;

/**
 * The same function, which works each value out once. For columns in which few different values stand many times, such as
 * stages and owners: looking a value up is far quicker than folding it. What the function gives must depend on the value
 * alone; null, not undefined, says that there is nothing.
 */
export function remembered<Value extends CellValue, Result extends NonNullable<unknown> | null>(
  find: (value: Value) => Result,
): (value: Value) => Result {
  const found = new Map<Value, Result>();
  return (value) => {
    const before = found.get(value);
    if (before !== undefined) return before;
    const result = find(value);
    if (found.size < mostRemembered) found.set(value, result);
    return result;
  };
}
