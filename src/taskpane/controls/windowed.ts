import { useState } from "react";

/** Rows that a long list shows at first, and adds with each press of "show more". */
export const windowSize = 100;

/** The first rows of a long list: a sheet of 10,000 rows can have as many findings, and the pane must stay quick. */
export function useWindowed<T>(items: readonly T[]): {
  readonly shown: readonly T[];
  readonly hidden: number;
  readonly showMore: () => void;
} {
  const [limit, setLimit] = useState(windowSize);
  return {
    shown: items.length > limit ? items.slice(0, limit) : items,
    hidden: Math.max(0, items.length - limit),
    showMore: () => setLimit(limit + windowSize),
  };
}
