import { decimalSigns, typedField } from "./typedField";

test.each([
  ["2026-08-07", 46_241],
  ["2026/8/7", 46_241],
  ["2026年8月7日", 46_241],
  ["2026-08-07 12:00", 46_241.5],
  ["2026-08-07 25:00", "2026-08-07 25:00"],
  ["2026-02-30", "2026-02-30"],
  ["8/7/2026", "8/7/2026"],
  ["1500000", 1_500_000],
  ["-1,234.5", -1234.5],
  ["35%", 0.35],
  ["0", 0],
  ["0.5", 0.5],
  ["TRUE", true],
  ["00123", "00123"],
  ["440106199001011234", "440106199001011234"],
  ["=1+1", "=1+1"],
  ["+86 10 1234", "+86 10 1234"],
  [" 两端空格 ", " 两端空格 "],
])("%s becomes %p", (field, expected) => {
  expect(typedField(field, ".").value).toBe(expected);
});

test.each(["13800001234", "1.38E+10", "1E5"])("%s stays text: as a number it would lose what it was", (field) => {
  expect(typedField(field, ".").value).toBe(field);
});

test.each([
  ['="13800001001"', "13800001001"],
  ['="000123"', "000123"],
  ["\t13800001002", "13800001002"],
  ["'000125", "000125"],
  ["'+86 10 1234", "+86 10 1234"],
  ["'Tis so", "'Tis so"],
])("the guard in %j falls off", (field, expected) => {
  expect(typedField(field, ".").value).toBe(expected);
});

const signOf = (values: readonly string[], separator: string) =>
  decimalSigns(
    values.map((value) => [value]),
    separator,
  )[0];

test("a column's own numbers settle its decimal sign", () => {
  expect(signOf(["12.500", "1.250,50", "980,00"], ";")).toBe(",");
  expect(signOf(["12.500", "0.5"], ";")).toBe(".");
  expect(signOf(["1,234", "1,234,567"], "\t")).toBe(".");
  expect(signOf(["12.500"], ";")).toBe("open");
  expect(signOf(["980,00", "0.5"], ";")).toBe("open");
  expect(signOf(["12.500"], ",")).toBe(".");
});

test("a number that may be read in two ways stays text until its column settles it", () => {
  expect(["12.500", "1.250,50", "980,00"].map((field) => typedField(field, ",").value)).toEqual([12_500, 1250.5, 980]);
  expect(typedField("12.500", "open").value).toBe("12.500");
  expect(typedField("1,234", "open").value).toBe("1,234");
  expect(typedField("0.5", "open").value).toBe(0.5);
  expect(typedField("12.500", ".").value).toBe(12.5);
});

test("numbers in groups and percentages keep their form", () => {
  expect(typedField("1.250,50", ",")).toEqual({ value: 1250.5, form: "groupedWithDecimals" });
  expect(typedField("12,5%", ",")).toEqual({ value: 0.125, form: "percentWithDecimals" });
});
