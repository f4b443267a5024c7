import { Engine, INTERCEPTOR_POINT, SheetInterceptorService, SpreadsheetSkeleton } from "@univerjs/preset-sheets-core";
import {
  DataValidationCacheService,
  SheetsDataValidationValidatorService,
} from "@univerjs/preset-sheets-data-validation";
import { getNumfmtParseValueFilter, isRealNum, WrapStrategy } from "@univerjs/presets";
import type { ICellData, IRange, IStyleData, Nullable } from "@univerjs/presets";
import { rememberTexts } from "./plainTexts";

/**
 * Work that Univer 0.25.1 does for the looks of the grid over and over, and that grows with the sheet. As with the faults in
 * univerPatches.ts, these reach into private parts.
 */

/** Points up to which a font fits into a row of the usual height. */
const usualFontSize = 11;

interface CellPlace {
  readonly rawData?: Nullable<ICellData>;
}

/**
 * Story: a cell with a text gets a mark when the text could be a number. For that the grid tries each text as date, time and
 * number whenever it looks at the cell, several times a frame: half of all drawing. The handler that does so is known by the
 * function that it calls.
 */
export function recogniseTextsOnce(): void {
  const { prototype } = SheetInterceptorService;
  const original: unknown = Reflect.get(prototype, "intercept");
  if (typeof original !== "function") throw new Error("Univer's cells have changed: look at the patch of texts again.");
  const isPlain = rememberTexts((text) => !isRealNum(text) && !getNumfmtParseValueFilter(text));
  Reflect.set(prototype, "intercept", function intercept(this: object, point: unknown, interceptor: object): unknown {
    const handler: unknown = Reflect.get(interceptor, "handler");
    const triesTexts =
      point === INTERCEPTOR_POINT.CELL_CONTENT &&
      typeof handler === "function" &&
      handler.toString().includes("getNumfmtParseValueFilter");
    if (!triesTexts) return Reflect.apply(original, this, [point, interceptor]);
    const quick = (cell: unknown, place: CellPlace, next: (cell: unknown) => unknown): unknown => {
      const text = place.rawData?.v;
      if (typeof text === "string" && isPlain(text)) return next(cell);
      return Reflect.apply(handler, undefined, [cell, place, next]);
    };
    return Reflect.apply(original, this, [point, { ...interceptor, handler: quick }]);
  });
}

/** True for a cell that may make its row higher than others: of several lines, turned, or in a larger font than usual. */
function isTall(cell: ICellData, styleOf: (cell: ICellData) => Nullable<IStyleData>): boolean {
  if (cell.p) return true;
  const style = cell.s ? styleOf(cell) : null;
  if (!style) return false;
  return style.tb === WrapStrategy.WRAP || (style.fs ?? 0) > usualFontSize || style.tr !== undefined;
}

/**
 * Story: the width of one column is set, a list is allowed in one cell, and the grid measures every cell of every row for the
 * height that the row should have: minutes in a sheet of 10,000 rows. Only rows with a tall cell can change.
 */
export function measureTallRowsOnly(): void {
  const { prototype } = SpreadsheetSkeleton;
  const original: unknown = Reflect.get(prototype, "_calculateRowAutoHeight");
  if (typeof original !== "function")
    throw new Error("Univer's rows have changed: look at the patch of heights again.");
  Reflect.set(prototype, "_calculateRowAutoHeight", function height(this: SpreadsheetSkeleton, row: number): unknown {
    const { worksheet } = this;
    const styles = this.getStyles();
    const cells = worksheet.getCellMatrix().getRow(row);
    const hasTall = Object.values(cells ?? {}).some(
      (cell: Nullable<ICellData>) => cell && isTall(cell, (one) => styles.getStyleByCell(one)),
    );
    return hasTall ? Reflect.apply(original, this, [row]) : worksheet.getConfig().defaultRowHeight;
  });
}

/**
 * Story: whenever cells or validations change, the grid checks each cell that has a validation, with a promise for every one,
 * to mark those that break it: gigabytes for a validation over whole columns. Excel marks nothing until it is asked. What a
 * person types is checked on its own.
 */
export function markNoInvalidCells(): void {
  const { prototype } = SheetsDataValidationValidatorService;
  if (typeof Reflect.get(prototype, "validatorRanges") !== "function")
    throw new Error("Univer's validations have changed: look at the patch of marks again.");
  Reflect.set(prototype, "validatorRanges", () => Promise.resolve([]));
  forgetMarksWhereTheyAre();
}

/** Takes the marks of a validation away one by one: the grid looks for them in each of the 17 billion cells of a whole sheet. */
function forgetMarksWhereTheyAre(): void {
  const { prototype } = DataValidationCacheService;
  const forget = function (
    this: DataValidationCacheService,
    unitId: string,
    subUnitId: string,
    ranges: readonly IRange[],
    isSetRange?: boolean,
  ): void {
    const marks = this.ensureCache(unitId, subUnitId);
    const gone: [number, number][] = [];
    marks.forValue((row, column) => {
      const isIn = ({ startRow, endRow, startColumn, endColumn }: IRange): boolean =>
        row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
      if (ranges.some(isIn)) gone.push([row, column]);
    });
    for (const [row, column] of gone) marks.realDeleteValue(row, column);
    const changes: unknown = Reflect.get(this, "_dirtyRanges$");
    const next: unknown = typeof changes === "object" && changes !== null ? Reflect.get(changes, "next") : null;
    if (typeof next !== "function")
      throw new Error("Univer's validations have changed: look at the patch of marks again.");
    Reflect.apply(next, changes, [{ unitId, subUnitId, ranges, isSetRange }]);
  };
  Reflect.set(prototype, "markRangeDirty", forget);
  Reflect.set(prototype, "_deleteRange", forget);
}

/** While much changes, drawing gets one part in five of the time, and at least four turns a second. */
const restAfterFrame = { times: 4, most: 250 } as const;

/**
 * Story: the grid draws after each step of a set-up, sixty times a second if it can, and what it draws is out of date before anybody
 * has seen it: a third of all the time that a set-up takes.
 * @param isBusy true while changes wait to be calculated
 */
export function drawLessWhile(isBusy: () => boolean): void {
  const { prototype } = Engine;
  const original: unknown = Reflect.get(prototype, "_renderFrame");
  if (typeof original !== "function")
    throw new Error("Univer's drawing has changed: look at the patch of frames again.");
  let next = 0;
  Reflect.set(prototype, "_renderFrame", function renderFrame(this: Engine, moment: number): void {
    const start = performance.now();
    if (isBusy() && start < next) return;
    Reflect.apply(original, this, [moment]);
    const end = performance.now();
    next = end + Math.min(restAfterFrame.most, (end - start) * restAfterFrame.times);
  });
}

/**
 * Keeps every grid of the page from drawing: for a page that nobody looks at. What stands in the cells and how they are
 * calculated stays the same; the formulas of conditional formats are worked out for drawing alone, so they are left out too.
 */
export function drawNothing(): void {
  Reflect.set(Engine.prototype, "runRenderLoop", () => undefined);
}
