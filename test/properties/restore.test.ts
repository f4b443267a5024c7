/** What the add-in did is given back: the workbook is as before, but for what people did since. */
import fc from "fast-check";
import { asProposed } from "../../src/domain/adoption/choices";
import type { Session } from "../../src/app/session/session";
import { leaveOutRefused } from "../support/adoptable";
import { inMemorySession } from "../support/inMemorySession";
import {
  applyAll,
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
  formats: fc.array(fc.tuple(fc.nat(14), fc.nat(30), fc.constantFrom("yyyy/m/d", "#,##0.00", "@", '0"万"')), {
    maxLength: 12,
  }),
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
  leaveOutRefused(session);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
}

/** Gives back down to the oldest point, or as far as it can be known where there is none. */
async function restore(session: Session, deleteKept = false) {
  await session.restore.look();
  const { points } = session.restore.getState().list!;
  await session.restore.plan({ id: points[0]?.id ?? null, deleteKept });
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
    { numRuns: 25 },
  );
});

describe("what people did since", () => {
  const rows = [
    ["客户名称", "销售阶段", "负责人", "下次跟进日期", "备注"],
    ["远山能源", "方案演示", "李敏", "2026.8.5", "老客户"],
    ["绿源食品", "线索", "王强", "2026.8.9", ""],
    ["金桥建设", "线索", "李敏", reviewDay + 3, "要报价"],
  ] as const;

  /** Set up, then two dates that somebody typed as text become days. */
  async function fixed() {
    const book = newInMemoryWorkbook(title, rows);
    const session = sessionOn(book, "zh-CN");
    await setUp(session, "zh-CN");
    const list = sheetOf(book, title);
    put(list, 1, 3, rows[1][3]);
    put(list, 2, 3, rows[2][3]);
    await session.check();
    await session.fix.apply(["textDate"]);
    expect([cellAt(list, 1, 3), cellAt(list, 2, 3)]).toEqual([reviewDay - 2, reviewDay + 2]);
    return { book, session, list };
  }

  test("a repaired cell that they changed stays and is named; the others come back wherever sorting has put their rows", async () => {
    const { session, list } = await fixed();
    const [first, second] = [list.rows[1]!, list.rows[2]!];
    list.rows[1] = second;
    list.rows[2] = first;
    put(list, 1, 3, reviewDay + 20);
    await session.restore.look();
    const newest = session.restore.getState().list!.points.at(-1)!;
    expect(newest).toMatchObject({ cause: "fixes", first: false });
    await session.restore.plan({ id: newest.id, deleteKept: false });
    await session.restore.apply();
    const { done, list: left } = session.restore.getState();
    expect(done).toMatchObject({ whole: false, cells: 1, gone: 0 });
    expect(done!.conflicts).toEqual([
      { sheet: title, cell: "D2", before: "2026.8.9", after: "2026-08-09", now: "2026-08-27" },
    ]);
    expect([cellAt(list, 1, 3), cellAt(list, 2, 3)]).toEqual([reviewDay + 20, "2026.8.5"]);
    expect(left!.points.map(({ cause }) => cause)).toEqual(["setUp"]);
  });

  test("down to the first set-up all of it comes back in one press, rows of the log keep their sheet", async () => {
    const { book, session, list } = await fixed();
    const log = book.tables.find(({ name }) => name === "FollowUpLog")!;
    put(sheetOf(book, log.sheet), 1, 0, "L1");
    put(list, 3, 4, "已报价");
    const preview = await restore(session);
    expect(preview!.kept).toEqual([{ kind: "sheet", sheet: log.sheet, why: "log" }]);
    expect(book.sheets.map(({ name }) => name)).toEqual([title, log.sheet]);
    const wanted: (string | number)[][] = rows.map((row) => [...row]);
    wanted[3]!.splice(4, 1, "已报价");
    expect(rows.map((row, r) => row.map((_, c) => cellAt(list, r, c)))).toEqual(wanted);
  });

  test("a workbook without restore points gives up what is known to be ours, and says that it knows no more", async () => {
    const { book, session, list } = await fixed();
    applyAll(book, [{ kind: "deleteSheet", sheet: "_FollowUp" }]);
    const preview = await restore(session, true);
    expect(preview).toMatchObject({ whole: true, known: false, kept: [] });
    expect(book.sheets.map(({ name }) => name)).toEqual([title]);
    expect([...book.names.keys()]).toEqual([]);
    expect(book.tables).toEqual([]);
    expect([list.highlights, [...list.validations]]).toEqual([[], []]);
    expect(cellAt(list, 1, 3)).toBe(reviewDay - 2);
    expect(cellAt(list, 0, 5)).toBe("");
  });

  test("a sheet of somebody else's under the name of ours is left alone, and no point is kept", async () => {
    const book = newInMemoryWorkbook(title, rows);
    applyAll(book, [{ kind: "addSheet", sheet: "_FollowUp", visibility: "visible" }]);
    put(sheetOf(book, "_FollowUp"), 0, 0, "我的笔记");
    const session = sessionOn(book, "zh-CN");
    await setUp(session, "zh-CN");
    await session.restore.look();
    expect(session.restore.getState().list).toEqual({ points: [], dropped: 0, closed: true });
    expect(cellAt(sheetOf(book, "_FollowUp"), 0, 0)).toBe("我的笔记");
  });
});
