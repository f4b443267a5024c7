import { calculatedHeaders, headerNames, notedHeaders } from "../schema/headerNames";
import {
  forEachCalculated,
  helperIds,
  isHelper,
  notedIds,
  shownIds,
  type CalculatedId,
  type FieldId,
  type NotedId,
} from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import type { FormulaHeaders } from "../followUps/calculated";
import type { Located } from "../followUps/locate";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import { cellAddress } from "../workbook/area";
import { freeTitle } from "../workbook/layout";
import type { SheetSnapshot } from "../workbook/snapshot";
import { calculatedFormulas } from "./formulas";

/** Columns of the follow-up table as they will be: the team's own, then ID, and those that are noted or calculated. */
export interface TableColumns {
  readonly headers: FormulaHeaders;
  /** Headers to append on the right, in order. */
  readonly added: readonly string[];
  /** Those of them that are hidden; they stand last. */
  readonly hidden: readonly string[];
  /** All headers of the table afterwards. */
  readonly all: readonly string[];
  /** Headers of columns that the add-in made. */
  readonly ours: ReadonlySet<string>;
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Formulas of the calculated columns. */
  readonly formulas: ReadonlyMap<CalculatedId, string>;
}

/** @param installed whether the table is a follow-up table already, so that a column of our header is ours */
export function tableColumns(located: Located, schema: Schema, language: Language, installed: boolean): TableColumns {
  const columns = new Map(located.records.columns);
  const fields = new Map<FieldId, string>(
    schema.fields.flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])),
  );
  const all = [...located.headers];
  const added: string[] = [];
  if (!columns.has("id")) {
    const header = freeTitle(headerNames.id.own[language], all);
    all.push(header);
    added.push(header);
    columns.set("id", all.length - 1);
    fields.set("id", header);
  }
  const notedHeader = (id: NotedId) =>
    located.headers[columns.get(id) ?? -1] ?? freeTitle(notedHeaders[id][language], all);
  const noted = columns.has("stage") ? notedIds.map((id) => ({ id, header: notedHeader(id) })) : [];
  for (const { id, header } of noted) fields.set(id, header);
  const own = (id: CalculatedId) => calculatedHeaders[id][language];
  const isThere = (id: CalculatedId) => installed && all.includes(own(id));
  const calculated = forEachCalculated((id) => (isThere(id) ? own(id) : freeTitle(own(id), all)));
  const headers: FormulaHeaders = { fields, calculated };
  const formulas = new Map(calculatedFormulas(headers, schema, workbookText[language]));
  const ours = new Set<string>();
  const hidden: string[] = [];
  const add = (header: string) => {
    all.push(header);
    added.push(header);
  };
  const addCalculated = (id: CalculatedId) => {
    const header = calculated[id];
    if (isThere(id)) {
      ours.add(header);
      // A team that requires fewer fields than before needs no more columns to name them.
      if (!formulas.has(id) && isHelper(id)) formulas.set(id, '=""');
    } else if (formulas.has(id)) {
      ours.add(header);
      add(header);
      if (isHelper(id)) hidden.push(header);
    }
  };
  shownIds.forEach(addCalculated);
  for (const { id, header } of noted) {
    ours.add(header);
    if (columns.has(id)) continue;
    columns.set(id, all.length);
    add(header);
    hidden.push(header);
  }
  helperIds.forEach(addCalculated);
  return { headers, added, hidden, all, ours, columns, formulas };
}

/** The first filled cell where so many columns would be appended; null where there is room. */
export function cellInTheWay(sheet: SheetSnapshot, located: Located, count: number): string | null {
  const { area } = located;
  const { used, grid } = sheet;
  if (!used) return null;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column + area.columns; column < area.column + area.columns + count; column += 1) {
      const value = grid.values[row - used.row]?.[column - used.column];
      if (value !== undefined && value !== "") return cellAddress(row, column);
    }
  }
  return null;
}
