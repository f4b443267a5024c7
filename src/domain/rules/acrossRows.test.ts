import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import type { Field } from "../schema/field";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { atOnce } from "../steps/steps";
import { acrossRows } from "./acrossRows";
import { checkRowsAgain, checkSheet } from "./checkSheet";
import { comparing, regroups, withChanges, type RowChange } from "./comparison";

const ids: readonly FieldId[] = ["id", "customer", "stage", "phone", "mail"];
type Row = readonly CellValue[];

function recordsOf(values: readonly Row[]): Records {
  const columns = new Map(ids.map((id, column) => [id, column]));
  return { sheet: "客户", area: { row: 1, column: 0, rows: values.length, columns: ids.length }, values, columns };
}

function schemaOf(change: (field: Field) => Field = (field) => field) {
  const fields = defaultFields((id) => (ids.includes(id) ? id : null)).map(change);
  return schemaStub({ fields, stages: [stage("线索", "open")] });
}

const uniqueMail = (field: Field): Field =>
  field.id === "mail" ? { ...field, unique: true, level: "require" } : field;

const reviewOf = (change?: (field: Field) => Field) => reviewStub({ schema: schemaOf(change) });
const row = (id: string, customer: string, phone = "", mail = ""): Row => [id, customer, "线索", phone, mail];

const found = (rows: readonly Row[], change?: (field: Field) => Field) =>
  checkSheet(recordsOf(rows), reviewOf(change)).acrossRows.map(({ cell, severity, reason }) => [
    cell,
    severity,
    reason,
  ]);

describe("a value that may stand in one row only", () => {
  test.each<[string, readonly string[], readonly (readonly number[])[]]>([
    ["different values", ["a@b.cn", "c@d.cn"], []],
    ["the same in another case", ["a@b.cn", "A@B.CN"], [[3]]],
    ["the same in full width", ["a@b.cn", "ａ@b.cn"], [[3]]],
    ["blank ones", ["", "", " ", " "], []],
    ["errors", ["#N/A", "#N/A"], []],
    ["three of one", ["a@b.cn", "c@d.cn", "a@b.cn", "a@b.cn"], [[4, 5]]],
    ["two pairs, in the order of their first rows", ["a@b.cn", "c@d.cn", "c@d.cn", "a@b.cn"], [[5], [4]]],
  ])("%s", (_, mails, rows) => {
    const sheet = mails.map((mail, index) => row(`C${index}`, `客户${index}`, "", mail));
    expect(found(sheet, uniqueMail).map(([, , reason]) => reason)).toEqual(
      rows.map((each) => ({ rule: "unique", rows: each })),
    );
  });

  test("is as loud as its field, and stands at the first row", () => {
    expect(
      found([row("C1", "甲", "", "x"), row("C2", "乙", "", "a@b.cn"), row("C3", "丙", "", "a@b.cn")], uniqueMail),
    ).toEqual([["E3", "error", { rule: "unique", rows: [4] }]]);
    expect(found([row("C1", "甲", "", "a@b.cn"), row("C2", "乙", "", "a@b.cn")])).toEqual([]);
  });

  test("that is a telephone number makes rows no duplicates besides", () => {
    const rows = [row("C1", "甲", "13800138000"), row("C2", "乙", "13800138000")];
    expect(found(rows)).toEqual([["D2", "info", { rule: "duplicate", cause: "phone", rows: [3] }]]);
    const uniquePhone = (field: Field): Field => (field.id === "phone" ? { ...field, unique: true } : field);
    expect(found(rows, uniquePhone)).toEqual([["D2", "info", { rule: "unique", rows: [3] }]]);
  });

  test("an ID that need not be unique makes rows nothing", () => {
    const anyId = (field: Field): Field => (field.id === "id" ? { ...field, unique: false } : field);
    expect(found([row("C1", "甲"), row("C1", "乙")])).toEqual([["A2", "info", { rule: "unique", rows: [3] }]]);
    expect(found([row("C1", "甲"), row("C1", "乙")], anyId)).toEqual([]);
  });
});

describe("the same customer in two rows", () => {
  test("is never refused: at level require it is a warning, at observe a hint", () => {
    const level = (of: Field["level"]) => (field: Field) => (field.id === "customer" ? { ...field, level: of } : field);
    const rows = [row("C1", "远山能源"), row("C2", "远山能源")];
    for (const [of, severity] of [
      ["require", "warning"],
      ["warn", "warning"],
      ["observe", "info"],
    ] as const) {
      expect(found(rows, level(of))).toEqual([["B2", severity, { rule: "duplicate", cause: "name", rows: [3] }]]);
    }
  });

  test("findings stand in the order of the rows, whatever rule they come from", () => {
    const rows = [
      row("C1", "甲", "", "a@b.cn"),
      row("C2", "乙公司", "13800138000"),
      row("C3", "丙", "13800138000"),
      row("C4", "丁", "", "a@b.cn"),
    ];
    expect(found(rows, uniqueMail).map(([cell]) => cell)).toEqual(["E2", "D3"]);
  });
});

