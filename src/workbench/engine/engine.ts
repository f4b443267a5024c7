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
import coreEnglish from "@univerjs/preset-sheets-core/locales/en-US";
import coreChinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import highlightEnglish from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import highlightChinese from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEnglish from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationChinese from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterEnglish from "@univerjs/preset-sheets-filter/locales/en-US";
import filterChinese from "@univerjs/preset-sheets-filter/locales/zh-CN";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortEnglish from "@univerjs/preset-sheets-sort/locales/en-US";
import sortChinese from "@univerjs/preset-sheets-sort/locales/zh-CN";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableEnglish from "@univerjs/preset-sheets-table/locales/en-US";
import tableChinese from "@univerjs/preset-sheets-table/locales/zh-CN";
import { createUniver, ICommandService, LocaleType, mergeLocales } from "@univerjs/presets";
import type { FUniver, ICommandInfo, IExecutionOptions, IWorkbookData, Univer } from "@univerjs/presets";
import type { FWorkbook } from "@univerjs/preset-sheets-core";
import { dropStaleResults } from "./staleResults";
import { patchUniver } from "./univerPatches";

/** The add-in in the first pane, and in the second one, which another person has open somewhere else. */
export type AddinActor = "addin" | "otherAddin";
/** Who changes the workbook: it decides what events say. `loader` is the opening of a file, which tells nobody. */
export type Actor = "person" | AddinActor | "coauthor" | "loader";

type Injector = ReturnType<Univer["__getInjector"]>;

/** The grid and its calculation. One workbook per page load: see the patches for why. */
export interface Engine {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly workbook: FWorkbook;
  readonly unitId: string;
  /** Runs a command or mutation of Univer at once. @throws Error when Univer refuses it */
  readonly run: (id: string, params: object) => void;
  /** Does the work in somebody's name: changes made in it, and only those, are theirs. */
  readonly as: <T>(actor: Actor, work: () => T) => T;
  /** Whose request is carried out from now on: work as `addin` is that pane's. */
  readonly serve: (pane: AddinActor) => void;
  readonly actor: () => Actor;
  readonly onMutation: (
    listener: (info: Readonly<ICommandInfo>, options: IExecutionOptions | undefined, actor: Actor) => void,
  ) => void;
  /** Ends when every formula has its value: nothing waits, nothing runs, no formula cell is without a result. */
  readonly settled: () => Promise<void>;
  /** Calculates everything anew. */
  readonly recalculate: () => void;
}

/** Univer waits this long after a change before it calculates; settling must wait longer. */
const debounce = 100;
/** How long to wait in all before giving up on a calculation. */
const patience = 120_000;

