import {
  ArrayValueObject,
  type BaseAstNode,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  type BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  deserializeRangeWithSheet,
  excelDateSerial,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaCurrentConfigService,
  FormulaDataModel,
  FormulaDependencyGenerator,
  FUNCTION_NAMES_DATE,
  functionDate,
  functionMeta,
  generateStringWithSequence,
  LexerTreeBuilder,
  NumberValueObject,
  sequenceNodeType,
  serializeRange,
  StringValueObject,
  SuperTableService,
  ValueObjectFactory,
} from "@univerjs/engine-formula";
import {
  FormulaRefRangeService,
  handleCommonDefaultRangeChangeWithEffectRefCommands,
  handleDefaultRangeChangeWithEffectRefCommands,
  InsertColCommand,
  InsertRowCommand,
  RefRangeService,
  RemoveColCommand,
  RemoveRowCommand,
  ReorderRangeCommand,
} from "@univerjs/preset-sheets-core";
import { ColumnPlaces, hideSigns, showBreaks, showSigns } from "./columnNames";
import { drawNothing, markNoInvalidCells, measureTallRowsOnly, recogniseTextsOnce } from "./drawingPatches";
import {
  calculateByFewRanges,
  evaluateWhatIsNeeded,
  indexComparedColumnsOnly,
  makeTextsAtOnce,
  rememberByTextItself,
} from "./evaluationPatches";
import { rememberTexts } from "./plainTexts";
import { ObjectMatrix, Workbook } from "@univerjs/presets";
import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/presets";
import { outlineFormula } from "../data/formulaOutline";
import { calculateRulesWhereNeeded } from "./ruleFormulas";

/**
 * Faults of Univer 0.25.1's formula engine, mended from outside. All reach into private parts, which is why the
 * version is pinned exactly; drop a patch when the regression test that goes with it passes without.
 */

let patched = false;

/**
 * Mends the formula engine. Must run before the first workbook is made; running it again does nothing.
 * @param draws false where nobody looks at the grid
 */
export function patchUniver(draws: boolean): void {
  if (patched) return;
  patched = true;
  resetLexerBrackets();
  clearWholeReferenceCache();
  readColumnNamesAsTheyStand();
  rememberPlainTexts();
  keepRuleRangesWhole();
  tellLocalDay();
  countWorkingDaysByWeeks();
  keepSheetOfPart();
  compareTextsWithoutWildcards();
  compareSingleCells();
  recogniseTextsOnce();
  measureTallRowsOnly();
  markNoInvalidCells();
  readFormulasOnce();
  noteChangedFormulasOnly();
  calculateByFewRanges();
  keepResultsFromElsewhere();
  evaluateWhatIsNeeded();
  rememberByTextItself();
  makeTextsAtOnce();
  indexComparedColumnsOnly();
  calculateRulesWhereNeeded(draws);
  if (!draws) drawNothing();
}

/**
 * Story: while a person types `=COUNTIFS(FollowUps[Sta`, the cell editor parses each prefix. Every prefix leaves an open
 * `[` behind in the one lexer of the page, and `_resetTemp`, which runs before each parse, resets everything except the
 * two bracket counters. From then on each formula text that has not been parsed before comes out as #VALUE!, #N/A or
 * #NAME?, even `=1+2`, until the page is loaded again.
 */
function resetLexerBrackets(): void {
  const reset: unknown = Reflect.get(LexerTreeBuilder.prototype, "_resetTemp");
  if (typeof reset !== "function") throw new Error("Univer's lexer has changed: look at the bracket patch again.");
  Reflect.set(LexerTreeBuilder.prototype, "_resetTemp", function resetTemp(this: object) {
    Reflect.apply(reset, this, []);
    Reflect.set(this, "_squareBracketState", 0);
    Reflect.set(this, "_tableBracketState", false);
  });
}

/**
 * Story: a table that grows leaves the old tree of each formula that refers to it in a cache, and the next calculation
 * counts the old rows, for good and without an error. Univer's own way to drop those entries walks the cache and deletes
 * while it walks; formulas of more than 64 characters are stored under a hash, so that the search for the table's name in
 * them never matches. Both caches are of one class, whose `forEach` has two callers that only delete: clearing everything
 * is right, merely slower. The grid asks for it whenever a table changes (`dropFormulaCaches`).
 */
function clearWholeReferenceCache(): void {
  const prototype: unknown = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE);
  if (typeof prototype !== "object" || prototype === null || !("forEach" in prototype) || !("clear" in prototype)) {
    throw new Error("Univer's formula cache has changed: look at the table patch again.");
  }
  Reflect.set(prototype, "forEach", function forEach(this: { clear: () => void }) {
    this.clear();
  });
}

