import { readAnswers, withAnswer, writeAnswers, type Answers } from "./answer";

const answers: Answers = new Map([
  ["ruleIds", { kind: "facts", facts: { ids: ["0", "1"], priorities: [0, 1], more: [[null, true]] } }],
  ["ruleOrder", { kind: "error", error: "ApiNotFound @ ConditionalFormat.priority" }],
]);

test("answers come back as they were remembered", () => {
  expect(readAnswers(writeAnswers(answers))).toEqual(answers);
});

test("what an earlier version asked is left out, what cannot be read is no answer", () => {
  const text = '{"asked before":{"a":1},"ruleIds":{"ids":["0"]},"ruleOrder":{"order":{"a":1}},"ruleDelete":7}';
  expect(readAnswers(text)).toEqual(new Map([["ruleIds", { kind: "facts", facts: { ids: ["0"] } }]]));
});

test.each(["", "{", "null", "[]", "7", "{}", '{"unknown":"x"}'])("nothing is remembered by %j", (text) => {
  expect(readAnswers(text)).toBeNull();
});

test("an answer is added to those before, and takes the place of an earlier one to the same", () => {
  const again = withAnswer(answers, "ruleOrder", { kind: "facts", facts: { order: ["a"] } });
  expect([...again.keys()]).toEqual(["ruleIds", "ruleOrder"]);
  expect(again.get("ruleOrder")).toEqual({ kind: "facts", facts: { order: ["a"] } });
  expect(answers.get("ruleOrder")?.kind).toBe("error");
  expect(withAnswer(null, "sizes", { kind: "error", error: "x" }).size).toBe(1);
});
