import type { FieldId } from "../schema/fieldIds";
import { isBlank, type CellValue } from "../values/value";
import type { ReviewContext } from "../schema/reviewContext";
import { missingFields } from "../rules/required";
import type { Records } from "../followUps/records";
import { cellAddress } from "../workbook/area";
import { stageIndex } from "../schema/knownStages";
import { clockReader, type RowState } from "../clocks/clocks";
import { dueGroups, type DueFlag, type DueGroup, type DueItem } from "../clocks/due";
import { ageingBands, type Figures, type KeyFigures, type OwnerFigures, type StageFigures } from "./figures";
import { lastContactReader, type LastTouches } from "./lastContact";

interface Tally {
  open: number;
  won: number;
  lost: number;
  parked: number;
  overdue: number;
  stale: number;
  openAmount: number;
  wonAmount: number;
}

function emptyTally(): Tally {
  return { open: 0, won: 0, lost: 0, parked: 0, overdue: 0, stale: 0, openAmount: 0, wonAmount: 0 };
}

/** won / (won + lost); null where nothing was closed. Source: Salesforce's standard win rate report (WON:SUM/CLOSED:SUM). */
function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
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

/** What one pass over the rows gives: the figures, what wants attention, and tomorrow's number for an empty list. */
export interface Measures {
  readonly figures: Figures;
  readonly due: readonly DueItem[];
  readonly tomorrow: number;
}

/**
 * All figures of the Summary sheet and the to-do list, in one pass over the rows.
 * Amounts: numbers only are added; text and blanks are left out. A figure whose column is missing is null, never 0.
 * Owners, stages and reasons are compared as Excel's COUNTIFS does, without regard to case.
 * @param log what the log knows of last contacts: evidence for the to-do list; the clocks run from the sheet's own columns,
 * which a logged touch writes, so that the live formulas say the same
 */
export function measure(records: Records, review: ReviewContext, log: LastTouches = new Map()): Measures {
  const { schema, today } = review;
  const { columns, values, area, sheet } = records;
  const read = clockReader(columns, review);
  const missing = missingFields(columns, schema);
  const lastContactOf = lastContactReader(records, today, log);
  const column = (field: FieldId) => columns.get(field);
  const [ownerColumn, stageColumn, amountColumn] = [column("owner"), column("stage"), column("amount")];
  const [reasonColumn, typeColumn, sinceColumn] = [column("reason"), column("customerType"), column("stageSince")];
  const has = (field: FieldId) => columns.has(field);
  const total = emptyTally();
  const owners = new Map<string, Tally>(schema.owners.map(({ name }) => [name.toLowerCase(), emptyTally()]));
  const stages = new Map<string, { customers: number; stale: number; amount: number }>();
  for (const key of stageIndex(schema.stages).keys()) stages.set(key, { customers: 0, stale: 0, amount: 0 });
  const reasons = new Map<string, { lost: number; parked: number }>();
  for (const { name } of schema.reasons) reasons.set(name.toLowerCase(), { lost: 0, parked: 0 });
  const keyTypes = new Set(schema.types.flatMap(({ name, keyAccount }) => (keyAccount ? [name.toLowerCase()] : [])));
  const ageing = ageingBands.map((band) => ({ ...band, silent: 0, inStage: 0 }));
  const due: DueItem[] = [];
  let [rows, dueToday, stuck, noNextStep, revisit, incomplete, tomorrow] = [0, 0, 0, 0, 0, 0, 0];

  const text = (row: readonly CellValue[], at: number | undefined) => (at === undefined ? "" : String(row[at] ?? ""));
  const goTo = column("customer") ?? 0;

  values.forEach((row, index) => {
    const state = read(row);
    if (state.state === "blank") return;
    rows += 1;
    const amount = amountColumn === undefined ? 0 : row[amountColumn];
    const worth = typeof amount === "number" ? amount : 0;
    count(total, state, worth);
    const owner = ownerColumn === undefined ? undefined : owners.get(text(row, ownerColumn).toLowerCase());
    if (owner) count(owner, state, worth);
    if (stageColumn !== undefined) {
      const stage = stages.get(text(row, stageColumn).toLowerCase());
      if (stage) {
        stage.customers += 1;
        stage.amount += worth;
        if (state.stale) stage.stale += 1;
      }
    }
    if (missing(row, state.state).length > 0) incomplete += 1;
    if (state.state === "lost" || state.state === "parked") {
      const reason = reasonColumn === undefined ? undefined : reasons.get(text(row, reasonColumn).toLowerCase());
      if (reason) reason[state.state] += 1;
      if (state.revisitDays !== null && state.revisitDays >= 0) {
        revisit += 1;
        due.push(dueItem(row, index, state, flagsOf(state)));
      }
      return;
    }
    if (state.state !== "open") return;
    if (state.daysLate === 0) dueToday += 1;
    if (state.daysLate === -1) tomorrow += 1;
    if (state.noNextStep) noNextStep += 1;
    if (state.stuck) stuck += 1;
    if (state.daysSilent !== null) {
      const band = bandOf(state.daysSilent);
      if (band) band.silent += 1;
    }
    if (sinceColumn !== undefined) {
      const since = row[sinceColumn];
      const band = typeof since === "number" && since >= 1 ? bandOf(today - Math.floor(since)) : undefined;
      if (band) band.inStage += 1;
    }
    const flags = flagsOf(state);
    if (flags.length > 0) due.push(dueItem(row, index, state, flags));
  });

  function bandOf(days: number) {
    return days < 0 ? undefined : ageing.find(({ to }) => to === null || days <= to);
  }

  function dueItem(
    row: readonly CellValue[],
    index: number,
    state: RowState,
    [first = flagOf("noNextStep", state), ...also]: readonly DueFlag[],
  ): DueItem {
    const { day, evidence } = lastContactOf(row);
    return {
      // Not spread: with thousands of items that alone takes longer than all figures.
      group: first.group,
      days: first.days,
      limit: first.limit,
      also,
      customer: text(row, column("customer")),
      owner: text(row, ownerColumn),
      stage: text(row, stageColumn),
      lastContact: day,
      evidence,
      keyAccount: keyTypes.size > 0 && keyTypes.has(text(row, typeColumn).toLowerCase()),
      note: lastWords(row, records),
      sheet,
      cell: cellAddress(area.row + index, area.column + goTo),
      row: area.row + index + 1,
    };
  }

  const measured = <T>(yes: boolean, value: T): T | null => (yes ? value : null);
  const key: KeyFigures = {
    open: total.open,
    won: measured(has("stage"), total.won),
    lost: measured(has("stage"), total.lost),
    parked: measured(has("stage"), total.parked),
    winRate: measured(has("stage"), winRate(total.won, total.lost)),
    overdue: measured(has("nextDate"), total.overdue),
    dueToday: measured(has("nextDate"), dueToday),
    stale: measured(has("lastContact"), total.stale),
    stuck: measured(has("stageSince") && has("stage"), stuck),
    noNextStep: measured(has("nextDate"), noNextStep),
    revisit: measured(has("revisitOn") && has("stage"), revisit),
    incomplete,
    pipelineAmount: measured(has("amount"), total.openAmount),
    wonAmount: measured(has("amount") && has("stage"), total.wonAmount),
  };
  const ownerFigures = (owner: string, tally: Tally): OwnerFigures => ({
    owner,
    open: tally.open,
    overdue: measured(has("nextDate"), tally.overdue),
    stale: measured(has("lastContact"), tally.stale),
    won: tally.won,
    lost: tally.lost,
    winRate: winRate(tally.won, tally.lost),
    openAmount: measured(has("amount"), tally.openAmount),
    wonAmount: measured(has("amount"), tally.wonAmount),
  });
  const byOwner = (ownerColumn === undefined ? [] : schema.owners).map(({ name }) =>
    ownerFigures(name, owners.get(name.toLowerCase()) ?? emptyTally()),
  );
  const byStage = (stageColumn === undefined ? [] : schema.stages).map(({ name, kind }): StageFigures => {
    const stage = stages.get(name.toLowerCase());
    return {
      stage: name,
      kind,
      customers: stage?.customers ?? 0,
      stale: measured(has("lastContact"), stage?.stale ?? 0),
      amount: measured(has("amount"), stage?.amount ?? 0),
    };
  });
  const byReason = (reasonColumn === undefined || stageColumn === undefined ? [] : schema.reasons).map(({ name }) => ({
    reason: name,
    ...(reasons.get(name.toLowerCase()) ?? { lost: 0, parked: 0 }),
  }));
  return {
    figures: {
      rows,
      key,
      byOwner,
      byStage,
      byReason,
      ageing: ageing.map(({ from, to, silent, inStage }) => ({
        from,
        to,
        silent: measured(has("lastContact"), silent),
        inStage: measured(has("stageSince"), inStage),
      })),
    },
    due: due.sort(inTurn),
    tomorrow,
  };
}

