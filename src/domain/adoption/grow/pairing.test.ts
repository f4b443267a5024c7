import { exportRows, updateSubject } from "../../../../test/support/updateStub";
import type { CellValue } from "../../values/value";
import { hashOf, noBase, type UpdateBase } from "./base";
import { pairRows, type RowAnswer } from "./pairing";

const sheet = ["id", "customer", "phone", "contact"] as const;

function pairs(
  listed: readonly (readonly CellValue[])[],
  exported: readonly (readonly CellValue[])[],
  base: UpdateBase = noBase,
  answers: ReadonlyMap<number, RowAnswer> = new Map(),
) {
  return pairRows(updateSubject(listed, sheet).records, exportRows(sheet, exported), base, answers);
}

const remembered = (...ids: readonly (readonly [id: string, source: string])[]): UpdateBase => ({
  fields: [],
  rows: new Map(ids.map(([id, source]) => [id, { source, hashes: "" }])),
});

test("a customer is known by the name as people write it, with or without its legal form", () => {
  const found = pairs(
    [["C1", "远山能源科技有限公司", "", ""]],
    [
      ["", "远山能源科技", "", ""],
      ["", "青禾食品", "", ""],
    ],
  );
  expect(found).toEqual([{ kind: "row", row: 0 }, { kind: "new" }]);
});

test("an ID goes before the name: a customer that was renamed in the other system is the same", () => {
  const listed = [
    ["006A", "远山能源", "", ""],
    ["006B", "青禾食品", "", ""],
  ];
  expect(
    pairs(listed, [
      ["006A", "远山新能源", "", ""],
      ["006B", "青禾食品", "", ""],
    ]),
  ).toEqual([
    { kind: "row", row: 0 },
    { kind: "row", row: 1 },
  ]);
});

test("running numbers of two systems are no common IDs", () => {
  const listed = [
    ["1", "远山能源", "", ""],
    ["2", "青禾食品", "", ""],
  ];
  expect(
    pairs(listed, [
      ["1", "青禾食品", "", ""],
      ["2", "远山能源", "", ""],
    ]),
  ).toEqual([
    { kind: "row", row: 1 },
    { kind: "row", row: 0 },
  ]);
});

test("the ID that the last update remembered finds a customer whose name has changed on both sides", () => {
  const base = remembered(["C1", "006A"]);
  expect(pairs([["C1", "远山（总部）", "", ""]], [["006A", "远山集团新能源", "", ""]], base)).toEqual([
    { kind: "row", row: 0 },
  ]);
});

test("customers of one name are told apart by telephone, then by contact; who is left is asked about", () => {
  const listed = [
    ["C1", "远山能源", "138 0000 0001", "周岚"],
    ["C2", "远山能源", "", "赵川"],
    ["C3", "远山能源", "", ""],
  ];
  const exported = [
    ["", "远山能源", "13800000001", ""],
    ["", "远山能源", "", "赵川"],
    ["", "远山能源", "13800000009", "孙宁"],
  ];
  expect(pairs(listed, exported)).toEqual([
    { kind: "row", row: 0 },
    { kind: "row", row: 1 },
    { kind: "asked", why: "repeated", rows: [2] },
  ]);
  expect(pairs(listed, [["", "远山能源", "", ""]])).toEqual([{ kind: "asked", why: "severalRows", rows: [0, 1, 2] }]);
});

test("a row per deal: several rows of a customer that the sheet does not have are told, not added", () => {
  expect(
    pairs(
      [["C1", "青禾食品", "", ""]],
      [
        ["D1", "远山能源", "", ""],
        ["D2", "远山能源", "", ""],
      ],
    ),
  ).toEqual([
    { kind: "asked", why: "repeated", rows: [] },
    { kind: "asked", why: "repeated", rows: [] },
  ]);
});

test("a row that belongs to another record of the same source is not taken for its namesake", () => {
  const base = remembered(["C1", "D1"]);
  expect(pairs([["C1", "远山能源", "", ""]], [["D2", "远山能源", "", ""]], base)).toEqual([
    { kind: "asked", why: "severalRows", rows: [0] },
  ]);
});

test("what a person says of a row counts, and no row is given away twice", () => {
  const listed = [
    ["C1", "远山能源", "", ""],
    ["C2", "远山能源", "", ""],
  ];
  const exported = [
    ["", "远山能源", "", ""],
    ["", "远山能源", "", ""],
    ["", "远山能源", "", ""],
  ];
  const answers = new Map<number, RowAnswer>([
    [0, { kind: "row", row: 1 }],
    [1, { kind: "row", row: 1 }],
    [2, { kind: "skip" }],
  ]);
  expect(pairs(listed, exported, noBase, answers)).toEqual([
    { kind: "row", row: 1 },
    { kind: "asked", why: "repeated", rows: [0] },
    { kind: "skipped" },
  ]);
});

test("rows without a name or a known ID are left out; 待定 is no name", () => {
  expect(
    pairs(
      [["C1", "待定", "", ""]],
      [
        ["", "", "138", ""],
        ["X", "待定", "", ""],
      ],
    ),
  ).toEqual([{ kind: "nameless" }, { kind: "nameless" }]);
});

test("a customer that people have renamed since the last update is found by the name that it brought", () => {
  const listed = [
    ["C1", "远山新能源", "", ""],
    ["C2", "远山能源", "", ""],
    ["C3", "北辰物流", "", ""],
  ];
  const exported = [
    ["", "远山能源", "", ""],
    ["", "青禾食品", "", ""],
    ["", "新城建材", "", ""],
  ];
  const brought = ["远山能源", "青禾食品", "北辰物流"];
  const rows = brought.map((name, at) => [`C${at + 1}`, { source: "", hashes: hashOf(name) }] as const);
  const found = pairs(listed, exported, { fields: ["customer"], rows: new Map(rows) });
  expect(found).toEqual([{ kind: "row", row: 0 }, { kind: "row", row: 1 }, { kind: "new" }]);
});
