import { remembered } from "../values/remembered";
import { isErrorText, type CellValue } from "../values/value";
import type { StageKind } from "../schema/field";
import type { ReviewContext } from "../schema/reviewContext";
import { stageIndex } from "../schema/knownStages";
import type { RowState } from "../clocks/clocks";
import type { ColumnMap } from "../followUps/records";
import { ageingBands } from "./figures";

/** What is counted of a set of customers. */
export interface Tally {
  open: number;
  won: number;
  lost: number;
  parked: number;
  overdue: number;
  stale: number;
  openAmount: number;
  wonAmount: number;
}

interface StageTally {
  customers: number;
  stale: number;
  amount: number;
}

interface ReasonTally {
  lost: number;
  parked: number;
}

interface BandTally {
  readonly from: number;
  readonly to: number | null;
  silent: number;
  inStage: number;
}

/** Everything that one pass over the rows counts. Names are in lower case: Excel's COUNTIFS takes no notice of it. */
export interface Tallies {
  rows: number;
  dueToday: number;
  stuck: number;
  noNextStep: number;
  revisit: number;
  /** Customers whose next date is tomorrow. */
  tomorrow: number;
  /** Rows with an error in a key cell. */
  broken: number;
  /** Open customers of whom the days of silence, or those in their stage, are known. */
  silenceKnown: number;
  stayKnown: number;
  /** Customers whose amount is an error, and open and won ones whose amount is no number. */
  amountErrors: number;
  openWithoutAmount: number;
  wonWithoutAmount: number;
  readonly total: Tally;
  readonly owners: ReadonlyMap<string, Tally>;
  readonly stages: ReadonlyMap<string, StageTally>;
  readonly reasons: ReadonlyMap<string, ReasonTally>;
  readonly ageing: readonly BandTally[];
}

export function emptyTally(): Tally {
  return { open: 0, won: 0, lost: 0, parked: 0, overdue: 0, stale: 0, openAmount: 0, wonAmount: 0 };
}

/** Tallies at zero, for every owner, stage and reason that the Settings name. */
export function newTallies({ schema }: ReviewContext): Tallies {
  const zeroes = <T>(names: Iterable<string>, zero: () => T): ReadonlyMap<string, T> =>
    new Map([...names].map((name) => [name.toLowerCase(), zero()]));
  return {
    ...{ rows: 0, dueToday: 0, stuck: 0, noNextStep: 0, revisit: 0, tomorrow: 0, broken: 0 },
    ...{ silenceKnown: 0, stayKnown: 0, amountErrors: 0, openWithoutAmount: 0, wonWithoutAmount: 0 },
    total: emptyTally(),
    owners: zeroes(
      schema.owners.map(({ name }) => name),
      emptyTally,
    ),
    stages: zeroes(stageIndex(schema.stages).keys(), () => ({ customers: 0, stale: 0, amount: 0 })),
    reasons: zeroes(
      schema.reasons.map(({ name }) => name),
      () => ({ lost: 0, parked: 0 }),
    ),
    ageing: ageingBands(schema).map((band) => ({ ...band, silent: 0, inStage: 0 })),
  };
}

/** As what a row that is a customer counts: one that was closed later, or of which nothing can be said, as open. */
export function kindOf(state: Exclude<RowState["state"], "blank">): StageKind {
  return state === "broken" || state === "closesLater" ? "open" : state;
}

function count(tally: Tally, row: RowState, worth: number): void {
  if (row.state === "blank") return;
  const state = kindOf(row.state);
  tally[state] += 1;
  if (state === "open") tally.openAmount += worth;
  else if (state === "won") tally.wonAmount += worth;
  if (row.daysLate !== null && row.daysLate > 0) tally.overdue += 1;
  if (row.stale) tally.stale += 1;
}

function bandOf(ageing: readonly BandTally[], days: number): BandTally | undefined {
  return days < 0 ? undefined : ageing.find(({ to }) => to === null || days <= to);
}

/** Builds the function that counts one row, by what its clocks say; blank rows are no customers and must be left out. */
export function rowCounter(
  columns: ColumnMap,
  { today }: ReviewContext,
  tallies: Tallies,
): (row: readonly CellValue[], state: RowState) => void {
  const [amountColumn, sinceColumn] = [columns.get("amount"), columns.get("stageSince")];
  const { total, ageing } = tallies;
  const ownerAt = named(tallies.owners, columns.get("owner"));
  const stageAt = named(tallies.stages, columns.get("stage"));
  const reasonAt = named(tallies.reasons, columns.get("reason"));

  function countClocks({ daysLate, daysSilent, daysInStage, noNextStep, stuck }: RowState): void {
    if (daysLate === 0) tallies.dueToday += 1;
    if (daysLate === -1) tallies.tomorrow += 1;
    if (noNextStep) tallies.noNextStep += 1;
    if (stuck) tallies.stuck += 1;
    if (daysSilent !== null) tallies.silenceKnown += 1;
    if (daysInStage !== null) tallies.stayKnown += 1;
    const silent = daysSilent === null ? undefined : bandOf(ageing, daysSilent);
    if (silent) silent.silent += 1;
  }

  function countStay(row: readonly CellValue[]): void {
    const since = sinceColumn === undefined ? "" : row[sinceColumn];
    const inStage = typeof since === "number" && since >= 1 ? bandOf(ageing, today - Math.floor(since)) : undefined;
    if (inStage) inStage.inStage += 1;
  }

  function countWithoutAmount(state: RowState["state"], amount: CellValue): void {
    if (isErrorText(amount)) tallies.amountErrors += 1;
    if (state === "won") tallies.wonWithoutAmount += 1;
    else if (state !== "lost" && state !== "parked") tallies.openWithoutAmount += 1;
  }

  return (row, state) => {
    tallies.rows += 1;
    const amount = amountColumn === undefined ? 0 : (row[amountColumn] ?? "");
    const worth = typeof amount === "number" ? amount : 0;
    if (typeof amount !== "number") countWithoutAmount(state.state, amount);
    count(total, state, worth);
    const owner = ownerAt(row);
    if (owner) count(owner, state, worth);
    const stage = stageAt(row);
    if (stage) {
      stage.customers += 1;
      stage.amount += worth;
      if (state.stale) stage.stale += 1;
    }
    if (state.state === "broken") tallies.broken += 1;
    if (state.state === "open") countClocks(state);
    if (state.state === "open" || state.state === "closesLater") countStay(row);
    if (state.state !== "lost" && state.state !== "parked") return;
    const reason = reasonAt(row);
    if (reason) reason[state.state] += 1;
    if (state.revisitDays !== null && state.revisitDays >= 0) tallies.revisit += 1;
  };
}

/** Builds the function that looks up a row's tally by the name in a column; null where the Settings do not have that name. */
function named<T extends object>(
  tallies: ReadonlyMap<string, T>,
  column: number | undefined,
): (row: readonly CellValue[]) => T | null {
  if (column === undefined) return () => null;
  const tallyOf = remembered((name: CellValue) => tallies.get(String(name).toLowerCase()) ?? null);
  return (row) => tallyOf(row[column] ?? "");
}
