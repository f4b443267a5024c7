import type { FormattedCells, FormulaCells, Surroundings, WorkbookPort } from "../../src/app/ports";
import { fail, succeed } from "../../src/app/fault";
import type { DateSystem } from "../../src/domain/values/date";
import type { CellInput, CellValue } from "../../src/domain/values/value";
import type { Action, Chart, PageLayout, PlacedHighlight, Validation } from "../../src/domain/workbook/action";
import { isOurChart } from "../../src/domain/workbook/charts";
import type {
  BookSnapshot,
  FormulaGrid,
  PageFacts,
  TableFacts,
  ValidationFacts,
} from "../../src/domain/workbook/snapshot";
import { absoluteAddress, intersect, type Area } from "../../src/domain/workbook/area";
import { parseReference } from "../../src/domain/workbook/reference";
import { withHighlights } from "./highlightList";
import { selfCheckPort } from "./selfCheckPort";

export type InMemoryCell = CellValue | { readonly formula: string };

export interface InMemorySheet {
  name: string;
  visibility: "visible" | "hidden" | "veryHidden";
  protected: boolean;
  filtered: boolean;
  autoFilter: boolean;
  merged: Area[];
  /** Row by row; holes are blank cells. */
  readonly rows: InMemoryCell[][];
  /** By `row,column`. */
  readonly validations: Map<string, Validation>;
  /** Number formats by `row,column`; General where there is none. */
  readonly formats: Map<string, string>;
  /** The first decides first. */
  highlights: PlacedHighlight[];
  charts: Chart[];
  /** Null where it is as Excel begins. */
  page: PageLayout | null;
  /** Widths of columns, points; the usual one where there is none. */
  readonly widths: Map<number, number>;
  readonly hidden: Set<number>;
}

/**
 * A workbook on paper: the state that actions act on, and nothing that calculates. It is stricter than Excel, so that a plan
 * that is only nearly right fails: an action that does not fit what stands there throws.
 */
export interface InMemoryWorkbook {
  active: string;
  readOnly: boolean;
  structureProtected: boolean;
  dateSystem: DateSystem;
  readonly sheets: InMemorySheet[];
  readonly tables: { name: string; sheet: string; area: Area; totals: boolean }[];
  /** Formulas by name. */
  readonly names: Map<string, string>;
}

export function newInMemoryWorkbook(
  title: string,
  rows: readonly (readonly InMemoryCell[])[],
  at: { readonly row: number; readonly column: number } = { row: 0, column: 0 },
): InMemoryWorkbook {
  const book: InMemoryWorkbook = {
    active: title,
    readOnly: false,
    structureProtected: false,
    dateSystem: 1900,
    sheets: [newSheet(title)],
    tables: [],
    names: new Map(),
  };
  rows.forEach((row, r) => row.forEach((cell, c) => put(sheetOf(book, title), at.row + r, at.column + c, cell)));
  return book;
}

function pageFacts({ name, page }: InMemorySheet): PageFacts {
  const [orientation, scale] = page ? ([page.orientation, "oneWide"] as const) : (["portrait", "full"] as const);
  return { sheet: name, orientation, scale, hasPrintArea: page?.printArea != null, titleRows: page?.titleRows ?? null };
}

function newSheet(name: string, visibility: InMemorySheet["visibility"] = "visible"): InMemorySheet {
  return {
    name,
    visibility,
    protected: false,
    filtered: false,
    autoFilter: false,
    merged: [],
    rows: [],
    validations: new Map(),
    formats: new Map(),
    highlights: [],
    charts: [],
    page: null,
    widths: new Map(),
    hidden: new Set(),
  };
}

export function sheetOf(book: InMemoryWorkbook, name: string): InMemorySheet {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

export function put(sheet: InMemorySheet, row: number, column: number, cell: InMemoryCell): void {
  const cells = (sheet.rows[row] ??= []);
  cells[column] = cell;
}

export function cellAt(sheet: InMemorySheet, row: number, column: number): InMemoryCell {
  return sheet.rows[row]?.[column] ?? "";
}

/** Rows of an area, each cell made by `make`. */
function map<T>(area: Area, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => make(area.row + r, area.column + c)),
  );
}

function tableOf(book: InMemoryWorkbook, name: string) {
  const table = book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table) throw new Error(`No table ${name}`);
  return table;
}

