import type { Fault } from "../../app/fault";
import type { Change, Refusal } from "../../domain/plan/setUpPlan";
import type { Finding, Reason } from "../../domain/rules/finding";
import type { SettingsProblem } from "../../domain/plan/settingsIssue";
import { healthText as healthEn } from "./en/health";
import { numbersText as numbersEn } from "./en/numbers";
import { paneText as en } from "./en/pane";
import { setupText as setupEn } from "./en/setup";
import { setupText as setupZhCN } from "./zh-CN/setup";
import { healthText as healthZhCN } from "./zh-CN/health";
import { numbersText as numbersZhCN } from "./zh-CN/numbers";
import { paneText as zhCN } from "./zh-CN/pane";

type ByCode<T extends { readonly code: string }> = { readonly [C in T["code"]]: Extract<T, { code: C }> };
type ByKind<T extends { readonly kind: string }> = { readonly [K in T["kind"]]: Extract<T, { kind: K }> };

// One of each kind: a new code without an example here is a type error.
const faults: ByCode<Fault> = {
  cellEdit: { code: "cellEdit" },
  readOnly: { code: "readOnly" },
  protected: { code: "protected", sheet: null },
  structure: { code: "structure" },
  filtered: { code: "filtered" },
  merged: { code: "merged" },
  inTheWay: { code: "inTheWay" },
  tooLarge: { code: "tooLarge" },
  busy: { code: "busy" },
  lost: { code: "lost" },
  drift: { code: "drift", what: "FollowUps" },
  moved: { code: "moved" },
  displaced: { code: "displaced", sheet: "Log", row: "L1 · 4" },
  unsupported: { code: "unsupported", api: "ExcelApi 1.14" },
  cancelled: { code: "cancelled" },
  unexpected: { code: "unexpected", detail: "GeneralException" },
};
const refusals: ByCode<Refusal> = {
  emptySheet: { code: "emptySheet", sheet: "S1" },
  notEmpty: { code: "notEmpty", sheet: "S1" },
  noHeaders: { code: "noHeaders", sheet: "S1", headers: ["x", "y"], unknown: ["x", "y"] },
  missingColumns: { code: "missingColumns", sheet: "S1", missing: ["customer"], found: ["x"], unknown: ["z"] },
  noRows: { code: "noRows", sheet: "S1" },
  mergedCells: { code: "mergedCells", sheet: "S1", cells: ["A1:C1"] },
  duplicateHeaders: { code: "duplicateHeaders", sheet: "S1", header: "x", cells: ["A1", "C1"] },
  protectedSheet: { code: "protectedSheet", sheet: "S1" },
  readOnly: { code: "readOnly" },
  structure: { code: "structure" },
  filtered: { code: "filtered", sheet: "S1" },
  otherTables: { code: "otherTables", sheet: "S1", tables: ["Table1"] },
  noRoom: { code: "noRoom", sheet: "S1", cell: "H3" },
  noRoomInSettings: { code: "noRoomInSettings", sheet: "S1", cell: "H3" },
  notSetUp: { code: "notSetUp" },
  otherFollowUpSheet: { code: "otherFollowUpSheet", sheet: "S1", followUpSheet: "S2" },
};
const changes: ByKind<Change> = {
  newSheet: { kind: "newSheet", title: "T", rows: 1, from: "S1" },
  values: { kind: "values", cells: 1 },
  notes: { kind: "notes", rows: 3 },
  table: { kind: "table", sheet: "S1", rows: 1, columns: 2 },
  autoFilter: { kind: "autoFilter", sheet: "S1" },
  cellsBelow: { kind: "cellsBelow", sheet: "S1", cell: "A9" },
  columns: { kind: "columns", headers: ["x"] },
  headers: { kind: "headers", cells: [{ cell: "D1", from: "", to: "x", why: "blank" }] },
  hiddenColumns: { kind: "hiddenColumns", headers: ["x"] },
  ids: { kind: "ids", count: 3, restored: 1 },
  furthest: { kind: "furthest", count: 3, fromLog: 1 },
  formulas: { kind: "formulas", headers: ["x"] },
  sheet: { kind: "sheet", role: "settings", title: "T", isNew: true },
  summaryBlocked: { kind: "summaryBlocked", sheet: "S1", cell: "A90" },
  settings: { kind: "settings", count: 3 },
  validations: { kind: "validations", headers: ["x"] },
  validationsRemoved: { kind: "validationsRemoved", headers: ["下次跟进日期"] },
  highlights: { kind: "highlights", count: 3 },
  names: { kind: "names", count: 13 },
};
const issue = (problem: SettingsProblem): Reason => ({
  rule: "settings",
  issue: { problem, table: "stages", sheet: "S2", cell: "B3" },
});
const reasons: readonly Reason[] = [
  { rule: "required", because: { kind: "always" } },
  { rule: "required", because: { kind: "open" } },
  { rule: "required", because: { kind: "fromStage", stage: "Demo" } },
  { rule: "required", because: { kind: "outcome", outcome: "won" } },
  { rule: "required", because: { kind: "customerType", type: "Key" } },
  { rule: "required", because: { kind: "oneOf", fields: ["phone", "own:QQ"] } },
  { rule: "textDate", repaired: 46249 },
  { rule: "notDate", repaired: null },
  { rule: "dayOrder" },
  { rule: "decimalSign" },
  { rule: "textNumber", repaired: 1200 },
  { rule: "notNumber", repaired: null },
  { rule: "notWhole", repaired: null },
  { rule: "notPercentage", repaired: null },
  { rule: "notPercentage", repaired: null, meant: 0.3 },
  { rule: "hundredfold", repaired: null },
  { rule: "hundredfold", repaired: null, meant: 0.3 },
  { rule: "numberPhone", repaired: "13800138000" },
  { rule: "numberPhone", repaired: null },
  { rule: "lostDigits", repaired: null },
  { rule: "notPhone", repaired: null },
  { rule: "notMail", repaired: null },
  { rule: "notLink", repaired: null },
  { rule: "untidy", repaired: "v" },
  { rule: "untidy", repaired: null },
  { rule: "otherYesNo", repaired: "Yes" },
  { rule: "notYesNo", repaired: null },
  { rule: "separators", repaired: "a, b" },
  { rule: "list", unknown: ["v1"], suggestion: null, by: null },
  { rule: "list", unknown: ["v1", "v2"], suggestion: "合同谈判", by: "look" },
  { rule: "range", limit: { kind: "number", side: "min", value: 0 } },
  { rule: "range", limit: { kind: "date", side: "max", value: 46249 } },
  { rule: "pattern", pattern: "C*" },
  { rule: "order", order: "nextBeforeLast", other: "H2", day: 46249 },
  { rule: "future", today: 46241 },
  { rule: "openClosed", stage: "Demo" },
  { rule: "otherOutcome", stage: "Won", outcomes: ["lost"], repaired: "" },
  { rule: "notPositive", stage: "Demo" },
  { rule: "unique", rows: [4] },
  { rule: "unique", rows: [4, 5, 6, 7, 8, 9, 10] },
  { rule: "duplicate", cause: "phone", rows: [4, 9] },
  { rule: "formula", cells: 3, all: false },
  { rule: "errorValue" },
  { rule: "columnMissing" },
];
/** Sentences that name something else than the column: the customer, the sheet, or a place in the Settings. */
const otherReasons: readonly Reason[] = [
  { rule: "duplicate", cause: "name", rows: [4] },
  { rule: "deals", customers: 85 },
  issue({ kind: "tableMissing" }),
  issue({ kind: "columnMissing", header: "H9" }),
  issue({ kind: "fieldMissing", field: "amount" }),
  issue({ kind: "unknownWord", value: "v1", allowed: ["a", "b"] }),
  issue({ kind: "notANumber", value: "v1" }),
  issue({ kind: "notADate", value: "v1" }),
  issue({ kind: "duplicate", value: "v1" }),
  issue({ kind: "unreadableCondition", value: "v1" }),
  issue({ kind: "unknownName", value: "v1" }),
  issue({ kind: "gap" }),
  issue({ kind: "noWeekend", value: 46249 }),
];

