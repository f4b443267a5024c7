/** A list is adopted, people work in it, and the system that it came from exports it again. */
import fc from "fast-check";
import type { GrowSession } from "../../src/app/grow/session";
import type { Session } from "../../src/app/session/session";
import { asProposed } from "../../src/domain/adoption/choices";
import { bookkeepingSheet } from "../../src/domain/bookkeeping/store";
import type { CellValue } from "../../src/domain/values/value";
import { leaveOutRefused } from "../support/adoptable";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  inMemoryPort,
  newInMemoryWorkbook,
  put,
  sheetOf,
  type InMemorySheet,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../support/sheets";

const size = { minLength: 1, maxLength: 10 };
const customerHeaders = ["客户名称", "公司名称", "Customer", "Account name"];

const idHeaders = ["客户编号", "Customer ID"];

/**
 * Half of the lists have a name of its own for each customer, as most have. IDs, where a list has some, are a system's: of a row without
 * one nothing is remembered.
 */
const anyList = fc
  .tuple(fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size)), fc.boolean())
  // Spaces below a list are in the way of new rows.
  .filter(([{ rows }]) => rows.at(-1)!.some((cell) => String(cell).trim() !== ""))
  .map(([list, isNamed]): MadeUpSheet => {
    const cellOf = (header: string, cell: CellValue, at: number): CellValue => {
      if (idHeaders.includes(header)) return `D${at}`;
      return isNamed && customerHeaders.includes(header) ? `${String(cell).replace("#", "")} ${at}号` : cell;
    };
    return { ...list, rows: list.rows.map((row, at) => row.map((cell, c) => cellOf(list.headers[c]!, cell, at))) };
  });

const edits = fc.array(
  fc.record({
    row: fc.nat(9),
    column: fc.nat(20),
    value: fc.constantFrom<CellValue>("改过", "", 99, reviewDay + 9, "另一家", "#N/A"),
  }),
  { maxLength: 8 },
);

interface Adopted {
  readonly book: InMemoryWorkbook;
  readonly session: Session;
  readonly grow: GrowSession;
  readonly list: InMemorySheet;
  readonly rows: number;
}

async function adopt({ headers, rows, language }: MadeUpSheet): Promise<Adopted> {
  const book = newInMemoryWorkbook("客户 list", [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await session.planSetUp(language, asProposed);
  leaveOutRefused(session);
  // Where notes stand right below a list that stays in its place, it takes in no customer more, and the pane says so.
  const adoption = session.getState().plan?.adoption;
  fc.pre(adoption?.target === "newSheet" || !adoption?.leftOut.some(({ kind }) => kind === "below"));
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  const { sheet, area } = book.tables.find(({ name }) => name === "FollowUps")!;
  return { book, session, grow: await session.grow(), list: sheetOf(book, sheet), rows: area.rows - 1 };
}

/** The export, on a sheet that comes or is replaced. */
function bring(book: InMemoryWorkbook, headers: readonly string[], rows: readonly (readonly CellValue[])[]): void {
  const at = book.sheets.findIndex(({ name }) => name === "export");
  if (at >= 0) book.sheets.splice(at, 1);
  book.sheets.push(...newInMemoryWorkbook("export", [headers, ...rows]).sheets);
}

/** All that people see of a sheet's cells. */
function cellsOf({ rows }: InMemorySheet) {
  return rows.flatMap((row, r) => row.flatMap((cell, c) => (cell === "" ? [] : [[r, c, cell] as const])));
}

/** People's edits, by row and column; without its ID nobody knows a row again. */
function edit(
  { list, rows }: Adopted,
  { headers }: MadeUpSheet,
  made: readonly Edit[],
): ReadonlyMap<string, CellValue> {
  const edited = new Map<string, CellValue>();
  for (const { row, column, value } of made) {
    const [r, c] = [1 + (row % rows), column % headers.length];
    if (idHeaders.includes(headers[c]!)) continue;
    put(list, r, c, value);
    edited.set(`${r},${c}`, value);
  }
  return edited;
}

type Edit = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

test("the very rows that were adopted change nothing, whatever people have edited since", async () => {
  await fc.assert(
    fc.asyncProperty(anyList, edits, async (list, made) => {
      const adopted = await adopt(list);
      edit(adopted, list, made);
      const before = cellsOf(adopted.list);
      bring(adopted.book, list.headers, list.rows);
      const { grow } = adopted;
      await grow.openSheet("export");
      expect(grow.getState()).toMatchObject({ problem: null, open: { isKnown: true } });
      const { plan } = grow.getState().preview!;
      expect([plan.fresh, plan.rows]).toEqual([[], []]);
      await grow.apply();
      expect(grow.getState()).toMatchObject({ problem: null, receipt: { fresh: 0, cells: 0 } });
      expect(cellsOf(adopted.list)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

test("an update that is given back is gone, but for what people have edited since, and comes again as the first time", async () => {
  const changes = fc.array(fc.record({ row: fc.nat(9), column: fc.nat(20), from: fc.nat(9) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyList, changes, edits, async (list, changed, made) => {
      const adopted = await adopt(list);
      const { book, grow, session } = adopted;
      const { headers } = list;
      // The system's rows have changed meanwhile, and it has a customer more.
      const exported = list.rows.map((row) => [...row]);
      for (const { row, column, from } of changed)
        exported[row % exported.length]![column % headers.length] =
          list.rows[from % exported.length]![column % headers.length]!;
      const isName = (header: string) => customerHeaders.includes(header);
      bring(book, headers, [
        ...exported,
        headers.map((header, at) =>
          isName(header) ? "新来的客户" : idHeaders.includes(header) ? "D99" : exported[0]![at]!,
        ),
      ]);
      const before = structuredClone(cellsOf(adopted.list));
      await grow.openSheet("export");
      fc.pre(grow.getState().open?.isKnown === true && grow.getState().preview !== null);
      await grow.choose({ all: "theirs", reopen: "theirs" });
      const { plan } = grow.getState().preview!;
      await grow.apply();
      expect(grow.getState().problem).toBeNull();
      const edited = edit(adopted, list, made);
      await session.restore.look();
      const point = session.restore.getState().list!.points.at(-1)!;
      fc.pre(point.cause === "update");
      await session.restore.plan({ id: point.id, deleteKept: false });
      await session.restore.apply();
      expect(session.restore.getState()).toMatchObject({ problem: null, done: { whole: false, kept: [] } });
      const cellNow = (row: number, column: number) => cellAt(adopted.list, row, column);
      const last = 1 + adopted.rows;
      const was = new Map(before.map(([r, c, cell]) => [`${r},${c}`, cell]));
      for (let row = 1; row < last; row += 1)
        headers.forEach((_, column) => {
          const wanted = edited.get(`${row},${column}`) ?? was.get(`${row},${column}`) ?? "";
          expect(cellNow(row, column)).toEqual(wanted);
        });
      if (plan.fresh.length > 0)
        expect(headers.map((_, column) => cellNow(last, column))).toEqual(headers.map(() => ""));
      await grow.openSheet("export");
      expect(grow.getState().preview?.hasBase).toBe(false);
      expect(sheetOf(book, bookkeepingSheet).visibility).toBe("veryHidden");
    }),
    { numRuns: 25 },
  );
});
