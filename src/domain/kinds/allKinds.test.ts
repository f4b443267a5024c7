import { owners, reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { writtenSettings } from "../../../test/support/schemas";
import { ourProperty } from "../exchange/descriptor";
import { readTableSchema } from "../exchange/readTableSchema";
import { tableSchemaOf } from "../exchange/tableSchemaOf";
import type { Records } from "../followUps/records";
import { validationOf } from "../install/validations";
import { newForm, readForm } from "../log/touchForm";
import { cellRuleOf } from "../rules/cellRules";
import { planFixes } from "../rules/planFixes";
import { validate } from "../rules/validate";
import { defaultField } from "../schema/defaults";
import type { Field, Schema } from "../schema/field";
import { knownFieldIds, ownField } from "../schema/fieldIds";
import { readSettings } from "../settings/readSettings";
import type { CellValue } from "../values/value";
import type { Language } from "../values/language";
import type { Validation } from "../workbook/action";
import { fieldKinds, kindOf, type FieldKind } from "./allKinds";
import { plainField } from "./kind";

/** What is tried on every part that deals with a kind. The workbook is Chinese and counts days from 1900. */
interface Samples {
  /** What the field asks beside its kind. */
  readonly field?: Partial<Field>;
  /** Values that are right as they are stored. */
  readonly right: readonly CellValue[];
  /** Values with the one that they should be. */
  readonly repaired: readonly (readonly [stored: CellValue, should: CellValue])[];
  /** Values that are left to people. */
  readonly wrong: readonly CellValue[];
  /** What people type into the form, and what the cell gets. */
  readonly typed: readonly (readonly [text: string, cell: CellValue])[];
  /** What is typed and has to be asked about, with what it could be. */
  readonly asked?: readonly (readonly [text: string, candidates: readonly CellValue[]])[];
  /** Limits, values about them, and what the Settings sheet may hold for the largest. */
  readonly limits?: {
    readonly min: number;
    readonly max: number;
    readonly inside: readonly number[];
    readonly outside: readonly number[];
    readonly written: readonly CellValue[];
  };
  /** Wrong values that are right ones to a program that knows the type only. */
  readonly rightElsewhere?: readonly CellValue[];
}

/** 2026-08-07, a Friday. */
const today = 46_241;
const longest = "一".repeat(3000);
const samples: Readonly<Record<FieldKind, Samples>> = {
  text: {
    right: ["绿源食品（深圳）", 10_023],
    repaired: [[" ＡＢＣ　", "ABC"]],
    wrong: [],
    typed: [["绿源食品 ", "绿源食品"]],
  },
  longText: {
    right: [" 第一行\n第二行 ", longest, 3],
    repaired: [],
    wrong: [],
    typed: [["等法务\n再约", "等法务\n再约"]],
  },
  date: {
    right: [today, today + 0.75],
    repaired: [
      ["2026/8/7", today],
      [20_260_807, today],
    ],
    wrong: ["待定", 8.7, true],
    typed: [
      ["昨天", today - 1],
      ["2026年8月7日", today],
    ],
    asked: [["next Sunday", [today + 2, today + 9]]],
    limits: {
      min: 46_000,
      max: 46_300,
      inside: [46_000, 46_300.5],
      outside: [45_999, 46_301],
      written: [46_300],
    },
  },
  wholeNumber: {
    right: [0, -3, 1200],
    repaired: [
      ["1,200", 1200],
      ["１２", 12],
    ],
    wrong: [1.5, "三", true],
    typed: [["1,200", 1200]],
    limits: { min: 0, max: 10, inside: [0, 10], outside: [-1, 11], written: [10] },
  },
  amount: {
    right: [0, -0.5, 1_500_000],
    repaired: [["￥３.３万元", 33_000]],
    wrong: ["待定", "50%", true],
    typed: [
      ["3万", 30_000],
      ["约1.2w", 12_000],
      ["12.5", 12.5],
    ],
    limits: { min: -10, max: 99.5, inside: [-10, 99.5], outside: [-10.5, 100], written: [99.5] },
  },
  percentage: {
    right: [0, 0.3, -0.05, 1.5, 0.285],
    repaired: [
      ["30%", 0.3],
      ["30 %", 0.3],
      ["３０％", 0.3],
      ["百分之三十", 0.3],
      ["0.3", 0.3],
    ],
    wrong: ["三成", "待定", 30, true],
    typed: [
      ["30%", 0.3],
      ["百分之三十五", 0.35],
      ["30", 0.3],
      ["0.3", 0.3],
      ["1", 0.01],
    ],
    asked: [
      ["三成", [0.3]],
      ["3成", [0.3]],
      ["三成半", [0.35]],
    ],
    limits: {
      min: 0,
      max: 0.5,
      inside: [0, 0.5],
      outside: [-0.1, 0.51],
      written: [0.5, "50%", "百分之五十"],
    },
    rightElsewhere: [30],
  },
  phone: {
    right: ["13800138000", "021-62345678 转 801"],
    repaired: [
      [13_800_138_000, "13800138000"],
      ["138 0013 8000", "13800138000"],
    ],
    wrong: ["微信", 12],
    typed: [["13800138000 ", "13800138000"]],
  },
  mail: {
    right: ["zhang@example.com"],
    repaired: [["mailto:zhang@example.com", "zhang@example.com"]],
    wrong: ["zhang#example.com", 5],
    typed: [[" zhang@example.com", "zhang@example.com"]],
  },
  list: {
    field: { list: "source" },
    right: ["展会", "转介绍"],
    repaired: [["展会　", "展会"]],
    wrong: ["火星"],
    typed: [["展会", "展会"]],
  },
  multiList: {
    field: { list: "source" },
    right: ["展会", "展会、转介绍"],
    repaired: [["展会;转介绍", "展会、转介绍"]],
    wrong: ["展会、火星"],
    typed: [["展会、转介绍", "展会、转介绍"]],
  },
  person: { right: ["张敏"], repaired: [["　张敏", "张敏"]], wrong: ["陌生人"], typed: [["张敏", "张敏"]] },
  link: {
    right: [
      "https://example.com/a",
      "mailto:zhang@example.com",
      "C:\\客户 资料\\报价.xlsx",
      "\\\\server\\share\\报价.pdf",
    ],
    repaired: [
      ["example。com", "example.com"],
      ['"C:\\客户\\报价.xlsx"', "C:\\客户\\报价.xlsx"],
    ],
    wrong: ["见附件", "javascript:alert(1)", "C:", 7],
    typed: [
      ["www.example.com ", "www.example.com"],
      [" D:\\客户\\报价.xlsx", "D:\\客户\\报价.xlsx"],
    ],
  },
  yesNo: {
    right: ["是", "否"],
    repaired: [
      ["√", "是"],
      [false, "否"],
    ],
    wrong: ["可能", 1],
    typed: [["是", "是"]],
  },
};

const languages: readonly Language[] = ["zh-CN", "en"];
const book = { system: 1900, language: "zh-CN" } as const;
const header = "样本";

/** A field of the kind that refuses what is wrong, in a schema with what it draws from. */
function fieldOf(kind: FieldKind, more: Partial<Field> = {}): { readonly field: Field; readonly schema: Schema } {
  const field: Field = {
    ...defaultField(ownField(header), header),
    ...{ kind, level: "require", ...samples[kind].field, ...more },
  };
  const known = knownFieldIds.map((id) => defaultField(id, id === "id" || id === "customer" ? `列-${id}` : null));
  const schema = schemaStub({
    fields: [...known, field],
    stages: [stage("线索", "open")],
    owners: owners("张敏", "Lily"),
    lists: ["source", "tags", "method", "result"].map((key) => ({
      key,
      entries: key === "source" ? ["展会", "转介绍"] : [],
    })),
  });
  return { field, schema };
}

/** Values with limits that hold on both sides, where the kind has any. */
function limited(kind: FieldKind) {
  const { limits } = samples[kind];
  return limits && { ...limits, ...fieldOf(kind, { min: limits.min, max: limits.max }) };
}

function recordsOf(field: Field, value: CellValue): Records {
  const columns = new Map([["id", 0] as const, ["customer", 1] as const, [field.id, 2] as const]);
  return { sheet: "客户", area: { row: 1, column: 0, rows: 1, columns: 3 }, values: [["A1", "远山", value]], columns };
}

/** What the cell holds in the end: as it is, or repaired; null where it is left to people. */
function settled(kind: FieldKind, value: CellValue): CellValue | null {
  const { field, schema } = fieldOf(kind);
  const findings = validate(recordsOf(field, value), { ...book, schema, today }).filter(
    (each) => each.field === field.id,
  );
  if (findings.length === 0) return value;
  return planFixes(findings, schema).flatMap(({ fixes }) => fixes)[0]?.after ?? null;
}

/** Whether the kind asks anything of a value by itself. */
function asks(kind: FieldKind): boolean {
  return kindOf(kind).list !== null || kindOf(kind).cellTest !== null;
}

/** What Excel makes of an entry; undefined for a rule that only Excel can work out: test/oracle tries those. */
function excelTakes({ rule }: Validation, schema: Schema, value: CellValue): boolean | undefined {
  switch (rule.type) {
    case "custom":
      return takesAll(rule.formula.replace(/^=(?:AND\((.*)\))?/s, "$1"), value);
    case "list": {
      const names: Readonly<Record<string, readonly string[]>> = {
        "=FU_Sources": schema.lists[0]?.entries ?? [],
        "=FU_Owners": schema.owners.map(({ name }) => name),
      };
      const entries = rule.source.startsWith("=") ? names[rule.source] : rule.source.split(",");
      return entries?.includes(String(value));
    }
    default:
      return typeof value === "number" && value >= rule.minimum && (rule.maximum === null || value <= rule.maximum);
  }
}

/** The conditions of number and date rules; undefined for any other one. */
function takesAll(conditions: string, value: CellValue): boolean | undefined {
  const verdicts = conditions.split(",").map((condition) => {
    if (condition === "ISNUMBER(A1)") return typeof value === "number";
    if (condition === "A1=INT(A1)") return Number.isInteger(value);
    const [, sign, limit] = /^A1(>=|<=|<)(-?[\d.e+-]+)$/.exec(condition) ?? [];
    if (sign === undefined) return undefined;
    if (typeof value !== "number") return true;
    return sign === ">=" ? value >= Number(limit) : sign === "<=" ? value <= Number(limit) : value < Number(limit);
  });
  return verdicts.includes(undefined) ? undefined : verdicts.every((verdict) => verdict === true);
}

/** Whether a program that knows Table Schema takes the value, by the descriptor of its column. */
function takenElsewhere(kind: FieldKind, value: CellValue, column: Readonly<Record<string, unknown>>): boolean {
  const { limits } = kindOf(kind);
  const shown = limits && typeof value === "number" ? limits.toJson(limits.measured(value), 1900) : value;
  const constraints = (column["constraints"] ?? {}) as Readonly<Record<string, unknown>>;
  const isRight: Readonly<Record<string, (cell: unknown) => boolean>> = {
    string: (cell) => typeof cell === "string" || typeof cell === "number",
    integer: (cell) => Number.isInteger(cell),
    number: (cell) => typeof cell === "number",
    date: (cell) => typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell),
    boolean: (cell) =>
      [column["trueValues"], column["falseValues"]].some((words) => Array.isArray(words) && words.includes(cell)),
  };
  const { minimum, maximum, enum: entries } = constraints;
  const compare = (limit: unknown, sign: 1 | -1) =>
    limit === undefined ||
    (typeof shown === "number"
      ? sign * (shown - Number(limit)) >= 0
      : sign * String(shown).localeCompare(String(limit)) >= 0);
  return (
    (isRight[String(column["type"])]?.(shown) ?? false) &&
    compare(minimum, 1) &&
    compare(maximum, -1) &&
    (!Array.isArray(entries) || entries.includes(shown))
  );
}

