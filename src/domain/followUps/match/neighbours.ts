import type { KnownFieldId } from "../../schema/fieldIds";
import { knownFieldIds } from "../../schema/fieldIds";
import { scoreFor, withClaims, type Column } from "./claims";

/** Scores from which on a column is called a field by its own name, and by another one in use. */
const ownName = 0.995;
const otherName = 0.95;
/** What is left of a claim where another column is called so outright. */
const yieldShare = 0.8;
/** What is left where the rest of the sheet tells that the column is something else. */
const otherShare = 0.5;

function times(column: Column, field: KnownFieldId, share: number): Column {
  const claimant = column.claimants.find((each) => each.field === field);
  return claimant ? withClaims(column, { ...claimant, score: claimant.score * share }) : column;
}

/** A name of a person, or of something that is only called a name. */
function isSomebody(column: Column): boolean {
  return scoreFor(column, "customer") > 0 && scoreFor(column, "contact") > 0;
}

/** A person's name is the contact where another column may name the firm, and else the customer. */
function settlePersons(columns: readonly Column[]): readonly Column[] {
  const hasCustomer = columns.some((column) => !isSomebody(column) && scoreFor(column, "customer") > 0);
  return columns.map((column) =>
    isSomebody(column) ? times(column, hasCustomer ? "customer" : "contact", otherShare) : column,
  );
}

/** What only stands in for the customer is asked about where another column speaks of customers in words that we do not know. */
function settleStandIns(columns: readonly Column[]): readonly Column[] {
  const isHalfKnown = ({ reading: { concepts, hasUnknown } }: Column) =>
    hasUnknown && (concepts.has("customer") || concepts.has("company") || concepts.has("account"));
  if (!columns.some(isHalfKnown)) return columns;
  return columns.map((column) =>
    scoreFor(column, "customer") < otherName && !isHalfKnown(column) ? times(column, "customer", yieldShare) : column,
  );
}

/** A department beside job titles is the contact's, not the owner's. */
function settleDepartment(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ reading }) => reading.concepts.has("jobTitle"))) return columns;
  return columns.map((column) =>
    column.reading.concepts.size === 1 ? times(column, "department", otherShare) : column,
  );
}

/** How outright a column is called a field: its own name, another one, what stands in for it. */
function rank(score: number): number {
  return score >= ownName ? 2 : score >= otherName ? 1 : 0;
}

/** Lets names that only stand in for a field give way to better ones. */
function yieldToBetter(columns: readonly Column[]): readonly Column[] {
  return knownFieldIds.reduce<readonly Column[]>((now, field) => {
    const best = Math.max(...now.map((column) => rank(scoreFor(column, field))));
    return now.map((column) => (rank(scoreFor(column, field)) < best ? times(column, field, yieldShare) : column));
  }, columns);
}

/** What the other columns tell of a column. */
export function settleAmongNeighbours(columns: readonly Column[]): readonly Column[] {
  return yieldToBetter(settleDepartment(settleStandIns(settlePersons(columns))));
}
