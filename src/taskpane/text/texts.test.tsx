import type { Fault } from "../../app/fault";
import type { Change, Refusal } from "../../domain/plan/setUpPlan";
import type { Reason } from "../../domain/rules/finding";
import { en } from "./en";
import { zhCN } from "./zh-CN";

type ByCode<T extends { readonly code: string }> = { readonly [C in T["code"]]: Extract<T, { code: C }> };
type ByKind<T extends { readonly kind: string }> = { readonly [K in T["kind"]]: Extract<T, { kind: K }> };

// One of each kind: a new code without an example here is a type error.
const faults: ByCode<Fault> = {
  cellEdit: { code: "cellEdit" },
  readOnly: { code: "readOnly" },
  protected: { code: "protected", sheet: null },
  filtered: { code: "filtered" },
  merged: { code: "merged" },
  inTheWay: { code: "inTheWay" },
  tooLarge: { code: "tooLarge" },
  busy: { code: "busy" },
  lost: { code: "lost" },
  drift: { code: "drift", what: "FollowUps" },
  moved: { code: "moved" },
  unsupported: { code: "unsupported", api: "ExcelApi 1.14" },
  cancelled: { code: "cancelled" },
  unexpected: { code: "unexpected", detail: "GeneralException" },
};
const refusals: ByCode<Refusal> = {
  emptySheet: { code: "emptySheet", sheet: "S1" },
  noHeaders: { code: "noHeaders", sheet: "S1", headers: ["x", "y"] },
  missingColumns: { code: "missingColumns", sheet: "S1", missing: ["customer"], found: ["x"] },
  noRows: { code: "noRows", sheet: "S1" },
  mergedCells: { code: "mergedCells", sheet: "S1", cells: ["A1:C1"] },
  titleRows: { code: "titleRows", sheet: "S1", headerRow: 3 },
  duplicateHeaders: { code: "duplicateHeaders", sheet: "S1", header: "x", cells: ["A1", "C1"] },
  blankHeader: { code: "blankHeader", sheet: "S1", cell: "C1" },
  protectedSheet: { code: "protectedSheet", sheet: "S1" },
  readOnly: { code: "readOnly" },
  filtered: { code: "filtered", sheet: "S1" },
  otherTables: { code: "otherTables", sheet: "S1", tables: ["Table1"] },
  noRoom: { code: "noRoom", sheet: "S1", cell: "H3" },
  settingsBroken: { code: "settingsBroken", missing: ["FollowUpStages"] },
  otherFollowUpSheet: { code: "otherFollowUpSheet", sheet: "S1", followUpSheet: "S2" },
};
const changes: ByKind<Change> = {
  table: { kind: "table", sheet: "S1", rows: 1, columns: 2 },
  columns: { kind: "columns", headers: ["x"] },
  ids: { kind: "ids", count: 3 },
  formulas: { kind: "formulas", headers: ["x"] },
  sheet: { kind: "sheet", role: "settings", title: "T", isNew: true },
  validations: { kind: "validations", headers: ["x"] },
  highlights: { kind: "highlights", count: 3 },
  names: { kind: "names", count: 13 },
};
const reasons: readonly Reason[] = [
  { rule: "required", because: { kind: "always" } },
  { rule: "date", reads: null },
  { rule: "date", reads: 46249 },
  { rule: "number", reads: null },
  { rule: "number", reads: 1200 },
  { rule: "list", suggestion: null },
  { rule: "list", suggestion: "合同谈判" },
  { rule: "errorValue" },
];

const languages = [
  { name: "Chinese", texts: zhCN },
  { name: "English", texts: en },
];

describe.each(languages)("$name", ({ name, texts }) => {
  const sentences = [...Object.values(faults).map(texts.fault), ...Object.values(refusals).map(texts.refusal)];
  const lines = Object.values(changes).map(texts.setup.change);
  const messages = reasons.map((reason) =>
    texts.check.finding(reason, "H1", "v1", "reads" in reason && reason.reads !== null ? "r1" : null),
  );

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

  test("every finding names its column, and the value that is read where there is one", () => {
    for (const message of messages) expect(message).toContain("H1");
    expect(messages[2]).toContain("r1");
    expect(messages[1]).not.toContain("r1");
  });

  test("no sentence shows a gap of the program", () => {
    const all = [
      ...sentences.flatMap(({ what, todo }) => [what, todo]),
      ...lines.flatMap((line) => Object.values(line)),
      ...messages,
    ];
    for (const text of all) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test("the place that a person has to go to is named", () => {
    expect(texts.refusal(refusals.titleRows).todo).toContain("3");
    expect(texts.refusal(refusals.duplicateHeaders).what).toMatch(/A1.*C1/);
    expect(texts.refusal(refusals.blankHeader).what).toContain("C1");
    expect(texts.refusal(refusals.otherFollowUpSheet).todo).toContain("S2");
    expect(texts.refusal(refusals.missingColumns).what).toContain(name === "Chinese" ? "客户名称" : "Customer");
  });
});

test("English counts its nouns", () => {
  expect(en.check.summary(1, 1)).toBe("1 to fix · 1 kind");
  expect(en.setup.question("Quoting", 1)).toBe("Quoting (1 row)");
  expect(en.setup.question("Quoting", 7)).toBe("Quoting (7 rows)");
});
