import { hashOf, type UpdateBase } from "../../domain/adoption/grow/base";
import type { Source } from "../../domain/adoption/grow/sources";
import { withEdits, type Store } from "../../domain/bookkeeping/store";
import { baseOf, memoryOf, remember } from "./memory";

const source = (key: string): Source => ({
  key,
  name: key,
  isAdopted: false,
  columns: new Map([[key, "customer"]]),
  answers: new Map(),
  values: new Map(),
});

function baseOfRows(rows: number): UpdateBase {
  const hashes = Array.from({ length: 12 }, () => hashOf("x")).join("");
  return {
    fields: [
      "customer",
      "stage",
      "owner",
      "amount",
      "note",
      "phone",
      "mail",
      "contact",
      "source",
      "tags",
      "needs",
      "wechat",
    ],
    rows: new Map(Array.from({ length: rows }, (_, at) => [`C${at}`, { source: "", hashes }])),
  };
}

/** What the workbook holds once a source and its base were written down in it. */
function stored(store: Store | null, ...of: readonly [Source, UpdateBase]): Store {
  return withEdits(store ?? new Map(), remember(memoryOf(store), ...of).edits);
}

test("what one source brought is remembered beside what others brought, and what other parts keep stays", () => {
  const other = new Map([["restore", "somebody's"]]);
  const first = stored(other, source("a"), baseOfRows(3));
  const second = stored(first, source("b"), baseOfRows(5));
  const memory = memoryOf(second);
  expect(second.get("restore")).toBe("somebody's");
  expect(memory.sources.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(baseOf(memory, source("a"))).toEqual(baseOfRows(3));
  expect(baseOf(memory, source("b")).rows.size).toBe(5);
  expect(baseOf(memory, source("c")).rows.size).toBe(0);
});

test("all of it stays below a megabyte: the source that was used longest ago makes room, and it is said how many rows", () => {
  const first = stored(null, source("a"), baseOfRows(9000));
  const { edits, forgotten } = remember(memoryOf(first), source("b"), baseOfRows(9000));
  const memory = memoryOf(withEdits(first, edits));
  expect(forgotten).toBe(9000);
  expect(baseOf(memory, source("a")).rows.size).toBe(0);
  expect(baseOf(memory, source("b")).rows.size).toBe(9000);
});
