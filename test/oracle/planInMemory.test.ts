import { readTextTable } from "../../src/csv/textTable";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readPlainDate } from "../../src/domain/values/date";
import type { CellValue } from "../../src/domain/values/value";
import { parseReference } from "../../src/domain/workbook/reference";
import type { Language } from "../../src/domain/values/language";
import type { InMemoryWorkbook } from "../support/inMemoryWorkbook";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../support/sheets";
import { differences, noteStages, setTargets, tuneSettings } from "../support/differences";
import { recalculateAll } from "../support/libreOffice";
import { describeWith, libreOffice, sharedDataOf, sharedFile, testWith } from "../support/needs";
import { setUpInMemory } from "../support/setUpInMemory";
import { fileOf, readFileCells } from "../support/inMemoryFile";

interface Case {
  readonly rows: readonly (readonly CellValue[])[];
  readonly language: Language;
  readonly tune?: (book: InMemoryWorkbook) => void;
  /** Whether the page is laid out anew by what was tuned. */
  readonly relaid?: boolean;
}

/** Sets all up, has LibreOffice calculate all in one go, compares each. */
async function setUpAndRecalculate(cases: readonly Case[], timeout: number) {
  const made = [];
  for (const { rows, language, tune, relaid } of cases) made.push(await setUpInMemory(rows, language, tune, relaid));
  const files = await Promise.all(made.map(({ book }) => fileOf(book)));
  const calculated = await recalculateAll(files, timeout);
  return Promise.all(
    made.map(async ({ book, check }, at) => {
      const bytes = calculated[at];
      if (!bytes) throw new Error(`LibreOffice gave no file for case ${at}.`);
      const read = readFileCells(bytes);
      const named = (name: string): CellValue => {
        const place = parseReference(book.names.get(name) ?? "")!;
        return read(place.sheet, place.area.row, place.area.column);
      };
      return { check, named, differences: await differences(book, check, read, "LibreOffice") };
    }),
  );
}

/** A csv file's cells as Excel would open them: plain numbers and year-first dates become numbers. */
function readCsv(file: string): readonly (readonly CellValue[])[] {
  const rows = readTextTable(new Uint8Array(readFileSync(file)))?.rows ?? [];
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  return filled.map((row) =>
    row.map((cell): CellValue => {
      if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
      return (cell.includes("-") ? readPlainDate(cell, 1900) : null) ?? cell;
    }),
  );
}

const seed = Number(process.env["ORACLE_SEED"] ?? 20_260_807);
const variants: readonly { readonly language: Language; readonly without: readonly FieldId[] }[] = [
  { language: "zh-CN", without: [] },
  { language: "en", without: [] },
  { language: "zh-CN", without: ["id", "firstContact", "amount"] },
  { language: "en", without: ["lastContact"] },
  { language: "zh-CN", without: ["stage", "reason"] },
  { language: "en", without: ["nextDate", "owner"] },
];

const sizes = [
  { language: "zh-CN", counting: "working", rows: 1 },
  { language: "en", counting: "calendar", rows: 7 },
  { language: "en", counting: "working", rows: 300 },
  { language: "zh-CN", counting: "working", rows: 2000 },
] as const;

function madeUp(language: Language, count: number, without: readonly FieldId[], own: number): Case["rows"] {
  const size = { minLength: count, maxLength: count };
  const [sheet] = fc.sample<MadeUpSheet>(madeUpSheet(language, size, without), { numRuns: 1, seed: own });
  return [sheet!.headers, ...sheet!.rows];
}

const madeUpCases: readonly (Case & { readonly name: string })[] = [
  ...variants.map(({ language, without }) => ({
    name: `120 made-up rows, ${language} without ${without.join(", ") || "nothing"}`,
    language,
    rows: madeUp(language, 120, without, seed),
  })),
  ...sizes.map(({ language, counting, rows }) => ({
    name: `${rows} rows with limits of stages and types, in ${counting} days, ${language}`,
    language,
    rows: madeUp(language, rows, [], seed + rows),
    tune: (book: InMemoryWorkbook) => {
      tuneSettings(book, language, counting);
      noteStages(book, language);
    },
  })),
];

describeWith(libreOffice)("live formulas in LibreOffice and the measures in TypeScript", () => {
  let results: Awaited<ReturnType<typeof setUpAndRecalculate>>;
  beforeAll(async () => {
    results = await setUpAndRecalculate(madeUpCases, 500_000);
  }, 600_000);

  test.each(madeUpCases.map(({ name }, at) => [name, at] as const))("agree on %s", (_, at) => {
    expect(results[at]?.differences.slice(0, 20)).toEqual([]);
  });
});

/** Customers of two owners, won in this month and before. @param contact day of the last contact of each @param amounts of each, in turn */
function small(contact: CellValue, amounts: readonly CellValue[]): Case["rows"] {
  const row = (name: string, stage: string, owner: string, closed: CellValue, at: number): readonly CellValue[] => [
    ...[name, stage, owner, reviewDay - 3, contact, amounts[at % amounts.length] ?? "", closed],
    reviewDay - 30,
  ];
  return [
    ["客户名称", "阶段", "负责人", "下次跟进日期", "最近联系日期", "预计金额", "关闭日期", "进入阶段日期"],
    row("远山能源", "方案演示", "李敏", "", 0),
    row("绿源食品", "方案演示", "王强", "", 1),
    row("海风贸易", "初步接触", "陈晨", "", 2),
    row("长河制造", "成交", "李敏", reviewDay, 3),
    row("青山食品", "成交", "王强", reviewDay - 3, 4),
    row("云帆物流", "成交", "李敏", reviewDay - 40, 5),
    row("南湖传媒", "流失", "陈晨", reviewDay - 2, 6),
  ];
}

