import { readEntry } from "./input";

const rules = { date1904: false, typedTexts: "usStyle", year: 2026 } as const;
const general = (value: unknown) => readEntry(value, "General", rules);

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
  expect(readEntry("007", "@", rules)).toEqual({ kind: "text", text: "007" });
  expect(readEntry("=1+1", "@", rules)).toEqual({ kind: "text", text: "=1+1" });
  expect(readEntry(7, "@", rules)).toEqual({ kind: "number", value: 7, numberFormat: null });
});

test("ISO dates become serials of the workbook's own date system; impossible ones stay text", () => {
  expect(general("2026-08-07")).toMatchObject({ kind: "number", value: 46241 });
  expect(readEntry("2026-08-07", "General", { ...rules, date1904: true })).toMatchObject({
    kind: "number",
    value: 44779,
  });
  expect(general("2026-02-30")).toEqual({ kind: "text", text: "2026-02-30" });
});

test.each([
  ["0:2", 2 / 1440],
  ["9:30 pm", 21.5 / 24],
  ["1/2", 46024],
  ["2/3/2026", 46056],
  ["2-3-26", 46056],
  ["Jan 5", 46027],
  ["5-Jan", 46027],
  ["$1,200.50", 1200.5],
  ["(5)", -5],
])("%s becomes a number, the month before the day", (text, value) => {
  expect(general(text)).toMatchObject({ kind: "number", value: expect.closeTo(value) as number });
  expect(readEntry(`'${text}`, "General", rules)).toEqual({ kind: "text", text });
  if (text !== "0:2") return;
  expect(readEntry(text, "General", { ...rules, typedTexts: "text" })).toEqual({ kind: "text", text });
});

test.each(["13/40", "0:75", "Room 12", "2/30/2026", "25:00 pm"])("%s stays text", (text) => {
  expect(general(text)).toEqual({ kind: "text", text });
});

test("null leaves a cell, an empty text clears it", () => {
  expect(general(null)).toEqual({ kind: "leave" });
  expect(general("")).toEqual({ kind: "clear" });
  expect(general(true)).toEqual({ kind: "boolean", value: true });
});
