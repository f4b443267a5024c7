import { actionType } from "./batch";
import type { WireAction } from "./batch";
import { identify, keep } from "./batchRun";
import type { BatchRun } from "./batchRun";
import { HostError } from "./hostError";
import { isHostObject } from "./hostObject";
import type { HostObject } from "./hostObject";
import { callMember, writeMember } from "./memberAccess";
import { readArguments, resolvePath } from "./objectPaths";
import { asJson, query } from "./queries";

/**
 * Carries out one action and gives the value of its result.
 * @throws HostError where Excel would answer with an error
 */
export async function carryOut(run: BatchRun, action: WireAction): Promise<unknown> {
  run.location = action.name;
  const object = action.path === null ? null : await resolvePath(run, action.path);
  switch (action.type) {
    case actionType.instantiate:
      if (object && object.keepable && run.batch.autoKeepReference) keep(run, object);
      return object ? identify(run, object) : null;
    case actionType.query:
      return query(run, object, action.query);
    case actionType.queryAsJson:
      return asJson(await query(run, object, action.query));
    case actionType.method:
      return callMethod(run, object, action);
    case actionType.setProperty: {
      const [first] = await readArguments(run, action.args);
      if (object) await writeMember(run, object, action.name, first);
      return null;
    }
    case actionType.update:
      if (object) for (const [name, part] of Object.entries(action.state)) await writeMember(run, object, name, part);
      return null;
    case actionType.trace:
      return null;
    default:
      throw new HostError("NotImplemented", `Action type ${action.type} is not implemented.`, 501);
  }
}

/** A method on a null object does nothing; the client reports the null object when its result is read. */
async function callMethod(run: BatchRun, object: HostObject | null, action: WireAction): Promise<unknown> {
  if (!object) return null;
  const result = await callMember(run, object, action.name, await readArguments(run, action.args));
  return isHostObject(result) ? identify(run, result) : result;
}
