import { readEntry } from "./input";

const general = (value: unknown) => readEntry(value, "General", false);

test.each(["=SUM(A1)", "=1"])("%s is a formula", (text) => {
  expect(general(text)).toEqual({ kind: "formula", formula: text });
});

test.each([
  ["+86 139", "=+86 139"],
  ["-call back", "=-call back"],
  ["@home", "=@home"],
])("%s becomes a formula, as in Excel", (text, formula) => {
  expect(general(text)).toEqual({ kind: "formula", formula });
});

test.each([
  ["'=SUM(A1)", "=SUM(A1)"],
  ["'007", "007"],
  ["张三", "张三"],
  ["-", "-"],
  ["=", "="],
])("%s stays text", (given, text) => {
  expect(general(given)).toEqual({ kind: "text", text });
});

test.each([
  ["007", 7],
  ["1,234.5", 1234.5],
  ["-5", -5],
  ["1e3", 1000],
])("%s becomes the number %d", (text, value) => {
  expect(general(text)).toEqual({ kind: "number", value, numberFormat: null });
});

test("a cell formatted as text keeps numbers and formulas as text", () => {
  expect(readEntry("007", "@", false)).toEqual({ kind: "text", text: "007" });
  expect(readEntry("=1+1", "@", false)).toEqual({ kind: "text", text: "=1+1" });
  expect(readEntry(7, "@", false)).toEqual({ kind: "number", value: 7, numberFormat: null });
});

test("ISO dates become serials of the workbook's own date system; impossible ones stay text", () => {
  expect(general("2026-08-07")).toMatchObject({ kind: "number", value: 46241 });
  expect(readEntry("2026-08-07", "General", true)).toMatchObject({ kind: "number", value: 44779 });
  expect(general("2026-02-30")).toEqual({ kind: "text", text: "2026-02-30" });
});

test("null leaves a cell, an empty text clears it", () => {
  expect(general(null)).toEqual({ kind: "leave" });
  expect(general("")).toEqual({ kind: "clear" });
  expect(general(true)).toEqual({ kind: "boolean", value: true });
});
