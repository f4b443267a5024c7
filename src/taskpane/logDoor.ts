import type { Outcome } from "../domain/schema/field";

/** What the Log tab is to open with. It lives outside components: other views and a ribbon button send people there. */
export interface LogDoor {
  /**
   * Asks for a customer, by ID.
   * @param closing what the customer is closed as; left out where it goes on
   */
  readonly ask: (customerId: string, closing?: Outcome) => void;
  /** The customer that was asked for and not begun with yet. */
  readonly wanted: () => string | null;
  /** What that customer is to be closed as; null where nobody said so. */
  readonly closing: () => Outcome | null;
  readonly begun: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Number of requests so far: what tells the Log tab that there is another one. */
  readonly asked: () => number;
}

export function createLogDoor(): LogDoor {
  let wanted: string | null = null;
  let closing: Outcome | null = null;
  let count = 0;
  const listeners = new Set<() => void>();
  return {
    ask: (customerId, outcome) => {
      wanted = customerId;
      closing = outcome ?? null;
      count += 1;
      for (const listener of listeners) listener();
    },
    wanted: () => wanted,
    closing: () => closing,
    begun: () => {
      wanted = null;
      closing = null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asked: () => count,
  };
}
