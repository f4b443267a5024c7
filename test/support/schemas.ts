import { fieldKinds } from "../../src/domain/kinds/allKinds";
import { readSettings } from "../../src/domain/settings/readSettings";
import { isKnownField, knownFieldIds, ownField } from "../../src/domain/schema/fieldIds";
import fc from "fast-check";
import type { CellValue } from "../../src/domain/values/value";
import { blockArea } from "../../src/domain/workbook/layout";
import { settingsTables, type SettingsTable } from "../../src/domain/schema/settingsNames";
import { columnKeys } from "../../src/domain/settings/column";
import { entryTables, type ColumnOf, type EntryTableId } from "../../src/domain/settings/tables";
import { newSettingsSheet, settingsCellNames } from "../../src/domain/settings/settingsSheet";
import type { BookSnapshot, TableFacts, ValueGrid } from "../../src/domain/workbook/snapshot";
import { defaultField } from "../../src/domain/schema/defaults";
import {
  knownListKeys,
  levels,
  outcomes,
  stageKinds,
  type Condition,
  type Field,
  type Schema,
  type SimpleCondition,
} from "../../src/domain/schema/field";
import { cellAddress } from "../../src/domain/workbook/area";
import type { Language } from "../../src/domain/values/language";
import { workbookText } from "../../src/domain/schema/workbookText";

/** Title of the Settings sheet that `writtenSettings` makes. */
export const settingsTitle = "设置";

/** The new Settings sheet as the workbook would show it: tables and a grid over its cells. */
export function writtenSettings(schema: Schema, language: Language) {
  const { layout, tables } = newSettingsSheet(settingsTitle, schema, language);
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
  const grid: ValueGrid = { sheet: settingsTitle, area: layout.extent, values };
  const book: BookSnapshot = {
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    activeSheet: settingsTitle,
    sheets: [],
    tables: tables.map(({ name, area }): TableFacts => ({
      name,
      sheet: settingsTitle,
      area,
      headers: [],
      totals: false,
    })),
    names: [...settingsCellNames(settingsTitle)],
  };
  const place = (table: SettingsTable) => book.tables.find(({ name }) => name === settingsTables[table])!.area;
  /** Position of a cell of a table's body. */
  const at = <T extends EntryTableId>(table: T, row: number, column: ColumnOf<T>) => {
    const columns = columnKeys(entryTables[table].columns);
    const area = place(table);
    return { row: area.row + 1 + row, column: area.column + columns.indexOf(column) };
  };
  return {
    book,
    grid,
    read: (tables: readonly TableFacts[] = book.tables) => readSettings({ ...book, tables }, grid, language),
    place,
    put: <T extends EntryTableId>(table: T, row: number, column: ColumnOf<T>, value: CellValue) => {
      const cell = at(table, row, column);
      values[cell.row]![cell.column] = value;
      return cellAddress(cell.row, cell.column);
    },
    values,
  };
}

const word = fc
  .string({
    minLength: 1,
    maxLength: 8,
    unit: fc.constantFrom(...'客户成交流失aB1 =?、,;："且和或&', " and ", " 或 ", "总是"),
  })
  .map((text) => `${text.trim()}x`);
const list = (most: number) => fc.uniqueArray(word, { maxLength: most, selector: (text) => text.toLowerCase() });
const days = fc.option(fc.integer({ min: 0, max: 90 }));

/** Schemas as a team can have them: any names, rules, lists and days, of whatever length. */
export const schemas: fc.Arbitrary<Schema> = fc
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
      Object.values(workbookText).flatMap((words) =>
        Object.values(words.settings.lists).map((name) => name.toLowerCase()),
      ),
    );
    return !ownLists.some((name) => known.has(name.toLowerCase())) && ownFields.every((name) => name !== "");
  })
  .chain((names) => {
    const own = names.ownFields.map(ownField);
    const asking: fc.Arbitrary<SimpleCondition> = fc.oneof(
      fc.constant<SimpleCondition>({ kind: "open" }),
      fc.constantFrom(...outcomes).map((outcome): SimpleCondition => ({ kind: "outcome", outcome })),
      fc
        .uniqueArray(fc.constantFrom(...knownFieldIds, ...own), { minLength: 1, maxLength: 3 })
        .map((fields): SimpleCondition => ({ kind: "oneOf", fields })),
      ...(names.stages.length === 0
        ? []
        : [fc.constantFrom(...names.stages).map((name): SimpleCondition => ({ kind: "fromStage", stage: name }))]),
      ...(names.types.length === 0
        ? []
        : [fc.constantFrom(...names.types).map((type): SimpleCondition => ({ kind: "customerType", type }))]),
    );
    const condition: fc.Arbitrary<Condition> = fc.oneof(
      fc.constant<Condition>({ kind: "always" }),
      asking,
      fc
        .uniqueArray(asking, { minLength: 2, maxLength: 3, selector: (each) => JSON.stringify(each) })
        .map((of): Condition => ({ kind: "all", of })),
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
        ...names.owners.map((name) =>
          fc.record({
            name: fc.constant(name),
            team: fc.oneof(word, fc.constant("")),
            monthTarget: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
          }),
        ),
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
