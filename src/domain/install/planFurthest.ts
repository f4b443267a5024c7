import { journeys } from "../measures/funnel";
import { readCustomers } from "../measures/readCustomers";
import type { PlanPart } from "../plan/setUpPlan";
import { stageAtStep } from "../schema/stagePlaces";
import type { CellInput } from "../values/value";
import type { Area } from "../workbook/area";
import type { SetUpSubject } from "./setUpInput";

/**
 * How far customers came, noted where nothing is noted yet: by the log, else by the stage that they are in. Those of whom neither says
 * anything stay blank. What stands is never changed: a person may have corrected it.
 * @param ids of the rows of the body, as they will be
 */
export function planFurthest(subject: SetUpSubject, ids: readonly string[]): PlanPart {
  const { input, located, schema, columns, words } = subject;
  const { records } = located;
  const offset = columns.columns.get("furthestStage");
  const isNew = !records.columns.has("furthestStage");
  if (offset === undefined) return { actions: [], changes: [], health: [] };
  const isBroken = input.rulesOnly === true && !isNew;
  // Customers that came since wait for a set-up, as those without an ID do. Where nothing is noted of anybody, it was never written.
  if (isBroken && records.values.some((row) => (row[offset] ?? "") !== ""))
    return { actions: [], changes: [], health: [] };
  const { today, book } = input;
  const review = { schema, today, system: book.dateSystem, language: words.language };
  const blank = readCustomers(records, review).filter(({ index }) => {
    return isNew || (records.values[index]?.[offset] ?? "") === "";
  });
  const byLog = blank.map((customer) => ({ ...customer, id: ids[customer.index] ?? "", isFurthestNoted: false }));
  const cells: CellInput[][] = records.values.map(() => [null]);
  let [count, fromLog] = [0, 0];
  for (const { customer, furthest } of journeys(byLog, input.log, schema.stages, today)) {
    const name = furthest === null ? null : stageAtStep(schema.stages, furthest);
    if (name === null) continue;
    cells[customer.index] = [name];
    count += 1;
    if (furthest !== customer.furthest) fromLog += 1;
  }
  if (count === 0) return { actions: [], changes: [], health: [] };
  const area: Area = { ...records.area, column: records.area.column + offset, columns: 1 };
  return {
    actions: [{ kind: "writeCells", sheet: records.sheet, area, cells }],
    changes: [{ kind: "furthest", count, fromLog }],
    health: isBroken
      ? [
          {
            damage: "missing",
            part: "furthest",
            what: columns.all[offset] ?? "",
            place: { sheet: records.sheet, area },
            count,
          },
        ]
      : [],
  };
}
