import { isLook, lookGroups, type LookGroup } from "../../domain/workbook/looks";
import type { Fault } from "../fault";
import type { WorkbookPort } from "../ports";
import type { UseCaseDependencies } from "../useCase";
import type { StateStore, Task } from "./state";

/** Hears of looks that a change left, whichever use case made it, and sets them later. */
export interface LeftLooksSession {
  /** The workbook, with what its changes leave kept in the state. */
  readonly port: WorkbookPort;
  /** Sets what is left, as far as Excel will by now. */
  readonly finish: (run: UseCaseDependencies["run"]) => Promise<void>;
  readonly drop: () => void;
}

function isSame(a: LookGroup, b: LookGroup): boolean {
  return a.look === b.look && a.sheet === b.sheet;
}

export function createLeftLooks(
  port: WorkbookPort,
  { getState, set }: StateStore,
  failed: (task: Task, fault: Fault) => void,
): LeftLooksSession {
  const apply: WorkbookPort["apply"] = async (actions, progress) => {
    const result = await port.apply(actions, progress);
    const tried = result.ok ? lookGroups(actions.filter(isLook)) : [];
    if (!result.ok || tried.length === 0) return result;
    const others = getState().leftLooks.filter((group) => !tried.some((each) => isSame(each, group)));
    set({ leftLooks: [...others, ...(result.left ?? [])] });
    return result;
  };
  return {
    port: { ...port, apply },
    finish: (run) =>
      run("applying", async (progress) => {
        const result = await apply(
          getState().leftLooks.flatMap(({ actions }) => actions),
          progress,
        );
        if (!result.ok) failed("applying", result.fault);
      }),
    drop: () => set({ leftLooks: [] }),
  };
}
