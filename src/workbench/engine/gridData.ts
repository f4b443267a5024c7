import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/presets";
import type {
  IBorderData,
  IBorderStyleData,
  ICellData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  Nullable,
} from "@univerjs/presets";
import { gridSize } from "../data/areas";
import { columnPixels, defaultColumnPixels, defaultRowPixels, pixelsOfPoints } from "../data/sizes";
import type { BookData, BookValue, BorderData, BorderStyle, CellFormat, SheetData } from "../data/bookData";

const borderStyles: readonly (readonly [BorderStyle, BorderStyleTypes])[] = [
  ["thin", BorderStyleTypes.THIN],
  ["medium", BorderStyleTypes.MEDIUM],
  ["thick", BorderStyleTypes.THICK],
  ["dashed", BorderStyleTypes.DASHED],
  ["dotted", BorderStyleTypes.DOTTED],
  ["double", BorderStyleTypes.DOUBLE],
  ["hair", BorderStyleTypes.HAIR],
];

const horizontals: readonly (readonly [NonNullable<CellFormat["horizontal"]>, HorizontalAlign])[] = [
  ["left", HorizontalAlign.LEFT],
  ["center", HorizontalAlign.CENTER],
  ["right", HorizontalAlign.RIGHT],
  ["justify", HorizontalAlign.JUSTIFIED],
  ["distributed", HorizontalAlign.DISTRIBUTED],
];

const verticals: readonly (readonly [NonNullable<CellFormat["vertical"]>, VerticalAlign])[] = [
  ["top", VerticalAlign.TOP],
  ["center", VerticalAlign.MIDDLE],
  ["bottom", VerticalAlign.BOTTOM],
];

function toBorder(border: BorderData): IBorderStyleData {
  const style = borderStyles.find(([name]) => name === border.style)?.[1] ?? BorderStyleTypes.THIN;
  return { s: style, cl: { rgb: border.color ?? "#000000" } };
}

function fromBorder(border: Nullable<IBorderStyleData>): BorderData | undefined {
  if (!border) return undefined;
  const style = borderStyles.find(([, type]) => type === border.s)?.[0];
  return style && { style, color: border.cl?.rgb ?? null };
}

