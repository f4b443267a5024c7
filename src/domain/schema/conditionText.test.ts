import { conditionText, readConditions } from "./conditionText";
import type { Condition } from "./field";

const demo: Condition & { kind: "fromStage" } = { kind: "fromStage", stage: "方案演示" };
const key: Condition & { kind: "customerType" } = { kind: "customerType", type: "重点客户" };
const won: Condition & { kind: "outcome" } = { kind: "outcome", outcome: "won" };
const both: Condition = { kind: "all", of: [demo, key] };

test.each<[string, readonly Condition[]]>([
  ["从阶段：方案演示 且 类型：重点客户", [both]],
  ["从阶段:方案演示 并且 类型:重点客户", [both]],
  ["从阶段：方案演示和类型：重点客户", [both]],
  ["从方案演示起 且 重点客户", [both]],
  ["From stage: 方案演示 AND Type: 重点客户", [both]],
  ["from 方案演示 and 重点客户", [both]],
  ["From stage: 方案演示 ＡＮＤ Type: 重点客户", [both]],
  ["从阶段：方案演示 & 类型：重点客户", [both]],
  ["从阶段：方案演示 ＆ 类型：重点客户；结果：成交", [both, won]],
  ["从阶段：方案演示 且 类型：重点客户 或 结果：成交", [both, won]],
  ["结果：成交 or From stage: 方案演示 and Type: 重点客户", [won, both]],
  [
    "结果：成交、流失 且 类型：重点客户",
    [
      { kind: "all", of: [won, key] },
      { kind: "all", of: [{ kind: "outcome", outcome: "lost" }, key] },
    ],
  ],
  ["总是 且 类型：重点客户", [key]],
])("%j says which conditions hold at once and which alone are enough", (text, expected) => {
  expect(readConditions(text, ["重点客户"])).toEqual(expected);
});

test.each<[string, readonly Condition[]]>([
  ["从阶段：方案演示；结果：成交", [demo, won]],
  ["From stage: Research and Development", [{ kind: "fromStage", stage: "Research and Development" }]],
  ["从阶段：合同和付款", [{ kind: "fromStage", stage: "合同和付款" }]],
  [
    "类型：A&B、或然",
    [
      { kind: "customerType", type: "A&B" },
      { kind: "customerType", type: "或然" },
    ],
  ],
  ["One of: Phone, Email", [{ kind: "oneOf", fields: ["phone", "mail"] }]],
])("%j means what it meant before there was an “and”", (text, expected) => {
  expect(readConditions(text)).toEqual(expected);
});

test("what is written says “and” and “or” in the workbook's language", () => {
  expect(conditionText([both, won], "zh-CN")).toBe("从阶段：方案演示 且 类型：重点客户 或 结果：成交");
  expect(conditionText([both, won], "en")).toBe("From stage: 方案演示 and Type: 重点客户 or Outcome: Won");
});

test.each(["从阶段：方案演示 且", "且 类型：重点客户", "从阶段 且 类型：重点客户"])("%j is not guessed at", (text) => {
  expect(readConditions(text)).not.toEqual([both]);
});
