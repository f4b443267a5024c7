import { bookkeepingSheet } from "../../domain/bookkeeping/store";
import { findFollowUps } from "../../domain/followUps/followUps";
import { headerNames } from "../../domain/schema/headerNames";
import type { FormulaCell, ListNow, ReadPlace, RestoreNow } from "../../domain/restore/now";
import { ourSheetTitles, pagesToGiveBack } from "../../domain/restore/ourSheets";
import { placesOf } from "../../domain/restore/placesOf";
import { planningRestore } from "../../domain/restore/planRestore";
import type { RestorePoint } from "../../domain/restore/point";
import { pointsDownTo, pointsIn } from "../../domain/restore/points";
import { hasFirst } from "../../domain/restore/takeOut";
import type { RestorePlan, RestoreRefusal } from "../../domain/restore/restorePlan";
import { isFormula } from "../../domain/values/value";
import { cellAddress, type Area } from "../../domain/workbook/area";
import type { Place } from "../../domain/workbook/reference";
import type { BookSnapshot, SheetSnapshot } from "../../domain/workbook/snapshot";
import { succeed, type Result } from "../fault";
import { readFormattedAreas } from "../formattedCells";
import { inSlices } from "../slices";
import type { Progress, WorkbookPort } from "../ports";
import type { Planning, StepResult } from "../transaction";
import { readBookkeeping, type KeepDependencies } from "./keep";

/** What a person asked to give back. */
export interface RestoreChoice {
  /** The point down to which is given back; null for everything, as far as it can be known. */
  readonly id: string | null;
  /** Whether sheets of ours go too that hold something of people's. */
  readonly deleteKept: boolean;
}

/** What a restore is planned on. */
export interface RestoreFound {
  readonly points: readonly RestorePoint[];
  readonly now: RestoreNow;
  readonly filtered: boolean;
}

/** The list with its columns by the headers of the restore point, where its table is not there any more. */
function listNow(
  book: BookSnapshot,
  sheets: ReadonlyMap<string, SheetSnapshot>,
  points: readonly RestorePoint[],
): ListNow | null {
  const table = findFollowUps(book);
  const known = points.find(({ content }) => content.list !== null)?.content.list ?? null;
  const area = table ? { ...table.area, rows: table.area.rows - (table.totals ? 1 : 0) } : known?.area;
  const sheet = sheets.get(table?.sheet ?? known?.sheet ?? "");
  if (!area || !sheet) return null;
  const { grid } = sheet;
  const valueAt = (row: number, column: number) => grid.values[row - grid.area.row]?.[column - grid.area.column] ?? "";
  const headers =
    table?.headers ?? Array.from({ length: area.columns }, (_, at) => String(valueAt(area.row, area.column + at)));
  const names: readonly string[] = known ? [known.idHeader ?? ""] : Object.values(headerNames.id.own);
  const id = headers.findIndex((header) => header !== "" && names.includes(header));
  const rows = Array.from({ length: Math.max(0, area.rows - 1) }, (_, row) => area.row + 1 + row);
  return {
    sheet: sheet.sheet.name,
    table: table?.name ?? null,
    area,
    headers,
    ids: rows.map((row) => (id < 0 ? "" : valueAt(row, area.column + id))),
  };
}

/** Reads places in as many round trips as they need, sheet by sheet. */
async function readPlaces(
  port: Pick<WorkbookPort, "readFormatted">,
  places: readonly Place[],
): Promise<Result<readonly ReadPlace[]>> {
  const found: ReadPlace[] = [];
  for (const title of new Set(places.map(({ sheet }) => sheet))) {
    const areas = places.filter(({ sheet }) => sheet === title).map(({ area }) => area);
    const read = await readFormattedAreas(port, title, areas);
    if (!read.ok) return read;
    found.push(...read.value.map((block) => ({ sheet: title, ...block })));
  }
  return succeed(found);
}

/** The columns of a sheet's used cells that are not ours. */
function peoplesColumns(
  { sheet, used }: SheetSnapshot,
  list: ListNow | null,
  columns: ReadonlySet<number>,
): readonly Area[] {
  if (!used) return [];
  const all = Array.from({ length: used.columns }, (_, at) => used.column + at);
  const theirs = list?.sheet === sheet.name ? all.filter((column) => !columns.has(column)) : all;
  return theirs.map((column) => ({ ...used, column, columns: 1 }));
}