const places = new Map(dueGroups.map((group, place) => [group, place]));

/** Group by group, in each the key accounts first, then who has waited longest. */
function inTurn(a: DueItem, b: DueItem): number {
  return (
    (places.get(a.group) ?? 0) - (places.get(b.group) ?? 0) ||
    Number(b.keyAccount) - Number(a.keyAccount) ||
    (b.days ?? 0) - (a.days ?? 0)
  );
}

/** Every reason for attention that a row gives, in the order of the groups. */
export function flagsOf(state: RowState): readonly DueFlag[] {
  return dueGroups.filter((group) => isIn(group, state)).map((group) => flagOf(group, state));
}

function flagOf(group: DueGroup, state: RowState): DueFlag {
  const limit = group === "stale" ? state.staleDays : group === "stuck" ? state.stuckDays : null;
  return { group, days: daysOf(group, state), limit };
}

function daysOf(group: DueGroup, row: RowState): number | null {
  switch (group) {
    case "overdue":
    case "today":
      return row.daysLate;
    case "stale":
      return row.daysSilent;
    case "stuck":
      return row.daysInStage;
    case "noNextStep":
      return null;
    case "revisit":
      return row.revisitDays;
  }
}

function isIn(group: DueGroup, row: RowState): boolean {
  switch (group) {
    case "overdue":
      return row.daysLate !== null && row.daysLate > 0;
    case "today":
      return row.daysLate === 0;
    case "stale":
      return row.stale;
    case "stuck":
      return row.stuck;
    case "noNextStep":
      return row.noNextStep;
    case "revisit":
      return row.revisitDays !== null && row.revisitDays >= 0;
  }
}

/** The words somebody wants to see before calling: the next step, else the customer's feedback, else the note. */
function lastWords(row: readonly CellValue[], { columns }: Records): string {
  for (const field of ["nextStep", "feedback", "note"] as const) {
    const at = columns.get(field);
    const value = at === undefined ? "" : (row[at] ?? "");
    if (!isBlank(value)) return String(value);
  }
  return "";
}
