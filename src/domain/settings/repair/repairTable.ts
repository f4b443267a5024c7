import { fieldByText } from "../../schema/conditionText";
import { fieldName } from "../../schema/fieldName";
import type { CellChange, HealthItem } from "../../plan/healthItem";
import type { SettingsIssue } from "../../plan/settingsIssue";
import type { Schema } from "../../schema/field";
import type { SettingsTable } from "../../schema/settingsNames";
import type { Language } from "../../values/language";
import { foldText } from "../../values/text";
import { isBlank, type CellInput, type CellValue } from "../../values/value";
import type { Action } from "../../workbook/action";
import { intersect, parseAddress, type Area } from "../../workbook/area";
import type { FormulaGrid, TableFacts } from "../../workbook/snapshot";
import { rememberedCell, settingsCellKey, type SettingsMemory } from "../memory";
import { columnNames, columnPlace, entryTables, settingsTableLooks } from "../tables";
import { listHeader } from "../tables/lists";

type TablePlace = Pick<TableFacts, "name" | "sheet" | "area">;

/** How a Settings sheet in which something cannot be read is put in order again, part by part. */
export interface SettingsRepair {
  readonly actions: readonly Action[];
  readonly items: readonly HealthItem[];
}

/** The Settings sheet that is put in order, and what its tables should say. */
export interface RepairWork {
  readonly sheet: string;
  readonly cells: FormulaGrid;
  readonly tables: readonly TablePlace[];
  readonly schema: Schema;
  readonly language: Language;
  /** What the Settings said when they could last be read; null where nobody knows. */
  readonly memory: SettingsMemory | null;
  /** What somebody said of cells that cannot be read, by `settingsCellKey`. */
  readonly said: ReadonlyMap<string, CellValue>;
}

/** What is to stand in a cell that cannot be read; null where that has to be asked. */
export function mendedCell(
  { memory, said }: RepairWork,
  issue: SettingsIssue,
): { readonly to: CellValue; readonly source: CellChange["source"] } | null {
  const answer = said.get(settingsCellKey(issue));
  if (answer !== undefined) return { to: answer, source: "said" };
  const to = rememberedCell(memory, issue);
  return to === null ? null : { to, source: "remembered" };
}

/** The cells that a table of the Settings should have: what is remembered of it goes before the schema in force. */
export function wantedCells(
  table: SettingsTable,
  { schema, language, memory }: Pick<RepairWork, "schema" | "language" | "memory">,
): readonly (readonly CellInput[])[] {
  const cells = settingsTableLooks[table].cells(schema, language);
  if (memory === null) return cells;
  if (table === "lists") return rememberedLists(memory, schema, language) ?? cells;
  const remembered = memory.tables.get(table);
  if (!remembered || remembered.rows.length === 0) return cells;
  const [header = [], ...rows] = cells;
  const { keyOf, name } = entryTables[table];
  const byKey = new Map(rows.map((row) => [keyOf(String(row[0] ?? "")).toLowerCase(), row]));
  const keys = columnNames(table);
  const known = remembered.rows.map(({ key, cells: own }) =>
    keys.map((column, at): CellInput => own.get(column) ?? byKey.get(key)?.[at] ?? ""),
  );
  const keysKnown = new Set(remembered.rows.map(({ key }) => key));
  const others =
    name === null ? [] : [...byKey].flatMap(([key, row]) => (key === "" || keysKnown.has(key) ? [] : [row]));
  return [header, ...known, ...others];
}

/** The lists as they are remembered; null where none is. */
function rememberedLists(
  { lists }: SettingsMemory,
  schema: Schema,
  language: Language,
): readonly (readonly CellInput[])[] | null {
  if (lists.size === 0) return null;
  const missing = schema.lists.filter(({ key }) => !lists.has(key));
  const columns = [
    ...lists.values(),
    ...missing.map((list) => ({ header: listHeader(list, language), entries: list.entries })),
  ];
  const longest = Math.max(1, ...columns.map(({ entries }) => entries.length));
  return [
    columns.map(({ header }) => header),
    ...Array.from({ length: longest }, (_, row) => columns.map(({ entries }) => entries[row] ?? "")),
  ];
}

/** A cell of the sheet by its zero-based place, formulas as such. */
export function cellOfSheet({ area, formulas }: FormulaGrid, row: number, column: number): CellValue {
  return formulas[row - area.row]?.[column - area.column] ?? "";
}

function isFree({ cells, tables }: RepairWork, area: Area): boolean {
  if (tables.some((table) => intersect(table.area, area) !== null)) return false;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (cellOfSheet(cells, row, column) !== "") return false;
    }
  }
  return true;
}

