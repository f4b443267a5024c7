import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import type { Field } from "../schema/field";
import { owners, reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { checkSheet } from "./checkSheet";
import { isOneSlip } from "./list";
import { wildcardMatcher } from "./pattern";

/** 2026-08-07. */
const today = 46_241;
type Cells = Partial<Record<FieldId, CellValue>>;

/** Findings of rows given by field, as rule, cell and what the rule says. */
function check(rows: readonly Cells[], change: (field: Field) => Field = (field) => field) {
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const fields = defaultFields((id) => (ids.includes(id) ? id : null)).map(change);
  const columns = new Map(fields.filter(({ header }) => header !== null).map(({ id }, column) => [id, column]));
  const values = rows.map((row) => [...columns.keys()].map((id) => row[id] ?? ""));
  const records: Records = {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: columns.size },
    values,
    columns,
  };
  const schema = schemaStub({
    fields,
    stages: [stage("需求确认", "open"), stage("Won", "won"), stage("Negotiation", "open")],
    owners: owners("Anna Berg", "李敏"),
    lists: [{ key: "tags", entries: ["展会", "老客户"] }],
  });
  return checkSheet(records, reviewStub({ schema, today })).findings;
}

/** A row that is right, with some cells of its own. */
const open = (cells: Cells): Cells => ({ customer: "远山能源", stage: "需求确认", nextDate: today, ...cells });

const only = (id: FieldId, rules: Partial<Field>) => (field: Field) =>
  field.id === id ? { ...field, ...rules } : field;

test.each<[string, Cells, FieldId, object]>([
  [
    "a last contact before the first",
    { firstContact: today - 3, lastContact: today - 9 },
    "lastContact",
    { order: "lastBeforeFirst", day: today - 3 },
  ],
  [
    "a next date before the last contact",
    { lastContact: today - 1, nextDate: today - 2 },
    "nextDate",
    { order: "nextBeforeLast", other: "lastContact" },
  ],
  [
    "a contact that is still to come",
    { lastContact: today + 1, nextDate: today + 3 },
    "lastContact",
    { rule: "future", today },
  ],
  ["open, but with a closing date", { closedOn: today - 1 }, "closedOn", { rule: "openClosed", stage: "需求确认" }],
  [
    "closed before the first contact",
    { stage: "Won", closedOn: today - 9, firstContact: today - 2, amount: 1, reason: "x" },
    "closedOn",
    { order: "closedBeforeFirst" },
  ],
  [
    "a text date is not held against others",
    { firstContact: "2026/8/1", lastContact: today - 30 },
    "firstContact",
    { rule: "textDate" },
  ],
  ["a stage by another of its names", { stage: "赢单" }, "stage", { rule: "list", suggestion: "Won", by: "alias" }],
  [
    "a stage with a letter too few",
    { stage: "Negotiaton" },
    "stage",
    { rule: "list", suggestion: "Negotiation", by: "near" },
  ],
  [
    "an entry of several that is not on the list",
    { tags: "展会、新客户" },
    "tags",
    { rule: "list", unknown: ["新客户"], suggestion: null },
  ],
  ["entries parted otherwise", { tags: "展会,老客户" }, "tags", { rule: "separators", repaired: "展会、老客户" }],
  [
    "a telephone number stored as a number",
    { phone: 13_800_138_000 },
    "phone",
    { rule: "numberPhone", repaired: "13800138000" },
  ],
  ["no mail address", { mail: "没有" }, "mail", { rule: "notMail" }],
])("%s is one finding", (_, cells, field, reason) => {
  const findings = check([open(cells)]).filter(({ reason: { rule } }) => rule !== "required");
  expect(findings).toMatchObject([{ field, reason }]);
});

