import type { Action } from "../workbook/action";
import { parseReference } from "../workbook/reference";
import type { BookSnapshot } from "../workbook/snapshot";
import type { HealthItem } from "../plan/healthItem";
import type { Change } from "../plan/setUpPlan";

/** Sheets that a plan makes or completes, and names that it sets, as what was wrong with them. */
export function bookItems(
  book: BookSnapshot,
  changes: readonly Change[],
  actions: readonly Action[],
): readonly HealthItem[] {
  const present = new Set(book.names.map(({ name }) => name.toLowerCase()));
  const parts = { settings: "settingsSheet", summary: "summary", log: "log" } as const;
  return [
    ...changes.flatMap((change): readonly HealthItem[] =>
      change.kind !== "sheet"
        ? []
        : [
            {
              damage: change.isNew ? "missing" : "altered",
              part: parts[change.role],
              what: change.title,
              place: null,
              count: 1,
            },
          ],
    ),
    ...actions.flatMap((action): readonly HealthItem[] =>
      action.kind !== "setName"
        ? []
        : [
            {
              damage: present.has(action.name.toLowerCase()) ? "pointsElsewhere" : "missing",
              part: "name",
              what: action.name,
              place: parseReference(action.formula),
              count: 1,
            },
          ],
    ),
  ];
}
