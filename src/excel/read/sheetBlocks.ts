import { fail, succeed, type Result } from "../../app/fault";
import type { Progress } from "../../app/ports";
import type { CellValue } from "../../domain/values/value";
import { fitting, halve } from "../../domain/workbook/chunks";
import type { Area } from "../../domain/workbook/area";
import { rangeOf, readGrid } from "../parts/grid";
import { retryRead } from "../run";

export type Rows = readonly (readonly CellValue[])[];

/** Rows of one sheet that are read in one request, alone or with others. */
export interface Block {
  readonly sheet: string;
  readonly area: Area;
  /** Their size in Excel's answer, by what is known of the sheet. */
  readonly bytes: number;
}

/** Bytes of one answer: Excel on the web refuses those above 5 MB, and the estimate may be wrong. */
export const answerBytes = 2_000_000;
/** Blocks of so few rows are not halved any further. */
const smallestBlock = 250;

const encoder = new TextEncoder();

/** Size of the rows in Excel's answer: JSON in UTF-8, where a Chinese character takes three bytes. */
export function meanRowBytes(rows: Rows): number {
  if (rows.length === 0) return 1;
  return encoder.encode(JSON.stringify(rows)).length / rows.length;
}

function readTrip(context: Excel.RequestContext, blocks: readonly Block[]): Promise<Result<readonly Rows[]>> {
  return retryRead(async () => {
    const ranges = blocks.map(({ sheet, area }) => {
      const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
      range.load("values");
      return { range, area };
    });
    await context.sync();
    const grids = ranges.map(({ range, area }) => readGrid(range.values, area));
    const read = grids.filter((grid) => grid !== null);
    return read.length === grids.length ? succeed(read) : fail({ code: "tooLarge" });
  });
}

/** What to ask for in place of blocks that were too large together; null where they are as small as can be. */
function smaller(blocks: readonly Block[]): readonly (readonly Block[])[] | null {
  const [block] = blocks;
  if (!block) return null;
  if (blocks.length > 1) return blocks.map((each) => [each]);
  const halves = block.area.rows > smallestBlock ? halve(block.area) : null;
  return halves && halves.map((area) => [{ ...block, area, bytes: block.bytes / 2 }]);
}

/** Blocks packed into requests, in their order. */
function tripsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (blocks.length === 0) return [];
  const length = fitting(blocks, ({ bytes }) => bytes, answerBytes);
  return [blocks.slice(0, length), ...tripsOf(blocks.slice(length))];
}

/**
 * Reads blocks of values, as many to a request as its answer takes. Blocks that turn out to be too large are cut.
 * @returns the rows in the blocks' order, a block that was cut in several pieces
 */
export async function readBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  progress: Progress,
): Promise<Result<readonly { readonly block: Block; readonly rows: Rows }[]>> {
  const done: { block: Block; rows: Rows }[] = [];
  const total = blocks.reduce((sum, { area }) => sum + area.rows, 0);
  const waiting = [...tripsOf(blocks)];
  for (let trip = waiting.shift(); trip; trip = waiting.shift()) {
    if (progress.cancelled()) return fail({ code: "cancelled" });
    const read = await readTrip(context, trip);
    if (read.ok) {
      trip.forEach((block, index) => done.push({ block, rows: read.value[index] ?? [] }));
      progress.report(
        done.reduce((sum, { rows }) => sum + rows.length, 0),
        total,
      );
      continue;
    }
    const cut = read.fault.code === "tooLarge" ? smaller(trip) : null;
    if (!cut) return read;
    waiting.unshift(...cut);
  }
  return succeed(done);
}
