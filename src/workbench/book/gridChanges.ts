import { intersect } from "../../domain/workbook/area";
import type { IRange } from "@univerjs/presets";
import { bounding, joined, sheetColumns, sheetRows } from "../data/areas";
import type { BookArea } from "../data/bookData";
import type { Actor } from "../engine/engine";
import { isRecord } from "../protocol/batch";
import type { Book } from "./book";
import { fromRange } from "./grid";
import { moveWithLines } from "./moveWithLines";

export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";

/** Cells of a sheet that somebody changed, put in or took out. Whole rows and columns where these were put in or taken out. */
export interface Change {
  readonly sheet: string;
  readonly actor: Actor;
  readonly type: ChangeType;
  readonly area: BookArea;
}

/** What somebody did to the grid. The opening of a file is not told, nor are the results of the calculation. */
export type GridEvent =
  | ({ readonly kind: "changed" } & Change)
  | { readonly kind: "sorted"; readonly sheet: string; readonly actor: Actor; readonly area: BookArea | null }
  | { readonly kind: "rowsHidden" | "rowsShown"; readonly sheet: string; readonly actor: Actor }
  | { readonly kind: "sheetAdded" | "sheetRemoved"; readonly sheet: unknown; readonly actor: Actor };

/** Area of the cells that a mutation names, or null when it names none. */
function changedArea(cells: unknown): BookArea | null {
  if (!isRecord(cells)) return null;
  let area: BookArea | null = null;
  for (const [row, line] of Object.entries(cells)) {
    if (!isRecord(line)) continue;
    const columns = Object.keys(line).map(Number);
    if (columns.length === 0) continue;
    const first = columns.reduce((a, b) => Math.min(a, b));
    const last = columns.reduce((a, b) => Math.max(a, b));
    const part = { row: Number(row), column: first, rows: 1, columns: last - first + 1 };
    area = area ? bounding(area, part) : part;
  }
  return area;
}

function isRange(value: unknown): value is IRange {
  return isRecord(value) && typeof value.startRow === "number" && typeof value.endRow === "number";
}

/** A mutation that puts rows or columns in, or takes them out. */
interface LineMutation {
  readonly type: ChangeType;
  readonly along: "rows" | "columns";
  readonly sign: 1 | -1;
}

const lineMutations: Readonly<Record<string, LineMutation>> = {
  "sheet.mutation.insert-row": { type: "RowInserted", along: "rows", sign: 1 },
  "sheet.mutation.remove-rows": { type: "RowDeleted", along: "rows", sign: -1 },
  "sheet.mutation.insert-col": { type: "ColumnInserted", along: "columns", sign: 1 },
  "sheet.mutation.remove-col": { type: "ColumnDeleted", along: "columns", sign: -1 },
};

/** A mutation of the grid as it concerns the workbook. */
interface Mutation {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

/** The events of a mutation that changes no lines; most have none. */
function eventsOf({ id, params, actor }: Mutation): readonly GridEvent[] {
  const sheet = params.subUnitId;
  if (id === "sheet.mutation.insert-sheet" && isRecord(params.sheet))
    return [{ kind: "sheetAdded", sheet: params.sheet.id, actor }];
  if (id === "sheet.mutation.remove-sheet") return [{ kind: "sheetRemoved", sheet, actor }];
  if (typeof sheet !== "string") return [];
  const edited = (cells: unknown): readonly GridEvent[] => {
    const area = changedArea(cells);
    return area ? [{ kind: "changed", sheet, actor, type: "RangeEdited", area }] : [];
  };
  switch (id) {
    case "sheet.mutation.set-range-values":
      return edited(params.cellValue);
    case "sheet.mutation.move-range":
      return [params.from, params.to].flatMap((part) => (isRecord(part) ? edited(part.value) : []));
    case "sheet.mutation.reorder-range":
      return [{ kind: "sorted", sheet, actor, area: isRange(params.range) ? fromRange(params.range) : null }];
    case "sheet.mutation.set-row-visible":
      return [{ kind: "rowsShown", sheet, actor }];
    case "sheet.mutation.set-row-hidden":
    case "sheet.mutation.set-filter-criteria":
    case "sheet.mutation.set-table-filter":
      return [{ kind: "rowsHidden", sheet, actor }];
    default:
      return [];
  }
}

/** Keeps what the grid cannot hold in step with the grid, and tells what somebody did to it. */
export function watchGrid(book: Book, tell: (event: GridEvent) => void): void {
  book.engine.onMutation((info, options, actor) => {
    if (options?.applyFormulaCalculationResult || options?.fromFormula) return;
    const params: unknown = info.params;
    if (!isRecord(params)) return;
    const shape = lineMutations[info.id];
    const events =
      shape && typeof params.subUnitId === "string" && isRange(params.range)
        ? [linesChanged(book, { sheet: params.subUnitId, actor, area: fromRange(params.range) }, shape)]
        : eventsOf({ id: info.id, params, actor });
    if (actor !== "loader") for (const event of events) tell(event);
  });
}

function linesChanged(
  book: Book,
  { sheet, actor, area }: Omit<Change, "type">,
  { type, along, sign }: LineMutation,
): GridEvent {
  const [at, count] = along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  moveWithLines(book, { sheet, along, at, count: sign * count });
  const whole = along === "rows" ? { ...area, column: 0, columns: sheetColumns } : { ...area, row: 0, rows: sheetRows };
  return { kind: "changed", sheet, actor, type, area: whole };
}

/** Edits of one moment by one person, joined where they make a rectangle; Excel tells of a paste once. */
export function merged(changes: readonly Change[]): readonly Change[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.sheet} ${change.actor}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const areas = joined(distinct(group.map(({ area }) => area)));
    return areas.map((area) => ({ ...first, area }));
  });
}

/** Leaves out areas that lie within others. */
function distinct(areas: readonly BookArea[]): readonly BookArea[] {
  return areas.filter((area, index) => {
    const holds = (other: BookArea): boolean => {
      const common = intersect(area, other);
      return common !== null && common.rows === area.rows && common.columns === area.columns;
    };
    return !areas.some(
      (other, at) =>
        at !== index && holds(other) && (other.rows * other.columns > area.rows * area.columns || at < index),
    );
  });
}
