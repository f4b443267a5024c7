import type { WireBatch } from "./batch";
import type { HostObject } from "./hostObject";
import { camel } from "./members";
import type { Members } from "./members";
import type { References } from "./references";

/** One batch while it is carried out. */
export interface BatchRun {
  readonly batch: WireBatch;
  /** The object that global paths mean: the workbook. */
  readonly root: HostObject;
  /** Services by their full type name. */
  readonly services: ReadonlyMap<string, () => HostObject>;
  readonly members: Members;
  readonly references: References;
  /** Objects by the ids of their paths, as far as they are known. */
  readonly resolved: Map<number, HostObject | null>;
  /** References that this batch made, by the object. */
  readonly kept: Map<HostObject, string>;
  /** The member that is being carried out, for the error that it may end in. */
  location: string;
}

/** Notes where the batch is: errors tell of it. */
export function enter(run: BatchRun, object: HostObject, name: string): void {
  run.location = `${object.className}.${camel(name)}`;
}

/** Holds an object for the client beyond the batch. */
export function keep(run: BatchRun, object: HostObject): void {
  if (!run.kept.has(object)) run.kept.set(object, run.references.add(object));
}

/** What the client is told of an object so that it finds it again. */
export function identify(run: BatchRun, object: HostObject): Record<string, unknown> {
  const reference = run.kept.get(object);
  return { ...object.identity(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
}