/** Makes the grid in the page element with the given id and opens the workbook in it. */
export function createEngine(container: string, language: "zh-CN" | "en", data: IWorkbookData): Engine {
  patchUniver();
  const chinese = language === "zh-CN";
  const locale = chinese ? LocaleType.ZH_CN : LocaleType.EN_US;
  const texts = chinese
    ? mergeLocales(coreChinese, tableChinese, highlightChinese, validationChinese, filterChinese, sortChinese)
    : mergeLocales(coreEnglish, tableEnglish, highlightEnglish, validationEnglish, filterEnglish, sortEnglish);
  const { univer, univerAPI: api } = createUniver({
    locale,
    locales: { [locale]: texts },
    presets: [
      // Mode 2 is "do not calculate at first": tables and names come after the cells, and formulas need them.
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: true,
        footer: {},
        formula: { initialFormulaComputing: 2 },
      }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDataValidationPreset(),
      UniverSheetsFilterPreset(),
      UniverSheetsSortPreset(),
      UniverSheetsTablePreset(),
    ],
  });
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  let actor: Actor = "person";
  let served: AddinActor = "addin";

  const calculation = { running: false, changedAt: Number.NEGATIVE_INFINITY, stopped: false, dirty: false };
  const touch = (): void => {
    calculation.changedAt = performance.now();
    calculation.dirty = true;
  };
  commands.onCommandExecuted((info, options) => {
    switch (info.id) {
      case SetFormulaCalculationStartMutation.id:
      case SetTriggerFormulaCalculationStartMutation.id:
        calculation.running = true;
        touch();
        return;
      case SetFormulaCalculationStopMutation.id:
        calculation.stopped = true;
        touch();
        return;
      case SetFormulaCalculationNotificationMutation.id: {
        const params: unknown = info.params;
        const ended =
          typeof params === "object" &&
          params !== null &&
          "functionsExecutedState" in params &&
          params.functionsExecutedState !== undefined;
        if (ended) calculation.running = false;
        touch();
        return;
      }
      default:
        if (info.id.includes(".mutation.") && !options?.applyFormulaCalculationResult) touch();
    }
  });

  const workbook = api.createWorkbook(data);
  const unitId = workbook.getId();
  const functions = injector.get(IFunctionService);
  const lexer = injector.get(LexerTreeBuilder);

  const recalculate = (): void => {
    touch();
    api.getFormula().executeCalculation();
  };
  let dropTimer: ReturnType<typeof setTimeout> | null = null;
  dropStaleResults(commands, () => {
    touch();
    dropTimer ??= setTimeout(() => {
      dropTimer = null;
      recalculate();
    }, 0);
  });

  // A table that changed leaves stale trees in the formula caches: see the second patch. So does a name: the tree of a formula
  // holds the cells that its names meant when it was read, and the grid's own way to find the trees of a name misses them.
  let cacheTimer: ReturnType<typeof setTimeout> | null = null;
  commands.onCommandExecuted((info) => {
    const meaningChanged =
      info.id === SetDefinedNameMutation.id ||
      info.id === RemoveDefinedNameMutation.id ||
      info.id === "sheet.mutation.set-sheet-table" ||
      info.id === "sheet.mutation.add-table" ||
      info.id === "sheet.mutation.delete-table" ||
      info.id === "formula.mutation.set-super-table";
    if (!meaningChanged || cacheTimer !== null) return;
    touch();
    cacheTimer = setTimeout(() => {
      cacheTimer = null;
      lexer.dispose();
      functions.deleteFormulaAstCacheKey("*");
      recalculate();
    }, 0);
  });

  const uncalculated = (): string[] => {
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
  };
  /** Formula cells that stay without a result however often they are calculated; waiting for them would never end. */
  let hopeless = new Set<string>();

  const settle = async (): Promise<void> => {
    const start = performance.now();
    let forced = 0;
    for (;;) {
      const quietFor = performance.now() - calculation.changedAt;
      const waiting = cacheTimer !== null || dropTimer !== null || calculation.running || quietFor < debounce + 30;
      if (waiting) {
        if (performance.now() - start > patience) throw new Error("The calculation did not end in time.");
        await new Promise((done) =>
          setTimeout(done, calculation.running ? 15 : Math.max(10, debounce + 35 - quietFor)),
        );
        continue;
      }
      // A calculation that was interrupted may have lost what it was asked for, so all is done once more.
      if (calculation.stopped) {
        calculation.stopped = false;
        recalculate();
        continue;
      }
      const missing = uncalculated();
      if (missing.every((cell) => hopeless.has(cell))) {
        calculation.dirty = false;
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
  let settling: Promise<void> | null = null;

  return {
    api,
    injector,
    workbook,
    unitId,
    run: (id, params) => {
      if (!commands.syncExecuteCommand(id, params)) throw new Error(`The grid refused ${id}.`);
    },
    as: (who, work) => {
      const before = actor;
      actor = who === "addin" ? served : who;
      try {
        return work();
      } finally {
        actor = before;
      }
    },
    serve: (pane) => {
      served = pane;
    },
    actor: () => actor,
    onMutation: (listener) => {
      commands.onCommandExecuted((info, options) => {
        if (info.id.includes(".mutation.")) listener(info, options, actor);
      });
    },
    settled: () => {
      if (!calculation.dirty && !calculation.running) return Promise.resolve();
      settling ??= settle().finally(() => {
        settling = null;
      });
      return settling;
    },
    recalculate,
  };
}