describe("a sheet with a row per deal", () => {
  const sheet = (shared: number, alone: number) => [
    ...Array.from({ length: shared }, (_, index) => row(`S${index}`, `共${Math.floor(index / 2)}`)),
    ...Array.from({ length: alone }, (_, index) => row(`A${index}`, `单${index}`)),
  ];
  const rulesOf = (rows: readonly Row[]) =>
    new Set(checkSheet(recordsOf(rows), reviewOf()).acrossRows.map(({ reason }) => reason.rule));

  test.each<[string, number, number, string]>([
    ["20 customers, 12 in several rows", 12, 8, "deals"],
    ["20 customers, half of them in several rows", 10, 10, "duplicate"],
    ["19 customers, nearly all in several rows", 18, 1, "duplicate"],
    ["22 customers, 12 in several rows", 12, 10, "deals"],
  ])("%s", (_, shared, alone, rule) => {
    expect(rulesOf(sheet(shared, alone))).toEqual(new Set([rule]));
  });

  test("says so once, with the number of customers that have several rows; rows that are no customer do not count", () => {
    const rows = sheet(12, 8);
    expect(found(rows)).toEqual([["B2", "info", { rule: "deals", customers: 6 }]]);
    const blank = Array.from({ length: 9 }, (): Row => ["", "", "", "13900139000", ""]);
    expect(found([...sheet(12, 8), ...blank])).toEqual([["B2", "info", { rule: "deals", customers: 6 }]]);
  });

  test("does not hide that two rows have one ID", () => {
    const rows = [...sheet(12, 8), row("Z", "零"), row("Z", "一")];
    expect(found(rows).map(([, , reason]) => reason)).toEqual([
      { rule: "deals", customers: 6 },
      { rule: "unique", rows: [23] },
    ]);
  });
});

describe("whether a change of some rows has all compared anew", () => {
  const { reader } = acrossRows(recordsOf([]).columns, schemaOf(uniqueMail));
  const regroupsAfter = (before: readonly Row[], changes: readonly RowChange[]) => {
    const compared = atOnce(comparing(before, reader));
    return regroups(compared, withChanges(compared, changes, reader), changes, reader);
  };
  const rows = [row("C1", "甲", "", "a@b.cn"), row("C2", "乙"), row("C3", "丙", "13800138000"), row("C4", "丁")];
  const blank = ["", "", "", "", ""];

  test.each<[string, readonly (readonly [place: number, after: Row])[], boolean]>([
    ["a name that nobody else has", [[1, row("C2", "新名字")]], false],
    ["a name that another row has", [[1, row("C2", "丙")]], true],
    ["an ID that another row has", [[1, row("C3", "乙")]], true],
    ["a telephone number that another row has", [[1, row("C2", "乙", "138 0013 8000")]], true],
    ["a mail address that another row has", [[1, row("C2", "乙", "", "A@B.cn")]], true],
    ["a mail address of its own", [[1, row("C2", "乙", "", "z@b.cn")]], false],
    ["the row's own keys again", [[0, row("C1", "甲", "", "A@B.CN")]], false],
    ["a row that is no customer any more", [[1, blank]], true],
    [
      "two rows that come to have one name",
      [
        [0, row("C1", "新")],
        [1, row("C2", "新")],
      ],
      true,
    ],
    [
      "two rows that each get a name of their own",
      [
        [0, row("C1", "新一", "", "a@b.cn")],
        [1, row("C2", "新二")],
      ],
      false,
    ],
    [
      "two rows that change names",
      [
        [0, row("C1", "乙", "", "a@b.cn")],
        [1, row("C2", "甲")],
      ],
      false,
    ],
    ["no row", [], false],
  ])("%s: %#", (_, changes, expected) => {
    const changed = changes.map(([place, after]) => ({ place, before: rows[place]!, after }));
    expect(regroupsAfter(rows, changed)).toBe(expected);
  });

  test("a row that was like another one before the change", () => {
    const twice = [row("C1", "甲"), row("C2", "甲"), row("C3", "丙")];
    expect(regroupsAfter(twice, [{ place: 1, before: twice[1]!, after: row("C2", "乙") }])).toBe(true);
  });

  test("only the columns that rows are compared by matter, and whether a row is a customer", () => {
    const { concerns } = acrossRows(recordsOf([]).columns, schemaOf());
    expect(concerns(row("C1", "甲"), ["C1", "甲", "别的", "", ""])).toBe(false);
    expect(concerns(row("C1", "甲"), row("C1", "甲", "", "a@b.cn"))).toBe(false);
    expect(concerns(row("C1", "甲"), row("C1", "乙"))).toBe(true);
    expect(concerns(["", "", "线索", "", ""], blank)).toBe(true);
  });
});

describe("rows that are checked again", () => {
  const rows = [row("C1", "甲"), row("C2", "乙"), ["C3", "", "线索", "", ""], row("C4", "甲"), row("C5", "丁")];

  test.each<[string, number, readonly Row[]]>([
    ["the first", 0, [row("C1", "")]],
    ["one in the middle", 2, [row("C3", "丙")]],
    ["the last", 4, [["C5", "", "别的", "", ""]]],
    ["several", 1, [row("C2", ""), row("C3", "丁"), row("C4", "戊")]],
    ["one that becomes like another", 1, [row("C2", "丁")]],
    ["one that is no customer any more", 3, [["", "", "", "", ""]]],
    ["one that stays", 0, [row("C1", "甲")]],
  ])("%s: as a check of everything says", (_, first, again) => {
    const before = checkSheet(recordsOf(rows), reviewOf());
    const after = [...rows.slice(0, first), ...again, ...rows.slice(first + again.length)];
    const { findings, records } = checkRowsAgain(before, first, again, reviewOf());
    expect(findings).toEqual(checkSheet(recordsOf(after), reviewOf()).findings);
    expect(records.values).toEqual(after);
    expect(before.records.values).toEqual(rows);
  });

  test("a second time, after rows were changed", () => {
    const once = checkRowsAgain(checkSheet(recordsOf(rows), reviewOf()), 4, [row("C5", "乙")], reviewOf());
    const twice = checkRowsAgain(once, 1, [row("C2", "己")], reviewOf());
    const after = rows.map((each, place) => (place === 4 ? row("C5", "乙") : place === 1 ? row("C2", "己") : each));
    expect(twice.findings).toEqual(checkSheet(recordsOf(after), reviewOf()).findings);
  });
});
