import { remembered } from "../values/remembered";
import type { CellValue } from "../values/value";
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
    ...{ rows: 0, dueToday: 0, stuck: 0, noNextStep: 0, revisit: 0, tomorrow: 0 },
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

function count(tally: Tally, row: RowState, worth: number): void {
  if (row.state === "blank") return;
  const state = row.state === "broken" ? "open" : row.state;
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

  function countOpen(row: readonly CellValue[], { daysLate, daysSilent, noNextStep, stuck }: RowState): void {
    if (daysLate === 0) tallies.dueToday += 1;
    if (daysLate === -1) tallies.tomorrow += 1;
    if (noNextStep) tallies.noNextStep += 1;
    if (stuck) tallies.stuck += 1;
    const silent = daysSilent === null ? undefined : bandOf(ageing, daysSilent);
    if (silent) silent.silent += 1;
    const since = sinceColumn === undefined ? "" : row[sinceColumn];
    const inStage = typeof since === "number" && since >= 1 ? bandOf(ageing, today - Math.floor(since)) : undefined;
    if (inStage) inStage.inStage += 1;
  }

  return (row, state) => {
    tallies.rows += 1;
    const amount = amountColumn === undefined ? 0 : row[amountColumn];
    const worth = typeof amount === "number" ? amount : 0;
    count(total, state, worth);
    const owner = ownerAt(row);
    if (owner) count(owner, state, worth);
    const stage = stageAt(row);
    if (stage) {
      stage.customers += 1;
      stage.amount += worth;
      if (state.stale) stage.stale += 1;
    }
    if (state.state === "open") countOpen(row, state);
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
