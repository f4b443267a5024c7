import type { DriftAnswer } from "../../domain/install/planDrift";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Drift } from "../../domain/settings/drift";
import type { GoneEntry } from "../../domain/settings/memory";
import type { Progress } from "../ports";
import type { Reading } from "../readFollowUps";
import { createStore } from "../store";
import type { SchemaLook } from "./look";
import type { SettingsMemoryKeeper } from "./settingsMemory";
import type { SchemaUse } from "./use";
import type { Subject } from "../subject";
import type { SchemaDependencies, SchemaState } from "./state";

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

/** Loaded with the first check, as what is used is with the first change of the schema: the first view waits for neither. */
const loadLook = () => import("./look");

export function createSchemaSession(dependencies: SchemaDependencies): SchemaPart {
  const { subject, run } = dependencies;
  const { getState, set, subscribe } = createStore<SchemaState>({
    draft: null,
    preview: null,
    applied: null,
    drift: [],
  });
  let opened: Promise<SchemaLook> | null = null;
  const open = () => (opened ??= loadLook().then(({ createSchemaLook }) => createSchemaLook()));

  const use = async () => {
    const { openSchemaUse } = await import("./use");
    return openSchemaUse(dependencies, { getState, set }, (await open()).memory);
  };
  const applying = (work: (use: SchemaUse, progress: Progress) => Promise<void>) =>
    run("applying", async (progress) => work(await use(), progress));

  return {
    getState,
    subscribe,
    subject,
    memory: async () => (await open()).memory,
    look: async (reading) => {
      const drift = (await open()).look(reading);
      if (drift.length > 0 || getState().drift.length > 0) set({ drift });
    },
    putBack: (gone) => applying((now, progress) => now.putBack(gone, progress)),
    letGo: (gone) => applying((now, progress) => now.letGo(gone, progress)),
    edit: (draft) => set({ draft, preview: null, applied: null }),
    preview: () => run("planning", async (progress) => (await use()).preview(progress)),
    apply: () => applying((now, progress) => now.apply(progress)),
    answer: async (drift, answer) => {
      if (answer !== null) return applying((now, progress) => now.repair(drift, answer, progress));
      (await open()).putAside(drift);
      set({ drift: getState().drift.filter((each) => each !== drift) });
    },
  };
}
