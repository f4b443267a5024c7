/** Changes of fields and rules given back, and what a fault or a press on Cancel leaves of a restore. */
import type { WorkbookPort } from "../../src/app/ports";
import { fail } from "../../src/app/fault";
import { addEntry, beginDraft, changeEntry, type SchemaDraft } from "../../src/domain/schema/draft";
import { defaultField } from "../../src/domain/schema/defaults";
import type { Field, Schema } from "../../src/domain/schema/field";
import { ownField } from "../../src/domain/schema/fieldIds";
import { usualRules } from "../support/choices";
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
import { reviewDay } from "../support/sheets";

const title = "客户";
const rows = [
  ["客户名称", "阶段", "负责人", "下次跟进日期", "电话", "备注"],
  ["甲", "线索", "张敏", reviewDay, "13800000001", "老客户"],
  ["乙", "成交", "李强", "", "", ""],
  ["丙", "线索", "张敏", reviewDay + 3, "13800000003", "要报价"],
] as const;

/** What people see of the workbook: the sheet with the restore points is not among it. */
function picture(book: InMemoryWorkbook) {
  const seen = book.sheets.filter(({ name }) => name !== "_FollowUp");
  return structuredClone({
    names: [...book.names].sort(),
    tables: book.tables,
    sheets: seen.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.flatMap((row, r) =>
        row.flatMap((cell, c) => (cell === "" ? [] : [`${r},${c} ${JSON.stringify(cell)}`])),
      ),
      formats: [...sheet.formats].filter(([, format]) => format !== "General").sort(),
      validations: [...sheet.validations].sort(),
      widths: [...sheet.widths].sort(),
      hidden: [...sheet.hidden].sort(),
    })),
  });
}

