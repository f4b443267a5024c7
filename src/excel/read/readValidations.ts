import type { DateSystem } from "../../domain/values/date";
import type { ValidationFacts } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { rangeOf } from "../parts/grid";
import { fromExcel, takeValidation, validationMembers } from "../parts/validation";

/** Into how many parts a stretch of differing cells is cut per round trip: one broken cell among 10,000 is found in four. */
const parts = 16;
/** Ranges per round trip; what would take more is left as it is and looked at again after the repair of the rest. */
const mostRanges = 2000;

/** Asks for the validation of areas, each as one; to be followed by a sync. */
export function askValidations(
  sheet: Excel.Worksheet,
  areas: readonly Area[],
  system: DateSystem,
): () => readonly ValidationFacts[] {
  const asked = areas.map((area) => {
    const { dataValidation } = rangeOf(sheet, area);
    dataValidation.load(validationMembers);
    return { area, dataValidation };
  });
  return () =>
    asked.map(({ area, dataValidation }) => ({ area, validation: fromExcel(takeValidation(dataValidation), system) }));
}

function cut(area: Area): readonly Area[] {
  const rows = Math.ceil(area.rows / parts);
  return Array.from({ length: Math.ceil(area.rows / rows) }, (_, index) => {
    const from = index * rows;
    return { ...area, row: area.row + from, rows: Math.min(rows, area.rows - from) };
  });
}

/** Cuts stretches whose cells have different rules until each piece has one rule. A round trip per cut, for all of them together. */
export async function splitByRule(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  facts: readonly ValidationFacts[],
  system: DateSystem,
): Promise<readonly ValidationFacts[]> {
  const isOpen = ({ area, validation }: ValidationFacts) => validation === "mixed" && area.rows > 1;
  const open = facts.filter(isOpen).slice(0, Math.floor(mostRanges / parts));
  if (open.length === 0) return facts;
  const reads = new Map(open.map((fact) => [fact, askValidations(sheet, cut(fact.area), system)]));
  await context.sync();
  const finer = facts.flatMap((fact) => reads.get(fact)?.() ?? [fact]);
  // More open stretches than one request can ask for are not cut any finer.
  return finer.filter(isOpen).length * parts > mostRanges ? finer : splitByRule(context, sheet, finer, system);
}
