import { listedCustomer } from "../../../test/support/customerStub";
import { touchStub } from "../../../test/support/touchStub";
import { serialOf } from "../values/date";
import { digestText, type Digest, type DigestItem } from "./digest";

const today = serialOf({ year: 2026, month: 8, day: 7 }, 1900)!;
const customer = listedCustomer({
  id: "A1",
  name: "华宇精密制造",
  owner: "李敏",
  stage: "合同谈判",
  nextStep: "回条款",
  words: "回条款",
  values: ["", 380_000],
});
const late: DigestItem = { customer, days: 5 };
const said = touchStub({ customerId: "A1", date: today - 5, content: "等法务", result: "有意向" });

function digest(items: readonly DigestItem[], change: Partial<Digest> = {}): string {
  return digestText({
    groups: [{ group: "overdue", items, total: items.length }],
    touches: [said],
    columns: new Map([["amount", 1]]),
    who: "李敏",
    today,
    system: 1900,
    tomorrow: 2,
    language: "zh-CN",
    ...change,
  });
}

test("the text names who, when, the groups with their number, and each customer with the next step and what was said last", () => {
  expect(digest([late])).toBe(
    "【跟进】李敏 8月7日\n逾期 1\n· 华宇精密制造（合同谈判，38万） 逾期5天：下一步 回条款；8月2日 等法务（有意向）\n明天 2 个",
  );
  expect(digest([late], { language: "en" })).toBe(
    "Follow-up, 李敏, 2026-08-07\nOverdue 1\n- 华宇精密制造 (合同谈判, 380K), 5 days late: next: 回条款; 2026-08-02 等法务 (有意向)\nTomorrow: 2",
  );
});

test("a heading says of how many it names a part, for some stand under an earlier one", () => {
  const groups = [{ group: "stale", items: [late], total: 3 }] as const;
  expect(digest([], { groups })).toContain("停滞 1（共 3 个）");
  expect(digest([], { groups, language: "en" })).toContain("Stale 1 of 3");
});

test("the team's list says whose customer it is", () => {
  expect(digest([late], { who: null })).toContain("· 华宇精密制造（李敏，合同谈判，38万） 逾期5天");
});

test("the last contact counts: neither an earlier one, nor a date that was moved, nor one without a word", () => {
  const touches = [
    said,
    touchStub({ customerId: "A1", date: today - 20, content: "很久以前" }),
    touchStub({ customerId: "A1", date: today - 2, kind: "reschedule", content: "客户出差" }),
    touchStub({ customerId: "A1", date: today - 1, content: " " }),
  ];
  expect(digest([late], { touches })).toContain("；8月2日 等法务（有意向）\n");
});

test("where the log is silent the row speaks, once", () => {
  const item = { customer: { ...customer, nextStep: "", words: "老客户介绍" }, days: 5 };
  expect(digest([item], { touches: [] })).toContain("逾期5天：老客户介绍\n");
});

test.each(["name", "owner", "stage", "nextStep", "words"] as const)(
  "a line break in the %s begins no line",
  (field) => {
    const broken = { ...customer, nextStep: field === "words" ? "" : "回条款", [field]: "第一行\r\n\u2028第二行\t末" };
    const text = digest([{ customer: broken, days: 5 }], { who: null, touches: [] });
    expect(text.split("\n")).toHaveLength(4);
    expect(text).toContain("第一行 第二行 末");
  },
);

test("an empty day says so", () => {
  expect(digest([])).toContain("今天没有要跟进的客户。");
});

test("a long list says how many more there are, and long words are cut", () => {
  const long = { ...customer, id: "", nextStep: "很长的话".repeat(30) };
  const text = digest(Array.from({ length: 20 }, () => ({ customer: long, days: 5 })));
  expect(text).toContain("……还有 5 个");
  expect(text.split("\n")).toHaveLength(19);
  expect(text).toContain(`下一步 ${"很长的话".repeat(10)}…\n`);
});
