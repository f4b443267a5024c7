import { usualRules } from "../support/choices";
import { createSession } from "../../src/app/session/createSession";
import type { CellValue } from "../../src/domain/values/value";
import { recalculate } from "../support/libreOffice";
import { libreOffice } from "../support/needs";
import { fileOf } from "../support/inMemoryFile";
import { newInMemoryWorkbook, inMemoryPort, inMemorySurroundings } from "../support/inMemoryWorkbook";

/** LibreOffice gets this long for one calculation. Milliseconds. */
const patience = 300_000;

async function timed(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  await recalculate(bytes, patience);
  return performance.now() - start;
}

/**
 * Milliseconds that LibreOffice takes to calculate the set-up workbook's formulas: opening, calculating and saving it, less
 * the same for a copy without formulas. Null where LibreOffice is not installed, "too long" where it does not come to an end.
 */
export async function inSpreadsheet(
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
  today: number,
): Promise<number | "too long" | null> {
  if (!libreOffice.isThere) return null;
  const book = newInMemoryWorkbook("客户", [headers, ...rows]);
  const session = createSession(inMemoryPort(book, today), inMemorySurroundings(today), "zh-CN");
  await session.planSetUp("zh-CN", usualRules);
  await session.applySetUp();
  await session.setAsOf(today);
  const withFormulas = await fileOf(book);
  for (const { rows: lines } of book.sheets) {
    // Rows and cells that nobody filled are holes, which forEach passes over.
    lines.forEach((line) =>
      line.forEach((cell, column) => {
        if (typeof cell === "object") line[column] = "0";
      }),
    );
  }
  const plain = await fileOf(book);
  try {
    // The first start of a program reads it from the disk.
    await timed(plain);
    const empty = await timed(plain);
    return Math.max(0, (await timed(withFormulas)) - empty);
  } catch {
    return "too long";
  }
}
