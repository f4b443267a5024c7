import {
  deserializeRangeWithSheet,
  IOtherFormulaManagerService,
  LexerTreeBuilder,
  OtherFormulaBizType,
  RegisterOtherFormulaService,
  sequenceNodeType,
} from "@univerjs/engine-formula";
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  ConditionalFormattingViewModel,
} from "@univerjs/preset-sheets-conditional-formatting";
import { DataValidationCustomFormulaService, getFormulaCellData } from "@univerjs/preset-sheets-data-validation";
import { AbsoluteRefType, CellValueType } from "@univerjs/presets";
import type { ICellData, IRange, Nullable } from "@univerjs/presets";
import type { Injector } from "./injector";

/**
 * Univer 0.25.1 works out the formula of a conditional format or a validation in every cell of its area, with every calculation:
 * three rules over 10,000 rows of 40 columns are 1.2 million formulas, 4 GB and minutes. These patches work them out where
 * somebody looks, or types.
 */

/** Cells whose rules are worked out together: those on a screen and some around it. */
const block = { rows: 256, columns: 64 } as const;

/** Takes formulas apart and moves them; it keeps nothing of a workbook. */
const lexer = new LexerTreeBuilder();

/** Where formulas that are not in cells are handed to the calculation. */
function registrarOf(service: object): RegisterOtherFormulaService {
  const registrar: unknown = Reflect.get(service, "_registerOtherFormulaService");
  if (!(registrar instanceof RegisterOtherFormulaService))
    throw new Error("Univer's rules have changed: look at the patches of rules again.");
  return registrar;
}

/** What the grid keeps of a validation's formula: it is counted from a cell. */
interface FormulaInfo {
  readonly formula: string;
  readonly originRow: number;
  readonly originCol: number;
}

function isFormulaInfo(value: unknown): value is FormulaInfo {
  return (
    typeof value === "object" &&
    value !== null &&
    "formula" in value &&
    typeof value.formula === "string" &&
    "originRow" in value &&
    "originCol" in value
  );
}

const fixedColumns: ReadonlySet<AbsoluteRefType | undefined> = new Set([AbsoluteRefType.COLUMN, AbsoluteRefType.ALL]);

