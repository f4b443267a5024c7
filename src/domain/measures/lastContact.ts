import type { CellValue } from "../values/value";
import type { Touch } from "../log/touch";
import type { Records } from "../followUps/records";
import type { Evidence } from "../clocks/due";

/** The last contact of each customer that the log knows of: its day, and the log row that says so. */
export type LastTouches = ReadonlyMap<string, { readonly day: number; readonly row: number }>;

/** Looks the last contacts up in the log; a touch in the future is none. */
export function lastTouches(touches: readonly Touch[], today: number): LastTouches {
  const last = new Map<string, { readonly day: number; readonly row: number }>();
  for (const { kind, date, customerId, row } of touches) {
    if (kind !== "contact" || date === null || date >= today + 1) continue;
    const day = Math.floor(date);
    if (day >= (last.get(customerId)?.day ?? 0)) last.set(customerId, { day, row });
  }
  return last;
}

/** The day from which a row's silence is counted, and where that day stands; nulls where there was none. */
export interface LastContact {
  readonly day: number | null;
  readonly evidence: Evidence | null;
}

/** Builds the function that looks a row's last contact up. The log row is the evidence where it says the same day. */
export function lastContactReader(
  { columns }: Pick<Records, "columns">,
  today: number,
  log: LastTouches,
): (row: readonly CellValue[]) => LastContact {
  const idColumn = columns.get("id");
  const candidates = (["lastContact", "firstContact"] as const).flatMap((field) => {
    const at = columns.get(field);
    return at === undefined ? [] : [{ field, at }];
  });
  return (row) => {
    let [day, field]: [number, "lastContact" | "firstContact" | null] = [0, null];
    for (const candidate of candidates) {
      const value = row[candidate.at];
      if (typeof value !== "number" || value >= today + 1 || Math.floor(value) <= day) continue;
      [day, field] = [Math.floor(value), candidate.field];
    }
    if (field === null) return { day: null, evidence: null };
    const logged = idColumn === undefined ? undefined : log.get(String(row[idColumn] ?? ""));
    return { day, evidence: logged?.day === day ? { kind: "log", row: logged.row } : { kind: "column", field } };
  };
}
