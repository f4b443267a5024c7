import { isHighlightStep, type Step } from "./step";

/** Excel on the web takes 5 MB per request. */
const targetBytes = 2_000_000;
/** What the client wraps around a step: the objects that lead to the cells, and a call for each thing that is set. */
const wrapping = 2000;

/** Rough size of a step in a request, bytes. Three bytes per character are what Chinese takes. */
function bytesOf(step: Step): number {
  const text = JSON.stringify(step);
  let bytes = text.length + wrapping;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) bytes += 2;
  return bytes;
}

/** Cuts a large block of cells into rows that fit one request each. Any other step stays as it is. */
function pieces(step: Step, limit: number): readonly Step[] {
  if ((step.kind !== "writeCells" && step.kind !== "restoreCells") || step.cells.length < 2) return [step];
  const bytes = bytesOf(step);
  if (bytes <= limit) return [step];
  const rows = Math.max(1, Math.floor((step.cells.length * limit) / bytes));
  const parts: Step[] = [];
  for (let done = 0; done < step.cells.length; done += rows) {
    const cells = step.cells.slice(done, done + rows);
    parts.push({ ...step, area: { ...step.area, row: step.area.row + done, rows: cells.length }, cells });
  }
  return parts;
}

/** Steps that travel in one request. */
export interface StepBatch<S> {
  readonly steps: readonly Step[];
  /** The sources of which at least a part is in this batch. */
  readonly sources: readonly S[];
}

/**
 * Packs steps, in order, into requests. A source (an action, or a step) whose cells are too many for one request is cut
 * and turns up in several batches.
 * @param isAlone sources that travel in a request of their own, as conditional formats always do
 */
export function planBatches<S extends Step>(
  sources: readonly S[],
  isAlone: (source: S) => boolean = () => false,
): readonly StepBatch<S>[] {
  const alone = (source: S) => isAlone(source) || isHighlightStep(source);
  const batches: { steps: Step[]; sources: S[] }[] = [];
  let current: { steps: Step[]; sources: S[] } | null = null;
  let bytes = 0;
  for (const source of sources) {
    if (alone(source)) current = null;
    for (const piece of pieces(source, targetBytes)) {
      const size = bytesOf(piece);
      if (!current || bytes + size > targetBytes) {
        current = { steps: [], sources: [] };
        batches.push(current);
        bytes = 0;
      }
      current.steps.push(piece);
      if (current.sources.at(-1) !== source) current.sources.push(source);
      bytes += size;
    }
    if (alone(source)) current = null;
  }
  return batches;
}