/** The descriptor of the sample column, and what is read from it when it comes back without our own property. */
function elsewhere(kind: FieldKind, more: Partial<Field> = {}) {
  const { field, schema } = fieldOf(kind, more);
  const { [ourProperty]: _, ...foreign } = tableSchemaOf(reviewStub({ schema }));
  const columns = foreign["fields"] as readonly Readonly<Record<string, unknown>>[];
  const blank = { ...schema, fields: schema.fields.filter(({ id }) => id !== field.id) };
  const read = readTableSchema(JSON.stringify(foreign), reviewStub({ schema: blank }));
  const whole = readTableSchema(JSON.stringify(tableSchemaOf(reviewStub({ schema }))), reviewStub());
  if (!read.ok || !whole.ok) throw new Error(`${kind} cannot be read back`);
  return {
    field,
    column: columns.find((column) => column["name"] === header) ?? {},
    foreign: read.schema.fields.find(({ header: each }) => each === header),
    ours: whole.schema.fields.find(({ id }) => id === field.id),
  };
}

describe("the table of kinds", () => {
  test("names each kind in its own words, in both languages", () => {
    for (const language of languages) {
      const names = fieldKinds.map((kind) => kindOf(kind).words[language].name);
      expect(new Set(names).size).toBe(fieldKinds.length);
      for (const name of names) expect(name).toMatch(language === "en" ? /^[A-Z][\x20-\x7e]+$/ : /^\P{ASCII}/u);
    }
  });

  test("is told apart by other tools where the values are no text", () => {
    const marks = fieldKinds.map((kind) => kindOf(kind).tableSchema.marks).filter(({ type }) => type !== "string");
    expect(new Set(marks.map((each) => JSON.stringify(each))).size).toBe(marks.length);
  });

  test("has samples of every kind, and of no other", () => {
    expect(Object.keys(samples).sort()).toEqual([...fieldKinds].sort());
  });
});

