import fc from "fast-check";
import type { FieldId } from "../../schema/fieldIds";
import type { CellValue } from "../../values/value";
import type { ColumnGuess } from "./guess";
import { matchColumns } from "./matchColumns";

const today = 46_241;
const context = { today, system: 1900 } as const;

/** Columns by header, each with its cells from the top down. */
type Columns = Readonly<Record<string, readonly CellValue[]>>;

function guesses(columns: Columns, wishes: ReadonlyMap<number, FieldId | null> = new Map()): readonly ColumnGuess[] {
  const cells = Object.values(columns);
  const rows = Math.max(0, ...cells.map(({ length }) => length));
  const body = Array.from({ length: rows }, (_, row) => cells.map((column) => column[row] ?? ""));
  return matchColumns(Object.keys(columns), body, wishes, context);
}

/** What is taken, by header, and what is asked about. */
function outcome(columns: Columns): Readonly<Record<string, FieldId | "asked" | "left">> {
  const headers = Object.keys(columns);
  return Object.fromEntries(
    guesses(columns).map(({ column, taken, asked }) => [headers[column], taken ?? (asked ? "asked" : "left")]),
  );
}

/** As many cells as wanted from a few values, one after the other. */
const around = (count: number, ...values: readonly CellValue[]): readonly CellValue[] =>
  Array.from({ length: count }, (_, at) => values[at % values.length] ?? "");

const firms = Array.from({ length: 12 }, (_, at) => `测试${at + 1}厂`);
const stages = around(12, "初步沟通", "需求确认", "方案演示", "成交");
const owners = around(12, "王磊", "李静", "陈晨");
const ahead = Array.from({ length: 12 }, (_, at) => today + 3 + at);
const behind = Array.from({ length: 12 }, (_, at) => today - 40 + at);

describe("by name", () => {
  test.each([
    ["电话", "phone", "状态", "stage"],
    ["手机", "phone", "客户", "customer"],
    ["阶段", "stage", "备注", "note"],
    ["负责人", "owner", "联系人", "contact"],
    ["上次联系", "lastContact", "下次联系", "nextDate"],
    ["首次跟进", "firstContact", "最近跟进", "lastContact"],
    ["created", "firstContact", "closed", "closedOn"],
    ["Expected close", "expectedClose", "Closed on", "closedOn"],
    ["Last call", "lastContact", "Next call", "nextDate"],
    ["开始日期", "left", "结束日期", "left"],
    ["联系人", "contact", "联系人2", "left"],
    ["负责人", "owner", "跟进人", "left"],
    ["客户名称", "customer", "客户满意度", "left"],
  ] as const)("%s is %s and %s is %s, in whatever order they stand", (a, asA, b, asB) => {
    expect(outcome({ [a]: [], [b]: [] })).toEqual({ [a]: asA, [b]: asB });
    expect(outcome({ [b]: [], [a]: [] })).toEqual({ [a]: asA, [b]: asB });
  });

  test.each([
    ["跟进人", "业务员"],
    ["公司", "客户"],
    ["金额（元）", "金额（美元）"],
    ["联系人1", "备注"],
  ])("%s beside %s: a person says which one counts", (a, b) => {
    expect(outcome({ [a]: [], [b]: [] })[a]).toBe("asked");
  });

  test("of several phones the likelier one is taken, of two that are equal the left one", () => {
    expect(outcome({ 手机: [], 电话: [] })).toEqual({ 手机: "left", 电话: "phone" });
    expect(outcome({ 客户手机: [], 联系人电话: [] })).toEqual({ 客户手机: "phone", 联系人电话: "left" });
  });

  test.each([
    ["Deal Name", { "Deal Name": "customer" }],
    ["Deal Name beside a company", { "Deal Name": "left", "Associated Company": "customer" }],
    ["Opportunity Name beside an account", { "Opportunity Name": "left", "Account Name": "customer" }],
    ["姓名", { 姓名: "customer" }],
    ["姓名 beside a firm", { 姓名: "contact", 公司名称: "customer" }],
    ["Contact Name without a firm", { "Contact Name": "customer", Email: "mail" }],
    ["Contact Name with a firm", { "Contact Name": "contact", Company: "customer" }],
    ["a department beside job titles is the contact's", { 部门: "left", 职务: "left", 归属部门: "department" }],
    ["a project beside customers in words nobody knows", { 项目名称: "asked", 客户主体: "left" }],
    ["what the add-in calculates", { "Follow-up status": "left", "Days silent": "left" }],
  ] as const)("%s", (_, expected: Readonly<Record<string, string>>) => {
    expect(outcome(Object.fromEntries(Object.keys(expected).map((header) => [header, []])))).toEqual(expected);
  });

  test("a word with a wrong letter is asked about", () => {
    const [guess] = guesses({ "Custmer Name": [] });
    expect(guess).toMatchObject({ taken: null, asked: true, candidates: [{ field: "customer" }] });
  });
});

