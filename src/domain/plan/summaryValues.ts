import { conversionAges, promisePeriod, touchPeriod, type Overview } from "../measures/overview";
import type { Rate } from "../measures/wilson";
import type { WorkbookWords } from "../words/workbookWords";

/** One line of what Excel 2016 cannot express as a formula: written as a value, with its evidence beside it. */
export interface ValueLine {
  readonly label: string;
  /** Null where there is nothing to calculate from. */
  readonly value: number | null;
  readonly kind: "amount" | "rate" | "days" | "count";
  readonly note: string;
}

/** `12/20 (39–78%)`; counts only where there are fewer than five cases. */
export function rateEvidence({ part, whole, interval }: Rate): string {
  const counts = `${part}/${whole}`;
  return interval ? `${counts} (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}%)` : counts;
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

/** The lines of the values block, in the order they stand. */
export function valueLines(overview: Overview, words: WorkbookWords): readonly ValueLine[] {
  const { values } = words.summary;
  const { forecast, cycle, logged, incidence } = overview;
  const withAmount = forecast.deals - forecast.withoutAmount;
  const amount = (label: string, value: number | null, note: string): ValueLine => ({
    label,
    value: withAmount === 0 ? null : rounded(value, 0),
    kind: "amount",
    note,
  });
  const range = forecast.range;
  const rate = (label: string, of: Rate, note: string): ValueLine => ({
    label,
    value: of.interval ? rounded(of.rate, 4) : null,
    kind: "rate",
    note: of.whole === 0 ? values.noCases : `${rateEvidence(of)} ${note}`,
  });
  return [
    amount(values.weighted, forecast.weighted, values.weightedNote(withAmount, forecast.withoutAmount)),
    amount(values.low, range?.low ?? null, values.rangeNote),
    amount(values.high, range?.high ?? null, values.rangeNote),
    amount(values.neglected, forecast.neglected, values.neglectedNote),
    { label: values.velocity, value: rounded(overview.velocity, 0), kind: "amount", note: values.velocityNote },
    { label: values.cycle, value: rounded(cycle.median, 1), kind: "days", note: values.cycleNote(cycle.customers) },
    ...conversionAges.map((age, index): ValueLine => ({
      label: values.converted(age),
      value: rounded(overview.converted[index] ?? null, 4),
      kind: "rate",
      note: values.convertedNote(incidence.customers),
    })),
    ...(logged === null
      ? []
      : [
          rate(values.coverage(touchPeriod), logged.coverage.rate, values.coverageNote),
          rate(values.onTime(promisePeriod), logged.promises.rate, values.onTimeNote),
          {
            label: values.firstResponse,
            value: rounded(logged.firstResponse.median, 1),
            kind: "days",
            note: values.firstResponseNote(logged.firstResponse.customers),
          } as const,
          {
            label: values.touches(touchPeriod),
            value: logged.touches.all,
            kind: "count",
            note: values.touchesNote(logged.touches.substantive, logged.touches.customers),
          } as const,
        ]),
  ];
}
