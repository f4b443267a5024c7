import { usualRules } from "../support/choices";
import fc from "fast-check";
import { languageName, settingsTables } from "../../src/domain/schema/settingsNames";
import { newSettingsSheet } from "../../src/domain/settings/settingsSheet";
import type { Field, Schema } from "../../src/domain/schema/field";
import { absoluteAddress, cellAddress } from "../../src/domain/workbook/area";
import type { Language } from "../../src/domain/values/language";
import { leaveOutRefused } from "../support/adoptable";
import { inMemorySession } from "../support/inMemorySession";
import {
  cellAt,
  newInMemoryWorkbook,
  inMemoryPort,
  put,
  sheetOf,
  type InMemoryCell,
  type InMemoryWorkbook,
} from "../support/inMemoryWorkbook";
import { schemas } from "../support/schemas";
import { madeUpSheet, reviewDay, type MadeUpSheet } from "../support/sheets";

const size = { minLength: 1, maxLength: 12 };
const anySheet = fc.oneof(madeUpSheet("zh-CN", size), madeUpSheet("en", size));
const place = fc.record({ row: fc.integer({ min: 0, max: 3 }), column: fc.integer({ min: 0, max: 30 }) });

async function setUp({ headers, rows, language }: MadeUpSheet, at: { row: number; column: number }) {
  const book = newInMemoryWorkbook("客户 list", [headers, ...rows], at);
  const before = structuredClone(sheetOf(book, "客户 list").rows);
  const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, language);
  await session.planSetUp(language, usualRules);
  leaveOutRefused(session);
  const first = session.getState().plan;
  await session.applySetUp();
  expect(session.getState().problem).toBeNull();
  return { book, before, session, first: first! };
}

describe("a set-up that was carried out", () => {
  test("leaves nothing to do for a second one, in whatever language the pane is", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, place, async (sheet, at) => {
        const { session, first } = await setUp(sheet, at);
        expect(first.actions.length).toBeGreaterThan(0);
        const other = sheet.language === "en" ? "zh-CN" : "en";
        await session.planSetUp(other, usualRules);
        const second = session.getState().plan!;
        expect(second.actions).toEqual([]);
        expect(second.changes).toEqual([]);
        expect(second.language).toBe(sheet.language);
        expect(second.schema).toEqual({ ...first.schema, fields: second.schema.fields });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps every cell that somebody had filled, but for those that the preview named", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, place, async (sheet, at) => {
        const { book, before, first } = await setUp(sheet, at);
        const named = new Map(first.adoption?.cells.map(({ row, column, to }) => [cellAddress(row, column), to]));
        const inPlace = first.adoption?.target === "inPlace";
        const after = sheetOf(book, "客户 list");
        before.forEach((row, r) =>
          row.forEach((cell: InMemoryCell, c) => {
            const to = inPlace ? named.get(cellAddress(r, c)) : undefined;
            if (cell !== "") expect(cellAt(after, r, c)).toEqual(to ?? cell);
          }),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("finds the same wrong cells as the look before it, but for those that it put right", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, async (sheet) => {
        const book = newInMemoryWorkbook("S", [sheet.headers, ...sheet.rows]);
        const session = inMemorySession(inMemoryPort(book, reviewDay), reviewDay, sheet.language);
        await session.check();
        const before = session.getState().check!;
        await session.planSetUp(sheet.language, usualRules);
        leaveOutRefused(session);
        const { adoption } = session.getState().plan!;
        // On a sheet of its own rows have other places.
        fc.pre(adoption?.target === "inPlace");
        // A cell that was put right can be held against others of its row now: a date that was none before.
        const changed = new Set(adoption?.cells.map(({ row }) => row + 1));
        await session.applySetUp();
        const after = session.getState().check!;
        const standing = ({ findings }: typeof after) =>
          findings.filter(({ row, reason }) => !changed.has(row) || reason.rule === "required");
        expect(standing(after)).toEqual(standing(before));
        expect(after.figures).toEqual(before.figures);
        expect(after.due).toEqual(before.due);
      }),
      { numRuns: 40 },
    );
  });

  test("keeps the review day's and language's names on the Settings sheet", async () => {
    const { book } = await setUp(
      { language: "en", headers: ["Customer", "Stage"], rows: [["A", "Won"]] },
      { row: 0, column: 0 },
    );
    expect(book.names.get(languageName)).toBe(
      `=${absoluteAddress("Follow-up Settings", { row: 3, column: 1, rows: 1, columns: 1 })}`,
    );
  });
});

/** The workbook's Settings as another team has them: its own words, rules, limits, lists and days, on the columns that the sheet has. */
function useSchema(book: InMemoryWorkbook, schema: Schema, language: Language): void {
  const ours = new Set<string>(Object.values(settingsTables));
  const title = book.tables.find(({ name }) => ours.has(name))!.sheet;
  const kept = book.tables.filter(({ name }) => !ours.has(name));
  book.tables.splice(0, book.tables.length, ...kept);
  const sheet = sheetOf(book, title);
  sheet.rows.splice(0);
  sheet.validations.clear();
  const { layout, tables } = newSettingsSheet(title, schema, language);
  for (const block of layout.blocks) {
    block.cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell !== null) put(sheet, block.row + r, block.column + c, cell);
      }),
    );
  }
  for (const { name, area } of tables) book.tables.push({ name, sheet: title, area, totals: false });
}

