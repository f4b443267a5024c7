import { hashOf, type UpdateBase } from "../../domain/adoption/grow/base";
import type { Source } from "../../domain/adoption/grow/sources";
import { readStore, type Store } from "../../domain/bookkeeping/store";
import type { Action } from "../../domain/workbook/action";
import { baseOf, memoryOf, remember } from "./memory";

const source = (key: string): Source => ({
  key,
  name: key,
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

/** What the workbook holds after the actions. */
function stored(actions: readonly Action[]): Store {
  const written = actions.find((action) => action.kind === "writeCells");
  if (written?.kind !== "writeCells") throw new Error("Nothing was written.");
  const values = written.cells.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
  const store = readStore({ area: written.area, values });
  if (store === "foreign") throw new Error("Not ours.");
  return store;
}

test("what one source brought is remembered beside what others brought, and what other parts keep stays", () => {
  const other = new Map([["restore", "somebody's"]]);
  const first = stored(remember(memoryOf(other), source("a"), baseOfRows(3)).actions);
  const second = stored(remember(memoryOf(first), source("b"), baseOfRows(5)).actions);
  const memory = memoryOf(second);
  expect(second.get("restore")).toBe("somebody's");
  expect(memory.sources.map(({ key }) => key)).toEqual(["a", "b"]);
  expect(baseOf(memory, source("a"))).toEqual(baseOfRows(3));
  expect(baseOf(memory, source("b")).rows.size).toBe(5);
  expect(baseOf(memory, source("c")).rows.size).toBe(0);
});

test("all of it stays below a megabyte: the source that was used longest ago makes room, and it is said how many rows", () => {
  const first = stored(remember(memoryOf(null), source("a"), baseOfRows(9000)).actions);
  const { actions, forgotten } = remember(memoryOf(first), source("b"), baseOfRows(9000));
  const memory = memoryOf(stored(actions));
  expect(forgotten).toBe(9000);
  expect(baseOf(memory, source("a")).rows.size).toBe(0);
  expect(baseOf(memory, source("b")).rows.size).toBe(9000);
});
