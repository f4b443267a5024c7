import type { Memory } from "./rememberOnComputer";

/** Whether a person still has to be told that what the add-in writes ends their list of steps for Ctrl+Z. */
export interface UndoNotice {
  readonly isDue: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Somebody has read it: on this computer it is not said again until Excel is another build. */
  readonly understood: () => void;
  /** The add-in writes: what was said before the first write is past until the pane is opened again. */
  readonly written: () => void;
}

const key = "undo-ends";

/**
 * @param endsUndo false where Excel keeps the steps of add-ins
 * @param build Excel's version: an update may change what it does
 */
export function createUndoNotice(endsUndo: boolean, memory: Memory, build: string): UndoNotice {
  let isDue = endsUndo && memory.read(key) !== build;
  const listeners = new Set<() => void>();
  const settle = () => {
    if (!isDue) return;
    isDue = false;
    for (const listener of listeners) listener();
  };
  return {
    isDue: () => isDue,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    understood: () => {
      memory.write(key, build);
      settle();
    },
    written: settle,
  };
}
