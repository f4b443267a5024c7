import { isUntidy, looksBlank, plainText, tidyText } from "./tidy";

/** The first and last letters and digits of the full-width block, and what stands beside them. */
test.each([
  ["０", "0"],
  ["９", "9"],
  ["Ａ", "A"],
  ["Ｚ", "Z"],
  ["ａ", "a"],
  ["ｚ", "z"],
  ["a５", "a5"],
  ["甲 ", "甲"],
  [" 甲", "甲"],
  ["甲\t", "甲"],
  ["甲\u00A0", "甲"],
  ["甲\u3000", "甲"],
  ["甲\uFEFF", "甲"],
  ["甲\u1680", "甲"],
  ["甲\u2009", "甲"],
  ["甲\u200B", "甲"],
  ["甲\u2069", "甲"],
  ["  ", ""],
])("%j is untidy, and tidied it is %j", (text, tidy) => {
  expect(isUntidy(text)).toBe(true);
  expect(tidyText(text)).toBe(tidy);
});

test.each([
  "",
  "甲",
  "a b",
  "！",
  "／",
  "：",
  "＠",
  "［",
  "｀",
  "｛",
  "甲（中国）",
  "\u2070",
  "\u167F",
  "a\u00ADb",
  "é",
])("%j is tidy as it is", (text) => {
  expect(isUntidy(text)).toBe(false);
  expect(tidyText(text)).toBe(text);
});

test("plain text has no invisible marks anywhere, and is in half width throughout", () => {
  expect(plainText(" 1\u200B2／3： ")).toBe("12/3:");
  expect(plainText("\u00A8a")).toBe("\u0308a");
});

test.each<[string, boolean]>([
  ["", false],
  [" ", true],
  ["\u3000\u200B", true],
  [" 甲", false],
  ["甲", false],
  ["\u00AD", false],
])("nothing can be seen of %j: %s", (text, blank) => {
  expect(looksBlank(text)).toBe(blank);
});
