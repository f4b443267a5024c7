import { headerCells } from "../settings/readSettings";
import { listColumns } from "../settings/tables/lists";
import type { SetUpInput, SetUpResult } from "./setUpInput";
import { calculatedIds, type CalculatedId, type FieldId } from "../schema/fieldIds";
import { sameFormula } from "../workbook/formulaText";
import type { FormulaHeaders } from "../followUps/calculated";
import { bookItems } from "./bookItems";
import { isBlank, type CellInput, type CellValue } from "../values/value";
import { allMeasures } from "../measures/allMeasures";
import { type Schema } from "../schema/field";
import { calculatedHeaders, headerNames } from "../schema/headerNames";
import { knownStage } from "../schema/knownStages";
import { readInstalledSchema, schemaInForce } from "../settings/inForce";
import { settingsHeaders } from "../settings/settings";
import { previousIds, type NamedRow } from "../log/previousIds";
import { planLogSheet } from "../log/logSheet";
import { cellAddress, intersect, type Area } from "../workbook/area";
import { findFollowUps, followUpTable } from "../followUps/followUps";
import { locate, type Located } from "../followUps/locate";
import { keyColumns } from "../followUps/records";
import type { Language } from "../values/language";
import { workbookText, type WorkbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import { nameActions } from "../workbook/nameActions";
import { calculatedFormulas } from "./formulas";
import { settingsTables } from "../schema/settingsNames";
import { dressSheet, freeTitle, writeBlocks } from "../workbook/layout";
import { validationOf } from "../kinds/validations";
import { type HealthItem } from "../plan/healthItem";
import { repairSettingsSheet } from "../settings/repair/repairSettingsSheet";
import { planHighlights, planValidation } from "./installRules";
import { highlightsOf } from "./rowRules";
import { newSettingsSheet, settingsCellNames, settingsListNames } from "../settings/settingsSheet";
import type { Change, Refusal, StageQuestion } from "../plan/setUpPlan";
import type { FormulaGrid, SheetSnapshot, TableFacts } from "../workbook/snapshot";
import { planSummary } from "../summary/planSummary";
import { summarySheet } from "../summary/summarySheet";
import { valueLines } from "../summary/summaryValues";

/** The style that Excel gives a table that we make: light bands, no loud header. */
const tableStyle = "TableStyleLight1";

/**
 * Works out what turns the sheet into a follow-up sheet, or what a set-up sheet still lacks. Pure: nothing is changed.
 * Running the plan and planning again gives a plan without actions.
 * @returns the plan, or a refusal that says what has to be changed first
 */
export function planSetUp(input: SetUpInput): SetUpResult {
  const { book, sheet } = input;
  const refuse = (refusal: Refusal): SetUpResult => ({ ok: false, refusal });
  if (book.readOnly) return refuse({ code: "readOnly" });
  if (sheet.sheet.protected) return refuse({ code: "protectedSheet", sheet: sheet.sheet.name });
  const followUps = findFollowUps(book);
  if (followUps && followUps.sheet !== sheet.sheet.name) {
    return refuse({ code: "otherFollowUpSheet", sheet: sheet.sheet.name, followUpSheet: followUps.sheet });
  }
  const repair = repairSettingsSheet(input);
  const result = planRules(repair.input);
  if (!result.ok || repair.actions.length === 0) return result;
  const { plan } = result;
  const actions = [...repair.actions, ...plan.actions];
  const count = repair.items.length;
  return {
    ok: true,
    plan: {
      ...plan,
      actions,
      changes: [
        ...(count > 0 ? [{ kind: "settings", count } as const] : []),
        ...plan.changes.filter(({ kind }) => kind !== "names"),
        ...namesChange(actions),
      ],
      health: [...repair.items, ...bookItems(book, [], repair.actions), ...plan.health],
    },
  };
}

function namesChange(actions: readonly Action[]): readonly Change[] {
  const count = actions.filter((action) => action.kind === "setName").length;
  return count > 0 ? [{ kind: "names", count }] : [];
}

/** The plan on Settings that are in order, as far as they can be put in order. */
function planRules(input: SetUpInput): SetUpResult {
  const { book, sheet } = input;
  const refuse = (refusal: Refusal): SetUpResult => ({ ok: false, refusal });
  const followUps = findFollowUps(book);
  const inForce = readInstalledSchema(book, input.settings);
  const language = inForce?.language ?? input.language;
  const location = locate(book, sheet, settingsHeaders(inForce?.settings ?? null));
  if (!location.ok) return refuse(location.refusal);
  if (sheet.filtered) return refuse({ code: "filtered", sheet: sheet.sheet.name });

  const { located } = location;
  const schema = schemaInForce(located, inForce?.settings ?? null, language, input.answers);
  const words = workbookText[language];
  const columns = planColumns(located, schema, language, followUps !== null);
  if (columns.added.length > 0) {
    const blocked = cellInTheWay(sheet, located, columns.added.length);
    if (blocked) return refuse({ code: "noRoom", sheet: sheet.sheet.name, cell: blocked });
  }

  const parts: Parts = { actions: [], changes: [], health: [] };
  const { actions, changes } = parts;
  const settingsTablesNow = planSettings(input, schema, language, parts);
  planTable(input, located, columns, schema, words, parts);
  const log = planLogSheet(book, language, tableStyle);
  if (log) {
    actions.push(...log.actions);
    changes.push({ kind: "sheet", role: "log", title: log.title, isNew: true });
  }
  const summary = planSummary(book, input.installed, words, (title, corner) => {
    const numbers = allMeasures(located.records, input.log, {
      schema,
      today: input.today,
      system: book.dateSystem,
      language,
    });
    return summarySheet(
      title,
      corner,
      columns.headers,
      schema,
      settingsTablesNow,
      words,
      valueLines(numbers, words),
      input.today,
    );
  });
  // What is a day old was not broken by anybody.
  const summaryKept = input.rulesOnly && summary.onlyOld;
  actions.push(...(summaryKept ? summary.actions.filter(({ kind }) => kind === "setName") : summary.actions));
  if (summary.change && !summaryKept) changes.push(summary.change);
  const keptValidations = planRowRules(input, located, columns, schema, language, parts);

  changes.push(...namesChange(actions));
  const matched = new Set(located.matches.map(({ column }) => column));
  return {
    ok: true,
    plan: {
      sheet: sheet.sheet.name,
      language,
      schema,
      matches: located.matches.map(({ field, column, by }) => ({ field, by, header: located.headers[column] ?? "" })),
      kept: located.headers.filter((header, column) => !matched.has(column) && !columns.ours.has(header)),
      keptValidations,
      dormant: schema.fields.filter((field) => field.header === null && field.id !== "id").map(({ id }) => id),
      questions: inForce?.settings.stages ? [] : stageQuestions(located, schema),
      changes,
      actions,
      health: [...parts.health, ...bookItems(book, changes, actions)],
      left: inForce?.issues ?? [],
    },
  };
}

/** What a plan is gathered in. */
interface Parts {
  readonly actions: Action[];
  readonly changes: Change[];
  readonly health: HealthItem[];
}

/** Columns of the follow-up table as they will be: the team's own, then ID and the calculated ones. */
interface ColumnPlan {
  readonly headers: FormulaHeaders;
  /** Headers to append on the right, in order. */
  readonly added: readonly string[];
  /** All headers of the table afterwards. */
  readonly all: readonly string[];
  /** Headers of columns that the add-in made. */
  readonly ours: ReadonlySet<string>;
  readonly columns: ReadonlyMap<FieldId, number>;
}

function planColumns(located: Located, schema: Schema, language: Language, installed: boolean): ColumnPlan {
  const columns = new Map(located.records.columns);
  const fields = new Map(schema.fields.flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])));
  const all = [...located.headers];
  const ours = new Set<string>();
  const added: string[] = [];
  const append = (wanted: string) => {
    const header = freeTitle(wanted, all);
    all.push(header);
    added.push(header);
    return header;
  };
  if (!columns.has("id")) {
    const header = append(headerNames.id.own[language]);
    columns.set("id", all.length - 1);
    fields.set("id", header);
  }
  const column = (id: CalculatedId) => {
    const wanted = calculatedHeaders[id][language];
    const present = installed ? all.find((header) => header === wanted) : undefined;
    const header = present ?? append(wanted);
    ours.add(header);
    return header;
  };
  const status = column("status");
  // Without a last-contact column silence is not measured: a column that says nothing is not added.
  const daysSilent = columns.has("lastContact") ? column("daysSilent") : calculatedHeaders.daysSilent[language];
  const missing = column("missing");
  return { headers: { fields, calculated: { status, daysSilent, missing } }, added, all, ours, columns };
}

