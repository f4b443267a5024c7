import type { CellInput } from "../values/value";
import type { Area } from "./area";
import type { Action, CellStyle } from "./action";

/** How wide a text is shown, characters of the default font; Chinese ones take two. */
export function shownWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 2 : 1), 0);
}

/** The style that Excel gives a table that we make: light bands, no loud header. */
export const tableStyle = "TableStyleLight1";

/** Cells that belong together, placed by their top left corner. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellInput[])[];
}

/** What one of our sheets is to hold: cells, how they look, and where our part of the sheet ends. */
export interface SheetLayout {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly styles: readonly { readonly area: Area; readonly style: CellStyle }[];
  readonly formats: readonly { readonly area: Area; readonly format: string }[];
  readonly widths: readonly number[];
  readonly extent: Area;
}

/** Area of a block. */
export function blockArea(block: Block): Area {
  const columns = block.cells.reduce((most, row) => Math.max(most, row.length), 1);
  return { row: block.row, column: block.column, rows: Math.max(1, block.cells.length), columns };
}

/** Writes of all blocks; rows of a block are filled up to its width with cells that stay as they are. */
export function writeBlocks(sheet: string, blocks: readonly Block[]): readonly Action[] {
  return blocks.map((block) => {
    const area = blockArea(block);
    const cells = block.cells.map((row) => [...row, ...Array<null>(area.columns - row.length).fill(null)]);
    return { kind: "writeCells", sheet, area, cells };
  });
}

/** Looks of a sheet: number formats, styles and column widths. */
export function dressSheet(layout: SheetLayout): readonly Action[] {
  const sheet = layout.title;
  return [
    ...layout.formats.map(({ area, format }): Action => ({ kind: "setNumberFormat", sheet, area, format })),
    ...layout.styles.map(({ area, style }): Action => ({ kind: "styleCells", sheet, area, style })),
    { kind: "setColumnWidths", sheet, column: layout.extent.column, widths: layout.widths },
  ];
}

/** A title that no sheet has yet: the wanted one, or with a number behind it. Excel compares titles without case. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((title) => title.toLowerCase()));
  let title = wanted;
  for (let number = 2; used.has(title.toLowerCase()); number += 1) title = `${wanted} ${number}`;
  return title;
}
