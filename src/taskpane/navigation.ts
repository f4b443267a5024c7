export const tabs = ["today", "log", "check", "numbers", "setup"] as const;
export type Tab = (typeof tabs)[number];

/** Which tab is open. It lives outside components, so that a ribbon button can open one. */
export interface Navigation {
  /** The tab that somebody chose, or null while nobody has. */
  readonly chosen: () => Tab | null;
  readonly go: (tab: Tab) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNavigation(): Navigation {
  let chosen: Tab | null = null;
  const listeners = new Set<() => void>();
  return {
    chosen: () => chosen,
    go: (tab) => {
      chosen = tab;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
