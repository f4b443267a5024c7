import { serialOf } from "../values/date";
import { digestText, type DigestItem } from "./digest";

const today = serialOf({ year: 2026, month: 8, day: 7 }, 1900)!;
const item: DigestItem = { customer: "华宇精密制造", stage: "合同谈判", days: 5, words: "等法务\n回条款" };

function digest(items: readonly DigestItem[], language: "zh-CN" | "en" = "zh-CN") {
  return digestText({ groups: [{ group: "overdue", items }], who: "李敏", today, system: 1900, tomorrow: 2, language });
}

test("the text names who, when, the groups with their number, and each customer on a line", () => {
  expect(digest([item])).toBe(
    "【跟进】李敏 8月7日\n逾期 1\n· 华宇精密制造（合同谈判） 逾期5天：等法务 回条款\n明天 2 个",
  );
  expect(digest([item], "en")).toBe(
    "Follow-up, 李敏, 2026-08-07\nOverdue 1\n- 华宇精密制造 (合同谈判), 5 days late: 等法务 回条款\nTomorrow: 2",
  );
});

test("an empty day says so", () => {
  expect(digest([])).toContain("今天没有要跟进的客户。");
});

test("a long list says how many more there are", () => {
  const text = digest(Array.from({ length: 20 }, () => ({ ...item, words: "很长的话".repeat(30) })));
  expect(text).toContain("另有 5 个");
  expect(text.split("\n")).toHaveLength(19);
  expect(text).toContain("…");
});
