import type { DriftAnswer } from "../../domain/install/planDrift";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import type { GoneEntry } from "../../domain/settings/memory";
import { draftPutBack } from "../../domain/settings/putBack";
import type { Progress } from "../ports";
import { keeping } from "../restore/keep";
import { planNow, transact } from "../transaction";
import { followDraft } from "./remembering";
import type { SchemaDependencies, SchemaState } from "./state";
import type { SettingsMemoryKeeper } from "./settingsMemory";
import { changingSchema, lettingGo, rememberingSchema, repairingDrift } from "./work";

/** What the schema's session does, each within a task of the queue's. */
export interface SchemaUse {
  readonly preview: (progress: Progress) => Promise<void>;
  readonly apply: (progress: Progress) => Promise<void>;
  readonly putBack: (gone: readonly GoneEntry[], progress: Progress) => Promise<void>;
  readonly letGo: (gone: readonly GoneEntry[], progress: Progress) => Promise<void>;
  readonly repair: (drift: Drift, answer: DriftAnswer, progress: Progress) => Promise<void>;
}

interface StateOf {
  readonly getState: () => SchemaState;
  readonly set: (change: Partial<SchemaState>) => void;
}

export function openSchemaUse(
  dependencies: SchemaDependencies,
  { getState, set }: StateOf,
  memory: SettingsMemoryKeeper,
): SchemaUse {
  const { port, subject, report, clearProblem, checkAll } = dependencies;

  /** Brings a draft into the workbook in one change that can be given back. */
  async function carryOut(draft: SchemaDraft, progress: Progress): Promise<void> {
    clearProblem();
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

  return {
    preview: async (progress) => {
      const { draft } = getState();
      if (!draft) return;
      clearProblem();
      const planned = await planNow(changingSchema(dependencies, draft), progress);
      if (planned.ok) set({ preview: planned.plan });
      else report("planning", planned.problem);
    },
    apply: async (progress) => {
      const { draft, preview } = getState();
      if (draft && preview) await carryOut(draft, progress);
    },
    putBack: async (gone, progress) => {
      const now = subject();
      const known = memory.now();
      if (!now || known === null) return;
      const look = { language: now.language, dateSystem: now.system };
      await carryOut(draftPutBack(known, gone, now.schema, look), progress);
    },
    letGo: async (gone, progress) => {
      const now = subject();
      if (!now) return;
      const letting = await lettingGo(port, now.reading.book, memory, gone);
      if (letting.ok) await checkAll(progress);
      else report("applying", { kind: "fault", fault: letting.fault, aftermath: "unchanged" });
    },
    repair: async (drift, answer, progress) => {
      clearProblem();
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
    },
  };
}
