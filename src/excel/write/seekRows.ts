import { fail, succeed, type Fault, type Result } from "../../app/fault";
import { isFormula, plainValue, type CellInput } from "../../domain/values/value";
import { retryRead } from "../run";
import type { SeekingStep } from "./appliers";
import { writeByKey, type KeyedRow, type RowWork } from "./rowsByKey";

function wordsOf(cells: readonly CellInput[]): string {
  const texts = cells.map((cell) => (isFormula(cell) ? cell.formula : String(cell ?? "")));
  return texts.filter((text) => text !== "").join(" · ");
}

/** A row that was written over and is nowhere to be found. It is told by what stood in it. */
function displaced({ sheet, hit, content }: KeyedRow): Fault {
  const stood = (hit ?? []).map((cell, offset) => content[offset] ?? cell);
  return { code: "displaced", sheet, row: wordsOf(stood) };
}

/** Writes rows where their keys stand, also where Excel is busy for a while in the middle of it. */
async function write(work: RowWork): Promise<Result<readonly KeyedRow[]>> {
  const result = await retryRead(() =>
    Excel.run({ delayForCellEdit: true }, async (context) =>
      (await writeByKey(context, work)) ? succeed(undefined) : fail({ code: "moved" }),
    ),
  );
  const lost = work.rows.find(({ hit }) => hit);
  if (lost) return fail(displaced(lost));
  return result.ok ? succeed(work.rows) : result;
}

/** Gives rows of others that were hit their cells back, wherever they are by now. */
export async function putBack(hits: readonly KeyedRow[]): Promise<Result<void>> {
  if (hits.length === 0) return succeed(undefined);
  // A place that was hit twice gets back first what the second write found there.
  const written = await write({ rows: [...hits].reverse() });
  return written.ok ? succeed(undefined) : written;
}

/**
 * Writes rows of our own where their keys stand.
 * @returns the rows whose keys are nowhere, or in several places
 */
export function writeRows(rows: readonly KeyedRow[]): Promise<Result<readonly KeyedRow[]>> {
  return rows.length === 0 ? Promise.resolve(succeed([])) : write({ rows });
}

/** Where a step's table stands, for its rows. */
export interface SeekingRows {
  readonly step: SeekingStep;
  /** First column of the table, on the sheet. */
  readonly column: number;
}

function keyedRows({ step, column }: SeekingRows, contentOf: (row: readonly CellInput[]) => readonly CellInput[]) {
  const { sheet, keyColumn, rows } = step;
  const over: readonly CellInput[] = [];
  return rows.map((row): KeyedRow => {
    const key = { column: keyColumn, value: plainValue(row[keyColumn]) };
    return { sheet, column, columns: row.length, key, content: contentOf(row), over, hit: null };
  });
}

/**
 * Blanks rows wherever they stand. The key goes last and alone: until then a row that was hit in another one's place still has its own,
 * by which it gets its cells back.
 */
export async function blankRows(seeking: SeekingRows): Promise<Result<void>> {
  const { keyColumn } = seeking.step;
  const isLeft = (cell: CellInput) => typeof cell === "object";
  const cells = await writeRows(
    keyedRows(seeking, (row) => row.map((cell, offset) => (offset === keyColumn || isLeft(cell) ? null : ""))),
  );
  if (!cells.ok) return cells;
  // What is nowhere was never written, or has gone.
  const gone = new Set(cells.value.map(({ key }) => key.value));
  const keys = keyedRows(seeking, (row) => row.map((_, offset) => (offset === keyColumn ? "" : null)));
  const written = await writeRows(keys.filter(({ key }) => !gone.has(key.value)));
  return written.ok ? succeed(undefined) : written;
}

/** Writes the rows whose keys are still there, and gives those that have to be appended again. */
export async function returnRows(seeking: SeekingRows): Promise<Result<readonly (readonly CellInput[])[]>> {
  const back = (row: readonly CellInput[]) => row.map((cell) => (typeof cell === "object" ? null : cell));
  const written = await writeRows(keyedRows(seeking, back));
  if (!written.ok) return written;
  const gone = new Set(written.value.map(({ key }) => key.value));
  return succeed(seeking.step.rows.filter((row) => gone.has(plainValue(row[seeking.step.keyColumn]))).map(back));
}
