import { RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
  MoveConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/preset-sheets-conditional-formatting";
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-core";
import type { ISetRangeValuesMutationParams } from "@univerjs/preset-sheets-core";
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
} from "@univerjs/preset-sheets-data-validation";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableMutation } from "@univerjs/preset-sheets-table";
import { isRecord } from "../protocol/batch";
import { tableState } from "./book";
import type { Book } from "./book";
import { fromRange, sheetParams, worksheetOf } from "./grid";
import { allNames } from "./names";
import { addTable, renameTableTo, setTableArea } from "./tableShape";
import { tablesOf } from "./tables";

/** Takes back what a mutation of the grid did. */
export type Inverse = () => void;

/** Parameters of a mutation that is about one sheet. */
type SheetMutation = Readonly<Record<string, unknown>> & { readonly unitId: string; readonly subUnitId: string };

function isAboutSheet(params: unknown): params is SheetMutation {
  return isRecord(params) && typeof params.subUnitId === "string" && typeof params.unitId === "string";
}

function hasCells(params: SheetMutation): params is SheetMutation & ISetRangeValuesMutationParams {
  return isRecord(params.cellValue);
}

function cellsBefore(book: Book, params: SheetMutation): Inverse | null {
  if (!hasCells(params)) return null;
  const before = SetRangeValuesUndoMutationFactory(book.engine.injector, params);
  return () => book.engine.run(SetRangeValuesMutation.id, before);
}

/** The rules of a sheet with those that the grid cannot draw, and what the file said of them. */
function highlightsBefore(book: Book, sheet: string): Inverse {
  const rulesNow = () => worksheetOf(book, sheet).getConditionalFormattingRules();
  const rules = structuredClone(rulesNow());
  const opaque = book.opaqueHighlights.map((highlight) => ({ ...highlight }));
  const originals = new Map(book.originals);
  const order = book.highlightOrder.get(sheet) ?? [];
  return () => {
    for (const { cfId } of rulesNow())
      book.engine.run(DeleteConditionalRuleMutation.id, { ...sheetParams(book, sheet), cfId });
    // The grid puts each new rule first, so the last one goes in first.
    for (const rule of [...rules].reverse())
      book.engine.run(AddConditionalRuleMutation.id, { ...sheetParams(book, sheet), rule });
    book.opaqueHighlights.splice(0, book.opaqueHighlights.length, ...opaque);
    book.highlightOrder.set(sheet, order);
    for (const [id, original] of originals) book.originals.set(id, original);
  };
}

function validationsBefore(book: Book, sheet: string): Inverse {
  const rulesNow = () =>
    worksheetOf(book, sheet)
      .getDataValidations()
      .map(({ rule }) => rule);
  const rules = structuredClone(rulesNow());
  const originals = new Map(book.originals);
  const where = { ...sheetParams(book, sheet), source: "command" };
  return () => {
    for (const { uid } of rulesNow()) book.engine.run(RemoveDataValidationMutation.id, { ...where, ruleId: uid });
    for (const rule of rules) book.engine.run(AddDataValidationMutation.id, { ...where, rule });
    for (const [id, original] of originals) book.originals.set(id, original);
  };
}

function namesBefore(book: Book): Inverse {
  const { unitId } = book.engine;
  const names = structuredClone(allNames(book));
  return () => {
    const kept = new Set(names.map(({ id }) => id));
    for (const item of allNames(book))
      if (!kept.has(item.id)) book.engine.run(RemoveDefinedNameMutation.id, { ...item, unitId });
    for (const item of names) book.engine.run(SetDefinedNameMutation.id, { ...item, unitId });
  };
}

function tablesBefore(book: Book): Inverse {
  const tables = tablesOf(book, null).map(({ id, subUnitId, name, range }) => ({
    id,
    sheet: subUnitId,
    name,
    area: fromRange(range),
    state: { ...tableState(book, id) },
  }));
  const now = (id: string) => tablesOf(book, null).find((table) => table.id === id) ?? null;
  return () => {
    for (const { id, subUnitId } of tablesOf(book, null)) {
      if (tables.some((table) => table.id === id)) continue;
      book.engine.run(DeleteSheetTableMutation.id, { ...sheetParams(book, subUnitId), tableId: id });
      book.tables.delete(id);
    }
    for (const { id, sheet, name, area, state } of tables) {
      const there = now(id);
      if (!there) addTable(book, sheet, area, name, id);
      else if (JSON.stringify(fromRange(there.range)) !== JSON.stringify(area)) setTableArea(book, there, area);
      const renamed = now(id);
      if (renamed && renamed.name !== name) renameTableTo(book, renamed, name);
      book.tables.set(id, { ...state });
    }
  };
}

