import { knownFieldIds, type FieldId } from "../schema/fieldIds";
import { serialOfIso } from "../values/date";
import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
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
  next: { kind: "choice", choice: "tomorrow" },
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
