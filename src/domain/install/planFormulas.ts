import type { HealthItem } from "../plan/healthItem";
import type { PlanPart } from "../plan/setUpPlan";
import { calculatedIds } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { Action } from "../workbook/action";
import { intersect, type Area } from "../workbook/area";
import { sameFormula } from "../workbook/formulaText";
import type { FormulaGrid } from "../workbook/snapshot";
import { calculatedFormats } from "./formulas";
import type { SetUpSubject } from "./setUpInput";

/** True where the first and the last cell of the column hold the formula. */
function formulaStands(edges: readonly FormulaGrid[], sheet: string, column: Area, formula: string): boolean {
  const at = (row: number): CellValue | undefined => {
    const edge = edges.find((grid) => grid.sheet === sheet && grid.area.row === row);
    return edge?.formulas[0]?.[column.column - edge.area.column];
  };
  return [column.row, column.row + column.rows - 1].every((row) => {
    const now = at(row);
    return typeof now === "string" && sameFormula(now, formula);
  });
}

/** The formulas of the calculated columns, where they do not stand. */
export function planFormulas({ input, located, columns }: SetUpSubject): PlanPart {
  const { sheet, area: body } = located.records;
  const { added, all, headers, formulas } = columns;
  const actions: Action[] = [];
  const health: HealthItem[] = [];
  const written: string[] = [];
  for (const id of calculatedIds) {
    const formula = formulas.get(id);
    const header = headers.calculated[id];
    const offset = all.indexOf(header);
    if (formula === undefined || offset < 0) continue;
    const column: Area = { ...body, column: body.column + offset, columns: 1 };
    const stands = formulaStands(input.installed?.edges ?? [], sheet, column, formula);
    const holes = (input.installed?.overwritten ?? []).filter((hole) => intersect(hole, column) !== null);
    const [first] = holes;
    if (stands && !first) continue;
    // Only an edge that differs asks for the whole column: what people typed over in some rows is put back there alone.
    const format = stands ? undefined : calculatedFormats[id];
    if (format !== undefined) actions.push({ kind: "setNumberFormat", sheet, area: column, format });
    const places = stands ? holes : [column];
    for (const area of places) actions.push({ kind: "fillFormula", sheet, area, formula });
    written.push(header);
    const count = holes.reduce((sum, { rows }) => sum + rows, 0);
    const place = { sheet, area: first ?? column };
    health.push(
      added.includes(header)
        ? { damage: "missing", part: "formula", what: header, place: null, count: 1 }
        : { damage: count > 0 ? "overwritten" : "altered", part: "formula", what: header, place, count: count || 1 },
    );
  }
  const changes: PlanPart["changes"] = written.length > 0 ? [{ kind: "formulas", headers: written }] : [];
  if (!isOfEarlierVersion(columns)) return { actions, changes, health };
  const outdated: HealthItem = { damage: "outdated", part: "formula", what: "", place: null, count: written.length };
  return { actions, changes, health: [outdated] };
}

/**
 * True where the add-in's columns stand without the one that all others are worked out from, or without all that tell how far customers
 * came: an earlier version made them.
 */
function isOfEarlierVersion({ added, headers: { calculated, fields } }: SetUpSubject["columns"]): boolean {
  if (added.includes(calculated.status)) return false;
  const noted = fields.get("furthestStage");
  const isWithoutReach = noted !== undefined && added.includes(noted) && added.includes(calculated.furthestRow);
  return added.includes(calculated.stageRow) || added.includes(calculated.risk) || isWithoutReach;
}
