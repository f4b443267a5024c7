import type { FieldId } from "../../schema/fieldIds";
import type { CellValue } from "../../values/value";
import { serialOfIso } from "../../values/date";
import { noteEntries } from "./noteEntries";
import { atOnce } from "../../steps/steps";
import { findingNotes } from "./notes";

const day = (iso: string) => serialOfIso(iso, 1900) ?? NaN;
const context = { system: 1900, today: day("2026-08-07") } as const;

test.each([
  [
    "8/3 电话，要报价；8/5 拜访，谈价格",
    [
      ["2026-08-03", "电话，要报价"],
      ["2026-08-05", "拜访，谈价格"],
    ],
  ],
  [
    "2026-07-28：初次拜访\n2026年8月3日 发方案；等回复",
    [
      ["2026-07-28", "初次拜访"],
      ["2026-08-03", "发方案；等回复"],
    ],
  ],
  [
    "【12.28】聊需求。【1.5】报价 8.3万",
    [
      ["2025-12-28", "聊需求"],
      ["2026-01-05", "报价 8.3万"],
    ],
  ],
  ["1. 8月3日 电话", [["2026-08-03", "电话"]]],
  ["先聊聊；8/3 电话", []],
  ["8.3万的单子", []],
  ["3/5 的客户要回款", [["2026-03-05", "的客户要回款"]]],
  ["2/30 电话", []],
] as const)("%j", (text, expected) => {
  expect(noteEntries(text, context)).toEqual(expected.map(([iso, said]) => ({ day: day(iso), text: said })));
});

test("a day that is still ahead this year was last year's", () => {
  expect(noteEntries("9/1 电话", context)).toEqual([{ day: day("2025-09-01"), text: "电话" }]);
});

function notesIn(...rows: readonly (readonly CellValue[])[]) {
  const columns = new Map<FieldId, number>([
    ["customer", 0],
    ["note", 1],
  ]);
  const area = { row: 1, column: 0, rows: rows.length, columns: 2 };
  return atOnce(findingNotes({ sheet: "S", area, values: rows, columns }, context));
}

test("finds notes of all customers in the order of their days, and passes over rows that are no customers", () => {
  const found = notesIn(["甲", "8/3 电话；8/5 拜访"], ["", "8/4 无主"], ["乙", "8/4 微信"], ["丙", "老客户"]);
  expect(found).toMatchObject({ columns: [1], cells: 2 });
  expect(found?.notes.map(({ row, text }) => [row, text])).toEqual([
    [0, "电话"],
    [2, "微信"],
    [0, "拜访"],
  ]);
});

test("a column with one entry to a cell, or one such cell, is no log", () => {
  expect(notesIn(["甲", "8/3 电话"], ["乙", "8/4 微信"])).toBeNull();
  expect(notesIn(["甲", "8/3 电话；8/5 拜访"], ["乙", "微信"])).toBeNull();
});

test("a long text of numbers is read in no time that grows with its square", () => {
  expect(noteEntries("1".repeat(16_000), context)).toEqual([]);
  expect(noteEntries(`8/3 ${"；".repeat(16_000)}`, context)).toEqual([]);
});
