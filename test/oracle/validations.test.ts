import { ownField, type FieldId } from "../../src/domain/schema/fieldIds";
import fc from "fast-check";
import type { DateSystem } from "../../src/domain/values/date";
import { entrySeparator } from "../../src/domain/values/multiList";
import { isBlank, type CellValue } from "../../src/domain/values/value";
import { clockReader } from "../../src/domain/clocks/clocks";
import type { Validation } from "../../src/domain/workbook/action";
import { validationOf } from "../../src/domain/install/validations";
import { highlightsOf } from "../../src/domain/install/highlights";
import { cellRuleOf } from "../../src/domain/rules/cellRules";
import type { Reason } from "../../src/domain/rules/finding";
import { demandOf } from "../../src/domain/rules/required";
import { uniqueKey } from "../../src/domain/rules/unique";
import { defaultField } from "../../src/domain/schema/defaults";
import { type Condition, type Field, type Schema } from "../../src/domain/schema/field";
import { calculatedHeaders } from "../../src/domain/schema/headerNames";
import { listKeyOf, listOf } from "../../src/domain/schema/fieldLists";
import { listDefinedName } from "../../src/domain/schema/lists";
import { owners, reviewStub, schemaStub, stage } from "../support/schemaStub";
import { absoluteAddress, cellAddress } from "../../src/domain/workbook/area";
import { locate } from "../../src/domain/followUps/locate";
import type { Language } from "../../src/domain/values/language";
import { workbookText } from "../../src/domain/schema/workbookText";
import { newInMemoryWorkbook, inMemoryPort, put, sheetOf, type InMemoryWorkbook } from "../support/inMemoryWorkbook";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../support/sheets";
import { recalculate } from "../support/libreOffice";
import { libreOffice, testWith } from "../support/needs";
import { setUpInMemory, statusWords, type ReadCell } from "../support/setUpInMemory";
import { fileOf, readFileCells } from "../support/inMemoryFile";

const seed = Number(process.env["ORACLE_SEED"] ?? 20_260_807);
const rowCount = 500;
const languages: readonly Language[] = ["zh-CN", "en"];

/** A cell rule under test: a field, what people type there, and what its native form has to do. */
interface Trial {
  readonly name: string;
  readonly field: Field;
  readonly values: fc.Arbitrary<CellValue>;
  /** What the check finds and the native form may let through: Excel has no words for it. */
  readonly left: readonly Reason["rule"][];
  /** Values that the native form has to refuse all the same. */
  readonly never: readonly CellValue[];
  readonly system: DateSystem;
}

const lists: Readonly<Record<Language, readonly string[]>> = {
  "zh-CN": ["VIP", "老客户", "展会 A", "A", "AB", "转介绍(老客户)", "c++", "100%", "a*b"],
  en: ["VIP", "Existing customer", "Fair A", "A", "AB", "Referral (customer)", "c++", "100%", "a*b"],
};

function schemaOf(language: Language): Schema {
  return schemaStub({
    stages: [stage("线索", "open"), stage("Won", "won"), stage("流失", "lost")],
    owners: owners("陈晨", "Ann Lee", "O'Neil"),
    lists: [
      { key: "source", entries: lists[language] },
      { key: "tags", entries: lists[language] },
    ],
  });
}

const oneOf = (...values: readonly CellValue[]) => fc.constantFrom(...values);

/** Numbers about the limits, some with a fraction, and what is no number. */
function numbersAbout(...limits: readonly number[]): fc.Arbitrary<CellValue> {
  const near = fc
    .tuple(fc.constantFrom(...limits), fc.constantFrom(-2, -1, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 2))
    .map(([limit, by]) => limit + by);
  const far = fc.integer({ min: -1_000_000, max: 1_000_000 });
  return fc.oneof(
    { weight: 6, arbitrary: near },
    { weight: 3, arbitrary: far },
    { weight: 2, arbitrary: oneOf("12", "1,000", "3万", "待定", "n/a", "1 2", "12元", "-") },
  );
}

