import type { FieldId } from "../schema/fieldIds";
import type { BookSnapshot } from "../workbook/snapshot";
import { driftOf } from "./drift";

function bookWith(...headers: readonly string[]): BookSnapshot {
  const area = { row: 0, column: 0, rows: 5, columns: headers.length };
  return {
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: "客户",
    sheets: [],
    tables: [{ name: "FollowUps", sheet: "客户", area, headers, totals: false }],
    names: [],
  };
}

const book = bookWith("客户名称", "阶段", "备注");
const settled = { headers: ["客户名称", "阶段", "备注"], fields: new Set<FieldId>(["customer", "stage", "note"]) };
const standing: readonly [FieldId, string][] = [
  ["customer", "客户名称"],
  ["stage", "阶段"],
];
const settings = (...more: readonly [FieldId, string][]) => new Map<FieldId, string>([...standing, ...more]);

test("a field that was typed into the Settings since has no column yet: it is not gone, and no other column is taken for it", () => {
  expect(driftOf(book, settings(["own:备注等级", "备注等级"]), settled)).toEqual([
    { kind: "column", field: "own:备注等级", header: "备注等级", now: null, isNew: "yes" },
  ]);
});

test("a column that was there and is not any more has gone", () => {
  expect(driftOf(bookWith("客户名称", "阶段"), settings(["note", "备注"]), settled)).toEqual([
    { kind: "column", field: "note", header: "备注", now: null },
  ]);
});

test("where nobody has looked before, a field of the team's own may be either", () => {
  expect(driftOf(book, settings(["own:合同号", "合同号"]), null)).toMatchObject([{ now: null, isNew: "maybe" }]);
  expect(driftOf(book, settings(["nextDate", "下次跟进日期"]), null)[0]).not.toHaveProperty("isNew");
});