const languages = [
  { name: "Chinese", texts: zhCN, setup: setupZhCN },
  { name: "English", texts: en, setup: setupEn },
];

describe.each(languages)("$name", ({ name, texts, setup }) => {
  const sentences = [...Object.values(faults).map(texts.fault), ...Object.values(refusals).map(texts.refusal)];
  const lines = Object.values(changes).map(setup.change);
  const sentence = (reason: Reason) => {
    const isDay = reason.rule === "order" || reason.rule === "future" || reason.rule === "range";
    const found: Finding = {
      ...{ reason, severity: "error", sheet: "S1", cell: "B4", row: 4, field: "amount", customer: "C1" },
      ...{ header: "H1", value: isDay ? 46_000 : "v1" },
    };
    return texts.check.finding(found, {
      day: (serial) => `D${serial}`,
      value: (_, value) => String(value),
      field: texts.field,
    });
  };
  const messages = reasons.map(sentence);
  const others = otherReasons.map(sentence);

  test("every fault and refusal says what happened and what to do", () => {
    for (const { what, todo } of sentences) {
      expect(what).toMatch(/[。.：:]|GeneralException/);
      expect(todo).toMatch(/[。.]$/);
    }
  });

  test("every change is counted and named", () => {
    for (const { what, count } of lines) {
      expect(what).not.toBe("");
      expect(count).toMatch(/\d/);
    }
  });

  test("every finding names its column or its place, and what to do about it", () => {
    for (const message of messages) expect(message).toContain("H1");
    const advice =
      name === "Chinese" ? /请|可以一键修正|是不是|先合并/ : /please|Fix can|choose|did you|undo|add the row/;
    for (const message of [...messages, ...others]) expect(message).toMatch(advice);
    expect(sentence({ rule: "textDate", repaired: 46249 })).toContain("D46249");
    expect(sentence({ rule: "required", because: { kind: "outcome", outcome: "won" } })).toContain(
      name === "Chinese" ? "成交的客户要填「H1」" : "Won customers need “H1”",
    );
  });

  test("no sentence shows a gap of the program", () => {
    const all = [
      ...sentences.flatMap(({ what, todo }) => [what, todo]),
      ...lines.flatMap((line) => Object.values(line)),
      ...messages,
      ...others,
    ];
    for (const text of all) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test("every sentence is in its own language", () => {
    const own = name === "Chinese" ? /\p{Script=Han}/u : /^[^\p{Script=Han}]*$/u;
    for (const text of [...sentences.flatMap(({ what, todo }) => [what, todo]), ...lines.map(({ what }) => what)]) {
      expect(text).toMatch(own);
    }
    const foreign = "合同谈判";
    for (const message of [...messages, ...others]) expect(message.replaceAll(foreign, "")).toMatch(own);
  });

  test("the place that a person has to go to is named", () => {
    expect(texts.refusal(refusals.duplicateHeaders).what).toMatch(/A1.*C1/);
    expect(texts.refusal(refusals.otherFollowUpSheet).todo).toContain("S2");
    expect(texts.refusal(refusals.missingColumns).what).toContain(name === "Chinese" ? "客户名称" : "Customer");
  });
});

/** Every text by its place in the catalogue; a text that is made when it is asked for stands as null. */
function placesOf(texts: object, at: string): readonly (readonly [string, string | null])[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) => {
    const place = `${at}.${key}`;
    if (typeof text === "function") return [[place, null] as const];
    return typeof text === "object" && text !== null ? placesOf(text, place) : [[place, String(text)] as const];
  });
}

