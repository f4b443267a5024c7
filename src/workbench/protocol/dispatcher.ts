import { carryOut } from "./actions";
import { actionType, isRecord } from "./batch";
import type { WireAnswer, WireBatch } from "./batch";
import type { BatchRun } from "./batchRun";
import { HostError } from "./hostError";
import type { HostObject } from "./hostObject";
import { createMembers } from "./members";
import { createReferences } from "./references";

export interface DispatcherOptions {
  /** The object that global paths mean: the workbook. */
  readonly root: HostObject;
  /** Services by their full type name. */
  readonly services: ReadonlyMap<string, () => HostObject>;
  /** Newest requirement set that may be used, such as `1.14`. Members above it are refused, which the client library itself does not do. */
  readonly requirementSet: string;
}

export interface Dispatcher {
  readonly process: (batch: WireBatch) => Promise<WireAnswer>;
  /** What was asked for and is not there, in the order met. */
  readonly unknownMembers: readonly string[];
  /** References that clients still hold. */
  readonly heldReferences: () => number;
}

/** Answers batches of the rich API over any model made of host objects. Knows nothing of Excel. */
export function createDispatcher({ root, services, requirementSet }: DispatcherOptions): Dispatcher {
  const members = createMembers(requirementSet);
  const references = createReferences();
  return {
    process: (batch) =>
      processBatch({
        batch,
        root,
        services,
        members,
        references,
        resolved: new Map(),
        kept: new Map(),
        location: "",
      }),
    unknownMembers: members.unknown,
    heldReferences: references.count,
  };
}

/** Carries out the actions in their order. What ran before one that fails stands: there is no rollback. */
async function processBatch(run: BatchRun): Promise<WireAnswer> {
  const results: WireAnswer["Results"][number][] = [];
  const traces: number[] = [];
  let failure: WireAnswer["Error"];
  for (const [index, action] of run.batch.actions.entries()) {
    try {
      const value = await carryOut(run, action);
      // The client registers some events only when it finds its trace among the answers.
      if (action.type === actionType.trace) traces.push(action.id);
      results.push({ ActionId: action.id, Value: value });
    } catch (error) {
      failure = failureOf(error, run.location, index);
      break;
    }
  }
  releaseUntold(run, results);
  return { ...(failure ? { Error: failure } : {}), Results: results, TraceIds: traces };
}

function failureOf(error: unknown, location: string, index: number): NonNullable<WireAnswer["Error"]> {
  if (!(error instanceof HostError)) console.error("workbench: the host failed", error);
  const known = error instanceof HostError ? error : new HostError("GeneralException", String(error), 500);
  return {
    Code: known.code,
    Message: known.message,
    Location: location,
    HttpStatusCode: known.httpStatus,
    ActionIndex: index,
  };
}

/** A client never gives back a reference that it was not told of, so those of a failed batch end with it. */
function releaseUntold(run: BatchRun, results: WireAnswer["Results"]): void {
  const told = new Set(results.map((result) => (isRecord(result.Value) ? result.Value._ReferenceId : undefined)));
  for (const reference of run.kept.values()) if (!told.has(reference)) run.references.release(reference);
}
