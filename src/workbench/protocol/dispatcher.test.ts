import { readBatch } from "./batch";
import { createDispatcher } from "./dispatcher";
import { HostError } from "./hostError";
import { hostClass } from "./hostObject";
import type { HostClass } from "./hostObject";

interface Shelf {
  readonly name: string;
  books: string[];
}

/** A model that has nothing to do with spreadsheets: shelves that hold books. */
function library() {
  const shelves: Shelf[] = [
    { name: "top", books: ["A"] },
    { name: "low", books: [] },
  ];
  const shelf: HostClass<Shelf> = hostClass<Shelf>({
    name: "Shelf",
    identity: ({ name }) => ({ Id: name }),
    keepable: true,
    scalars: {
      Name: { since: "1.1", read: ({ name }) => name },
      Books: {
        since: "1.1",
        read: async ({ books }) => [...books],
        write: (target, value) => {
          if (!Array.isArray(value)) throw new HostError("InvalidArgument", "a list, please");
          target.books = value.map(String);
        },
      },
      Weight: { since: "1.17", read: () => 3 },
    },
    methods: {
      Add: {
        since: "1.1",
        call: (target, [book]) => {
          target.books.push(String(book));
          return target.books.length;
        },
      },
      SwapWith: {
        since: "1.1",
        call: (target, [other]) => {
          const second = shelf.targetOf(other);
          if (!second) throw new HostError("InvalidArgument", "a shelf, please");
          [target.books, second.books] = [second.books, target.books];
        },
      },
    },
  });
  const collection = hostClass<readonly Shelf[]>({
    name: "ShelfCollection",
    scalars: { Count: { since: "1.1", read: (all) => all.length } },
    items: (all) => all.map((one) => shelf.of(one)),
    item: (all, key) => {
      const found = all.find((one) => one.name === key);
      return found ? shelf.of(found) : null;
    },
    methods: {
      GetOrNull: {
        since: "1.1",
        call: (all, [key]) => {
          const found = all.find((one) => one.name === key);
          return found ? shelf.of(found) : null;
        },
      },
    },
  });
  const root = hostClass<null>({
    name: "Library",
    navigations: { Shelves: { since: "1.1", read: () => collection.of(shelves) } },
  });
  const dispatcher = createDispatcher({ root: root.of(null), services: new Map(), requirementSet: "1.14" });
  const run = (body: unknown) => dispatcher.process(readBatch(body));
  return { shelves, dispatcher, run };
}

const paths = {
  "1": { Id: 1, ObjectPathType: 1, Name: "" },
  "2": { Id: 2, ObjectPathType: 4, Name: "Shelves", ParentObjectPathId: 1 },
  "3": { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["top"] } },
  "4": { Id: 4, ObjectPathType: 3, Name: "GetOrNull", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["nowhere"] } },
  "5": { Id: 5, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["low"] } },
};
const load = (id: number, path: number, ...names: string[]) => ({
  Id: id,
  ActionType: 2,
  ObjectPathId: path,
  QueryInfo: { Select: names },
});
const call = (id: number, path: number, name: string, info: unknown) => ({
  Id: id,
  ActionType: 3,
  Name: name,
  ObjectPathId: path,
  ArgumentInfo: info,
});

test("loads members whatever their capitals, and items of a collection", async () => {
  const { run } = library();
  const answer = await run({
    Actions: [load(10, 3, "books"), load(11, 2, "items/name"), load(12, 2, "count")],
    ObjectPaths: paths,
  });
  expect(answer.Results.map(({ Value }) => Value)).toEqual([
    { Id: "top", Books: ["A"] },
    {
      _Items: [
        { Id: "top", Name: "top" },
        { Id: "low", Name: "low" },
      ],
    },
    { Count: 2 },
  ]);
});

test("an unknown member is refused by name and remembered", async () => {
  const { run, dispatcher } = library();
  const answer = await run({ Actions: [load(10, 3, "colour")], ObjectPaths: paths });
  expect(answer.Error).toMatchObject({ Code: "ApiNotFound", ActionIndex: 0 });
  expect(answer.Error?.Message).toContain("Shelf.colour");
  expect(dispatcher.unknownMembers).toEqual(["Shelf.colour"]);
});

