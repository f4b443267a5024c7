import fc from "fast-check";
import type { CellValue } from "../cells/value";
import { blockArea } from "../plan/layout";
import { newSettingsSheet } from "../plan/settingsSheet";
import type { TableFacts, ValueGrid } from "../plan/snapshot";
import type { Language } from "../words/language";
import { workbookWords } from "../words/workbookWords";
import { fieldDefaults } from "./defaults";
import { fieldIds, levels, stageKinds, type Schema } from "./field";
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
  const facts = tables.map(({ name, area }): TableFacts => ({ name, sheet: title, area, headers: [], totals: false }));
  return { grid, facts, values };
}

const word = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."客户成交流失aB1 =?") })
  .map((text) => `${text.trim()}x`);
const list = (most: number) => fc.uniqueArray(word, { maxLength: most, selector: (text) => text.toLowerCase() });
const schemas: fc.Arbitrary<Schema> = fc.record({
  fields: fc.tuple(
    ...fieldIds.map((id) =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constant(fieldDefaults[id].kind),
        header: fc.option(word),
        requiredWhen: fc.constantFrom("never", "always", "open"),
        level: fc.constantFrom(...levels),
      }),
    ),
  ),
  stages: list(9).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({
          name: fc.constant(name),
          kind: fc.constantFrom(...stageKinds),
          staleDays: fc.integer({ min: 0, max: 90 }),
        }),
      ),
    ),
  ),
  owners: list(12),
  lists: fc.record({ customerType: list(5), source: list(7), reason: list(3) }),
});

test.each(["zh-CN", "en"] as const)("a schema written to a %s Settings sheet is read back as it was", (language) => {
  fc.assert(
    fc.property(schemas, (schema) => {
      const { facts, grid } = written(schema, language);
      expect(readSettings(facts, grid)).toEqual(schema);
    }),
  );
});

test("its tables do not touch each other, and every one has a row to type into", () => {
  const empty: Schema = { fields: [], stages: [], owners: [], lists: { customerType: [], source: [], reason: [] } };
  const { facts } = written(empty, "en");
  for (const { area } of facts) expect(area.rows).toBeGreaterThanOrEqual(2);
  const ends = facts.map(({ area }) => [area.column, area.column + area.columns] as const).sort(([a], [b]) => a - b);
  ends.slice(1).forEach(([start], index) => expect(start).toBeGreaterThan(ends[index]![1]));
});

describe("what people make of the tables", () => {
  const schema: Schema = {
    fields: [],
    stages: [
      { name: "线索", kind: "open", staleDays: 3 },
      { name: "成交", kind: "won", staleDays: 7 },
    ],
    owners: ["张敏"],
    lists: { customerType: [], source: [], reason: [] },
  };
  const place = (facts: readonly TableFacts[], name: string) => facts.find((table) => table.name === name)!.area;

  test("a limit that is no number means the default", () => {
    const { facts, grid, values } = written(schema, "zh-CN");
    const { row, column } = place(facts, "FollowUpStages");
    values[row + 1]![column + 2] = "三天";
    expect(readSettings(facts, grid).stages?.[0]?.staleDays).toBe(0);
  });

  test("a row whose name was cleared is passed over", () => {
    const { facts, grid, values } = written(schema, "zh-CN");
    const { row, column } = place(facts, "FollowUpStages");
    values[row + 1]![column] = " ";
    expect(readSettings(facts, grid).stages?.map(({ name }) => name)).toEqual(["成交"]);
  });

  test("a table that is gone is null, the others are still read", () => {
    const { facts, grid } = written(schema, "zh-CN");
    const settings = readSettings(
      facts.filter(({ name }) => name !== "FollowUpOwners"),
      grid,
    );
    expect(settings.owners).toBeNull();
    expect(settings.stages).toHaveLength(2);
  });

  test("a level that is no known word falls back to the field's own", () => {
    const { facts, grid, values } = written(
      { ...schema, fields: [{ id: "customer", ...fieldDefaults.customer, header: "客户" }] },
      "zh-CN",
    );
    const { row, column } = place(facts, "FollowUpFields");
    values[row + 1]![column + 4] = "很严格";
    expect(readSettings(facts, grid).fields?.find(({ id }) => id === "customer")).toMatchObject({
      level: "require",
      header: "客户",
    });
    values[row + 1]![column + 4] = workbookWords["zh-CN"].level.observe;
    expect(readSettings(facts, grid).fields?.find(({ id }) => id === "customer")?.level).toBe("observe");
  });
});
