import { isoOfSerial } from "../../domain/values/date";
import type { Fault } from "../fault";
import type { RecorderPort } from "../ports";
import { createStore } from "../store";
import type { UseCaseDependencies } from "../useCase";
import type * as Work from "./work";

/** Why something about a record could not be done. */
export type RecorderProblem =
  | { readonly kind: "fault"; readonly fault: Fault }
  /** Office.js offers no place to listen here: nothing was heard of a request that was made. */
  | { readonly kind: "deaf" }
  /** A sheet of the record's name is there and is not ours. */
  | { readonly kind: "foreign" };

export interface RecorderState {
  /** `done` while there is a record to copy. */
  readonly phase: "off" | "recording" | "done";
  /** Requests that are written down, and those that found no room any more. */
  readonly exchanges: number;
  readonly left: number;
  /** The record; null until it has ended. */
  readonly text: string | null;
  /** What became of the hidden sheet in this session; null where it was not touched. */
  readonly sheet: "saved" | "deleted" | "none" | null;
  readonly working: boolean;
  readonly problem: RecorderProblem | null;
}

/** Writes down what Excel is asked and what it answers, without what people wrote. */
export interface RecorderSession {
  readonly getState: () => RecorderState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins; the workbook's parts are asked for first, so that the record begins with them. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Puts the record into a hidden sheet of the workbook. */
  readonly save: () => Promise<void>;
  /** Deletes that sheet. */
  readonly remove: () => Promise<void>;
}

export type RecorderDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "run">;

/** Before anything is recorded. */
export const noRecord: RecorderState = {
  phase: "off",
  exchanges: 0,
  left: 0,
  text: null,
  sheet: null,
  working: false,
  problem: null,
};

/** Loaded with the first record. */
const loadWork = () => import("./work");

export function createRecorderSession({ port, surroundings, run }: RecorderDependencies): RecorderSession {
  const { getState, set, subscribe } = createStore<RecorderState>(noRecord);
  let recording: Work.Recording | null = null;

  async function work(task: (recorder: RecorderPort) => Promise<void>): Promise<void> {
    set({ working: true, problem: null });
    await run("saving", async () => task(await port.recorder()));
    set({ working: false });
  }

  function begin(recorder: RecorderPort, record: typeof Work.record): void {
    const made = `${isoOfSerial(surroundings.today(), 1900)} ${surroundings.clock()}`;
    const begun = record(recorder, made, () => {
      if (recording === begun) set(begun.counted());
    });
    recording = begun;
    set({ ...noRecord, working: true, phase: "recording" });
  }

  /** Listens, and makes sure that something is heard: else a record would be empty for a reason that nobody sees. */
  async function start(recorder: RecorderPort): Promise<void> {
    const { record } = await loadWork();
    begin(recorder, record);
    const looked = await recorder.look();
    const isDeaf = looked.ok && recording?.counted().exchanges === 0;
    if (looked.ok && !isDeaf) return;
    recording?.stop();
    recording = null;
    set({ phase: "off", problem: looked.ok ? { kind: "deaf" } : { kind: "fault", fault: looked.fault } });
  }

  return {
    getState,
    subscribe,
    start: async () => {
      if (getState().phase !== "recording") await work(start);
    },
    stop: () => {
      if (recording === null) return;
      const counted = recording.counted();
      const text = recording.stop();
      recording = null;
      set({ phase: "done", text, ...counted });
    },
    save: () =>
      work(async (recorder) => {
        const { text } = getState();
        if (text === null) return;
        const saved = await recorder.save(text);
        if (!saved.ok) set({ problem: { kind: "fault", fault: saved.fault } });
        else if (saved.value === "foreign") set({ problem: { kind: "foreign" } });
        else set({ sheet: "saved" });
      }),
    remove: () =>
      work(async (recorder) => {
        const removed = await recorder.remove();
        if (!removed.ok) set({ problem: { kind: "fault", fault: removed.fault } });
        else if (removed.value === "foreign") set({ problem: { kind: "foreign" } });
        else set({ sheet: removed.value });
      }),
  };
}
