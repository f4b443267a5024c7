import { fail, succeed, type Result } from "../../app/fault";
import type { Progress } from "../../app/ports";
import type { CellValue } from "../../domain/values/value";
import type { SheetSnapshot, ValueGrid } from "../../domain/workbook/snapshot";
import { intersect, type Area } from "../../domain/workbook/area";
import { halve, planChunks } from "../../domain/workbook/chunks";
import { parseAreas } from "../parts/addresses";
import { askArea, rangeOf, readGrid } from "../parts/grid";
import { sheetFacts } from "./readBook";
import { retryRead, runRead } from "../run";

type Rows = readonly (readonly CellValue[])[];

/**
 * The sheet's top left corner comes along with the first question: a small sheet is read in one round trip, and of a large
 * one it tells how long a row is.
 */
const corner: Area = { row: 0, column: 0, rows: 250, columns: 40 };

/** Blocks of so few rows are not halved any further. */
const smallestBlock = 250;

/** Size of the rows in Excel's answer: JSON in UTF-8, where a Chinese character takes three bytes. */
function meanRowBytes(rows: Rows): number {
  if (rows.length === 0) return 1;
  return new TextEncoder().encode(JSON.stringify(rows)).length / rows.length;
}

/** The part of the corner's values that lies in `area`. */
function cut(values: Rows, area: Area): Rows {
  return values.slice(area.row, area.row + area.rows).map((row) => row.slice(area.column, area.column + area.columns));
}

interface Reading {
  readonly sheet: Excel.Worksheet;
  readonly member: "values" | "formulas";
  readonly progress: Progress;
  readonly total: number;
}

async function readBlock({ sheet, member }: Reading, area: Area): Promise<Result<Rows>> {
  return retryRead(async () => {
    const range = rangeOf(sheet, area);
    range.load(member);
    await sheet.context.sync();
    const values = readGrid(range[member], area);
    return values ? succeed(values) : fail({ code: "tooLarge" });
  });
}

/** Reads the blocks one after the other and puts their rows behind `done`. A block that is too large is halved. */
async function readBlocks(reading: Reading, blocks: readonly Area[], done: Rows[]): Promise<Result<Rows>> {
  const [block, ...others] = blocks;
  if (!block) return succeed(done.flat());
  if (reading.progress.cancelled()) return fail({ code: "cancelled" });
  const read = await readBlock(reading, block);
  if (!read.ok) {
    const halves = read.fault.code === "tooLarge" && block.rows > smallestBlock ? halve(block) : null;
    return halves ? readBlocks(reading, [...halves, ...others], done) : read;
  }
  done.push(read.value);
  reading.progress.report(
    done.reduce((sum, rows) => sum + rows.length, 0),
    reading.total,
  );
  return readBlocks(reading, others, done);
}

async function readValuesOf(reading: Reading, used: Area, cornerValues: Rows): Promise<Result<Rows>> {
  const known = intersect(used, corner);
  const sample = known ? cut(cornerValues, known) : [];
  const done: Rows[] = [];
  let rest = used;
  if (known && known.columns === used.columns && known.row === used.row) {
    done.push(sample);
    reading.progress.report(known.rows, used.rows);
    if (known.rows === used.rows) return succeed(sample);
    rest = { ...used, row: used.row + known.rows, rows: used.rows - known.rows };
  }
  const bytesPerRow = known ? (meanRowBytes(sample) * used.columns) / known.columns : used.columns * 16;
  return readBlocks(reading, planChunks(rest, bytesPerRow), done);
}

interface Opened {
  readonly sheet: Excel.Worksheet;
  readonly used: Area | null;
  readonly merged: readonly Area[];
  readonly filtered: boolean;
  readonly corner: Rows;
}

async function openSheet(context: Excel.RequestContext, name: string, askMerged: boolean): Promise<Result<Opened>> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.load("id,name,visibility,protection/protected,autoFilter/isDataFiltered");
  sheet.tables.load("items/name,items/autoFilter/isDataFiltered");
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  const usedArea = askArea(used);
  const first = rangeOf(sheet, corner);
  first.load("values");
  const merged = askMerged ? sheet.getRange().untrack().getMergedAreasOrNullObject().untrack() : null;
  merged?.load("address");
  await context.sync();
  const cornerValues = readGrid(first.values, corner);
  if (!cornerValues) return fail({ code: "tooLarge" });
  const place = used.isNullObject ? null : usedArea();
  const areas = merged && !merged.isNullObject ? parseAreas(merged.address) : [];
  if (!areas) return fail({ code: "unexpected", detail: `merged areas ${merged?.address ?? ""}` });
  return succeed({
    sheet,
    used: place,
    merged: place ? areas.filter((area) => intersect(area, place)) : [],
    filtered:
      sheet.autoFilter.isDataFiltered === true ||
      sheet.tables.items.some((table) => table.autoFilter.isDataFiltered === true),
    corner: cornerValues,
  });
}

function readOnce(name: string, askMerged: boolean, progress: Progress): Promise<Result<SheetSnapshot>> {
  return runRead(async (context) => {
    const opened = await openSheet(context, name, askMerged);
    if (!opened.ok) return opened;
    const { sheet, used, merged, filtered } = opened.value;
    const reading: Reading = { sheet, member: "values", progress, total: used?.rows ?? 0 };
    const values = used ? await readValuesOf(reading, used, opened.value.corner) : succeed<Rows>([]);
    if (!values.ok) return values;
    return succeed({
      sheet: sheetFacts(sheet),
      used,
      merged,
      filtered,
      grid: { sheet: name, area: used ?? { row: 0, column: 0, rows: 0, columns: 0 }, values: values.value },
    });
  });
}

/**
 * Reads a sheet's values, in one round trip for a small sheet and else in blocks of about 1.5 MB.
 * @param askMerged Excel on some machines forgets a person's undo steps when it is asked for merged cells, so it is asked
 *   only where the answer matters: a sheet that already holds a table has none that do.
 */
export async function readSheet(name: string, askMerged: boolean, progress: Progress): Promise<Result<SheetSnapshot>> {
  const read = await readOnce(name, askMerged, progress);
  if (read.ok || !askMerged || (read.fault.code !== "busy" && read.fault.code !== "unexpected")) return read;
  // Excel lists at most 512 merged areas and gives an error for a sheet that has more. Then all of it counts as merged.
  const plain = await readOnce(name, false, progress);
  return plain.ok && plain.value.used ? succeed({ ...plain.value, merged: [plain.value.used] }) : plain;
}

/** Rows of formulas that are asked for at once: of 40 columns and 20 characters a cell they take about 1.5 MB. */
const formulaRows = 2000;

/** Reads the cells of an area as they were entered, in blocks. */
export function readFormulas(name: string, area: Area, progress: Progress): Promise<Result<ValueGrid>> {
  return runRead(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const blocks = Array.from({ length: Math.ceil(area.rows / formulaRows) }, (_, at): Area => {
      const row = area.row + at * formulaRows;
      return { ...area, row, rows: Math.min(formulaRows, area.row + area.rows - row) };
    });
    const values = await readBlocks({ sheet, member: "formulas", progress, total: area.rows }, blocks, []);
    return values.ok ? succeed({ sheet: name, area, values: values.value }) : values;
  });
}
