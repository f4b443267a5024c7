/** For component tests only: a session held in memory, with what the pane asked of it. */
import * as viewTexts from "../../src/taskpane/text/load";
import { render } from "@testing-library/react";
import { act } from "react";
import type { BeginSession, BeginState } from "../../src/app/begin/session";
import type { FixState } from "../../src/app/fixes/session";
import { nothingOpen, type GrowSession, type GrowState } from "../../src/app/grow/session";
import type { HealthState } from "../../src/app/health/session";
import type { RepBook } from "../../src/app/log/session";
import type { RepState } from "../../src/app/log/state";
import { narrowNumbers, type Numbers, type NumbersState } from "../../src/app/measures/work";
import { noRecord, type RecorderState } from "../../src/app/record/session";
import type { SchemaState } from "../../src/app/schema/state";
import type { SelfCheckSession } from "../../src/app/selfCheck/session";
import { nothingRestored, type RestoreState } from "../../src/app/restore/session";
import { notChecked, type SelfCheckState } from "../../src/app/selfCheck/state";
import type { Session } from "../../src/app/session/session";
import { initialState, type SessionState } from "../../src/app/session/state";
import type { CheckResult, Subject } from "../../src/app/subject";
import type { ExampleRows } from "../../src/domain/install/begin/exampleRows";
import type { ListedCustomer } from "../../src/domain/log/customers";
import type { DueItem } from "../../src/domain/clocks/due";
import type { AdoptionPlan } from "../../src/domain/install/setUpInput";
import { owners, schemaStub } from "./schemaStub";
import { selfCheckPort } from "./selfCheckPort";
import type { Finding, Reason } from "../../src/domain/rules/finding";
import type { Language } from "../../src/domain/values/language";
import { App } from "../../src/taskpane/shell/App";
import { createCellSelection } from "../../src/taskpane/cellSelection";
import { createLogDoor } from "../../src/taskpane/logDoor";
import { createNavigation, type Tab } from "../../src/taskpane/navigation";
import type { Memory } from "../../src/taskpane/rememberOnComputer";
import { createUndoNotice } from "../../src/taskpane/undoNotice";
import { paneText as en } from "../../src/taskpane/text/en/pane";
import { paneText as zhCN } from "../../src/taskpane/text/zh-CN/pane";
import { light } from "../../src/taskpane/shell/themes/light";

/** 2026-08-07 in the 1900 system. */
export const today = 46241;

export function finding(
  cell: string,
  customer: string,
  reason: Reason = { rule: "required", because: { kind: "open" } },
): Finding {
  return {
    reason,
    severity: "error",
    sheet: "客户",
    cell,
    row: Number(cell.replace(/\D/g, "")),
    field: "nextDate",
    header: "下次跟进日期",
    value: "",
    customer,
  };
}

export function dueItem(item: Partial<DueItem>): DueItem {
  return {
    group: "overdue",
    also: [],
    customer: "远山能源科技",
    owner: "李敏",
    stage: "方案演示",
    days: 2,
    limit: null,
    lastContact: today - 4,
    evidence: { kind: "column", field: "lastContact" },
    keyAccount: false,
    trend: null,
    note: "",
    sheet: "客户",
    cell: "B4",
    row: 4,
    ...item,
  };
}

export function checkResult(result: Partial<CheckResult> = {}): CheckResult {
  return {
    sheet: "客户",
    installed: true,
    language: "zh-CN",
    schema: schemaStub({ owners: owners("李敏", "王强") }),
    today,
    system: 1900,
    asOf: false,
    findings: [],
    figures: {
      rows: 30,
      key: {
        open: 10,
        won: 12,
        lost: 8,
        parked: 0,
        winRate: 0.6,
        overdue: 3,
        dueToday: 2,
        stale: 1,
        stuck: null,
        noNextStep: 0,
        revisit: null,
        incomplete: 0,
        pipelineAmount: null,
        wonAmount: null,
      },
      unreadable: null,
      withoutAmount: { open: null, won: null },
      byOwner: [
        {
          owner: "李敏",
          open: 4,
          overdue: 1,
          stale: 0,
          won: 0,
          lost: 0,
          winRate: null,
          openAmount: null,
          wonAmount: null,
        },
      ],
      byStage: [],
      byReason: [],
      ageing: [],
    },
    due: [],
    tomorrow: 3,
    at: "10:42",
    ...result,
  };
}

export function setUpPlan(plan: Partial<AdoptionPlan> = {}): AdoptionPlan {
  return {
    sheet: "客户",
    language: "zh-CN",
    schema: checkResult().schema,
    matches: [{ field: "customer", header: "客户", by: "alias" }],
    kept: [],
    keptValidations: [],
    dormant: [],
    adoption: null,
    origin: null,
    changes: [{ kind: "ids", count: 30, restored: 0 }],
    health: [],
    left: [],
    actions: [{ kind: "addSheet", sheet: "跟进设置", visibility: "visible" }],
    ...plan,
  };
}

