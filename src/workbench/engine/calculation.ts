import {
  IFunctionService,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { FWorkbook } from "@univerjs/preset-sheets-core";
import type { FUniver, ICommandService } from "@univerjs/presets";
import { alwaysAsked, calculateWhenAsked } from "./askedCalculation";
import type { Demand } from "./askedCalculation";
import type { Injector } from "./injector";
import { dropStaleResults } from "./staleResults";

/** Univer waits this long after a change before it calculates, in milliseconds; settling must wait longer. */
const debounce = 100;
/**
 * How many turns of the page nothing may happen before all counts as calculated. On a page that was busy Univer's own wait is
 * over and its turn still to come; what was due earlier has its turn before what is asked for now.
 */
const calmTurns = 3;
/** How long to wait in all before giving up on a calculation, in milliseconds. */
const patience = 120_000;

/** What is known of the grid's calculation from the commands that it runs. */
interface Progress {
  running: boolean;
  /** How many calculations were begun. */
  begun: number;
  /** Moment of the last change, on the page's clock. */
  changedAt: number;
  /** It was interrupted, and may have lost what it was asked for. */
  stopped: boolean;
  /** Something changed since all was calculated. */
  dirty: boolean;
}

export interface CalculationWatch {
  readonly progress: Progress;
  /** Notes a change now. */
  readonly touch: () => void;
}

function isOfEverything(params: unknown): boolean {
  return (
    typeof params === "object" && params !== null && "forceCalculation" in params && params.forceCalculation === true
  );
}

/** Follows the calculation. Call before the workbook is opened, which is when it begins. */
export function watchCalculation(commands: ICommandService): CalculationWatch {
  const progress: Progress = {
    running: false,
    begun: 0,
    changedAt: Number.NEGATIVE_INFINITY,
    stopped: false,
    dirty: false,
  };
  let heardByAll: ReturnType<typeof setTimeout> | null = null;
  const touch = (): void => {
    progress.changedAt = performance.now();
    progress.dirty = true;
    // Others hear of a change after this, and Univer waits from then on: on a busy machine that is a good while later.
    heardByAll ??= setTimeout(() => {
      heardByAll = null;
      progress.changedAt = performance.now();
    }, 0);
  };
  commands.onCommandExecuted((info, options) => {
    switch (info.id) {
      case SetFormulaCalculationStartMutation.id:
        progress.begun += 1;
        progress.running = true;
        // What an interruption may have lost is in a calculation of everything.
        if (isOfEverything(info.params)) progress.stopped = false;
        touch();
        return;
      case SetTriggerFormulaCalculationStartMutation.id:
        progress.running = true;
        touch();
        return;
      case SetFormulaCalculationStopMutation.id:
        progress.stopped = true;
        touch();
        return;
      case SetFormulaCalculationNotificationMutation.id: {
        const params: unknown = info.params;
        const ended =
          typeof params === "object" &&
          params !== null &&
          "functionsExecutedState" in params &&
          params.functionsExecutedState !== undefined;
        if (ended) progress.running = false;
        touch();
        return;
      }
      default:
        if (info.id.includes(".mutation.") && !options?.applyFormulaCalculationResult) touch();
    }
  });
  return { progress, touch };
}

/** Work to be done once, when the command that asks for it has ended. */
interface Pending {
  readonly ask: () => void;
  readonly waits: () => boolean;
}

function pendingWork(work: () => void): Pending {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = null;
        work();
      }, 0);
    },
    waits: () => timer !== null,
  };
}

/** Mutations after which the trees of formulas that the grid keeps mean something else. */
const meaningChanging: ReadonlySet<string> = new Set([
  SetDefinedNameMutation.id,
  RemoveDefinedNameMutation.id,
  "sheet.mutation.set-sheet-table",
  "sheet.mutation.add-table",
  "sheet.mutation.delete-table",
  "formula.mutation.set-super-table",
]);

