import { forget, type SettingsMemory } from "../../settings/memory";
import { entryTables } from "../../settings/tables";
import type { Records } from "../../followUps/records";
import { isBlank } from "../../values/value";
import { examples, exampleOwners } from "./examples";

/** How the ID of a row begins that came as an example: it stays with the row through sorting, saving and copying. */
const mark = "EX-";

/** The ID of an example, from a fresh one. */
export function exampleId(freshId: string): string {
  return `${mark}${freshId}`;
}

const names: ReadonlySet<string> = new Set(examples.flatMap(({ customer }) => Object.values(customer)));
const ownerNames: ReadonlySet<string> = new Set(
  Object.values(exampleOwners).flatMap((owners) => owners.map(({ name }) => name)),
);

/** True for the name of somebody whom only the examples know. */
export function isExampleOwner(name: string): boolean {
  return ownerNames.has(name.trim());
}

/** What is remembered of the Settings without those people: they are not missed once they have gone. */
export function withoutExampleOwners(memory: SettingsMemory): SettingsMemory {
  return forget(
    memory,
    [...ownerNames].map((name) => ({ table: "owners", key: entryTables.owners.keyOf(name).toLowerCase() })),
  );
}

/** The rows of a list that came as examples. */
export interface ExampleRows {
  /** Those that still are, as offsets into the body. */
  readonly rows: readonly number[];
  /** Customers' names of those that somebody has made his own by giving the customer another name. */
  readonly kept: readonly string[];
}

export function exampleRowsOf({ columns, values }: Records): ExampleRows {
  const [idColumn, nameColumn] = [columns.get("id") ?? -1, columns.get("customer") ?? -1];
  const rows: number[] = [];
  const kept: string[] = [];
  values.forEach((row, index) => {
    if (!String(row[idColumn] ?? "").startsWith(mark)) return;
    const name = row[nameColumn] ?? "";
    if (isBlank(name) || names.has(String(name).trim())) rows.push(index);
    else kept.push(String(name).trim());
  });
  return { rows, kept };
}
