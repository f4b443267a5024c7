export const tabs = ["today", "log", "check", "numbers", "setup"] as const;
export type Tab = (typeof tabs)[number];

/** Whose card is open, and where the focus goes when it is closed. */
export interface OpenCard {
  /** The customer's ID; blank where it has none, and is known by its row. */
  readonly id: string;
  readonly row: number;
  readonly opener: HTMLElement;
}

/** Which tab is open, and whose card over it. It lives outside components, so that a ribbon button can open one. */
export interface Navigation {
  /** The tab that somebody chose, or null while nobody has. */
  readonly chosen: () => Tab | null;
  /** Opens a tab; a card that is open goes. */
  readonly go: (tab: Tab) => void;
  readonly card: () => OpenCard | null;
  /** Shows a customer's card over the tab, or the tab again (null). */
  readonly show: (card: OpenCard | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createNavigation(): Navigation {
  let chosen: Tab | null = null;
  let card: OpenCard | null = null;
  const listeners = new Set<() => void>();
  const show = (next: OpenCard | null) => {
    card = next;
    for (const listener of listeners) listener();
  };
  return {
    chosen: () => chosen,
    go: (tab) => {
      chosen = tab;
      show(null);
    },
    card: () => card,
    show,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