describe.each(fieldKinds)("%s", (kind) => {
  const { words, rule, shown, limits, list, cellTest, form, format, tableSchema } = kindOf(kind);
  const { right, repaired, wrong, typed, rightElsewhere = [] } = samples[kind];

  test("every property is there", () => {
    for (const language of languages) {
      const { hint, alert } = words[language];
      expect(alert(header)).toContain(header);
      expect(alert(header)).toMatch(language === "en" ? /\.$/ : /。$/);
      if (cellTest !== null) expect(hint).toMatch(language === "en" ? /\.$/ : /。$/);
    }
    // What people write in another way than Excel would by itself needs a number format.
    const numbers = right.filter((value) => typeof value === "number");
    if (numbers.some((value) => shown(value, 1900) !== String(value))) expect(format).not.toBe("General");
    if (samples[kind].asked) expect(form.echoes).toBe(true);
    expect(["string", "integer", "number", "date", "boolean"]).toContain(tableSchema.marks.type);
    expect(right.length).toBeGreaterThan(0);
    expect(typed.length).toBeGreaterThan(0);
    if (asks(kind)) expect(wrong.length).toBeGreaterThan(0);
    expect(limits === null).toBe(samples[kind].limits === undefined);
  });

  test("the check takes what is right, repairs what is plain, leaves the rest", () => {
    const { field, schema } = fieldOf(kind);
    const check = cellRuleOf(field, { ...book, schema });
    for (const value of right) expect([value, check?.(value) ?? null]).toEqual([value, null]);
    // Fix offers the repair: a problem that no kind of fix stands for would be found and never mended.
    for (const [value, should] of repaired) expect([value, settled(kind, value)]).toEqual([value, should]);
    for (const value of wrong) {
      expect([value, check?.(value)]).not.toEqual([value, null]);
      expect([value, settled(kind, value)]).toEqual([value, null]);
    }
  });

  test("the cell's own rule takes and refuses what the check does", () => {
    const { field, schema } = fieldOf(kind);
    const of = limited(kind);
    const cases = [
      { field, schema, takes: right, refuses: [...wrong, ...repaired.map(([value]) => value)] },
      ...(of ? [{ ...of, takes: of.inside, refuses: [...of.outside, ...wrong] }] : []),
    ];
    for (const each of cases) {
      // With a pattern more is asked of the cell, and a formula says all of it.
      for (const validation of [each.field, { ...each.field, pattern: "*" }].map((asked) =>
        validationOf(asked, { ...book, schema: each.schema }, { row: 0, column: 0 }),
      )) {
        if (validation === null) {
          expect(asks(kind)).toBe(false);
          continue;
        }
        const { rule: excel } = validation;
        if (excel.type === "custom") expect(excel.formula.length).toBeLessThanOrEqual(255);
        const own: Validation =
          excel.type === "custom"
            ? {
                ...validation,
                rule: { ...excel, formula: excel.formula.replace(/,?ISNUMBER\(SEARCH\(.*?&"\|"\)\)/, "") },
              }
            : validation;
        for (const value of each.takes)
          expect([value, excelTakes(own, each.schema, value) ?? true]).toEqual([value, true]);
        for (const value of each.refuses)
          expect([value, excelTakes(own, each.schema, value) ?? false]).toEqual([value, false]);
      }
    }
  });

  test("the form reads what is typed, and shows what it would read", () => {
    const { field, schema } = fieldOf(kind);
    const records = recordsOf(field, "");
    const context = { records, schema, ...book, today, row: ["A1", "远山", ""], name: "远山", owner: "张敏" };
    const cell = (text: string) => {
      const form = { ...newForm("L1", "A1", false, "电话"), content: "x", fields: { [field.id]: text } };
      return readForm(form, { ...context, scope: "full" }).touch.changes.get(field.id);
    };
    for (const [text, value] of typed) expect([text, cell(text)]).toEqual([text, value]);
    for (const [, value] of typed) expect([value, settled(kind, value)]).toEqual([value, value]);
    for (const value of right) {
      const asText = typeof value === "number" ? shown(value, 1900) : value;
      const whole = limits?.measured(Number(value)) ?? value;
      if (typeof asText !== "string" || kind === "longText") continue;
      expect([value, cell(asText)]).toEqual([value, typeof value === "number" && limits ? whole : asText]);
    }
    // What Fix makes of a cell and what the form makes of the same text is one value.
    for (const [value, should] of repaired) {
      if (typeof value !== "string" || list !== null) continue;
      expect([value, settled(kind, cell(value) as CellValue)]).toEqual([value, should]);
    }
    for (const value of wrong) {
      if (typeof value !== "string") continue;
      expect([value, settled(kind, cell(value) as CellValue)]).toEqual([value, null]);
    }
    if (typeof form.control === "function") {
      for (const language of languages) {
        const check = rule({ system: 1900, language }, plainField);
        for (const answer of form.control(language)) expect([answer, check.problem(answer)]).toEqual([answer, null]);
      }
    }
  });

  test("the Settings sheet keeps the kind and its limits", () => {
    const of = limited(kind);
    const { field, schema } = of ?? fieldOf(kind);
    for (const language of languages) {
      const { book: written, grid } = writtenSettings(schema, language);
      const { settings, issues } = readSettings(written, grid, language);
      expect(issues).toEqual([]);
      expect(settings.fields?.find(({ id }) => id === field.id)).toEqual(field);
    }
    for (const cell of of?.written ?? []) expect([cell, limits?.ofCell(cell)]).toEqual([cell, of?.max]);
    expect(limits?.ofCell("随便") ?? null).toBeNull();
  });

  test("Table Schema keeps the kind, its limits and its values", () => {
    const { column, foreign, ours, field } = elsewhere(kind);
    expect(ours).toEqual(field);
    const { marks } = tableSchema;
    const first = fieldKinds.find((each) => JSON.stringify(kindOf(each).tableSchema.marks) === JSON.stringify(marks));
    expect(foreign?.kind).toBe(list !== null && !list.several ? "list" : first);
    for (const value of right) expect([value, takenElsewhere(kind, value, column)]).toEqual([value, true]);
    for (const value of wrong) {
      if (marks.type === "string" && !column["constraints"]) continue;
      expect([value, takenElsewhere(kind, value, column)]).toEqual([value, rightElsewhere.includes(value)]);
    }
    const of = limited(kind);
    if (!of) return;
    const narrow = elsewhere(kind, { min: of.min, max: of.max });
    expect(narrow.ours).toEqual(narrow.field);
    expect([narrow.foreign?.min, narrow.foreign?.max]).toEqual([of.min, of.max]);
    for (const value of of.inside) expect([value, takenElsewhere(kind, value, narrow.column)]).toEqual([value, true]);
    for (const value of of.outside) expect([value, takenElsewhere(kind, value, narrow.column)]).toEqual([value, false]);
  });
});

