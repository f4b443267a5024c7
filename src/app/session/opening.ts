import { findFollowUps } from "../../domain/followUps/followUps";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore } from "./state";

type OpeningDependencies = Pick<UseCaseDependencies, "port" | "run" | "report" | "checkAll"> & {
  readonly store: StateStore;
  /** Forgets what was checked. */
  readonly forget: () => void;
  /** Brings the Summary's values to the day of the check, after what is under way. */
  readonly refreshSummary: () => void;
};

/**
 * Opens the session: reads the workbook's facts, checks a workbook that was set up, and follows which sheet is open. Writes
 * nothing but the Summary's values, and those later.
 */
export function createOpening(dependencies: OpeningDependencies): () => Promise<void> {
  const { port, run, report, checkAll, forget, refreshSummary } = dependencies;
  const { getState, set } = dependencies.store;

  /** A look at a sheet as it is belongs to that sheet; a set-up workbook has one follow-up sheet. */
  async function changeSheet(): Promise<void> {
    if (getState().installed || getState().busy !== null) return;
    const book = await port.readBook();
    if (!book.ok || getState().installed) return;
    forget();
    set({ sheet: book.value.activeSheet, check: null, plan: null, problem: null });
  }

  return () =>
    run("opening", async (progress) => {
      const book = await port.readBook();
      if (!book.ok) return report("opening", { kind: "fault", fault: book.fault, aftermath: null });
      const followUps = findFollowUps(book.value);
      set({ ready: true, installed: followUps !== null, sheet: followUps?.sheet ?? book.value.activeSheet });
      if (followUps) {
        await checkAll(progress);
        refreshSummary();
      }
      await port.watchActivation(() => void changeSheet());
    });
}
