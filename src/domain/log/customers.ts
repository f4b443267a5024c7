import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import { kindReader } from "../clocks/clocks";
import type { StageKind } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { cellAddress } from "../workbook/area";
import type { Records } from "../followUps/records";

/** A customer of the follow-up sheet, as somebody picks one to log a touch. */
export interface ListedCustomer {
  /** As text, whatever the cell holds; blank where the row has no ID yet. */
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly phone: CellValue;
  readonly owner: string;
  readonly type: string;
  /** Key accounts come first in every list. */
  readonly keyAccount: boolean;
  readonly stage: string;
  readonly state: StageKind;
  readonly nextDate: number | null;
  readonly lastContact: number | null;
  readonly nextStep: string;
  readonly closedOn: number | null;
  readonly reason: string;
  /** When a parked customer is to be contacted again, as the sheet says. */
  readonly revisitOn: number | null;
  /** What was said last, as far as the customer's own row tells. */
  readonly words: string;
  /** The row's values, by column of the table. */
  readonly values: readonly CellValue[];
  /** Excel's row number. */
  readonly row: number;
  /** A1 address of the cell to go to. */
  readonly cell: string;
}

const wordFields: readonly FieldId[] = ["nextStep", "feedback", "note"];

/** All customers of the sheet in its order. Rows that are no customers, or that show an error in a key cell, are left out. */
export function customersOf(records: Records, review: ReviewContext): readonly ListedCustomer[] {
  const { schema } = review;
  const { columns, area } = records;
  const read = kindReader(columns, schema);
  const at = (row: readonly CellValue[], field: FieldId): CellValue => {
    const offset = columns.get(field);
    return offset === undefined ? "" : (row[offset] ?? "");
  };
  const text = (row: readonly CellValue[], field: FieldId) => String(at(row, field)).trim();
  const day = (row: readonly CellValue[], field: FieldId) => {
    const value = at(row, field);
    return typeof value === "number" ? Math.floor(value) : null;
  };
  const keyTypes = new Set(schema.types.flatMap(({ name, keyAccount }) => (keyAccount ? [name.toLowerCase()] : [])));
  const goTo = columns.get("customer") ?? 0;
  return records.values.flatMap((row, index): readonly ListedCustomer[] => {
    const state = read(row);
    if (state === "blank" || state === "broken") return [];
    const said = wordFields.map((field) => at(row, field)).find((value) => !isBlank(value));
    return [
      {
        id: text(row, "id"),
        name: text(row, "customer"),
        contact: text(row, "contact"),
        phone: at(row, "phone"),
        owner: text(row, "owner"),
        type: text(row, "customerType"),
        keyAccount: keyTypes.has(text(row, "customerType").toLowerCase()),
        stage: text(row, "stage"),
        state,
        nextDate: day(row, "nextDate"),
        lastContact: day(row, "lastContact"),
        nextStep: text(row, "nextStep"),
        closedOn: day(row, "closedOn"),
        reason: text(row, "reason"),
        revisitOn: day(row, "revisitOn"),
        words: said === undefined ? "" : String(said),
        values: row,
        row: area.row + index + 1,
        cell: cellAddress(area.row + index, area.column + goTo),
      },
    ];
  });
}