/** What Excel asks of a table: a title in each header cell, all different, and no other table in its way. */
function checkTable(book: InMemoryWorkbook, sheet: string, area: Area, self: string): void {
  const headers = map({ ...area, rows: 1 }, (row, column) => cellAt(sheetOf(book, sheet), row, column))[0]!;
  if (headers.some((header) => typeof header !== "string" || header === "")) throw new Error("Table without headers");
  if (new Set(headers.map((header) => String(header).toLowerCase())).size !== headers.length) {
    throw new Error("Table with equal headers");
  }
  if (area.rows < 2) throw new Error("Table without rows");
  for (const other of book.tables) {
    if (other.name !== self && other.sheet === sheet && intersect(other.area, area)) throw new Error("Tables overlap");
  }
}

function write(sheet: InMemorySheet, row: number, column: number, input: CellInput): void {
  if (input !== null) put(sheet, row, column, input);
}

/** True for cells of one row or one column, as many as given. */
function isLine({ rows, columns }: Area, cells: number): boolean {
  return (rows === 1 || columns === 1) && rows * columns === cells;
}

/** What a chart asks for: its cells are there and hold something, it hides no cell and no other chart, and its name is ours alone. */
function checkChart(book: InMemoryWorkbook, sheet: InMemorySheet, chart: Chart): void {
  const { name, categories, series, place } = chart;
  if (!isOurChart(name)) throw new Error(`The chart ${name} would not be known as ours`);
  if (sheet.charts.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new Error(`Two charts ${name}`);
  if (sheet.charts.some((other) => intersect(other.place, place))) throw new Error(`Chart ${name} over another`);
  if (
    map(place, (row, column) => cellAt(sheet, row, column))
      .flat()
      .some((cell) => cell !== "")
  ) {
    throw new Error(`Chart ${name} over cells`);
  }
  const bars = categories.rows * categories.columns;
  if (bars < 2 || !isLine(categories, bars)) throw new Error(`Chart ${name} without a line of categories`);
  if (series.length === 0 || !series.every(({ values }) => isLine(values, bars))) {
    throw new Error(`Chart ${name} with another number of values than categories`);
  }
  const source = sheetOf(book, chart.source);
  for (const line of [categories, ...series.map(({ values }) => values)]) {
    if (
      map(line, (row, column) => cellAt(source, row, column))
        .flat()
        .every((cell) => cell === "")
    ) {
      throw new Error(`Chart ${name} of blank cells`);
    }
  }
}

/** Excel's limits for what a validation holds and says. */
function checkValidation(validation: Validation | null): void {
  if (!validation) return;
  const { rule, alert, title, hint } = validation;
  if (title.length > 32 || (hint ?? "").length > 255 || (alert?.message ?? "").length > 255)
    throw new Error("Words too long");
  const text = rule.type === "list" ? rule.source : rule.type === "custom" ? rule.formula : "";
  if (text.length > 255) throw new Error(`Rule too long: ${text}`);
  if (rule.type === "custom" && /\{/.test(rule.formula.replace(/"(?:[^"]|"")*"/g, "")))
    throw new Error("Array constant");
  if ("minimum" in rule && rule.maximum !== null && rule.maximum < rule.minimum)
    throw new Error("Limits the wrong way round");
}

/** Carries one action out. @throws where the action does not fit the workbook */
function applyOne(book: InMemoryWorkbook, action: Action): void {
  switch (action.kind) {
    case "addSheet":
      if (book.sheets.some(({ name }) => name.toLowerCase() === action.sheet.toLowerCase())) {
        throw new Error(`Two sheets ${action.sheet}`);
      }
      if (action.sheet.length > 31) throw new Error("Sheet title too long");
      book.sheets.push(newSheet(action.sheet, action.visibility));
      return;
    case "deleteSheet":
      book.sheets.splice(book.sheets.indexOf(sheetOf(book, action.sheet)), 1);
      book.tables.splice(0, book.tables.length, ...book.tables.filter(({ sheet }) => sheet !== action.sheet));
      return;
    case "writeCells": {
      const { area, cells } = action;
      if (cells.length !== area.rows || cells.some((row) => row.length !== area.columns)) {
        throw new Error(`Cells do not fit ${absoluteAddress(action.sheet, area)}`);
      }
      const sheet = sheetOf(book, action.sheet);
      cells.forEach((row, r) => row.forEach((input, c) => write(sheet, area.row + r, area.column + c, input)));
      return;
    }
    case "writeRow": {
      const { area, key, cells } = action;
      const sheet = sheetOf(book, action.sheet);
      if (cells.length !== area.columns) throw new Error("Cells do not fit the row");
      if (cellAt(sheet, area.row, area.column + key.column) !== key.value) throw new Error("Another row stands there");
      cells.forEach((input, c) => write(sheet, area.row, area.column + c, input));
      return;
    }
    case "appendRows": {
      const table = tableOf(book, action.table);
      const sheet = sheetOf(book, action.sheet);
      if (sheet.filtered || table.totals) throw new Error("No rows can be put below the table");
      const { area } = table;
      const holds = (row: readonly InMemoryCell[]) =>
        row.some((cell, c) => cell !== "" && !action.calculated.includes(c));
      const standing = map(area, (row, column) => cellAt(sheet, row, column))
        .map(holds)
        .lastIndexOf(true);
      const below: Area = { ...area, row: area.row + standing + 1, rows: action.rows.length };
      if (map(below, (row, column) => cellAt(sheet, row, column)).some(holds)) {
        throw new Error("Something stands below the table");
      }
      action.rows.forEach((row, r) => {
        if (row.length !== area.columns) throw new Error("No row for this table");
        row.forEach((input, c) => {
          const above = cellAt(sheet, below.row - 1, area.column + c);
          if (input === null && typeof above === "object") put(sheet, below.row + r, area.column + c, above);
          write(sheet, below.row + r, area.column + c, input);
        });
      });
      table.area = { ...area, rows: Math.max(area.rows, standing + 1 + action.rows.length) };
      return;
    }
    case "withdrawRows": {
      const { area } = tableOf(book, action.table);
      const sheet = sheetOf(book, action.sheet);
      for (const cells of action.rows) {
        const at = map(area, (row, column) => cellAt(sheet, row, column)).findIndex(
          (row) => row[action.keyColumn] === cells[action.keyColumn],
        );
        if (at < 0) throw new Error("No such row");
        cells.forEach((cell, c) => {
          if (typeof cell !== "object") put(sheet, area.row + at, area.column + c, "");
        });
      }
      return;
    }
    case "fillFormula": {
      if (!action.formula.startsWith("=")) throw new Error("Formula without =");
      const sheet = sheetOf(book, action.sheet);
      map(action.area, (row, column) => put(sheet, row, column, { formula: action.formula }));
      return;
    }
    case "createTable":
      if (book.tables.some(({ name }) => name.toLowerCase() === action.name.toLowerCase())) {
        throw new Error(`Two tables ${action.name}`);
      }
      checkTable(book, action.sheet, action.area, action.name);
      sheetOf(book, action.sheet).autoFilter = false;
      book.tables.push({ name: action.name, sheet: action.sheet, area: action.area, totals: false });
      return;
    case "renameTable":
      tableOf(book, action.from).name = action.to;
      return;
    case "resizeTable": {
      const table = tableOf(book, action.name);
      if (table.sheet !== action.sheet) throw new Error("Table moves to another sheet");
      checkTable(book, action.sheet, action.area, table.name);
      table.area = action.area;
      return;
    }
    case "unlistTable":
      book.tables.splice(book.tables.indexOf(tableOf(book, action.name)), 1);
      return;
    case "setName": {
      const place = parseReference(action.formula);
      const isTexts = /^=\{"[^{}]*"\}$/.test(action.formula);
      if (!place && !isTexts) throw new Error(`Name ${action.name} is no reference`);
      if (place) sheetOf(book, place.sheet);
      book.names.set(action.name, action.formula);
      return;
    }
    case "deleteName":
      if (!book.names.delete(action.name)) throw new Error(`No name ${action.name}`);
      return;
    case "setValidation": {
      const { validations } = sheetOf(book, action.sheet);
      checkValidation(action.validation);
      const source = action.validation?.rule.type === "list" ? action.validation.rule.source : "";
      if (source.startsWith("=") && !book.names.has(source.slice(1))) throw new Error(`List ${source} is not there`);
      map(action.area, (row, column) => {
        if (action.validation) validations.set(`${row},${column}`, action.validation);
        else validations.delete(`${row},${column}`);
      });
      return;
    }
    case "setHighlights": {
      const sheet = sheetOf(book, action.sheet);
      for (const { highlight } of action.highlights) {
        if (!highlight.formula.startsWith("=") || highlight.formula.length > 255)
          throw new Error("No formula for a rule");
      }
      sheet.highlights = withHighlights(sheet.highlights, action);
      return;
    }
    case "addChart": {
      const sheet = sheetOf(book, action.sheet);
      checkChart(book, sheet, action.chart);
      sheet.charts.push(action.chart);
      return;
    }
    case "deleteChart": {
      const sheet = sheetOf(book, action.sheet);
      const left = sheet.charts.filter(({ name }) => name.toLowerCase() !== action.name.toLowerCase());
      if (left.length === sheet.charts.length) throw new Error(`No chart ${action.name}`);
      sheet.charts = left;
      return;
    }
    case "setNumberFormat":
      map(action.area, (row, column) => sheetOf(book, action.sheet).formats.set(`${row},${column}`, action.format));
      return;
    case "setNumberFormats": {
      const { formats } = sheetOf(book, action.sheet);
      map(action.area, (row, column) => {
        const format = action.formats[row - action.area.row]?.[column - action.area.column];
        if (typeof format === "string") formats.set(`${row},${column}`, format);
      });
      return;
    }
    case "setColumnWidths": {
      const { widths } = sheetOf(book, action.sheet);
      action.widths.forEach((width, at) => widths.set(action.column + at, (width * 7 + 5) * 0.75));
      return;
    }
    case "restoreWidths": {
      const { widths } = sheetOf(book, action.sheet);
      action.widths.forEach((width, at) => {
        if (width === null) widths.delete(action.column + at);
        else widths.set(action.column + at, width);
      });
      return;
    }
    case "hideColumns": {
      const { hidden } = sheetOf(book, action.sheet);
      for (let at = 0; at < action.columns; at += 1) hidden.add(action.column + at);
      return;
    }
    case "restoreHidden": {
      const { hidden } = sheetOf(book, action.sheet);
      action.hidden.forEach((isHidden, at) => {
        if (isHidden) hidden.add(action.column + at);
        else hidden.delete(action.column + at);
      });
      return;
    }
    case "restoreFilter":
      if (book.tables.some(({ sheet, area }) => sheet === action.sheet && intersect(area, action.area)))
        throw new Error("A filter over a table");
      sheetOf(book, action.sheet).autoFilter = true;
      return;
    case "setPageLayout":
      sheetOf(book, action.sheet).page = action.layout;
      return;
    case "styleCells":
    case "hideGridlines":
      // Looks are not kept on paper; the sheet has to be there all the same.
      sheetOf(book, action.sheet);
      return;
  }
}

export function applyAll(book: InMemoryWorkbook, actions: readonly Action[]): void {
  for (const action of actions) applyOne(book, action);
}

function tableFacts(book: InMemoryWorkbook): readonly TableFacts[] {
  return book.tables.map(({ name, sheet, area, totals }) => ({
    name,
    sheet,
    area,
    totals,
    headers: map({ ...area, rows: 1 }, (row, column) => String(cellAt(sheetOf(book, sheet), row, column)))[0]!,
  }));
}

export function bookSnapshot(book: InMemoryWorkbook): BookSnapshot {
  return {
    readOnly: book.readOnly,
    structureProtected: book.structureProtected,
    dateSystem: book.dateSystem,
    activeSheet: book.active,
    sheets: book.sheets.map(({ name, visibility, protected: isProtected }) => ({
      id: name,
      name,
      visibility,
      protected: isProtected,
    })),
    tables: tableFacts(book),
    names: [...book.names].map(([name, formula]) => ({ name, formula })),
  };
}

/** The smallest rectangle around everything that is not blank: what Excel calls the used range, values only. */
function usedArea(sheet: InMemorySheet): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  sheet.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell === "") return;
      [top, left] = [Math.min(top, r), Math.min(left, c)];
      [bottom, right] = [Math.max(bottom, r), Math.max(right, c)];
    }),
  );
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function formulaGrid(book: InMemoryWorkbook, sheet: string, area: Area): FormulaGrid {
  const formulas = map(area, (row, column) => {
    const cell = cellAt(sheetOf(book, sheet), row, column);
    return typeof cell === "object" ? cell.formula : cell;
  });
  return { sheet, area, formulas };
}

