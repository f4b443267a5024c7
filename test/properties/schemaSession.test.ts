import { usualRules } from "../support/choices";
import { isKnownField, knownFieldIds, ownField } from "../../src/domain/schema/fieldIds";
import { addEntry, beginDraft, changeEntry, type SchemaDraft } from "../../src/domain/schema/draft";
import { defaultField } from "../../src/domain/schema/defaults";
import { type Field, type Schema } from "../../src/domain/schema/field";
import { logColumns, type LogColumn } from "../../src/domain/log/logColumns";
import { inMemorySession } from "../support/inMemorySession";
import {
  applyAll,
  cellAt,
  newInMemoryWorkbook,
  inMemoryPort,
  put,
  sheetOf,
  type InMemoryCell,
} from "../support/inMemoryWorkbook";
import { reviewDay } from "../support/sheets";

const headers = ["客户名称", "阶段", "负责人", "下次跟进日期", "电话", "等级"];
const rows: readonly (readonly InMemoryCell[])[] = [
  ["甲", "线索", "张敏", reviewDay, "13800000001", "A"],
  ["乙", "线索 ", "李强", reviewDay, "", "B"],
  ["丙", "成交", "张敏", "", "13800000003", "A"],
  ["丁", { formula: '="线索"' }, "张敏", reviewDay, "13800000004", ""],
];

/** A workbook that was set up, and its session after a check. */
async function setUp() {
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  const schema = () => session.getState().check!.schema;
  const field = (id: Field["id"]) => schema().fields.findIndex((candidate) => candidate.id === id);
  return {
    book,
    session,
    schema,
    field,
    sheet: sheetOf(book, "客户"),
    apply: async (edit: (draft: SchemaDraft, schema: Schema) => SchemaDraft) => {
      session.schema.edit(edit(beginDraft(schema()), schema()));
      await session.schema.preview();
      expect(session.getState().problem).toBeNull();
      const { preview } = session.schema.getState();
      await session.schema.apply();
      expect(session.getState().problem).toBeNull();
      // Whatever was applied, set-up has nothing left to do.
      await session.planSetUp("zh-CN", usualRules);
      expect(session.getState().plan?.actions).toEqual([]);
      return preview!;
    },
  };
}

test("a level that is turned up stands in the Settings, and its rules with it", async () => {
  const { apply, schema, field, sheet } = await setUp();
  const preview = await apply((draft, now) => {
    const phone = now.fields[field("phone")]!;
    return changeEntry(draft, "fields", field("phone"), {
      ...phone,
      level: "require",
      requiredWhen: [{ kind: "always" }],
    });
  });
  expect(preview.edits).toEqual([
    { part: "fields", what: "changed", name: "phone", to: "", keys: ["requiredWhen", "level"] },
  ]);
  expect(schema().fields[field("phone")]).toMatchObject({ level: "require", header: "电话" });
  expect(sheet.highlights.some(({ areas: [area] }) => area?.column === 4 && area.columns === 1)).toBe(true);
});

test("a field that is only looked at from now on stops nobody any more", async () => {
  const { apply, schema, sheet, session } = await setUp();
  const at = schema().fields.findIndex(({ id }) => id === "nextDate");
  const column = sheet.rows[0]!.indexOf("下次跟进日期");
  expect(sheet.validations.get(`1,${column}`)?.alert?.style).toBe("stop");
  const preview = await apply((draft, now) =>
    changeEntry(draft, "fields", at, { ...now.fields[at]!, level: "observe" }),
  );
  expect(preview.changes).toContainEqual({ kind: "validationsRemoved", headers: ["下次跟进日期"] });
  expect(sheet.validations.get(`1,${column}`)).toBeUndefined();
  await session.planSetUp("zh-CN", usualRules);
  expect(session.getState().plan?.actions).toEqual([]);
});

