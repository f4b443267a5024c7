import type { Action } from "../domain/workbook/action";
import { fail, succeed, type Fault } from "./fault";
import type { ApplyResult, Progress } from "./ports";
import { planNow, transact, type Outcome, type StepResult } from "./transaction";

const progress: Progress = { report: () => undefined, cancelled: () => false };
const action: Action = { kind: "addSheet", sheet: "汇总", visibility: "visible" };
const made = succeed({ actions: [action] });
const refused = { ok: false, refusal: "noRoom" } as const;
const written: ApplyResult = { ok: true, value: 1 };
const hit = (code: "busy" | "moved" | "inTheWay" | "cancelled", aftermath: "unchanged" | "restored" | "partial") =>
  ({ ...fail({ code }), aftermath }) as const;
const fault = (code: Fault["code"], aftermath: string | null) => ({ kind: "fault", fault: { code }, aftermath });

type Plan = { readonly actions: readonly Action[] };

interface Course {
  /** What each step answers, one try after the other; the last answer goes on. */
  readonly read?: readonly StepResult<string, string>[];
  readonly plan?: readonly StepResult<Plan, string>[];
  readonly apply?: readonly ApplyResult[];
  readonly tries?: number;
}

/** Goes through a transaction whose steps answer as given, and notes what it does in order. */
async function go({ read = [succeed("rows")], plan = [made], apply = [written], tries }: Course) {
  const steps: string[] = [];
  const told: Outcome<Plan, string>[] = [];
  const answer = <T>(step: string, answers: readonly T[]): T => {
    const count = steps.filter((each) => each === step).length;
    steps.push(step);
    return answers[Math.min(count, answers.length - 1)]!;
  };
  const stands = await transact<string, Plan, string>(
    { apply: () => Promise.resolve(answer("apply", apply)) },
    {
      read: () => Promise.resolve(answer("read", read)),
      plan: () => answer("plan", plan),
      tell: (outcome) => {
        steps.push("tell");
        told.push(outcome);
      },
      checkAgain: () => void steps.push("check"),
      ...(tries === undefined ? {} : { tries }),
    },
    progress,
  );
  return { steps: steps.join(" "), stands, told };
}

type Case = [what: string, course: Course, steps: string, problem: unknown];

const cases: readonly Case[] = [
  [
    "a fault of reading ends it: nothing is written",
    { read: [fail({ code: "lost" })] },
    "read tell",
    fault("lost", "unchanged"),
  ],
  ["a refusal of reading ends it", { read: [refused] }, "read tell", { kind: "refusal", refusal: "noRoom" }],
  ["a fault of planning ends it", { plan: [fail({ code: "busy" })] }, "read plan tell", fault("busy", "unchanged")],
  ["a refusal of the plan ends it", { plan: [refused] }, "read plan tell", { kind: "refusal", refusal: "noRoom" }],
  [
    "work cancelled in reading ends there",
    { read: [fail({ code: "cancelled" })] },
    "read tell",
    fault("cancelled", null),
  ],
  ...(["unchanged", "restored", "partial"] as const).map((aftermath): Case => [
    `a fault of the change is told with how the workbook was left: ${aftermath}`,
    { apply: [hit("busy", aftermath)] },
    "read plan apply tell",
    fault("busy", aftermath),
  ]),
  [
    "a change that was cancelled is not begun again",
    { apply: [hit("cancelled", "restored")], tries: 4 },
    "read plan apply tell",
    fault("cancelled", "restored"),
  ],
  [
    "rows that move are not looked for again where nobody asked for that",
    { apply: [hit("moved", "restored"), written] },
    "read plan apply tell",
    fault("moved", "restored"),
  ],
  [
    "rows that go on moving are given up after the tries given",
    { apply: [hit("moved", "restored")], tries: 3 },
    "read plan apply read plan apply read plan apply tell",
    fault("moved", "restored"),
  ],
  [
    "a change of which a part stands is not begun again",
    { apply: [hit("moved", "partial"), written], tries: 4 },
    "read plan apply tell",
    fault("moved", "partial"),
  ],
  [
    "cells in the way from the start will be in the way again",
    { apply: [hit("inTheWay", "unchanged"), written], tries: 4 },
    "read plan apply tell",
    fault("inTheWay", "unchanged"),
  ],
  [
    "what is found at the second look counts",
    { apply: [hit("moved", "unchanged")], plan: [made, refused], tries: 4 },
    "read plan apply read plan tell",
    { kind: "refusal", refusal: "noRoom" },
  ],
];

test.each(cases)("%s", async (_, course, steps, problem) => {
  const { told, ...result } = await go(course);
  expect(result).toEqual({ steps, stands: false });
  expect(told).toEqual([{ ok: false, problem }]);
});

const successes: readonly [what: string, course: Course, steps: string][] = [
  ["a plan is applied once, told, and checked again", {}, "read plan apply tell check"],
  [
    "rows that moved are looked for afresh",
    { apply: [hit("moved", "unchanged"), hit("moved", "restored"), written], tries: 4 },
    "read plan apply read plan apply read plan apply tell check",
  ],
  [
    "cells that got in the way of a change that was taken back are looked at afresh",
    { apply: [hit("inTheWay", "restored"), written], tries: 4 },
    "read plan apply read plan apply tell check",
  ],
];

test.each(successes)("%s", async (_, course, steps) => {
  const { told, ...result } = await go(course);
  expect(result).toEqual({ steps, stands: true });
  expect(told).toEqual([{ ok: true, plan: { actions: [action] }, applied: 1, left: [] }]);
});

test("the plan is made on what was read, and what it holds is what is applied", async () => {
  const applied: (readonly Action[])[] = [];
  await transact(
    {
      apply: (actions) => {
        applied.push(actions);
        return Promise.resolve(written);
      },
    },
    {
      read: () => Promise.resolve(succeed("跟进汇总")),
      plan: (sheet: string) => succeed({ actions: [{ ...action, sheet }] }),
      tell: () => undefined,
      checkAgain: () => undefined,
    },
    progress,
  );
  expect(applied).toEqual([[{ ...action, sheet: "跟进汇总" }]]);
});

test("it is over only when the check after it is", async () => {
  let checked = false;
  await transact(
    { apply: () => Promise.resolve(written) },
    {
      read: () => Promise.resolve(succeed("rows")),
      plan: () => made,
      tell: () => undefined,
      checkAgain: async () => {
        await Promise.resolve();
        checked = true;
      },
    },
    progress,
  );
  expect(checked).toBe(true);
});

test("a preview reads and plans, and says why it cannot", async () => {
  const read = () => Promise.resolve(succeed("rows"));
  expect(await planNow({ read, plan: () => made }, progress)).toEqual({ ok: true, plan: { actions: [action] } });
  expect(await planNow({ read, plan: () => refused }, progress)).toEqual({
    ok: false,
    problem: { kind: "refusal", refusal: "noRoom" },
  });
});