function formattedIn(sheet: InMemorySheet, areas: readonly Area[]): readonly FormattedCells[] {
  return areas.map((area) => ({
    cells: map(area, (row, column) => cellAt(sheet, row, column)),
    formats: map(area, (row, column) => sheet.formats.get(`${row},${column}`) ?? "General"),
  }));
}

/** How many cells of a column hold a formula, and where the first one is. */
function formulasIn(sheet: InMemorySheet, column: Area): FormulaCells {
  const held = map(column, (row) => typeof cellAt(sheet, row, column.column) === "object").flat();
  return { cells: held.filter(Boolean).length, first: column.row + Math.max(0, held.indexOf(true)) };
}

/** A column's validation, piece by piece where the cells differ. */
function validationPieces(sheet: InMemorySheet, column: Area): readonly ValidationFacts[] {
  const pieces: { area: Area; validation: Validation | null }[] = [];
  for (let row = column.row; row < column.row + column.rows; row += 1) {
    const validation = sheet.validations.get(`${row},${column.column}`) ?? null;
    const last = pieces.at(-1);
    if (last && JSON.stringify(last.validation) === JSON.stringify(validation)) {
      last.area = { ...last.area, rows: last.area.rows + 1 };
    } else pieces.push({ area: { ...column, row, rows: 1 }, validation });
  }
  return pieces;
}

