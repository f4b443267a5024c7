import { headerCells } from "../settings/readSettings";
import type { SetUpInput } from "./setUpInput";
import type { ColumnDrift, Drift } from "../settings/drift";
import { defaultField } from "../schema/defaults";
import { readInstalledSchema } from "../settings/inForce";
import { findFollowUps, followUpTable } from "../followUps/followUps";
import type { Action } from "../workbook/action";
import { addColumns, type AddedColumns } from "./addColumns";
import { planSetUp } from "./planSetUp";
import { project } from "../workbook/project";

/** What somebody wants done about a column or table that is not where it was. */
export type DriftAnswer =
  /** The Settings take over the new header. */
  | "takeNew"
  /** The old header, or the table's name, is put back. */
  | "putBack"
  /** A blank column of the old header is added. */
  | "addColumn";

function columnFix(input: SetUpInput, drift: ColumnDrift, answer: DriftAnswer): AddedColumns {
  const { book, sheet, settings } = input;
  const table = findFollowUps(book);
  const nothing: AddedColumns = { ok: true, actions: [] };
  if (!table || !settings) return nothing;
  if (answer === "addColumn") {
    const fields = readInstalledSchema(book, settings)?.settings.fields ?? [];
    const field = fields.find(({ id }) => id === drift.field) ?? defaultField(drift.field, drift.header);
    return addColumns(sheet, table, [{ ...field, header: drift.header }]);
  }
  const write = (title: string, row: number, column: number, text: string): AddedColumns => {
    const area = { row, column, rows: 1, columns: 1 };
    return { ok: true, actions: [{ kind: "writeCells", sheet: title, area, cells: [[text]] }] };
  };
  if (answer === "takeNew") {
    const cell = headerCells(book, settings).get(drift.field);
    return cell && drift.now !== null ? write(settings.sheet, cell.row, cell.column, drift.now) : nothing;
  }
  const at = table.headers.findIndex((header) => header === drift.now);
  return at < 0 ? nothing : write(table.sheet, table.area.row, table.area.column + at, drift.header);
}

/**
 * Works out what mends a drift: the one cell, column or name, and the rules on top of it, as far as the sheet can have them
 * again. Pure: nothing is changed.
 */
export function planDrift(input: SetUpInput, drift: Drift, answer: DriftAnswer): AddedColumns {
  const fix: AddedColumns =
    drift.kind === "table"
      ? { ok: true, actions: [{ kind: "renameTable", from: drift.now, to: followUpTable }] }
      : columnFix(input, drift, answer);
  if (!fix.ok) return fix;
  const workbook = project({ book: input.book, sheet: input.sheet, settings: input.settings }, fix.actions);
  const rules = planSetUp({ ...input, ...workbook });
  // With another column still missing the rules have to wait; the repair need not.
  const actions: readonly Action[] = rules.ok ? [...fix.actions, ...rules.plan.actions] : fix.actions;
  return { ok: true, actions };
}
