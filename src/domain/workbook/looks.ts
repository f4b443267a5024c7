import type { Action } from "./action";

/**
 * Actions that nothing depends on but how a workbook looks. Where Excel refuses one of them (no printer, a format it cannot set), all
 * else is worth having. Hidden columns are none of them: what is hidden is not for people to type into.
 */
export type LookAction = Extract<
  Action,
  {
    readonly kind:
      | "styleCells"
      | "setColumnWidths"
      | "restoreWidths"
      | "setPageLayout"
      | "hideGridlines"
      | "addChart"
      | "deleteChart";
  }
>;

/** Looks by what a person would call them. */
export type Look = "cells" | "charts" | "page" | "gridlines";

const looks: Readonly<Record<LookAction["kind"], Look>> = {
  styleCells: "cells",
  setColumnWidths: "cells",
  restoreWidths: "cells",
  addChart: "charts",
  deleteChart: "charts",
  setPageLayout: "page",
  hideGridlines: "gridlines",
};

export function isLook(action: Action): action is LookAction {
  return Object.hasOwn(looks, action.kind);
}

/** Looks of one kind on one sheet: they are set together, or told together as not set. */
export interface LookGroup {
  readonly look: Look;
  readonly sheet: string;
  readonly actions: readonly LookAction[];
}

/** Looks by kind and sheet, in the order in which each is met first. Page and charts come after the cells that they show. */
export function lookGroups(actions: readonly LookAction[]): readonly LookGroup[] {
  const groups = new Map<string, LookAction[]>();
  for (const action of actions) {
    const key = JSON.stringify([looks[action.kind], action.sheet]);
    const group = groups.get(key);
    if (group) group.push(action);
    else groups.set(key, [action]);
  }
  const order: readonly Look[] = ["cells", "gridlines", "page", "charts"];
  return [...groups.values()]
    .flatMap((group): readonly LookGroup[] => {
      const [first] = group;
      return first ? [{ look: looks[first.kind], sheet: first.sheet, actions: group }] : [];
    })
    .sort((a, b) => order.indexOf(a.look) - order.indexOf(b.look));
}
