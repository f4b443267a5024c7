import { fail, succeed } from "../fault";
import type { Progress, SelfCheckPort, Surroundings } from "../ports";
import { newInMemoryWorkbook, inMemoryPort } from "../../../test/support/inMemoryWorkbook";
import { selfCheckPort } from "../../../test/support/selfCheckPort";
import { ownProbes } from "../../domain/selfCheck/probes";
import { openSelfCheck } from "./session";

const surroundings: Surroundings = {
  today: () => 46_241,
  newIds: () => [],
  pause: () => Promise.resolve(),
  now: () => 46_241,
  clock: () => "10:42",
  writesEndUndo: false,
};

/** A session over an Excel on paper. */
async function sessionOver(given: Partial<SelfCheckPort> = {}, cancelAfter = Infinity) {
  const selfCheck = selfCheckPort(given);
  const reported: number[] = [];
  const progress: Progress = {
    report: (done) => reported.push(done),
    cancelled: () => (reported.at(-1) ?? 0) >= cancelAfter,
  };
  const session = await openSelfCheck({
    port: {
      ...inMemoryPort(newInMemoryWorkbook("客户", [["客户"]]), 46_241),
      selfCheck: () => Promise.resolve(selfCheck),
    },
    surroundings,
    run: (_, work) => work(progress),
  });
  return { session, asked: selfCheck.asked, reported };
}

test("everything is asked in its order on a sheet that comes first and goes last", async () => {
  const { session, asked, reported } = await sessionOver();
  await session.run();
  expect(asked).toEqual(["open", ...ownProbes, "notes", "close"]);
  expect(reported.at(-1)).toBe(ownProbes.length);
  const { answers, stopped, working, day, problem } = session.getState();
  expect([...(answers?.keys() ?? [])]).toEqual(ownProbes);
  expect({ stopped, working, day, problem }).toEqual({ stopped: false, working: false, day: 46_241, problem: null });
});

test("cancelled in the middle: what came is shown, the rest is not asked, the sheet goes", async () => {
  const { session, asked } = await sessionOver({}, 7);
  await session.run();
  expect(asked).toEqual(["open", ...ownProbes.slice(0, 7), "close"]);
  expect(session.getState()).toMatchObject({ stopped: true, working: false });
  expect(session.getState().answers?.size).toBe(7);
});

test("a probe that never answers is given up and stops nobody", async () => {
  jest.useFakeTimers();
  try {
    const { session, asked } = await sessionOver({
      ask: (probe) =>
        probe === "ruleOrder" ? new Promise(() => undefined) : Promise.resolve({ kind: "facts", facts: {} }),
    });
    const run = session.run();
    await jest.advanceTimersByTimeAsync(60_000);
    await run;
    expect(session.getState().answers?.get("ruleOrder")).toEqual({ kind: "error", error: "no answer in time" });
    expect(session.getState().answers?.size).toBe(ownProbes.length);
    expect(asked.at(-1)).toBe("close");
  } finally {
    jest.useRealTimers();
  }
});

test.each([
  ["a sheet of somebody else's", succeed("taken" as const), { kind: "taken" }],
  ["a protected structure", fail({ code: "protected", sheet: null }), { kind: "structure" }],
  ["a workbook that is read only", fail({ code: "readOnly" }), { kind: "fault", fault: { code: "readOnly" } }],
] as const)("%s: nothing is asked and nothing is deleted, and it says why", async (_, opened, problem) => {
  const { session, asked } = await sessionOver({ open: () => Promise.resolve(opened) });
  await session.run();
  expect(asked).toEqual([]);
  expect(session.getState()).toMatchObject({ problem, answers: null, working: false });
});

test("a check that cannot begin leaves the answers of the one before", async () => {
  let taken = false;
  const { session } = await sessionOver({ open: () => Promise.resolve(succeed(taken ? "taken" : "opened")) });
  await session.run();
  taken = true;
  await session.run();
  expect(session.getState().answers?.size).toBe(ownProbes.length);
});

test("a sheet that does not go at once is tried again, and named where it stays", async () => {
  let tries = 0;
  const stays = (until: number) => () => {
    tries += 1;
    return Promise.resolve(tries < until ? fail({ code: "busy" }) : succeed(undefined));
  };
  const goes = await sessionOver({ close: stays(2) });
  await goes.session.run();
  expect(goes.session.getState().problem).toBeNull();
  tries = 0;
  const left = await sessionOver({ close: stays(9) });
  await left.session.run();
  expect(left.session.getState().problem).toEqual({ kind: "left" });
});

test("a person picks, then undoes, and the sheet goes", async () => {
  const { session, asked } = await sessionOver({
    endTrial: (trial) =>
      Promise.resolve({ kind: "facts", facts: { picked: "A", events: 1, second: trial === "listPick" ? "2" : "" } }),
  });
  await session.beginTrials();
  expect(session.getState().trial).toBe("listPick");
  await session.trialDone();
  expect(session.getState().trial).toBe("undoStep");
  await session.trialDone();
  expect(session.getState().trial).toBeNull();
  expect([...(session.getState().answers?.keys() ?? [])]).toEqual(["listPick", "undoStep"]);
  expect(asked).toEqual(["open", "begin listPick", "begin undoStep", "close"]);
});

test("without a pick nobody is asked to undo: it would be a step of their own", async () => {
  const { session, asked } = await sessionOver({
    endTrial: () => Promise.resolve({ kind: "facts", facts: { picked: "", events: 0 } }),
  });
  await session.beginTrials();
  await session.trialDone();
  expect(session.getState().trial).toBeNull();
  expect(asked).toEqual(["open", "begin listPick", "close"]);
});

test("what is left out takes the sheet away", async () => {
  const { session, asked } = await sessionOver();
  await session.beginTrials();
  await session.endTrials();
  expect(session.getState().trial).toBeNull();
  expect(asked.at(-1)).toBe("close");
});
