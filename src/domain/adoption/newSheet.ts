import type { Located } from "../followUps/locate";
import { formatsOf } from "../rules/planFixes";
import type { Schema } from "../schema/field";
import { isBlank, type CellValue } from "../values/value";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import type { Area } from "../workbook/area";
import { freeTitle, shownWidth } from "../workbook/layout";
import type { BookSnapshot, SheetFacts, SheetSnapshot } from "../workbook/snapshot";

const titles: Readonly<Record<Language, string>> = { "zh-CN": "客户跟进表", en: "Follow-up sheet" };

/** A sheet that is to be made, as it will be found afterwards, and what makes it. */
export interface NewSheet {
  readonly title: string;
  readonly actions: readonly Action[];
  readonly book: BookSnapshot;
  readonly sheet: SheetSnapshot;
  readonly located: Located;
  /** Rows of its list by those of the list that it was made from; null for one that was blank. */
  readonly rows: readonly (number | null)[];
}

/** Widest column of a new sheet, and the narrowest, characters of the default font. */
const widths = { least: 10, most: 40 } as const;
/** Rows from which a column's width is taken. */
const measuredRows = 100;

function widthOf(texts: readonly CellValue[]): number {
  const longest = texts.reduce<number>((most, text) => Math.max(most, shownWidth(String(text))), 0);
  return Math.min(widths.most, Math.max(widths.least, longest + 3));
}

/** Where rows come to stand without the blank ones. */
function withoutGaps(values: readonly (readonly CellValue[])[]): readonly (number | null)[] {
  let next = 0;
  return values.map((row) => {
    if (row.every(isBlank)) return null;
    next += 1;
    return next - 1;
  });
}

/**
 * The customers of a list on a sheet of their own: headers, rows without gaps, values instead of formulas. The list itself stays as it
 * lies.
 * @param records of the list, as they will be
 * @param formats number formats of the list's columns, by their offset; columns of our fields have their kind's
 */
export function planNewSheet(
  book: BookSnapshot,
  located: Located,
  {
    schema,
    language,
    formats,
  }: { readonly schema: Schema; readonly language: Language; readonly formats: ReadonlyMap<number, string> },
): NewSheet {
  const { headers, records } = located;
  const title = freeTitle(
    titles[language],
    book.sheets.map(({ name }) => name),
  );
  const places = withoutGaps(records.values);
  const rows = records.values.filter((_, at) => places[at] !== null);
  const area: Area = { row: 0, column: 0, rows: rows.length + 1, columns: headers.length };
  const body: Area = { ...area, row: 1, rows: rows.length };
  const own = formatsOf(schema, { ...records, area: body });
  const dressed = headers.flatMap((_, column): readonly Action[] => {
    const format = own.get(column) ?? formats.get(column);
    return format === undefined || /^general$/i.test(format)
      ? []
      : [{ kind: "setNumberFormat", sheet: title, area: { ...body, column, columns: 1 }, format }];
  });
  const values = [headers, ...rows];
  const facts: SheetFacts = { id: "", name: title, visibility: "visible", protected: false };
  return {
    title,
    actions: [
      { kind: "addSheet", sheet: title, visibility: "visible" },
      ...dressed,
      { kind: "writeCells", sheet: title, area, cells: values },
      {
        kind: "setColumnWidths",
        sheet: title,
        column: 0,
        widths: headers.map((header, column) => {
          return widthOf([header, ...rows.slice(0, measuredRows).map((row) => row[column] ?? "")]);
        }),
      },
    ],
    book: { ...book, activeSheet: title, sheets: [...book.sheets, facts] },
    sheet: {
      sheet: facts,
      used: area,
      merged: [],
      filtered: false,
      autoFilter: false,
      grid: { sheet: title, area, values },
    },
    located: {
      ...located,
      area,
      headerChanges: [],
      table: null,
      inPlace: null,
      leftOut: [],
      records: { ...records, sheet: title, area: body, values: rows },
    },
    rows: places,
  };
}