/** True for a formula that says the same in all columns of a row: `=$Q2="Lost"`. */
function isSameAcross(formula: string): boolean {
  // These look at where they stand, whatever they are given.
  if (/\b(COLUMNS?|OFFSET|INDIRECT|CELL)\(/i.test(formula)) return false;
  return (lexer.sequenceNodesBuilder(formula) ?? []).every((node) => {
    if (typeof node === "string" || node.nodeType !== sequenceNodeType.REFERENCE) return true;
    const { startAbsoluteRefType, endAbsoluteRefType } = deserializeRangeWithSheet(node.token).range;
    return fixedColumns.has(startAbsoluteRefType) && fixedColumns.has(endAbsoluteRefType);
  });
}

/** The part of a range in a block of cells, both counted from the first cell of the rule; null where there is none. */
function partInBlock(range: IRange, first: IRange, down: number, across: number): IRange | null {
  const top = first.startRow + down * block.rows;
  const left = first.startColumn + across * block.columns;
  const part = {
    startRow: Math.max(range.startRow, top),
    endRow: Math.min(range.endRow, top + block.rows - 1),
    startColumn: Math.max(range.startColumn, left),
    endColumn: Math.min(range.endColumn, left + block.columns - 1),
  };
  return part.startRow <= part.endRow && part.startColumn <= part.endColumn ? part : null;
}

/** A conditional format whose formula the grid asked for. */
interface Rule {
  readonly ranges: readonly IRange[];
  readonly first: IRange;
  readonly sameAcross: boolean;
}

type HighlightFormulas = ConditionalFormattingFormulaService;
type Register = HighlightFormulas["registerFormulaWithRange"];
type ResultAt = HighlightFormulas["getFormulaResultWithCoords"];

/** Works the formulas of conditional formats out for blocks of cells: the first one with the rule, others once they are drawn. */
function highlightWhereDrawn(): void {
  const { prototype } = ConditionalFormattingFormulaService;
  const { registerFormulaWithRange: register, getFormulaResultWithCoords: resultAt, deleteCache: forget } = prototype;
  const rules = new WeakMap<HighlightFormulas, Map<string, Rule>>();

  const askFor = (service: HighlightFormulas, given: Parameters<Register>, down: number, across: number): void => {
    const [unitId, subUnitId, cfId, formulaText] = given;
    const rule = rules.get(service)?.get(service.createCFormulaId(cfId, formulaText));
    if (!rule) return;
    const { first, sameAcross } = rule;
    const cell = { ...first, endRow: first.startRow, endColumn: first.startColumn };
    const parts = rule.ranges.flatMap((range) => {
      const column = { ...range, startColumn: first.startColumn, endColumn: first.startColumn };
      return partInBlock(sameAcross ? column : range, first, down, across) ?? [];
    });
    if (parts.length === 0) return;
    // The first cell comes along: formulas are counted from it.
    if (down === 0 && across === 0) {
      Reflect.apply(register, service, [unitId, subUnitId, cfId, formulaText, [cell, ...parts]]);
      return;
    }
    const id = service.createCFormulaId(cfId, `${formulaText} ${down},${across}`);
    const known = service.getSubUnitFormulaMap(unitId, subUnitId);
    if (!known || known.getValue(id, ["id"])) return;
    const formulaId = registrarOf(service).registerFormulaWithRange(
      unitId,
      subUnitId,
      formulaText,
      [cell, ...parts],
      undefined,
      OtherFormulaBizType.CONDITIONAL_FORMATTING,
      cfId,
    );
    known.addValue({ formulaText, unitId, subUnitId, cfId, id, formulaId });
  };

  Reflect.set(
    prototype,
    "registerFormulaWithRange",
    function registerBlock(this: HighlightFormulas, ...given: Parameters<Register>) {
      const [unitId, subUnitId, cfId, formulaText, ranges = []] = given;
      const id = this.createCFormulaId(cfId, formulaText);
      if (this.getSubUnitFormulaMap(unitId, subUnitId)?.getValue(id, ["id"])) return;
      const sorted = [...ranges].sort((a, b) => a.startRow - b.startRow || a.startColumn - b.startColumn);
      const [first] = sorted;
      if (!first) return;
      const own = rules.get(this) ?? new Map<string, Rule>();
      rules.set(this, own);
      own.set(id, { ranges: sorted, first, sameAcross: isSameAcross(formulaText) });
      askFor(this, given, 0, 0);
    },
  );
  Reflect.set(
    prototype,
    "getFormulaResultWithCoords",
    function resultInBlock(this: HighlightFormulas, ...given: Parameters<ResultAt>) {
      const [unitId, subUnitId, cfId, formulaText, row = 0, column = 0] = given;
      const rule = rules.get(this)?.get(this.createCFormulaId(cfId, formulaText));
      const across = rule?.sameAcross ? 0 : column;
      const [downBlock, acrossBlock] = [Math.floor(row / block.rows), Math.floor(across / block.columns)];
      if (downBlock === 0 && acrossBlock === 0)
        return Reflect.apply(resultAt, this, [unitId, subUnitId, cfId, formulaText, row, across]);
      askFor(this, [unitId, subUnitId, cfId, formulaText], downBlock, acrossBlock);
      return Reflect.apply(resultAt, this, [
        unitId,
        subUnitId,
        cfId,
        `${formulaText} ${downBlock},${acrossBlock}`,
        row,
        across,
      ]);
    },
  );
  // The grid forgets the formulas of a rule that changed without telling the calculation, which goes on with them for good.
  Reflect.set(
    prototype,
    "deleteCache",
    function deleteAll(this: HighlightFormulas, ...given: Parameters<HighlightFormulas["deleteCache"]>) {
      const [unitId, subUnitId] = given;
      const gone = Reflect.apply(forget, this, given);
      if (gone.length > 0)
        registrarOf(this).deleteFormula(
          unitId,
          subUnitId,
          gone.map(({ formulaId }) => formulaId),
        );
      return gone;
    },
  );
}

/**
 * Story: after a change the grid asks in each changed cell how its conditional formats look there, only to learn which rules are to be
 * looked at again. So results that arrived in 10,000 rows had the rules of all those rows worked out, and everything calculated a
 * second time, though a screenful is drawn. Where a rule applies is enough to know.
 */
function findChangedRulesByPlace(): void {
  const { prototype } = ConditionalFormattingService;
  const original: unknown = Reflect.get(prototype, "_initCellChange");
  if (typeof original !== "function")
    throw new Error("Univer's rules have changed: look at the patches of rules again.");
  Reflect.set(prototype, "_initCellChange", function followChanges(this: ConditionalFormattingService): void {
    const looks: unknown = Reflect.get(this, "_conditionalFormattingViewModelV2");
    const rules: unknown = Reflect.get(this, "_conditionalFormattingRuleModel");
    if (!(looks instanceof ConditionalFormattingViewModel) || !(rules instanceof ConditionalFormattingRuleModel))
      throw new Error("Univer's rules have changed: look at the patches of rules again.");
    const rulesAt = (unitId: string, subUnitId: string, row: number, column: number) =>
      (rules.getSubunitRules(unitId, subUnitId) ?? []).filter(({ ranges }) =>
        ranges.some(
          ({ startRow, endRow, startColumn, endColumn }) =>
            row >= startRow && row <= endRow && column >= startColumn && column <= endColumn,
        ),
      );
    const byPlace: object = Object.create(looks, { getCellCfs: { value: rulesAt } });
    const facade: object = Object.create(this, { _conditionalFormattingViewModelV2: { value: byPlace } });
    Reflect.apply(original, facade, []);
  });
}

/** Works no conditional format out, for a grid that draws nothing. */
function highlightNothing(): void {
  Reflect.set(ConditionalFormattingFormulaService.prototype, "registerFormulaWithRange", () => undefined);
  Reflect.set(ConditionalFormattingService.prototype, "composeStyle", () => null);
}

type TypedFormulas = DataValidationCustomFormulaService;

/** The value of a validation's formula in one cell, worked out for this one time. */
async function valueInCell(
  service: TypedFormulas,
  formula: string,
  cell: IRange,
  place: readonly [string, string, string],
): Promise<Nullable<ICellData>> {
  const [unitId, subUnitId, ruleId] = place;
  const registrar = registrarOf(service);
  const kind = OtherFormulaBizType.DATA_VALIDATION_CUSTOM;
  const id = registrar.registerFormulaWithRange(unitId, subUnitId, formula, [cell], undefined, kind, ruleId);
  const answer = await registrar.getFormulaValue(unitId, subUnitId, id);
  registrar.deleteFormula(unitId, subUnitId, [id]);
  return getFormulaCellData(answer?.result?.[0]?.[0]);
}

/** Works the formulas of validations out for the cell that a person types into, when they do. */
function validateWhereTyped(): void {
  const { prototype } = DataValidationCustomFormulaService;
  if (typeof Reflect.get(prototype, "_registerFormula") !== "function")
    throw new Error("Univer's validations have changed: look at the patches of rules again.");
  Reflect.set(prototype, "_registerFormula", () => "");
  const reading = (map: "_ruleFormulaMap" | "_ruleFormulaMap2") =>
    async function valueAt(
      this: TypedFormulas,
      ...given: Parameters<TypedFormulas["getCellFormulaValue"]>
    ): Promise<Nullable<ICellData>> {
      const [unitId, subUnitId, ruleId, row, column] = given;
      const known: unknown = Reflect.get(this, map);
      const ofSheet: unknown = known instanceof Map ? known.get(unitId)?.get(subUnitId) : null;
      const info: unknown = ofSheet instanceof Map ? ofSheet.get(ruleId) : null;
      if (!isFormulaInfo(info)) return undefined;
      const constant = /^=(-?\d+(?:\.\d+)?)$/.exec(info.formula)?.[1];
      if (constant !== undefined) return { v: Number(constant), t: CellValueType.NUMBER };
      const formula = lexer.moveFormulaRefOffset(info.formula, column - info.originCol, row - info.originRow);
      const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      return valueInCell(this, formula, cell, [unitId, subUnitId, ruleId]);
    };
  Reflect.set(prototype, "getCellFormulaValue", reading("_ruleFormulaMap"));
  Reflect.set(prototype, "getCellFormula2Value", reading("_ruleFormulaMap2"));
}

/** How many formulas of rules every calculation works out. */
export function formulasOfRules(injector: Injector): number {
  let count = 0;
  for (const ofUnit of Object.values(injector.get(IOtherFormulaManagerService).getOtherFormulaData())) {
    for (const ofSheet of Object.values(ofUnit ?? {})) {
      for (const { ranges } of Object.values(ofSheet ?? {})) {
        for (const { startRow, endRow, startColumn, endColumn } of ranges)
          count += (endRow - startRow + 1) * (endColumn - startColumn + 1);
      }
    }
  }
  return count;
}

/** Works rules out where they matter. Must run before the first workbook is made. */
export function calculateRulesWhereNeeded(draws: boolean): void {
  findChangedRulesByPlace();
  if (draws) highlightWhereDrawn();
  else highlightNothing();
  validateWhereTyped();
}
