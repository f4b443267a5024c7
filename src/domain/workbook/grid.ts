import type { Area } from "./area";
import type { ValueGrid } from "./snapshot";

/** The values of an area of the same sheet; cells beyond those of the grid are blank. */
export function partOf({ sheet, area: whole, values }: ValueGrid, area: Area): ValueGrid {
  const [row, column] = [area.row - whole.row, area.column - whole.column];
  return {
    sheet,
    area,
    values: Array.from({ length: area.rows }, (_, down) =>
      Array.from({ length: area.columns }, (__, across) => values[row + down]?.[column + across] ?? ""),
    ),
  };
}
