import type { DriftAnswer } from "../../domain/install/planDrift";
import type { SchemaPlan } from "../../domain/install/planSchemaChange";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import { settingsHeaders } from "../../domain/settings/settings";
import { findFollowUps } from "../../domain/followUps/followUps";
import type { Reading } from "../readFollowUps";
import { createStore } from "../store";
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
  /** Repairs a drift in one change and checks, or puts its notice aside (null). */
  readonly answer: (drift: Drift, answer: DriftAnswer | null) => Promise<void>;
}

/** The session's own part: it also hears of each reading of the workbook. */
export interface SchemaPart extends SchemaSession {
  readonly look: (reading: Reading) => Promise<void>;
}

export type SchemaDependencies = Omit<UseCaseDependencies, "written">;

/** Loaded with the first change of the schema: the first view does not wait for it. */
const loadWork = () => import("./work");

/** Finds what is not where the Settings say in each reading, without what somebody has put aside. */
function createDriftLook() {
  /** Headers of the table when every column was where the Settings say. */
  let settled: readonly string[] | null = null;
  const aside = new Set<string>();
  return {
    putAside: (drift: Drift) => void aside.add(JSON.stringify(drift)),
    look: async ({ book, inForce }: Reading): Promise<readonly Drift[]> => {
      const { driftOf } = await import("../../domain/settings/drift");
      const headers = settingsHeaders(inForce?.settings ?? null);
      const found = inForce ? driftOf(book, headers, settled) : [];
      if (found.length === 0) {
        settled = findFollowUps(book)?.headers ?? null;
        aside.clear();
      }
      return found.filter((each) => !aside.has(JSON.stringify(each)));
    },
  };
}

export function createSchemaSession(dependencies: SchemaDependencies): SchemaPart {
  const { port, subject, run, report, clearProblem, checkAll } = dependencies;
  const { getState, set, subscribe } = createStore<SchemaState>({
    draft: null,
    preview: null,
    applied: null,
    drift: [],
  });
  const { look, putAside } = createDriftLook();

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

  async function apply(): Promise<void> {
    await run("applying", async (progress) => {
      const { draft, preview: shown } = getState();
      if (!draft || !shown) return;
      clearProblem();
      const { changingSchema } = await loadWork();
      const { keeping } = await import("../restore/keep");
      await transact(
        port,
        {
          ...keeping(dependencies, changingSchema(dependencies, draft), "schema", (input) => input),
          tell: (outcome) =>
            outcome.ok
              ? set({ draft: null, preview: null, applied: outcome.plan.edits.length })
              : report("applying", outcome.problem),
          checkAgain: () => checkAll(progress),
        },
        progress,
      );
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
    look: async (reading) => {
      const drift = await look(reading);
      if (drift.length > 0 || getState().drift.length > 0) set({ drift });
    },
    edit: (draft) => set({ draft, preview: null, applied: null }),
    preview,
    apply,
    answer: async (drift, answer) => {
      if (answer !== null) return repair(drift, answer);
      putAside(drift);
      set({ drift: getState().drift.filter((each) => each !== drift) });
    },
  };
}