/**
 * Story: `SUM(FollowUps[预计金额(元)])` is #VALUE!, and so is each column whose name has a quote, a comma or a bracket in it: the lexer
 * looks at these signs without asking whether they stand inside square brackets. A line break becomes a space, apostrophes that
 * mask a sign are taken for part of the name, case counts, and a name that no column has means the column before the first.
 */
function readColumnNamesAsTheyStand(): void {
  const { prototype } = LexerTreeBuilder;
  const replace = (name: string, textAt: number, change: (text: string) => string): void => {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new Error("Univer's lexer has changed: look at the header patch again.");
    Reflect.set(prototype, name, function patched(this: object, ...args: unknown[]): unknown {
      const text = args[textAt];
      if (typeof text === "string") args[textAt] = change(text);
      return Reflect.apply(original, this, args);
    });
  };
  replace("_nodeMaker", 0, (formula) => (/[[\n\r]/.test(formula) ? hideSigns(formula) : formula));
  replace("_pushSegment", 0, showBreaks);
  replace("_addSequenceArray", 1, showBreaks);
  const { getSequenceNode } = prototype;
  prototype.getSequenceNode = function shown(...args) {
    return getSequenceNode
      .apply(this, args)
      .map((node) => (typeof node === "string" ? showSigns(node) : { ...node, token: showSigns(node.token) }));
  };
  const { registerTable } = SuperTableService.prototype;
  SuperTableService.prototype.registerTable = function withPlaces(unitId, name, reference) {
    registerTable.call(this, unitId, name, { ...reference, titleMap: new ColumnPlaces(reference.titleMap) });
  };
}

/**
 * Story: each time a formula meets a text, Univer tries whether it is a date or a number, and remembers only when it is.
 * In a column of names that is a long search without result for every cell of every formula.
 */
function rememberPlainTexts(): void {
  const create: unknown = Reflect.get(ValueObjectFactory, "create");
  if (typeof create !== "function") throw new Error("Univer's values have changed: look at the text patch again.");
  const isPlain = rememberTexts((text) => {
    const value: unknown = Reflect.apply(create, ValueObjectFactory, [text, false]);
    const isString: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "isString") : undefined;
    return typeof isString === "function" && Reflect.apply(isString, value, []) === true;
  });
  Reflect.set(ValueObjectFactory, "create", (raw: unknown, asText = false): unknown =>
    Reflect.apply(create, ValueObjectFactory, [raw, asText || (typeof raw === "string" && isPlain(raw))]),
  );
}

/**
 * Story: after a table or a name has changed, the calculation takes the formula of each cell apart anew, though all rows of a
 * table have the same one: 30,000 times in place of three. Where everything is calculated, which is what follows such a change
 * here, the trees kept from before are gone already (see `withoutTrees`), and the ones made since are right.
 */
function readFormulasOnce(): void {
  const { prototype } = FormulaCurrentConfigService;
  for (const name of ["getDirtyDefinedNameMap", "getDirtySuperTableMap"] as const) {
    const original: unknown = Reflect.get(prototype, name);
    if (typeof original !== "function") throw new Error("Univer's trees have changed: look at the tree patch again.");
    Reflect.set(prototype, name, function changed(this: FormulaCurrentConfigService): unknown {
      return this.isForceCalculate() ? {} : Reflect.apply(original, this, []);
    });
  }
}

/** The part of the grid's record of formulas that a write to some cells is about. */
function formulasIn(
  model: FormulaDataModel,
  unitId: string,
  sheetId: string,
  cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>,
) {
  const services: unknown = Reflect.get(model, "_univerInstanceService");
  const getUnit: unknown = typeof services === "object" && services !== null ? Reflect.get(services, "getUnit") : null;
  if (typeof getUnit !== "function")
    throw new Error("Univer's formulas have changed: look at the patch of writes again.");
  const workbook: unknown = Reflect.apply(getUnit, services, [unitId]);
  const matrix = workbook instanceof Workbook ? workbook.getSheetBySheetId(sheetId)?.getCellMatrix() : undefined;
  const found: Record<number, Record<number, { readonly f: string }>> = {};
  new ObjectMatrix(cells).forValue((row, column) => {
    const formula = matrix?.getValue(row, column)?.f;
    if (formula) (found[row] ??= {})[column] = { f: formula };
  });
  return { [unitId]: { [sheetId]: found } };
}

