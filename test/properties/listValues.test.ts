/** Values of lists as people leave them: spellings, placeholders, other names, numbers, several in one cell, and any answers to what is asked. */
import fc from "fast-check";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import type { ValueAnswer, ValueAnswers } from "../../src/domain/listValues/answers";
import { isFilled } from "../../src/domain/listValues/countValues";
import { valueMapper } from "../../src/domain/listValues/mapper";
import { percentIfShares, type ShowNumber } from "../../src/domain/listValues/shown";
import { valuesOf } from "../../src/domain/listValues/values";
import type { Schema } from "../../src/domain/schema/field";
import { proposeSchema } from "../../src/domain/settings/proposeSchema";
import { splitMulti } from "../../src/domain/values/multiList";
import { foldText } from "../../src/domain/values/text";
import type { CellValue } from "../../src/domain/values/value";
import { valueKey } from "../../src/domain/values/valueKey";
import { listRecords } from "../support/listRecords";

type Columns = Partial<Record<FieldId, readonly CellValue[]>>;

const space = fc.constantFrom("", "", "", " ", "\u00a0", "\u3000", "\u200b", "  ");
const name = fc.constantFrom(
  ...["王磊", "王 磊", "李静", "Ann Lee", "ann lee", "ＡＢ", "王*", "~李", "=谈判", "<待定>", ">50%"],
  ...[
    "成交",
    "成 交",
    "已签约",
    "Closed Won",
    "Won",
    "流失",
    "合同谈判",
    "洽谈中",
    "观望",
    "试用",
    "A（重点）",
    "A(重点)",
  ],
  ...["10%", "30 %", "100%", "1-线索", "S1", "3", "展会/官网", "a,b"],
  ...["-", "—", "/", "N/A", "请选择", "-- Select --", "无", "待定", "--", "None"],
);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(space, name, space).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.tuple(name, fc.constantFrom("、", ",", "; ", "/"), name).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(0, 0.1, 0.3, 1, 3, true) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>("", " ", "\u00a0", "#N/A") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
);

const fields = ["customerType", "owner", "coOwners", "source", "stage", "reason", "tags"] as const;
const columns: fc.Arbitrary<Columns> = fc
  .array(fc.tuple(...fields.map(() => cell)), { maxLength: 25 })
  .map((rows) => Object.fromEntries(fields.map((field, at) => [field, rows.map((row) => row[at] ?? "")])));

/** What people choose: for a value, also one that stands there no more, one of the entries that are offered or anything else. */
const choices = fc.array(fc.tuple(fc.constantFrom(...fields), name, fc.nat(6), fc.nat(20)), { maxLength: 6 });

function answersOf(
  chosen: readonly (readonly [field: FieldId, value: string, kind: number, entry: number])[],
  cells: Columns,
  schema: Schema | null,
): ValueAnswers {
  const offered = new Map(valuesOf(listRecords(cells), schema, "zh-CN").map(({ field, entries }) => [field, entries]));
  const answers = new Map<FieldId, Map<string, ValueAnswer>>();
  for (const [field, value, kind, at] of chosen) {
    const all = offered.get(field) ?? [];
    // Beside others in one cell nobody can tell an entry that looks like several from those.
    const entries =
      field === "coOwners" || field === "tags"
        ? all.filter((one) => splitMulti(one, []).every((part) => part === one))
        : all;
    const entry = entries[at % Math.max(1, entries.length)];
    const others: readonly ValueAnswer[] = [{ kind: "own", stage: null }, { kind: "blank" }, { kind: "leave" }];
    const answer = others[kind] ?? (entry === undefined ? { kind: "leave" } : { kind: "entry", entry });
    answers.set(field, (answers.get(field) ?? new Map<string, ValueAnswer>()).set(valueKey(value), answer));
  }
  return answers;
}

const proposedFrom = (cells: Columns): Schema => proposeSchema(listRecords(cells), () => "x", "zh-CN", new Map());
/** Settings that know some of what stands there, or none. */
const settings = fc.option(columns.map(proposedFrom));

/** @param show how the sheet shows numbers among the stages */
function mappedBy(cells: Columns, schema: Schema | null, given: ValueAnswers, show?: ShowNumber): Columns {
  const map = valueMapper(valuesOf(listRecords(cells), schema, "zh-CN", given, show), given);
  return Object.fromEntries(
    fields.map((field) => [field, (cells[field] ?? []).map((value) => map(field, value) ?? value)]),
  );
}

test("values that are mapped stay as they are when they are mapped again, whatever was answered", () => {
  fc.assert(
    fc.property(columns, settings, choices, (cells, schema, chosen) => {
      const given = answersOf(chosen, cells, schema);
      // Values that become others change nothing of how the sheet shows those that stay.
      const show = percentIfShares(cells.stage ?? []);
      const once = mappedBy(cells, schema, given, show);
      expect(mappedBy(once, schema, given, show)).toEqual(once);
    }),
  );
});

test("each filled cell is counted with one value, and no two values are the same", () => {
  fc.assert(
    fc.property(columns, settings, (cells, schema) => {
      for (const { field, values, separator, shown } of valuesOf(listRecords(cells), schema, "zh-CN", new Map())) {
        const keys = values.map(({ value }) => valueKey(value));
        expect(new Set(keys).size).toBe(keys.length);
        if (separator !== null) continue;
        const filled = cells[field]?.filter(isFilled) ?? [];
        expect(values.reduce((sum, each) => sum + each.cells, 0)).toBe(filled.length);
        expect(keys).toEqual(expect.arrayContaining(filled.map((value) => valueKey(shown.get(value) ?? value))));
      }
    }),
  );
});

test("once mapped, nothing is left to be written otherwise, and nothing to be blank; only people may still look like one another", () => {
  fc.assert(
    fc.property(columns, settings, (cells, schema) => {
      const mapped = mappedBy(cells, schema, new Map());
      for (const { values } of valuesOf(listRecords(mapped), schema, "zh-CN", new Map())) {
        const left = values.filter(({ because }) => ["spelling", "synonym", "placeholder"].includes(because));
        expect(left.filter(({ like }) => like === null)).toEqual([]);
      }
    }),
  );
});

test("a proposed schema has each kind of stage, and no list of it has one value twice", () => {
  fc.assert(
    fc.property(columns, choices, (cells, chosen) => {
      const given = answersOf(chosen, cells, null);
      const { stages, owners, types, reasons, lists } = proposeSchema(listRecords(cells), () => null, "zh-CN", given);
      expect(new Set(stages.map(({ kind }) => kind)).size).toBe(4);
      const named = [stages, owners, types, reasons].map((list) => list.map((each) => each.name));
      for (const names of [...named, ...lists.map(({ entries }) => entries)]) {
        expect(new Set(names.map(valueKey)).size).toBe(names.length);
      }
      expect(new Set(stages.map((each) => foldText(each.name))).size).toBe(stages.length);
    }),
    // A stage of the sheet's own in another spelling than the standard one that was chosen for another value.
    { examples: [[{ stage: ["王磊", "流失", "~李", "成 交"] }, [["stage", "王磊", 3, 9]]]] },
  );
});