function cellInTheWay(sheet: SheetSnapshot, located: Located, count: number): string | null {
  const { area } = located;
  const { used, grid } = sheet;
  if (!used) return null;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column + area.columns; column < area.column + area.columns + count; column += 1) {
      const value = grid.values[row - used.row]?.[column - used.column];
      if (value !== undefined && value !== "") return cellAddress(row, column);
    }
  }
  return null;
}

function stageQuestions(located: Located, schema: Schema): readonly StageQuestion[] {
  const column = located.records.columns.get("stage");
  if (column === undefined) return [];
  const rows = new Map<string, number>();
  for (const row of located.records.values) {
    const key = String(row[column] ?? "")
      .trim()
      .toLowerCase();
    rows.set(key, (rows.get(key) ?? 0) + 1);
  }
  return schema.stages.flatMap((stage) => {
    const count = rows.get(stage.name.toLowerCase()) ?? 0;
    return knownStage(stage.name) === null && count > 0 ? [{ stage: stage.name, rows: count, answer: stage.kind }] : [];
  });
}

type TablePlace = Pick<TableFacts, "name" | "sheet" | "area">;

/** Settings sheet, its names and its header cells. Returns the Settings tables as they will stand. */
function planSettings(
  input: SetUpInput,
  schema: Schema,
  language: Language,
  { actions, changes }: Parts,
): readonly TablePlace[] {
  const { book } = input;
  const wanted = new Set(Object.values(settingsTables).map((name) => name.toLowerCase()));
  const present = book.tables.filter(({ name }) => wanted.has(name.toLowerCase()));
  if (present.length > 0 && input.settings) {
    const { settings } = input;
    // Somebody adopted a column since: the Settings learn its header, their other cells are the team's own.
    for (const [field, cell] of headerCells(book, settings)) {
      const now = schema.fields.find(({ id }) => id === field)?.header ?? null;
      const written = settings.values[cell.row - settings.area.row]?.[cell.column - settings.area.column] ?? "";
      const own = field === "id" && now === null ? headerNames.id.own[language] : now;
      if (own === null || own === String(written)) continue;
      const area: Area = { ...cell, rows: 1, columns: 1 };
      actions.push({ kind: "writeCells", sheet: settings.sheet, area, cells: [[own]] });
    }
    const columns = listColumns(book, settings);
    actions.push(
      ...nameActions(
        book,
        settingsListNames(present, schema, (key) => columns.get(key)),
      ),
    );
    return present;
  }
  const title = freeTitle(
    workbookText[language].settingsTitle,
    book.sheets.map(({ name }) => name),
  );
  const withId: Schema = {
    ...schema,
    fields: schema.fields.map((field) =>
      field.id === "id" && field.header === null ? { ...field, header: headerNames.id.own[language] } : field,
    ),
  };
  const settings = newSettingsSheet(title, withId, language);
  const newColumn = (key: string) => schema.lists.findIndex((list) => list.key === key);
  const places = settings.tables.map(({ name, area }) => ({ name, area, sheet: title }));
  changes.push({ kind: "sheet", role: "settings", title, isNew: true });
  actions.push({ kind: "addSheet", sheet: title, visibility: "visible" });
  actions.push(
    ...settings.layout.formats.map(({ area, format }): Action => ({
      kind: "setNumberFormat",
      sheet: title,
      area,
      format,
    })),
  );
  actions.push(...writeBlocks(title, settings.layout.blocks));
  actions.push(
    ...settings.tables.map(({ name, area }): Action => ({
      kind: "createTable",
      sheet: title,
      area,
      name,
      style: tableStyle,
    })),
  );
  actions.push(...nameActions(book, [...settingsCellNames(title), ...settingsListNames(places, withId, newColumn)]));
  actions.push(
    ...settings.validations.map(({ area, validation }): Action => ({
      kind: "setValidation",
      sheet: title,
      area,
      validation,
    })),
  );
  actions.push(...dressSheet({ ...settings.layout, formats: [] }));
  return places;
}

