import type { FieldId } from "../schema/fieldIds";
import type { Schema } from "../schema/field";
import type { Records } from "../followUps/records";
import type { AgeingBand, Figures, KeyFigures, OwnerFigures, ReasonFigures, StageFigures } from "./figures";
import { isSilenceSeen } from "./seen";
import { emptyTally, type Tallies, type Tally } from "./tallies";
import { unreadableBy } from "./unreadable";
import { watchedStages } from "./watchedStages";

/** won / (won + lost); null where nothing was closed. Source: Salesforce's standard win rate report (WON:SUM/CLOSED:SUM). */
function winRate(won: number, lost: number): number | null {
  return won + lost === 0 ? null : won / (won + lost);
}

/** A figure is null where a column that it needs is not in the sheet, and all of them are where rows cannot be read. */
type Measured = <T>(value: T, ...needs: readonly FieldId[]) => T | null;

/** The figures that the tallies come to. @param incomplete rows that lack something that is asked for */
export function figuresOf(tallies: Tallies, incomplete: number, records: Records, schema: Schema): Figures {
  const { columns } = records;
  const unreadable = unreadableBy(records, tallies.broken);
  const measured: Measured = (value, ...needs) =>
    unreadable === null && needs.every((field) => columns.has(field)) ? value : null;
  const { total } = tallies;
  const isStaySeen = watchedStages(schema).watched.length > 0 && !(total.open > 0 && tallies.stayKnown === 0);
  const counted = keyFigures(tallies, incomplete, measured);
  const key: KeyFigures = {
    ...counted,
    stale: isSilenceSeen(records, total.open, tallies.silenceKnown) ? counted.stale : null,
    stuck: isStaySeen ? counted.stuck : null,
  };
  return {
    rows: tallies.rows,
    key,
    unreadable,
    withoutAmount: {
      open: key.pipelineAmount === null ? null : tallies.openWithoutAmount,
      won: key.wonAmount === null ? null : tallies.wonWithoutAmount,
    },
    byOwner: columns.has("owner") ? ownerFigures(tallies, schema, key, measured) : [],
    byStage: columns.has("stage") ? stageFigures(tallies, schema, key, measured) : [],
    byReason: columns.has("reason") && columns.has("stage") ? reasonFigures(tallies, schema, measured) : [],
    ageing: tallies.ageing.map(({ from, to, silent, inStage }): AgeingBand => ({
      from,
      to,
      silent: measured(silent, "lastContact"),
      inStage: measured(inStage, "stageSince"),
    })),
  };
}

function keyFigures(tallies: Tallies, incomplete: number, measured: Measured): KeyFigures {
  const { total, amountErrors } = tallies;
  const sum = (amount: number) => (amountErrors > 0 ? null : amount);
  return {
    open: measured(total.open),
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
    incomplete: measured(incomplete),
    pipelineAmount: measured(sum(total.openAmount), "amount"),
    wonAmount: measured(sum(total.wonAmount), "amount", "stage"),
  };
}

/** A part of a figure, which is no better known than the whole. */
function partOf(whole: number | null, part: number): number | null {
  return whole === null ? null : part;
}

function ownerFigures(
  { owners }: Tallies,
  schema: Schema,
  key: KeyFigures,
  measured: Measured,
): readonly OwnerFigures[] {
  return schema.owners.map(({ name }) => {
    const tally: Tally = owners.get(name.toLowerCase()) ?? emptyTally();
    return {
      owner: name,
      open: measured(tally.open),
      overdue: measured(tally.overdue, "nextDate"),
      stale: partOf(key.stale, tally.stale),
      won: measured(tally.won),
      lost: measured(tally.lost),
      winRate: measured(winRate(tally.won, tally.lost)),
      openAmount: partOf(key.pipelineAmount, tally.openAmount),
      wonAmount: partOf(key.wonAmount, tally.wonAmount),
    };
  });
}

function stageFigures(
  { stages }: Tallies,
  schema: Schema,
  key: KeyFigures,
  measured: Measured,
): readonly StageFigures[] {
  return schema.stages.map(({ name, kind }) => {
    const stage = stages.get(name.toLowerCase());
    return {
      stage: name,
      kind,
      customers: measured(stage?.customers ?? 0),
      stale: partOf(key.stale, stage?.stale ?? 0),
      amount: partOf(key.pipelineAmount, stage?.amount ?? 0),
    };
  });
}

function reasonFigures({ reasons }: Tallies, schema: Schema, measured: Measured): readonly ReasonFigures[] {
  return schema.reasons.map(({ name }) => {
    const { lost, parked } = reasons.get(name.toLowerCase()) ?? { lost: 0, parked: 0 };
    return { reason: name, lost: measured(lost), parked: measured(parked) };
  });
}
