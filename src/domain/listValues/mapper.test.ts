import { listRecords } from "../../../test/support/listRecords";
import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { ValueAnswer, ValueAnswers } from "./answers";
import { entriesAfter, valueMapper } from "./mapper";
import { valuesOf } from "./values";

const entry = (name: string): ValueAnswer => ({ kind: "entry", entry: name });

/** What the cells of one column become. */
function mapped(field: FieldId, cells: readonly CellValue[], given: Readonly<Record<string, ValueAnswer>> = {}) {
  const answers: ValueAnswers = new Map([[field, new Map(Object.entries(given))]]);
  const map = valueMapper(valuesOf(listRecords({ [field]: cells }), null, "zh-CN", answers), answers);
  return cells.map((cell) => map(field, cell));
}

function entriesOf(field: FieldId, cells: readonly CellValue[], given: Readonly<Record<string, ValueAnswer>> = {}) {
  const answers: ValueAnswers = new Map([[field, new Map(Object.entries(given))]]);
  return valuesOf(listRecords({ [field]: cells }), null, "zh-CN", answers).flatMap((values) =>
    entriesAfter(values, answers),
  );
}

test("cells hold their value as it is written most often; what is right stays untouched", () => {
  expect(mapped("owner", ["王磊", "王磊 ", "王磊", "", "#N/A", "  "])).toEqual([null, "王磊", null, null, null, null]);
});

test("nothing but invisible spaces, and a placeholder, become blank", () => {
  expect(mapped("source", ["\u00a0", "请选择", "展会"])).toEqual(["", "", null]);
});

test("numbers become the texts that the sheet shows, so that a list can hold them", () => {
  expect(mapped("stage", [0.3, 0.125, "30%"])).toEqual(["30%", "12.5%", null]);
  expect(mapped("customerType", [1, "A"])).toEqual(["1", null]);
});

test("an answer decides over what was proposed", () => {
  expect(mapped("stage", ["成交", "已签约"], { 已签约: { kind: "own", stage: "open" } })).toEqual([null, null]);
  expect(mapped("stage", ["成交", "已签约"], { 成交: entry("已签约") })).toEqual(["已签约", null]);
  expect(mapped("stage", [0.3, 3], { "3": { kind: "leave" } })).toEqual(["0.3", null]);
});

test("an answer that leads on is followed to the end, and one that leads back changes nothing", () => {
  expect(mapped("source", ["a", "b", "c"], { a: entry("b"), b: entry("c") })).toEqual(["c", "c", null]);
  expect(mapped("source", ["a", "b"], { a: entry("b"), b: { kind: "blank" } })).toEqual(["", ""]);
  expect(mapped("source", ["a", "b"], { a: entry("b"), b: entry("a") })).toEqual([null, null]);
});

test("each entry of a cell with several is mapped, and stands there once", () => {
  const cells = ["老客户, 重点 ", "老客户、-", "重点"];
  expect(mapped("tags", cells)).toEqual(["老客户、重点", "老客户", null]);
  expect(mapped("tags", cells, { 重点: entry("老客户") })).toEqual(["老客户", "老客户", "老客户"]);
});

test("a list holds each entry once, and nothing that is left or blank", () => {
  expect(entriesOf("owner", ["王磊", "王磊 ", "李静", "-", "临时"], { 临时: { kind: "leave" } })).toEqual([
    { name: "王磊", stage: null },
    { name: "李静", stage: null },
  ]);
});

test("a list has the entry that somebody chose, though no cell held it", () => {
  expect(entriesOf("stage", [0, 0.5], { "0%": entry("流失") })).toEqual([
    { name: "50%", stage: "open" },
    { name: "流失", stage: null },
  ]);
});