describe("by values", () => {
  test("a last activity of event names is no last contact", () => {
    const [guess] = guesses({ "Last Activity": around(12, "Email opened", "Form submitted", "Page viewed") });
    expect(guess).toMatchObject({ taken: null, asked: false });
    expect(outcome({ "Last Activity": behind })).toEqual({ "Last Activity": "lastContact" });
  });

  test.each([
    ["open customers have one", around(12, today + 30, today - 5), stages, "expectedClose"],
    ["only closed ones have one", stages.map((stage) => (stage === "成交" ? today - 9 : "")), stages, "closedOn"],
    ["no stages, days to come", ahead, [], "expectedClose"],
    ["no stages, days that have been", behind, [], "closedOn"],
    ["as text, as exports have it", around(12, "2026-10-11 09:30", "2026-12-01 08:00"), [], "expectedClose"],
  ] as const)("a close date: %s", (_, days, stage, expected) => {
    expect(outcome({ "Close Date": days, Stage: stage })["Close Date"]).toBe(expected);
  });

  test("some open customers with a close date: a person says", () => {
    const days = stages.map((stage, at) => (stage === "成交" || at % 4 === 0 ? today - 9 : ""));
    const [guess] = guesses({ 签约日期: days, 阶段: stages });
    expect(guess).toMatchObject({ taken: null, asked: true });
    expect(guess?.candidates.map(({ field }) => field).sort()).toEqual(["closedOn", "expectedClose"]);
  });

  test("a name that says which close it is stays what it says", () => {
    expect(outcome({ 预计成交日期: behind, 实际成交日期: behind })).toEqual({
      预计成交日期: "expectedClose",
      实际成交日期: "closedOn",
    });
  });

  test("跟进日期 is the last one or the next by its days", () => {
    expect(outcome({ 跟进日期: behind })).toEqual({ 跟进日期: "lastContact" });
    expect(outcome({ 跟进日期: ahead })).toEqual({ 跟进日期: "nextDate" });
    expect(outcome({ 跟进日期: [] })).toEqual({ 跟进日期: "asked" });
    expect(outcome({ 跟进日期: behind, 下次跟进日期: ahead })).toEqual({
      跟进日期: "lastContact",
      下次跟进日期: "nextDate",
    });
  });

  test("the team's own people are the owners, whatever the column is called", () => {
    const [, guess] = guesses({ 客户名称: firms, 小伙伴: owners });
    expect(guess).toMatchObject({
      taken: "owner",
      candidates: [{ field: "owner", because: { by: "values", evidence: "people", count: 12, of: 12 } }],
    });
    expect(outcome({ 客户名称: firms, 小伙伴: owners, 负责人: owners })).toMatchObject({
      小伙伴: "left",
      负责人: "owner",
    });
    expect(outcome({ 客户名称: firms, 创建人: owners, Manager: owners })).toMatchObject({
      创建人: "asked",
      Manager: "asked",
    });
  });

  test.each([
    ["phones in a column without a name", { "": around(6, "13800001001", "0755-86000001") }, "phone"],
    ["mail addresses", { x1: ["a@example.com", "b@example.com", "c@example.com"] }, "mail"],
    ["stages", { x2: stages }, "stage"],
    ["firms", { x3: ["Alpha Test GmbH", "Beta Ltd.", "Gamma Inc"] }, "customer"],
    ["an owner by mail address", { assigned_to_email: around(12, "a@example.com", "b@example.com") }, "owner"],
    ["who follows up", { follow_up_by: around(12, "Pat Doe", "Sam Roe") }, "owner"],
    ["until when to follow up", { follow_up_by: ahead }, "nextDate"],
    ["phones that Excel showed as powers of ten", { 电话: ["1.38E+10", 13_800_000_000, "1.39001E+10"] }, "phone"],
    ["mail addresses under another name", { 负责人: firms.map((_, at) => `u${at}@example.com`) }, "mail"],
    ["phones under another name", { 负责人: around(6, "13800001001", "13800001002") }, "phone"],
    ["stages as percentages", { 阶段: around(12, 0.3, 0.5, 0.8, 1, 0) }, "stage"],
  ] as const)("%s", (_, columns: Columns, expected) => {
    expect(guesses(columns)[0]?.taken).toBe(expected);
  });

  test.each([
    ["dates under 客户名称", { 客户名称: behind }],
    ["dates under 阶段", { 阶段: around(6, "2026-08-01", "2026-08-02") }],
    ["words under 金额", { 金额: around(6, "面议", "较高") }],
    ["the same ID again and again", { 客户编号: around(12, "A1", "A2") }],
    ["words under 下次跟进日期", { 下次跟进日期: around(6, "电话回访", "上门") }],
  ] as const)("%s are not taken", (_, columns: Columns) => {
    expect(guesses(columns)[0]?.taken).toBeNull();
  });

  test("amounts as people type them are amounts, and days without a year are days", () => {
    expect(
      outcome({ 金额: ["约5万", "1.2w", "¥12,000", "10-15万"], 下次跟进: ["8月15日", "8/20", "明天", "下周三"] }),
    ).toEqual({
      金额: "amount",
      下次跟进: "nextDate",
    });
  });
});