describe("both languages say the same things, each in its own words", () => {
  const chinese = placesOf({ pane: zhCN, setup: setupZhCN, numbers: numbersZhCN, health: healthZhCN }, "");
  const english = placesOf({ pane: en, setup: setupEn, numbers: numbersEn, health: healthEn }, "");
  /** What a number is called elsewhere: names of other products' figures; blank where nobody else has it. */
  const isElsewhere = ([place]: readonly [string, string | null]) => /\.elsewhere$/.test(place);
  const own = (texts: typeof chinese) => texts.filter((text) => !isElsewhere(text));
  const han = /\p{Script=Han}/u;

  test("every text is there in both", () => {
    expect(chinese.map(([place]) => place).sort()).toEqual(english.map(([place]) => place).sort());
  });

  test("no text is blank", () => {
    expect([...own(chinese), ...own(english)].filter(([, text]) => text?.trim() === "")).toEqual([]);
  });

  test("English holds no Chinese but the name of the language", () => {
    expect(english.flatMap(([, text]) => (text !== null && han.test(text) ? [text] : []))).toEqual(["中文"]);
  });

  test("Chinese holds no text that is only English but the name of the language", () => {
    const texts = own(chinese).flatMap(([, text]) => (text !== null && /[a-z]/i.test(text) ? [text] : []));
    expect(texts.filter((text) => !han.test(text))).toEqual(["English"]);
  });
});

test("English counts its nouns", () => {
  expect(en.check.summary(1, 1, 0)).toBe("1 to fix · 1 kind");
  expect(en.check.overdue(1, 1)).toBe("1 of 1 open customer is past their next date.");
  expect(en.check.overdue(7, 2)).toBe("2 of 7 open customers are past their next date.");
});
