import { fail, type Fault } from "../../app/fault";
import type { Aftermath, ApplyResult } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";
import { createGrouping } from "./grouping";

const write: Action = {
  kind: "writeCells",
  sheet: "客户",
  area: { row: 0, column: 0, rows: 1, columns: 1 },
  cells: [["x"]],
};
const done: ApplyResult = { ok: true, value: 1 };
const refusal = (fault: Fault, aftermath: Aftermath): ApplyResult => ({ ...fail(fault), aftermath });
const undoRefused = refusal({ code: "unsupported", api: "UndoNotSupported" }, "restored");

/** Carries changes out with the answers given, one after the other; tells which were to be one step. */
function excel(...answers: readonly ApplyResult[]) {
  const asked: boolean[] = [];
  const left = [...answers];
  return {
    asked,
    carryOut: (isOneStep: boolean) => {
      asked.push(isOneStep);
      return Promise.resolve(left.shift() ?? done);
    },
  };
}

test("a change is one step where Excel knows groups, and is not asked to be one elsewhere", async () => {
  const { asked, carryOut } = excel();
  await createGrouping(() => true)([write], carryOut);
  await createGrouping(() => false)([write], carryOut);
  expect(asked).toEqual([true, false]);
});

test("what undo does not cover is not put into a group", async () => {
  const { asked, carryOut } = excel();
  const grouping = createGrouping(() => true);
  await grouping([write, { kind: "deleteSheet", sheet: "汇总" }], carryOut);
  await grouping([{ kind: "addSheet", sheet: "汇总", visibility: "veryHidden" }], carryOut);
  await grouping([{ kind: "addSheet", sheet: "汇总", visibility: "visible" }], carryOut);
  expect(asked).toEqual([false, false, true]);
});

test.each<ApplyResult>([
  undoRefused,
  refusal({ code: "unsupported", api: "Range.formulas" }, "unchanged"),
  refusal({ code: "unexpected", detail: "InternalError" }, "restored"),
])("a group that is refused is made again without, and no other is tried after it: %j", async (answer) => {
  const { asked, carryOut } = excel(answer);
  const grouping = createGrouping(() => true);
  expect(await grouping([write], carryOut)).toEqual(done);
  await grouping([write], carryOut);
  expect(asked).toEqual([true, false, false]);
});

test("nothing is made twice where part of the first try may stand", async () => {
  const half = refusal({ code: "unsupported", api: "UndoNotSupported" }, "partial");
  const { asked, carryOut } = excel(half);
  expect(await createGrouping(() => true)([write], carryOut)).toEqual(half);
  expect(asked).toEqual([true]);
});

test.each<Fault>([{ code: "cellEdit" }, { code: "protected", sheet: null }, { code: "moved" }, { code: "cancelled" }])(
  "%j has nothing to do with groups",
  async (fault) => {
    const { asked, carryOut } = excel(refusal(fault, "unchanged"));
    const grouping = createGrouping(() => true);
    await grouping([write], carryOut);
    await grouping([write], carryOut);
    expect(asked).toEqual([true, true]);
  },
);

test("a change that fails without a group too leaves groups to the next one", async () => {
  const { asked, carryOut } = excel(undoRefused, undoRefused);
  const grouping = createGrouping(() => true);
  expect(await grouping([write], carryOut)).toEqual(undoRefused);
  await grouping([write], carryOut);
  expect(asked).toEqual([true, false, true]);
});
