import fc from "fast-check";
import type { UpdateBase } from "../../src/domain/adoption/grow/base";
import { decodeBase, encodeBase, noBase } from "../../src/domain/adoption/grow/base";
import { pairRows } from "../../src/domain/adoption/grow/pairing";
import { planUpdate } from "../../src/domain/adoption/grow/planUpdate";
import { appendActions, baseAfter, changesOf, idsForNewRows } from "../../src/domain/adoption/grow/updateActions";
import { asInTheSheet, type UpdateSubject } from "../../src/domain/adoption/grow/updatePlan";
import type { CellValue } from "../../src/domain/values/value";
import { exportRows, sheetFields, updateSubject } from "../support/updateStub";

const name = fc.constantFrom(
  ...["远山能源", "远山能源有限公司", "青禾食品", "北辰物流", "新城建材", "待定", "", "Acme Inc.", "acme"],
);
const phone = fc.constantFrom<CellValue>("", "13800000001", "138 0000 0001", "13800000002", 13_800_000_003);
const cell = fc.constantFrom<CellValue>(
  "",
  " ",
  "李敏",
  "王强",
  "线索",
  "方案演示",
  "成交",
  12,
  46_241,
  "2026-08-07",
  true,
);

/** Rows of the sheet: each has an ID of its own. */
const listed = fc
  .array(fc.tuple(name, name, phone, cell, cell, cell, cell), { maxLength: 8 })
  .map((rows) => rows.map((row, at): readonly CellValue[] => [`C${at}`, ...row]));
const exported = fc
  .array(fc.tuple(fc.constantFrom<CellValue>("", "D1", "D2", "D3", 4), name, phone, cell, cell, cell), { maxLength: 8 })
  .map((rows) => exportRows(["id", "customer", "phone", "stage", "amount", "nextDate"], rows));

/** The sheet once the update stands, and what is remembered of it. */
function updated(subject: UpdateSubject, rows: ReturnType<typeof exportRows>, base: UpdateBase) {
  const plan = planUpdate(subject, rows, base, asInTheSheet);
  const { records } = subject;
  const values = records.values.map((row) => [...row]);
  for (const { row, column, to } of changesOf(plan, records)) values[row - records.area.row]![column] = to;
  let last = values.length;
  const ids = idsForNewRows(plan, subject, rows, (count) => Array.from({ length: count }, () => `N${(last += 1)}`));
  const place = { table: "FollowUps", width: records.area.columns, calculated: [], formats: [] };
  for (const action of appendActions(plan.fresh, ids, subject, place)) {
    if (action.kind !== "appendRows") continue;
    for (const row of action.rows) values.push(row.map((input) => (typeof input === "object" ? "" : input)));
  }
  const after = { ...subject, records: { ...records, values, area: { ...records.area, rows: values.length } } };
  return { plan, subject: after, base: decodeBase(encodeBase(baseAfter(plan, base, ids, subject), 100_000).text) };
}

test("no row of the sheet is taken for two rows of an export", () => {
  fc.assert(
    fc.property(listed, exported, (rows, given) => {
      const { records } = updateSubject(rows);
      const taken = pairRows(records, given, noBase, new Map()).flatMap((pairing) =>
        pairing.kind === "row" ? [pairing.row] : [],
      );
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

test("an export brought twice changes nothing the second time", () => {
  fc.assert(
    fc.property(listed, exported, (rows, given) => {
      const first = updated(updateSubject(rows), given, noBase);
      const second = updated(first.subject, given, first.base);
      expect(second.plan.rows).toEqual([]);
      expect(second.subject.records.values).toEqual(first.subject.records.values);
    }),
  );
});

test("what people write after an update is there after the next one, whatever that one brings", () => {
  const edits = fc.array(
    fc.record({
      row: fc.nat({ max: 20 }),
      column: fc.constantFrom(3, 5, 6, 7),
      value: fc.constantFrom("改过", 99, 46_250),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(listed, exported, exported, edits, (rows, one, two, made) => {
      const first = updated(updateSubject(rows), one, noBase);
      const values = first.subject.records.values.map((row) => [...row]);
      const edited = made.filter(({ row }) => row < values.length);
      for (const { row, column, value } of edited) values[row]![column] = value;
      const subject = { ...first.subject, records: { ...first.subject.records, values } };
      const second = updated(subject, two, first.base);
      for (const { row, column } of edited)
        expect(second.subject.records.values[row]![column]).toBe(values[row]![column]);
    }),
  );
});

test("whatever an export holds, no cell with something in it is overwritten the first time", () => {
  fc.assert(
    fc.property(listed, exported, (rows, given) => {
      const { subject } = updated(updateSubject(rows), given, noBase);
      rows.forEach((row, at) =>
        sheetFields.forEach((_, column) => {
          const before = row[column]!;
          if (String(before).trim() !== "") expect(subject.records.values[at]![column]).toBe(before);
        }),
      );
    }),
  );
});
