import fc from "fast-check";
import { applyAll, inMemoryPort, newInMemoryWorkbook } from "../../../test/support/inMemoryWorkbook";
import { bookkeepingSheet, readStore, readTop, settingsKey, topOfStore, writeStore, type Store } from "./store";

const quiet = { report: () => undefined, cancelled: () => false };

async function stored(stores: readonly Store[]): Promise<Store | "foreign"> {
  const book = newInMemoryWorkbook("客户", [["客户"]]);
  let before: Store | null = null;
  for (const store of stores) {
    applyAll(book, writeStore(before, store));
    before = store;
  }
  const read = await inMemoryPort(book, 46_241).readWorkbook(() => [bookkeepingSheet], quiet);
  if (!read.ok) throw new Error(read.fault.code);
  return readStore(read.value.sheets.get(bookkeepingSheet)!.grid, "veryHidden");
}

test("texts come back as they were put in, however long, and shorter ones leave nothing of longer ones behind", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc.integer({ min: 29_990, max: 60_010 }).map((length) => "😀字a".repeat(length / 4)),
  );
  const store = fc
    .dictionary(fc.constantFrom("a", "restore", "mapping", "别的"), text)
    .map((o) => new Map(Object.entries(o)));
  await fc.assert(
    fc.asyncProperty(fc.array(store, { minLength: 1, maxLength: 3 }), async (stores) => {
      expect(await stored(stores)).toEqual(stores.at(-1));
    }),
    { numRuns: 40 },
  );
});

test.each([
  ["whatever was written down before them", [["points", "x".repeat(70_000)]], "{}", "{}"],
  ["but not where they go on in a second cell", [["points", "y"]], "z".repeat(31_000), null],
] as const)("the Settings stand on top, %s", async (_, others, text, top) => {
  const book = newInMemoryWorkbook("客户", [["客户"]]);
  applyAll(book, writeStore(null, new Map(others)));
  applyAll(book, writeStore(new Map(others), new Map<string, string>([...others, [settingsKey, text]])));
  const read = await inMemoryPort(book, 46_241).readValues(bookkeepingSheet, topOfStore);
  if (!read.ok) throw new Error(read.fault.code);
  expect(readTop(read.value)).toBe(top);
});

test("a text of another key on top is not taken for the Settings", async () => {
  const book = newInMemoryWorkbook("客户", [["客户"]]);
  applyAll(book, writeStore(null, new Map([["points", "{}"]])));
  const read = await inMemoryPort(book, 46_241).readValues(bookkeepingSheet, topOfStore);
  expect(read.ok && readTop(read.value)).toBeNull();
});

test("a sheet of that title without our mark is somebody else's", () => {
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  expect(readStore({ area, values: [["我的私房笔记"]] }, "veryHidden")).toBe("foreign");
  expect(readStore({ area, values: [] }, "visible")).toBe("foreign");
  expect(readStore({ area, values: [[""]] }, "hidden")).toBe("foreign");
});

test("what Ctrl+Z leaves of ours, a blank sheet that nobody can see, is ours and holds nothing", () => {
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  expect(readStore({ area, values: [] }, "veryHidden")).toEqual(new Map());
  expect(readStore({ area, values: [[""]] }, "veryHidden")).toEqual(new Map());
});
