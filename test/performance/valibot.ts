import type * as Valibot from "valibot";
import type { CellValue } from "../../src/domain/values/value";
import { firstDate, mailForm, owners, phoneForm, sources, stages, types, untidy } from "./sheet";

/** The rules for single cells as a schema of Valibot. Returns what a check of the rows with it finds: how many cells are wrong. */
export function withValibot(v: typeof Valibot): (rows: readonly (readonly CellValue[])[]) => number {
  const tidy = v.pipe(
    v.string(),
    v.check((text) => !untidy.test(text)),
  );
  const blankOr = <Schema extends Valibot.GenericSchema>(schema: Schema) => v.union([v.literal(""), schema]);
  const day = blankOr(v.pipe(v.number(), v.minValue(firstDate)));
  const anything = v.union([v.string(), v.number(), v.boolean()]);
  const row = v.tuple([
    ...([tidy, v.pipe(tidy, v.nonEmpty()), v.picklist(["", ...types]), tidy] as const),
    ...([blankOr(v.pipe(v.string(), v.regex(phoneForm))), blankOr(v.pipe(v.string(), v.regex(mailForm)))] as const),
    ...([v.picklist(owners), v.picklist(["", ...sources]), v.picklist(stages), blankOr(v.number())] as const),
    ...([day, day, day, anything, anything, anything] as const),
  ]);
  return (rows) => rows.reduce((wrong, cells) => wrong + (v.safeParse(row, cells).issues?.length ?? 0), 0);
}
