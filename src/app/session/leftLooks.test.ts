import type { Action } from "../../domain/workbook/action";
import { lookGroups, isLook } from "../../domain/workbook/looks";
import { fail, type Fault } from "../fault";
import type { ApplyResult, Progress, WorkbookPort } from "../ports";
import { inMemoryPort, newInMemoryWorkbook } from "../../../test/support/inMemoryWorkbook";
import { createStore } from "../store";
import { createLeftLooks } from "./leftLooks";
import { initialState, type Task } from "./state";

const progress: Progress = { report: () => undefined, cancelled: () => false };
const widths: Action = { kind: "setColumnWidths", sheet: "汇总", column: 0, widths: [12] };
const gridlines: Action = { kind: "hideGridlines", sheet: "汇总" };
const name: Action = { kind: "setName", name: "FU_X", formula: "=1" };
const fault: Fault = { code: "unsupported", api: "Worksheet.showGridlines" };
const left = lookGroups([gridlines].filter(isLook)).map((group) => ({ ...group, fault }));

function over(answers: readonly ApplyResult[]) {
  const asked: (readonly Action[])[] = [];
  const port: WorkbookPort = {
    ...inMemoryPort(newInMemoryWorkbook("客户", []), 46_241),
    apply: (actions) => {
      asked.push(actions);
      return Promise.resolve(answers[asked.length - 1] ?? { ok: true, value: actions.length });
    },
  };
  const store = createStore(initialState);
  const problems: (readonly [Task, Fault])[] = [];
  const looks = createLeftLooks(port, store, (...problem) => problems.push(problem));
  return { asked, problems, looks, shown: () => store.getState().leftLooks };
}

test("what a change leaves is kept, and set alone when somebody asks for it", async () => {
  const { asked, problems, looks, shown } = over([{ ok: true, value: 2, left }]);
  await looks.port.apply([name, widths, gridlines], progress);
  expect(shown()).toEqual(left);
  await looks.finish((_, work) => work(progress));
  expect(asked[1]).toEqual([gridlines]);
  expect([shown(), problems]).toEqual([[], []]);
});

test("where it fails again it stays, and the reason is told", async () => {
  const { problems, looks, shown } = over([
    { ok: true, value: 2, left },
    { ...fail(fault), aftermath: "unchanged" },
  ]);
  await looks.port.apply([name, widths, gridlines], progress);
  await looks.finish((_, work) => work(progress));
  expect(shown()).toEqual(left);
  expect(problems).toEqual([["applying", fault]]);
});

test("a later change of other things leaves it as it is; one that sets it ends it", async () => {
  const { looks, shown } = over([{ ok: true, value: 2, left }]);
  await looks.port.apply([name, widths, gridlines], progress);
  await looks.port.apply([name, widths], progress);
  expect(shown()).toEqual(left);
  await looks.port.apply([gridlines], progress);
  expect(shown()).toEqual([]);
});
