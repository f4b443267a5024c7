import { countingName } from "../../domain/schema/settingsNames";
import {
  decodeMemory,
  mergeMemories,
  remember,
  type SettingsMemory,
  type StandingSettings,
} from "../../domain/settings/memory";
import { valueOfName } from "../../domain/workbook/namedCells";
import type { BookSnapshot } from "../../domain/workbook/snapshot";
import type { WorkbookPort } from "../ports";
import type { Reading } from "../readFollowUps";

/**
 * What the Settings said when they could last be read. The workbook keeps it as of the last change of the add-in; what was typed into the
 * Settings since is remembered while the pane is open.
 */
export interface SettingsMemoryKeeper {
  /** Null before anything was read. */
  readonly now: () => SettingsMemory | null;
  readonly hear: (reading: Pick<Reading, "book" | "settings" | "inForce">) => void;
  /** Adds what the workbook keeps; it is read once. */
  readonly recall: (port: Pick<WorkbookPort, "readWorkbook" | "readValues">, book: BookSnapshot) => Promise<void>;
  readonly set: (memory: SettingsMemory) => void;
  /** Begins anew: the Settings are as they were at another time. */
  readonly drop: () => void;
}

/** The Settings of a reading as the memory takes them; null where there are none. */
export function standingIn({
  book,
  settings,
  inForce,
}: Pick<Reading, "book" | "settings" | "inForce">): StandingSettings | null {
  if (!settings || !inForce) return null;
  const counting = valueOfName(book, settings, countingName) ?? null;
  return { book, grid: settings, issues: inForce.issues, counting };
}

export function createSettingsMemory(): SettingsMemoryKeeper {
  let memory: SettingsMemory | null = null;
  let isRecalled = false;
  return {
    now: () => memory,
    hear: (reading) => {
      const standing = standingIn(reading);
      if (standing) memory = remember(memory, standing);
    },
    recall: async (port, book) => {
      if (isRecalled) return;
      const { readSettingsText } = await import("../restore/keep");
      const text = await readSettingsText(port, book);
      if (!text.ok || text.value === null) return;
      isRecalled = true;
      const stored = decodeMemory(text.value);
      if (stored) memory = memory ? mergeMemories(stored, memory) : stored;
    },
    set: (next) => (memory = next),
    drop: () => {
      memory = null;
      isRecalled = false;
    },
  };
}
