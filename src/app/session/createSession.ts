import type { SetUpInput } from "../../domain/install/setUpInput";
import { todayName } from "../../domain/schema/settingsNames";
import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import type { StageKind } from "../../domain/schema/field";
import { intersect, type Area } from "../../domain/workbook/area";
import { findFollowUps } from "../../domain/followUps/followUps";
import { parseReference } from "../../domain/workbook/reference";
import type { Language } from "../../domain/values/language";
import type { Fault } from "../fault";
import type { Subject } from "../check";
import type { Aftermath, Progress, SheetChange, Surroundings, WorkbookPort } from "../ports";
import type { Reading } from "../readFollowUps";
import { createFixSession } from "../fixes/session";
import { createNumbersSession } from "../measures/session";
import { createHealthSession } from "../health/session";
import { createRepSession } from "../log/session";
import { createSchemaSession } from "../schema/session";
import type { Session, SessionState, Task } from "./session";
import { createStore } from "../store";

/** Rules and measures: they arrive while the sheet is read, and the first view does not wait for them. */
const judging = () => import("../check");

/** Milliseconds without a further change before changed rows are looked at again. */
const settleTime = 300;
/** Milliseconds after the last save before the Summary's values follow. */
const quietTime = 1500;
/** Milliseconds at the most between two tries while somebody is typing in a cell or Excel is busy. */
const longestPatience = 8000;
/** More changed rows than this are not worth picking out: everything is read again. */
const widestChange = 2000;

const noProgress: Progress = { report: () => undefined, cancelled: () => false };

const initialState: SessionState = {
  ready: false,
  installed: false,
  sheet: null,
  busy: null,
  problem: null,
  check: null,
  pending: false,
  plan: null,
  applied: null,
};

/**
 * Creates the session of one pane: the state that its views show and the use cases that change it. Use cases run one after
 * the other; changes in the sheet are looked at again as soon as nothing else is under way.
 * @param paneLanguage language for a workbook that has not been set up
 */
