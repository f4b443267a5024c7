import type { FieldId } from "../../src/domain/schema/fieldIds";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { readPlainDate } from "../../src/domain/values/date";
import type { CellValue } from "../../src/domain/values/value";
import { parseReference } from "../../src/domain/workbook/reference";
import type { Language } from "../../src/domain/values/language";
import type { InMemoryWorkbook } from "../support/inMemoryWorkbook";
import { madeUpSheet, type MadeUpSheet } from "../support/sheets";
import { differences, tuneSettings } from "../support/differences";
import { recalculate } from "../support/libreOffice";
import { libreOffice, sharedDataOf, sharedFile, testWith } from "../support/needs";
import { setUpInMemory } from "../support/setUpInMemory";
import { fileOf, readFileCells } from "../support/inMemoryFile";

/** Sets up, recalculates, compares. */
async function setUpAndRecalculate(
  rows: readonly (readonly CellValue[])[],
  language: Language,
  tune?: (book: InMemoryWorkbook) => void,
) {
  const { book, check } = await setUpInMemory(rows, language, tune);
  const read = readFileCells(await recalculate(await fileOf(book)));
  const named = (name: string): CellValue => {
    const place = parseReference(book.names.get(name) ?? "")!;
    return read(place.sheet, place.area.row, place.area.column);
  };
  return { check, named, differences: await differences(book, check, read, "LibreOffice") };
}

/** Data that nobody here wrote, beside the checkout. */

/** A csv file's cells as Excel would open them: plain numbers and year-first dates become numbers. */
function readCsv(file: string): readonly (readonly CellValue[])[] {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const { data: rows } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return rows.map((row) =>
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

describe("live formulas in LibreOffice and the measures in TypeScript", () => {
  const testOffice = testWith(libreOffice);

  testOffice.each(variants)(
    "agree on 120 made-up rows, $language without $without",
    async ({ language, without }) => {
      const size = { minLength: 120, maxLength: 120 };
      const [sheet] = fc.sample<MadeUpSheet>(madeUpSheet(language, size, without), { numRuns: 1, seed });
      const result = await setUpAndRecalculate([sheet!.headers, ...sheet!.rows], language);
      expect(result.differences).toEqual([]);
    },
    180_000,
  );

  testOffice.each([
    { language: "zh-CN", counting: "working", rows: 1 },
    { language: "en", counting: "calendar", rows: 7 },
    { language: "en", counting: "working", rows: 300 },
    { language: "zh-CN", counting: "working", rows: 2000 },
  ] as const)(
    "agree on $rows rows with limits of stages and types, in $counting days, $language",
    async ({ language, counting, rows }) => {
      const size = { minLength: rows, maxLength: rows };
      const [sheet] = fc.sample<MadeUpSheet>(madeUpSheet(language, size, []), { numRuns: 1, seed: seed + rows });
      const all = [sheet!.headers, ...sheet!.rows];
      const result = await setUpAndRecalculate(all, language, (book) => tuneSettings(book, language, counting));
      expect(result.differences.slice(0, 20)).toEqual([]);
    },
    300_000,
  );

  const chineseSheet = "qm-demo/客户跟进表.csv";
  testWith(libreOffice, sharedDataOf(chineseSheet))(
    "agree on a real Chinese follow-up sheet as of 2026-08-07",
    async () => {
      const rows = readCsv(sharedFile(chineseSheet));
      const { check, named, differences: found } = await setUpAndRecalculate(rows, "zh-CN");
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
      const { check, named, differences: found } = await setUpAndRecalculate(readCsv(sharedFile(pipeline)), "en");
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
