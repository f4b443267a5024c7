import { calculatedHeaders, headerNames, notedByHeader } from "../schema/headerNames";
import { calculatedIds, isHelper } from "../schema/fieldIds";
import { isFormula, type CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import type { Area } from "../workbook/area";
import { sameFormula } from "../workbook/formulaText";
import type { CellNow, ListNow } from "./now";
import type { PartOf, RestorePoint } from "./point";
import type { PlacedConflict } from "./conflict";
import type { Kept } from "./restorePlan";
import { fromRuns } from "./runs";

/** A column of ours in the list: of what kind, and what is known of it from before. */
interface OurColumn {
  readonly offset: number;
  readonly header: string;
  readonly role: PartOf<"column">["role"];
  /** Null where no restore point tells. */
  readonly part: PartOf<"column"> | null;
  /** Why it was hidden by us. */
  readonly helper: boolean;
}

/** Columns that go, and what stays of them. */
export interface TakenOut {
  /** Takes their contents away, while the table stands. */
  readonly bodies: readonly Action[];
  /** What follows when the table has let go of them: headers, formats, widths. */
  readonly rest: readonly Action[];
  readonly offsets: ReadonlySet<number>;
  readonly headers: readonly string[];
  readonly kept: readonly Kept[];
  readonly conflicts: readonly PlacedConflict[];
}

/** As the add-in gives them to customers: a capital letter, then capital letters and digits. */
const ourId = /^[A-Z][0-9A-Z]{4,9}$/;

const calculatedNames: ReadonlyMap<string, boolean> = new Map(
  calculatedIds.flatMap((id) => Object.values(calculatedHeaders[id]).map((header) => [header, isHelper(id)] as const)),
);
const idNames: ReadonlySet<string> = new Set(Object.values(headerNames.id.own));

/** True where the first set-up is among the points: then all that stood there before is known. */
export function hasFirst(points: readonly RestorePoint[]): boolean {
  return points.some(({ entry }) => entry.first);
}

/** The columns of ours, by the restore points and, where everything goes, by their names. */
export function ourColumns(list: ListNow, points: readonly RestorePoint[], whole: boolean): readonly OurColumn[] {
  const parts = points.flatMap(({ content }) => content.parts.filter((part) => part.kind === "column"));
  return list.headers.flatMap((header, offset): readonly OurColumn[] => {
    const part = parts.find((one) => one.header === header) ?? null;
    const isNoted = notedByHeader(header) !== null;
    if (part)
      return [{ offset, header, role: part.role, part, helper: isNoted || (calculatedNames.get(header) ?? false) }];
    if (!whole) return [];
    const helper = calculatedNames.get(header);
    if (helper !== undefined) return [{ offset, header, role: "calculated", part: null, helper }];
    if (hasFirst(points)) return [];
    if (isNoted) return [{ offset, header, role: "noted", part: null, helper: true }];
    const isOurs = idNames.has(header) && list.ids.every((id) => id === "" || ourId.test(String(id)));
    return isOurs ? [{ offset, header, role: "id", part: null, helper: false }] : [];
  });
}

/** The formula that most cells of a column hold; null where none does. */
function usualFormula(cells: readonly CellInput[]): string | null {
  const counts = new Map<string, number>();
  for (const cell of cells) if (isFormula(cell)) counts.set(cell.formula, (counts.get(cell.formula) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? null;
}

/** True for a cell that holds what the add-in puts into the column, or nothing. */
function ourCell({ role, part }: OurColumn, cells: readonly CellInput[]): (cell: CellInput) => boolean {
  const formulas = [part?.formula ?? null, usualFormula(cells)].filter((formula) => formula !== null);
  const known = new Map<string, boolean>();
  const isOurFormula = (formula: string) => {
    const before = known.get(formula);
    if (before !== undefined) return before;
    const now = formulas.some((one) => sameFormula(one, formula));
    known.set(formula, now);
    return now;
  };
  return (cell) => {
    if (cell === "" || cell === null) return true;
    if (role === "noted") return !isFormula(cell);
    if (role === "calculated") return isFormula(cell) && isOurFormula(cell.formula);
    return role === "id" && typeof cell === "string" && ourId.test(cell);
  };
}

type FindCell = (sheet: string, row: number, column: number) => CellNow | null;

interface ColumnNow {
  readonly column: OurColumn;
  readonly area: Area;
  /** As they stand, and as they will stand once cells were given back. */
  readonly standing: readonly CellInput[];
  readonly cells: readonly CellInput[];
  readonly isOurs: (cell: CellInput) => boolean;
  readonly peoples: readonly number[];
}

function looksBefore(sheet: string, { column, area }: ColumnNow): readonly Action[] {
  const { part, helper } = column;
  const shown: Action = { kind: "restoreHidden", sheet, column: area.column, hidden: [part?.hidden ?? false] };
  if (!part) return helper ? [shown] : [];
  const known = fromRuns(part.formats);
  const formats = Array.from({ length: area.rows }, (_, row) => [known[row] ?? known.at(-1) ?? "General"]);
  return [
    { kind: "setNumberFormats", sheet, area, formats },
    ...(helper || part.hidden ? [shown] : []),
    { kind: "restoreWidths", sheet, column: area.column, widths: [part.width] },
  ];
}

/** Takes what is ours out of one column; other cells stay. */
function emptied(sheet: string, { area, standing, cells, isOurs }: ColumnNow): readonly Action[] {
  const becomes = cells.map((cell, row) => [standing[row] !== "" && isOurs(cell) ? "" : null]);
  if (becomes.every(([cell]) => cell === null)) return [];
  const body: Area = { ...area, row: area.row + 1, rows: cells.length };
  return [{ kind: "writeCells", sheet, area: body, cells: becomes }];
}

/**
 * Takes columns of ours out where nobody typed into them. What people typed stays, under its header.
 * @param find a cell as it stands
 * @param findAfter a cell as it will stand once cells were given back
 * @param stays true where the table stays a table: then a column with people's own to its right stays, blank
 */
export function takeOutColumns(
  list: ListNow,
  columns: readonly OurColumn[],
  find: FindCell,
  findAfter: FindCell,
  stays: boolean,
): TakenOut {
  const { sheet } = list;
  const looked = columns.map((column): ColumnNow => {
    const area: Area = { ...list.area, column: list.area.column + column.offset, columns: 1 };
    const cellsBy = (by: FindCell) => list.ids.map((_, row) => by(sheet, area.row + 1 + row, area.column)?.cell ?? "");
    const [standing, cells] = [cellsBy(find), cellsBy(findAfter)];
    const isOurs = ourCell(column, cells);
    return {
      column,
      area,
      standing,
      cells,
      isOurs,
      peoples: cells.flatMap((cell, row) => (isOurs(cell) ? [] : [row])),
    };
  });
  const filled = looked.filter(({ peoples }) => peoples.length > 0);
  let end = list.headers.length;
  const empty = new Set(looked.filter(({ peoples }) => peoples.length === 0).map(({ column }) => column.offset));
  while (empty.has(end - 1)) end -= 1;
  const goes = ({ column, peoples }: ColumnNow) => peoples.length === 0 && (!stays || column.offset >= end);
  const going = looked.filter(goes);
  const inside = looked.filter((one) => one.peoples.length === 0 && !goes(one));
  const shown = [...filled, ...inside].filter(({ column }) => column.helper);
  return {
    bodies: looked.flatMap((one) => emptied(sheet, one)),
    rest: [
      ...going.map(({ area }): Action => ({ kind: "writeCells", sheet, area: { ...area, rows: 1 }, cells: [[""]] })),
      ...going.flatMap((one) => looksBefore(sheet, one)),
      ...shown.map(({ area }): Action => ({ kind: "restoreHidden", sheet, column: area.column, hidden: [false] })),
    ],
    offsets: new Set(going.map(({ column }) => column.offset)),
    headers: going.map(({ column }) => column.header),
    kept: [
      ...filled.map(({ column }): Kept => ({ kind: "column", sheet, header: column.header, why: "filled" })),
      ...inside.map(({ column }): Kept => ({ kind: "column", sheet, header: column.header, why: "inside" })),
    ],
    conflicts: filled
      .filter(({ column }) => column.role !== "field")
      .flatMap(({ column, area, cells, peoples }) =>
        peoples.map((row): PlacedConflict => ({
          sheet,
          row: area.row + 1 + row,
          column: area.column,
          before: "",
          after: column.part?.formula == null ? "" : { formula: column.part.formula },
          now: cells[row] ?? "",
        })),
      ),
  };
}
