import {
  gridMember,
  isList,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from "../../domain/record/anonymise";
import { resultsOf, type ExcelRecord } from "../../domain/record/record";
import { valueOfShape } from "../../domain/record/shapes";
import { blankSheet } from "../data/blankSheet";
import type {
  BookArea,
  BookData,
  CellData,
  CellFormat,
  NameData,
  RowData,
  SheetData,
  TableData,
} from "../data/bookData";
import { shiftFormula } from "../data/formulaShift";

/** Requests at a record's beginning that ask what the workbook is made of. */
const firstLooks = 3;

/** What a record tells of a part of the workbook, by the path that was asked. */
interface Told {
  /** Members that lead to the part, from the workbook on: `Worksheets`, `` (the key's indexer), `GetRow`. */
  readonly steps: readonly string[];
  /** Keys on the way. */
  readonly keys: readonly Json[];
  readonly value: JsonObject;
}

function toldOf(asked: JsonObject, answered: JsonObject): readonly Told[] {
  const paths = objectOf(asked["ObjectPaths"]);
  const results = resultsOf(answered);
  const wayTo = (id: Json | undefined): Pick<Told, "steps" | "keys"> => {
    const path = objectOf(paths[String(id)]);
    const parent = path["ParentObjectPathId"];
    if (parent === undefined) return { steps: [], keys: [] };
    const before = wayTo(parent);
    const given = listOf(objectOf(path["ArgumentInfo"])["Arguments"]);
    return { steps: [...before.steps, textOf(path["Name"])], keys: [...before.keys, given[0] ?? null] };
  };
  return listOf(asked["Actions"])
    .map(objectOf)
    .flatMap((action) => {
      const value = results.get(action["Id"] ?? null);
      return isObject(value) ? [{ ...wayTo(action["ObjectPathId"]), value }] : [];
    });
}

const itemsOf = (value: JsonObject): readonly JsonObject[] => listOf(value["_Items"]).map(objectOf);
const numberOf = (value: Json | undefined): number => (typeof value === "number" ? value : 0);

function areaOf(value: JsonObject): BookArea | null {
  const rows = numberOf(value["RowCount"]);
  const columns = numberOf(value["ColumnCount"]);
  if (rows < 1 || columns < 1) return null;
  return { row: numberOf(value["RowIndex"]), column: numberOf(value["ColumnIndex"]), rows, columns };
}

/** Everything that the first looks told of one place. */
function membersAt(told: readonly Told[], way: string, key: string | null): JsonObject {
  const found = told.filter(({ steps, keys }) => steps.join("/") === way && (key === null || keys[1] === key));
  return found.reduceRight<JsonObject>((members, { value }) => ({ ...members, ...value }), {});
}

function firstRowOf(grid: Json | undefined): readonly Json[] {
  return isObject(grid) && isList(grid[gridMember]) ? listOf(listOf(grid["rows"])[0]) : [];
}

/** A sheet's used cells as they are told of: its first row, its last row, and the formats of that. */
interface UsedCells {
  readonly area: BookArea;
  readonly first: readonly Json[];
  readonly last: readonly Json[];
  readonly formats: readonly string[];
}

function cellOf(told: Json | undefined, column: number, down: number): CellData | null {
  if (typeof told !== "string" || told === "") return null;
  if (told.startsWith("=")) return { column, value: null, formula: shiftFormula(told, down, 0) };
  return { column, value: valueOfShape(told) };
}

/** All rows between the first and the last are made like the last one. */
function rowsOf(
  { area, first, last, formats }: UsedCells,
  formatOf: (code: string) => number | null,
): readonly RowData[] {
  return Array.from({ length: area.rows }, (_, index) => {
    const isFirst = index === 0;
    const down = isFirst ? 0 : index - (area.rows - 1);
    const cells = Array.from({ length: area.columns }, (_, offset) => {
      const cell = cellOf((isFirst ? first : last)[offset], area.column + offset, down);
      const format = isFirst ? null : formatOf(formats[offset] ?? "General");
      return cell && format !== null ? { ...cell, format } : cell;
    });
    return { row: area.row + index, cells: cells.filter((cell) => cell !== null) };
  }).filter(({ cells }) => cells.length > 0);
}

function tableOf(facts: JsonObject, area: BookArea, used: UsedCells | null): TableData {
  const columns = itemsOf(objectOf(facts["Columns"])).map(({ Name }, index) => {
    const cell = used?.last[area.column + index - used.area.column];
    const isCalculated = typeof cell === "string" && cell.startsWith("=");
    return { name: textOf(Name), ...(isCalculated ? { formula: cell } : {}) };
  });
  return {
    name: textOf(facts["Name"]),
    area,
    headerRow: true,
    totalsRow: facts["ShowTotals"] === true,
    filterButtons: true,
    bandedRows: true,
    style: "TableStyleLight1",
    columns,
    filtered: false,
  };
}

/** Headers stand in a table's first row, whatever the sheet's first row is. */
function withHeaders(rows: readonly RowData[], { area, columns }: TableData): readonly RowData[] {
  const headers = columns.map(({ name }, index) => ({ column: area.column + index, value: name }));
  const isHeader = (column: number): boolean => column >= area.column && column < area.column + area.columns;
  const others = rows.find(({ row }) => row === area.row)?.cells.filter(({ column }) => !isHeader(column)) ?? [];
  const cells = [...others, ...headers].sort((one, other) => one.column - other.column);
  return [...rows.filter(({ row }) => row !== area.row), { row: area.row, cells }].sort((a, b) => a.row - b.row);
}

const visibilities: ReadonlyMap<string, SheetData["visibility"]> = new Map([
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

/** Number formats by their places among the workbook's. */
function createFormats(): { readonly all: CellFormat[]; readonly of: (code: string) => number | null } {
  const all: CellFormat[] = [];
  return {
    all,
    of: (code) => {
      if (code === "General" || code === "") return null;
      const at = all.findIndex(({ numberFormat }) => numberFormat === code);
      return at >= 0 ? at : all.push({ numberFormat: code }) - 1;
    },
  };
}

function usedCells(told: readonly Told[], sheet: string): UsedCells | null {
  const way = "Worksheets//GetUsedRangeOrNullObject";
  const area = areaOf(membersAt(told, way, sheet));
  const last = membersAt(told, `${way}/GetLastRow`, sheet);
  return (
    area && {
      area,
      first: firstRowOf(membersAt(told, `${way}/GetRow`, sheet)["Formulas"]),
      last: firstRowOf(last["Formulas"]),
      formats: firstRowOf(last["NumberFormat"]).map(textOf),
    }
  );
}

function namesOf(told: readonly Told[]): readonly NameData[] {
  return itemsOf(membersAt(told, "Names", null)).flatMap(({ Name, Formula }) => {
    const formula = textOf(Formula);
    const isNamed = textOf(Name) !== "" && formula.startsWith("=");
    return isNamed ? [{ name: textOf(Name), formula, sheet: null, visible: true, comment: "" }] : [];
  });
}

/**
 * A workbook like the one that a record was made with, as far as the record tells: its sheets, tables, headers and names, and cells
 * of the shapes of each sheet's first and last row. Rules, colours and charts that stood there before are not in it.
 * @returns null where the record does not begin with what its workbook is made of
 */
export function bookOfRecord({ exchanges }: Pick<ExcelRecord, "exchanges">): BookData | null {
  const told = exchanges
    .slice(0, firstLooks)
    .flatMap(({ asked, answered }) => (answered ? toldOf(asked, answered) : []));
  const sheetFacts = itemsOf(membersAt(told, "Worksheets", null));
  const tableFacts = itemsOf(membersAt(told, "Tables", null));
  if (sheetFacts.length === 0) return null;
  const formats = createFormats();
  const sheets = sheetFacts.map((facts): SheetData => {
    const name = textOf(facts["Name"]);
    const used = usedCells(told, name);
    const tables = tableFacts
      .filter((table) => objectOf(table["Worksheet"])["Name"] === name)
      .flatMap((table) => {
        const area = areaOf(membersAt(told, "Tables//GetRange", textOf(table["Name"])));
        return area ? [tableOf(table, area, used)] : [];
      });
    return {
      ...blankSheet(name),
      visibility: visibilities.get(textOf(facts["Visibility"])) ?? "visible",
      protected: objectOf(facts["Protection"])["Protected"] === true,
      rows: tables.reduce(withHeaders, used ? rowsOf(used, formats.of) : []),
      columns: Array.from({ length: used?.area.columns ?? 0 }, (_, column) => ({ column, width: 12 })),
      tables,
    };
  });
  const active = textOf(membersAt(told, "Worksheets/GetActiveWorksheet", null)["Name"]);
  return {
    date1904: false,
    sheets,
    activeSheet: active || textOf(sheetFacts[0]?.["Name"]),
    names: namesOf(told),
    formats: formats.all,
  };
}