async function setUp(portOf: (port: WorkbookPort) => WorkbookPort = (port) => port) {
  const book = newInMemoryWorkbook(title, rows);
  const session = inMemorySession(portOf(inMemoryPort(book, reviewDay)), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  return { book, session, list: sheetOf(book, title) };
}

type SetUp = Awaited<ReturnType<typeof setUp>>;

async function change({ session }: SetUp, edit: (draft: SchemaDraft, schema: Schema) => SchemaDraft): Promise<void> {
  const { schema } = session.getState().check!;
  session.schema.edit(edit(beginDraft(schema), schema));
  await session.schema.preview();
  await session.schema.apply();
  expect(session.getState().problem).toBeNull();
}

const renameLead = (draft: SchemaDraft, { stages }: Schema) => {
  const at = stages.findIndex(({ name }) => name === "线索");
  return changeEntry(draft, "stages", at, { ...stages[at]!, name: "新线索" });
};

const signed: Field = { ...defaultField(ownField("签约日"), "签约日"), kind: "date", level: "require" };
const addSigned = (draft: SchemaDraft) => ({ ...addEntry(draft, "fields", signed), newColumns: new Set([signed.id]) });

const requirePhone = (draft: SchemaDraft, { fields }: Schema) => {
  const at = fields.findIndex(({ id }) => id === "phone");
  return changeEntry(draft, "fields", at, { ...fields[at]!, level: "require", requiredWhen: [{ kind: "always" }] });
};

/** Plans giving back the last change. */
async function planLast({ session }: SetUp) {
  await session.restore.look();
  const { points } = session.restore.getState().list!;
  await session.restore.plan({ id: points.at(-1)!.id, deleteKept: false });
  expect(session.restore.getState().problem).toBeNull();
  return session.restore.getState().preview!;
}

test.each([
  ["a stage that was renamed in the rows", renameLead],
  ["a field that got a column", addSigned],
  ["a level that was raised", requirePhone],
])("%s is given back, and the set-up stays as it was", async (_, edit) => {
  const desk = await setUp();
  const before = picture(desk.book);
  await change(desk, edit);
  expect(picture(desk.book)).not.toEqual(before);
  expect(await planLast(desk)).toMatchObject({ whole: false, conflicts: [], kept: [], gone: 0, dependents: [] });
  await desk.session.restore.apply();
  expect(desk.session.restore.getState()).toMatchObject({ problem: null });
  expect(picture(desk.book)).toEqual(before);
  await desk.session.planSetUp("zh-CN", usualRules);
  expect(desk.session.getState().plan?.actions).toEqual([]);
});

test("three changes come back in one press, the newest first", async () => {
  const desk = await setUp();
  const before = picture(desk.book);
  for (const edit of [renameLead, addSigned, requirePhone]) await change(desk, edit);
  await desk.session.restore.look();
  const { points } = desk.session.restore.getState().list!;
  expect(points.map(({ cause }) => cause)).toEqual(["setUp", "schema", "schema", "schema"]);
  await desk.session.restore.plan({ id: points[1]!.id, deleteKept: false });
  await desk.session.restore.apply();
  expect(desk.session.restore.getState()).toMatchObject({ problem: null });
  expect(picture(desk.book)).toEqual(before);
});

test("what people did since a schema change stays, and is listed", async () => {
  const desk = await setUp();
  await change(desk, renameLead);
  await change(desk, addSigned);
  const signedAt = desk.list.rows[0]!.indexOf("签约日");
  put(desk.list, 1, 1, "成交");
  put(desk.list, 3, signedAt, reviewDay);
  await desk.session.restore.look();
  const { points } = desk.session.restore.getState().list!;
  await desk.session.restore.plan({ id: points[1]!.id, deleteKept: false });
  await desk.session.restore.apply();
  expect(desk.session.restore.getState().done).toMatchObject({
    conflicts: [{ sheet: title, cell: "B2", before: "线索", after: "新线索", now: "成交" }],
    kept: [{ kind: "column", sheet: title, header: "签约日", why: "filled" }],
  });
  expect([1, 3].map((row) => cellAt(desk.list, row, 1))).toEqual(["成交", "线索"]);
  expect([0, 3].map((row) => cellAt(desk.list, row, signedAt))).toEqual(["签约日", reviewDay]);
});

describe("a restore that comes to nothing", () => {
  test("a fault after some of it was written: the pane says that a part stands, and a second press gives back the rest", async () => {
    let breaksAt: number | null = null;
    const desk = await setUp((port) => ({
      ...port,
      apply: (actions, progress) => {
        if (breaksAt === null) return port.apply(actions, progress);
        applyAll(desk.book, actions.slice(0, breaksAt));
        return Promise.resolve({ ...fail({ code: "lost" }), aftermath: "partial" as const });
      },
    }));
    const own = () => rows.map((row, r) => row.map((__, c) => cellAt(desk.list, r, c)));
    await change(desk, renameLead);
    const { actions } = await planLast(desk);
    breaksAt = Math.ceil(actions.length / 2);
    await desk.session.restore.apply();
    expect(desk.session.restore.getState().problem).toMatchObject({ kind: "fault", aftermath: "partial" });
    breaksAt = null;
    await desk.session.restore.look();
    await planLast(desk);
    await desk.session.restore.apply();
    expect(desk.session.restore.getState()).toMatchObject({ problem: null, done: { conflicts: [] } });
    expect(own()).toEqual(rows.map((row) => [...row]));
  });

  test("Cancel before anything was written leaves the workbook as it is, the points too", async () => {
    const desk = await setUp((port) => ({
      ...port,
      apply: (actions, progress) =>
        progress.cancelled()
          ? Promise.resolve({ ...fail({ code: "cancelled" }), aftermath: "unchanged" as const })
          : port.apply(actions, progress),
    }));
    await change(desk, renameLead);
    await planLast(desk);
    const before = JSON.stringify(picture(desk.book));
    const applied = desk.session.restore.apply();
    await Promise.resolve();
    desk.session.cancel();
    await applied;
    expect(desk.session.restore.getState().problem).toMatchObject({ kind: "fault", fault: { code: "cancelled" } });
    expect(JSON.stringify(picture(desk.book))).toBe(before);
    await desk.session.restore.look();
    expect(desk.session.restore.getState().list!.points.map(({ cause }) => cause)).toEqual(["setUp", "schema"]);
  });
});
