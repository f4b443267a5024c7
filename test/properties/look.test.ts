/** A made-up list in the midst of what people put round lists is read as the bare one is. */
import fc from "fast-check";
import type { CellValue } from "../../src/domain/values/value";
import { asFound } from "../../src/domain/followUps/look/shape";
import { lookAtSheet } from "../../src/domain/followUps/look/lookAtSheet";
import { bookSnapshot, newInMemoryWorkbook } from "../support/inMemoryWorkbook";
import { madeUpSheet, type MadeUpSheet } from "../support/sheets";

type Row = readonly CellValue[];

/** What is put round a list, and between its rows. */
interface Wrapping {
  readonly above: readonly Row[];
  readonly between: ReadonlyMap<number, readonly ("again" | "heading" | "subtotal")[]>;
  readonly below: readonly Row[];
  readonly legend: readonly string[];
}

const blank: Row = [];
const titles = fc.subarray<Row>([
  ["2026 年客户跟进表"],
  ["", "Customer follow-up"],
  ["导出时间：2026-08-07 09:00"],
  ["Prepared by: Ann", "", "Status: draft"],
]);
const footers = fc.subarray<Row>([
  ["合计", "", 42],
  ["Grand Total", "", "", 1234],
  ["制表人：张敏", "", "审核：李强"],
  ["注：红色为逾期"],
  ["Copyright (c) 2026 Example Ltd. All rights reserved."],
  ["Confidential Information - Do Not Distribute"],
]);

const wrapping: fc.Arbitrary<Wrapping> = fc.record({
  above: fc.tuple(titles, fc.nat(2)).map(([rows, gap]) => [...rows, ...Array.from({ length: gap }, () => blank)]),
  between: fc
    .array(fc.tuple(fc.nat(12), fc.subarray<"again" | "heading" | "subtotal">(["subtotal", "heading", "again"])), {
      maxLength: 3,
    })
    .map((places) => new Map(places)),
  below: fc.tuple(fc.nat(3), footers).map(([gap, rows]) => [...Array.from({ length: gap }, () => blank), ...rows]),
  legend: fc.subarray(["图例", "红色=逾期", "黄色=今日"]),
});

function wrapped({ headers, rows }: MadeUpSheet, { above, between, below, legend }: Wrapping): readonly Row[] {
  const part = { again: headers, heading: ["— 华东 —"], subtotal: ["小计", ""] } as const;
  const list = rows.flatMap((row, at) => [row, ...(between.get(at) ?? []).map((kind): Row => part[kind])]);
  const all: readonly Row[] = [...above, headers, ...list, ...below];
  const width = headers.length;
  const first = above.length;
  return all.map((row, at) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? "");
    return [...cells, "", at >= first ? (legend[at - first] ?? "") : ""];
  });
}

function customersOn(rows: readonly Row[], row: number, column: number): readonly string[] {
  const book = bookSnapshot(newInMemoryWorkbook("S", []));
  const used = { row, column, rows: rows.length, columns: Math.max(...rows.map((each) => each.length)) };
  const look = lookAtSheet(
    book,
    {
      sheet: book.sheets[0]!,
      used,
      merged: [],
      filtered: false,
      autoFilter: false,
      grid: { sheet: "S", area: used, values: rows },
    },
    asFound,
  );
  return (look?.body ?? []).map((each) => JSON.stringify(each)).filter((text) => /[^\s[\]",]/.test(text));
}

test.each(["zh-CN", "en"] as const)("the customers are those of the bare list (%s)", (language) => {
  fc.assert(
    fc.property(
      madeUpSheet(language, { minLength: 2, maxLength: 14 }),
      wrapping,
      fc.nat(5),
      fc.nat(3),
      (sheet, around, row, column) => {
        const bare = customersOn([sheet.headers, ...sheet.rows], 0, 0);
        expect(customersOn(wrapped(sheet, around), row, column)).toEqual(bare);
      },
    ),
    { numRuns: 200 },
  );
});