/** Formulas of people's on their sheets: those that use what goes are told before. */
async function readFormulas(
  port: WorkbookPort,
  sheets: readonly SheetSnapshot[],
  list: ListNow | null,
  ours: ReadonlySet<number>,
): Promise<Result<readonly FormulaCell[]>> {
  const found: FormulaCell[] = [];
  for (const sheet of sheets) {
    const title = sheet.sheet.name;
    const columns = peoplesColumns(sheet, list, ours);
    const counted = columns.length > 0 ? await port.readFormulaCells(title, columns) : succeed([]);
    if (!counted.ok) return counted;
    const having = columns.filter((_, at) => (counted.value[at]?.cells ?? 0) > 0);
    const read = await readPlaces(
      port,
      having.map((area) => ({ sheet: title, area })),
    );
    if (!read.ok) return read;
    for (const { area, cells } of read.value)
      cells.forEach((row, r) =>
        row.forEach((cell, c) => {
          if (isFormula(cell))
            found.push({ sheet: title, cell: cellAddress(area.row + r, area.column + c), formula: cell.formula });
        }),
      );
  }
  return succeed(found);
}

/** Facts of the workbook and all its sheets' values. */
async function readSheets(port: WorkbookPort, progress: Progress) {
  const facts = await port.readWorkbook(() => [], progress);
  if (!facts.ok) return facts;
  const titles = facts.value.book.sheets.map(({ name }) => name).filter((name) => name !== bookkeepingSheet);
  return port.readWorkbook(() => titles, progress);
}

/** @param id the point down to which is given back; null for everything */
async function read(
  port: WorkbookPort,
  id: string | null,
  progress: Progress,
): Promise<StepResult<RestoreFound, RestoreRefusal>> {
  const all = await readSheets(port, progress);
  if (!all.ok) return all;
  const { book, sheets } = all.value;
  const kept = await readBookkeeping(port, book);
  if (!kept.ok) return kept;
  const store = kept.value === "closed" ? null : kept.value;
  const oldest = store ? pointsIn(store).points[0] : undefined;
  const from = id ?? oldest?.id;
  const points = from === undefined ? [] : store && pointsDownTo(store, from);
  if (!points) return { ok: false, refusal: { code: "damaged" } };
  const list = listNow(book, sheets, points);
  const places = placesOf(points, list, id === null || hasFirst(points)).filter(({ sheet }) => sheets.has(sheet));
  const read = await readPlaces(port, places);
  if (!read.ok) return read;
  const titles = ourSheetTitles(book, points);
  const body = list && list.area.rows > 1 ? { ...list.area, row: list.area.row + 1, rows: list.area.rows - 1 } : null;
  const installed = await port.readInstalled({
    sheets: titles,
    followUpSheet: list?.sheet ?? book.activeSheet,
    pages: pagesToGiveBack(points, book),
    dateSystem: book.dateSystem,
    body,
    validationColumns: (list?.headers ?? []).map((_, offset) => (list?.area.column ?? 0) + offset),
    formulaColumns: [],
    fieldColumns: [],
    formatted: [],
  });
  if (!installed.ok) return installed;
  const ours = new Set(places.filter(({ sheet }) => sheet === list?.sheet).map(({ area }) => area.column));
  const theirs = [...sheets.values()].filter(({ sheet }) => !titles.includes(sheet.name));
  const formulas = await readFormulas(port, theirs, list, ours);
  if (!formulas.ok) return formulas;
  return succeed({
    points,
    filtered: list ? (sheets.get(list.sheet)?.filtered ?? false) : false,
    now: {
      book,
      store,
      list,
      places: read.value,
      installed: installed.value.installed,
      ours: new Map([...sheets].flatMap(([title, { grid }]) => (titles.includes(title) ? [[title, grid]] : []))),
      formulas: formulas.value,
    },
  });
}

/** Giving back what was changed since a point, that point's change included. */
export function restoring(
  { port, surroundings }: KeepDependencies,
  { id, deleteKept }: RestoreChoice,
): Planning<RestoreFound, RestorePlan, RestoreRefusal> {
  return {
    read: (progress) => read(port, id, progress),
    plan: async ({ points, now, filtered }) => {
      const steps = planningRestore(points, now, { deleteKept, all: id === null }, filtered);
      const result = await inSlices(steps, surroundings);
      return result.ok ? succeed(result.plan) : result;
    },
  };
}