/**
 * Story: each write, be it of one cell, walks over every cell of the workbook to see which shared formulas it touches. The
 * workbench writes none: they come in when a person fills cells by hand, and from then on the grid does as it likes.
 */
function noteChangedFormulasOnly(): void {
  const { prototype } = FormulaDataModel;
  const original = prototype.updateFormulaData;
  const withShared = new WeakSet<FormulaDataModel>();
  Reflect.set(
    prototype,
    "updateFormulaData",
    function update(this: FormulaDataModel, ...given: Parameters<typeof original>) {
      const [unitId, sheetId, cells] = given;
      if (!withShared.has(this)) {
        new ObjectMatrix(cells).forValue((_row, _column, cell) => {
          if (cell?.si) withShared.add(this);
        });
      }
      if (withShared.has(this)) return Reflect.apply(original, this, given);
      const facade: FormulaDataModel = Object.create(this, {
        getFormulaData: { value: () => formulasIn(this, unitId, sheetId, cells) },
        _getSheetFormulaIdMap: { value: () => ({}) },
      });
      return Reflect.apply(original, facade, given);
    },
  );
}

/**
 * Story: a column looks its values up in another workbook, and once the file is open every one of them is #N/A or 0, which is then saved
 * over what was there. Excel keeps the results of such formulas until somebody asks it to read the other workbook again; so their
 * cells are left out of every calculation, and those that depend on them find the results there.
 */
function keepResultsFromElsewhere(): void {
  const { prototype } = FormulaDataModel;
  const original = prototype.getFormulaData;
  const known = new Map<string, boolean>();
  const readsElsewhere = (formula: string): boolean => {
    if (!formula.includes("[")) return false;
    const reads = known.get(formula) ?? outlineFormula(formula).books.length > 0;
    known.set(formula, reads);
    return reads;
  };
  Reflect.set(prototype, "getFormulaData", function formulas(this: FormulaDataModel) {
    const all = Reflect.apply(original, this, []);
    for (const sheets of Object.values(all)) {
      for (const cells of Object.values(sheets ?? {})) {
        const elsewhere: [row: number, column: number][] = [];
        const matrix = new ObjectMatrix(cells ?? {});
        matrix.forValue((row, column, cell) => {
          if (cell && readsElsewhere(cell.f)) elsewhere.push([row, column]);
        });
        for (const [row, column] of elsewhere) matrix.realDeleteValue(row, column);
      }
    }
    return all;
  });
}

/**
 * Story: in China before eight in the morning `TODAY()` is yesterday, and on the west coast of America in the evening it is
 * tomorrow, while `NOW()` is right: Univer takes the day by UTC, Excel the computer's. The pane took that for a review day.
 *
 * And with every calculation, were it of one cell or of a rule that scrolled into view, it works out each formula that says `TODAY()`
 * and all that depend on it, which in a follow-up sheet is every row. What they say changes only with the day.
 */