test.each<[string, Cells]>([
  ["all dates on one day", { firstContact: today, lastContact: today, nextDate: today }],
  ["an open customer that is expected to close", { closedOn: today + 9, nextDate: today }],
  ["a promised day that has passed", { lastContact: today - 9, nextDate: today - 2 }],
  [
    "a won customer whose next date stayed",
    { stage: "Won", closedOn: today - 1, lastContact: today - 1, nextDate: today - 5, amount: 0, reason: "x" },
  ],
])("%s is right", (_, cells) => {
  expect(check([open(cells)])).toEqual([]);
});

test("a won customer without date and amount lacks both, and is not reported a second time", () => {
  expect(check([open({ stage: "Won", amount: "", closedOn: "" })]).map(({ field, reason }) => [field, reason])).toEqual(
    [
      ["amount", { rule: "required", because: { kind: "outcome", outcome: "won" } }],
      ["closedOn", { rule: "required", because: { kind: "outcome", outcome: "won" } }],
    ],
  );
});

test("limits and patterns speak where the kind is right", () => {
  const limited = only("amount", { min: 0, max: 100 });
  expect(check([open({ amount: -1 })], limited)).toMatchObject([{ reason: { limit: { side: "min", value: 0 } } }]);
  expect(check([open({ amount: 100 })], limited)).toEqual([]);
  expect(check([open({ amount: "待定" })], limited)).toMatchObject([{ reason: { rule: "notNumber" } }]);
  expect(check([open({ id: "X7" })], only("id", { pattern: "C*" }))).toMatchObject([{ reason: { rule: "pattern" } }]);
});

test.each<[string, Partial<Field>, CellValue, readonly object[]]>([
  [
    "a whole number below its smallest one",
    { kind: "wholeNumber", min: 1, max: 9 },
    0,
    [{ kind: "number", side: "min", value: 1 }],
  ],
  [
    "a whole number above its largest one",
    { kind: "wholeNumber", min: 1, max: 9 },
    10,
    [{ kind: "number", side: "max", value: 9 }],
  ],
  ["a whole number at its smallest one", { kind: "wholeNumber", min: 1, max: 9 }, 1, []],
  ["a whole number at its largest one", { kind: "wholeNumber", min: 1, max: 9 }, 9, []],
  ["a smallest one alone", { kind: "wholeNumber", min: 1 }, 0, [{ kind: "number", side: "min", value: 1 }]],
  ["a largest one alone", { kind: "wholeNumber", max: 9 }, 10, [{ kind: "number", side: "max", value: 9 }]],
  ["a largest one alone says nothing of small ones", { kind: "wholeNumber", max: 9 }, -10, []],
  ["a limit of 0", { kind: "amount", min: 0 }, -0.5, [{ kind: "number", side: "min", value: 0 }]],
  ["a date with a time on the last day", { kind: "date", max: today }, today + 0.9, []],
  ["a date after the last day", { kind: "date", max: today }, today + 1, [{ kind: "date", side: "max", value: today }]],
  ["a kind without limits", { kind: "text", min: 1, max: 9 }, 99, []],
])("limits: %s", (_, rules, value, limits) => {
  const findings = check([open({ competitor: value })], only("competitor", rules));
  expect(findings.map(({ reason }) => reason)).toEqual(limits.map((limit) => ({ rule: "range", limit })));
});

test.each<[string, Cells, Partial<Field>, object[]]>([
  ["an amount of 0 in the stage", { stage: "Negotiation", amount: 0 }, {}, [{ stage: "Negotiation" }]],
  ["an amount below 0 of a won customer", { stage: "Won", amount: -5 }, {}, [{ stage: "Negotiation" }]],
  ["an amount above 0", { stage: "Negotiation", amount: 0.5 }, {}, []],
  ["an amount of 0 before the stage", { stage: "需求确认", amount: 0 }, {}, []],
  ["a blank amount: that it is missing is all", { stage: "Negotiation", amount: "" }, {}, []],
  ["an amount below its limit: one cause", { stage: "Negotiation", amount: 0 }, { min: 1 }, []],
  ["no stage from which it is required", { stage: "Won", amount: 0 }, { requiredWhen: [{ kind: "always" }] }, []],
])("%s, where the amount is required from a stage on", (_, cells, rules, reasons) => {
  const asked = only("amount", { requiredWhen: [{ kind: "fromStage", stage: "Negotiation" }], ...rules });
  const found = check([open({ closedOn: "", ...cells })], asked).filter(({ reason }) => reason.rule === "notPositive");
  expect(found.map(({ reason }) => reason)).toMatchObject(reasons);
  for (const { field, severity } of found) expect([field, severity]).toEqual(["amount", "info"]);
});

