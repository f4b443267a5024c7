import type { Validation } from "../../domain/workbook/action";
import { fromExcel, toExcel, type ExcelValidation } from "./validation";

const types: Readonly<Record<Validation["rule"]["type"], string>> = {
  list: "List",
  date: "Date",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
  custom: "Custom",
};

/** As Excel gives a rule back: every limit as a formula text. */
function readBack(validation: Validation): ExcelValidation {
  const { rule, ...rest } = toExcel(validation);
  const asFormula = (limit: unknown) => `=${String(limit).replace(/^=/, "")}`;
  const limits = rule.date ?? rule.decimal ?? rule.wholeNumber;
  const read = limits && {
    operator: limits.operator,
    formula1: asFormula(limits.formula1),
    ...(limits.formula2 === undefined ? {} : { formula2: asFormula(limits.formula2) }),
  };
  const { type } = validation.rule;
  return { ...rest, type: types[type], rule: read ? { [type]: read } : rule };
}

const stop: Validation["alert"] = { style: "stop", message: "请选择列表里的阶段。" };
const rules: readonly Validation[] = [
  { rule: { type: "list", source: "=FU_ListStage" }, alert: stop, title: "跟进表", hint: "从列表选择" },
  { rule: { type: "list", source: "=FU_ListStage" }, alert: null, title: "跟进表", hint: null },
  {
    rule: { type: "date", minimum: 36526, maximum: null },
    alert: { style: "warning", message: "Use a date." },
    title: "Follow-up Sheet",
    hint: null,
  },
  { rule: { type: "date", minimum: 36526, maximum: 46000 }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "decimal", minimum: 0, maximum: null }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "decimal", minimum: -0.5, maximum: 99.5 }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "wholeNumber", minimum: 1, maximum: 10 }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "custom", formula: "=LEN(TRIM($B2))>0" }, alert: stop, title: "跟进表", hint: "x" },
];

test.each(rules)("a rule of ours comes back as it was set: $rule.type", (validation) => {
  expect(fromExcel(readBack(validation))).toEqual(validation);
});

test("limits go to Excel as serials in formulas, never as dates in somebody's own notation", () => {
  const [, , date] = rules;
  expect(date && toExcel(date).rule.date).toEqual({ operator: "GreaterThanOrEqualTo", formula1: "=36526" });
});

const none: ExcelValidation = {
  type: "None",
  rule: {},
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
  prompt: { showPrompt: true, title: "", message: "" },
  ignoreBlanks: true,
};

test("no rule is null, different rules are mixed", () => {
  expect(fromExcel(none)).toBeNull();
  expect(fromExcel({ ...none, type: "Inconsistent" })).toBe("mixed");
  expect(fromExcel({ ...none, type: "MixedCriteria" })).toBe("mixed");
});

test.each<ExcelValidation>([
  { ...none, type: "WholeNumber", rule: { wholeNumber: { operator: "GreaterThan", formula1: "=3" } } },
  { ...none, type: "Date", rule: { date: { operator: "NotBetween", formula1: "=1", formula2: "=2" } } },
  { ...none, type: "Date", rule: { date: { operator: "GreaterThanOrEqualTo", formula1: "=TODAY()" } } },
  { ...none, type: "TextLength", rule: { textLength: { operator: "LessThan", formula1: "=20" } } },
])("a rule of the user's own of kind $type is neither nothing nor one of ours", (validation) => {
  expect(fromExcel(validation)).toMatchObject({ rule: { type: "custom", formula: "" }, title: "" });
});

test("a user's list typed into the rule keeps its entries", () => {
  const list = { ...none, type: "List", rule: { list: { inCellDropDown: true, source: "是,否" } } };
  expect(fromExcel(list)).toMatchObject({ rule: { type: "list", source: "是,否" }, alert: { style: "stop" } });
});
