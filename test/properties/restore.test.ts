/** What the add-in did is given back: the workbook is as before, but for what people did since. */
import fc from "fast-check";
import { asProposed } from "../../src/domain/adoption/choices";
import type { Session } from "../../src/app/session/session";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  inMemoryPort,
  newInMemoryWorkbook,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { madeUpSheet, reviewDay } from "../support/sheets";

const size = { minLength: 1, maxLength: 12 };
const anySheet = fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size));
const place = fc.record({ row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 6 }) });
const title = "客户 list";

/** What people may have made of a sheet beside its cells. */
const surroundings = fc.record({
  autoFilter: fc.boolean(),
  table: fc.constantFrom(null, "表1", "Deals"),
  widths: fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 20, max: 300 })), { maxLength: 6 }),
  hidden: fc.array(fc.nat(40), { maxLength: 3 }),
  formats: fc.array(
    fc.tuple(fc.nat(14), fc.nat(30), fc.constantFrom("yyyy/m/d", "#,##0.00", "@", '0"万"')),
    { maxLength: 12 },
  ),
});

/** A workbook as people see it: what is no difference to them is none here. */
function picture(book: InMemoryWorkbook) {
  return {
    names: [...book.names].sort(),
    tables: book.tables,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows
        .flatMap((row, r) => row.flatMap((cell, c) => (cell === "" ? [] : [[r, c, cell] as const])))
        .sort(([a, b], [c, d]) => a - c || b - d),
      formats: [...sheet.formats].filter(([, format]) => format !== "General").sort(),
      validations: [...sheet.validations].sort(),
      widths: [...sheet.widths].sort(),
      hidden: [...sheet.hidden].sort(),
    })),
  };
}

async function setUp(session: Session, language: "zh-CN" | "en"): Promise<void> {
  await session.planSetUp(language, asProposed);
  // What cannot be set up is another test's matter.
  fc.pre(session.getState().problem?.kind !== "refusal");
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
}

/** Gives back down to the oldest point, or as far as it can be known where there is none. */
async function restore(session: Session, deleteKept = false) {
  await session.restore.look();
  const { points } = session.restore.getState().list!;
  await session.restore.plan(points[0]?.id ?? null, deleteKept);
  const { preview } = session.restore.getState();
  await session.restore.apply();
  return preview;
}

const sessionOn = (book: InMemoryWorkbook, language: "zh-CN" | "en") =>
  inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);

test("a list that was set up and given back is as it was, whatever people had made of it, and a second press finds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, place, surroundings, async ({ headers, rows, language }, at, own) => {
      const book = newInMemoryWorkbook(title, [headers, ...rows], at);
      const sheet = sheetOf(book, title);
      sheet.autoFilter = own.autoFilter && own.table === null;
      for (const [column, width] of own.widths) sheet.widths.set(column, width);
      for (const column of own.hidden) sheet.hidden.add(column);
      for (const [row, column, format] of own.formats) sheet.formats.set(`${row},${column}`, format);
      const area = { ...at, rows: rows.length + 1, columns: headers.length };
      if (own.table) book.tables.push({ name: own.table, sheet: title, area, totals: false });
      book.names.set("自己的", `='${title}'!$A$1`);
      const before = picture(book);
      const session = sessionOn(book, language);
      await setUp(session, language);
      expect(book.sheets.length).toBeGreaterThan(3);
      const preview = await restore(session);
      expect(session.restore.getState().problem).toBeNull();
      expect(preview).toMatchObject({ conflicts: [], kept: [], gone: 0, dependents: [], whole: true, known: true });
      expect(picture(book)).toEqual(before);
      const again = await restore(session);
      expect(again).toBeNull();
      expect(session.getState().problem).toBeNull();
      expect(session.restore.getState().problem).toEqual({ kind: "refusal", refusal: { code: "nothing" } });
    }),
    { numRuns: 60 },
  );
});