/**
 * The workbook on paper as the use cases see one. Of formulas it knows `=TODAY()` alone; the others show nothing.
 * @param today serial of the workbook's date system
 */
export function inMemoryPort(book: InMemoryWorkbook, today: number): WorkbookPort {
  const valueAt = (sheet: InMemorySheet) => (row: number, column: number) => {
    const cell = cellAt(sheet, row, column);
    return typeof cell !== "object" ? cell : cell.formula === "=TODAY()" ? today : "";
  };
  const done = <T>(value: T) => Promise.resolve(succeed(value));
  const nothing = () => Promise.resolve();
  return {
    readWorkbook: (choose) => {
      const facts = bookSnapshot(book);
      const sheets = new Map(
        choose(facts).map((name) => {
          const sheet = sheetOf(book, name);
          const used = usedArea(sheet);
          const own = facts.sheets.find((candidate) => candidate.name === name)!;
          const area = used ?? { row: 0, column: 0, rows: 1, columns: 1 };
          const values = used ? map(used, valueAt(sheet)) : [];
          const { merged, filtered, autoFilter } = sheet;
          return [name, { sheet: own, used, merged, filtered, autoFilter, grid: { sheet: name, area, values } }];
        }),
      );
      return done({ book: facts, openIsEmpty: usedArea(sheetOf(book, book.active)) === null, sheets });
    },
    readTops: (names) =>
      done(
        names.flatMap((name) => {
          const sheet = sheetOf(book, name);
          const used = usedArea(sheet);
          const top = { row: 0, column: 0, rows: 40, columns: 40 };
          return used ? [{ sheet: name, values: map(top, valueAt(sheet)), lastRow: used.row + used.rows }] : [];
        }),
      ),
    readValues: (name, area) => done({ sheet: name, area, values: map(area, valueAt(sheetOf(book, name))) }),
    readTables: (wanted) =>
      done(
        wanted.map(({ table: name, keyHeaders }) => {
          const table = tableFacts(book).find((candidate) => candidate.name === name)!;
          const keyColumn = table.headers.findIndex((header) => keyHeaders.includes(header));
          if (keyColumn < 0) return null;
          const sheet = sheetOf(book, table.sheet);
          const { area, totals, headers } = table;
          const body = { ...area, row: area.row + 1, rows: area.rows - 1 - (totals ? 1 : 0) };
          const keys = map({ ...body, column: body.column + keyColumn, columns: 1 }, valueAt(sheet)).flat();
          const [lastRow = []] = map({ ...body, row: body.row + body.rows - 1, rows: 1 }, (row, column) =>
            cellAt(sheet, row, column),
          );
          return {
            name,
            sheet: table.sheet,
            area,
            totals,
            filtered: sheet.filtered,
            headers,
            keyColumn,
            keys,
            lastRow,
          };
        }),
      ),
    selfCheck: () => Promise.resolve(selfCheckPort()),
    readCells: (name, areas) =>
      done(areas.map((area) => map(area, (row, column) => cellAt(sheetOf(book, name), row, column)))),
    readFormulaCells: (name, columns) => done(columns.map((column) => formulasIn(sheetOf(book, name), column))),
    readFormatted: (name, areas) => done(formattedIn(sheetOf(book, name), areas)),
    readBefore: ({ cells, formats, columns, filters }) =>
      done({
        cells: cells.map(({ sheet, area }) => map(area, (row, column) => cellAt(sheetOf(book, sheet), row, column))),
        formats: formats.map(({ sheet, area }) =>
          map(area, (row, column) => sheetOf(book, sheet).formats.get(`${row},${column}`) ?? "General"),
        ),
        columns: columns.map(({ sheet, column, columns: count }) =>
          Array.from({ length: count }, (_, at) => ({
            width: sheetOf(book, sheet).widths.get(column + at) ?? null,
            hidden: sheetOf(book, sheet).hidden.has(column + at),
          })),
        ),
        filters: filters.map((sheet) => (sheetOf(book, sheet).autoFilter ? usedArea(sheetOf(book, sheet)) : null)),
      }),
    readInstalled: ({
      sheets,
      followUpSheet,
      pages,
      body,
      validationColumns,
      formulaColumns,
      fieldColumns,
      formatted,
    }) => {
      const sheet = sheetOf(book, followUpSheet);
      const ends = body ? [...new Set([body.row, body.row + body.rows - 1])] : [];
      const installed = {
        sheets: sheets.flatMap((name) => {
          const used = usedArea(sheetOf(book, name));
          return used ? [formulaGrid(book, name, used)] : [];
        }),
        edges: body ? ends.map((row) => formulaGrid(book, followUpSheet, { ...body, row, rows: 1 })) : [],
        highlights: body ? sheet.highlights : [],
        validations: body
          ? validationColumns.flatMap((column) => validationPieces(sheet, { ...body, column, columns: 1 }))
          : [],
        overwritten: body
          ? formulaColumns.flatMap((column) =>
              map({ ...body, column, columns: 1 }, (row) => ({ row, column, rows: 1, columns: 1 }))
                .flat()
                .filter(({ row }) => typeof cellAt(sheet, row, column) !== "object"),
            )
          : [],
        pages: pages.map((name) => pageFacts(sheetOf(book, name))),
        charts: sheets.flatMap((name) =>
          sheetOf(book, name).charts.map((chart) => ({
            sheet: name,
            name: chart.name,
            type: chart.type,
            title: chart.title,
            series: chart.series.map(({ name: title, values }) => ({
              name: title,
              points: values.rows * values.columns,
            })),
          })),
        ),
      };
      const columns = fieldColumns.flatMap((column) => (body ? [{ ...body, column, columns: 1 }] : []));
      return done({
        installed,
        formulas: columns.map((column) => formulasIn(sheet, column)),
        formatted: formattedIn(sheet, formatted),
      });
    },
    apply: (actions) => {
      try {
        applyAll(book, actions);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return Promise.resolve({ ...fail({ code: "unexpected", detail }), aftermath: "partial" as const });
      }
      return Promise.resolve({ ok: true as const, value: actions.length });
    },
    readSelection: () => done({ sheet: book.active, area: { row: 1, column: 0, rows: 1, columns: 1 } }),
    select: () => done(undefined),
    watch: () => done(nothing),
    watchActivation: () => done(nothing),
    recorder: () => Promise.reject(new Error("Nobody records what stands on paper.")),
  };
}

/** Surroundings that never change: the same day, the same clock, IDs in order. */
export function inMemorySurroundings(today: number): Surroundings {
  let last = 0;
  return {
    today: () => today,
    now: () => today + 0.5,
    newIds: (count) => Array.from({ length: count }, () => `C${String((last += 1)).padStart(5, "0")}`),
    pause: () => Promise.resolve(),
    clock: () => "09:00",
    writesEndUndo: false,
  };
}
