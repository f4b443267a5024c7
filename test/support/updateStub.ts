/** For tests only: a follow-up sheet and exports from rows as one writes them down. */
import type { ExportRows } from "../../src/domain/adoption/grow/exportRows";
import type { UpdateSubject } from "../../src/domain/adoption/grow/updatePlan";
import { defaultField } from "../../src/domain/schema/defaults";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import type { CellValue } from "../../src/domain/values/value";
import { owners, reviewStub, schemaStub, stage } from "./schemaStub";

type Row = readonly CellValue[];

/** Columns of the follow-up sheet of these tests. */
export const sheetFields = ["id", "customer", "contact", "phone", "owner", "stage", "amount", "nextDate"] as const;

const stages = [stage("线索", "open"), stage("方案演示", "open"), stage("成交", "won"), stage("流失", "lost")];

/** A follow-up sheet with these rows; `fields` are its columns in their order. */
export function updateSubject(rows: readonly Row[], fields: readonly FieldId[] = sheetFields): UpdateSubject {
  const schema = schemaStub({
    fields: fields.map((id) => defaultField(id, id)),
    stages,
    owners: owners("李敏", "王强"),
  });
  const area = { row: 1, column: 0, rows: rows.length, columns: fields.length };
  const columns = new Map(fields.map((field, column) => [field, column]));
  return { ...reviewStub({ schema }), records: { sheet: "客户", area, values: rows, columns } };
}

export function exportRows(fields: readonly FieldId[], rows: readonly Row[]): ExportRows {
  return { columns: new Map(fields.map((field, column) => [field, column])), rows };
}
