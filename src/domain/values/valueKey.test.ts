import { valueKey } from "./valueKey";

test.each([
  ["王磊", "王磊 "],
  ["王磊", "\u3000王磊\u00a0"],
  ["成交", "\u200b成交"],
  ["AB", "ＡＢ"],
  ["Closed Won", "closed  won"],
  ["Closed Won", "Closed\u00a0Won"],
  ["A（重点客户）", "A (重点客户)"],
  ["30%", "30 ％"],
  ["1", 1],
])("%j and %j are one value", (one, other) => {
  expect(valueKey(one)).toBe(valueKey(other));
});

test.each([
  ["王磊", "王 磊"],
  ["王*", "王?"],
  [">50", "50"],
  ["~李", "李"],
  ["Closed Won", "Closed Lost"],
])("%j and %j are two", (one, other) => {
  expect(valueKey(one)).not.toBe(valueKey(other));
});

test("a long text without end takes no time", () => {
  const started = performance.now();
  for (const sign of [" ", "-", "— ", "a "]) valueKey(sign.repeat(16_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
