import fc from "fast-check";
import type { CellValue } from "../cells/value";
import { blockArea } from "../plan/layout";
import { settingsCellNames, newSettingsSheet } from "../plan/settingsSheet";
import { settingsColumns, settingsTables, type SettingsColumns, type SettingsTable } from "../plan/settingsNames";
import type { BookSnapshot, TableFacts, ValueGrid } from "../plan/snapshot";
import { cellAddress } from "../sheet/area";
import type { Language } from "../words/language";
import { workbookWords } from "../words/workbookWords";
import { defaultField } from "./defaults";
import {
  fieldKinds,
  isKnownField,
  knownFieldIds,
  knownListKeys,
  levels,
  outcomes,
  ownField,
  stageKinds,
  type Condition,
  type Field,
  type Schema,
} from "./field";
import { owners, schemaStub, stage } from "./schemaStub";
import { readSettings } from "./settings";

const title = "设置";

/** The new Settings sheet as the workbook would show it: tables and a grid over its cells. */
function written(schema: Schema, language: Language) {
  const { layout, tables } = newSettingsSheet(title, schema, language);
  const values: CellValue[][] = Array.from({ length: layout.extent.rows }, () =>
    Array<CellValue>(layout.extent.columns).fill(""),
  );
  for (const block of layout.blocks) {
    const { row, column } = blockArea(block);
    block.cells.forEach((cells, r) =>
      cells.forEach((cell, c) => {
        if (cell !== null && typeof cell !== "object") values[row + r]![column + c] = cell;
      }),
    );
  }
  const grid: ValueGrid = { sheet: title, area: layout.extent, values };
  const book: BookSnapshot = {
    readOnly: false,
    dateSystem: 1900,
    activeSheet: title,
    sheets: [],
    tables: tables.map(({ name, area }): TableFacts => ({ name, sheet: title, area, headers: [], totals: false })),
    names: [...settingsCellNames(title)],
  };
  const place = (table: SettingsTable) => book.tables.find(({ name }) => name === settingsTables[table])!.area;
  /** Position of a cell of a table's body. */
  const at = <T extends keyof SettingsColumns>(table: T, row: number, column: SettingsColumns[T]) => {
    const columns: readonly SettingsColumns[T][] = settingsColumns[table];
    const area = place(table);
    return { row: area.row + 1 + row, column: area.column + columns.indexOf(column) };
  };
  return {
    book,
    read: (tables: readonly TableFacts[] = book.tables) => readSettings({ ...book, tables }, grid, language),
    place,
    put: <T extends keyof SettingsColumns>(table: T, row: number, column: SettingsColumns[T], value: CellValue) => {
      const cell = at(table, row, column);
      values[cell.row]![cell.column] = value;
      return cellAddress(cell.row, cell.column);
    },
    values,
  };
}

const word = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'客户成交流失aB1 =?、,;："') })
  .map((text) => `${text.trim()}x`);
const list = (most: number) => fc.uniqueArray(word, { maxLength: most, selector: (text) => text.toLowerCase() });
const days = fc.option(fc.integer({ min: 0, max: 90 }));

