import fc from "fast-check";
import { fullAmount, shortAmount } from "./amountText";
import type { Language } from "./language";

test.each<[number, string, string]>([
  [0, "0", "0"],
  [3200, "3,200", "3,200"],
  [9999.6, "10,000", "10,000"],
  [10_000, "1万", "10K"],
  [123_456, "12.3万", "123K"],
  [7_139_656, "714万", "7.14M"],
  [12_345_678, "1,235万", "12.3M"],
  [99_999_600, "1亿", "100M"],
  [999_950, "100万", "1M"],
  [1_234_567_890, "12.3亿", "1.23B"],
  [-45_600, "-4.56万", "-45.6K"],
])("%d is told as %s, in English as %s", (value, zh, en) => {
  expect([shortAmount(value, "zh-CN"), shortAmount(value, "en")]).toEqual([zh, en]);
});

test("nothing told in short is off by more than half of a hundredth", () => {
  const sizes = { 万: 1e4, 亿: 1e8, K: 1e3, M: 1e6, B: 1e9 };
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 1e12 }), fc.constantFrom<Language>("zh-CN", "en"), (value, language) => {
      const text = shortAmount(value, language);
      const size = sizes[text.at(-1) as keyof typeof sizes];
      const told = Number(text.slice(0, -1).replace(/,/g, "")) * size;
      expect(Math.abs(told - value) / value).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(text.length).toBeLessThanOrEqual(fullAmount(value, language).length);
    }),
  );
});
