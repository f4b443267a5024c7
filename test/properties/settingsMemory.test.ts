import { usualRules } from "../support/choices";
import type { Session } from "../../src/app/session/session";
import { settingsCellKey } from "../../src/domain/settings/memory";
import { settingsTables, type SettingsTable } from "../../src/domain/schema/settingsNames";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  inMemoryPort,
  newInMemoryWorkbook,
  put,
  sheetOf,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const title = "客户";
const headers = ["客户名称", "阶段", "负责人", "下次跟进日期", "客户类型", "客户来源", "流失原因"];
const rows = Array.from({ length: 12 }, (_, row) => [
  `客户${row}`,
  ["线索", "方案演示", "流失"][row % 3]!,
  ["张敏", "李雷"][row % 2]!,
  reviewDay,
  ["重点客户", "普通客户"][row % 2]!,
  ["展会", "官网"][row % 2]!,
  row % 3 === 2 ? ["价格", "竞品"][row % 2]! : "",
]);

async function setUp() {
  const book = newInMemoryWorkbook(title, [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  return { book, session };
}

/** The same workbook in a pane that is opened later. */
function reopened(book: InMemoryWorkbook): Session {
  return inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
}

async function look(session: Session) {
  await session.check();
  await session.health.look();
  return session.health.getState().health!;
}

function tableOf(book: InMemoryWorkbook, table: SettingsTable) {
  const found = book.tables.find(({ name }) => name === settingsTables[table])!;
  const sheet = sheetOf(book, found.sheet);
  const at = (row: number, header: string): readonly [number, number] => {
    for (let offset = 0; offset < found.area.columns; offset += 1) {
      if (cellAt(sheet, found.area.row, found.area.column + offset) === header)
        return [found.area.row + 1 + row, found.area.column + offset];
    }
    throw new Error(`no column ${header}`);
  };
  return {
    found,
    get: (row: number, header: string) => cellAt(sheet, ...at(row, header)),
    put: (row: number, header: string, value: string | number) => put(sheet, ...at(row, header), value),
    names: () =>
      Array.from({ length: found.area.rows - 1 }, (_, row) =>
        cellAt(sheet, found.area.row + 1 + row, found.area.column),
      ),
  };
}

/** What Excel does where somebody deletes a row of the sheet: every table across it loses its row. */
function deleteSheetRow(book: InMemoryWorkbook, tables: readonly SettingsTable[], row: number): void {
  for (const table of tables) {
    const { found } = tableOf(book, table);
    const sheet = sheetOf(book, found.sheet);
    for (let at = row; at < found.area.rows - 1; at += 1) {
      for (let column = 0; column < found.area.columns; column += 1) {
        const below =
          at + 1 < found.area.rows - 1 ? cellAt(sheet, found.area.row + at + 2, found.area.column + column) : "";
        put(sheet, found.area.row + 1 + at, found.area.column + column, below);
      }
    }
    if (row < found.area.rows - 1) found.area = { ...found.area, rows: found.area.rows - 1 };
  }
}

test("a limit that somebody mistyped comes back as it was last readable, also in a pane that is opened later", async () => {
  const { book, session } = await setUp();
  const stages = tableOf(book, "stages");
  stages.put(0, "停滞天数", 9);
  await session.check();
  stages.put(0, "停滞天数", "three");
  const { items, asks } = await look(session);
  expect(asks).toEqual([]);
  expect(items.map(({ change }) => change)).toEqual([
    { entry: stages.get(0, "阶段"), from: "three", to: 9, source: "remembered" },
  ]);
  await session.health.repair();
  expect(stages.get(0, "停滞天数")).toBe(9);

  stages.put(0, "停滞天数", "seven");
  const later = reopened(book);
  await look(later);
  await later.health.repair();
  expect(stages.get(0, "停滞天数")).toBe(9);
});

test("a limit of which nothing is known is asked for, and no repair writes 0 or a blank over what stands there", async () => {
  const { book, session } = await setUp();
  const stages = tableOf(book, "stages");
  stages.put(1, "卡住天数", "three");
  const { items, asks } = await look(session);
  expect(items).toEqual([]);
  expect(asks.map(({ at, problem }) => [at, problem])).toEqual([
    [
      { entry: stages.get(1, "阶段"), column: "stuckDays" },
      { kind: "notANumber", value: "three" },
    ],
  ]);
  await session.health.repair();
  expect(stages.get(1, "卡住天数")).toBe("three");
  await session.health.repair(new Map([[settingsCellKey(asks[0]!), 30]]));
  expect(stages.get(1, "卡住天数")).toBe(30);
  expect((await look(session)).asks).toEqual([]);
});

test.each<[SettingsTable, string]>([
  ["stages", "阶段类型"],
  ["fields", "严格程度"],
])("a word of the table %s that cannot be read comes back as it was, not as its default", async (table, header) => {
  const { book, session } = await setUp();
  const place = tableOf(book, table);
  const other = table === "stages" ? "搁置" : "要求";
  place.put(1, header, other);
  await session.check();
  place.put(1, header, "???");
  await look(session);
  await session.health.repair();
  expect(place.get(1, header)).toBe(other);
});

test.each<[SettingsTable, string]>([
  ["stages", "停滞天数"],
  ["fields", "严格程度"],
  ["lists", "跟进方式"],
])(
  "a header of the table %s that was typed over comes back in its place, also when the pane saw it go",
  async (table, header) => {
    const { book, session } = await setUp();
    await session.check();
    const { found } = tableOf(book, table);
    const sheet = sheetOf(book, found.sheet);
    const { row, column, columns } = found.area;
    const words = () => Array.from({ length: columns }, (_, offset) => cellAt(sheet, row, column + offset));
    const before = words();
    put(sheet, row, column + before.indexOf(header), "随便写的");
    await session.check();
    await look(session);
    await session.health.repair();
    expect(words()).toEqual(before);
    expect(tableOf(book, table).found.area.columns).toBe(columns);
  },
);

test("one deleted sheet row is missed in every table that it went through, and one press puts all of it back", async () => {
  const { book, session } = await setUp();
  const tables: readonly SettingsTable[] = ["stages", "types", "owners", "reasons", "lists"];
  tableOf(book, "stages").put(1, "停滞天数", 11);
  await session.check();
  const before = tables.map((table) => tableOf(book, table).names());
  deleteSheetRow(book, tables, 1);
  const later = reopened(book);
  for (const pane of [later, session]) {
    const { gone } = await look(pane);
    expect(new Set(gone.map(({ table }) => table))).toEqual(new Set(tables));
  }
  await session.schema.putBack((await look(session)).gone);
  expect(session.getState().problem).toBeNull();
  const trimmed = (names: readonly unknown[]) => names.filter((name) => name !== "");
  expect(tables.map((table) => trimmed(tableOf(book, table).names()))).toEqual(before.map(trimmed));
  expect(tableOf(book, "stages").get(1, "停滞天数")).toBe(11);
  expect((await look(session)).gone).toEqual([]);
});

test("what was deleted on purpose is not missed any more, now or later", async () => {
  const { book, session } = await setUp();
  deleteSheetRow(book, ["owners"], 0);
  const { gone } = await look(session);
  expect(gone.map(({ table, name }) => [table, name])).toEqual([["owners", "张敏"]]);
  await session.schema.letGo(gone);
  expect((await look(session)).gone).toEqual([]);
  expect((await look(reopened(book))).gone).toEqual([]);
});

test("what is removed or renamed in the pane, or typed over in the sheet, was not deleted", async () => {
  const { book, session } = await setUp();
  const { beginDraft, changeEntry, removeEntry } = await import("../../src/domain/schema/draft");
  await session.check();
  const draft = beginDraft(session.schema.subject()!.schema);
  const owner = draft.owners[0]!.now;
  session.schema.edit(removeEntry(changeEntry(draft, "owners", 0, { ...owner, name: "张敏敏" }), "reasons", 0));
  await session.schema.preview();
  await session.schema.apply();
  expect(session.getState().problem).toBeNull();
  tableOf(book, "types").put(0, "客户类型", "战略客户");
  expect((await look(session)).gone).toEqual([]);
  expect((await look(reopened(book))).gone).toEqual([]);
});

test("a change that is given back leaves nothing to be missed", async () => {
  const { session } = await setUp();
  const { beginDraft, addEntry } = await import("../../src/domain/schema/draft");
  await session.check();
  session.schema.edit(
    addEntry(beginDraft(session.schema.subject()!.schema), "owners", { name: "王芳", team: "", monthTarget: null }),
  );
  await session.schema.preview();
  await session.schema.apply();
  await session.restore.look();
  const newest = session.restore.getState().list!.points.at(-1)!;
  await session.restore.plan({ id: newest.id, deleteKept: false });
  await session.restore.apply();
  expect((await look(session)).gone).toEqual([]);
});

test("people whom only the examples knew are not missed once the examples have been cleared away, in this pane and a later one", async () => {
  const book = newInMemoryWorkbook(title, [[]]);
  const session = reopened(book);
  await session.check();
  const begin = await session.begin();
  await begin.create("zh-CN", { kind: "default", withExamples: true, ownName: "张敏" });
  expect(begin.getState().problem).toBeNull();
  expect((await look(session)).gone).toEqual([]);
  await begin.clear();
  expect(begin.getState().cleared?.rows).toBeGreaterThan(0);
  expect((await look(session)).gone).toEqual([]);
  expect((await look(reopened(book))).gone).toEqual([]);
});