/** The follow-up table: new columns, the table itself, IDs, calculated columns. */
function planTable(
  input: SetUpInput,
  located: Located,
  columns: ColumnPlan,
  schema: Schema,
  words: WorkbookText,
  { actions, changes, health }: Parts,
): void {
  const sheet = located.records.sheet;
  const { area, table } = located;
  const body = located.records.area;
  const { added, all } = columns;
  const grown: Area = { ...area, columns: all.length };
  if (added.length > 0) {
    const head: Area = { row: area.row, column: area.column + area.columns, rows: 1, columns: added.length };
    // A new column would take over the format of its neighbour: an ID shown as a date helps nobody.
    actions.push({ kind: "setNumberFormat", sheet, area: { ...head, rows: area.rows }, format: "General" });
    actions.push({ kind: "writeCells", sheet, area: head, cells: [added] });
    actions.push({ kind: "setColumnWidths", sheet, column: head.column, widths: added.map(columnWidth) });
    changes.push({ kind: "columns", headers: added });
  }
  if (!table) {
    actions.push({ kind: "createTable", sheet, area: grown, name: followUpTable, style: tableStyle });
    changes.push({ kind: "table", sheet, rows: body.rows, columns: all.length });
  } else {
    if (added.length > 0) {
      const withTotals = { ...grown, rows: table.area.rows };
      actions.push({ kind: "resizeTable", name: table.name, sheet, area: withTotals });
    }
    if (table.name !== followUpTable) {
      actions.push({ kind: "renameTable", from: table.name, to: followUpTable });
      changes.push({ kind: "table", sheet, rows: body.rows, columns: all.length });
    }
  }

  const idColumn = columns.columns.get("id");
  const hasIds = located.records.columns.has("id");
  if (idColumn !== undefined && !(input.rulesOnly && hasIds)) {
    const blank = rowsWithoutId(located, idColumn);
    if (blank.length > 0) {
      const former = previousIds(namedRows(located, idColumn), input.log);
      const ids = input.newIds(blank.length);
      const cells: CellInput[][] = located.records.values.map(() => [null]);
      blank.forEach((row, index) => {
        cells[row] = [former[row] ?? ids[index] ?? null];
      });
      const restored = blank.filter((row) => former[row] !== null).length;
      const idArea: Area = { ...body, column: body.column + idColumn, columns: 1 };
      actions.push({ kind: "writeCells", sheet, area: idArea, cells });
      changes.push({ kind: "ids", count: blank.length, restored });
    }
  }

  const formulas = calculatedFormulas(columns.headers, schema, words);
  const written: string[] = [];
  for (const id of calculatedIds) {
    const formula = formulas.get(id);
    const header = columns.headers.calculated[id];
    const offset = all.indexOf(header);
    if (formula === undefined || offset < 0) continue;
    const column: Area = { ...body, column: body.column + offset, columns: 1 };
    const stands = formulaStands(input.installed?.edges ?? [], sheet, column, formula);
    const holes = (input.installed?.overwritten ?? []).filter((hole) => intersect(hole, column) !== null);
    const [first] = holes;
    if (stands && !first) continue;
    // Only an edge that differs asks for the whole column: what people typed over in some rows is put back there alone.
    const places = stands ? holes : [column];
    for (const place of places) actions.push({ kind: "fillFormula", sheet, area: place, formula });
    written.push(header);
    const count = holes.reduce((sum, { rows }) => sum + rows, 0);
    const place = { sheet, area: first ?? column };
    health.push(
      added.includes(header)
        ? { damage: "missing", part: "formula", what: header, place: null, count: 1 }
        : { damage: count > 0 ? "overwritten" : "altered", part: "formula", what: header, place, count: count || 1 },
    );
  }
  if (written.length > 0) changes.push({ kind: "formulas", headers: written });
}