const schemas: fc.Arbitrary<Schema> = fc
  .record({
    stages: list(9),
    types: list(5),
    owners: list(12),
    reasons: list(4),
    ownLists: list(2),
    ownFields: list(3),
  })
  .filter(({ ownFields, ownLists }) => {
    const known = new Set(
      Object.values(workbookWords).flatMap((words) =>
        Object.values(words.settings.lists).map((name) => name.toLowerCase()),
      ),
    );
    return !ownLists.some((name) => known.has(name.toLowerCase())) && ownFields.every((name) => name !== "");
  })
  .chain((names) => {
    const own = names.ownFields.map(ownField);
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.constant<Condition>({ kind: "always" }),
      fc.constant<Condition>({ kind: "open" }),
      fc.constantFrom(...outcomes).map((outcome): Condition => ({ kind: "outcome", outcome })),
      fc
        .uniqueArray(fc.constantFrom(...knownFieldIds, ...own), { minLength: 1, maxLength: 3 })
        .map((fields): Condition => ({ kind: "oneOf", fields })),
      ...(names.stages.length === 0
        ? []
        : [fc.constantFrom(...names.stages).map((name): Condition => ({ kind: "fromStage", stage: name }))]),
      ...(names.types.length === 0
        ? []
        : [fc.constantFrom(...names.types).map((type): Condition => ({ kind: "customerType", type }))]),
    );
    const field = (id: Field["id"]): fc.Arbitrary<Field> =>
      fc.record({
        id: fc.constant(id),
        kind: isKnownField(id) ? fc.constant(defaultField(id, null).kind) : fc.constantFrom(...fieldKinds),
        header: fc.option(word),
        requiredWhen: fc.array(condition, { maxLength: 3 }),
        level: fc.constantFrom(...levels),
        columnRequired: fc.boolean(),
        list: isKnownField(id)
          ? fc.constant(defaultField(id, null).list)
          : fc.constantFrom(null, ...knownListKeys, ...names.ownLists),
        unique: fc.boolean(),
        min: fc.option(fc.integer({ min: -100, max: 100 })),
        max: fc.option(fc.integer({ min: -100, max: 100_000 })),
        pattern: fc.option(word),
        hint: fc.option(word),
      });
    const entries = (texts: readonly string[]) => fc.constant(texts);
    return fc.record({
      fields: fc.tuple(...[...knownFieldIds, ...own].map(field)),
      stages: fc.tuple(
        ...names.stages.map((name) =>
          fc.record({
            name: fc.constant(name),
            kind: fc.constantFrom(...stageKinds),
            staleDays: fc.integer({ min: 0, max: 90 }),
            warnDays: days,
            stuckDays: days,
            probability: fc.option(fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20)),
            nextOwner: fc.option(word),
          }),
        ),
      ),
      types: fc.tuple(
        ...names.types.map((name) => fc.record({ name: fc.constant(name), staleDays: days, keyAccount: fc.boolean() })),
      ),
      owners: fc.tuple(
        ...names.owners.map((name) => fc.record({ name: fc.constant(name), team: fc.oneof(word, fc.constant("")) })),
      ),
      reasons: fc.tuple(
        ...names.reasons.map((name) =>
          fc.record({ name: fc.constant(name), outcome: fc.option(fc.constantFrom(...outcomes)), revisitDays: days }),
        ),
      ),
      lists: fc.tuple(
        ...knownListKeys.map((key) => fc.record({ key: fc.constant(key), entries: list(5) })),
        ...names.ownLists.map((key) => fc.record({ key: fc.constant(key), entries: entries(["a", "b"]) })),
      ),
      calendar: fc.record({
        counting: fc.constantFrom("calendar", "working"),
        off: fc.uniqueArray(fc.integer({ min: 46_000, max: 46_400 }), { maxLength: 5 }),
        // Saturdays: a make-up day stands on a weekend.
        on: fc.uniqueArray(
          fc.integer({ min: 0, max: 40 }).map((weeks) => 46_004 + 7 * weeks),
          { maxLength: 3 },
        ),
      }),
    });
  });

test.each(["zh-CN", "en"] as const)(
  "a schema written to a %s Settings sheet is read back as it was, without complaint",
  (language) => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const { settings, issues } = written(schema, language).read();
        expect(settings).toEqual(schema);
        expect(issues).toEqual([]);
      }),
    );
  },
);

test("its tables do not touch each other, and every one has a row to type into", () => {
  const { book } = written(schemaStub({ lists: [{ key: "source", entries: [] }] }), "en");
  const areas = book.tables.map(({ area }) => area);
  for (const { rows } of areas) expect(rows).toBeGreaterThanOrEqual(2);
  const ends = areas.map(({ column, columns }) => [column, column + columns] as const).sort(([a], [b]) => a - b);
  ends.slice(1).forEach(([start], index) => expect(start).toBeGreaterThan(ends[index]![1]));
});

