/** Fewest and most digits of an estimate: one would be too coarse to plan by, a fourth is never known. */
const [fewest, most] = [2, 3] as const;

/**
 * An estimated amount as far as it is known, in whole units of money: digits that its range leaves open are noughts.
 * @param width how far the ends of its range lie apart; 0 where it has none
 */
export function asKnown(amount: number, width: number): number {
  if (amount === 0) return 0;
  const size = Math.floor(Math.log10(Math.abs(amount)));
  const open = width > 0 ? Math.floor(Math.log10(width)) - 1 : size;
  const unit = 10 ** Math.max(0, Math.min(size - fewest + 1, Math.max(size - most + 1, open)));
  return Math.round(amount / unit) * unit;
}