/** Room for a header with its filter button, and for a status of two words. Characters; Chinese ones take two. */
function columnWidth(header: string): number {
  const characters = [...header].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);
  return Math.max(16, characters + 4);
}

/** Rows that are customers and have no ID yet, as offsets into the body. */
function rowsWithoutId(located: Located, idColumn: number): readonly number[] {
  const keys = keyColumns(located.records.columns);
  return located.records.values.flatMap((row, index) => {
    const hasId = (row[idColumn] ?? "") !== "";
    return hasId || keys.every((column) => isBlank(row[column] ?? "")) ? [] : [index];
  });
}

function namedRows({ records }: Located, idColumn: number): readonly NamedRow[] {
  const nameColumn = records.columns.get("customer") ?? -1;
  const text = (value: CellValue | undefined) => String(value ?? "").trim();
  return records.values.map((row) => ({ id: text(row[idColumn]), name: text(row[nameColumn]) }));
}

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

/** Validations and conditional formats of the follow-up table. Returns headers whose own validation was left in place. */
function planRowRules(
  input: SetUpInput,
  located: Located,
  columns: ColumnPlan,
  schema: Schema,
  language: Language,
  parts: Parts,
): readonly string[] {
  const sheet = located.records.sheet;
  // With the columns that are added now: the rules of a later look have to be the same ones.
  const body: Area = { ...located.records.area, columns: columns.all.length };
  const fieldOf = new Map(schema.fields.map((field) => [columns.columns.get(field.id), field]));
  const kept: string[] = [];
  const set: string[] = [];
  const removed: string[] = [];
  columns.all.forEach((header, offset) => {
    const column = body.column + offset;
    const field = fieldOf.get(offset);
    const pieces = (input.installed?.validations ?? []).filter(({ area }) => area.column === column);
    // A field that is only observed by now, or gone, must not go on stopping people.
    const plan = planValidation(sheet, header, { ...body, column, columns: 1 }, pieces, (row) =>
      field ? validationOf(field, schema, language, input.book.dateSystem, { row, column }) : null,
    );
    if (plan.hasForeign) kept.push(header);
    if (plan.sets) set.push(header);
    if (plan.removes) removed.push(header);
    parts.actions.push(...plan.actions);
    parts.health.push(...plan.items);
  });
  if (set.length > 0) parts.changes.push({ kind: "validations", headers: set });
  if (removed.length > 0) parts.changes.push({ kind: "validationsRemoved", headers: removed });

  const status = columns.all.indexOf(columns.headers.calculated.status);
  const wanted = highlightsOf(body, columns.columns, status, schema, workbookText[language]);
  const highlights = planHighlights(sheet, wanted, input.installed?.highlights ?? []);
  parts.actions.push(...highlights.actions);
  parts.health.push(...highlights.items);
  if (highlights.actions.length > 0) parts.changes.push({ kind: "highlights", count: wanted.length });
  return kept;
}
