import type * as Zod from "zod";
import type { CellValue } from "../../src/domain/values/value";
import { firstDate, mailForm, owners, phoneForm, sources, stages, types, untidy } from "./sheet";

/** The rules for single cells as a schema of Zod. Returns what a check of the rows with it finds: how many cells are wrong. */
export function withZod({ z }: typeof Zod): (rows: readonly (readonly CellValue[])[]) => number {
  const tidy = z.string().refine((text) => !untidy.test(text));
  const blankOr = <Schema extends Zod.ZodType>(schema: Schema) => z.union([z.literal(""), schema]);
  const day = blankOr(z.number().min(firstDate));
  const anything = z.union([z.string(), z.number(), z.boolean()]);
  const row = z.tuple([
    ...([tidy, tidy.min(1), z.enum(["", ...types]), tidy] as const),
    ...([blankOr(z.string().regex(phoneForm)), blankOr(z.string().regex(mailForm))] as const),
    ...([z.enum(owners), z.enum(["", ...sources]), z.enum(stages), blankOr(z.number())] as const),
    ...([day, day, day, anything, anything, anything] as const),
  ]);
  return (rows) => rows.reduce((wrong, cells) => wrong + (row.safeParse(cells).error?.issues.length ?? 0), 0);
}
