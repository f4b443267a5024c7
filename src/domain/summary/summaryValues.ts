import { summaryText } from "./summaryText";
import type { CellInput, CellValue } from "../values/value";
import { conversionAges, promisePeriod, touchPeriod, type AllMeasures } from "../measures/allMeasures";
import { asKnown } from "../measures/asKnown";
import { ownerCare } from "../measures/ownerCare";
import { fewestDecided } from "../measures/forecast";
import type { Rate } from "../measures/wilson";
import type { Schema } from "../schema/field";
import type { WorkbookText } from "../schema/workbookText";
import type { Action } from "../workbook/action";
import { apart } from "./summaryPage";
import type { ValueGrid } from "../workbook/snapshot";

/** Name of the block of values on the Summary sheet: its heading, a hint, and a row for each line. */
export const summaryValuesName = "FU_SummaryValues";

/** One line of what Excel 2016 cannot express as a formula: written as a value, with its evidence beside it. */
export interface ValueLine {
  readonly label: string;
  /** Null where there is nothing to calculate from. */
  readonly value: number | null;
  readonly kind: "amount" | "rate" | "days" | "count";
  readonly note: string;
}

/** As many pairs of reason and stage are named; all of them stand in the pane. */
const namedLosses = 3;

/** Where customers are lost or parked, and why: the most frequent pairs. */
function lossLines(reasons: AllMeasures["reasons"], words: WorkbookText): readonly ValueLine[] {
  const { values } = summaryText[words.language];
  const pairs = reasons
    .flatMap(({ name, stages }) => stages.map(({ stage, customers }) => ({ name, stage, count: customers.length })))
    .sort((a, b) => b.count - a.count);
  const all = pairs.reduce((sum, { count }) => sum + count, 0);
  return Array.from({ length: namedLosses }, (_, index): ValueLine => {
    const pair = pairs[index];
    return {
      label: values.losses(index + 1),
      value: pair?.count ?? null,
      kind: "count",
      note: pair ? values.lossesNote(pair.name, pair.stage, all) : values.noCases,
    };
  });
}

