import { nearDay } from "./dayText";
import { paneText as zhCN } from "./zh-CN/pane";

/** 2026-08-07, a Friday. */
const today = 46241;

test.each([
  [today, "今天"],
  [today + 1, "明天"],
  [today - 1, "昨天"],
  [today + 5, "周三"],
  [today + 8, "8月15日"],
  [today - 4, "8月3日"],
  [today + 200, "2027年2月23日"],
])("day %i is called %s", (day, name) => {
  expect(nearDay(day, today, 1900, zhCN)).toBe(name);
});

test("a workbook that counts from 1904 has the same days", () => {
  expect(nearDay(today - 1462 + 5, today - 1462, 1904, zhCN)).toBe("周三");
});