/** A cell format in the grid's terms. */
export function toStyle(format: CellFormat): IStyleData {
  const { borders } = format;
  const bd: IBorderData = {
    ...(borders?.top ? { t: toBorder(borders.top) } : {}),
    ...(borders?.bottom ? { b: toBorder(borders.bottom) } : {}),
    ...(borders?.left ? { l: toBorder(borders.left) } : {}),
    ...(borders?.right ? { r: toBorder(borders.right) } : {}),
  };
  const horizontal = horizontals.find(([name]) => name === format.horizontal)?.[1];
  const vertical = verticals.find(([name]) => name === format.vertical)?.[1];
  return {
    ...(format.numberFormat ? { n: { pattern: format.numberFormat } } : {}),
    ...(format.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(format.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(format.underline ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(format.strike ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(format.fontName ? { ff: format.fontName } : {}),
    ...(format.fontSize ? { fs: format.fontSize } : {}),
    ...(format.fontColor ? { cl: { rgb: format.fontColor } } : {}),
    ...(format.fill ? { bg: { rgb: format.fill } } : {}),
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    ...(vertical === undefined ? {} : { vt: vertical }),
    ...(format.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(Object.keys(bd).length > 0 ? { bd } : {}),
  };
}

/** Colour as `#RRGGBB`; the grid also knows `rgb(1,2,3)`. */
export function hexColor(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (!parts) return color.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

/** A style of the grid as a cell format. */
export function fromStyle(style: IStyleData): CellFormat {
  const top = fromBorder(style.bd?.t);
  const bottom = fromBorder(style.bd?.b);
  const left = fromBorder(style.bd?.l);
  const right = fromBorder(style.bd?.r);
  const borders = { ...(top && { top }), ...(bottom && { bottom }), ...(left && { left }), ...(right && { right }) };
  const horizontal = horizontals.find(([, align]) => align === style.ht)?.[0];
  const vertical = verticals.find(([, align]) => align === style.vt)?.[0];
  const fontColor = hexColor(style.cl?.rgb);
  const fill = hexColor(style.bg?.rgb);
  return {
    ...(style.n?.pattern && style.n.pattern !== "General" ? { numberFormat: style.n.pattern } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.ul?.s ? { underline: true } : {}),
    ...(style.st?.s ? { strike: true } : {}),
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.fs ? { fontSize: style.fs } : {}),
    ...(fontColor ? { fontColor } : {}),
    ...(fill ? { fill } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
  };
}

/** A constant in the grid's terms. Texts are marked as such, or the grid would turn `007` into a number. */
export function toCellValue(value: BookValue): Pick<ICellData, "v" | "t"> {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: CellValueType.STRING };
}

/** A cell's value; null for an empty cell and for a formula without a result. */
export function fromCellValue(cell: ICellData): string | number | boolean | null {
  const { v, t } = cell;
  if (v === null || v === undefined) {
    // Rich text, as a paste from elsewhere may leave it.
    const text = cell.p?.body?.dataStream;
    return text ? text.replace(/[\r\n]+$/, "") : null;
  }
  if (t === CellValueType.BOOLEAN) return v === 1 || v === "1" || v === true || v === "TRUE";
  if (typeof v === "boolean") return v;
  if (t === CellValueType.STRING || t === CellValueType.FORCE_STRING) return String(v);
  if (t === CellValueType.NUMBER) return Number(v);
  return v;
}

/** Id of the n-th sheet of an opened book. */
export const sheetId = (index: number): string => `sheet${index + 1}`;

function toWorksheet(sheet: SheetData, id: string): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const rowData: Record<number, { h?: number; hd?: BooleanNumber; ia?: BooleanNumber }> = {};
  let lastColumn = 0;
  for (const row of sheet.rows) {
    const cells: Record<number, ICellData> = {};
    for (const cell of row.cells) {
      lastColumn = Math.max(lastColumn, cell.column);
      cells[cell.column] = {
        ...(cell.value === null ? {} : toCellValue(cell.value)),
        ...(cell.formula ? { f: cell.formula } : {}),
        ...(cell.format === undefined ? {} : { s: `format${cell.format}` }),
      };
    }
    cellData[row.row] = cells;
    if (row.height !== undefined || row.hidden) {
      rowData[row.row] = {
        ...(row.height === undefined ? {} : { h: pixelsOfPoints(row.height), ia: BooleanNumber.FALSE }),
        ...(row.hidden ? { hd: BooleanNumber.TRUE } : {}),
      };
    }
  }
  const columnData: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const column of sheet.columns) {
    columnData[column.column] = {
      ...(column.width === undefined ? {} : { w: columnPixels(column.width) }),
      ...(column.hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  }
  const lastRow = sheet.rows.at(-1)?.row ?? 0;
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(gridSize.rows, lastRow + gridSize.rowsBelow),
    columnCount: Math.max(gridSize.columns, lastColumn + gridSize.columnsRight),
    defaultColumnWidth: defaultColumnPixels,
    defaultRowHeight: defaultRowPixels,
    cellData,
    rowData,
    columnData,
    mergeData: sheet.merges.map((area) => ({
      startRow: area.row,
      endRow: area.row + area.rows - 1,
      startColumn: area.column,
      endColumn: area.column + area.columns - 1,
    })),
    freeze: {
      xSplit: sheet.frozenColumns,
      ySplit: sheet.frozenRows,
      startRow: sheet.frozenRows > 0 ? sheet.frozenRows : -1,
      startColumn: sheet.frozenColumns > 0 ? sheet.frozenColumns : -1,
    },
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
}

/** The cells, formats and sizes of a book as the grid opens them. Tables, rules and names follow once it is open. */
export function toWorkbookData(book: BookData): IWorkbookData {
  const styles: Record<string, IStyleData> = {};
  for (const [index, format] of book.formats.entries()) styles[`format${index}`] = toStyle(format);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  for (const [index, sheet] of book.sheets.entries()) sheets[sheetId(index)] = toWorksheet(sheet, sheetId(index));
  return {
    id: "book",
    name: "book",
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    styles,
    sheetOrder: book.sheets.map((_, index) => sheetId(index)),
    sheets,
  };
}