const days = numbersAbout(46_000, 46_200, 61, 0, 2_958_464, 20_260_807);
const textDays = oneOf("2026-08-07", "2026/8/7", "8月7日", "next week", "46000");
const letters = fc.string({
  minLength: 1,
  maxLength: 6,
  unit: oneOf("A", "b", "B", "7", "-", "*", "?", "~", '"', "中") as fc.Arbitrary<string>,
});

function trialsOf(language: Language): readonly Trial[] {
  const separator = entrySeparator[language];
  const entries = lists[language];
  let count = 0;
  const trial = (
    name: string,
    field: Partial<Field>,
    values: fc.Arbitrary<CellValue>,
    more: Partial<Pick<Trial, "left" | "never" | "system">> = {},
  ): Trial => {
    count += 1;
    const base = defaultField(ownField(`f${count}`), `F${count}`);
    return { name, field: { ...base, level: "require", ...field }, values, left: [], never: [], system: 1900, ...more };
  };
  const listed = fc.oneof(
    { weight: 5, arbitrary: oneOf(...entries) },
    { weight: 2, arbitrary: fc.constantFrom(...entries).map((entry) => entry.toLowerCase()) },
    { weight: 3, arbitrary: oneOf("VI", "VIPs", " VIP", "VIP ", "ＶＩＰ", "*", "?", "a?b", "axb", "AB、A", 7, "") },
  );
  const several = fc
    .tuple(
      fc.shuffledSubarray([...entries], { minLength: 1, maxLength: 4 }),
      fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 4, 5),
    )
    .map(([some, way]): CellValue => {
      switch (way) {
        case 1:
          return some.join(language === "en" ? "、" : ", ");
        case 2:
          return [...some, "?"].join(separator);
        case 3:
          return [...some, some[0]].join(separator);
        case 4:
          return ` ${some.join(separator)}`;
        case 5:
          return some.join(separator).toLowerCase();
        default:
          return some.join(separator);
      }
    });
  const shares = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -300, max: 700 }).map((percents) => percents / 100) },
    { weight: 3, arbitrary: oneOf(0, 0.3, 0.5, 0.285, 1, 2, 30, 100) },
    { weight: 2, arbitrary: oneOf("30%", "0.3", "三成", "n/a") },
  );
  const phones = fc.oneof(
    fc.integer({ min: 0, max: 999_999_999 }).map((tail) => `13${String(tail).padStart(9, "0")}`),
    oneOf("021-6234 5678", "+86 138 0013 8000", "13800138000、13900139000", "95588", "(415) 555-0123", "110"),
    oneOf("电话", "1234", "微信", "n/a", 12, 13_800_138_000, 4_155_550_123, "138 0013", "１３８００１３８０００"),
  );
  const mails = fc.oneof(
    letters.map((text) => `${text.replace(/[^A-Za-z7]/g, "a")}@example.com`),
    oneOf(
      "a.b@mail.example.cn",
      "x@y.cn",
      "a@b",
      "@example.com",
      "example.com",
      "a b@example.com",
      "a@@b.com",
      7,
      "无",
    ),
  );
  const links = oneOf(
    ...["https://example.com", "example.com/a?b=c", "www.example.cn", "http://例子.公司", "https://example.com/a b"],
    ...["example", "无", "a.b", "javascript:alert(1)", "file:///x.txt", "http://", 7, "ex ample.com"],
    ...[
      "C:\\客户 资料\\报价.xlsx",
      "d:\\客户\\报价",
      "d:/客户/报价",
      "\\\\server\\share\\报价 v2.pdf",
      "file:///C:/客户/报价 1.xlsx",
    ],
    ...[
      "mailto:zhang@example.com",
      "mailto:zhang",
      "C:",
      "C:\\",
      "\\\\server",
      "data:text/plain,x",
      "客户\\报价",
      7.55,
    ],
  );
  const texts: Pick<Trial, "left"> = { left: ["untidy"] };
  const long = [
    "110101199003071234",
    "110101199003071235",
    "007",
    "7",
    "a*",
    "ab",
    "A*",
    "a?",
    "a~",
    "=1+1",
    "<5",
    7,
    12.5,
  ];
  return [
    trial("a list", { kind: "list", list: "source" }, listed),
    trial("a list of persons", { kind: "person" }, oneOf("陈晨", "ann lee", "O'Neil", "陈 晨", "Bob", "Ann", 3)),
    trial("stages", { ...defaultField("stage", "Stage") }, oneOf("线索", "won", "WON", "赢单", "流失 ", "流失", 1)),
    trial("a list of several", { kind: "multiList", list: "tags" }, several),
    trial("yes or no", { kind: "yesNo" }, oneOf("是", "否", "Yes", "No", "yes", "y", "√", 1, "不")),
    trial("a date", { kind: "date" }, fc.oneof(days, textDays)),
    trial("a date in a workbook that counts from 1904", { kind: "date" }, fc.oneof(days, textDays), { system: 1904 }),
    trial("a date from a day on", { kind: "date", min: 46_000 }, days),
    trial("a date up to a day", { kind: "date", max: 46_200 }, days),
    trial("a date between days", { kind: "date", min: 46_000, max: 46_200 }, days),
    trial(
      "a date that no two rows share",
      { kind: "date", min: 46_000, max: 46_900, unique: true },
      fc.oneof(days, fc.integer({ min: 46_000, max: 46_900 })),
    ),
    trial("a whole number", { kind: "wholeNumber" }, numbersAbout(0, 10)),
    trial("a whole number between limits", { kind: "wholeNumber", min: 0, max: 10 }, numbersAbout(0, 10)),
    trial("a whole number up to a limit", { kind: "wholeNumber", max: 10 }, numbersAbout(0, 10)),
    trial("a whole number with a pattern", { kind: "wholeNumber", min: 0, pattern: "1?*" }, numbersAbout(0, 10, 100)),
    trial("an amount", { kind: "amount" }, numbersAbout(0, 10)),
    trial("an amount from a limit on", { kind: "amount", min: 0.5 }, numbersAbout(0, 0.5)),
    trial("an amount between limits", { kind: "amount", min: -10, max: 99.5 }, numbersAbout(-10, 99.5)),
    trial("an amount that no two rows share", { kind: "amount", min: 0, unique: true }, numbersAbout(0, 500, 900)),
    trial("a percentage", { kind: "percentage" }, shares),
    trial("a percentage between limits", { kind: "percentage", min: 0, max: 0.5 }, shares),
    trial("a percentage with a pattern", { kind: "percentage", max: 5, pattern: "0*" }, shares),
    trial("a telephone number", { kind: "phone" }, phones, {
      left: ["untidy", "numberPhone", "notPhone"],
      never: ["电话", "1234", 12, "n/a"],
    }),
    trial("a telephone number that no two rows share", { kind: "phone", unique: true }, phones, {
      left: ["untidy", "numberPhone", "notPhone"],
    }),
    trial("a mail address", { kind: "mail" }, mails, {
      left: ["untidy", "notMail"],
      never: ["无", "a@b", "example.com", "@example.com", 7],
    }),
    trial("a link or a file", { kind: "link" }, links, {
      left: ["untidy", "notLink"],
      never: ["无", "example", "ex ample.com", "C:", "data:text/plain,x", 7],
    }),
    trial(
      "a link or a file that no two rows share",
      { kind: "link", unique: true },
      fc.oneof(
        links,
        fc.integer({ min: 0, max: 9999 }).map((number) => `C:\\客户 资料\\报价 ${number}.xlsx`),
        fc.integer({ min: 0, max: 9999 }).map((number) => `example.com/${number}`),
      ),
      { left: ["untidy", "notLink"] },
    ),
    trial(
      "a pattern",
      { kind: "text", pattern: "A?-*" },
      fc.oneof(
        letters,
        letters.map((text) => `a${text}`),
        letters.map((text) => `A7-${text}`),
      ),
      texts,
    ),
    trial(
      "a pattern with marks that are meant",
      { kind: "text", pattern: '~*?~~"' },
      fc.oneof(letters, oneOf('*A~"', '*b~"', '**~"', '*~~"', "*A~")),
      texts,
    ),
    trial("a pattern of one place", { kind: "text", pattern: "?" }, fc.oneof(letters, oneOf("A", "中", 7, 12)), texts),
    trial("a pattern in notes", { kind: "longText", pattern: "*中*" }, letters),
    trial(
      "text that no two rows share",
      { kind: "text", unique: true },
      fc.oneof(
        fc.uuid().map((id) => id.slice(0, 8)),
        oneOf(...long),
      ),
      texts,
    ),
    trial(
      "a pattern that no two rows share",
      { kind: "text", pattern: "*7*", unique: true },
      fc.oneof(
        letters,
        letters.map((text) => `7${text}`),
      ),
      texts,
    ),
  ];
}

