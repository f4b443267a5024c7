import type { Language } from "../../domain/values/language";
import type { BeginSession } from "../begin/session";
import type { Fault } from "../fault";
import { createFixSession } from "../fixes/session";
import type { GrowSession } from "../grow/session";
import { createHealthSession } from "../health/session";
import { createRepSession } from "../log/session";
import { createNumbersSession } from "../measures/session";
import { createSummaryUpdates } from "../measures/summaryUpdates";
import type { Surroundings, WorkbookPort } from "../ports";
import { createRecorderSession } from "../record/session";
import { createRestoreSession } from "../restore/session";
import { createSchemaSession } from "../schema/session";
import type { SelfCheckSession } from "../selfCheck/session";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import { createLeftLooks } from "./leftLooks";
import { createLook } from "./look";
import { createOpening } from "./opening";
import { createQueue } from "./queue";
import type { Loaded, Session } from "./session";
import { createSetUp } from "./setUp";
import { initialState, reportTo, type Task } from "./state";

/**
 * Puts the session of one pane together: the state that its views show and the use cases that change it. Use cases run one after
 * the other; changes in the sheet are looked at again as soon as nothing else is under way.
 * @param paneLanguage language for a workbook that has not been set up
 */
export function createSession(workbook: WorkbookPort, surroundings: Surroundings, paneLanguage: Language): Session {
  const store = createStore(initialState);
  const { getState, set, subscribe } = store;
  const report = reportTo(store);
  const failed = (task: Task, fault: Fault) => report(task, { kind: "fault", fault, aftermath: null });
  const leftLooks = createLeftLooks(workbook, store, failed);
  const { port } = leftLooks;
  const queue = createQueue({ showBusy: (busy) => set({ busy }), failed });

  const { checking, watcher } = createLook(
    {
      port,
      surroundings,
      paneLanguage,
      store,
      shownLog: () => rep.getState().log,
      hearReading: (reading) => schema.look(reading),
      logging: () => ({ ...logging, ...rep.recording }),
    },
    queue,
    failed,
  );
  const { subject } = checking;
  const numbers = createNumbersSession({ subject, surroundings });
  const summary = createSummaryUpdates({ port, subject, numbers, runQuietly: queue.runQuietly });

  // The Summary's values follow every check, but where a write of ours would take from people what they can undo.
  let last = getState().check;
  subscribe(() => {
    const { check } = getState();
    if (check === last) return;
    last = check;
    if (check?.installed === true && !surroundings.writesEndUndo) summary.refreshSoon();
  });

  const shared: UseCaseDependencies = {
    port,
    surroundings,
    paneLanguage,
    subject,
    report,
    run: queue.run,
    clearProblem: () => set({ problem: null }),
    checkAll: async (progress) => {
      const fault = await checking.checkAll(progress);
      if (fault) failed("checking", fault);
    },
    written: (changes) => {
      watcher.lookAt(changes);
      summary.refreshSoon();
    },
  };
  const schema = createSchemaSession(shared);
  const logging: UseCaseDependencies = {
    ...shared,
    written: (changes) => {
      checking.logChanged();
      shared.written(changes);
    },
  };
  const rep = createRepSession(logging);
  const setUp = createSetUp({ ...shared, store, memory: schema.memory });
  let selfCheck: Promise<SelfCheckSession> | null = null;
  let begin: Promise<BeginSession> | null = null;
  let grow: Promise<GrowSession> | null = null;
  const loaded = createStore<Loaded>({ begin: null, grow: null });
  const opening = createOpening({
    ...shared,
    store,
    show: checking.show,
    forget: checking.forget,
    turnAway: watcher.turnAway,
    refreshSummary: summary.refreshInTurn,
  });
  return {
    rep,
    fix: createFixSession(shared),
    health: createHealthSession({ ...shared, memory: schema.memory, foundFormulas: checking.foundFormulas }),
    recorder: createRecorderSession(shared),
    restore: createRestoreSession({
      ...shared,
      checkAll: async (progress) => {
        (await schema.memory()).drop();
        await shared.checkAll(progress);
      },
    }),
    schema,
    numbers,
    begin: () =>
      (begin ??= import("../begin/session").then(({ openBegin }) => {
        const opened = openBegin({ ...shared, store, memory: schema.memory });
        loaded.set({ begin: opened });
        return opened;
      })),
    grow: () =>
      (grow ??= import("../grow/session").then(({ openGrow }) => {
        const opened = openGrow(shared);
        loaded.set({ grow: opened });
        return opened;
      })),
    loaded,
    selfCheck: () => (selfCheck ??= import("../selfCheck/session").then(({ openSelfCheck }) => openSelfCheck(shared))),
    getState,
    subscribe,
    open: opening.open,
    turnTo: watcher.turnAway,
    check: () => queue.run("checking", shared.checkAll),
    findFormulas: async () => {
      if (subject()?.formulas === null) await queue.run("checking", checking.findFormulas);
    },
    planSetUp: setUp.plan,
    planAgain: setUp.planAgain,
    turnToSheet: setUp.turnToSheet,
    applySetUp: setUp.apply,
    dropPlan: setUp.drop,
    setAsOf: async (day) => {
      const { setReviewDay } = await import("./reviewDay");
      await setReviewDay({ ...shared, refreshSummary: summary.refresh }, day);
    },
    select: async (sheet, area) => {
      const result = await port.select(sheet, area);
      if (!result.ok) failed("checking", result.fault);
    },
    cancel: queue.cancel,
    dismissProblem: shared.clearProblem,
    finishLooks: () => leftLooks.finish(queue.run),
    dropLooks: leftLooks.drop,
    close: async () => {
      watcher.pause();
      summary.stop();
      await queue.idle();
      await watcher.stop();
      await opening.stop();
    },
  };
}