test.each([
  ["a method", call(10, 3, "Burn", {}), "Shelf.burn"],
  ["a value called as a method", call(10, 3, "Name", {}), "Shelf.name as a method"],
  ["a method read as a value", load(10, 3, "add"), "Shelf.add as a value"],
  [
    "a value that cannot be written",
    { Id: 10, ActionType: 4, Name: "Name", ObjectPathId: 3, ArgumentInfo: { Arguments: ["x"] } },
    "writing Shelf.name",
  ],
  ["an object behind a value", load(10, 6, "name"), "Shelf.books as an object"],
  ["an item of what is no collection", load(10, 7, "name"), "Shelf.getItem"],
  ["a service", load(10, 8, "name"), "the service Library.Cellar"],
])("%s that is not there is refused by name and remembered", async (_what, action, name) => {
  const { run, dispatcher } = library();
  const more = {
    ...paths,
    "6": { Id: 6, ObjectPathType: 4, Name: "Books", ParentObjectPathId: 3 },
    "7": { Id: 7, ObjectPathType: 5, Name: "", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["A"] } },
    "8": { Id: 8, ObjectPathType: 2, Name: "Library.Cellar" },
  };
  const { Error: error } = await run({ Actions: [action], ObjectPaths: more });
  expect(error?.Code).toBe("ApiNotFound");
  expect(error?.Message).toContain(name);
  expect(dispatcher.unknownMembers).toEqual([name]);
});

test("members of JavaScript itself are no members", async () => {
  const { run } = library();
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect((await run({ Actions: [load(10, 3, name)], ObjectPaths: paths })).Error?.Code).toBe("ApiNotFound");
  }
});

test("a member above the declared requirement set is refused, and left out of a load of everything", async () => {
  const { run } = library();
  const named = await run({ Actions: [load(10, 3, "weight")], ObjectPaths: paths });
  expect(named.Error?.Code).toBe("ApiNotFound");
  expect(named.Error?.Message).toContain("1.17");
  const everything = await run({ Actions: [load(10, 3)], ObjectPaths: paths });
  expect(everything.Results[0]?.Value).toEqual({ Id: "top", Name: "top", Books: ["A"] });
});

test("what ran before a failure stands, what follows does not run", async () => {
  const { run, shelves } = library();
  const answer = await run({
    Actions: [
      call(10, 3, "Add", { Arguments: ["B"] }),
      { Id: 11, ActionType: 4, Name: "Books", ObjectPathId: 3, ArgumentInfo: { Arguments: [7] } },
      call(12, 3, "Add", { Arguments: ["C"] }),
    ],
    ObjectPaths: paths,
  });
  expect(answer.Results).toEqual([{ ActionId: 10, Value: 2 }]);
  expect(answer.Error).toMatchObject({ Code: "InvalidArgument", Location: "Shelf.books", ActionIndex: 1 });
  expect(shelves[0]?.books).toEqual(["A", "B"]);
});

test("objects travel as arguments, a null object answers with null, traces come back", async () => {
  const { run, shelves } = library();
  const answer = await run({
    Actions: [
      call(10, 3, "SwapWith", { Arguments: [null], ReferencedObjectPathIds: [5] }),
      { Id: 11, ActionType: 1, ObjectPathId: 4 },
      load(12, 4, "name"),
      { Id: 13, ActionType: 5, ObjectPathId: 0 },
    ],
    ObjectPaths: paths,
  });
  expect(answer.Error).toBeUndefined();
  expect(shelves.map(({ books }) => books)).toEqual([[], ["A"]]);
  expect(answer.Results.slice(1, 3).map(({ Value }) => Value)).toEqual([null, null]);
  expect(answer.TraceIds).toEqual([13]);
});

test("a missing item is ItemNotFound", async () => {
  const { run } = library();
  const missing = { ...paths, "3": { ...paths["3"], ArgumentInfo: { Arguments: ["nowhere"] } } };
  expect((await run({ Actions: [load(10, 3, "name")], ObjectPaths: missing })).Error?.Code).toBe("ItemNotFound");
});

test("references live until the client gives them back; those of a failed batch end with it", async () => {
  const { run, dispatcher } = library();
  const keep = [call(10, 3, "_KeepReference", { Arguments: [] }), { Id: 11, ActionType: 1, ObjectPathId: 3 }];
  const answer = await run({ Actions: keep, ObjectPaths: paths });
  expect(answer.Results[1]?.Value).toEqual({ Id: "top", _ReferenceId: "ref:1" });
  const byReference = { "9": { Id: 9, ObjectPathType: 6, Name: "ref:1" }, "1": paths["1"] };
  const again = await run({ Actions: [load(12, 9, "name")], ObjectPaths: byReference });
  expect(again.Results[0]?.Value).toMatchObject({ Name: "top" });
  await run({ Actions: [call(13, 1, "_RemoveReference", { Arguments: ["ref:1"] })], ObjectPaths: byReference });
  expect(dispatcher.heldReferences()).toBe(0);
  await run({ Actions: [call(10, 3, "_KeepReference", { Arguments: [] }), load(11, 3, "colour")], ObjectPaths: paths });
  expect(dispatcher.heldReferences()).toBe(0);
});
