import type { SetUpInput } from "../domain/install/setUpInput";
import type { DriftAnswer } from "../domain/install/planDrift";
import type { SchemaPlan } from "../domain/install/planSchemaChange";
import type { Refusal } from "../domain/plan/setUpPlan";
import type { SchemaDraft } from "../domain/schema/draft";
import type { Drift } from "../domain/settings/drift";
import { settingsHeaders } from "../domain/settings/settings";
import { findFollowUps } from "../domain/followUps/followUps";
import type { Fault } from "./fault";
import type { Subject } from "./check";
import type { Aftermath, Progress, Surroundings, WorkbookPort } from "./ports";
import type { Reading } from "./readFollowUps";
import type { Task } from "./session";
import { createStore } from "./store";

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
  /** Carries the draft out, reads back and checks. */
  readonly apply: () => Promise<void>;
  /** Repairs a drift, or puts its notice aside (null). */
  readonly answer: (drift: Drift, answer: DriftAnswer | null) => Promise<void>;
}

/** What the schema's use cases need of the session they are part of. */
export interface SchemaCore {
  readonly port: WorkbookPort;
  readonly surroundings: Surroundings;
  readonly subject: () => Subject | null;
  readonly run: (task: Task, work: (progress: Progress) => Promise<void>) => Promise<void>;
  readonly failed: (task: Task, fault: Fault, aftermath?: Aftermath | null) => void;
  readonly refused: (refusal: Refusal) => void;
  /** Takes back the last problem's sentence: what it was about is being tried again. */
  readonly clear: () => void;
  readonly planningInput: (reading: Reading, task: Task) => Promise<SetUpInput | null>;
  readonly checkAll: (progress: Progress) => Promise<void>;
}

const nothing: SchemaState = { draft: null, preview: null, applied: null, drift: [] };

/** The session's own part: it also hears of each reading of the workbook. */
export interface SchemaPart extends SchemaSession {
  readonly look: (reading: Reading) => Promise<void>;
}

/** Loaded with the first change of the schema: the first view does not wait for it. */
const changing = () => import("./schemaChanges");

export function createSchemaSession(core: SchemaCore): SchemaPart {
  const store = createStore(nothing);
  const { getState, set } = store;
  /** Headers of the table when every column was where the Settings say. */
  let settled: readonly string[] | null = null;
  const aside = new Set<string>();

  return {
    getState,
    subscribe: store.subscribe,
    subject: core.subject,
    look: async ({ book, inForce }) => {
      const { driftOf } = await import("../domain/settings/drift");
      const headers = settingsHeaders(inForce?.settings ?? null);
      const found = inForce ? driftOf(book, headers, settled) : [];
      if (found.length === 0) {
        settled = findFollowUps(book)?.headers ?? null;
        aside.clear();
      }
      const drift = found.filter((each) => !aside.has(JSON.stringify(each)));
      if (drift.length > 0 || getState().drift.length > 0) set({ drift });
    },
    edit: (draft) => set({ draft, preview: null, applied: null }),
    preview: () =>
      core.run("planning", async (progress) => {
        const { draft } = getState();
        if (!draft) return;
        const { planDraft } = await changing();
        const preview = await planDraft(core, draft, progress, "planning");
        if (preview) set({ preview });
      }),
    apply: () =>
      core.run("applying", async (progress) => {
        const { draft, preview } = getState();
        if (!draft || !preview) return;
        // The sheet may have changed since the preview: what is carried out is planned on what stands there now.
        const { planDraft } = await changing();
        const now = await planDraft(core, draft, progress, "applying");
        if (!now) return;
        const result = await core.port.apply(now.actions, progress);
        if (!result.ok) {
          core.failed("applying", result.fault, result.aftermath);
          return;
        }
        set({ draft: null, preview: null, applied: now.edits.length });
        await core.checkAll(progress);
      }),
    answer: async (drift, answer) => {
      if (answer === null) {
        aside.add(JSON.stringify(drift));
        set({ drift: getState().drift.filter((each) => each !== drift) });
        return;
      }
      await core.run("applying", async (progress) => {
        const { repairDrift } = await changing();
        await repairDrift(core, drift, answer, progress);
      });
    },
  };
}
