import type { KnownFieldId } from "../../schema/fieldIds";
import { knownStage } from "../../schema/knownStages";
import { isBlank, type CellValue } from "../../values/value";
import { scoreFor, withClaims, type Column } from "./claims";
import type { Claimant, Evidence } from "./guess";
import { askedScore, sureScore } from "./sureness";
import type { Concept } from "./vocabulary";

type Body = readonly (readonly CellValue[])[];

/** Rows that are looked at, at most, spread evenly. */
const mostRows = 600;
/** Fewer dates than this say nothing of what they are. */
const fewestDates = 3;

const settled = 0.93;
const unlikely = 0.5;
const open = 0.7;

/** A claim to one of two dates, and what is left for the other. */
function decided(
  column: Column,
  [field, other]: readonly [KnownFieldId, KnownFieldId],
  because: { readonly evidence: Evidence; readonly count: number; readonly of: number },
): Column {
  const reason = { by: "values", ...because } as const;
  return withClaims(
    column,
    { field, score: settled, because: reason },
    { field: other, score: unlikely, because: reason },
  );
}

function undecided(column: Column, fields: readonly KnownFieldId[]): Column {
  const { cells, dates } = column.profile;
  const because = { by: "values", evidence: "dates", count: dates, of: cells } as const;
  return withClaims(column, ...fields.map((field): Claimant => ({ field, score: open, because })));
}

/** True for a header such as "close date", which an open customer has for what is expected and a closed one for what was. */
function isAnyClose({ reading: { concepts, hasUnknown }, claimants }: Column): boolean {
  const may = new Set<Concept>(["close", "date", "deal", "lead", "customer", "contract", "order", "project", "sales"]);
  const isExact = claimants.some(({ because }) => because.by === "exact");
  return (
    !hasUnknown &&
    !isExact &&
    concepts.has("close") &&
    concepts.has("date") &&
    [...concepts].every((each) => may.has(each))
  );
}

interface StageRows {
  readonly open: number;
  readonly openFilled: number;
  readonly closedFilled: number;
}

/** Rows with an open stage and with a closed one, and how many of them have something in a column. */
function byStage(body: Body, column: number, stage: number): StageRows {
  const step = Math.max(1, body.length / mostRows);
  const rows = Array.from({ length: Math.min(body.length, mostRows) }, (_, at) => body[Math.floor(at * step)] ?? []);
  const count = { open: 0, openFilled: 0, closedFilled: 0 };
  for (const row of rows) {
    const name = row[stage] ?? "";
    if (isBlank(name)) continue;
    const isFilled = !isBlank(row[column] ?? "");
    const isOpen = (knownStage(String(name))?.kind ?? "open") === "open";
    if (isOpen) count.open += 1;
    if (isFilled && isOpen) count.openFilled += 1;
    if (isFilled && !isOpen) count.closedFilled += 1;
  }
  return count;
}

/**
 * What a close date is: expected where open customers have one, the day of closing where only closed ones do. Without stages, days
 * still to come tell.
 */
function closeDate(column: Column, at: number, stage: number | null, body: Body): Column {
  const { dates, future, cells } = column.profile;
  if (dates < fewestDates) return column;
  const rows = stage === null ? null : byStage(body, at, stage);
  if (rows && rows.open > 0) {
    if (rows.openFilled * 2 >= rows.open)
      return decided(column, ["expectedClose", "closedOn"], {
        ...{ evidence: "openCustomers", count: rows.openFilled, of: rows.open },
      });
    if (rows.openFilled * 7 <= rows.open)
      return decided(column, ["closedOn", "expectedClose"], {
        ...{ evidence: "closedCustomers", count: rows.closedFilled, of: rows.closedFilled + rows.openFilled },
      });
    return undecided(column, ["closedOn", "expectedClose"]);
  }
  if (future * 5 >= dates)
    return decided(column, ["expectedClose", "closedOn"], { evidence: "futureDates", count: future, of: cells });
  if (future === 0)
    return decided(column, ["closedOn", "expectedClose"], { evidence: "pastDates", count: dates, of: cells });
  return undecided(column, ["closedOn", "expectedClose"]);
}

/** True for a header such as 跟进日期, which does not say whether it is the last one or the next. */
function isAnyTouch({ reading: { concepts, hasUnknown }, claimants }: Column): boolean {
  const may = new Set<Concept>(["touch", "contact", "activity", "date", "customer", "sales", "plan"]);
  const isTouch = concepts.has("touch") || concepts.has("contact") || concepts.has("activity");
  const isNamed = claimants.some(({ score, because }) => score >= sureScore && because.by !== "values");
  return !hasUnknown && !isNamed && isTouch && concepts.has("date") && [...concepts].every((each) => may.has(each));
}

function touchDate(column: Column): Column {
  const { dates, future, cells } = column.profile;
  if (dates < fewestDates) return undecided(column, ["nextDate", "lastContact"]);
  if (future * 5 >= dates * 2)
    return decided(column, ["nextDate", "lastContact"], { evidence: "futureDates", count: future, of: cells });
  if (future === 0)
    return decided(column, ["lastContact", "nextDate"], { evidence: "pastDates", count: dates, of: cells });
  return undecided(column, ["nextDate", "lastContact"]);
}

/** Settles dates whose names say less than the rows do. */
export function settleDates(columns: readonly Column[], body: Body): readonly Column[] {
  const scores = columns.map((column) => scoreFor(column, "stage"));
  const most = Math.max(0, ...scores);
  const stage = most >= askedScore ? scores.indexOf(most) : null;
  return columns.map((column, at) => {
    if (isAnyClose(column)) return closeDate(column, at, stage, body);
    return isAnyTouch(column) ? touchDate(column) : column;
  });
}
