import type * as TableSchema from "tableschema";
import type { CellValue } from "../../src/domain/values/value";
import { fields, firstDate, mailForm, owners, phoneForm, sources, stages, types } from "./sheet";

/** `untidy` the other way round: Table Schema has patterns that a text must fit, and none that it must not. */
const tidy = "(?![\\s\\u200B\\uFEFF])(?:[^０-９Ａ-Ｚａ-ｚ]*[^\\s\\u200B\\uFEFF０-９Ａ-Ｚａ-ｚ])?";
const insides = (form: RegExp) => form.source.replace(/^\^|\$$/g, "");
const day = { type: "number", constraints: { minimum: firstDate } };
const text = { type: "string", constraints: { pattern: tidy } };
const listed = (entries: readonly string[], required = false) => ({
  type: "string",
  constraints: { enum: entries, required },
});
const cells = [
  ...[text, { type: "string", constraints: { pattern: tidy, required: true } }, listed(types), text],
  { type: "string", constraints: { pattern: insides(phoneForm) } },
  { type: "string", constraints: { pattern: insides(mailForm) } },
  ...[listed(owners, true), listed(sources), listed(stages, true), { type: "number" }],
  ...[day, day, day, { type: "any" }, { type: "any" }, { type: "any" }],
];

/** The rules for single cells as a Table Schema. Returns what a check of the rows with it finds: how many cells are wrong. */
export async function withTableSchema({
  Schema,
}: typeof TableSchema): Promise<(rows: readonly (readonly CellValue[])[]) => number> {
  const descriptor = { fields: cells.map((cell, column) => ({ name: fields[column], ...cell })) };
  // The package gives a promise where its types say a schema.
  const schema = await Promise.resolve(Schema.load(descriptor));
  return (rows) =>
    rows.reduce(
      (wrong, row) => wrong + row.filter((value, column) => !schema.fields[column]?.testValue(value)).length,
      0,
    );
}
