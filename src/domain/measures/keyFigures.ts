import type { FieldId } from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import type { ColumnMap } from "../followUps/records";
import type { AgeingBand, Figures, KeyFigures, OwnerFigures, ReasonFigures, StageFigures } from "./figures";
import { emptyTally, type Tallies, type Tally } from "./tallies";

/** won / (won + lost); null where nothing was closed. Source: Salesforce's standard win rate report (WON:SUM/CLOSED:SUM). */
function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

/** A figure is null where a column that it needs is not in the sheet. */
type Measured = <T>(value: T, ...needs: readonly FieldId[]) => T | null;

/** The figures that the tallies come to. @param incomplete rows that lack something that is asked for */
export function figuresOf(tallies: Tallies, incomplete: number, columns: ColumnMap, schema: Schema): Figures {
  const measured: Measured = (value, ...needs) => (needs.every((field) => columns.has(field)) ? value : null);
  return {
    rows: tallies.rows,
    key: keyFigures(tallies, incomplete, measured),
    byOwner: columns.has("owner") ? ownerFigures(tallies, schema, measured) : [],
    byStage: columns.has("stage") ? stageFigures(tallies, schema, measured) : [],
    byReason: columns.has("reason") && columns.has("stage") ? reasonFigures(tallies, schema) : [],
    ageing: tallies.ageing.map(({ from, to, silent, inStage }): AgeingBand => ({
      from,
      to,
      silent: measured(silent, "lastContact"),
      inStage: measured(inStage, "stageSince"),
    })),
  };
}

function keyFigures(tallies: Tallies, incomplete: number, measured: Measured): KeyFigures {
  const { total } = tallies;
  return {
    open: total.open,
    won: measured(total.won, "stage"),
    lost: measured(total.lost, "stage"),
    parked: measured(total.parked, "stage"),
    winRate: measured(winRate(total.won, total.lost), "stage"),
    overdue: measured(total.overdue, "nextDate"),
    dueToday: measured(tallies.dueToday, "nextDate"),
    stale: measured(total.stale, "lastContact"),
    stuck: measured(tallies.stuck, "stageSince", "stage"),
    noNextStep: measured(tallies.noNextStep, "nextDate"),
    revisit: measured(tallies.revisit, "revisitOn", "stage"),
    incomplete,
    pipelineAmount: measured(total.openAmount, "amount"),
    wonAmount: measured(total.wonAmount, "amount", "stage"),
  };
}

function ownerFigures({ owners }: Tallies, schema: Schema, measured: Measured): readonly OwnerFigures[] {
  return schema.owners.map(({ name }) => {
    const tally: Tally = owners.get(name.toLowerCase()) ?? emptyTally();
    return {
      owner: name,
      open: tally.open,
      overdue: measured(tally.overdue, "nextDate"),
      stale: measured(tally.stale, "lastContact"),
      won: tally.won,
      lost: tally.lost,
      winRate: winRate(tally.won, tally.lost),
      openAmount: measured(tally.openAmount, "amount"),
      wonAmount: measured(tally.wonAmount, "amount"),
    };
  });
}

function stageFigures({ stages }: Tallies, schema: Schema, measured: Measured): readonly StageFigures[] {
  return schema.stages.map(({ name, kind }) => {
    const stage = stages.get(name.toLowerCase());
    return {
      stage: name,
      kind,
      customers: stage?.customers ?? 0,
      stale: measured(stage?.stale ?? 0, "lastContact"),
      amount: measured(stage?.amount ?? 0, "amount"),
    };
  });
}

function reasonFigures({ reasons }: Tallies, schema: Schema): readonly ReasonFigures[] {
  return schema.reasons.map(({ name }) => ({
    reason: name,
    ...(reasons.get(name.toLowerCase()) ?? { lost: 0, parked: 0 }),
  }));
}
