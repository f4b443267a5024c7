import type { DateSystem } from "../domain/values/date";
import type { Language } from "../domain/values/language";
import type { Schema } from "../domain/schema/field";
import type { Subject } from "./subject";

/** What a row is checked, measured and shown under. */
export interface ReviewContext {
  readonly schema: Schema;
  /** Review day, serial of the date system. */
  readonly today: number;
  readonly system: DateSystem;
  readonly language: Language;
}

/** The context of what was read: of a subject, or of one that is being made. */
export function contextOf({
  reading,
  schema,
  language,
}: Pick<Subject, "reading" | "schema" | "language">): ReviewContext {
  return { schema, today: reading.today, system: reading.book.dateSystem, language };
}
