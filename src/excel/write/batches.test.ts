import type { Action } from "../../domain/workbook/action";
import { planBatches } from "./batches";

function name(number: number): Action {
  return { kind: "setName", name: `FU_${String(number)}`, formula: "=1" };
}

function block(rows: number, text: string): Action {
  const cells = Array.from({ length: rows }, (_, row) => [text, row]);
  return { kind: "writeCells", sheet: "客户", area: { row: 4, column: 1, rows, columns: 2 }, cells };
}

test("steps keep their order and travel together while they fit", () => {
  const actions = [name(1), block(3, "甲"), name(2)];
  expect(planBatches(actions)).toEqual([{ steps: actions, sources: actions }]);
});

test("small steps are counted with what the client wraps around them", () => {
  const actions = Array.from({ length: 1500 }, (_, number) => name(number));
  const batches = planBatches(actions);
  expect(batches).toHaveLength(2);
  expect(batches.flatMap(({ steps }) => steps)).toEqual(actions);
});

test("a block too large for one request is cut into rows that stand where they stood", () => {
  const action = block(20_000, "远山能源科技有限公司".repeat(10));
  const batches = planBatches([name(1), action, name(2)]);
  expect(batches.length).toBeGreaterThan(2);
  const pieces = batches.flatMap(({ steps }) => steps).filter((step) => step.kind === "writeCells");
  expect(pieces.flatMap(({ cells }) => cells)).toEqual(action.kind === "writeCells" && action.cells);
  let row = 4;
  for (const piece of pieces) {
    expect(piece.area).toEqual({ row, column: 1, rows: piece.cells.length, columns: 2 });
    row += piece.cells.length;
    expect(Buffer.byteLength(JSON.stringify(piece.cells))).toBeLessThan(2_100_000);
  }
  expect(batches.filter(({ sources }) => sources.includes(action)).length).toBe(pieces.length);
});
