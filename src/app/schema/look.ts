import { findFollowUps } from "../../domain/followUps/followUps";
import { driftOf, type Drift, type SettledColumns } from "../../domain/settings/drift";
import { settingsHeaders } from "../../domain/settings/settings";
import type { Reading } from "../readFollowUps";
import { createSettingsMemory, type SettingsMemoryKeeper } from "./settingsMemory";

/** What is heard of each reading of the workbook. */
export interface SchemaLook {
  readonly memory: SettingsMemoryKeeper;
  /** Finds what is not where the Settings say, without what somebody has put aside. */
  readonly look: (reading: Reading) => readonly Drift[];
  readonly putAside: (drift: Drift) => void;
}

export function createSchemaLook(): SchemaLook {
  const memory = createSettingsMemory();
  /** The columns when every one was where the Settings say. */
  let settled: SettledColumns | null = null;
  const aside = new Set<string>();
  return {
    memory,
    putAside: (drift) => void aside.add(JSON.stringify(drift)),
    look: (reading) => {
      const { book, inForce } = reading;
      memory.hear(reading);
      const headers = settingsHeaders(inForce?.settings ?? null);
      const found = inForce ? driftOf(book, headers, settled) : [];
      if (found.length === 0) {
        const table = findFollowUps(book);
        settled = table && { headers: table.headers, fields: new Set(headers.keys()) };
        aside.clear();
      }
      return found.filter((each) => !aside.has(JSON.stringify(each)));
    },
  };
}