/** A cell as it is written back: formula text as a formula. */
function inputOf(value: CellValue): CellInput {
  return typeof value === "string" && value.startsWith("=") ? { formula: value } : value;
}

function key(value: CellInput | undefined): string {
  return typeof value === "object"
    ? ""
    : String(value ?? "")
        .trim()
        .toLowerCase();
}

/** What tells the row of a table from the others, by the cell that names it. */
function entryKey(table: SettingsTable, name: CellInput | undefined): string {
  return table === "fields" && key(name) !== "" ? fieldByText(key(name)).toLowerCase() : key(name);
}

function same(a: CellInput | undefined, b: CellInput): boolean {
  if (typeof a === "object" && typeof b === "object") return a?.formula === b?.formula;
  return a === b;
}

/** A table while it is put in order: its cells as they will be, and what was wrong with them. */
interface Bench {
  readonly table: SettingsTable;
  readonly area: Area;
  readonly work: RepairWork;
  /** Header and rows as they were last readable, else as the schema in force has them. */
  readonly wanted: readonly (readonly CellInput[])[];
  readonly now: CellInput[][];
  readonly items: HealthItem[];
}

/** Notes that a cell, by its place in the table, was put in order. */
function done(
  { area, work, items }: Bench,
  damage: HealthItem["damage"],
  what: string,
  [row, column]: readonly [row: number, column: number],
  change?: CellChange,
) {
  const cell: Area = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
  const place = { sheet: work.sheet, area: cell };
  items.push({ damage, part: "settingsCell", what, place, count: 1, ...(change ? { change } : {}) });
}

function headersOf({ now }: Bench): readonly CellInput[] {
  return now[0] ?? [];
}

/** Which column of a new table each column is; -1 for one of the team's own. */
function placesOf(bench: Bench): readonly number[] {
  return headersOf(bench).map((header) => columnPlace(bench.table, header));
}

/** The cell that is remembered, or that the schema in force has, for a row of the table and a column of a new one. */
function cellFor(bench: Bench, row: readonly CellInput[], column: number): CellInput {
  const name = entryKey(bench.table, row[placesOf(bench).indexOf(0)]);
  return bench.wanted.slice(1).find((each) => name !== "" && entryKey(bench.table, each[0]) === name)?.[column] ?? "";
}

/** True for a column of the team's own that stood there before a header went: it was not renamed. */
function isOwnHeader({ table, work }: Bench, header: CellInput | undefined): boolean {
  if (table === "lists") return work.memory?.lists.has(String(header ?? "").trim()) ?? false;
  const before = work.memory?.tables.get(table)?.headers ?? [];
  return key(header) !== "" && before.some((each) => foldText(each) === foldText(key(header)));
}

/** Headers that have gone: over their column, where it stands, else over a new one with the cells of the schema in force. */
function putHeadersBack(bench: Bench, issues: readonly SettingsIssue[]): void {
  const { table, area, work, now } = bench;
  for (const { problem } of issues) {
    if (problem.kind !== "columnMissing") continue;
    const { header } = problem;
    const column = columnPlace(table, header);
    const next = headersOf(bench).length;
    const standing = headersOf(bench)[column];
    if (placesOf(bench)[column] === -1 && column < next && !isOwnHeader(bench, standing)) {
      (now[0] ?? [])[column] = header;
      const from = typeof standing === "object" ? "" : (standing ?? "");
      done(bench, "altered", header, [0, column], { entry: "", from, to: header, source: "only" });
      continue;
    }
    const free = isFree(work, { row: area.row, column: area.column + next, rows: area.rows, columns: 1 });
    if (!free || (column === 0 && table !== "lists" && table !== "holidays")) continue;
    const list = bench.wanted[0]?.findIndex((each) => key(each) === key(header)) ?? -1;
    const added = now.map((row, index) => {
      if (index === 0) return header;
      return table === "lists" ? (bench.wanted[index]?.[list] ?? "") : cellFor(bench, row, column);
    });
    added.forEach((cell, row) => now[row]?.push(cell));
    done(bench, "missing", header, [0, next]);
  }
}

