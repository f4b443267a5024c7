import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { readAddress } from "../data/address";
import type { NameData } from "../data/bookData";
import type { Book } from "./book";
import { worksheetNamed } from "./grid";
import { tablesOf } from "./tables";

export interface NamesTarget {
  readonly book: Book;
  /** Sheet id for names local to a sheet, null for the workbook's. */
  readonly sheet: string | null;
}

/** What the grid has for the sheet of a name of the workbook. */
export const workbookScope = "AllDefaultWorkbook";

export function allNames(book: Book): readonly IDefinedNamesServiceParam[] {
  const { engine } = book;
  return Object.values(engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {});
}

/** Id of the sheet that a name is local to, null for a name of the workbook. */
export const scopeOf = (item: IDefinedNamesServiceParam): string | null =>
  item.localSheetId && item.localSheetId !== workbookScope ? item.localSheetId : null;

export const namesIn = ({ book, sheet }: NamesTarget): readonly IDefinedNamesServiceParam[] =>
  allNames(book).filter((item) => scopeOf(item) === sheet);

/** The grid keeps references bare and formulas with their `=`. */
export const toGrid = (formula: string): string => (readAddress(formula.slice(1)) ? formula.slice(1) : formula);
export const fromGrid = (content: string): string => (content.startsWith("=") ? content : `=${content}`);

/** Names that stand for one cell, those of a sheet with those of the workbook. */
export function singleCellNames(book: Book): readonly string[] {
  return allNames(book).flatMap(({ name, formulaOrRefString }) => {
    const area = readAddress(formulaOrRefString.replace(/^=/, ""))?.area;
    return area?.rows === 1 && area.columns === 1 ? [name] : [];
  });
}

/** True for a name that Excel allows and that neither a name of the workbook nor a table has yet. */
export function isFreeName(book: Book, name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) return false;
  if (/^([A-Z]{1,3}\d+|R|C|R\d*C\d*)$/i.test(name)) return false;
  const wanted = name.toLowerCase();
  const taken = [
    ...namesIn({ book, sheet: null }).map((item) => item.name),
    ...tablesOf(book, null).map((table) => table.name),
  ];
  return !taken.some((other) => other.toLowerCase() === wanted);
}

/** Adds a name, or changes the one with its id. */
export function setName(book: Book, item: IDefinedNamesServiceParam): void {
  book.engine.run(SetDefinedNameMutation.id, { ...item, unitId: book.engine.unitId });
}

export function removeName(book: Book, item: IDefinedNamesServiceParam): void {
  book.engine.run(RemoveDefinedNameMutation.id, { ...item, unitId: book.engine.unitId });
}

/** Puts the names of an opened file into the book. */
export function loadNames(book: Book, names: readonly NameData[]): void {
  for (const name of names) {
    const sheet = name.sheet === null ? null : worksheetNamed(book, name.sheet);
    setName(book, {
      id: crypto.randomUUID(),
      name: name.name,
      formulaOrRefString: toGrid(name.formula),
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: sheet?.getSheetId() ?? workbookScope,
    });
  }
}

/** The names of the book for saving. */
export function saveNames(book: Book): readonly NameData[] {
  return allNames(book).map((item) => {
    const scope = scopeOf(item);
    return {
      name: item.name,
      formula: fromGrid(item.formulaOrRefString),
      sheet: scope === null ? null : (book.engine.workbook.getSheetBySheetId(scope)?.getSheetName() ?? null),
      visible: !item.hidden,
      comment: item.comment ?? "",
    };
  });
}
