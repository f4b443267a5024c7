import { clockReader } from "../clocks/clocks";
import type { Records } from "../followUps/records";
import { wantedSchema, type SchemaDraft } from "../schema/draft";
import type { Field, Schema } from "../schema/field";
import { listOf } from "../schema/fieldLists";
import type { ReviewContext } from "../schema/reviewContext";
import { outlookOf } from "./outlook";

/** A count as it is, and as it would be. */
export interface Ahead {
  readonly before: number;
  readonly after: number;
}

/** What a draft would make of the rows, as far as that is more, or another count, than now. */
export interface DraftOutlook {
  /** Fields of which more rows would fail than do. */
  readonly fields: readonly (Ahead & { readonly field: Field })[];
  /** Open customers over their limit of silence, and over their stage's limit of days; null where the draft changes nothing of it. */
  readonly stale: Ahead | null;
  readonly stuck: Ahead | null;
}

/** What a field's cells are held against: its rule, and the list that it draws from. */
function ruleText(field: Field, schema: Schema): string {
  return JSON.stringify([field, listOf(field, schema)]);
}

function clockCounts(records: Records, review: ReviewContext): { readonly stale: number; readonly stuck: number } {
  const read = clockReader(records.columns, review);
  const states = records.values.map(read);
  return { stale: states.filter(({ stale }) => stale).length, stuck: states.filter(({ stuck }) => stuck).length };
}

function changed(before: number, after: number): Ahead | null {
  return before === after ? null : { before, after };
}

/** What would become of the rows if the draft were in force, before anything is written. */
export function draftOutlook(draft: SchemaDraft, records: Records, review: ReviewContext): DraftOutlook {
  const { base } = draft;
  const schema = wantedSchema(draft);
  const now: ReviewContext = { ...review, schema: base };
  const then: ReviewContext = { ...review, schema };
  // Where a stage is gone or another one, its conditions ask of other rows than before.
  const isSamePipeline = JSON.stringify([base.stages, base.types]) === JSON.stringify([schema.stages, schema.types]);
  const fields = draft.fields.flatMap(({ was, now: field }) => {
    if (field.header === null) return [];
    const old = base.fields.find(({ id }) => id === was);
    const isSame = old !== undefined && ruleText(old, base) === ruleText(field, schema);
    if (isSame && (isSamePipeline || field.requiredWhen.length === 0)) return [];
    const before = old ? outlookOf(old, records, now).failing : 0;
    const after = outlookOf(field, records, then).failing;
    return after > before ? [{ field, before, after }] : [];
  });
  const isSameClock = isSamePipeline && JSON.stringify(base.calendar) === JSON.stringify(schema.calendar);
  if (isSameClock) return { fields, stale: null, stuck: null };
  const [clocks, ahead] = [clockCounts(records, now), clockCounts(records, then)];
  return { fields, stale: changed(clocks.stale, ahead.stale), stuck: changed(clocks.stuck, ahead.stuck) };
}
