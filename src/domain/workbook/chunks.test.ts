import fc from "fast-check";
import type { Area } from "./area";
import { halve, planChunks } from "./chunks";

const area: fc.Arbitrary<Area> = fc.record({
  row: fc.integer({ min: 0, max: 1000 }),
  column: fc.integer({ min: 0, max: 50 }),
  rows: fc.integer({ min: 1, max: 1000 }),
  columns: fc.integer({ min: 1, max: 60 }),
});

/** True where the blocks follow each other without gap or overlap from the area's first row to its last. */
function isCutOf(whole: Area, blocks: readonly Area[]): boolean {
  let next = whole.row;
  for (const block of blocks) {
    if (block.row !== next || block.column !== whole.column || block.columns !== whole.columns || block.rows < 1) {
      return false;
    }
    next += block.rows;
  }
  return next === whole.row + whole.rows;
}

test("chunks cover the area exactly, each within the target or one row", () => {
  fc.assert(
    fc.property(
      area,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 20_000 }),
      (whole, bytes, target) => {
        const chunks = planChunks(whole, bytes, target);
        expect(isCutOf(whole, chunks)).toBe(true);
        expect(chunks.filter((chunk) => chunk.rows > 1 && chunk.rows * bytes > target)).toEqual([]);
      },
    ),
  );
});

test("a block is halved until it is one row", () => {
  fc.assert(
    fc.property(area, (whole) => {
      const halves = halve(whole);
      if (whole.rows === 1) expect(halves).toBeNull();
      else expect(isCutOf(whole, halves ?? [])).toBe(true);
    }),
  );
});

test("a hundred thousand rows of 400 bytes stay far below Excel's five megabytes a block", () => {
  const chunks = planChunks({ row: 1, column: 0, rows: 100_000, columns: 16 }, 400, 1_500_000);
  expect(Math.max(...chunks.map(({ rows }) => rows * 400))).toBeLessThan(2_000_000);
  expect(chunks.length).toBeLessThan(40);
});
