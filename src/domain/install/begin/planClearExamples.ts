import { findFollowUps } from "../../followUps/followUps";
import { locate, type Located } from "../../followUps/locate";
import type { Refusal } from "../../plan/setUpPlan";
import { beginDraft } from "../../schema/draft";
import type { Schema } from "../../schema/field";
import { readInstalledSchema, schemaInForce } from "../../settings/inForce";
import { settingsHeaders } from "../../settings/settings";
import { splitMulti } from "../../values/multiList";
import { isFormula, type CellInput } from "../../values/value";
import type { Action } from "../../workbook/action";
import type { Area } from "../../workbook/area";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { calculatedColumns } from "../../workbook/tableNow";
import { planSchemaChange } from "../planSchemaChange";
import type { SetUpInput } from "../setUpInput";
import { exampleRowsOf, isExampleOwner } from "./exampleRows";

/** Where the rows stand that are still examples, one area a row; none where there is no follow-up table. */
export function exampleAreas({ book, sheet, settings }: SetUpInput): readonly Area[] {
  const inForce = readInstalledSchema(book, settings);
  const location = locate(book, sheet, settingsHeaders(inForce?.settings ?? null));
  if (!location.ok) return [];
  const { records } = location.located;
  return exampleRowsOf(records).rows.map((row) => ({ ...records.area, row: records.area.row + row, rows: 1 }));
}

export interface ClearInput extends SetUpInput {
  /** The cells of `exampleAreas`, formulas as such. */
  readonly cells: readonly { readonly area: Area; readonly cells: readonly CellInput[] }[];
}

/** What becomes of the examples. */
export interface ClearPlan {
  readonly actions: readonly Action[];
  /** Rows that are blanked. */
  readonly cleared: number;
  /** Customers whose rows came as examples and stay, since somebody gave them another name. */
  readonly kept: readonly string[];
}

export type ClearResult =
  { readonly ok: true; readonly plan: ClearPlan } | { readonly ok: false; readonly refusal: Refusal };

/** The sheet once the rows are blank but for their formulas. */
function withoutRows(sheet: SheetSnapshot, rows: ClearInput["cells"]): SheetSnapshot {
  const byRow = new Map(rows.map((each) => [each.area.row, each]));
  const { area, values } = sheet.grid;
  const left = values.map((row, index) => {
    const blanked = byRow.get(area.row + index);
    if (!blanked) return row;
    return row.map((value, column) => {
      const cell = blanked.cells[area.column + column - blanked.area.column];
      return cell === undefined || isFormula(cell) ? value : "";
    });
  });
  return { ...sheet, grid: { ...sheet.grid, values: left } };
}

/** The schema without the people whom only the examples knew; itself where there are none. */
function withoutOwners(schema: Schema, { records }: Located, gone: ReadonlySet<number>): Schema {
  const columns = (["owner", "coOwners"] as const).flatMap((id) => records.columns.get(id) ?? []);
  const everybody = schema.owners.map(({ name }) => name);
  const rows = records.values.filter((_, index) => !gone.has(index));
  const inUse = new Set([
    ...rows.flatMap((row) => columns.flatMap((column) => splitMulti(String(row[column] ?? ""), everybody))),
    ...schema.stages.map(({ nextOwner }) => nextOwner),
  ]);
  const owners = schema.owners.filter(({ name }) => !isExampleOwner(name) || inUse.has(name));
  return owners.length === schema.owners.length ? schema : { ...schema, owners };
}

/**
 * Works out what takes the examples away: exactly the rows that came as examples and still have their names are blanked, and the
 * people whom only they knew leave the list of owners. Lists of the team's own, and rows that somebody has made his own, stay.
 * Pure: nothing is changed. Planned again afterwards there is nothing left to do.
 */
export function planClearExamples(input: ClearInput): ClearResult {
  const { book, sheet, settings, cells } = input;
  const table = findFollowUps(book);
  const inForce = readInstalledSchema(book, settings);
  if (!table || !inForce) return { ok: false, refusal: { code: "notSetUp" } };
  if (sheet.sheet.protected) return { ok: false, refusal: { code: "protectedSheet", sheet: sheet.sheet.name } };
  const location = locate(book, sheet, settingsHeaders(inForce.settings));
  if (!location.ok) return location;
  const { located } = location;
  const { columns, area } = located.records;
  const { kept } = exampleRowsOf(located.records);
  const keyColumn = columns.get("id");
  const [first] = cells;
  if (!first || keyColumn === undefined) return { ok: true, plan: { actions: [], cleared: 0, kept } };

  const blanking: Action = {
    kind: "withdrawRows",
    sheet: sheet.sheet.name,
    table: table.name,
    keyColumn,
    rows: cells.map((row) => row.cells),
    calculated: calculatedColumns({ lastRow: first.cells }),
  };
  const done = (actions: readonly Action[]): ClearResult => ({
    ok: true,
    plan: { actions: [...actions, blanking], cleared: cells.length, kept },
  });
  const schema = schemaInForce(located, inForce.settings, inForce.language, input.choices.values);
  const gone = new Set(cells.map((row) => row.area.row - area.row));
  const wanted = withoutOwners(schema, located, gone);
  if (wanted === schema) return done([]);
  const draft = beginDraft(schema);
  const change = planSchemaChange({
    ...input,
    sheet: withoutRows(sheet, cells),
    draft: { ...draft, owners: draft.owners.filter(({ now }) => wanted.owners.includes(now)) },
    settingsFormulas: input.installed?.sheets.find((each) => each.sheet === settings?.sheet) ?? null,
    named: [],
    filteredLog: null,
  });
  return change.ok ? done(change.plan.actions) : change;
}