/** What Excel asks of a cell with the rule, as a formula: a rule of limits or a list asks what its kind says. */
function asFormula({ rule }: Validation, cell: string): string {
  switch (rule.type) {
    case "custom":
      return rule.formula;
    case "list": {
      // A list in cells is compared without case, one that is written out is not.
      if (rule.source.startsWith("=")) return `=SUMPRODUCT(--(${rule.source.slice(1)}=${cell}))>0`;
      const entries = rule.source.split(",").map((entry) => `EXACT(${cell},"${entry}")`);
      return `=OR(${entries.join(",")})`;
    }
    default: {
      const most = rule.maximum === null ? "" : `,${cell}<=${rule.maximum}`;
      return `=IF(ISNUMBER(${cell}),AND(${cell}>=${rule.minimum}${most}),FALSE)`;
    }
  }
}

type Verdict = "takes" | "refuses" | "free";

/** What the native form has to do with each value of a column, by the check. */
function verdictsOf(
  trial: Trial,
  values: readonly CellValue[],
  schema: Schema,
  language: Language,
): readonly Verdict[] {
  const { field, left, never, system } = trial;
  const rule = cellRuleOf(field, { schema, system, language });
  const keys = values.map(uniqueKey);
  const isRepeated = (key: string | null) =>
    field.unique && key !== null && keys.indexOf(key) !== keys.lastIndexOf(key);
  const plainly = (value: CellValue) => `${typeof value}:${String(value).toLowerCase()}`;
  const counts = new Map<string, number>();
  for (const value of values) counts.set(plainly(value), (counts.get(plainly(value)) ?? 0) + 1);
  return values.map((value, place): Verdict => {
    if (isBlank(value)) return "free";
    if (never.includes(value)) return "refuses";
    const reason = rule?.(value) ?? null;
    if (reason !== null) return left.includes(reason.rule) ? "free" : "refuses";
    if (!isRepeated(keys[place] ?? null)) return "takes";
    // Width, spaces and numbers stored as text make no difference to the check, and one to Excel.
    return (counts.get(plainly(value)) ?? 0) > 1 ? "refuses" : "free";
  });
}