describe("what is asked", () => {
  test("a list whose customers have no known header: the columns that may be it, and no others", () => {
    const columns = {
      品名: firms.map((name) => `${name}号`),
      地区: around(12, "华东", "华南"),
      阶段: stages,
      下次跟进日期: ahead,
      负责人: owners,
    };
    expect(outcome(columns)).toEqual({
      品名: "asked",
      地区: "left",
      阶段: "stage",
      下次跟进日期: "nextDate",
      负责人: "owner",
    });
  });

  test("a column that nobody can guess is left as it is where nothing is missing", () => {
    const columns = { 客户名称: firms, 阶段: stages, 下次跟进日期: ahead, 负责人: owners, 暗号: firms };
    expect(outcome(columns)).toMatchObject({ 暗号: "left" });
  });

  test("a wish is kept, none of these included, and its field goes to no other column", () => {
    const columns = { 客户名称: firms, 阶段: stages, 电话: ["13800001001"] };
    const [customer, stage, phone] = guesses(
      columns,
      new Map<number, FieldId | null>([
        [1, "customer"],
        [2, null],
      ]),
    );
    expect(stage).toMatchObject({ taken: "customer", asked: false, candidates: [{ because: { by: "chosen" } }, {}] });
    expect(phone).toMatchObject({ taken: null, asked: false });
    expect(customer?.taken).toBeNull();
  });

  test("three different cells go along, days as days", () => {
    expect(guesses({ 日期: [46_000, 46_000, 46_001, "", 46_002, 46_003] })[0]?.samples).toEqual([
      ...["2025-12-09", "2025-12-10", "2025-12-11"],
    ]);
  });
});

const header = fc.oneof(
  fc.constantFrom(
    ..."客户名称,公司,姓名,阶段,状态,负责人,跟进人,电话,手机,下次跟进,上次跟进,成交日期,备注,Owner,Deal - Stage".split(
      ",",
    ),
  ),
  fc.string(),
);
const cell = fc.oneof(
  fc.constantFrom<CellValue>("", "王磊", "成交", "13800001001", "a@example.com", "2026-08-15", today + 5, 5000, true),
  fc.string(),
  fc.double({ noNaN: true }),
);

test("each column gets one field at most, each field one column, and four candidates at most, best first", () => {
  fc.assert(
    fc.property(
      fc.array(header, { maxLength: 12 }),
      fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }),
      (headers, body) => {
        const found = matchColumns(headers, body, new Map(), context);
        expect(found.map(({ column }) => column)).toEqual(headers.map((_, column) => column));
        const taken = found.flatMap((guess) => guess.taken ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { candidates, samples, taken: field, asked } of found) {
          expect(candidates.length).toBeLessThanOrEqual(4);
          expect(candidates.every(({ score }) => score > 0 && score <= 1)).toBe(true);
          expect(samples.length).toBeLessThanOrEqual(3);
          expect(field !== null && asked).toBe(false);
        }
      },
    ),
  );
});

test("headers and cells of any length are read without delay", () => {
  const long = ["x", "客", "a_", "(", "1", "- ", "a@", "王 ", "Aa ", "1."].map((text) =>
    text.repeat(16_000 / text.length),
  );
  const started = performance.now();
  matchColumns(long, [long, [...long].reverse()], new Map(), context);
  // Thirty texts of 16,000 characters; a pattern that goes back over them takes minutes.
  expect(performance.now() - started).toBeLessThan(5000);
});
