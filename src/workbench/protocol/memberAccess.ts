import { enter, keep } from "./batchRun";
import type { BatchRun } from "./batchRun";
import type { HostObject } from "./hostObject";

/** @throws HostError ApiNotFound for what is no value */
export async function readMember(run: BatchRun, object: HostObject, name: string): Promise<unknown> {
  enter(run, object, name);
  const member = run.members.of(object, name);
  if (member.kind !== "scalar") throw run.members.refuse(`${run.location} as a value`);
  return member.read();
}

/** @throws HostError ApiNotFound for what cannot be written */
export async function writeMember(run: BatchRun, object: HostObject, name: string, value: unknown): Promise<void> {
  enter(run, object, name);
  const member = run.members.of(object, name);
  if (member.kind !== "scalar" || !member.write) throw run.members.refuse(`writing ${run.location}`);
  await member.write(value);
}

/** Calls a method; nothing is answered with null. @throws HostError ApiNotFound for what is no method */
export async function callMember(
  run: BatchRun,
  object: HostObject,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  enter(run, object, name);
  if (name === "_KeepReference") {
    keep(run, object);
    return null;
  }
  if (name === "_RemoveReference") {
    run.references.release(String(args[0]));
    return null;
  }
  const member = run.members.of(object, name);
  if (member.kind !== "method") throw run.members.refuse(`${run.location} as a method`);
  return (await member.call(args)) ?? null;
}
