import type { Fault } from "../../app/fault";
import type { ApplyResult } from "../../app/ports";
import type { Action } from "../../domain/workbook/action";

/** Carries a change out; `isOneStep` says whether Excel is asked to make one step for Ctrl+Z of it. */
type CarryOut = (isOneStep: boolean) => Promise<ApplyResult>;

/** A sheet that nobody is to see. Excel documents hiding as something that undo does not cover: the list for Ctrl+Z ends with it. */
export type HiddenSheet = Extract<Action, { readonly kind: "addSheet" }> & { readonly visibility: "veryHidden" };

export function isHiddenSheet(action: Action): action is HiddenSheet {
  return action.kind === "addSheet" && action.visibility !== "visible";
}

/** What undo does not cover has no place in a group. */
function endsUndo(action: Action): boolean {
  return action.kind === "deleteSheet" || isHiddenSheet(action);
}

/** Faults that a group alone may be the cause of: Excels were seen that refuse one for its size, or for no reason that they told. */
const mayComeOfGroup: ReadonlySet<Fault["code"]> = new Set(["unsupported", "unexpected"]);

/**
 * Has changes made as one step for Ctrl+Z where this Excel can. A change that was refused is made again without, and so are all that come
 * after it: where nothing of it stands, which nobody knows of a change that could not be taken back.
 * @param isSupported whether this Excel knows groups; asked with each change
 */
export function createGrouping(
  isSupported: () => boolean,
): (actions: readonly Action[], carryOut: CarryOut) => Promise<ApplyResult> {
  let isRefused = false;
  return async (actions, carryOut) => {
    const isOneStep = !isRefused && isSupported() && !actions.some(endsUndo);
    const result = await carryOut(isOneStep);
    if (!isOneStep || result.ok || result.aftermath === "partial" || !mayComeOfGroup.has(result.fault.code))
      return result;
    const again = await carryOut(false);
    // Refused without a group as well: then the group was not the cause.
    isRefused = again.ok;
    return again;
  };
}
