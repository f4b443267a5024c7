import type { ICommandService } from "@univerjs/presets";

/** Megabytes that may come to the heap between two collections. */
const mostNew = 96;

/** Megabytes of the heap as the browser tells them; null where it does not, or only now and then. */
function heapMegabytes(): number | null {
  const memory: unknown = Reflect.get(performance, "memory");
  if (typeof memory !== "object" || memory === null || !("usedJSHeapSize" in memory)) return null;
  return typeof memory.usedJSHeapSize === "number" ? memory.usedJSHeapSize / 1_048_576 : null;
}

/**
 * Story: a browser on a computer with much memory lets a set-up of 10,000 rows grow to a gigabyte before it looks for what can go, of
 * which 170 MB are in use. Where it offers its collection to the page, as the one does that the job starts, it is made to look
 * earlier: after a command of the grid, which the calculation too gives one of for every 500 formulas.
 */
export function keepHeapSmall(commands: ICommandService): void {
  const collect = globalThis.gc;
  if (!collect) return;
  let kept = heapMegabytes();
  commands.onCommandExecuted(() => {
    const now = heapMegabytes();
    if (now === null || kept === null || now < kept + mostNew) return;
    collect();
    kept = heapMegabytes();
  });
}