test("rows of one customer are one finding, at the first of them", () => {
  const rows = [
    open({ customer: "远山能源", phone: "" }),
    open({ customer: "绿源食品", phone: "13800138000" }),
    open({ customer: "远山能源有限公司", phone: "" }),
    open({ customer: "金桥", phone: "138 0013 8000" }),
  ];
  const across = check(rows).filter(({ reason }) => reason.rule === "duplicate");
  expect(across).toMatchObject([
    { cell: "A2", severity: "warning", reason: { cause: "name", rows: [4] } },
    { row: 3, field: "phone", severity: "info", reason: { cause: "phone", rows: [5] } },
  ]);
});

test("equal IDs are one finding, however they are written, and rows that share one are no duplicates besides", () => {
  const rows = ["C1", "c１", "C2", "C1"].map((id, index) => open({ id, customer: index === 2 ? "别的" : "远山" }));
  expect(check(rows).filter(({ reason: { rule } }) => rule === "unique" || rule === "duplicate")).toMatchObject([
    { cell: "A2", reason: { rule: "unique", rows: [3, 5] } },
  ]);
});

test("a sheet with a row per deal says so once", () => {
  const rows = Array.from({ length: 30 }, (_, index) => open({ customer: `客户${index % 3}` }));
  expect(check(rows)).toMatchObject([{ severity: "info", reason: { rule: "deals", customers: 3 } }]);
});

test("a column that must be there is missed", () => {
  expect(check([open({})], only("amount", { columnRequired: true, level: "warn" }))).toMatchObject([
    { reason: { rule: "columnMissing" }, field: "amount", cell: "A1", severity: "warning" },
  ]);
});

test.each([
  ["C*", "c1", true],
  ["C?", "C12", false],
  ["*-??-*", "A-12-x", true],
  ["A*", "A", true],
  ["A*", "Ab", true],
  ["A*", "bA", false],
  ["*A", "A", true],
  ["*A", "bAb", false],
  ["A?", "A", false],
  ["A**", "A", true],
  ["*", "", true],
  ["?", "", false],
  ["A*b", "Ab", true],
  ["A*b?", "Abb", true],
  ["A*b?", "Ab", false],
  ["*ab*abc", "abababc", true],
  ["a~~", "a~", true],
  ["a~?", "a?", true],
  ["a~?", "ab", false],
  ["a~b", "a~b", true],
  ["a~*", "a*", true],
  ["a~*", "ab", false],
  ["", "a", false],
  ["*a*b*c*", "a".repeat(2000), false],
])("the pattern %s and %s", (pattern, text, fits) => {
  expect(wildcardMatcher(pattern)(text)).toBe(fits);
});

test.each([
  ["Lily", "Lilly", true],
  ["Negotiation", "Negotiaton", true],
  ["ab", "ba", true],
  ["abc", "abc", false],
  ["abcd", "badc", false],
  ["abc", "abcde", false],
  ["abcd", "acbd", true],
  ["Robert", "Roxyrt", false],
  ["paxs", "pbas", false],
  ["", "a", true],
])("one slip between %s and %s: %s", (a, b, isSlip) => {
  expect(isOneSlip(a, b)).toBe(isSlip);
  expect(isOneSlip(b, a)).toBe(isSlip);
});