function linesBefore(book: Book, id: string, { subUnitId }: SheetMutation): Inverse {
  const sheet = worksheetOf(book, subUnitId).getSheet();
  const { freeze, showGridlines } = structuredClone({
    freeze: sheet.getConfig().freeze,
    showGridlines: sheet.getConfig().showGridlines,
  });
  const where = sheetParams(book, subUnitId);
  if (id === SetFrozenMutation.id) return () => book.engine.run(id, { ...where, ...freeze });
  if (id === ToggleGridlinesMutation.id) return () => book.engine.run(id, { ...where, showGridlines });
  const columns = structuredClone(sheet.getColumnManager().getColumnData());
  const rows = structuredClone(sheet.getRowManager().getRowData());
  return () => {
    const config = worksheetOf(book, subUnitId).getSheet();
    replaceLines(config.getColumnManager().getColumnData(), columns);
    replaceLines(config.getRowManager().getRowData(), rows);
  };
}

/** Makes the lines of a sheet what they were, in place: the grid holds on to the object. */
function replaceLines(lines: Record<number, unknown>, before: Readonly<Record<number, unknown>>): void {
  for (const key of Object.keys(lines)) Reflect.deleteProperty(lines, key);
  Object.assign(lines, before);
}

function addedSheet(book: Book, params: unknown): Inverse | null {
  const sheet = isRecord(params) && isRecord(params.sheet) ? params.sheet.id : null;
  if (typeof sheet !== "string") return null;
  return () => {
    book.engine.run(RemoveSheetCommand.id, sheetParams(book, sheet));
    book.sheets.delete(sheet);
    book.chartsChanged();
  };
}

const highlightMutations = new Set([
  AddConditionalRuleMutation.id,
  DeleteConditionalRuleMutation.id,
  MoveConditionalRuleMutation.id,
  SetConditionalRuleMutation.id,
]);
const validationMutations = new Set([
  AddDataValidationMutation.id,
  RemoveDataValidationMutation.id,
  UpdateDataValidationMutation.id,
]);
const nameMutations = new Set([SetDefinedNameMutation.id, RemoveDefinedNameMutation.id]);
const tableMutations = new Set([AddSheetTableMutation.id, DeleteSheetTableMutation.id, SetSheetTableMutation.id]);
const lineMutations = new Set([
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetFrozenMutation.id,
  SetWorksheetColWidthMutation.id,
  SetWorksheetRowHeightMutation.id,
  ToggleGridlinesMutation.id,
]);
/** What Excel does not take back either (sheets that go, are renamed or hidden), and what the workbench cannot. */
const finalMutations = new Set([
  "sheet.mutation.remove-sheet",
  "sheet.mutation.set-worksheet-name",
  "sheet.mutation.set-worksheet-hidden",
  "sheet.mutation.insert-row",
  "sheet.mutation.insert-col",
  "sheet.mutation.remove-rows",
  "sheet.mutation.remove-col",
  "sheet.mutation.move-range",
  "sheet.mutation.reorder-range",
  "sheet.mutation.add-worksheet-merge",
  "sheet.mutation.remove-worksheet-merge",
]);

/** What a mutation that is about to be carried out means for the undo list. */
export type Consequence =
  | { readonly kind: "nothing" }
  /** Undo ends here. */
  | { readonly kind: "final" }
  /** `once` names what is kept whole: within a step the first look at it is enough. */
  | { readonly kind: "step"; readonly once: string | null; readonly inverse: () => Inverse | null };

/** Asked before a mutation is carried out; the inverse is made at once or not at all. */
export function consequenceOf(book: Book, id: string, params: unknown): Consequence {
  if (finalMutations.has(id)) return { kind: "final" };
  if (nameMutations.has(id)) return { kind: "step", once: "names", inverse: () => namesBefore(book) };
  if (tableMutations.has(id)) return { kind: "step", once: "tables", inverse: () => tablesBefore(book) };
  if (id === InsertSheetMutation.id) return { kind: "step", once: null, inverse: () => addedSheet(book, params) };
  // With a sheet the grid removes what stood on it once the sheet is gone.
  if (!isAboutSheet(params) || !book.engine.workbook.getSheetBySheetId(params.subUnitId)) return { kind: "nothing" };
  const sheet = params.subUnitId;
  if (id === SetRangeValuesMutation.id) return { kind: "step", once: null, inverse: () => cellsBefore(book, params) };
  if (highlightMutations.has(id))
    return { kind: "step", once: `highlights ${sheet}`, inverse: () => highlightsBefore(book, sheet) };
  if (validationMutations.has(id))
    return { kind: "step", once: `validations ${sheet}`, inverse: () => validationsBefore(book, sheet) };
  if (lineMutations.has(id)) {
    const look = id === SetFrozenMutation.id || id === ToggleGridlinesMutation.id ? id : "lines";
    return { kind: "step", once: `${look} ${sheet}`, inverse: () => linesBefore(book, id, params) };
  }
  return { kind: "nothing" };
}