/** The lists of a schema on a sheet of their own, under the names that the rules use. */
function putLists(book: InMemoryWorkbook, schema: Schema, fields: readonly Field[]): void {
  const keys = new Set(fields.flatMap((field) => (listOf(field, schema) ? (listKeyOf(field) ?? []) : [])));
  const sheet = book.sheets.find(({ name }) => name === "Lists")!;
  [...keys].forEach((key, column) => {
    const field = fields.find((each) => listKeyOf(each) === key)!;
    const entries = listOf(field, schema) ?? [];
    entries.forEach((entry, row) => put(sheet, row, column, entry));
    const area = { row: 0, column, rows: entries.length, columns: 1 };
    book.names.set(listDefinedName(key, schema)!, `=${absoluteAddress("Lists", area)}`);
  });
}

/** Excel refuses an entry whose rule shows an error. */
const isTrue = (value: CellValue) => value === true || value === 1;

async function compareValidations(language: Language): Promise<{
  readonly wrong: readonly string[];
  readonly counts: ReadonlyMap<string, { readonly takes: number; readonly refuses: number }>;
}> {
  const schema = schemaOf(language);
  const trials = trialsOf(language);
  const columns = trials.map((trial, at) => {
    const drawn = fc.sample(trial.values, { numRuns: rowCount - trial.never.length, seed: seed + at });
    return [...trial.never, ...drawn];
  });
  const book = newInMemoryWorkbook("Data", [trials.map(({ field }) => field.header ?? "")]);
  book.sheets.push({ ...sheetOf(newInMemoryWorkbook("Lists", []), "Lists") });
  putLists(
    book,
    schema,
    trials.map(({ field }) => field),
  );
  const data = sheetOf(book, "Data");
  const used = (_: string, column: string) => `${column}$1:${column}$${rowCount + 1}`;
  trials.forEach(({ field, system }, column) => {
    columns[column]!.forEach((value, index) => {
      const row = index + 1;
      put(data, row, column, value);
      const validation = validationOf(field, { schema, language, system }, { row, column });
      if (validation === null) throw new Error(`No rule for ${field.kind}`);
      // Excel stops at the last used cell of a column, Calc goes through a million.
      const formula = asFormula(validation, cellAddress(row, column)).replace(/(\$[A-Z]+):\$[A-Z]+/g, used);
      put(data, row, trials.length + 1 + column, { formula });
    });
  });
  const read = readFileCells(await recalculate(await fileOf(book)));
  const wrong: string[] = [];
  const counts = new Map<string, { takes: number; refuses: number }>();
  trials.forEach((trial, column) => {
    const values = columns[column]!;
    const count = { takes: 0, refuses: 0 };
    counts.set(trial.name, count);
    verdictsOf(trial, values, schema, language).forEach((verdict, index) => {
      const native: Verdict = isTrue(read("Data", index + 1, trials.length + 1 + column)) ? "takes" : "refuses";
      if (verdict === "free") return;
      count[verdict] += 1;
      if (native !== verdict)
        wrong.push(`${language}, ${trial.name}: ${JSON.stringify(values[index])} check ${verdict}, cell ${native}`);
    });
  });
  return { wrong, counts };
}