test("a renamed stage is renamed in the rows, but not in a formula", async () => {
  const { apply, schema, sheet } = await setUp();
  const at = schema().stages.findIndex(({ name }) => name === "线索");
  const preview = await apply((draft, now) => changeEntry(draft, "stages", at, { ...now.stages[at]!, name: "新线索" }));
  expect(preview.renamed).toEqual([{ list: "stage", from: "线索", to: "新线索", cells: 2 }]);
  expect([1, 2, 3].map((row) => cellAt(sheet, row, 1))).toEqual(["新线索", "新线索", "成交"]);
  expect(cellAt(sheet, 4, 1)).toEqual({ formula: '="线索"' });
  expect(schema().stages[at]?.name).toBe("新线索");
});

describe("a rename reaches the follow-up log", () => {
  const stage = { id: "L1", customerId: "C1", who: "张敏", fromStage: "线索", toStage: "方案演示" } as const;

  async function withLog() {
    const { book, apply, session, schema } = await setUp();
    const table = book.tables.find(({ name }) => name === "FollowUpLog")!;
    const log = sheetOf(book, table.sheet);
    table.area = { ...table.area, rows: 4 };
    const at = (column: LogColumn) => logColumns.indexOf(column);
    const write = (row: number, cells: Partial<Record<LogColumn, InMemoryCell>>) =>
      Object.entries(cells).forEach(([column, cell]) =>
        put(
          log,
          row,
          logColumns.findIndex((id) => id === column),
          cell,
        ),
      );
    write(1, stage);
    write(2, { ...stage, id: "L2", fromStage: { formula: '="线索"' }, who: "别人" });
    write(3, { ...stage, id: "L3", fromStage: "方案演示", toStage: "线索" });
    await session.check();
    const column = (id: LogColumn) => [1, 2, 3].map((row) => cellAt(log, row, at(id)));
    const renameLead = (draft: SchemaDraft, now: Schema) =>
      changeEntry(draft, "stages", 0, { ...now.stages.find(({ name }) => name === "线索")!, name: "新线索" });
    return { apply, session, schema, log, column, renameLead };
  }

  test("in the stages and the people it names; a formula of somebody's stays", async () => {
    const { apply, column, renameLead } = await withLog();
    const preview = await apply(renameLead);
    expect(preview.renamed).toEqual([{ list: "stage", from: "线索", to: "新线索", cells: 4 }]);
    expect(column("fromStage")).toEqual(["新线索", { formula: '="线索"' }, "方案演示"]);
    expect(column("toStage")).toEqual(["方案演示", "方案演示", "新线索"]);
    await apply((draft, now) =>
      changeEntry(draft, "owners", 0, { ...now.owners.find(({ name }) => name === "张敏")!, name: "张小敏" }),
    );
    expect(column("who")).toEqual(["张小敏", "别人", "张小敏"]);
  });

  test("unless a filter hides rows of the log: then nothing is renamed, and the sheet is named", async () => {
    const { session, schema, log, column, renameLead } = await withLog();
    log.filtered = true;
    session.schema.edit(renameLead(beginDraft(schema()), schema()));
    await session.schema.preview();
    expect(session.getState().problem).toEqual({ kind: "refusal", refusal: { code: "filtered", sheet: "跟进记录" } });
    expect(column("toStage")).toEqual(["方案演示", "方案演示", "线索"]);
  });
});

test("a rename can be for the lists alone", async () => {
  const { apply, sheet } = await setUp();
  await apply((draft, now) => ({
    ...changeEntry(draft, "owners", 0, { ...now.owners[0]!, name: "张小敏" }),
    renameRows: false,
  }));
  expect(cellAt(sheet, 1, 2)).toBe("张敏");
});

test("a field of the team's own takes an unused column, or gets a new one, with its list", async () => {
  const { apply, schema, sheet, book } = await setUp();
  const end = book.tables.find(({ name }) => name === "FollowUps")!.area.columns;
  const preview = await apply((draft) => {
    const listed = addEntry(draft, "lists", { key: "等级表", entries: ["A", "B"] });
    const grade: Field = { ...defaultField(ownField("等级"), "等级"), kind: "list", list: "等级表", level: "require" };
    const signed: Field = { ...defaultField(ownField("签约日"), "签约日"), kind: "date", level: "require" };
    const both = addEntry(addEntry(listed, "fields", grade), "fields", signed);
    return { ...both, newColumns: new Set([signed.id]) };
  });
  expect(preview.newColumns).toEqual(["签约日"]);
  expect(cellAt(sheet, 0, end)).toBe("签约日");
  expect(
    schema()
      .fields.slice(-2)
      .map(({ header }) => header),
  ).toEqual(["等级", "签约日"]);
  expect(sheet.validations.get("1,5")?.rule).toEqual({ type: "list", source: "=FU_List_1" });
  expect(sheet.validations.get(`1,${end}`)?.rule.type).toBe("date");
});

