import fc from "fast-check";
import { anyLogOf, customer, stages, today, touch } from "../../../test/support/customers";
import { schemaStub } from "../../../test/support/schemaStub";
import type { Touch } from "../log/touch";
import { allMeasures } from "../measures/allMeasures";
import type { Records } from "../followUps/records";
import type { Schema } from "../schema/field";
import { workbookText } from "../schema/workbookText";
import { isBlank, type CellValue } from "../values/value";
import { asProposed } from "../adoption/choices";
import type { SetUpSubject } from "./setUpInput";
import { planFurthest } from "./planFurthest";

const schema: Schema = schemaStub({
  stages: stages.map(({ name, kind }) => ({
    ...{ name, kind, staleDays: 7, warnDays: null, stuckDays: null, probability: null, nextOwner: null },
  })),
});
const review = { schema, today, system: 1900, language: "zh-CN" } as const;
const fields = ["id", "customer", "stage"] as const;

interface Row {
  readonly id: string;
  readonly stage: string;
  readonly noted: string;
}

function recordsOf(rows: readonly Row[], noted: readonly CellValue[] | null): Records {
  const columns = new Map<string, number>(fields.map((field, offset) => [field, offset]));
  if (noted) columns.set("furthestStage", 3);
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows: rows.length, columns: noted ? 4 : 3 },
    values: rows.map(({ id, stage }, at) => [id, `客户${id}`, stage, ...(noted ? [noted[at] ?? ""] : [])]),
    columns: columns as Records["columns"],
  };
}

/** What set-up notes, row by row; what stands where it notes nothing. */
function noted(rows: readonly Row[], log: readonly Touch[], rulesOnly = false, isThere = true) {
  const records = recordsOf(rows, isThere ? rows.map((row) => row.noted) : null);
  const columns = new Map(records.columns).set("furthestStage", 3);
  const subject = {
    input: { book: { dateSystem: 1900 }, log, today, rulesOnly, choices: asProposed },
    located: { records },
    schema,
    columns: { columns, all: [] },
    words: workbookText["zh-CN"],
  } as unknown as SetUpSubject;
  const plan = planFurthest(
    subject,
    rows.map(({ id }) => id),
  );
  const [write] = plan.actions.flatMap((action) => (action.kind === "writeCells" ? [action.cells] : []));
  return { plan, cells: rows.map((row, at) => String(write?.[at]?.[0] ?? row.noted)) };
}

const reachedOf = (records: Records, log: readonly Touch[]) => {
  const { steps, lowerBound, unknown } = allMeasures(records, log, review).funnel;
  return { reached: steps.map(({ reached }) => reached), lowerBound, unknown };
};

const row = (id: string, stage: string, was = ""): Row => ({ id, stage, noted: was });

test("the log says it, else the present stage; of whom neither says anything the cell stays blank", () => {
  const rows = [row("1", "方案"), row("2", "流失"), row("3", "成交"), row("4", "流失"), row("5", "线索", "谈判")];
  const log = [touch({ customerId: "2", fromStage: "线索", toStage: "谈判" })];
  const { plan, cells } = noted(rows, log);
  expect(cells).toEqual(["方案", "谈判", "成交", "", "谈判"]);
  expect(plan.changes).toEqual([{ kind: "furthest", count: 3, fromLog: 1 }]);
});

test("what a person corrected stays, whatever the log says; a second time nothing is left", () => {
  const rows = [row("1", "线索", "线索")];
  const log = [touch({ customerId: "1", fromStage: "线索", toStage: "谈判" })];
  expect(noted(rows, log).plan.actions).toEqual([]);
});

test("a repair notes nothing for customers that came since, but all of them where the column had gone or is blank", () => {
  const rows = [row("1", "方案")];
  expect(noted([...rows, { ...row("2", "方案"), noted: "方案" }], [], true).plan.actions).toEqual([]);
  expect(noted(rows, [], true).cells).toEqual(["方案"]);
  expect(noted(rows, [], true).plan.health).toMatchObject([{ damage: "missing", part: "furthest", count: 1 }]);
  expect(noted(rows, [], true, false).cells).toEqual(["方案"]);
});

test("Numbers show the same funnel from what was noted as from the whole history, for any history", () => {
  const anyRows = fc.array(
    fc.record({ stage: fc.constantFrom(...stages.map(({ name }) => name), "别的"), noted: fc.constant("") }),
    { minLength: 1, maxLength: 25 },
  );
  const anyBook = anyRows
    .map((rows) => rows.map((each, at): Row => ({ ...each, id: `K${at}` })))
    .chain((rows) => fc.tuple(fc.constant(rows), anyLogOf(rows.map(({ id }) => customer({ id })))));
  fc.assert(
    fc.property(anyBook, ([rows, log]) => {
      const { cells } = noted(rows, log);
      const before = reachedOf(recordsOf(rows, null), log);
      // The log is not needed any more: the workbook alone says it.
      expect(reachedOf(recordsOf(rows, cells), [])).toEqual(before);
      expect(reachedOf(recordsOf(rows, cells), log)).toEqual(before);
      expect(
        cells.every((cell, at) => !isBlank(cell) || !["线索", "方案", "谈判", "成交"].includes(rows[at]!.stage)),
      ).toBe(true);
    }),
  );
});

test("with every customer's way noted, no number is a lower bound any more", () => {
  const rows = [row("1", "流失"), row("2", "方案")];
  expect(reachedOf(recordsOf(rows, ["", "方案"]), [])).toEqual({ reached: [2, 1, 0, 0], lowerBound: true, unknown: 1 });
  expect(reachedOf(recordsOf(rows, ["谈判", "方案"]), [])).toEqual({
    reached: [2, 2, 1, 0],
    lowerBound: false,
    unknown: 0,
  });
});

test("a win that was taken back has passed every stage, and is no win", () => {
  expect(reachedOf(recordsOf([row("1", "线索")], ["成交"]), []).reached).toEqual([1, 1, 1, 0]);
});

test("a workbook edited without the add-in is never below what stands there", () => {
  expect(reachedOf(recordsOf([row("1", "谈判")], ["线索"]), []).reached).toEqual([1, 1, 1, 0]);
});
