import { isRecord, pathType } from "./batch";
import type { WireArguments, WirePath } from "./batch";
import { enter } from "./batchRun";
import type { BatchRun } from "./batchRun";
import { HostError, itemNotFound } from "./hostError";
import { isHostObject } from "./hostObject";
import type { HostObject } from "./hostObject";
import { callMember } from "./memberAccess";

/**
 * The object behind a path; null for a null object. Each path is evaluated once per batch, so that a method path such as
 * `add` runs once however often its object is used.
 * @throws HostError where the path leads nowhere
 */
export async function resolvePath(run: BatchRun, id: number): Promise<HostObject | null> {
  const known = run.resolved.get(id);
  if (known !== undefined) return known;
  const object = await evaluate(run, id);
  run.resolved.set(id, object);
  return object;
}

/** The values of arguments; those that name a path are the object behind it. */
export async function readArguments(run: BatchRun, args: WireArguments): Promise<unknown[]> {
  const values: unknown[] = [];
  // One after the other: two arguments may name the same path, which must be evaluated once.
  for (const [index, value] of args.values.entries()) values.push(await readArgument(run, value, args.paths[index]));
  return values;
}

async function readArgument(run: BatchRun, value: unknown, path: unknown): Promise<unknown> {
  if (Array.isArray(path) && Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) items.push(await readArgument(run, item, path[index]));
    return items;
  }
  if (typeof path === "number" && path !== 0) return resolvePath(run, path);
  if (isRecord(value) && typeof value._ObjectPathId === "number") return resolvePath(run, value._ObjectPathId);
  return value;
}

async function evaluate(run: BatchRun, id: number): Promise<HostObject | null> {
  const path = run.batch.paths.get(id);
  if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${id}.`);
  const parent = path.parent === null ? null : await resolvePath(run, path.parent);
  // What hangs on a null object is a null object itself.
  if (path.parent !== null && parent === null) return null;
  switch (path.type) {
    case pathType.global:
      return run.root;
    case pathType.service:
      return serviceAt(run, path.name);
    case pathType.method:
      return resultOf(run, parent, path);
    case pathType.property:
      return propertyOf(run, parent, path.name);
    case pathType.indexer:
      return itemOf(run, parent, path.args);
    case pathType.reference: {
      const object = run.references.find(path.name);
      if (!object) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
      return object;
    }
    case pathType.nullObject:
      return null;
    default:
      throw new HostError("NotImplemented", `Object path type ${path.type} is not implemented.`, 501);
  }
}

function serviceAt(run: BatchRun, name: string): HostObject {
  const service = run.services.get(name);
  if (!service) throw run.members.refuse(`the service ${name}`);
  return service();
}

async function resultOf(run: BatchRun, parent: HostObject | null, path: WirePath): Promise<HostObject | null> {
  if (!parent) throw new HostError("InvalidObjectPath", "A method needs an object.");
  const value = await callMember(run, parent, path.name, await readArguments(run, path.args));
  if (value !== null && !isHostObject(value)) {
    throw new HostError("GeneralException", `${parent.className}.${path.name} gave no object.`, 500);
  }
  return value;
}

async function propertyOf(run: BatchRun, parent: HostObject | null, name: string): Promise<HostObject | null> {
  if (!parent) throw new HostError("InvalidObjectPath", "A property needs an object.");
  enter(run, parent, name);
  const member = run.members.of(parent, name);
  if (member.kind !== "navigation") throw run.members.refuse(`${run.location} as an object`);
  return member.read();
}

async function itemOf(run: BatchRun, parent: HostObject | null, args: WireArguments): Promise<HostObject> {
  run.location = `${parent?.className ?? ""}.getItem`;
  if (!parent?.item) throw run.members.refuse(run.location);
  const [key] = await readArguments(run, args);
  const item = await parent.item(key);
  if (!item) throw itemNotFound();
  return item;
}
