import { dateOf, isoOfSerial } from "../../domain/values/date";
import type { Validation } from "../../domain/workbook/action";
import { fromExcel, ruleAgain, toExcel, type ExcelValidation } from "./validation";

const types: Readonly<Record<Validation["rule"]["type"], string>> = {
  list: "List",
  date: "Date",
  decimal: "Decimal",
  custom: "Custom",
};

/** A limit in each form in which Excel was seen to tell one. */
const told: Readonly<Record<string, (limit: number, isDate: boolean) => unknown>> = {
  "as a formula": (limit) => `=${limit}`,
  "as a number": (limit) => limit,
  "as a text": (limit) => String(limit),
  "with a power of ten": (limit, isDate) => (isDate ? limit : `=${limit.toExponential().toUpperCase()}`),
  "as a date of the United States": (limit, isDate) => (isDate ? usDate(limit) : limit),
  "as a date with its time": (limit, isDate) => (isDate ? `${usDate(limit)} ${timeOf(limit)}` : limit),
  "as a date with half a day's clock": (limit, isDate) => (isDate ? `${usDate(limit)} ${halfDayTimeOf(limit)}` : limit),
  "as an ISO date": (limit, isDate) => (isDate ? `${isoOfSerial(limit, 1900)}T${timeOf(limit)}` : limit),
};

function usDate(serial: number): string {
  const { year, month, day } = dateOf(serial, 1900);
  return `${month}/${day}/${year}`;
}

function secondsOf(serial: number): number {
  return Math.round((serial - Math.floor(serial)) * 86_400);
}

function timeOf(serial: number): string {
  const seconds = secondsOf(serial);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function halfDayTimeOf(serial: number): string {
  const hours = Math.floor(secondsOf(serial) / 3600);
  return `${hours % 12 === 0 ? 12 : hours % 12}${timeOf(serial).slice(2)} ${hours < 12 ? "AM" : "PM"}`;
}

/** Every kind's member, null where it is not in use, as Excel tells a rule. */
const noMembers = {
  wholeNumber: null,
  decimal: null,
  date: null,
  list: null,
  custom: null,
  textLength: null,
  time: null,
};

/** As Excel gives a rule back. */
function readBack(validation: Validation, form: (limit: number, isDate: boolean) => unknown): ExcelValidation {
  const { rule, ...rest } = toExcel(validation);
  const limits = rule.date ?? rule.decimal;
  const read = (limit: unknown) => form(Number(String(limit).replace(/^=/, "")), rule.date !== undefined);
  const told = limits && {
    operator: limits.operator,
    formula1: read(limits.formula1),
    ...(limits.formula2 === undefined ? {} : { formula2: read(limits.formula2) }),
  };
  const { type } = validation.rule;
  return { ...rest, type: types[type], rule: { ...noMembers, ...(told ? { [type]: told } : rule) } as never };
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
  { rule: { type: "decimal", minimum: -1e15, maximum: 1e15 }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "date", minimum: 61, maximum: 2_958_465.99999 }, alert: stop, title: "跟进表", hint: null },
  { rule: { type: "custom", formula: "=LEN(TRIM($B2))>0" }, alert: stop, title: "跟进表", hint: "x" },
];

describe.each(Object.entries(told))("limits told %s", (_, form) => {
  test.each(rules)("are read as they were set: $rule", (validation) => {
    const read = fromExcel(readBack(validation, form), 1900);
    expect(read).toMatchObject({ alert: validation.alert, title: validation.title, hint: validation.hint });
    const { rule } = read === null || read === "mixed" ? { rule: null } : read;
    if (!("minimum" in validation.rule)) return expect(rule).toEqual(validation.rule);
    const { type, minimum, maximum } = validation.rule;
    if (rule === null || !("minimum" in rule)) throw new Error("no limits");
    // To the second, or to the day where no time is told.
    const close = (limit: number | null) => (limit === null || type !== "date" ? limit : Math.floor(limit));
    expect([rule.type, close(rule.minimum), close(rule.maximum)]).toEqual([type, close(minimum), close(maximum)]);
  });
});

test("a day told as a date is another number in a workbook that counts from 1904", () => {
  const date: Validation = {
    rule: { type: "date", minimum: 46_000, maximum: null },
    alert: stop,
    title: "",
    hint: null,
  };
  const asDate = readBack(date, (limit) => usDate(limit));
  expect(fromExcel(asDate, 1904)).toMatchObject({ rule: { minimum: 44_538 } });
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
  expect(fromExcel(none, 1900)).toBeNull();
  expect(fromExcel({ ...none, type: "Inconsistent" }, 1900)).toBe("mixed");
  expect(fromExcel({ ...none, type: "MixedCriteria" }, 1900)).toBe("mixed");
});

test.each<ExcelValidation>([
  { ...none, type: "WholeNumber", rule: { wholeNumber: { operator: "GreaterThan", formula1: "=3" } } },
  { ...none, type: "Date", rule: { date: { operator: "NotBetween", formula1: "=1", formula2: "=2" } } },
  { ...none, type: "Date", rule: { date: { operator: "GreaterThanOrEqualTo", formula1: "=TODAY()" } } },
  { ...none, type: "TextLength", rule: { textLength: { operator: "LessThan", formula1: "=20" } } },
])("a rule of the user's own of kind $type is neither nothing nor one of ours", (validation) => {
  expect(fromExcel(validation, 1900)).toMatchObject({ rule: { type: "custom", formula: "" }, title: "" });
});

test("a user's list typed into the rule keeps its entries", () => {
  const list = { ...none, type: "List", rule: { list: { inCellDropDown: true, source: "是,否" } } };
  expect(fromExcel(list, 1900)).toMatchObject({ rule: { type: "list", source: "是,否" }, alert: { style: "stop" } });
});

const cell = { row: 1, column: 1, rows: 4, columns: 1 };

test("a rule is set again by the member in use alone", () => {
  const rule = { ...noMembers, list: { inCellDropDown: true, source: "是,否" } } as never;
  expect(ruleAgain({ ...none, type: "List", rule }, cell)).toEqual({ list: { inCellDropDown: true, source: "是,否" } });
});

test("limits of whole numbers that an add-in cannot set come again as a formula that takes the same", () => {
  const ours = { operator: "Between" as const, formula1: "=-1E+15", formula2: "100000" };
  const validation = { ...none, type: "WholeNumber", rule: { wholeNumber: ours } };
  expect(ruleAgain(validation, cell)).toEqual({
    custom: { formula: "=AND(ISNUMBER(B2),B2=INT(B2),B2>=-1000000000000000,B2<=100000)" },
  });
  const small = { wholeNumber: { ...ours, formula1: "=0", formula2: "=65535" } };
  expect(ruleAgain({ ...none, type: "WholeNumber", rule: small }, cell)).toEqual(small);
});

test("a day told in the notation of the United States is set again in one that reads the same everywhere", () => {
  const date = { operator: "Between" as const, formula1: "3/1/2026", formula2: "12/31/2026 23:59:59" };
  expect(ruleAgain({ ...none, type: "Date", rule: { date } }, cell)).toEqual({
    date: { operator: "Between", formula1: "=DATE(2026,3,1)", formula2: "=DATE(2026,12,31)+0.99999" },
  });
  const serial = { date: { ...date, formula1: "=46000", formula2: 46_100 } } as never;
  expect(ruleAgain({ ...none, type: "Date", rule: serial }, cell)).toEqual(serial);
});