function tellLocalDay(): void {
  const today = functionDate.find(([, name]) => name === FUNCTION_NAMES_DATE.TODAY)?.[0];
  const { prototype } = FormulaDependencyGenerator;
  if (typeof today !== "function" || typeof Reflect.get(prototype, "_detectForcedRecalculationNode") !== "function")
    throw new Error("Univer's functions have changed: look at the TODAY patch again.");
  let told: number | null = null;
  const localDay = (): number => {
    const now = new Date();
    return excelDateSerial(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  };
  Reflect.set(today.prototype, "calculate", () => {
    told = localDay();
    return NumberValueObject.create(told, "yyyy/mm/dd;@");
  });
  const mustCalculate = (node: BaseAstNode): boolean =>
    (node.isForcedCalculateFunction() && (node.getToken().toUpperCase() !== "TODAY" || told !== localDay())) ||
    node.getChildren().some(mustCalculate);
  Reflect.set(prototype, "_detectForcedRecalculationNode", (_tree: unknown, node: Nullable<BaseAstNode>): boolean =>
    node ? mustCalculate(node) : false,
  );
}

/** Weekdays from serial 1, a Sunday to Excel, up to and including a day. */
function weekdaysUpTo(day: number): number {
  return Math.floor(day / 7) * 5 + Math.max(0, Math.min(5, (day % 7) - 1));
}

const isWeekday = (day: number): boolean => (day - 1) % 7 !== 0 && (day - 1) % 7 !== 6;

/**
 * Story: NETWORKDAYS looks at each day between its two, makes a date of it and searches the holidays for it. `IF` works out both of its
 * answers here, so that a customer without any contact has all days since 1900 counted: seven seconds in ten of a set-up.
 */
function countWorkingDaysByWeeks(): void {
  const networkDays = functionDate.find(([, name]) => name === FUNCTION_NAMES_DATE.NETWORKDAYS)?.[0];
  const slowly: unknown =
    typeof networkDays === "function" ? Reflect.get(networkDays.prototype, "_getResultByHolidays") : null;
  if (typeof networkDays !== "function" || typeof slowly !== "function")
    throw new Error("Univer's functions have changed: look at the NETWORKDAYS patch again.");
  Reflect.set(
    networkDays.prototype,
    "_getResultByHolidays",
    function byWeeks(this: object, from: number, to: number, holidays: BaseValueObject): unknown {
      const off = new Set<number>();
      let isPlain = holidays.isArray();
      if (holidays instanceof ArrayValueObject)
        holidays.iterator((cell) => {
          const value = cell?.getValue();
          if (cell === null || cell === undefined || cell.isNull() || value === "") return;
          if (typeof value === "number" && cell.isNumber()) off.add(Math.floor(value));
          else isPlain = false;
        });
      // Texts, truth values and errors among the holidays are left to Univer.
      if (!isPlain) return Reflect.apply(slowly, this, [from, to, holidays]);
      const [first, last] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
      const taken = [...off].filter((day) => day >= first && day <= last && isWeekday(day)).length;
      const days = weekdaysUpTo(last) - weekdaysUpTo(first - 1) - taken;
      return NumberValueObject.create(Math.floor(to) >= Math.floor(from) ? days : -days);
    },
  );
}

/**
 * Story: `INDEX(FollowUpStages[停滞天数],2)` on another sheet than the table gives a cell of the formula's own sheet. A table's
 * range knows its sheet by itself and hands it on to a part of it; but the part then looks its sheet up once more, by the
 * title that a reference in A1 form would have.
 */
function keepSheetOfPart(): void {
  const make: unknown = Reflect.get(BaseFunction.prototype, "createReferenceObject");
  if (typeof make !== "function") throw new Error("Univer's functions have changed: look at the INDEX patch again.");
  Reflect.set(
    BaseFunction.prototype,
    "createReferenceObject",
    function createReferenceObject(this: object, whole: BaseReferenceObject, range: unknown): unknown {
      const part: unknown = Reflect.apply(make, this, [whole, range]);
      if (whole.isTable() && typeof part === "object" && part !== null)
        Reflect.set(part, "setForcedSheetId", () => undefined);
      return part;
    },
  );
}

/**
 * Story: `A1="b*"` is true for every text that begins with b. To Excel `=` knows no wildcards; COUNTIF, MATCH and the like do.
 * They ask by the same method, so that the operator says when it is the one that asks.
 */
function compareTextsWithoutWildcards(): void {
  const compare = functionMeta.flatMap(([made, name]) =>
    name === "COMPARE" && typeof made === "function" ? [made] : [],
  )[0];
  const byPattern: unknown = Reflect.get(StringValueObject.prototype, "_checkWildcard");
  const calculate: unknown = compare && Reflect.get(compare.prototype, "calculate");
  if (!compare || typeof byPattern !== "function" || typeof calculate !== "function")
    throw new Error("Univer's comparison has changed: look at the wildcard patch again.");
  let isOperator = false;
  Reflect.set(compare.prototype, "calculate", function compareValues(this: object, ...values: unknown[]): unknown {
    isOperator = true;
    try {
      return Reflect.apply(calculate, this, values);
    } finally {
      isOperator = false;
    }
  });
  Reflect.set(
    StringValueObject.prototype,
    "_checkWildcard",
    function check(this: StringValueObject, text: string, operator: string): unknown {
      if (!isOperator) return Reflect.apply(byPattern, this, [text, operator]);
      const compareString: unknown = Reflect.get(this, "_compareString");
      if (typeof compareString !== "function")
        throw new Error("Univer's texts have changed: look at the wildcard patch again.");
      const result: unknown = Reflect.apply(compareString, this, [this.getValue().toLocaleLowerCase(), text, operator]);
      return BooleanValueObject.create(result === true);
    },
  );
}

/**
 * Story: a cell that shows an error is not `=""` but FALSE, once other cells of its column were compared: Univer keeps an index
 * of each column's values, in which errors are values like others. For a single cell the index brings nothing.
 */
function compareSingleCells(): void {
  const cache: object = CELL_INVERTED_INDEX_CACHE;
  const canUse: unknown = Reflect.get(cache, "canUseCache");
  const build: unknown = Reflect.get(cache, "setContinueBuildingCache");
  if (typeof canUse !== "function" || typeof build !== "function")
    throw new Error("Univer's index of values has changed: look at the single-cell patch again.");
  Reflect.set(cache, "canUseCache", (...args: readonly unknown[]): unknown =>
    args[3] === args[4] ? { rowsInCache: [], rowsNotInCache: [] } : Reflect.apply(canUse, cache, args),
  );
  Reflect.set(cache, "setContinueBuildingCache", (...args: readonly unknown[]): void => {
    if (args[3] !== args[4]) Reflect.apply(build, cache, args);
  });
}

type Handler = Parameters<RefRangeService["registerRefRange"]>[1];
type EffectRefRangeParams = Parameters<Handler>[0];

/** The formula of a cell after rows or columns of its sheet came or went: each reference to it follows, $ or not. */
function follow(formula: string, lexer: LexerTreeBuilder, command: EffectRefRangeParams): string {
  const nodes = lexer.sequenceNodesBuilder(formula) ?? [];
  const moved = nodes.map((node) => {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.REFERENCE) return node;
    const { range, sheetName } = deserializeRangeWithSheet(node.token);
    if (sheetName !== "") return node;
    const now = handleDefaultRangeChangeWithEffectRefCommands(range, command);
    return { ...node, token: now ? serializeRange({ ...range, ...now }) : "#REF!" };
  });
  return `=${generateStringWithSequence(moved)}`;
}

