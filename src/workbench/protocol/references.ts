import type { HostObject } from "./hostObject";

/** Objects that the client holds from one request to the next. */
export interface References {
  readonly add: (object: HostObject) => string;
  readonly find: (reference: string) => HostObject | null;
  readonly release: (reference: string) => void;
  readonly count: () => number;
}

export function createReferences(): References {
  const held = new Map<string, HostObject>();
  let next = 1;
  return {
    add: (object) => {
      const reference = `ref:${next++}`;
      held.set(reference, object);
      return reference;
    },
    find: (reference) => held.get(reference) ?? null,
    release: (reference) => {
      held.delete(reference);
    },
    count: () => held.size,
  };
}