function withLimits(kind: FieldKind) {
  const of = limited(kind);
  if (!of) throw new Error(`There are no samples of the limits of ${kind}`);
  return of;
}

describe.each(fieldKinds.filter((kind) => kindOf(kind).limits !== null))("the limits of %s", (kind) => {
  test("a value outside them is found, one at them is not", () => {
    const { field, schema, inside, outside } = withLimits(kind);
    const check = cellRuleOf(field, { ...book, schema });
    for (const value of inside) expect([value, check?.(value) ?? null]).toEqual([value, null]);
    for (const value of outside) expect([value, check?.(value)?.rule]).toEqual([value, "range"]);
  });

  test("the cell's own rule tells them in words that can be typed", () => {
    const { field, schema, min, max } = withLimits(kind);
    const { limits, shown } = kindOf(kind);
    for (const language of languages) {
      const validation = validationOf(field, { schema, system: 1900, language }, { row: 0, column: 0 });
      for (const limit of [min, max]) {
        expect(validation?.alert?.message).toContain(shown(limit, 1900));
        expect(validation?.hint).toContain(shown(limit, 1900));
        expect(limits?.ofText(shown(limit, 1900), 1900)).toBe(limit);
      }
    }
  });
});

describe.each(fieldKinds.filter((kind) => samples[kind].asked))("what is asked about a typed %s", (kind) => {
  test("stays as it was typed, and is found", () => {
    const { rule, readTyped } = kindOf(kind);
    const check = rule(book, plainField);
    for (const [text, candidates] of samples[kind].asked ?? []) {
      const read = readTyped(text, { ...book, today, lean: "past" });
      expect([text, read]).toEqual([text, { kind: "asked", candidates }]);
      expect(check.problem(text)).not.toBeNull();
      expect(check.repair(text)).toBeNull();
      for (const candidate of candidates) expect([candidate, check.problem(candidate)]).toEqual([candidate, null]);
    }
  });
});
