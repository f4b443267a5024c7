/** What the Log tab is to open with. It lives outside components: other views and a ribbon button send people there. */
export interface LogDoor {
  /** Asks for a customer, by ID. */
  readonly ask: (customerId: string) => void;
  /** The customer that was asked for and not begun with yet. */
  readonly wanted: () => string | null;
  readonly begun: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Number of requests so far: what tells the Log tab that there is another one. */
  readonly asked: () => number;
}

export function createLogDoor(): LogDoor {
  let wanted: string | null = null;
  let count = 0;
  const listeners = new Set<() => void>();
  return {
    ask: (customerId) => {
      wanted = customerId;
      count += 1;
      for (const listener of listeners) listener();
    },
    wanted: () => wanted,
    begun: () => {
      wanted = null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asked: () => count,
  };
}