test("a field that is taken out leaves its column and no rule on it", async () => {
  const { apply, schema, sheet } = await setUp();
  await apply((draft) =>
    addEntry(draft, "fields", {
      ...defaultField(ownField("等级"), "等级"),
      kind: "list",
      list: "source",
      level: "require",
    }),
  );
  await apply((draft) => ({
    ...draft,
    fields: draft.fields.filter(({ now: field }) => isKnownField(field.id)),
  }));
  expect(schema().fields).toHaveLength(knownFieldIds.length);
  expect(cellAt(sheet, 0, 5)).toBe("等级");
  expect(sheet.validations.get("1,5")).toBeUndefined();
});

describe("what somebody does to the columns", () => {
  test("a renamed header is noticed, and the Settings can take it over", async () => {
    const { session, sheet, schema, field } = await setUp();
    put(sheet, 0, 3, "再联系");
    await session.check();
    expect(session.schema.getState().drift).toEqual([
      { kind: "column", field: "nextDate", header: "下次跟进日期", now: "再联系" },
    ]);
    await session.schema.answer(session.schema.getState().drift[0]!, "takeNew");
    expect(session.schema.getState().drift).toEqual([]);
    expect(schema().fields[field("nextDate")]?.header).toBe("再联系");
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().plan?.actions).toEqual([]);
  });

  test("or put back, even where the list cannot be read without it", async () => {
    const { session, sheet } = await setUp();
    put(sheet, 0, 0, "谁");
    await session.check();
    expect(session.getState().problem).toMatchObject({ kind: "refusal" });
    const [drift] = session.schema.getState().drift;
    expect(drift).toMatchObject({ field: "customer", now: "谁" });
    await session.schema.answer(drift!, "putBack");
    expect(cellAt(sheet, 0, 0)).toBe("客户名称");
    expect(session.getState().problem).toBeNull();
  });

  test("a deleted column is added again, blank, with its rules", async () => {
    const { session, sheet, book, schema, field } = await setUp();
    const table = book.tables.find(({ name }) => name === "FollowUps")!;
    for (const row of sheet.rows) row.splice(3, 1);
    table.area = { ...table.area, columns: table.area.columns - 1 };
    await session.check();
    const [drift] = session.schema.getState().drift;
    expect(drift).toEqual({ kind: "column", field: "nextDate", header: "下次跟进日期", now: null });
    await session.schema.answer(drift!, "addColumn");
    expect(session.schema.getState().drift).toEqual([]);
    expect(schema().fields[field("nextDate")]?.header).toBe("下次跟进日期");
    const at = table.area.columns - 1;
    expect(cellAt(sheet, 0, at)).toBe("下次跟进日期");
    expect(sheet.validations.get(`1,${at}`)?.rule.type).toBe("date");
  });

  test("a table that lost its name gets it back", async () => {
    const { session, book } = await setUp();
    applyAll(book, [{ kind: "renameTable", from: "FollowUps", to: "表1" }]);
    await session.check();
    expect(session.schema.getState().drift).toEqual([{ kind: "table", now: "表1", sheet: "客户" }]);
    await session.schema.answer(session.schema.getState().drift[0]!, "putBack");
    expect(session.getState().installed).toBe(true);
    expect(session.schema.getState().drift).toEqual([]);
  });

  test("a column that somebody adds is nobody's business, and a notice put aside stays aside", async () => {
    const { session, sheet } = await setUp();
    put(sheet, 0, 5, "级别");
    await session.check();
    expect(session.schema.getState().drift).toEqual([]);
    put(sheet, 0, 4, "座机");
    await session.check();
    const [drift] = session.schema.getState().drift;
    await session.schema.answer(drift!, null);
    await session.check();
    expect(session.schema.getState().drift).toEqual([]);
  });
});
