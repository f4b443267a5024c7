import type { Fault } from "../fault";
import { createChecking, type Checking, type CheckingDependencies } from "./checking";
import type { Queue } from "./queue";
import type { Task } from "./state";
import { createWatcher, type Watcher } from "./watcher";

/** Puts together the check of the sheet and the watcher that asks for it when something changed. */
export function createLook(
  { port, store, ...frame }: Omit<CheckingDependencies, "follow">,
  queue: Queue,
  failed: (task: Task, fault: Fault) => void,
): { readonly checking: Checking; readonly watcher: Watcher } {
  const checking = createChecking({
    port,
    store,
    ...frame,
    follow: (sheet, settings) => watcher.follow(sheet, settings),
  });
  const watcher = createWatcher({
    port,
    run: (look) => queue.run("checking", look),
    list: () => {
      const located = checking.subject()?.located;
      return located ? { whole: located.area, body: located.records.area } : null;
    },
    checkRows: checking.checkRows,
    seePicks: async (areas) => {
      let fault: Fault | null = null;
      await queue.runQuietly(async (progress) => {
        fault = await checking.seePicks(areas, progress);
      });
      return fault;
    },
    // Where another sheet was opened since, nobody has asked for a check of it.
    checkAll: async (progress) =>
      checking.subject() || store.getState().installed ? checking.checkAll(progress) : null,
    failed: (fault) => failed("checking", fault),
    showPending: (pending) => store.set({ pending }),
  });
  return { checking, watcher };
}