const smallCases: readonly (Case & { readonly name: string })[] = (
  [
    ["targets of the month", small(reviewDay - 20, [300, 400, 500, 100, 200, ""])],
    ["nobody whose last contact is known", small("", [300])],
    ["an error among the amounts", small(reviewDay - 20, [300, "#N/A", 500, 100])],
    ["an error in a key cell", [...small(reviewDay - 20, [300]), ["错行", "#N/A", "李敏", reviewDay, "", 5, "", ""]]],
  ] as const
).map(([name, rows]) => ({
  ...{ name, rows, language: "zh-CN", relaid: true },
  tune: (book: InMemoryWorkbook) => setTargets(book, "zh-CN"),
}));

describeWith(libreOffice)("the parts of a figure in LibreOffice and the measures in TypeScript, with", () => {
  let results: Awaited<ReturnType<typeof setUpAndRecalculate>>;
  beforeAll(async () => {
    results = await setUpAndRecalculate(smallCases, 300_000);
  }, 400_000);

  test.each(smallCases.map(({ name }, at) => [name, at] as const))("%s agree", (_, at) => {
    expect(results[at]?.differences.slice(0, 20)).toEqual([]);
  });
});

/** Headers as people type them, and the same with signs that references have to mask. */
const dressedHeaders: readonly (readonly [name: string, dress: (header: string) => string])[] = [
  ["a line break", (header) => `${header.slice(0, 2)}\n${header.slice(2)}`],
  ["spaces at both ends", (header) => ` ${header}  `],
  ["wide and no-break spaces", (header) => `\u3000${header}\u00a0`],
  ["a number sign, an at sign and an apostrophe", (header) => `${header}（#1 @2 '3）`],
  ["square brackets", (header) => `${header}[元]`],
  ["round and curly brackets and quotes", (header) => `${header}（{"x"}）`],
  ["commas, colons and operators", (header) => `${header}（a,b:c+d&e）`],
];

describeWith(libreOffice)("live formulas in LibreOffice and the measures in TypeScript, under headers with", () => {
  let results: Awaited<ReturnType<typeof setUpAndRecalculate>>;
  beforeAll(async () => {
    const [headers = [], ...rows] = madeUp("zh-CN", 12, [], seed);
    const cases = dressedHeaders.map(([, dress]): Case => {
      return { language: "zh-CN", rows: [headers.map((header) => dress(String(header))), ...rows] };
    });
    results = await setUpAndRecalculate(cases, 300_000);
  }, 400_000);

  test.each(dressedHeaders.map(([name], at) => [name, at] as const))("%s agree", (_, at) => {
    expect(results[at]?.differences.slice(0, 20)).toEqual([]);
  });
});

describe("live formulas in LibreOffice and the measures in TypeScript, on sheets that nobody here wrote", () => {
  const chineseSheet = "qm-demo/客户跟进表.csv";
  testWith(libreOffice, sharedDataOf(chineseSheet))(
    "agree on a real Chinese follow-up sheet as of 2026-08-07",
    async () => {
      const rows = readCsv(sharedFile(chineseSheet));
      const [result] = await setUpAndRecalculate([{ rows, language: "zh-CN" }], 120_000);
      const { check, named, differences: found } = result!;
      expect(found).toEqual([]);
      expect(check.figures.key).toMatchObject({ overdue: 3, dueToday: 2, open: 10, pipelineAmount: 6_700_000 });
      expect([named("FU_Overdue"), named("FU_DueToday"), named("FU_Open")]).toEqual([3, 2, 10]);
      const overdue = check.due.filter(({ group }) => group === "overdue").map(({ customer }) => customer);
      expect(overdue.sort()).toEqual(["绿源食品", "远山能源科技", "金桥建设集团"].sort());
    },
    180_000,
  );

  const pipeline = "maven-crm/sales_pipeline.csv";
  testWith(libreOffice, sharedDataOf(pipeline))(
    "agree on 8,800 sales opportunities in English",
    async () => {
      const [result] = await setUpAndRecalculate([{ rows: readCsv(sharedFile(pipeline)), language: "en" }], 240_000);
      const { check, named, differences: found } = result!;
      expect(found).toEqual([]);
      const expected = { won: 4238, lost: 2473, open: 2089, wonAmount: 10_005_534 };
      expect(check.figures.key).toMatchObject(expected);
      expect(check.figures.key.winRate).toBeCloseTo(0.6315005215, 9);
      expect([named("FU_Won"), named("FU_Lost"), named("FU_Open"), named("FU_WonAmount")]).toEqual([
        ...[expected.won, expected.lost, expected.open, expected.wonAmount],
      ]);
      expect(named("FU_WinRate")).toBeCloseTo(0.6315005215, 9);
    },
    300_000,
  );
});
