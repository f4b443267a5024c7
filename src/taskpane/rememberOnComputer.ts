/** Small things that the pane remembers on this computer: choices, and what somebody has typed and not saved yet. */
export interface Memory {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

/**
 * Memory in the browser's own storage. Several add-ins share it, so keys carry the partition that Office gives, where it
 * gives one. Storage can be switched off or full: then nothing is remembered and nothing breaks.
 */
export function rememberOnComputer(partition: string | undefined): Memory {
  const named = (key: string) => `${partition ?? ""}follow-up-sheet.${key}`;
  return {
    read: (key) => {
      try {
        return localStorage.getItem(named(key));
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        localStorage.setItem(named(key), value);
      } catch {
        // Forgetting a choice is better than failing over it.
      }
    },
  };
}
