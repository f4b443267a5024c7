import { calculatedHeaders, headerNames } from "../schema/headerNames";
import type { CalculatedId, FieldId } from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import type { FormulaHeaders } from "../followUps/calculated";
import type { Located } from "../followUps/locate";
import type { Language } from "../values/language";
import { cellAddress } from "../workbook/area";
import { freeTitle } from "../workbook/layout";
import type { SheetSnapshot } from "../workbook/snapshot";

/** Columns of the follow-up table as they will be: the team's own, then ID and the calculated ones. */
export interface TableColumns {
  readonly headers: FormulaHeaders;
  /** Headers to append on the right, in order. */
  readonly added: readonly string[];
  /** All headers of the table afterwards. */
  readonly all: readonly string[];
  /** Headers of columns that the add-in made. */
  readonly ours: ReadonlySet<string>;
  readonly columns: ReadonlyMap<FieldId, number>;
}

/** @param installed whether the table is a follow-up table already, so that a column of our header is ours */
export function tableColumns(located: Located, schema: Schema, language: Language, installed: boolean): TableColumns {
  const columns = new Map(located.records.columns);
  const fields = new Map(schema.fields.flatMap(({ id, header }) => (header === null ? [] : [[id, header] as const])));
  const all = [...located.headers];
  const ours = new Set<string>();
  const added: string[] = [];
  const append = (wanted: string) => {
    const header = freeTitle(wanted, all);
    all.push(header);
    added.push(header);
    return header;
  };
  if (!columns.has("id")) {
    const header = append(headerNames.id.own[language]);
    columns.set("id", all.length - 1);
    fields.set("id", header);
  }
  const column = (id: CalculatedId) => {
    const wanted = calculatedHeaders[id][language];
    const present = installed ? all.find((header) => header === wanted) : undefined;
    const header = present ?? append(wanted);
    ours.add(header);
    return header;
  };
  const status = column("status");
  // Without a last-contact column silence is not measured: a column that says nothing is not added.
  const daysSilent = columns.has("lastContact") ? column("daysSilent") : calculatedHeaders.daysSilent[language];
  const missing = column("missing");
  return { headers: { fields, calculated: { status, daysSilent, missing } }, added, all, ours, columns };
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
