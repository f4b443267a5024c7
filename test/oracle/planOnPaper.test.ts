import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { createSession } from "../../src/app/createSession";
import type { CheckResult } from "../../src/app/session";
import { readPlainDate } from "../../src/domain/cells/date";
import type { CellValue } from "../../src/domain/cells/value";
import { clockReader, type RowState } from "../../src/domain/measures/clocks";
import { figureNames, type KeyFigures } from "../../src/domain/measures/figures";
import { missingFields } from "../../src/domain/rules/required";
import type { FieldId } from "../../src/domain/schema/field";
import { calculatedHeaders } from "../../src/domain/schema/headerNames";
import { locate } from "../../src/domain/sheet/locate";
import { parseReference } from "../../src/domain/sheet/reference";
import type { Language } from "../../src/domain/words/language";
import { workbookWords } from "../../src/domain/words/workbookWords";
import { newPaperWorkbook, paperPort, paperSurroundings, type PaperWorkbook } from "../properties/paperWorkbook";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../properties/sheets";
import { hasLibreOffice, recalculate } from "./libreOffice";
import { fileOf, readFileCells } from "./paperFile";

type ReadCell = (sheet: string, row: number, column: number) => CellValue;

/** Sets a workbook up on paper through the use cases, with a fixed review day. */
async function setUpOnPaper(
  rows: readonly (readonly CellValue[])[],
  language: Language,
): Promise<{ readonly book: PaperWorkbook; readonly check: CheckResult }> {
  const book = newPaperWorkbook("Sheet1", rows);
  const session = createSession(paperPort(book, reviewDay), paperSurroundings(reviewDay), language);
  await session.planSetUp(language, new Map());
  expect(session.getState().problem).toBeNull();
  await session.applySetUp();
  await session.setAsOf(reviewDay);
  expect(session.getState().problem).toBeNull();
  return { book, check: session.getState().check! };
}

/** What the status column should say of a row, by the measures. */
function statusWords(row: RowState, language: Language): string {
  const { status, separator } = workbookWords[language];
  if (row.state === "blank") return "";
  if (row.state !== "open") return status[row.state];
  const flags = [
    row.daysLate !== null && row.daysLate > 0 ? [status.overdue] : [],
    row.daysLate === 0 ? [status.today] : [],
    row.noNextStep ? [status.noNextStep] : [],
    row.unclearNext ? [status.unclearDate] : [],
    row.stale ? [status.stale] : [],
  ].flat();
  return flags.length === 0 ? status.onTrack : flags.join(separator);
}

/** Every row and figure in which the recalculated file and the measures differ. */
async function differences(book: PaperWorkbook, check: CheckResult, read: ReadCell): Promise<readonly string[]> {
  const { language, schema, figures } = check;
  const words = workbookWords[language];
  const port = paperPort(book, reviewDay);
  const quiet = { report: () => undefined, cancelled: () => false };
  const facts = await port.readBook();
  const sheet = await port.readSheet(check.sheet, quiet);
  if (!facts.ok || !sheet.ok) throw new Error("The paper workbook cannot be read");
  const location = locate(facts.value, sheet.value);
  if (!location.ok) throw new Error(JSON.stringify(location.refusal));
  const { records, headers } = location.located;
  const found: string[] = [];
  const compare = (what: string, expected: CellValue, actual: CellValue) => {
    const same =
      typeof expected === "number" && typeof actual === "number"
        ? Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected))
        : expected === actual;
    if (!same) found.push(`${what}: measures ${JSON.stringify(expected)}, LibreOffice ${JSON.stringify(actual)}`);
  };

  const state = clockReader(records.columns, schema, reviewDay);
  const missing = missingFields(records.columns, schema);
  const at = (id: keyof typeof calculatedHeaders) => headers.indexOf(calculatedHeaders[id][language]);
  records.values.forEach((row, index) => {
    const now = state(row);
    const cell = (column: number) => read(records.sheet, records.area.row + index, records.area.column + column);
    const where = `row ${records.area.row + index + 1} ${JSON.stringify(row)}`;
    compare(`${where} status`, statusWords(now, language), cell(at("status")));
    if (at("daysSilent") >= 0) compare(`${where} days silent`, now.daysSilent ?? "", cell(at("daysSilent")));
    const items = now.state === "blank" ? [] : missing(row, now.state).map((field) => field.header ?? "");
    compare(`${where} missing`, items.join(words.separator), cell(at("missing")));
  });

  const keys = Object.keys(figureNames) as (keyof KeyFigures)[];
  const shown = (value: number | null): CellValue => value ?? words.summary.notMeasured;
  for (const key of keys) {
    const place = parseReference(book.names.get(figureNames[key]) ?? "")!;
    compare(figureNames[key], shown(figures.key[key]), read(place.sheet, place.area.row, place.area.column));
  }

  // The tables below the key figures, found by the heading above them.
  const summary = parseReference(book.names.get(figureNames.open) ?? "")!.sheet;
  const below = (heading: string): number => {
    for (let row = 0; row < 400; row += 1) if (read(summary, row, 0) === heading) return row + 2;
    return -1;
  };
  const owners = below(words.summary.byOwner);
  const stages = below(words.summary.byStage);
  compare("owner table", records.columns.has("owner"), owners >= 0);
  compare("stage table", records.columns.has("stage"), stages >= 0);
  if (owners >= 0) {
    figures.byOwner.forEach((owner, index) => {
      const cell = (column: number) => read(summary, owners + index, column);
      const where = `owner ${owner.owner}`;
      compare(`${where} name`, owner.owner, cell(0));
      compare(`${where} open`, owner.open, cell(1));
      compare(`${where} overdue`, shown(owner.overdue), cell(2));
      compare(`${where} stale`, shown(owner.stale), cell(3));
      compare(`${where} won`, records.columns.has("stage") ? owner.won : shown(null), cell(4));
      compare(`${where} lost`, records.columns.has("stage") ? owner.lost : shown(null), cell(5));
      compare(`${where} win rate`, shown(owner.winRate), cell(6));
    });
    const rest = figures.key.open - figures.byOwner.reduce((sum, owner) => sum + owner.open, 0);
    compare("owners not listed, open", rest, read(summary, owners + figures.byOwner.length, 1));
  }
  if (stages >= 0) {
    figures.byStage.forEach((stage, index) => {
      const cell = (column: number) => read(summary, stages + index, column);
      compare(`stage ${stage.stage} name`, stage.stage, cell(0));
      compare(`stage ${stage.stage} kind`, words.stageKind[stage.kind], cell(1));
      compare(`stage ${stage.stage} customers`, stage.customers, cell(2));
      compare(`stage ${stage.stage} amount`, shown(stage.amount), cell(3));
    });
    const rest = figures.rows - figures.byStage.reduce((sum, stage) => sum + stage.customers, 0);
    compare("stages not listed, customers", rest, read(summary, stages + figures.byStage.length, 2));
  }
  return found;
}

