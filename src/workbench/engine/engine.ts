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
import type { FUniver, ICommandInfo, IExecutionOptions, IWorkbookData } from "@univerjs/presets";
import type { FWorkbook } from "@univerjs/preset-sheets-core";
import { createCalculation, watchCalculation } from "./calculation";
import type { Injector } from "./injector";
import { drawLessWhile } from "./drawingPatches";
import { keepHeapSmall } from "./heap";
import { formulasOfRules } from "./ruleFormulas";
import { patchUniver } from "./univerPatches";

/** The add-in in the first pane, and in the second one, which another person has open somewhere else. */
export type AddinActor = "addin" | "otherAddin";
/**
 * Who changes the workbook: it decides what events say. `loader` is the opening of a file, which tells nobody; `picker` is a person who
 * picks from a validation's list, of which Excel on the web tells nobody either.
 */
export type Actor = "person" | "picker" | AddinActor | "coauthor" | "loader";

type MutationListener = (info: Readonly<ICommandInfo>, options: IExecutionOptions | undefined, actor: Actor) => void;

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
  readonly onMutation: (listener: MutationListener) => void;
  /** Like `onMutation`, when the grid is still as it was. */
  readonly beforeMutation: (listener: MutationListener) => void;
  /** Ends when every formula has its value: nothing waits, nothing runs, no formula cell is without a result. */
  readonly settled: () => Promise<void>;
  /** Calculates everything anew. */
  readonly recalculate: () => void;
  /** How many calculations were begun, and how many formulas of rules each of them works out. */
  readonly work: () => { readonly calculations: number; readonly formulasOfRules: number };
}

/** Where and how the grid is shown. */
export interface GridView {
  /** Id of the page element that it fills. */
  readonly container: string;
  readonly language: "zh-CN" | "en";
  /** False where nobody looks at the page: all is the same but for what is drawn, and no bars stand around the grid. */
  readonly draws: boolean;
}

/** Makes the grid and opens the workbook in it. */
export function createEngine({ container, language, draws }: GridView, data: IWorkbookData): Engine {
  patchUniver(draws);
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
        header: draws,
        toolbar: draws,
        footer: draws ? {} : false,
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
  const watch = watchCalculation(commands);
  if (!draws) keepHeapSmall(commands);
  drawLessWhile(() => watch.progress.dirty);
  const workbook = api.createWorkbook(data);
  const { recalculate, settled, begun } = createCalculation(watch, { api, injector, commands, workbook, draws });
  let actor: Actor = "person";
  let served: AddinActor = "addin";

  return {
    api,
    injector,
    workbook,
    unitId: workbook.getId(),
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
    beforeMutation: (listener) => {
      commands.beforeCommandExecuted((info, options) => {
        if (info.id.includes(".mutation.")) listener(info, options, actor);
      });
    },
    settled,
    recalculate,
    work: () => ({ calculations: begun(), formulasOfRules: formulasOfRules(injector) }),
  };
}
