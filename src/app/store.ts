/** State that views subscribe to with `useSyncExternalStore`: a new object on each change, the same one in between. */
export interface Store<T> {
  readonly getState: () => T;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  /** Replaces the given parts of the state and tells the listeners. */
  readonly set: (change: Partial<T>) => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}
