import { isBlank, type CellValue } from "../cells/value";
import type { FieldId, Schema, StageKind } from "../schema/field";
import { missingFields } from "../rules/required";
import type { Records } from "../sheet/records";
import { cellAddress } from "../sheet/area";
import { stageIndex } from "../schema/knownStages";
import { clockReader, type RowState } from "./clocks";
import { dueGroups, type DueGroup, type DueItem } from "./due";
import type { Figures, KeyFigures, OwnerFigures, StageFigures } from "./figures";

interface Tally {
  open: number;
  won: number;
  lost: number;
  parked: number;
  overdue: number;
  stale: number;
}

function emptyTally(): Tally {
  return { open: 0, won: 0, lost: 0, parked: 0, overdue: 0, stale: 0 };
}

/** won / (won + lost); null where nothing was closed. Source: Salesforce's standard win rate report (WON:SUM/CLOSED:SUM). */
function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

function count(tally: Tally, row: RowState): void {
  if (row.state === "blank") return;
  if (row.state === "broken") {
    tally.open += 1;
    return;
  }
  tally[row.state] += 1;
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
 * Owners and stages are compared as Excel's COUNTIFS does, without regard to case.
 * @param today review day, serial of the workbook's date system
 */
export function measure(records: Records, schema: Schema, today: number): Measures {
  const { columns, values, area, sheet } = records;
  const read = clockReader(columns, schema, today);
  const missing = missingFields(columns, schema);
  const column = (field: FieldId) => columns.get(field);
  const [ownerColumn, stageColumn, amountColumn] = [column("owner"), column("stage"), column("amount")];
  const has = (field: FieldId) => columns.has(field);
  const total = emptyTally();
  const owners = new Map<string, Tally>(schema.owners.map(({ name }) => [name.toLowerCase(), emptyTally()]));
  const stages = new Map<string, { customers: number; amount: number }>();
  for (const key of stageIndex(schema.stages).keys()) stages.set(key, { customers: 0, amount: 0 });
  const amounts: Record<StageKind, number> = { open: 0, won: 0, lost: 0, parked: 0 };
  const due: DueItem[] = [];
  let [rows, dueToday, noNextStep, incomplete, tomorrow] = [0, 0, 0, 0, 0];

  const text = (row: readonly CellValue[], at: number | undefined) => (at === undefined ? "" : String(row[at] ?? ""));
  const goTo = column("customer") ?? 0;

  values.forEach((row, index) => {
    const state = read(row);
    if (state.state === "blank") return;
    rows += 1;
    count(total, state);
    const owner = ownerColumn === undefined ? undefined : owners.get(text(row, ownerColumn).toLowerCase());
    if (owner) count(owner, state);
    const amount = amountColumn === undefined ? 0 : row[amountColumn];
    const worth = typeof amount === "number" ? amount : 0;
    amounts[state.state === "broken" ? "open" : state.state] += worth;
    if (stageColumn !== undefined) {
      const stage = stages.get(text(row, stageColumn).toLowerCase());
      if (stage) {
        stage.customers += 1;
        stage.amount += worth;
      }
    }
    if (missing(row, state.state).length > 0) incomplete += 1;
    if (state.daysLate === 0) dueToday += 1;
    if (state.daysLate === -1) tomorrow += 1;
    if (state.noNextStep) noNextStep += 1;

    if (state.state !== "open") return;
    const groups = dueGroups.filter((group) => isIn(group, state));
    const [group, ...also] = groups;
    if (group) {
      const last = column("lastContact");
      const lastContact = last === undefined ? undefined : row[last];
      due.push({
        group,
        also,
        customer: text(row, column("customer")),
        owner: text(row, ownerColumn),
        stage: text(row, stageColumn),
        days: group === "stale" ? state.daysSilent : group === "noNextStep" ? null : state.daysLate,
        limit: state.stale ? state.staleDays : null,
        lastContact: typeof lastContact === "number" ? lastContact : null,
        note: lastWords(row, records),
        sheet,
        cell: cellAddress(area.row + index, area.column + goTo),
        row: area.row + index + 1,
      });
    }
  });

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
    noNextStep: measured(has("nextDate"), noNextStep),
    incomplete,
    pipelineAmount: measured(has("amount"), amounts.open),
    wonAmount: measured(has("amount") && has("stage"), amounts.won),
  };
  const ownerFigures = (owner: string, tally: Tally): OwnerFigures => ({
    owner,
    open: tally.open,
    overdue: measured(has("nextDate"), tally.overdue),
    stale: measured(has("lastContact"), tally.stale),
    won: tally.won,
    lost: tally.lost,
    winRate: winRate(tally.won, tally.lost),
  });
  const byOwner = (ownerColumn === undefined ? [] : schema.owners).map(({ name }) =>
    ownerFigures(name, owners.get(name.toLowerCase()) ?? emptyTally()),
  );
  const byStage = (stageColumn === undefined ? [] : schema.stages).map((stage): StageFigures => ({
    stage: stage.name,
    kind: stage.kind,
    customers: stages.get(stage.name.toLowerCase())?.customers ?? 0,
    amount: measured(has("amount"), stages.get(stage.name.toLowerCase())?.amount ?? 0),
  }));
  return {
    figures: { rows, key, byOwner, byStage },
    due: due.sort((a, b) => dueGroups.indexOf(a.group) - dueGroups.indexOf(b.group) || (b.days ?? 0) - (a.days ?? 0)),
    tomorrow,
  };
}

function isIn(group: DueGroup, row: RowState): boolean {
  switch (group) {
    case "overdue":
      return row.daysLate !== null && row.daysLate > 0;
    case "today":
      return row.daysLate === 0;
    case "stale":
      return row.stale;
    case "noNextStep":
      return row.noNextStep;
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
