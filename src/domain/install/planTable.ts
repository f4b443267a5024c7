import { followUpTable } from "../followUps/followUps";
import type { Change, PlanPart } from "../plan/setUpPlan";
import type { Action } from "../workbook/action";
import { isBlank } from "../values/value";
import { cellAddress, type Area } from "../workbook/area";
import { shownWidth, tableStyle } from "../workbook/layout";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { SetUpSubject } from "./setUpInput";

/** Room for a header with its filter button, and for a status of two words. */
function columnWidth(header: string): number {
  return Math.max(16, shownWidth(header) + 4);
}

/** Headers that a table could not have as they are get their texts first, so that Excel has none to make up. */
function headerParts({ area, headerChanges, headers, records }: SetUpSubject["located"]): Omit<PlanPart, "health"> {
  if (headerChanges.length === 0) return { actions: [], changes: [] };
  const texts = new Map(headerChanges.map(({ column, to }) => [column, to]));
  const cells = headers.map((_, column) => texts.get(column) ?? null);
  return {
    actions: [{ kind: "writeCells", sheet: records.sheet, area: { ...area, rows: 1 }, cells: [cells] }],
    changes: [
      {
        kind: "headers",
        cells: headerChanges.map(({ column, from, to, why }) => {
          return { cell: cellAddress(area.row, area.column + column), from, to, why };
        }),
      },
    ],
  };
}

/** The table that is made over the sheet's cells, or grows over the columns that came, or gets its name. */
function tableActions({ located, columns }: SetUpSubject, grown: Area): readonly Action[] {
  const { table, records } = located;
  const { sheet } = records;
  if (!table) return [{ kind: "createTable", sheet, area: grown, name: followUpTable, style: tableStyle }];
  const actions: Action[] = [];
  if (columns.added.length > 0) {
    const withTotals = { ...grown, rows: table.area.rows };
    actions.push({ kind: "resizeTable", name: table.name, sheet, area: withTotals });
  }
  if (table.name !== followUpTable) actions.push({ kind: "renameTable", from: table.name, to: followUpTable });
  return actions;
}

/** The first filled cell right below a table; null where a new row has room. */
function filledBelow({ used, grid }: SheetSnapshot, { row, column, rows, columns }: Area): string | null {
  if (!used) return null;
  const cells = grid.values[row + rows - used.row] ?? [];
  for (let at = column; at < column + columns; at += 1)
    if (!isBlank(cells[at - used.column] ?? "")) return cellAddress(row + rows, at);
  return null;
}

/** The follow-up table with the columns that it lacks. */
export function planTable(subject: SetUpSubject): PlanPart {
  const { input, located, columns } = subject;
  const { area, table, records } = located;
  const { sheet } = records;
  const { added, all, hidden } = columns;
  const named = headerParts(located);
  const actions: Action[] = [...named.actions];
  const changes: Change[] = [...named.changes];
  if (added.length > 0) {
    const head: Area = { row: area.row, column: area.column + area.columns, rows: 1, columns: added.length };
    // A new column would take over the format of its neighbour: an ID shown as a date helps nobody.
    actions.push({ kind: "setNumberFormat", sheet, area: { ...head, rows: area.rows }, format: "General" });
    actions.push({ kind: "writeCells", sheet, area: head, cells: [added] });
    const shown = added.filter((header) => !hidden.includes(header));
    // A hidden column that is given a width comes into view again.
    actions.push({ kind: "setColumnWidths", sheet, column: head.column, widths: shown.map(columnWidth) });
    if (hidden.length > 0) {
      const first = head.column + added.length - hidden.length;
      actions.push({ kind: "hideColumns", sheet, column: first, columns: hidden.length });
    }
    if (shown.length > 0) changes.push({ kind: "columns", headers: shown });
    if (hidden.length > 0) changes.push({ kind: "hiddenColumns", headers: hidden });
  }
  actions.push(...tableActions(subject, { ...area, columns: all.length }));
  if (table?.name !== followUpTable) {
    changes.push({ kind: "table", sheet, rows: records.area.rows, columns: all.length });
    if (!table && input.sheet.autoFilter) changes.push({ kind: "autoFilter", sheet });
    const below = filledBelow(input.sheet, table?.area ?? area);
    if (below) changes.push({ kind: "cellsBelow", sheet, cell: below });
  }
  return { actions, changes, health: [] };
}