export function createSession(port: WorkbookPort, surroundings: Surroundings, paneLanguage: Language): Session {
  const store = createStore(initialState);
  const { getState, set } = store;
  let subject: Subject | null = null;
  let queue: Promise<void> = Promise.resolve();
  let cancelled = false;
  let closed = false;
  let planInput: { readonly language: Language; readonly answers: ReadonlyMap<string, StageKind> } | null = null;
  let watched: { readonly key: string; readonly stop: readonly (() => Promise<void>)[] } | null = null;
  let changes: SheetChange[] = [];
  let settle: ReturnType<typeof setTimeout> | null = null;
  let patience = settleTime;
  let refresh: ReturnType<typeof setTimeout> | null = null;
  /** True from a save of ours until the log was read again. */
  let logged = false;

  function failed(task: Task, fault: Fault, aftermath: Aftermath | null = null): void {
    if (fault.code === "cancelled" && aftermath === null) return;
    set({ problem: { kind: "fault", fault, task, aftermath } });
  }

  function progressOf(task: Task): Progress {
    return {
      report: (done, total) => set({ busy: { task, done, total } }),
      cancelled: () => cancelled,
    };
  }

  /** Runs one use case after those before it. */
  function run(task: Task, work: (progress: Progress) => Promise<void>): Promise<void> {
    const turn = queue.then(async () => {
      cancelled = false;
      set({ busy: { task, done: 0, total: 0 } });
      try {
        await work(progressOf(task));
      } catch (error) {
        failed(task, { code: "unexpected", detail: error instanceof Error ? error.message : String(error) });
      } finally {
        set({ busy: null });
      }
    });
    queue = turn;
    return turn;
  }

  /** Follows the list's sheet, and the Settings: a change there can turn every judgement. */
  async function watch(sheet: string, settings: string | null): Promise<void> {
    const key = JSON.stringify([sheet, settings]);
    if (watched?.key === key) return;
    for (const stop of watched?.stop ?? []) await stop();
    const results = [await port.watch(sheet, onChange)];
    if (settings !== null) results.push(await port.watch(settings, () => onChange({ kind: "structure" })));
    watched = { key, stop: results.flatMap((result) => (result.ok ? [result.value] : [])) };
  }

  function onChange(change: SheetChange): void {
    changes.push(change);
    set({ pending: true });
    patience = settleTime;
    later();
  }

  /** Looks at what changed when things have been quiet for a while; a busy Excel is given longer each time. */
  function later(): void {
    if (settle) clearTimeout(settle);
    if (closed) return;
    settle = setTimeout(() => {
      settle = null;
      void lookAgain();
    }, patience);
    patience = Math.min(patience * 2, longestPatience);
  }

  /** Looks at what changed: only the rows named where that is enough, everything where rows came, went or moved. */
  function lookAgain(): Promise<void> {
    return run("checking", async (progress) => {
      const seen = changes;
      changes = [];
      const changedRows = subject && rowsOf(seen, subject);
      if (changedRows === "all" || !subject || !changedRows) {
        const fault = subject || getState().installed ? await readAll(progress) : null;
        if (fault && passes(fault)) {
          // Somebody is typing: what was to be looked at is not forgotten.
          changes = [...seen, ...changes];
          later();
          return;
        }
        if (fault) failed("checking", fault);
        set({ pending: changes.length > 0 });
        return;
      }
      if (changedRows !== "none") {
        const { area } = subject.located.records;
        const block: Area = { ...area, row: changedRows.first, rows: changedRows.last - changedRows.first + 1 };
        const fresh = await port.readValues(subject.located.records.sheet, block);
        if (!fresh.ok) {
          changes = [...seen, ...changes];
          if (passes(fresh.fault)) later();
          else failed("checking", fresh.fault);
          return;
        }
        patience = settleTime;
        if (!getState().check) return;
        const { resultOf, withRows } = await judging();
        subject = await withLog(withRows(subject, fresh.value), progress);
        set({ check: resultOf(subject, surroundings.clock()) });
      }
      set({ pending: changes.length > 0 });
    });
  }

  /** The subject with the log as it is now, where a save of ours changed it. */
  async function withLog(before: Subject, progress: Progress): Promise<Subject> {
    if (!logged) return before;
    // A form that shows the log has just read it.
    let { log } = rep.getState();
    if (!log) {
      const { readLogAgain } = await import("../readFollowUps");
      const now = await readLogAgain(port, before.language, progress);
      if (!now.ok) return before;
      log = now.value;
    }
    logged = false;
    return { ...before, reading: { ...before.reading, log } };
  }

  /** Reads, judges and shows everything; the fault where it could not be read. */
  async function readAll(progress: Progress): Promise<Fault | null> {
    const { readFollowUps } = await import("../readFollowUps");
    const reading = await readFollowUps(port, surroundings, progress);
    if (!reading.ok) return reading.fault;
    await showReading(reading.value);
    return null;
  }

  async function checkAll(progress: Progress): Promise<void> {
    const fault = await readAll(progress);
    if (fault) failed("checking", fault);
  }

  /** Judges what was read and shows it; also notes whether the workbook is set up. */
  async function showReading(reading: Reading): Promise<void> {
    logged = false;
    set({ ready: true, installed: reading.installed, sheet: reading.sheet.sheet.name });
    await schema.look(reading);
    await surroundings.pause();
    const { resultOf, subjectOf } = await judging();
    const result = subjectOf(reading, paneLanguage);
    if (!result.ok) {
      subject = null;
      set({ check: null, problem: { kind: "refusal", refusal: result.refusal } });
      return;
    }
    subject = result.subject;
    set({ check: resultOf(subject, surroundings.clock()), problem: null, pending: false });
    await watch(reading.sheet.sheet.name, reading.settings?.sheet ?? null);
  }

  async function makePlan(progress: Progress, task: Task): Promise<SetUpPlan | null> {
    if (!planInput) return null;
    const { readFollowUps } = await import("../readFollowUps");
    const reading = await readFollowUps(port, surroundings, progress);
    if (!reading.ok) {
      failed(task, reading.fault);
      return null;
    }
    const input = await planningInput(reading.value, planInput.language, planInput.answers, task);
    if (!input) return null;
    const { planSetUp } = await import("../../domain/install/planSetUp");
    const result = planSetUp(input);
    set({ ready: true, installed: reading.value.installed, sheet: reading.value.sheet.sheet.name });
    if (!result.ok) {
      set({ plan: null, problem: { kind: "refusal", refusal: result.refusal } });
      return null;
    }
    return result.plan;
  }

  async function planningInput(
    reading: Reading,
    language: Language,
    answers: ReadonlyMap<string, StageKind>,
    task: Task,
  ): Promise<SetUpInput | null> {
    const { readPlanInput } = await import("../planInput");
    const input = await readPlanInput(port, surroundings, reading, language, answers);
    if (input.ok) return input.value;
    failed(task, input.fault);
    return null;
  }

  /** Has what we wrote ourselves looked at again, at once; the Summary's values follow when things have been quiet. */
  function lookAt(seen: readonly SheetChange[]): void {
    changes.push(...seen);
    set({ pending: true });
    void lookAgain();
    if (refresh) clearTimeout(refresh);
    if (!closed) refresh = setTimeout(() => void refreshQuietly(), quietTime);
  }

  function forgetTimers(): void {
    if (settle) clearTimeout(settle);
    if (refresh) clearTimeout(refresh);
  }

  /** Brings the Summary's values up to date after whatever is under way, without a word: nobody waits for it. */
  function refreshQuietly(): Promise<void> {
    queue = queue.then(() => numbers.refreshSummary(noProgress)).catch(() => undefined);
    return queue;
  }

  const health = createHealthSession({
    port,
    surroundings,
    subject: () => subject,
    run,
    checkAll,
  });

  const rep = createRepSession({
    port,
    surroundings,
    subject: () => subject,
    run: (work) => run("saving", work),
    changed: (seen) => {
      logged = true;
      lookAt(seen);
    },
  });

  const fix = createFixSession({
    port,
    subject: () => subject,
    run: (work) => run("saving", work),
    changed: lookAt,
  });

  const schema = createSchemaSession({
    port,
    surroundings,
    subject: () => subject,
    run,
    failed,
    refused: (refusal) => set({ problem: { kind: "refusal", refusal } }),
    clear: () => set({ problem: null }),
    planningInput: (reading, task) => planningInput(reading, paneLanguage, new Map(), task),
    checkAll,
  });

  const numbers = createNumbersSession({ port, subject: () => subject, pause: surroundings.pause });

  return {
    rep,
    fix,
    health,
    schema,
    numbers,
    getState,
    subscribe: store.subscribe,
    open: () =>
      run("opening", async (progress) => {
        const book = await port.readBook();
        if (!book.ok) {
          failed("opening", book.fault);
          return;
        }
        const followUps = findFollowUps(book.value);
        set({ ready: true, installed: followUps !== null, sheet: followUps?.sheet ?? book.value.activeSheet });
        if (followUps) {
          await checkAll(progress);
          void refreshQuietly();
        }
        await port.watchActivation(() => {
          // A look at a sheet as it is belongs to that sheet; a set-up workbook has one follow-up sheet.
          if (!getState().installed && getState().busy === null) void refreshSheet();
        });
      }),
    check: () => run("checking", checkAll),
    findFormulas: async () => {
      if (subject?.formulas !== null) return;
      await run("checking", async (progress) => {
        if (subject?.formulas !== null) return;
        const { sheet, area } = subject.located.records;
        const entered = await port.readFormulas(sheet, area, progress);
        // The check stands without it: what could not be read now is asked for with the next look.
        if (!entered.ok || !getState().check) return;
        const { resultOf, withFormulas } = await judging();
        subject = withFormulas(subject, entered.value);
        set({ check: resultOf(subject, surroundings.clock()) });
      });
    },
    planSetUp: (language, answers) =>
      run("planning", async (progress) => {
        planInput = { language, answers };
        set({ applied: null, problem: null });
        const plan = await makePlan(progress, "planning");
        if (plan) set({ plan, problem: null });
      }),
    applySetUp: () =>
      run("applying", async (progress) => {
        const shown = getState().plan;
        // The sheet may have changed since the preview: what is carried out is planned on what stands there now.
        const plan = await makePlan(progress, "applying");
        if (!plan || !shown) return;
        const result = await port.apply(plan.actions, progress);
        if (!result.ok) {
          failed("applying", result.fault, result.aftermath);
          return;
        }
        set({ plan: null, applied: result.value });
        await checkAll(progress);
      }),
    dropPlan: () => set({ plan: null, applied: null }),
    setAsOf: (day) =>
      run("applying", async (progress) => {
        const book = await port.readBook();
        if (!book.ok) {
          failed("applying", book.fault);
          return;
        }
        const place = parseReference(book.value.names.find(({ name }) => name === todayName)?.formula ?? "");
        if (!place) {
          failed("applying", { code: "drift", what: todayName });
          return;
        }
        const cells = [[day === null ? { formula: "=TODAY()" } : day]];
        const result = await port.apply(
          [{ kind: "writeCells", sheet: place.sheet, area: place.area, cells }],
          progress,
        );
        if (!result.ok) {
          failed("applying", result.fault, result.aftermath);
          return;
        }
        await checkAll(progress);
        await numbers.refreshSummary(progress);
      }),
    select: async (sheet, area) => {
      const result = await port.select(sheet, area);
      if (!result.ok) failed("checking", result.fault);
    },
    cancel: () => {
      cancelled = true;
    },
    dismissProblem: () => set({ problem: null }),
    close: async () => {
      closed = true;
      forgetTimers();
      await queue;
      for (const stop of watched?.stop ?? []) await stop();
    },
  };

  async function refreshSheet(): Promise<void> {
    const book = await port.readBook();
    if (book.ok && !getState().installed) {
      subject = null;
      set({ sheet: book.value.activeSheet, check: null, plan: null, problem: null });
    }
  }
}

/** True where Excel takes questions again by itself: somebody is typing, or it is busy. */
function passes({ code }: Fault): boolean {
  return code === "cellEdit" || code === "busy";
}

/** Which rows of the subject the changes touch; "all" where rows came, went or moved, or too many changed. */
function rowsOf(
  changes: readonly SheetChange[],
  { located }: Subject,
): { readonly first: number; readonly last: number } | "all" | "none" {
  const { area } = located.records;
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  for (const change of changes) {
    if (change.kind === "structure") return "all";
    // The row below the list is looked at too: typing there makes the table grow.
    const reach: Area = { ...located.area, rows: located.area.rows + 1 };
    const touched = intersect(change.area, reach);
    if (!touched) continue;
    if (!intersect(touched, area) || touched.row + touched.rows > area.row + area.rows || touched.row < area.row)
      return "all";
    first = Math.min(first, touched.row);
    last = Math.max(last, touched.row + touched.rows - 1);
  }
  if (last < 0) return "none";
  return last - first + 1 > widestChange ? "all" : { first, last };
}
