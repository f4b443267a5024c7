import { usualRules } from "../../../test/support/choices";
import {
  inMemoryPort,
  inMemorySurroundings,
  newInMemoryWorkbook,
  put,
  sheetOf,
} from "../../../test/support/inMemoryWorkbook";
import { reviewDay } from "../../../test/support/sheets";
import type { AdoptionChoices } from "../../domain/adoption/choices";
import { fail } from "../fault";
import type { ApplyResult, Progress, WorkbookPort } from "../ports";
import { createSettingsMemory } from "../schema/settingsMemory";
import { createStore } from "../store";
import type { Problem } from "../transaction";
import { createSetUp } from "./setUp";
import { initialState, type Task } from "./state";

const title = "客户";
const headers = ["客户名称", "负责人", "销售阶段", "下次跟进日期"];
const rows = [
  ["远山能源", "陈晨", "方案演示", reviewDay + 5],
  ["绿源食品", "林悦", "观望", reviewDay + 6],
];
const progress: Progress = { report: () => undefined, cancelled: () => false };

/** Set-up over a workbook, without a session around it. `answer` may stand for what Excel answers to a change. */
function setUp(answer?: ApplyResult) {
  const book = newInMemoryWorkbook(title, [headers, ...rows]);
  const plain = inMemoryPort(book, reviewDay);
  const asked: string[] = [];
  const broken = { read: false };
  const port: WorkbookPort = {
    ...plain,
    readWorkbook: (...given) => {
      asked.push("read");
      if (broken.read) return Promise.resolve(fail({ code: "busy" }));
      return plain.readWorkbook(...given);
    },
    apply: (...given) => {
      asked.push("apply");
      return answer ? Promise.resolve(answer) : plain.apply(...given);
    },
  };
  const store = createStore(initialState);
  const problems: (readonly [Task, Problem])[] = [];
  const { plan, planAgain, apply, drop } = createSetUp({
    port,
    store,
    surroundings: inMemorySurroundings(reviewDay),
    paneLanguage: "zh-CN",
    run: (_, work) => work(progress),
    report: (task, problem) => problems.push([task, problem]),
    checkAll: () => Promise.resolve(void asked.push("check")),
    memory: () => Promise.resolve(createSettingsMemory()),
  });
  return { book, broken, asked, problems, plan, planAgain, apply, drop, state: store.getState };
}

test("a plan is shown with what it would change, and nothing is written", async () => {
  const { book, asked, problems, plan, state } = setUp();
  await plan("zh-CN", usualRules);
  expect(state()).toMatchObject({ ready: true, installed: false, sheet: title, applied: null });
  expect(state().plan?.changes.map(({ kind }) => kind)).toContain("table");
  const stages = state().plan?.adoption?.values.find(({ field }) => field === "stage");
  expect(stages?.values.filter(({ asked }) => asked).map(({ value, cells }) => [value, cells])).toEqual([["观望", 1]]);
  expect(asked).toEqual(["read"]);
  expect(book.sheets.map(({ name }) => name)).toEqual([title]);
  expect(problems).toEqual([]);
});

test("applying carries out what was shown, with the answers given, and checks", async () => {
  const { book, asked, plan, apply, state } = setUp();
  await plan("zh-CN", {
    ...usualRules,
    values: new Map([["stage", new Map([["观望", { kind: "own", stage: "parked" }]])]]),
  });
  const { actions, schema } = state().plan!;
  expect(schema.stages.find(({ name }) => name === "观望")?.kind).toBe("parked");
  await apply();
  expect(state().plan).toBeNull();
  // What the sheet was before is written down, too.
  expect(state().applied).toBeGreaterThan(actions.length);
  expect(asked).toEqual(["read", "read", "apply", "check"]);
  expect(book.tables.map(({ name }) => name)).toContain("FollowUps");
  await plan("zh-CN", usualRules);
  expect(state().plan?.actions).toEqual([]);
});

test("applying plans on what stands there now, not on what was shown", async () => {
  const { book, plan, apply } = setUp();
  await plan("zh-CN", usualRules);
  put(sheetOf(book, title), 3, 0, "金桥建设");
  put(sheetOf(book, title), 3, 2, "方案演示");
  await apply();
  expect(book.tables.find(({ name }) => name === "FollowUps")?.area.rows).toBe(4);
});

test("a sheet that cannot be set up any more is refused, and its plan is gone", async () => {
  const { book, asked, problems, plan, apply, state } = setUp();
  await plan("zh-CN", usualRules);
  sheetOf(book, title).protected = true;
  await apply();
  expect(problems).toEqual([["applying", { kind: "refusal", refusal: { code: "protectedSheet", sheet: title } }]]);
  expect(state()).toMatchObject({ plan: null, applied: null });
  expect(asked).not.toContain("apply");
});

test.each(["unchanged", "restored", "partial"] as const)(
  "a fault leaves the plan to be tried again, and says how the workbook was left: %s",
  async (aftermath) => {
    const { asked, problems, plan, apply, state } = setUp({ ...fail({ code: "busy" }), aftermath });
    await plan("zh-CN", usualRules);
    await apply();
    expect(problems).toEqual([["applying", { kind: "fault", fault: { code: "busy" }, aftermath }]]);
    expect(state().plan).not.toBeNull();
    expect(state().applied).toBeNull();
    expect(asked).not.toContain("check");
  },
);

test("nothing is applied that was not shown", async () => {
  const { asked, plan, apply, drop } = setUp();
  await apply();
  expect(asked).toEqual([]);
  await plan("zh-CN", usualRules);
  drop();
  await apply();
  expect(asked).toEqual(["read"]);
});

test("what a fault kept from being planned is planned again with every answer and the language asked for", async () => {
  const { broken, problems, plan, planAgain, state } = setUp();
  const answers: AdoptionChoices = {
    ...usualRules,
    values: new Map([["stage", new Map([["观望", { kind: "own", stage: "lost" }]])]]),
  };
  broken.read = true;
  await plan("en", answers);
  expect(problems).toMatchObject([["planning", { kind: "fault", fault: { code: "busy" } }]]);
  broken.read = false;
  await planAgain();
  expect(state().plan?.language).toBe("en");
  expect(state().plan?.schema.stages.find(({ name }) => name === "观望")?.kind).toBe("lost");
});
