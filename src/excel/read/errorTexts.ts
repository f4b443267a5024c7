/**
 * Excel gives error values as texts in the language of its interface: `#N/A` is `#Н/Д` in Russian. What a cell holds is certain by
 * its value type alone, but types of all cells would double a reading. So only texts that look like an error are asked about, a few
 * cells of each, and what was learnt about a text counts from then on.
 */
import type { CellValue } from "../../domain/values/value";
import { isErrorText } from "../../domain/values/value";
import type { ValueGrid } from "../../domain/workbook/snapshot";
import { rangeOf } from "../parts/grid";

/** Errors by what Excel's languages call them, for saying which one it is; one that is missing here is an error all the same. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "#N/A": "#Н/Д #NV #N/D #N/B #YOK #I/T #PUUTTUU! #SAKNAS! #HIÁNYZIK #NENÍ_K_DISPOZICI",
    "#VALUE!":
      "#ЗНАЧ! #WERT! #VALEUR! #¡VALOR! #VALOR! #VALORE! #ARG! #WAARDE! #VÄRDEFEL! #ARVO! #VERDI! #DEĞER! #ÉRTÉK! #HODNOTA! #VÆRDI!",
    "#REF!": "#ССЫЛКА! #BEZUG! #¡REF! #RIF! #ADR! #VERW! #REFERENS! #VIITTAUS! #BAŞV! #HIV! #ODKAZ! #REFERENCE!",
    "#DIV/0!": "#ДЕЛ/0! #¡DIV/0! #DZIEL/0! #DEEL/0! #DIVISION/0! #JAKO/0! #SAYI/0! #ZÉRÓOSZTÓ! #DĚLENÍ_NULOU!",
    "#NUM!": "#ЧИСЛО! #ZAHL! #NOMBRE! #¡NUM! #NÚM! #LICZBA! #GETAL! #OGILTIGT! #LUKU! #SAYI! #SZÁM! #ČÍSLO!",
    "#NAME?": "#ИМЯ? #NOM? #¿NOMBRE? #NOME? #NAZWA? #NAAM? #NAMN? #NIMI? #NAVN? #AD? #NÉV? #NÁZEV?",
    "#NULL!": "#ПУСТО! #NUL! #¡NULO! #NULO! #NULLO! #ZERO! #LEEG! #SKÄRNING! #TYHJÄ! #BOŞ! #NULLA!",
  }).flatMap(([error, texts]) => texts.split(" ").map((text) => [text, error] as const)),
);

/** The error that a text stands for which Excel says is one. */
function errorOf(text: string): string {
  return kinds.get(text) ?? "#VALUE!";
}

/** True for a text that could be an error in some language: one word, `#` and capitals. People write `#1 客户` and `#important` too. */
function isSuspect(value: CellValue): value is string {
  if (typeof value !== "string" || value.charCodeAt(0) !== 35 || isErrorText(value)) return false;
  return /^#[^\s#\p{Ll}]{1,30}$/u.test(value) && /\p{L}/u.test(value);
}

/** Cells of one text that are asked about: somebody may have typed into one of them what the others hold as an error. */
const cellsOfText = 3;
/** Texts that are asked about in one reading. Excel knows some fifteen errors. */
const mostTexts = 60;

interface Suspect {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where the texts stand that nothing is known of yet; those that end as most errors do come first. */
function suspectsIn(grids: readonly ValueGrid[], known: ReadonlyMap<string, boolean>): ReadonlyMap<string, Suspect[]> {
  const found = new Map<string, Suspect[]>();
  for (const { sheet, area, values } of grids) {
    values.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (!isSuspect(value) || known.has(value)) return;
        const cellsHere = found.get(value) ?? [];
        if (cellsHere.length < cellsOfText)
          cellsHere.push({ sheet, row: area.row + row, column: area.column + column });
        found.set(value, cellsHere);
      }),
    );
  }
  const likely = (text: string): number => (kinds.has(text) ? 0 : /[!?]$/.test(text) ? 1 : 2);
  return new Map([...found].sort(([a], [b]) => likely(a) - likely(b)).slice(0, mostTexts));
}

function withErrors(grid: ValueGrid, errors: ReadonlyMap<string, boolean>): ValueGrid {
  const isError = (value: CellValue): value is string => isSuspect(value) && errors.get(value) === true;
  if (!grid.values.some((cells) => cells.some(isError))) return grid;
  const values = grid.values.map((cells) => cells.map((value) => (isError(value) ? errorOf(value) : value)));
  return { ...grid, values };
}

/** Knows errors in what was read: gives them the texts that they have in English. One small round trip where a new text turns up. */
export type ErrorTexts = (context: Excel.RequestContext, grids: readonly ValueGrid[]) => Promise<readonly ValueGrid[]>;

export function createErrorTexts(): ErrorTexts {
  /** Whether Excel called a text an error, by the text. */
  const known = new Map<string, boolean>();
  return async (context, grids) => {
    const suspects = suspectsIn(grids, known);
    if (suspects.size > 0) {
      const asked = [...suspects].map(([text, cells]) => {
        const ranges = cells.map(({ sheet, row, column }) => {
          const area = { row, column, rows: 1, columns: 1 };
          const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
          range.load("valueTypes");
          return range;
        });
        return { text, ranges };
      });
      await context.sync();
      for (const { text, ranges } of asked) {
        known.set(
          text,
          ranges.some(({ valueTypes }) => valueTypes[0]?.[0] === "Error"),
        );
      }
    }
    return [...known.values()].includes(true) ? grids.map((grid) => withErrors(grid, known)) : grids;
  };
}