/** Rules of every condition, on the columns that the made-up sheet has. */
function demanding(schema: Schema): Schema {
  const [first, second] = schema.stages.filter(({ kind }) => kind === "open");
  const asked: Partial<Record<FieldId, readonly Condition[]>> = {
    customer: [{ kind: "always" }],
    owner: [{ kind: "fromStage", stage: (second ?? first)?.name ?? "" }],
    nextDate: [{ kind: "open" }],
    amount: [
      { kind: "outcome", outcome: "won" },
      { kind: "customerType", type: schema.types[0]?.name ?? "" },
    ],
    reason: [
      { kind: "outcome", outcome: "lost" },
      { kind: "outcome", outcome: "parked" },
    ],
    note: [{ kind: "oneOf", fields: ["owner", "amount"] }],
    firstContact: [],
  };
  const fields = schema.fields.map((field): Field => {
    const requiredWhen = asked[field.id];
    return requiredWhen ? { ...field, requiredWhen, level: "warn" } : field;
  });
  return { ...schema, fields };
}

/** Every cell in which a conditional format shows and the rules say it should not, or the other way round. */
async function compareHighlights(
  language: Language,
): Promise<{ readonly wrong: readonly string[]; readonly shown: number }> {
  const size = { minLength: rowCount, maxLength: rowCount };
  const [sheet] = fc.sample<MadeUpSheet>(madeUpSheet(language, size, []), { numRuns: 1, seed });
  const { book, check } = await setUpInMemory([sheet!.headers, ...sheet!.rows], language);
  const words = workbookText[language];
  const port = inMemoryPort(book, reviewDay);
  const facts = await port.readWorkbook(() => [check.sheet], { report: () => undefined, cancelled: () => false });
  const now = facts.ok ? facts.value.sheets.get(check.sheet) : undefined;
  if (!facts.ok || !now) throw new Error("The in-memory workbook cannot be read");
  const location = locate(facts.value.book, now);
  if (!location.ok) throw new Error(JSON.stringify(location.refusal));
  const { records, headers } = location.located;
  const { area, columns } = records;
  const schema = demanding(check.schema);
  const placeOf = (id: "status" | "staleLimit") => headers.indexOf(calculatedHeaders[id][language]);
  // The column of missing items in the sheet is that of the schema that was set up; beside the table stands one for the demanding one.
  const own = { status: placeOf("status"), staleLimit: placeOf("staleLimit"), missing: area.columns + 1 };
  const data = sheetOf(book, check.sheet);
  const first = area.column + area.columns + 3;
  const highlightsAt = (row: number) => highlightsOf({ ...area, row, rows: 1 }, columns, own, schema, words);
  records.values.forEach((_, index) =>
    highlightsAt(area.row + index).forEach(({ highlight }, at) =>
      put(data, area.row + index, first + at, { formula: highlight.formula }),
    ),
  );
  const state = clockReader(columns, reviewStub({ schema, today: reviewDay, now: reviewDay + 1 }));
  const asked = schema.fields.filter(
    ({ id, level, requiredWhen }) => columns.has(id) && level !== "observe" && requiredWhen.length > 0,
  );
  const isMissing = (field: Field, row: readonly CellValue[]) =>
    isBlank(row[columns.get(field.id) ?? -1] ?? "") && demandOf(field, columns, schema)(row, state(row).state) !== null;
  records.values.forEach((row, index) => {
    const missing = asked.filter((field) => isMissing(field, row)).map(({ header }) => header ?? "");
    put(data, area.row + index, area.column + own.missing, missing.join(words.separator));
  });
  const read: ReadCell = readFileCells(await recalculate(await fileOf(book)));
  const flags = [words.status.overdue, words.status.today, words.status.stale];
  const wrong: string[] = [];
  let shown = 0;
  records.values.forEach((row, index) => {
    const said = statusWords(state(row), language);
    const wanted = [...asked.map((field) => isMissing(field, row)), ...flags.map((flag) => said.includes(flag))];
    wanted.forEach((want, at) => {
      const is = isTrue(read(check.sheet, area.row + index, first + at));
      if (is) shown += 1;
      const name = asked[at]?.header ?? flags[at - asked.length] ?? "";
      if (is !== want) wrong.push(`row ${index + 1} ${JSON.stringify(row)}, ${name}: rules ${want}, format ${is}`);
    });
  });
  return { wrong, shown };
}

describe("rules that stand in the workbook, calculated by LibreOffice, and the rules of the check", () => {
  const testOffice = testWith(libreOffice);

  testOffice.each(languages)(
    "validations take and refuse the same 500 entries of every kind, %s",
    async (language) => {
      const { wrong, counts } = await compareValidations(language);
      expect(wrong.slice(0, 40)).toEqual([]);
      // A rule that takes or refuses everything would agree with much.
      const idle = [...counts].filter(([, { takes, refuses }]) => takes < 20 || refuses < 4);
      expect(idle).toEqual([]);
    },
    180_000,
  );

  testOffice.each(languages)(
    "conditional formats show on the same cells of 500 rows, %s",
    async (language) => {
      const { wrong, shown } = await compareHighlights(language);
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(shown).toBeGreaterThan(rowCount / 4);
    },
    180_000,
  );
});