/** Sets up, recalculates, compares. */
async function setUpAndRecalculate(rows: readonly (readonly CellValue[])[], language: Language) {
  const { book, check } = await setUpOnPaper(rows, language);
  const read = readFileCells(await recalculate(await fileOf(book)));
  const named = (name: string): CellValue => {
    const place = parseReference(book.names.get(name) ?? "")!;
    return read(place.sheet, place.area.row, place.area.column);
  };
  return { check, named, differences: await differences(book, check, read) };
}

/** Data that nobody here wrote, beside the checkout. */
const data = path.resolve(__dirname, "../../../shared/data");

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
  let ready = false;
  beforeAll(async () => {
    ready = await hasLibreOffice();
    if (!ready) console.log("Skipped: LibreOffice (soffice) is not installed, nothing recalculates the workbook.");
  });

  test.each(variants)(
    "agree on 120 made-up rows, $language without $without",
    async ({ language, without }) => {
      if (!ready) return;
      const size = { minLength: 120, maxLength: 120 };
      const [sheet] = fc.sample<MadeUpSheet>(madeUpSheet(language, size, without), { numRuns: 1, seed });
      const result = await setUpAndRecalculate([sheet!.headers, ...sheet!.rows], language);
      expect(result.differences).toEqual([]);
    },
    180_000,
  );

  test("agree on a real Chinese follow-up sheet as of 2026-08-07", async () => {
    const file = path.join(data, "qm-demo/客户跟进表.csv");
    if (!existsSync(file)) console.log(`Skipped: ${file} is not there.`);
    if (!ready || !existsSync(file)) return;
    const { check, named, differences: found } = await setUpAndRecalculate(readCsv(file), "zh-CN");
    expect(found).toEqual([]);
    expect(check.figures.key).toMatchObject({ overdue: 3, dueToday: 2, open: 10, pipelineAmount: 6_700_000 });
    expect([named("FU_Overdue"), named("FU_DueToday"), named("FU_Open")]).toEqual([3, 2, 10]);
    const overdue = check.due.filter(({ group }) => group === "overdue").map(({ customer }) => customer);
    expect(overdue.sort()).toEqual(["绿源食品", "远山能源科技", "金桥建设集团"].sort());
  }, 180_000);

  test("agree on 8,800 sales opportunities in English", async () => {
    const file = path.join(data, "maven-crm/sales_pipeline.csv");
    if (!existsSync(file)) console.log(`Skipped: ${file} is not there.`);
    if (!ready || !existsSync(file)) return;
    const { check, named, differences: found } = await setUpAndRecalculate(readCsv(file), "en");
    expect(found).toEqual([]);
    const expected = { won: 4238, lost: 2473, open: 2089, wonAmount: 10_005_534 };
    expect(check.figures.key).toMatchObject(expected);
    expect(check.figures.key.winRate).toBeCloseTo(0.6315005215, 9);
    expect([named("FU_Won"), named("FU_Lost"), named("FU_Open"), named("FU_WonAmount")]).toEqual([
      ...[expected.won, expected.lost, expected.open, expected.wonAmount],
    ]);
    expect(named("FU_WinRate")).toBeCloseTo(0.6315005215, 9);
  }, 300_000);
});
