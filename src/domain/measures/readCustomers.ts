import { saysCreation } from "../schema/creationDay";
import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import { looksBack, type ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { clockReader } from "../clocks/clocks";
import type { Customer } from "./customer";
import { furthestReader } from "./furthest";
import type { Move } from "./funnel";
import { stagesOn, type LoggedStage } from "./stageOn";
import { kindOf } from "./tallies";

/** Between the entries of a cell that takes several. */
const listBreak = /[,，、;；\n]/;

/**
 * The follow-up sheet's rows as customers, in sheet order. Rows that are none are left out; broken ones count as open. On a review day
 * that is over an open customer stands where the log says it stood; where nobody knows, its stage has no place among the open ones.
 */
export function readCustomers(
  { columns, values }: Records,
  review: ReviewContext,
  moves: readonly Move[] = [],
): readonly Customer[] {
  const { schema, today } = review;
  const read = clockReader(columns, review);
  const teams = new Map(schema.owners.map(({ name, team }) => [name.toLowerCase(), team]));
  const steps = new Map<string, number>();
  let step = 0;
  for (const { name, kind } of schema.stages) {
    if (!steps.has(name.toLowerCase()) && kind === "open") steps.set(name.toLowerCase(), step);
    if (kind === "open") step += 1;
  }
  const isCreation = saysCreation(schema.fields.find(({ id }) => id === "firstContact")?.header ?? "");
  const furthestOf = furthestReader(columns, schema.stages);
  const isPast = looksBack(review);
  const at = (row: readonly CellValue[], field: FieldId): CellValue => {
    const column = columns.get(field);
    return column === undefined ? "" : (row[column] ?? "");
  };
  const text = (row: readonly CellValue[], field: FieldId) => String(at(row, field)).trim();
  const anyDay = (row: readonly CellValue[], field: FieldId): number | null => {
    const value = at(row, field);
    return typeof value === "number" && value >= 1 ? Math.floor(value) : null;
  };
  /** What has happened is no later than the review day. */
  const day = (row: readonly CellValue[], field: FieldId): number | null => {
    const found = anyDay(row, field);
    return found !== null && found <= today ? found : null;
  };
  const logged: ReadonlyMap<string, LoggedStage> = isPast ? stagesOn(moves, today) : new Map();
  /** The stage of an open customer on the review day; null where that is not known. */
  const stageThen = (row: readonly CellValue[], isClosedNow: boolean): string | null => {
    const now = String(at(row, "stage"));
    const known = logged.get(text(row, "id"));
    if (known?.left != null) return known.left;
    const since = anyDay(row, "stageSince");
    return isClosedNow || (isPast && since !== null && since > today) ? (known?.entered ?? null) : now;
  };
  const customers: Customer[] = [];
  values.forEach((row, index) => {
    const state = read(row);
    if (state.state === "blank") return;
    const kind = kindOf(state.state);
    const owner = text(row, "owner");
    const stage = kind === "open" ? (stageThen(row, state.state === "closesLater") ?? "") : String(at(row, "stage"));
    const ownStep = kind === "open" ? (steps.get(stage.toLowerCase()) ?? null) : null;
    const amount = at(row, "amount");
    const tags = at(row, "tags");
    customers.push({
      index,
      id: text(row, "id"),
      name: text(row, "customer"),
      owner,
      team: teams.get(owner.toLowerCase()) ?? "",
      source: text(row, "source"),
      customerType: text(row, "customerType"),
      reason: text(row, "reason"),
      tags: isBlank(tags)
        ? []
        : String(tags)
            .split(listBreak)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ""),
      state: kind,
      stage,
      step: ownStep,
      // The note has no day: on a review day that is over the log alone says how far somebody had come by then.
      furthest: isPast && kind !== "won" ? ownStep : furthestOf(row, state.state === "broken" ? null : kind),
      isFurthestNoted: !isPast && columns.has("furthestStage"),
      created: day(row, "firstContact"),
      received: isCreation ? day(row, "firstContact") : null,
      closed: kind === "open" ? null : day(row, "closedOn"),
      expectedClose: anyDay(row, "expectedClose"),
      amount: typeof amount === "number" ? amount : null,
      overdue: state.daysLate !== null && state.daysLate > 0,
      daysLate: state.daysLate !== null && state.daysLate > 0 ? state.daysLate : null,
      daysSilent: state.daysSilent,
      stale: state.stale,
      stuck: state.stuck,
    });
  });
  return customers;
}