/** `12/20 (39–78%)`; counts only where there are fewer than five cases. */
export function rateRows({ part, whole, interval }: Rate): string {
  const counts = `${part}/${whole}`;
  return interval ? `${counts} (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}%)` : counts;
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

/** The owners that have a line of their own at the end of the block. */
export interface OwnerLines {
  readonly owners: readonly string[];
  /** A block that stands keeps as many as it has, whoever joined or left since. */
  readonly lines: number;
}

/** As many lines as the page is laid out with: for each owner, and for customers of nobody. */
export function ownerLinesOf({ owners }: Pick<Schema, "owners">): OwnerLines {
  return { owners: owners.map(({ name }) => name), lines: owners.length === 0 ? 0 : owners.length + 1 };
}

/** The owners' coverage, the lowest first, with the promises kept beside it. */
function careLines({ logged }: AllMeasures, words: WorkbookText, { owners, lines }: OwnerLines): readonly ValueLine[] {
  const { values, notMeasured, noOwner } = summaryText[words.language];
  const care = logged === null ? [] : ownerCare(logged, owners);
  const counts = (rate: Rate) => (rate.whole === 0 ? notMeasured : rateRows(rate));
  return Array.from({ length: lines }, (_, index): ValueLine => {
    const own = care[index];
    return {
      label: values.care(touchPeriod, index + 1),
      value: own?.coverage.interval ? rounded(own.coverage.rate, 4) : null,
      kind: "rate",
      note: own
        ? values.careNote(own.name || noOwner, counts(own.coverage), promisePeriod, counts(own.promises))
        : logged === null
          ? values.noLog
          : "",
    };
  });
}

/** The lines of the values block, in the order they stand: always as many for as many owners, so that the page stays as it is. */
export function valueLines(measures: AllMeasures, words: WorkbookText, owners: OwnerLines): readonly ValueLine[] {
  const { values } = summaryText[words.language];
  const { forecast, cycle, logged, incidence } = measures;
  if (measures.unreadable !== null) return unknownLines(measures, words, owners);
  const { range, withoutAmount, withoutChance, bases } = forecast;
  const counted = forecast.deals - withoutAmount - withoutChance;
  const amount = (label: string, value: number | null, note: string): ValueLine => ({
    label,
    value: value === null ? null : asKnown(value, range === null ? 0 : range.high - range.low),
    kind: "amount",
    note: range === null ? values.noForecast(fewestDecided) : note,
  });
  const rate = (label: string, of: Rate | null, note: string): ValueLine => ({
    label,
    value: of?.interval ? rounded(of.rate, 4) : null,
    kind: "rate",
    note: of === null ? values.noLog : of.whole === 0 ? values.noCases : `${rateRows(of)} ${note}`,
  });
  return [
    amount(values.weighted, forecast.weighted, values.weightedNote(counted, withoutAmount, withoutChance, bases)),
    amount(values.low, range?.low ?? null, values.rangeNote),
    amount(values.high, range?.high ?? null, values.rangeNote),
    amount(values.neglected, forecast.neglected, values.neglectedNote),
    {
      label: values.velocity,
      value: measures.velocity === null ? null : asKnown(measures.velocity, measures.velocity),
      kind: "amount",
      note: values.velocityNote,
    },
    { label: values.cycle, value: rounded(cycle.median, 1), kind: "days", note: values.cycleNote(cycle.customers) },
    ...conversionAges.map((age, index): ValueLine => ({
      label: values.converted(age),
      value: rounded(measures.converted[index] ?? null, 4),
      kind: "rate",
      note: values.convertedNote(incidence.customers),
    })),
    rate(values.coverage(touchPeriod), logged?.coverage.rate ?? null, values.coverageNote),
    rate(values.onTime(promisePeriod), logged?.promises.rate ?? null, values.onTimeNote),
    {
      label: values.firstResponse,
      value: rounded(logged?.firstResponse.median ?? null, 1),
      kind: "days",
      note: logged ? values.firstResponseNote(logged.firstResponse.customers) : values.noLog,
    },
    {
      label: values.touches(touchPeriod),
      value: logged?.touches.all ?? null,
      kind: "count",
      note: logged ? values.touchesNote(logged.touches.substantive, logged.touches.customers) : values.noLog,
    },
    ...lossLines(measures.reasons, words),
    ...careLines(measures, words, owners),
  ];
}

/** The same lines while rows cannot be read: what is worked out from them is not known. */
function unknownLines(measures: AllMeasures, words: WorkbookText, owners: OwnerLines): readonly ValueLine[] {
  const { values } = summaryText[words.language];
  return valueLines({ ...measures, unreadable: null }, words, owners).map((line) => ({
    ...line,
    value: null,
    note: values.unreadable,
  }));
}

/** The block's cells: heading with the day they were calculated for, hint, and the lines. Five columns. */
export function valueCells(
  words: WorkbookText,
  lines: readonly ValueLine[],
  asOf: number,
): readonly (readonly CellInput[])[] {
  const { values, notMeasured } = summaryText[words.language];
  return [
    [values.heading, "", "", values.asOf, asOf],
    [values.hint, "", "", "", ""],
    ...lines.map(({ label, value, note }) => [label, "", "", value ?? notMeasured, apart + note]),
  ];
}

/** Columns of the block that change from day to day; the others say what the lines are. */
const firstChanging = 3;

/** True where the cells are the block: all that does not change from day to day stands there. */
export function isValuesBlock(
  { area, values }: Pick<ValueGrid, "area" | "values">,
  wanted: readonly (readonly CellInput[])[],
): boolean {
  return (
    area.rows === wanted.length &&
    wanted.every((row, r) =>
      row.every((cell, c) => c >= firstChanging || String(cell) === String(values[r]?.[c] ?? "")),
    )
  );
}

/**
 * What brings the block up to date: one small write, or null where there is nothing to do. Nothing is written where the cells
 * are not the block's any more: people's cells stay, and a set-up that is checked says what differs.
 * @param now the block as it stands
 */
export function planValues(now: ValueGrid, wanted: readonly (readonly CellInput[])[]): Action | null {
  const { area, sheet, values } = now;
  const at = (row: number, column: number): CellValue => values[row]?.[column] ?? "";
  const same = (cell: CellInput, row: number, column: number) => String(cell) === String(at(row, column));
  if (!isValuesBlock(now, wanted) || wanted.every((row, r) => row.every((cell, c) => same(cell, r, c)))) return null;
  return {
    kind: "writeCells",
    sheet,
    area: { ...area, column: area.column + firstChanging, columns: area.columns - firstChanging },
    cells: wanted.map((row) => row.slice(firstChanging)),
  };
}