/** Whole rows or columns that come or go. */
const wholeLines = new Set([InsertRowCommand.id, RemoveRowCommand.id, InsertColCommand.id, RemoveColCommand.id]);

/**
 * Story: a row put into the list cut every conditional format in two, and the lower half coloured each row by the row below
 * it: its formula had moved down with the cells, its range had grown upwards over the new row. Excel keeps one rule, whose
 * range grows and whose formula goes on meaning the range's first cell; and it leaves rules where they are when rows are
 * sorted, where Univer carries each cell's along. Validations go the same way. Moves of cells are left to Univer.
 */
function keepRuleRangesWhole(): void {
  const { prototype } = FormulaRefRangeService;
  const original = prototype.registerRangeFormula;
  type Register = typeof original;
  const registerWhole = function (this: FormulaRefRangeService, ...given: Parameters<Register>): ReturnType<Register> {
    const [, , before, formulas, changed] = given;
    const service: unknown = Reflect.get(this, "_refRangeService");
    const lexer: unknown = Reflect.get(this, "_lexerTreeBuilder");
    if (!(service instanceof RefRangeService) || !(lexer instanceof LexerTreeBuilder)) {
      throw new Error("Univer's rule ranges have changed: look at the patch of rule ranges again.");
    }
    const handled =
      (handler: Handler): Handler =>
      (command) => {
        const [first] = before;
        if (command.id === ReorderRangeCommand.id) return { redos: [], undos: [] };
        if (!first || !wholeLines.has(command.id)) return handler(command);
        const ranges = before.flatMap((range) => handleCommonDefaultRangeChangeWithEffectRefCommands(range, command));
        const [start] = ranges;
        if (!start) return changed([]);
        const cell = { ...first, endRow: first.startRow, endColumn: first.startColumn };
        const moved = handleDefaultRangeChangeWithEffectRefCommands(cell, command);
        const isStillFirst = moved?.startRow === start.startRow && moved.startColumn === start.startColumn;
        const [right, down] = [start.startColumn - first.startColumn, start.startRow - first.startRow];
        const moveFormula = (formula: string): string => {
          if (!formula.startsWith("=")) return formula;
          return isStillFirst ? follow(formula, lexer, command) : lexer.moveFormulaRefOffset(formula, right, down);
        };
        return changed([{ formulas: formulas.map(moveFormula), ranges }]);
      };
    // One handler for all cells that the rule looks at: the service runs each one of them once.
    let own: Handler | null = null;
    const facade: FormulaRefRangeService = Object.create(this, {
      _refRangeService: {
        value: {
          registerRefRange: (...[range, handler, unitId, subUnitId]: Parameters<RefRangeService["registerRefRange"]>) =>
            service.registerRefRange(range, (own ??= handled(handler)), unitId, subUnitId),
        },
      },
    });
    return Reflect.apply(original, facade, given);
  };
  Reflect.set(prototype, "registerRangeFormula", registerWhole);
}
