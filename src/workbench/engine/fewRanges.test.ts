import { fewRangesOf } from "./fewRanges";

type Cells = Record<number, Record<number, unknown>>;

function cellsAt(...places: readonly (readonly [row: number, column: number])[]): Cells {
  const cells: Cells = {};
  for (const [row, column] of places) (cells[row] ??= {})[column] = null;
  return cells;
}

const range = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

/** Random numbers that are the same on each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("the ranges to calculate after a write", () => {
  it("are the written cells where these have few gaps", () => {
    expect(fewRangesOf(cellsAt([4, 2], [5, 2], [9, 2]))).toEqual([range(4, 5, 2, 2), range(9, 9, 2, 2)]);
  });

  it("are one rectangle for columns side by side", () => {
    const block = cellsAt([1, 3], [1, 4], [1, 5], [2, 3], [2, 4], [2, 5]);
    expect(fewRangesOf(block)).toEqual([range(1, 2, 3, 5)]);
  });

  it("keep columns apart that have a gap between them", () => {
    expect(fewRangesOf(cellsAt([1, 3], [1, 5]))).toEqual([range(1, 1, 3, 3), range(1, 1, 5, 5)]);
  });

  it("are few for a column that is written with gaps, with the cells between", () => {
    const everyThird = Array.from({ length: 3_000 }, (_, at) => [at * 3 + 2, 7] as const);
    expect(fewRangesOf(cellsAt(...everyThird))).toEqual([range(2, 8_999, 7, 7)]);
  });

  it("hold every cell that was written, however it is spread", () => {
    const random = randomFrom(11);
    for (let round = 0; round < 200; round += 1) {
      const places = Array.from({ length: 1 + random(60) }, () => [random(40), random(12)] as const);
      const ranges = fewRangesOf(cellsAt(...places));
      const missing = places.filter(
        ([row, column]) =>
          !ranges.some(
            (each) =>
              row >= each.startRow && row <= each.endRow && column >= each.startColumn && column <= each.endColumn,
          ),
      );
      expect(missing).toEqual([]);
    }
  });

  it("are none for a write of nothing", () => {
    expect(fewRangesOf({})).toEqual([]);
  });
});
