import fc from "fast-check";
import type { Language } from "../../src/domain/values/language";
import type { CellValue } from "../../src/domain/values/value";
import { figureNames } from "../../src/domain/measures/figures";
import { cellAddress } from "../../src/domain/workbook/area";
import { followUpTable } from "../../src/domain/followUps/followUps";
import { workbookText } from "../../src/domain/schema/workbookText";
import { differences, tuneSettings } from "../support/differences";
import { recalculateAll } from "../support/libreOffice";
import { describeWith, libreOffice } from "../support/needs";
import { setUpInMemory, type ReadCell } from "../support/setUpInMemory";
import { fileOf, readFileCells } from "../support/inMemoryFile";
import { madeUpSheet, withoutErrors } from "../support/sheets";
import { csvBook, openDesk, review, setUp, startBrowser, stopBrowser, type Desk } from "../support/workbench";

jest.setTimeout(600_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

const seed = Number(process.env["ORACLE_SEED"] ?? 20_260_807);
/** Rows of the largest sheet: up to 2,000 by hand. */
const mostRows = Number(process.env["FORMULA_ROWS"] ?? 500);

/** Every calculated cell of the workbook that is open. */
async function cellsOf(desk: Desk): Promise<ReadCell> {
  const book = await desk.page.evaluate(() => window.workbench!.read());
  const sheets = new Map(
    book.sheets.map(({ name, rows }) => [
      name,
      new Map(
        rows.flatMap(({ row, cells }) =>
          cells.map(({ column, value }) => {
            const shown = typeof value === "object" ? (value?.error ?? "") : value;
            return [cellAddress(row, column), shown] as const;
          }),
        ),
      ),
    ]),
  );
  return (sheet, row, column) => sheets.get(sheet)?.get(cellAddress(row, column)) ?? "";
}

interface MadeUpCase {
  readonly language: Language;
  readonly rows: number;
  readonly counting: "calendar" | "working";
  /** Whether cells hold Excel errors: one in a key cell makes every count unknown. */
  readonly errors: boolean;
}

const madeUpCases: readonly MadeUpCase[] = [
  { language: "zh-CN", rows: 1, counting: "calendar", errors: false },
  { language: "en", rows: 60, counting: "working", errors: true },
  { language: "zh-CN", rows: mostRows, counting: "working", errors: false },
];

/** A made-up workbook, set up, with what TypeScript says of it. */
async function setUpMadeUp({ language, rows, counting, errors }: MadeUpCase) {
  const size = { minLength: rows, maxLength: rows };
  const [madeUp] = fc.sample(madeUpSheet(language, size, []), { numRuns: 1, seed: seed + rows });
  const sheet = errors ? madeUp : withoutErrors(madeUp!);
  // A doubled tilde in a criterion is a tilde to Excel and LibreOffice, and two of them to the grid's engine. The oracle tests
  // hold such names against LibreOffice.
  const plain = (cell: CellValue) => (typeof cell === "string" ? cell.replaceAll("~", "-") : cell);
  const all = [sheet!.headers, ...sheet!.rows.map((row) => row.map(plain))];
  const { book, check } = await setUpInMemory(all, language, (paper) => tuneSettings(paper, language, counting));
  return { book, check, bytes: await fileOf(book) };
}

test.each(madeUpCases)(
  "measures = the workbench's formulas on $rows made-up rows, $language, $counting days",
  async (madeUp) => {
    const { book, check, bytes } = await setUpMadeUp(madeUp);
    const desk = await openDesk({ name: "made-up.xlsx", bytes }, { lang: madeUp.language });
    await desk.page.evaluate(() => window.workbench!.settled());
    const found = await differences(book, check, await cellsOf(desk), "workbench");
    await desk.close();
    expect(found.slice(0, 20)).toEqual([]);
  },
);

describeWith(libreOffice)("measures = LibreOffice on the same rows", () => {
  let made: readonly Awaited<ReturnType<typeof setUpMadeUp>>[];
  let calculated: readonly (Uint8Array | null)[];
  beforeAll(async () => {
    made = await Promise.all(madeUpCases.map(setUpMadeUp));
    calculated = await recalculateAll(made.map(({ bytes }) => bytes));
  }, 240_000);

  test.each(madeUpCases.map((each, at) => ({ ...each, at })))(
    "$rows rows, $language, $counting days",
    async ({ at }) => {
      const { book, check } = made[at]!;
      const read = readFileCells(calculated[at] ?? new Uint8Array());
      expect((await differences(book, check, read, "LibreOffice")).slice(0, 20)).toEqual([]);
    },
  );
});

describe("the named figures keep meaning the same", () => {
  /** Judged on 2026-08-07: two overdue, one due that day, one won, one lost. */
  const customers = csvBook("客户跟进", [
    ["客户名称", "销售阶段", "下次跟进日期", "最近跟进日期", "预计金额(元)", "负责人"],
    ["海风贸易", "商务谈判", "2026-08-05", "2026-07-20", "120000", "陈晨"],
    ["青山食品", "方案演示", "2026-08-06", "2026-08-05", "80000", "林悦"],
    ["云帆物流", "初步接触", "2026-08-07", "2026-08-06", "", "陈晨"],
    ["北辰教育", "方案演示", "2026-08-20", "2026-08-06", "50000", "林悦"],
    ["长河制造", "赢单", "", "2026-07-01", "200000", "林悦"],
    ["南湖传媒", "丢单", "", "2026-06-01", "30000", "陈晨"],
  ]);
  const list = "客户跟进";
  let desk: Desk;
  let before: Readonly<Record<string, unknown>>;

  /** What every name says now, wherever its cell has got to. */
  async function figures(): Promise<Readonly<Record<string, unknown>>> {
    const names = Object.values(figureNames);
    const book = await desk.page.evaluate(() => window.workbench!.read());
    const found: Record<string, unknown> = {};
    for (const name of names) {
      const formula = book.names.find((entry) => entry.name === name)?.formula ?? "";
      const [, sheet = "", address = ""] = /^='?([^'!]+)'?!(.+)$/.exec(formula) ?? [];
      found[name] = await desk.cell(sheet, address.replaceAll("$", ""));
    }
    return found;
  }

  /** Cells of the list in which somebody typed a stage. */
  async function stageCells(stage: string): Promise<readonly string[]> {
    const book = await desk.page.evaluate(() => window.workbench!.read());
    const rows = book.sheets.find(({ name }) => name === list)!.rows;
    return rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value, formula }) =>
        value === stage && formula === undefined ? [cellAddress(row, column)] : [],
      ),
    );
  }

  beforeAll(async () => {
    desk = await openDesk(customers);
    await setUp(desk);
    await review(desk, "2026-08-07");
    before = await figures();
  }, 240_000);
  afterAll(() => desk.close());

  test("at first", () => {
    expect(before).toMatchObject({ FU_Open: 4, FU_Won: 1, FU_Lost: 1, FU_Overdue: 2, FU_DueToday: 1 });
    expect(before).toMatchObject({ FU_WinRate: 0.5, FU_PipelineAmount: 250_000, FU_WonAmount: 200_000 });
  });

  test("after a sort", async () => {
    await desk.page.evaluate((name) => window.workbench!.sortAsPerson(name, "A2:J7", 4, true), list);
    await desk.page.evaluate(() => window.workbench!.settled());
    expect(await desk.cell(list, "A2")).not.toBe("海风贸易");
    expect(await figures()).toEqual(before);
  });

  test("with a filter, and with a hidden row", async () => {
    const filter = (owner: string | null) =>
      desk.page.evaluate(([table, keep]) => window.workbench!.filterAsPerson(table, 5, keep), [
        followUpTable,
        owner,
      ] as const);
    await filter("林悦");
    expect(await figures()).toEqual(before);
    await filter(null);
    await desk.page.evaluate((name) => window.workbench!.hideRow(name, 3, true), list);
    expect(await figures()).toEqual(before);
    await desk.page.evaluate((name) => window.workbench!.hideRow(name, 3, false), list);
  });

  test("after a blank row was put into the list", async () => {
    await desk.page.evaluate((name) => window.workbench!.insertRows(name, 3, 1), list);
    expect(await figures()).toEqual(before);
  });

  test("after rows were put in above the figures and above the review day, and go on with the list", async () => {
    const { settingsTitle, summaryTitle } = workbookText["zh-CN"];
    for (const sheet of [summaryTitle, settingsTitle, summaryTitle]) {
      await desk.page.evaluate((name) => window.workbench!.insertRows(name, 0, 2), sheet);
      expect(await figures()).toEqual(before);
    }
    // The page is where it was laid out, for set-up too, and what somebody writes above it is theirs.
    await desk.page.evaluate((name) => window.workbench!.editAsPerson(name, "A1", "周会用"), summaryTitle);
    await desk.press("tab-setup");
    await desk.press("setup-plan");
    expect((await desk.byId("setup-change").allInnerTexts()).filter((text) => text.includes(summaryTitle))).toEqual([]);
    await desk.press("tab-today");
    const stages = await stageCells("丢单");
    const write = (stage: string) =>
      desk.page.evaluate(([name, at, value]) => window.workbench!.editAsPerson(name, at, value), [
        list,
        stages[0]!,
        stage,
      ] as const);
    await write("赢单");
    expect(await figures()).toMatchObject({ FU_Won: 2, FU_Lost: 0, FU_WinRate: 1, FU_WonAmount: 230_000 });
    await write("丢单");
    expect(await figures()).toEqual(before);
  });

  test("after a stage was renamed in the Settings and in the list, as people do it by hand", async () => {
    const book = await desk.page.evaluate(() => window.workbench!.read());
    const settings = book.sheets.find(({ name }) => name === workbookText["zh-CN"].settingsTitle)!;
    const place = settings.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, value }) => (value === "赢单" ? [cellAddress(row, column)] : [])),
    );
    expect(place.length).toBeGreaterThan(0);
    const cells = await stageCells("赢单");
    for (const [sheet, address] of [
      ...place.map((each) => [settings.name, each] as const),
      ...cells.map((each) => [list, each] as const),
    ]) {
      await desk.page.evaluate(([name, at]) => window.workbench!.editAsPerson(name, at, "签约成功"), [
        sheet,
        address,
      ] as const);
    }
    await desk.page.evaluate(() => window.workbench!.settled());
    expect(await figures()).toEqual(before);
  });
});