/** Words and numbers that cannot be read give way to what was last readable there. Where nobody knows it they stay, to be asked about. */
function rewriteCells(bench: Bench, issues: readonly SettingsIssue[]): void {
  const { area, now } = bench;
  for (const issue of issues) {
    const { problem, cell: address, at } = issue;
    if (problem.kind !== "unknownWord" && problem.kind !== "notANumber" && problem.kind !== "unreadableCondition")
      continue;
    const cell = parseAddress(address ?? "");
    const row = cell ? now[cell.row - area.row] : undefined;
    const column = cell ? cell.column - area.column : -1;
    const mended = mendedCell(bench.work, issue);
    if (!cell || !row || column < 0 || (placesOf(bench)[column] ?? -1) < 0 || mended === null) continue;
    row[column] = mended.to;
    const change = { entry: at?.entry ?? "", from: problem.value, ...mended };
    done(bench, "altered", String(headersOf(bench)[column] ?? ""), [cell.row - area.row, column], change);
  }
}

/** Moves blank entries to the end: whole rows by their name, or the entries of one list. */
function closeUp(rows: CellInput[][], list: number | null, nameColumn: number): void {
  const body = rows.slice(1);
  const column = list ?? nameColumn;
  const isEmpty = (row: readonly CellInput[]) => {
    const cell = row[column] ?? "";
    return typeof cell !== "object" && isBlank(cell);
  };
  const ordered = [...body.filter((row) => !isEmpty(row)), ...body.filter(isEmpty)];
  if (list === null) {
    ordered.forEach((row, index) => (rows[index + 1] = row));
    return;
  }
  const entries = ordered.map((row) => row[list] ?? "");
  entries.forEach((entry, index) => {
    const row = rows[index + 1];
    if (row) row[list] = entry;
  });
}

function closeGaps(bench: Bench, issues: readonly SettingsIssue[]): void {
  const { table, area, now } = bench;
  for (const { problem, cell: address } of issues) {
    const cell = parseAddress(address ?? "");
    if (problem.kind !== "gap" || !cell) continue;
    const column = cell.column - area.column;
    closeUp(now, table === "lists" ? column : null, placesOf(bench).indexOf(0));
    done(bench, "fragmented", String(headersOf(bench)[column] ?? ""), [cell.row - area.row, column]);
  }
}

/** Rows of known fields that have gone, below the others. */
function addFields(bench: Bench, issues: readonly SettingsIssue[]): void {
  const { area, work, wanted, now } = bench;
  const names = issues.flatMap(({ problem }) =>
    problem.kind === "fieldMissing" ? [fieldName(problem.field, work.language)] : [],
  );
  if (names.length === 0) return;
  // Blank rows at the end are filled first: a row below them would leave a gap.
  const isBlankRow = (row: readonly CellInput[]) => row.every((cell) => cell === "");
  while (now.length > 1 && isBlankRow(now.at(-1) ?? [])) now.pop();
  const more = Math.max(0, now.length + names.length - area.rows);
  const below: Area = { ...area, row: area.row + area.rows, rows: more, columns: headersOf(bench).length };
  const places = placesOf(bench);
  if (!places.includes(0) || !isFree(work, below)) return;
  for (const name of names) {
    const row = wanted.find((each) => entryKey("fields", each[0]) === entryKey("fields", name)) ?? [name];
    now.push(places.map((column) => (column < 0 ? "" : (row[column] ?? ""))));
    done(bench, "missing", name, [now.length - 1, places.indexOf(0)]);
  }
}

/** Puts one table in order, as far as that is no guess. */
export function repairTable(
  table: SettingsTable,
  { name, area }: TablePlace,
  issues: readonly SettingsIssue[],
  work: RepairWork,
): SettingsRepair {
  const { sheet } = work;
  const before = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      inputOf(cellOfSheet(work.cells, area.row + row, area.column + column)),
    ),
  );
  const now = before.map((row) => [...row]);
  const wanted = wantedCells(table, work);
  const bench: Bench = { table, area, work, wanted, now, items: [] };
  putHeadersBack(bench, issues);
  // What was read under a wrong header says nothing: with the header in its place it is read again.
  if (bench.items.length === 0) {
    rewriteCells(bench, issues);
    closeGaps(bench, issues);
    addFields(bench, issues);
  }
  const columns = headersOf(bench).length;
  while (now.length < area.rows) now.push(Array.from({ length: columns }, () => ""));

  const grown: Area = { ...area, rows: now.length, columns };
  const changed = now.map((row, r) => row.map((cell, c) => (same(before[r]?.[c], cell) ? null : cell)));
  const actions: Action[] = [];
  if (changed.some((row) => row.some((cell) => cell !== null))) {
    actions.push({ kind: "writeCells", sheet, area: grown, cells: changed });
  }
  if (grown.rows !== area.rows || grown.columns !== area.columns) {
    actions.push({ kind: "resizeTable", name, sheet, area: grown });
  }
  return { actions, items: bench.items };
}