describe("what people make of the tables", () => {
  const schema = schemaStub({
    fields: knownFieldIds.map((id) => defaultField(id, id === "customer" ? "客户" : null)),
    stages: [stage("线索", "open", 3), stage("成交", "won")],
    types: [{ name: "重点客户", staleDays: 3, keyAccount: true }],
    owners: owners("张敏", "李强"),
    lists: knownListKeys.map((key) => ({ key, entries: ["一", "二"] })),
  });
  const fresh = () => written(schema, "zh-CN");
  const customerRow = knownFieldIds.indexOf("customer");

  test("a limit that is no number means the default, and is reported with its cell", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 0, "staleDays", "三天");
    const { settings, issues } = sheet.read();
    expect(settings.stages?.[0]?.staleDays).toBe(0);
    expect(issues).toEqual([{ problem: { kind: "notANumber", value: "三天" }, table: "stages", sheet: title, cell }]);
  });

  test("a name cleared in the middle is passed over, and the gap is reported", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 0, "name", " ");
    const { settings, issues } = sheet.read();
    expect(settings.stages?.map(({ name }) => name)).toEqual(["成交"]);
    expect(issues).toEqual([{ problem: { kind: "gap" }, table: "stages", sheet: title, cell }]);
  });

  test("a table that is gone is null and reported, the others are still read", () => {
    const { book, read } = fresh();
    const { settings, issues } = read(book.tables.filter(({ name }) => name !== "FollowUpOwners"));
    expect(settings.owners).toBeNull();
    expect(settings.stages).toHaveLength(2);
    expect(issues).toEqual([{ problem: { kind: "tableMissing" }, table: "owners", sheet: null, cell: null }]);
  });

  test("a word that is none of the choices falls back to the field's own, and the choices are named", () => {
    const sheet = fresh();
    const cell = sheet.put("fields", customerRow, "level", "很严格");
    const { settings, issues } = sheet.read();
    expect(settings.fields?.find(({ id }) => id === "customer")).toMatchObject({ level: "require", header: "客户" });
    expect(issues).toMatchObject([{ problem: { kind: "unknownWord", allowed: ["看", "提醒", "要求"] }, cell }]);
    sheet.put("fields", customerRow, "level", "observe");
    expect(sheet.read().settings.fields?.find(({ id }) => id === "customer")?.level).toBe("observe");
  });

  test("the second of two equal stages does not count, and is reported", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 1, "name", "线索");
    const { settings, issues } = sheet.read();
    expect(settings.stages).toHaveLength(1);
    expect(issues).toEqual([{ problem: { kind: "duplicate", value: "线索" }, table: "stages", sheet: title, cell }]);
  });

  test("a renamed header is reported; its column counts as blank", () => {
    const sheet = fresh();
    const { row, column } = sheet.place("stages");
    sheet.values[row]![column + 2] = "天数";
    const { settings, issues } = sheet.read();
    expect(settings.stages?.map(({ staleDays }) => staleDays)).toEqual([0, 0]);
    expect(issues).toMatchObject([{ problem: { kind: "columnMissing", header: "停滞天数" }, table: "stages" }]);
  });

  test("a row of a name that nobody knows is a field of the team's own, and the known field that went is reported", () => {
    const sheet = fresh();
    sheet.put("fields", knownFieldIds.indexOf("note"), "name", "合同编号");
    sheet.put("fields", knownFieldIds.indexOf("note"), "header", "合同号");
    const { settings, issues } = sheet.read();
    expect(settings.fields?.at(-1)).toMatchObject({ id: "own:合同编号", header: "合同号", kind: "longText" });
    expect(issues).toMatchObject([{ problem: { kind: "fieldMissing", field: "note" } }]);
  });

  test.each<[string, Field["requiredWhen"]]>([
    ["总是", [{ kind: "always" }]],
    ["", []],
    [
      "从阶段: 线索 ; 结果：流失，搁置",
      [
        { kind: "fromStage", stage: "线索" },
        { kind: "outcome", outcome: "lost" },
        { kind: "outcome", outcome: "parked" },
      ],
    ],
    ["类型：重点客户", [{ kind: "customerType", type: "重点客户" }]],
    ["one of: Phone, 微信、邮箱", [{ kind: "oneOf", fields: ["phone", "wechat", "mail"] }]],
  ])("when a field is required can be written as %j", (text, expected) => {
    const sheet = fresh();
    sheet.put("fields", customerRow, "requiredWhen", text);
    const { settings, issues } = sheet.read();
    expect(settings.fields?.find(({ id }) => id === "customer")?.requiredWhen).toEqual(expected);
    expect(issues).toEqual([]);
  });

  test.each(["有空再填", "从阶段", "结果：很好", "总是：线索"])(
    "%j is no condition: the default stays, and it is reported",
    (text) => {
      const sheet = fresh();
      const cell = sheet.put("fields", customerRow, "requiredWhen", text);
      const { settings, issues } = sheet.read();
      expect(settings.fields?.find(({ id }) => id === "customer")?.requiredWhen).toEqual([{ kind: "always" }]);
      expect(issues).toEqual([
        { problem: { kind: "unreadableCondition", value: text }, table: "fields", sheet: title, cell },
      ]);
    },
  );

  test.each(["从阶段：签约", "类型：大客户", "之一：电话、钉钉"])(
    "%j names what there is not, and is reported",
    (text) => {
      const sheet = fresh();
      sheet.put("fields", customerRow, "requiredWhen", text);
      expect(sheet.read().issues).toMatchObject([{ problem: { kind: "unknownName" } }]);
    },
  );

  test("a probability written as 60 is 60 %", () => {
    const sheet = fresh();
    sheet.put("stages", 0, "probability", 60);
    expect(sheet.read().settings.stages?.[0]?.probability).toBe(0.6);
  });
});
