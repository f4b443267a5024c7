import type { DriftAnswer } from "../../domain/install/planDrift";
import type { SchemaPlan } from "../../domain/install/planSchemaChange";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import type { GoneEntry } from "../../domain/settings/memory";
import type { Progress } from "../ports";
import type { Reading } from "../readFollowUps";
import { createStore } from "../store";
import type { SchemaLook } from "./look";
import type { SettingsMemoryKeeper } from "./settingsMemory";
import type { Subject } from "../subject";
import { planNow, transact } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

export interface SchemaState {
  /** What has been edited and not applied; null for nothing. */
  readonly draft: SchemaDraft | null;
  /** What applying the draft would do; null until it was asked for, and after each further edit. */
  readonly preview: SchemaPlan | null;
  /** Edits of the draft that was applied last, until the next edit. */
  readonly applied: number | null;
  /** Columns and tables that are not where the Settings say, as of the last look. */
  readonly drift: readonly Drift[];
}

/** The schema's use cases: a draft, its preview, its one change; and what was renamed or deleted in the sheet. */
export interface SchemaSession {
  readonly getState: () => SchemaState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The list, the schema in force and the Settings of the last check; null before there is one. */
  readonly subject: () => Subject | null;
  /** Keeps a draft, or drops it (null). Changes nothing in the workbook. */
  readonly edit: (draft: SchemaDraft | null) => void;
  /** Works out what the draft would change. Changes nothing. */
  readonly preview: () => Promise<void>;
  /** Carries the draft out as it is planned on what stands there now, in one change, and checks. Does nothing before a preview was shown. */
  readonly apply: () => Promise<void>;
  /** Puts entries that were deleted from the Settings back in one change, as they were last readable, and checks. */
  readonly putBack: (gone: readonly GoneEntry[]) => Promise<void>;
  /** Takes it that entries were deleted on purpose: they are not missed any more. */
  readonly letGo: (gone: readonly GoneEntry[]) => Promise<void>;
  /** Repairs a drift in one change and checks, or puts its notice aside (null). */
  readonly answer: (drift: Drift, answer: DriftAnswer | null) => Promise<void>;
}

/** The session's own part: it also hears of each reading of the workbook, and remembers what its Settings said. */
export interface SchemaPart extends SchemaSession {
  readonly look: (reading: Reading) => Promise<void>;
  readonly memory: () => Promise<SettingsMemoryKeeper>;
}

export type SchemaDependencies = Omit<UseCaseDependencies, "written">;

/** Loaded with the first change of the schema: the first view does not wait for it. */
const loadWork = () => import("./work");
const loadLook = () => import("./look");

export function createSchemaSession(dependencies: SchemaDependencies): SchemaPart {
  const { port, subject, run, report, clearProblem, checkAll } = dependencies;
  const { getState, set, subscribe } = createStore<SchemaState>({
    draft: null,
    preview: null,
    applied: null,
    drift: [],
  });
  let opened: Promise<SchemaLook> | null = null;
  const open = () => (opened ??= loadLook().then(({ createSchemaLook }) => createSchemaLook()));

  async function preview(): Promise<void> {
    await run("planning", async (progress) => {
      const { draft } = getState();
      if (!draft) return;
      clearProblem();
      const { changingSchema } = await loadWork();
      const planned = await planNow(changingSchema(dependencies, draft), progress);
      if (planned.ok) set({ preview: planned.plan });
      else report("planning", planned.problem);
    });
  }

  /** Brings a draft into the workbook in one change that can be given back. */
  async function carryOut(draft: SchemaDraft, progress: Progress): Promise<void> {
    clearProblem();
    const { changingSchema, rememberingSchema } = await loadWork();
    const { keeping } = await import("../restore/keep");
    const { followDraft } = await import("./remembering");
    const { memory } = await open();
    const changing = rememberingSchema(dependencies, changingSchema(dependencies, draft), draft, memory);
    await transact(
      port,
      {
        ...keeping(dependencies, changing, "schema", (input) => input),
        tell: (outcome) => {
          if (!outcome.ok) return report("applying", outcome.problem);
          followDraft(memory, draft);
          set({ draft: null, preview: null, applied: outcome.plan.edits.length });
        },
        checkAgain: () => checkAll(progress),
      },
      progress,
    );
  }

  async function apply(): Promise<void> {
    await run("applying", async (progress) => {
      const { draft, preview: shown } = getState();
      if (draft && shown) await carryOut(draft, progress);
    });
  }

  async function repair(drift: Drift, answer: DriftAnswer): Promise<void> {
    await run("applying", async (progress) => {
      clearProblem();
      const { repairingDrift } = await loadWork();
      await transact(
        port,
        {
          ...repairingDrift(dependencies, drift, answer),
          tell: (outcome) => {
            if (!outcome.ok) report("applying", outcome.problem);
          },
          checkAgain: () => checkAll(progress),
        },
        progress,
      );
    });
  }

  return {
    getState,
    subscribe,
    subject,
    memory: async () => (await open()).memory,
    look: async (reading) => {
      const drift = (await open()).look(reading);
      if (drift.length > 0 || getState().drift.length > 0) set({ drift });
    },
    putBack: (gone) =>
      run("applying", async (progress) => {
        const now = subject();
        const memory = (await open()).memory.now();
        if (!now || memory === null) return;
        const { draftPutBack } = await import("../../domain/settings/putBack");
        const look = { language: now.language, dateSystem: now.system };
        await carryOut(draftPutBack(memory, gone, now.schema, look), progress);
      }),
    letGo: (gone) =>
      run("applying", async (progress) => {
        const now = subject();
        if (!now) return;
        const { lettingGo } = await loadWork();
        const letting = await lettingGo(port, now.reading.book, (await open()).memory, gone);
        if (letting.ok) await checkAll(progress);
        else report("applying", { kind: "fault", fault: letting.fault, aftermath: "unchanged" });
      }),
    edit: (draft) => set({ draft, preview: null, applied: null }),
    preview,
    apply,
    answer: async (drift, answer) => {
      if (answer !== null) return repair(drift, answer);
      (await open()).putAside(drift);
      set({ drift: getState().drift.filter((each) => each !== drift) });
    },
  };
}
