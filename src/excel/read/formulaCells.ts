import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { FormulaCells } from "../../app/ports";
import { isFormula } from "../../domain/values/value";
import type { Area } from "../../domain/workbook/area";
import { halve, planChunks } from "../../domain/workbook/chunks";
import { parseLeading } from "../parts/addresses";
import { inputsOf, rangeOf, readGrid } from "../parts/grid";
import { retryRead, runRead } from "../run";
import { answerBytes } from "./sheetBlocks";

/** Bytes of a cell that people fill in, with its formula and its value; a block of longer ones is halved. */
const cellBytes = 80;

/** Asks how many cells of a column of several hold a formula, and where the first one is. Neither values nor formulas travel. */
function askColumn(sheet: Excel.Worksheet, column: Area): () => FormulaCells | null {
  const cells = rangeOf(sheet, column).getSpecialCellsOrNullObject("Formulas").untrack();
  cells.load("address,cellCount");
  return () => {
    if (cells.isNullObject) return { cells: 0, first: column.row };
    const [first] = parseLeading(cells.address);
    return first ? { cells: cells.cellCount, first: first.row } : null;
  };
}

/** Asks a single row for its cells: asked for one cell's special cells, Excel answers for the whole sheet. */
function askCell(sheet: Excel.Worksheet, cell: Area): () => FormulaCells | null {
  const range = rangeOf(sheet, cell);
  range.load("formulas,values");
  return () => countIn(cell, range);
}

/** Counts formulas among cells that came whole. Text that starts with an equals sign is no formula, but equal to its value. */
function countIn(column: Area, range: Excel.Range): FormulaCells | null {
  const [formulas, values] = [readGrid(range.formulas, column), readGrid(range.values, column)];
  if (!formulas || !values) return null;
  const held = inputsOf(formulas, values).map(([cell]) => isFormula(cell));
  return { cells: held.filter(Boolean).length, first: column.row + Math.max(0, held.indexOf(true)) };
}

function together(column: Area, blocks: readonly FormulaCells[]): FormulaCells {
  return {
    cells: blocks.reduce((sum, { cells }) => sum + cells, 0),
    first: blocks.find(({ cells }) => cells > 0)?.first ?? column.row,
  };
}

async function readBlock(context: Excel.RequestContext, sheet: string, area: Area): Promise<Result<FormulaCells>> {
  return retryRead(async () => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
    range.load("formulas,values");
    await context.sync();
    const counted = countIn(area, range);
    return counted ? succeed(counted) : fail({ code: "tooLarge" });
  });
}

/** Reads one column cell by cell, for an Excel that does not tell its special cells. */
async function readCellByCell(
  context: Excel.RequestContext,
  sheet: string,
  column: Area,
): Promise<Result<FormulaCells>> {
  const found: FormulaCells[] = [];
  const waiting = [...planChunks(column, cellBytes, answerBytes)];
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    const read = await readBlock(context, sheet, block);
    const halves = !read.ok && read.fault.code === "tooLarge" ? halve(block) : null;
    if (halves) waiting.unshift(...halves);
    else if (!read.ok) return read;
    else found.push(read.value);
  }
  return succeed(together(column, found));
}

/** Faults by which an Excel says that it cannot tell special cells: of so many areas, on a protected sheet, or at all. */
export const cannotTell: ReadonlySet<Fault["code"]> = new Set([
  "unsupported",
  "busy",
  "unexpected",
  "tooLarge",
  "protected",
]);

/** Asks how many cells of columns hold formulas; to be followed by a sync. Null from the returned function: Excel did not say. */
export function askFormulaCells(
  sheet: Excel.Worksheet,
  columns: readonly Area[],
): () => readonly FormulaCells[] | null {
  const asked = columns.map((column) => (column.rows > 1 ? askColumn(sheet, column) : askCell(sheet, column)));
  return () => {
    const read = asked.map((ask) => ask()).filter((column) => column !== null);
    return read.length === columns.length ? read : null;
  };
}

/** Formulas in columns; see the port. */
export async function readFormulaCells(
  name: string,
  columns: readonly Area[],
): Promise<Result<readonly FormulaCells[]>> {
  const told = await runRead(async (context) => {
    const read = askFormulaCells(context.workbook.worksheets.getItem(name), columns);
    await context.sync();
    const found = read();
    return found ? succeed(found) : fail({ code: "unexpected", detail: "special cells" });
  });
  if (told.ok || !cannotTell.has(told.fault.code)) return told;
  return runRead(async (context) => {
    const found: FormulaCells[] = [];
    for (const column of columns) {
      const read = await readCellByCell(context, name, column);
      if (!read.ok) return read;
      found.push(read.value);
    }
    return succeed(found);
  });
}
