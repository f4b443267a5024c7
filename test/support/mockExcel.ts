import type { OfficeMockObject } from "office-addin-mock";

/** Gives a mock the one member that every range has and the library's mocks lack. */
export function mockRange(range: OfficeMockObject): OfficeMockObject {
  return Object.assign(range, { untrack: () => range });
}

/** A collection of mocks for tests: the library's own mocks know none. Loading `items/name` loads `name` of each item. */
export function mockCollection(items: readonly OfficeMockObject[]) {
  return {
    items,
    load: (members: string) => {
      const own = members.split(",").map((member) => member.replace(/^items\//, ""));
      items.forEach((item) => item.load(own));
    },
  };
}

/**
 * Puts an `Excel.run` over mocks in place for a test. What is read without having been loaded and synced comes as the
 * mocks' error texts.
 * @param objects every mock that a sync fills
 * @returns the number of round trips so far
 */
export function mockExcel(workbook: OfficeMockObject, objects: readonly OfficeMockObject[]): () => number {
  let syncs = 0;
  const context = {
    workbook,
    sync: async () => {
      syncs += 1;
      await Promise.all(objects.map((object) => object.sync()));
    },
  };
  const run = (...args: readonly unknown[]): unknown => {
    const batch = args.at(-1);
    return typeof batch === "function" ? batch(context) : undefined;
  };
  Object.assign(globalThis, { Excel: { run } });
  return () => syncs;
}
