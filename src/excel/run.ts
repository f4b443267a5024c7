import { fail, type Result } from "../app/fault";
import { faultOf, readError, remedyOf } from "./faults";

/** Work on the workbook. It may end in a fault of its own; what Excel throws is turned into one. */
type Batch<T> = (context: Excel.RequestContext) => Promise<Result<T>>;

/** Further tries of a read that met a passing error, and the waits before them in milliseconds, half of it by chance. */
const waits: readonly number[] = [250, 700, 1600];

function rest(milliseconds: number): Promise<void> {
  const time = milliseconds / 2 + (Math.random() * milliseconds) / 2;
  return new Promise((resolve) => setTimeout(resolve, time));
}

type Attempt<T> = { readonly result: Result<T>; readonly remedy: ReturnType<typeof remedyOf> };

async function attempt<T>(start: () => Promise<Result<T>>): Promise<Attempt<T>> {
  try {
    return { result: await start(), remedy: "none" };
  } catch (thrown) {
    const error = readError(thrown);
    return { result: fail(faultOf(error)), remedy: remedyOf(error) };
  }
}

/**
 * Runs a step that only reads, again from its start when Excel was busy (up to three times) or when something it looked
 * up had gone in the meantime (once). Never waits for somebody who is typing in a cell: that is a fault at once.
 */
export async function retryRead<T>(start: () => Promise<Result<T>>, tried = 0): Promise<Result<T>> {
  const { result, remedy } = await attempt(start);
  const tries = remedy === "retry" ? waits.length : remedy === "rediscover" ? 1 : 0;
  const wait = waits[tried];
  if (tried >= tries || wait === undefined) return result;
  await rest(wait);
  return retryRead(start, tried + 1);
}

/** One go at reading, in one context; see `retryRead` for what is tried again. */
export function runRead<T>(batch: Batch<T>): Promise<Result<T>> {
  return retryRead(() => Excel.run(batch));
}

/**
 * Runs what a person asked for and is waiting for: Excel takes it when the cell that is being edited is finished. Nothing
 * is tried again, since part of it may have been carried out.
 */
export async function runCommand<T>(batch: Batch<T>): Promise<Result<T>> {
  return (await attempt(() => Excel.run({ delayForCellEdit: true }, batch))).result;
}

/** Runs one request of a change. */
export type RunRequest = <T>(batch: Batch<T>) => Promise<Result<T>>;

/**
 * Runs a change of several requests, each as `runCommand` does.
 * @param isOneStep true where Excel is to join them into one step for Ctrl+Z; needs ExcelApi 1.20
 */
export function runChange<T>(isOneStep: boolean, change: (run: RunRequest) => Promise<T>): Promise<T> {
  if (!isOneStep) return change(runCommand);
  return Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, (context) =>
    change(async (batch) => (await attempt(() => batch(context))).result),
  );
}

/** Like `runCommand`, but refused while a cell is being edited. */
export async function runOnce<T>(batch: Batch<T>): Promise<Result<T>> {
  return (await attempt(() => Excel.run(batch))).result;
}

/** Runs on with objects of an earlier context, which is what event handlers need to be taken off. */
export async function runWith<T>(context: OfficeExtension.ClientRequestContext, batch: Batch<T>): Promise<Result<T>> {
  return (await attempt(() => Excel.run(context, batch))).result;
}