test("rules that another team has in its Settings are installed once, whatever they are", async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, schemas, async (sheet, schema) => {
      const { book, session, first } = await setUp(sheet, { row: 0, column: 0 });
      const headerOf = new Map(
        [...first.schema.fields].flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])),
      );
      headerOf.set("id", sheet.language === "en" ? "Customer ID" : "客户编号");
      const fields = schema.fields.map((field): Field => ({ ...field, header: headerOf.get(field.id) ?? null }));
      useSchema(book, { ...schema, fields }, sheet.language);
      await session.planSetUp(sheet.language, usualRules);
      expect(session.getState().problem).toBeNull();
      const plan = session.getState().plan!;
      // What is written can be read: nothing of it is taken for a fault and mended away.
      expect(plan.changes.filter(({ kind }) => kind === "settings")).toEqual([]);
      expect(plan.left).toEqual([]);
      await session.applySetUp();
      expect(session.getState().problem).toBeNull();
      await session.planSetUp(sheet.language, usualRules);
      expect(session.getState().plan!.actions).toEqual([]);
      await session.health.look();
      expect(session.health.getState().health).toMatchObject({ items: [], left: [], asks: [], refusal: null });
    }),
    { numRuns: 80 },
  );
});

describe("setting up again repairs", () => {
  const sheet: MadeUpSheet = {
    language: "zh-CN",
    headers: ["客户名称", "阶段", "负责人", "下次跟进日期"],
    rows: [
      ["甲", "线索", "张敏", reviewDay],
      ["乙", "成交", "李强", ""],
    ],
  };

  test("a formula that somebody typed over in the last row", async () => {
    const { book, session, first } = await setUp(sheet, { row: 0, column: 0 });
    const list = sheetOf(book, "客户 list");
    const formulaColumn = first.matches.length + 1;
    expect(cellAt(list, 2, formulaColumn)).toHaveProperty("formula");
    put(list, 2, formulaColumn, "手填");
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().plan!.actions.map(({ kind }) => kind)).toEqual(["fillFormula"]);
  });

  test("the list names when the Settings have got another owner", async () => {
    const { book, session } = await setUp(sheet, { row: 0, column: 0 });
    const owners = book.tables.find(({ name }) => name === "FollowUpOwners")!;
    put(sheetOf(book, owners.sheet), owners.area.row + owners.area.rows, owners.area.column, "王芳");
    owners.area = { ...owners.area, rows: owners.area.rows + 1 };
    await session.planSetUp("zh-CN", usualRules);
    const plan = session.getState().plan!;
    expect(plan.schema.owners.map(({ name }) => name)).toEqual(["张敏", "李强", "王芳"]);
    expect(plan.actions).toContainEqual({
      kind: "setName",
      name: "FU_Owners",
      formula: expect.stringMatching(/\$8:\$Z\$10$/),
    });
    await session.applySetUp();
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().plan!.actions).toEqual([]);
  });

  test("a highlight that was deleted, without doubling the others", async () => {
    const { book, session } = await setUp(sheet, { row: 0, column: 0 });
    const list = sheetOf(book, "客户 list");
    const count = list.highlights.length;
    list.highlights.pop();
    await session.planSetUp("zh-CN", usualRules);
    await session.applySetUp();
    expect(list.highlights).toHaveLength(count);
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().plan!.actions).toEqual([]);
  });

  test("nothing where another table stands on the same sheet", async () => {
    const { book, session } = await setUp(sheet, { row: 0, column: 0 });
    const list = sheetOf(book, "客户 list");
    [
      ["a", "b"],
      [1, 2],
    ].forEach((row, r) => row.forEach((cell, c) => put(list, 20 + r, 20 + c, cell)));
    book.tables.unshift({
      name: "Other",
      sheet: "客户 list",
      area: { row: 20, column: 20, rows: 2, columns: 2 },
      totals: false,
    });
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().problem).toBeNull();
    expect(session.getState().plan!.actions).toEqual([]);
  });

  test("the ID of a customer that was typed in below", async () => {
    const { book, session, first } = await setUp(sheet, { row: 0, column: 0 });
    const table = book.tables.find(({ name }) => name === "FollowUps")!;
    table.area = { ...table.area, rows: table.area.rows + 1 };
    const list = sheetOf(book, "客户 list");
    put(list, 3, 0, "丙");
    for (let column = first.matches.length + 1; column < table.area.columns; column += 1) {
      put(list, 3, column, cellAt(list, 2, column));
    }
    await session.planSetUp("zh-CN", usualRules);
    await session.applySetUp();
    expect(cellAt(list, 3, first.matches.length)).toMatch(/^C\d+$/);
    await session.planSetUp("zh-CN", usualRules);
    expect(session.getState().plan!.actions).toEqual([]);
  });
});
