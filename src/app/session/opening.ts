import { asProposed } from "../../domain/adoption/choices";
import type { Progress } from "../ports";
import type { Reading } from "../readFollowUps";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore } from "./state";

type OpeningDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "run" | "report"> & {
  readonly store: StateStore;
  /** Checks and shows what was read of a workbook that was set up. */
  readonly show: (reading: Reading) => Promise<void>;
  /** Forgets what was checked. */
  readonly forget: () => void;
  /** The person turns to another sheet. */
  readonly turnAway: () => void;
  /** Brings the Summary's values to the day of the check, after what is under way. */
  readonly refreshSummary: () => void;
};

export interface Opening {
  readonly open: () => Promise<void>;
  /** Ends following which sheet is open. */
  readonly stop: () => Promise<void>;
}

/** Nobody sees how far it is, and nobody can cancel it. */
const noProgress: Progress = { report: () => undefined, cancelled: () => false };

/**
 * Opens the session: reads the workbook's facts, checks a workbook that was set up, and follows which sheet is open. Writes
 * nothing but the Summary's values, and those later and where it costs nobody anything.
 */
export function createOpening(dependencies: OpeningDependencies): Opening {
  const { port, surroundings, run, report, show, forget, turnAway, refreshSummary } = dependencies;
  const { getState, set } = dependencies.store;
  let endFollowing: () => Promise<void> = () => Promise.resolve();

  /** A look at a sheet as it is belongs to that sheet; a set-up workbook has one follow-up sheet. */
  async function changeSheet(): Promise<void> {
    if (getState().installed || getState().busy !== null) return;
    const read = await port.readWorkbook(() => [], noProgress);
    if (!read.ok || getState().installed) return;
    forget();
    const { book, openIsEmpty } = read.value;
    set({
      ...{ sheet: book.activeSheet, emptySheet: openIsEmpty, check: null, plan: null, found: null },
      ...{ choices: asProposed, problem: null },
    });
  }

  return {
    open: () =>
      run("opening", async (progress) => {
        const { readWhereSetUp } = await import("../readFollowUps");
        const read = await readWhereSetUp(port, surroundings, progress);
        if (!read.ok) return report("opening", { kind: "fault", fault: read.fault, aftermath: null });
        if ("activeSheet" in read.value) {
          const { activeSheet, openIsEmpty } = read.value;
          set({ ready: true, installed: false, sheet: activeSheet, emptySheet: openIsEmpty });
        } else {
          await show(read.value);
          if (!surroundings.writesEndUndo) refreshSummary();
        }
        const following = await port.watchActivation(() => {
          turnAway();
          void changeSheet();
        });
        if (following.ok) endFollowing = following.value;
      }),
    stop: () => endFollowing(),
  };
}