/** Formula cells without a result. */
function uncalculated(workbook: FWorkbook): string[] {
  const cells: string[] = [];
  for (const sheet of workbook.getSheets()) {
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if ((cell?.f || cell?.si) && (cell.v === undefined || cell.v === null))
          cells.push(`${sheet.getSheetId()}!${row},${column}`);
      });
  }
  return cells;
}

export interface Calculation {
  /** Calculates everything anew. */
  readonly recalculate: () => void;
  /** How many calculations were begun since the workbook was opened. */
  readonly begun: () => number;
  /** Ends when every formula has its value: nothing waits, nothing runs, no formula cell is without a result. */
  readonly settled: () => Promise<void>;
}

interface Grid {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: FWorkbook;
  /** False where nobody looks at the results but those who wait for them. */
  readonly draws: boolean;
}

/** Keeps the results of an open workbook right, and knows when all are there. */
export function createCalculation(watch: CalculationWatch, grid: Grid): Calculation {
  const { progress, touch } = watch;
  const { api, injector, commands, workbook, draws } = grid;
  const functions = injector.get(IFunctionService);
  const lexer = injector.get(LexerTreeBuilder);
  const recalculate = (): void => {
    touch();
    api.getFormula().executeCalculation();
  };
  const afterDropped = pendingWork(recalculate);
  dropStaleResults(commands, () => {
    touch();
    afterDropped.ask();
  });
  // A table that changed leaves stale trees in the formula caches: see the second patch. So does a name: the tree of a formula
  // holds the cells that its names meant when it was read, and the grid's own way to find the trees of a name misses them.
  const withoutTrees = pendingWork(() => {
    lexer.dispose();
    functions.deleteFormulaAstCacheKey("*");
    recalculate();
  });
  commands.onCommandExecuted((info) => {
    if (!meaningChanging.has(info.id) || withoutTrees.waits()) return;
    touch();
    withoutTrees.ask();
  });
  const isWaiting = (): boolean => withoutTrees.waits() || afterDropped.waits();
  const demand = draws ? alwaysAsked : calculateWhenAsked(injector, commands, recalculate);
  return {
    recalculate,
    begun: () => progress.begun,
    settled: settling(progress, { isWaiting, workbook, recalculate, demand }),
  };
}

interface Settling {
  readonly isWaiting: () => boolean;
  readonly workbook: FWorkbook;
  readonly recalculate: () => void;
  readonly demand: Demand;
}

/** Makes the function that ends when every formula has its value; while it runs, those who ask again wait for the same end. */
function settling(progress: Progress, { isWaiting, workbook, recalculate, demand }: Settling): () => Promise<void> {
  /** Formula cells that stay without a result however often they are calculated; waiting for them would never end. */
  let hopeless = new Set<string>();

  const settle = async (): Promise<void> => {
    const start = performance.now();
    let forced = 0;
    let calm = 0;
    for (;;) {
      const quietFor = performance.now() - progress.changedAt;
      // Before, the grid may still be about to add to what it wants calculated.
      if (!isWaiting() && quietFor >= debounce + 30) demand.begin();
      if (isWaiting() || progress.running || quietFor < debounce + 30) {
        if (performance.now() - start > patience) throw new Error("The calculation did not end in time.");
        const pause = progress.running ? 15 : Math.max(10, debounce + 35 - quietFor);
        calm = 0;
        await new Promise((done) => setTimeout(done, pause));
        continue;
      }
      calm += 1;
      if (calm < calmTurns) {
        await new Promise((done) => setTimeout(done, 5));
        continue;
      }
      // A calculation that was interrupted may have lost what it was asked for, so all is done once more.
      if (progress.stopped) {
        progress.stopped = false;
        recalculate();
        continue;
      }
      const missing = uncalculated(workbook);
      if (missing.every((cell) => hopeless.has(cell))) {
        progress.dirty = false;
        return;
      }
      if (forced >= 2) {
        hopeless = new Set(missing);
        continue;
      }
      forced += 1;
      recalculate();
    }
  };
  let current: Promise<void> | null = null;
  return () => {
    if (!progress.dirty && !progress.running) return Promise.resolve();
    current ??= settle().finally(() => {
      demand.end();
      current = null;
    });
    return current;
  };
}
