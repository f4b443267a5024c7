import { listRule, multiListRule } from "./list";

const names = ["Anna Berg", "Anna Borg", "Lily", "王小明", "Robert"];
const likely = (entries: readonly string[], text: string, isStage = false) => {
  const reason = listRule(entries, isStage)(text);
  return reason?.rule === "list" ? [reason.suggestion, reason.by] : reason;
};

test.each<[string, string, readonly [string | null, string | null] | null]>([
  ["an entry", "Robert", null],
  ["an entry in another case", "ROBERT", null],
  ["full width and spaces", "Ｒｏｂｅｒｔ ", ["Robert", "look"]],
  ["a space less", "annaberg", ["Anna Berg", "look"]],
  ["a letter too few", "Rober", ["Robert", "near"]],
  ["a letter too many", "Roobert", ["Robert", "near"]],
  ["two letters the wrong way round", "Roebrt", ["Robert", "near"]],
  ["two letters wrong", "Rubart", [null, null]],
  ["one letter from two entries: nobody can tell", "Anna Burg", [null, null]],
  ["one letter from an entry, in a short name", "Lyly", [null, null]],
  ["a name of three letters", "王大明", [null, null]],
  ["a name of four letters with one too many", "Lillly", [null, null]],
  ["something else", "Zoe", [null, null]],
])("%s: %j", (_, text, expected) => {
  expect(likely(names, text)).toEqual(expected);
});

test("a name of five letters is long enough for a slip, one of four is not, on either side", () => {
  expect(likely(["Berta"], "Bertha")).toEqual(["Berta", "near"]);
  expect(likely(["Berta"], "Betra")).toEqual(["Berta", "near"]);
  expect(likely(["Bert"], "Berta")).toEqual([null, null]);
  expect(likely(["Berta"], "Bert")).toEqual([null, null]);
});

test("spaces at an end lead to the name as it is, an inner space to nobody where there are both", () => {
  const people = ["王磊", "王 磊"];
  expect(likely(people, "王磊 ")).toEqual(["王磊", "look"]);
  expect(likely(people, "\u3000王\u00a0磊")).toEqual(["王 磊", "look"]);
  expect(likely(["Li Na", "LiNa"], "L i N a")).toEqual([null, null]);
});

test("another name of a stage leads to it in the stage column only, and only where one stage has it", () => {
  const stages = ["线索", "成交", "流失"];
  expect(likely(stages, "赢单", true)).toEqual(["成交", "alias"]);
  expect(likely(stages, "赢单", false)).toEqual([null, null]);
  expect(likely([...stages, "已签约"], "赢单", true)).toEqual([null, null]);
});

test("the same value gets the same answer a second time", () => {
  const rule = listRule(names, false);
  for (const text of ["Rober", "Zoe", "Rober", "Zoe", "Robert"])
    expect(rule(text)).toEqual(listRule(names, false)(text));
});

test("a value that is no text is held against the entries as it is shown", () => {
  expect(listRule(["2026"], false)(2026)).toBeNull();
  expect(listRule(["2025"], false)(2026)).toMatchObject({ unknown: ["2026"], suggestion: null });
});

describe("a cell with several entries", () => {
  const entries = ["展会", "老客户", "Existing customer", "Newsletter", "A、B"];
  const of = (text: string, language: "zh-CN" | "en" = "zh-CN") => multiListRule(entries, language)(text);

  test.each([["展会"], ["展会、老客户"], ["展会, 老客户"], ["展会、newsletter"], ["展会、Ｎewsletter"], ["A、B"]])(
    "%j is on the list",
    (text) => {
      expect(of(text)).toBeNull();
    },
  );

  test.each<[string, string, readonly string[], string | null, string | null]>([
    ["one with a space less", "existingcustomer、展会", ["existingcustomer"], "Existing customer、展会", "look"],
    ["one with a letter too few", "Newsleter、展会", ["Newsleter"], "Newsletter、展会", "near"],
    [
      "one that looks alike and one with a slip",
      "newsleter、existingcustomer",
      ["newsleter", "existingcustomer"],
      "Newsletter、Existing customer",
      "near",
    ],
    [
      "the slip first or last makes no difference",
      "existingcustomer、newsleter",
      ["existingcustomer", "newsleter"],
      "Existing customer、Newsletter",
      "near",
    ],
    ["the same entry twice, once with a slip", "Newsletter、Newsleter", ["Newsleter"], "Newsletter", "near"],
    ["one that is nothing like an entry", "展会、火星", ["火星"], null, null],
    ["one of two that can be told", "Newsleter、火星", ["Newsleter", "火星"], null, null],
  ])("%s: %j", (_, text, unknown, suggestion, by) => {
    expect(of(text)).toEqual({ rule: "list", unknown, suggestion, by });
  });

  test("is written as the workbook's language has it", () => {
    expect(of("展会; Newsleter", "en")).toMatchObject({ suggestion: "展会, Newsletter" });
  });
});
