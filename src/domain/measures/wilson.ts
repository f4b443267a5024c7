/** Both ends between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share with what it was taken of. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  /** part / whole, 0 to 1; null where the whole is 0: nothing was measured, which is not 0 %. */
  readonly rate: number | null;
  /** Where the true rate lies, 19 times in 20; null where the sample is too small to say. */
  readonly interval: Interval | null;
}

/** Samples smaller than this get counts only: an interval over nearly everything says nothing. */
export const smallestSample = 5;
/** Quantile of the normal distribution for 95 %. */
const z = 1.96;

/**
 * Wilson's score interval for `part` successes out of `whole`, 95 %.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927);
 * `(p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)`. Unlike p ± z·sd it stays within 0 and 1 at the ends.
 * @param whole at least 1
 */
export function wilson(part: number, whole: number): Interval {
  // Both terms and the scale times n, as the live formulas have it: the same roundings on both sides.
  const middle = part + (z * z) / 2;
  const spread = z * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4);
  const scale = whole + z * z;
  // At the ends the two terms cancel but for the last binary digit.
  return {
    low: part === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    high: part === whole ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

/** A rate with its interval, or with counts only where there are fewer than five cases. */
export function rateOf(part: number, whole: number): Rate {
  return {
    part,
    whole,
    rate: whole === 0 ? null : part / whole,
    interval: whole < smallestSample ? null : wilson(part, whole),
  };
}

/** How a group's rate stands against the rate of all. */
export type Standing = "above" | "below" | "notToldApart" | "tooFew";

/**
 * Compares a group with the whole that it belongs to. Only where the group's interval leaves the overall rate out can the two
 * be told apart: three wins of four are no proof against a team at 50 %.
 */
export function standingOf(group: Rate, overall: Rate): Standing {
  if (!group.interval || overall.rate === null) return "tooFew";
  if (group.interval.low > overall.rate) return "above";
  return group.interval.high < overall.rate ? "below" : "notToldApart";
}

/** True where two groups' intervals overlap, or one has none: nobody can say that one does better. */
export function cannotBeToldApart(a: Rate, b: Rate): boolean {
  if (!a.interval || !b.interval) return true;
  return a.interval.low <= b.interval.high && b.interval.low <= a.interval.high;
}

/**
 * Order for a list of rates: by the lower end of the interval, so that one win out of one does not lead; groups without
 * an interval come last, the larger first.
 */
export function byLowerBound(a: Rate, b: Rate): number {
  const [left, right] = [a.interval?.low ?? -1, b.interval?.low ?? -1];
  return right - left || b.whole - a.whole;
}
