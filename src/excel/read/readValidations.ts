import type { ValidationFacts } from "../../domain/workbook/snapshot";
import type { Area } from "../../domain/workbook/area";
import { parseAreas } from "../parts/addresses";
import { rangeOf } from "../parts/grid";
import { fromExcel, takeValidation, validationMembers } from "../parts/validation";

/** Into how many parts a stretch of differing cells is cut per round trip: one broken cell among 10,000 is found in four. */
const parts = 16;
/** Ranges per round trip; what would take more is left as it is and looked at again after the repair of the rest. */
const mostRanges = 2000;

/** Asks for the validation of areas, each as one; to be followed by a sync. */
export function askValidations(sheet: Excel.Worksheet, areas: readonly Area[]): () => readonly ValidationFacts[] {
  const asked = areas.map((area) => {
    const { dataValidation } = rangeOf(sheet, area);
    dataValidation.load(validationMembers);
    return { area, dataValidation };
  });
  return () =>
    asked.map(({ area, dataValidation }) => ({ area, validation: fromExcel(takeValidation(dataValidation)) }));
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
): Promise<readonly ValidationFacts[]> {
  const isOpen = ({ area, validation }: ValidationFacts) => validation === "mixed" && area.rows > 1;
  const open = facts.filter(isOpen).slice(0, Math.floor(mostRanges / parts));
  if (open.length === 0) return facts;
  const reads = new Map(open.map((fact) => [fact, askValidations(sheet, cut(fact.area))]));
  await context.sync();
  const finer = facts.flatMap((fact) => reads.get(fact)?.() ?? [fact]);
  // More open stretches than one request can ask for are not cut any finer.
  return finer.filter(isOpen).length * parts > mostRanges ? finer : splitByRule(context, sheet, finer);
}

/** The rows of a column that none of the areas covers. */
function rowsWithout(column: Area, covered: readonly Area[]): readonly Area[] {
  const sorted = [...covered].sort((a, b) => a.row - b.row);
  const gaps: Area[] = [];
  const end = column.row + column.rows;
  let next = column.row;
  for (const { row, rows } of sorted) {
    if (row > next) gaps.push({ ...column, row: next, rows: Math.min(row, end) - next });
    next = Math.max(next, row + rows);
  }
  if (next < end) gaps.push({ ...column, row: next, rows: end - next });
  return gaps;
}

/**
 * Asks which cells of columns hold no formula, without the formulas themselves: those of 10,000 rows are several megabytes.
 * To be followed by a sync.
 */
export function askOverwritten(sheet: Excel.Worksheet, columns: readonly Area[]): () => readonly Area[] {
  // Asked of a single cell, Excel answers for the whole sheet.
  const several = columns.filter(({ rows }) => rows > 1);
  const asked = several.map((column) => {
    const cells = rangeOf(sheet, column).getSpecialCellsOrNullObject("Formulas").untrack();
    cells.load("address");
    return { column, cells };
  });
  const single = columns
    .filter(({ rows }) => rows === 1)
    .map((column) => {
      const range = rangeOf(sheet, column);
      range.load("formulas");
      return { column, range };
    });
  return () => [
    ...asked.flatMap(({ column, cells }) => {
      if (cells.isNullObject) return [column];
      const covered = parseAreas(cells.address);
      return covered === null ? [] : rowsWithout(column, covered);
    }),
    ...single.flatMap(({ column, range }) => {
      const formulas: unknown = range.formulas;
      const cell: unknown = Array.isArray(formulas) && Array.isArray(formulas[0]) ? formulas[0][0] : "";
      return typeof cell === "string" && cell.startsWith("=") ? [] : [column];
    }),
  ];
}
