import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import { serialOfIso } from "../values/date";
import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import type { Outcome } from "../schema/field";
import { owners, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { newForm, readForm, type FormContext, type TouchForm } from "./touchForm";

/** 2026-08-07, a Friday. */
const today = 46_241;
const columns: readonly FieldId[] = ["customer", "stage", "owner", "nextDate", "amount", "source", "id"];
const schema = schemaStub({
  fields: knownFieldIds.map((field) => defaultField(field, columns.includes(field) ? `列-${field}` : null)),
  stages: [stage("线索", "open", 3), stage("谈判", "open", 3), stage("成交", "won")],
  owners: owners("张敏", "Lily"),
  lists: [{ key: "source", entries: ["展会"] }],
});
const records: Records = {
  sheet: "客户",
  area: { row: 1, column: 0, rows: 1, columns: columns.length },
  values: [],
  columns: new Map(columns.map((field, column) => [field, column])),
};
const row: readonly CellValue[] = ["远山能源", "线索", "张敏", today - 2, 100, "展会", "A1"];

function context(change: Partial<FormContext> = {}): FormContext {
  return {
    records,
    schema,
    system: 1900,
    language: "zh-CN",
    today,
    row,
    name: "远山能源",
    owner: "张敏",
    scope: "quick",
    ...change,
  };
}

const filled: TouchForm = {
  ...newForm("L1", "A1", false, "电话"),
  content: "等法务",
  stage: "",
  next: { kind: "choice", choice: "nextWorkingDay" },
};

function problems(form: Partial<TouchForm>, change: Partial<FormContext> = {}) {
  return readForm({ ...filled, ...form }, context(change)).problems.map(({ at, problem }) => [at, problem.code]);
}

test("a filled form gives the customer's cells, on a working day", () => {
  const { touch, problems: none, nextDate } = readForm(filled, context());
  expect(none).toEqual([]);
  expect(nextDate).toBe(today + 3);
  expect([...touch.changes]).toEqual([["nextDate", today + 3]]);
});

test("a new stage is a change, no change is none", () => {
  const { touch, state } = readForm({ ...filled, stage: "谈判" }, context());
  expect([...touch.changes.keys()]).toEqual(["stage", "nextDate"]);
  expect(state).toBe("open");
});

test("a closing stage takes the next date away and asks for none", () => {
  const { touch, state, problems: none } = readForm({ ...filled, stage: "成交", next: null }, context());
  expect(none).toEqual([]);
  expect(state).toBe("won");
  expect(touch.changes.get("nextDate")).toBe("");
});

test("a day to come back on lies ahead, any other one behind", () => {
  const wide: Records = { ...records, columns: new Map([...records.columns, ["revisitOn", 7], ["firstContact", 8]]) };
  const dated = { ...schema, fields: schema.fields.map((field) => ({ ...field, header: field.header ?? field.id })) };
  const fields = { revisitOn: "3月1日", firstContact: "3月1日" };
  const { touch } = readForm({ ...filled, fields }, context({ records: wide, schema: dated }));
  expect(touch.changes.get("revisitOn")).toBe(serialOfIso("2027-03-01", 1900));
  expect(touch.changes.get("firstContact")).toBe(serialOfIso("2026-03-01", 1900));
});

test("dates are read as people type them", () => {
  const typed = (text: string) => readForm({ ...filled, next: { kind: "typed", text } }, context()).nextDate;
  expect([typed("明天"), typed("8.15"), typed("2026年8月15日")]).toEqual([today + 1, today + 8, today + 8]);
  const earlier = readForm({ ...filled, date: "昨天" }, context());
  expect(earlier.touch.date).toBe(today - 1);
});

test.each<[string, Partial<TouchForm>, readonly (readonly string[])[]]>([
  ["no customer", { customerId: "" }, [["customer", "noCustomer"]]],
  ["no answer to the stage", { stage: null }, [["stage", "noStage"]]],
  ["no answer to the next date", { next: null }, [["nextDate", "noNextDate"]]],
  ["neither words nor result", { content: " " }, [["content", "noWords"]]],
  ["a contact in the future", { date: "明天" }, [["date", "futureContact"]]],
  ["a day that is none", { date: "改天" }, [["date", "notDate"]]],
  ["a next date in the past", { next: { kind: "typed", text: "2026-08-01" } }, [["nextDate", "pastDate"]]],
  ["a next date that is none", { next: { kind: "typed", text: "再说" } }, [["nextDate", "notDate"]]],
  ["an open customer without next date", { next: { kind: "none" } }, [["nextDate", "rule"]]],
  ["an owner nobody knows", { fields: { owner: "赵六" } }, [["owner", "rule"]]],
  ["text beyond Excel's limit", { content: "字".repeat(32_768) }, [["content", "tooLong"]]],
  [
    "all at once",
    { content: "", stage: null, next: null, date: "改天" },
    [
      ["date", "notDate"],
      ["content", "noWords"],
      ["stage", "noStage"],
      ["nextDate", "noNextDate"],
    ],
  ],
])("%s is said", (_, form, expected) => {
  expect(problems(form)).toEqual(expected);
});

test("the quick form does not ask for what was missing before, the full one does", () => {
  const gap = row.map((cell, column) => (columns[column] === "owner" ? "" : cell));
  expect(problems({}, { row: gap })).toEqual([]);
  expect(problems({}, { row: gap, scope: "full" })).toEqual([["owner", "rule"]]);
});

test("what is only observed never stands in the way", () => {
  expect(problems({ fields: { amount: "一大笔", source: "路边" } })).toEqual([]);
});

test("amounts are read, and a new customer needs a name, an owner and a stage", () => {
  const isNew: TouchForm = { ...filled, isNew: true, customerId: "B1", fields: { amount: "1.5万" } };
  expect(problems({ ...isNew, stage: "" }, { row: null, scope: "full" }).map(([at]) => at)).toEqual([
    "customer",
    "stage",
    "owner",
  ]);
  const { touch } = readForm(
    { ...isNew, stage: "线索", fields: { customer: "海风", owner: "Lily", amount: "1.5万" } },
    context({ row: null, scope: "full" }),
  );
  expect(Object.fromEntries(touch.changes)).toEqual({
    customer: "海风",
    owner: "Lily",
    amount: 15_000,
    stage: "线索",
    nextDate: today + 3,
  });
  expect(touch.customer.name).toBe("海风");
});

test("while nobody is chosen nothing of a row is asked for", () => {
  const strict = { ...schema, fields: schema.fields.map((field) => ({ ...field, level: "require" as const })) };
  const { asked } = readForm({ ...filled, customerId: "" }, context({ row: null, name: "", schema: strict }));
  expect(asked).toEqual([]);
});

describe("what only this touch brings up", () => {
  const amountFrom = (stageName: string, level: "warn" | "require" = "require"): FormContext["schema"] => ({
    ...schema,
    fields: schema.fields.map((field) =>
      field.id === "amount" ? { ...field, level, requiredWhen: [{ kind: "fromStage", stage: stageName }] } : field,
    ),
  });
  const without = (...ids: readonly FieldId[]) => row.map((cell, at) => (ids.includes(columns[at]!) ? "" : cell));
  const asked = (form: Partial<TouchForm>, change: Partial<FormContext>) =>
    readForm({ ...filled, ...form }, context(change)).asked.map(({ id }) => id);

  test.each<[string, Partial<TouchForm>, Partial<FormContext>, readonly FieldId[]]>([
    ["the stage from which a blank amount is required", { stage: "谈判" }, { row: without("amount") }, ["amount"]],
    ["the same, where the amount is there", { stage: "谈判" }, {}, []],
    [
      "the same, where somebody types it just now: the control stays",
      { stage: "谈判", fields: { amount: "5" } },
      { row: without("amount") },
      ["amount"],
    ],
    ["winning, too", { stage: "成交", next: null }, { row: without("amount") }, ["amount"]],
    ["a touch that leaves the stage", { stage: "" }, { row: without("amount") }, []],
    [
      "a stage that asked for it before",
      { stage: "" },
      { row: row.map((cell, at) => (columns[at] === "stage" ? "谈判" : columns[at] === "amount" ? "" : cell)) },
      [],
    ],
    ["what was missing before", { stage: "谈判" }, { row: without("owner") }, []],
    [
      "a field that is only warned of",
      { stage: "谈判" },
      { row: without("amount"), schema: amountFrom("谈判", "warn") },
      [],
    ],
  ])("%s", (_, form, change, expected) => {
    expect(asked(form, { schema: amountFrom("谈判"), ...change })).toEqual(expected);
  });

  test("stops until it is there, and is among what the row must have", () => {
    const change = { schema: amountFrom("谈判"), row: without("amount") };
    expect(problems({ stage: "谈判" }, change)).toEqual([["amount", "rule"]]);
    expect(problems({ stage: "谈判", fields: { amount: "5" } }, change)).toEqual([]);
    expect(readForm({ ...filled, stage: "谈判" }, context(change)).required.has("amount")).toBe(true);
    expect(readForm(filled, context(change)).required.has("amount")).toBe(false);
  });

  test("a new customer is asked for all that its stage needs", () => {
    const isNew = { isNew: true, customerId: "B1", stage: "谈判", fields: { customer: "海风" } };
    expect(asked(isNew, { schema: amountFrom("谈判"), row: null, name: "", scope: "full" })).toEqual([
      "customer",
      "owner",
      "stage",
      "amount",
      "nextDate",
    ]);
  });
});

describe("the borders of days and lengths", () => {
  const on = (text: string) => ({ next: { kind: "typed", text } as const });

  test.each<[string, Partial<TouchForm>, readonly (readonly string[])[]]>([
    ["a contact today", { date: "今天" }, []],
    ["a contact tomorrow", { date: "2026-08-08" }, [["date", "futureContact"]]],
    ["a next date today", on("今天"), []],
    ["a next date yesterday", on("昨天"), [["nextDate", "pastDate"]]],
    ["a next date that could be either of two", on("next Sunday"), [["nextDate", "whichDate"]]],
    ["a result without words", { content: "", result: "未接通" }, []],
    ["as many characters as a cell holds", { content: "字".repeat(32_767) }, []],
    ["a field beyond what a cell holds", { fields: { source: "字".repeat(32_768) } }, [["source", "tooLong"]]],
  ])("%s", (_, form, expected) => {
    expect(problems(form)).toEqual(expected);
  });

  test("a contact whose day cannot be read counts as today's until it is put right", () => {
    expect(readForm({ ...filled, date: "改天" }, context()).touch.date).toBe(today);
    expect(readForm({ ...filled, date: "明天" }, context()).touch.date).toBe(today);
    expect(readForm({ ...filled, date: " " }, context()).touch.date).toBe(today);
  });

  test("spaces around what was said are taken off, and a field left blank blanks its cell", () => {
    const { touch } = readForm(
      { ...filled, content: " 等法务 ", fields: { source: "  ", feedback: " 贵 " } },
      context(),
    );
    expect([touch.content, touch.feedback, touch.changes.get("source")]).toEqual(["等法务", "贵", ""]);
    expect(touch.changes.has("feedback")).toBe(false);
  });
});

describe("a sheet without some of its columns", () => {
  const narrow = (...left: readonly FieldId[]): Partial<FormContext> => {
    const kept = columns.filter((id) => !left.includes(id));
    return {
      records: { ...records, columns: new Map(kept.map((id, at) => [id, at])) },
      row: kept.map((id) => row[columns.indexOf(id)] ?? ""),
      schema: {
        ...schema,
        fields: schema.fields.map((field) => (left.includes(field.id) ? { ...field, header: null } : field)),
      },
    };
  };

  test("asks neither for a stage nor for a next date that it cannot hold", () => {
    expect(problems({ stage: null }, narrow("stage"))).toEqual([]);
    expect(problems({ next: null }, narrow("nextDate"))).toEqual([]);
    expect(readForm(filled, context(narrow("nextDate"))).nextDate).toBeNull();
  });

  test("leaves out what was typed for a column that it has not got", () => {
    const { touch } = readForm({ ...filled, fields: { source: "展会" } }, context(narrow("source")));
    expect(touch.changes.has("source")).toBe(false);
  });
});

test("a customer that closes without a next date has none to take away", () => {
  const bare = row.map((cell, at) => (columns[at] === "nextDate" ? "" : cell));
  const { touch } = readForm({ ...filled, stage: "成交", next: null }, context({ row: bare }));
  expect(touch.changes.has("nextDate")).toBe(false);
});

test("the customer's own stage chosen again is no change", () => {
  expect([...readForm({ ...filled, stage: "线索" }, context()).touch.changes.keys()]).toEqual(["nextDate"]);
});

test("nobody is chosen while the customer's row is not there", () => {
  expect(problems({}, { row: null })).toEqual([["customer", "noCustomer"]]);
});

describe("an amount of 0 when a contact brings a customer to the stage that asks for one", () => {
  const asking = (level: "observe" | "warn" | "require") =>
    context({
      row: row.map((cell, at) => (columns[at] === "amount" ? 0 : cell)),
      schema: {
        ...schema,
        fields: schema.fields.map((field) =>
          field.id === "amount" ? { ...field, level, requiredWhen: [{ kind: "fromStage", stage: "谈判" }] } : field,
        ),
      },
    });
  const form: TouchForm = { ...filled, stage: "谈判" };
  const rules = (findings: readonly { readonly reason: { readonly rule: string } }[]) =>
    findings.map(({ reason }) => reason.rule);

  test.each(["observe", "warn"] as const)(
    "is said beside the amount at level %s, and does not stop anybody",
    (level) => {
      const reading = readForm(form, asking(level));
      expect(rules(reading.warnings)).toEqual(["notPositive"]);
      expect(reading.asked.map(({ id }) => id)).toEqual(["amount"]);
      expect(reading.problems).toEqual([]);
    },
  );

  test("stops at level require", () => {
    expect(readForm(form, asking("require")).problems).toMatchObject([{ at: "amount", problem: { code: "rule" } }]);
  });

  test("is put right in the control that stays", () => {
    const reading = readForm({ ...form, fields: { amount: "5" } }, asking("observe"));
    expect(reading.warnings).toEqual([]);
    expect(reading.asked.map(({ id }) => id)).toEqual(["amount"]);
  });

  test("is not brought up while the stage stays", () => {
    const reading = readForm(filled, asking("observe"));
    expect([reading.warnings, reading.asked]).toEqual([[], []]);
  });
});

describe("from one outcome to another", () => {
  const wide: readonly FieldId[] = [...columns, "reason", "closedOn", "revisitOn"];
  const reason = (name: string, outcome: Outcome, revisitDays: number | null = null) => ({
    name,
    outcome,
    revisitDays,
  });
  const closable = {
    ...schema,
    fields: knownFieldIds.map((field) => defaultField(field, wide.includes(field) ? `列-${field}` : null)),
    stages: [...schema.stages, stage("流失", "lost"), stage("搁置", "parked")],
    reasons: [
      reason("价格高", "lost"),
      reason("性价比", "won"),
      reason("预算冻结", "parked", 30),
      reason("等人", "parked"),
    ],
  };
  const stands = (cells: Partial<Record<FieldId, CellValue>>): Partial<FormContext> => ({
    schema: closable,
    records: { ...records, columns: new Map(wide.map((field, column) => [field, column])) },
    row: wide.map((field, column) => cells[field] ?? row[column] ?? ""),
  });
  const saved = (form: Partial<TouchForm>, cells: Partial<Record<FieldId, CellValue>>) => {
    const { touch } = readForm({ ...filled, next: null, ...form }, context(stands(cells)));
    return Object.fromEntries(["reason", "closedOn", "revisitOn"].map((id) => [id, touch.changes.get(id as FieldId)]));
  };
  const lost = { stage: "流失", reason: "价格高", closedOn: today - 9 };

  test("the reason for losing goes with the stage; the day of closing is said anew", () => {
    expect(saved({ stage: "成交", fields: { closedOn: "2026-08-07" } }, lost)).toMatchObject({
      reason: "",
      closedOn: today,
    });
    expect(saved({ stage: "成交", fields: { reason: "性价比" } }, lost)).toMatchObject({ reason: "性价比" });
  });

  test("who is open again has neither reason nor day of closing", () => {
    expect(saved({ stage: "线索" }, lost)).toEqual({ reason: "", closedOn: "", revisitOn: undefined });
  });

  test("who is won after all is not to be looked at again", () => {
    expect(saved({ stage: "成交" }, { stage: "搁置", reason: "等人", revisitOn: today + 30 })).toMatchObject({
      reason: "",
      revisitOn: "",
    });
  });

  test("a touch that leaves the stage leaves what was said of the outcome", () => {
    expect(saved({ stage: "" }, lost)).toEqual({ reason: undefined, closedOn: undefined, revisitOn: undefined });
  });

  test.each<[string, Partial<TouchForm>, readonly (readonly string[])[]]>([
    ["nothing said", {}, [["revisitOn", "noRevisit"]]],
    ["a choice", { revisit: { kind: "choice", choice: "inAMonth" } }, []],
    ["a day", { revisit: { kind: "typed", text: "两周后" } }, []],
    ["nobody knows when", { revisit: { kind: "none" } }, []],
    ["a reason that brings it back", { fields: { reason: "预算冻结" } }, []],
    ["a reason that does not", { fields: { reason: "等人" } }, [["revisitOn", "noRevisit"]]],
    ["a day that has passed", { revisit: { kind: "typed", text: "2026-08-06" } }, [["revisitOn", "pastDate"]]],
    ["a day that is none", { revisit: { kind: "typed", text: "再说" } }, [["revisitOn", "notDate"]]],
  ])("parking asks when to look at it again: %s", (_, form, expected) => {
    expect(problems({ stage: "搁置", next: null, ...form }, stands({}))).toEqual(expected);
  });

  test("a customer that is parked already is not asked again", () => {
    expect(problems({ next: null }, stands({ stage: "搁置" }))).toEqual([]);
  });
});

test("an empty form leaves the stage of a customer who is there, and asks a new one for one", () => {
  expect([newForm("L1", "A1", false, "").stage, newForm("L1", "A1", true, "").stage]).toEqual(["", null]);
});

test("a new customer lacks an owner before anything at all is filled in", () => {
  const form = { ...newForm("L1", "B1", true, ""), content: "x" };
  const { problems: all } = readForm(form, context({ row: null, name: "", scope: "full" }));
  expect(all.map(({ at }) => at)).toEqual(["customer", "stage", "nextDate", "owner"]);
});

test("what somebody types is judged at once, also in a field that is only observed; what stood there before is not", () => {
  const warned = (form: Partial<TouchForm>, change: Partial<FormContext> = {}) =>
    readForm({ ...filled, ...form }, context(change)).warnings.map(({ field }) => field);
  expect(warned({ fields: { amount: "约十来万" } })).toEqual(["amount"]);
  expect(warned({ fields: { amount: "10万" } })).toEqual([]);
  expect(warned({}, { row: row.map((cell) => (cell === 100 ? "约十来万" : cell)) })).toEqual([]);
});

test("a day that is still to be typed is no answer yet, and no mistake", () => {
  expect(problems({ next: { kind: "typed", text: " " } })).toEqual([["nextDate", "noNextDate"]]);
});