const opened: SessionState = { ...initialState, ready: true, sheet: "客户" };

// What a view asks for while it is drawn in a test is not waited for, other than in a browser: the texts are there before.
beforeAll(() =>
  Promise.all(
    Object.values(viewTexts).flatMap((texts) => ("load" in texts ? [texts.load("zh-CN"), texts.load("en")] : [])),
  ),
);

/** Renders the whole pane over a session in the given state. `asked` records each use case with what it was given. */
export function renderPane(
  start: Partial<SessionState>,
  options: {
    tab?: Tab;
    language?: Language;
    customers?: readonly ListedCustomer[];
    rep?: Partial<RepState>;
    fix?: Partial<FixState>;
    health?: Partial<HealthState>;
    selfCheck?: Partial<SelfCheckState>;
    begin?: Partial<BeginState>;
    grow?: Partial<GrowState>;
    /** Rows of the list that came as examples. */
    examples?: ExampleRows;
    recorder?: Partial<RecorderState>;
    restore?: Partial<RestoreState>;
    book?: RepBook;
    /** What the pane remembers from earlier. */
    memory?: readonly (readonly [key: string, value: string])[];
    /** Where the workbook lies. */
    workbook?: string;
    schema?: Partial<SchemaState>;
    subject?: Subject;
    numbers?: Numbers;
    /** False for an Office that drops downloads. */
    canDownload?: boolean;
    /** Build of an Excel in which writes of add-ins end the list of Ctrl+Z. */
    endsUndo?: string;
  } = {},
) {
  let rep: RepState = {
    log: null,
    saving: false,
    receipt: null,
    problem: null,
    notRecorded: null,
    failed: "save",
    again: null,
    ...options.rep,
  };
  const health: HealthState = { health: null, working: false, repaired: null, problem: null, ...options.health };
  const recorder: RecorderState = { ...noRecord, ...options.recorder };
  const begin: BeginState = { cleared: null, problem: null, failed: "create", ...options.begin };
  let restore: RestoreState = { ...nothingRestored, ...options.restore };
  const fix: FixState = { working: false, receipt: null, problem: null, ...options.fix };
  let state: SessionState = { ...opened, ...start };
  const listeners = new Set<() => void>();
  const asked: unknown[][] = [];
  const ask =
    (name: string) =>
    (...given: unknown[]): Promise<void> => {
      asked.push([name, ...given]);
      return Promise.resolve();
    };
  let schema: SchemaState = { draft: null, preview: null, applied: null, drift: [], ...options.schema };
  let numbers: NumbersState = { numbers: options.numbers ?? null, filter: null, narrowed: null };
  let selfCheck: SelfCheckState = { ...notChecked, ...options.selfCheck };
  const { host } = selfCheckPort();
  const selfCheckUse: SelfCheckSession = {
    getState: () => selfCheck,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    host,
    run: ask("runSelfCheck"),
    beginTrials: ask("beginTrials"),
    trialDone: ask("trialDone"),
    endTrials: ask("endTrials"),
  };
  // With the properties that React looks at, so that it is read at once.
  const selfCheckSession = Object.assign(Promise.resolve(selfCheckUse), { status: "fulfilled", value: selfCheckUse });

  const beginUse: BeginSession = {
    getState: () => begin,
    subscribe: () => () => undefined,
    create: ask("begin.create"),
    examples: () => options.examples ?? { rows: [], kept: [] },
    clear: ask("begin.clear"),
    dismiss: () => void ask("begin.dismiss")(),
  };
  const beginSession = Object.assign(Promise.resolve(beginUse), { status: "fulfilled", value: beginUse });
  const grow: GrowState = { ...nothingOpen, ...options.grow };
  const growUse: GrowSession = {
    getState: () => grow,
    subscribe: () => () => undefined,
    lookForSheets: ask("grow.lookForSheets"),
    openFile: ask("grow.openFile"),
    openSheet: ask("grow.openSheet"),
    chooseList: ask("grow.chooseList"),
    chooseEncoding: ask("grow.chooseEncoding"),
    setColumn: ask("grow.setColumn"),
    answerColumn: ask("grow.answerColumn"),
    answerValue: ask("grow.answerValue"),
    choose: ask("grow.choose"),
    apply: ask("grow.apply"),
    undo: ask("grow.undo"),
    dismiss: () => void ask("grow.dismiss")(),
    close: () => void ask("grow.close")(),
  };
  const growSession = Object.assign(Promise.resolve(growUse), { status: "fulfilled", value: growUse });

  const loaded = { begin: beginUse, grow: growUse };
  const session: Session = {
    begin: () => beginSession,
    grow: () => growSession,
    loaded: { getState: () => loaded, subscribe: () => () => undefined },
    schema: {
      getState: () => schema,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      subject: () => options.subject ?? null,
      edit: (draft) => {
        schema = { ...schema, draft, preview: null, applied: null };
        for (const listener of listeners) listener();
      },
      preview: ask("previewSchema"),
      apply: ask("applySchema"),
      answer: ask("answerDrift"),
      putBack: ask("putBack"),
      letGo: ask("letGo"),
    },
    numbers: {
      getState: () => numbers,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      workOut: ask("workOut"),
      narrow: async (filter) => {
        const whole = numbers.numbers;
        const narrowed =
          whole && filter ? await narrowNumbers(whole, filter, { pause: () => Promise.resolve() }) : null;
        numbers = { ...numbers, filter, narrowed };
        for (const listener of listeners) listener();
      },
    },
    rep: {
      getState: () => rep,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      customers: () => options.customers ?? [],
      book: () => options.book ?? null,
      selectedCustomer: () => Promise.resolve(options.customers?.[0] ?? null),
      newId: () => "L1",
      openLog: ask("openLog"),
      logTouch: async (...given) => {
        await ask("logTouch")(...given);
        return true;
      },
      transfer: async (...given) => {
        await ask("transfer")(...given);
        return true;
      },
      reschedule: async (...given) => {
        await ask("reschedule")(...given);
        return true;
      },
      recordStages: async (...given) => {
        await ask("recordStages")(...given);
        return true;
      },
      undo: ask("undo"),
      offerAgain: (again) => {
        rep = { ...rep, again };
        return () => {
          rep = { ...rep, again: null };
        };
      },
      dismiss: () => void ask("dismiss")(),
    },
    fix: {
      getState: () => fix,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      apply: ask("applyFixes"),
      revert: ask("revertFixes"),
      again: ask("fixAgain"),
      dismiss: () => void ask("dismissFixes")(),
    },
    health: {
      getState: () => health,
      subscribe: () => () => undefined,
      look: () => Promise.resolve(),
      repair: ask("health.repair"),
      repairAgain: ask("health.repairAgain"),
      dismiss: () => void ask("health.dismiss")(),
    },
    selfCheck: () => selfCheckSession,
    recorder: {
      getState: () => recorder,
      subscribe: () => () => undefined,
      start: ask("recorder.start"),
      stop: () => void ask("recorder.stop")(),
      save: ask("recorder.save"),
      remove: ask("recorder.remove"),
    },
    restore: {
      getState: () => restore,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      look: () => Promise.resolve(),
      plan: ask("restore.plan"),
      apply: ask("restore.apply"),
      dismiss: () => void ask("restore.dismiss")(),
      drop: () => void ask("restore.drop")(),
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: ask("open"),
    check: ask("check"),
    // Each check has it done; a test of what people ask for need not hear of it.
    findFormulas: () => Promise.resolve(),
    planSetUp: ask("planSetUp"),
    planAgain: ask("planAgain"),
    turnToSheet: ask("turnToSheet"),
    applySetUp: ask("applySetUp"),
    dropPlan: () => void ask("dropPlan")(),
    setAsOf: ask("setAsOf"),
    select: ask("select"),
    cancel: () => void ask("cancel")(),
    dismissProblem: () => void ask("dismissProblem")(),
    turnTo: () => undefined,
    finishLooks: ask("finishLooks"),
    dropLooks: () => void ask("dropLooks")(),
    close: ask("close"),
  };
  const navigation = createNavigation();
  if (options.tab) navigation.go(options.tab);
  const language = options.language ?? "zh-CN";
  const remembered = new Map(options.memory ?? []);
  const memory: Memory = {
    read: (key) => remembered.get(key) ?? null,
    write: (key, value) => void remembered.set(key, value),
  };
  const undoNotice = createUndoNotice(options.endsUndo !== undefined, memory, options.endsUndo ?? "");
  render(
    <App
      theme={light}
      pane={{
        session,
        navigation,
        logDoor: createLogDoor(),
        undoNotice,
        canDownload: options.canDownload ?? true,
        selectCell: createCellSelection(session),
        memory,
        workbook: options.workbook ?? "C:\\销售\\跟进表.xlsx",
        language,
        texts: language === "zh-CN" ? zhCN : en,
      }}
    />,
  );
  return {
    asked,
    navigation,
    remembered,
    undoNotice,
    becomeSelfCheck: (change: Partial<SelfCheckState>) =>
      act(() => {
        selfCheck = { ...selfCheck, ...change };
        for (const listener of listeners) listener();
      }),
    becomeRestore: (change: Partial<RestoreState>) =>
      act(() => {
        restore = { ...restore, ...change };
        for (const listener of listeners) listener();
      }),
    becomeRep: (change: Partial<RepState>) =>
      act(() => {
        rep = { ...rep, ...change };
        for (const listener of listeners) listener();
      }),
    become: (change: Partial<SessionState>) =>
      act(() => {
        state = { ...state, ...change };
        for (const listener of listeners) listener();
      }),
  };
}
