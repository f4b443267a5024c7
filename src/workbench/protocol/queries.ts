import { isRecord } from "./batch";
import type { WireQuery } from "./batch";
import { enter, identify } from "./batchRun";
import type { BatchRun } from "./batchRun";
import type { Awaitable, HostObject } from "./hostObject";
import { readMember } from "./memberAccess";
import { camel } from "./members";

const everythingOf = (select: readonly string[]): WireQuery => ({ select, expand: [], top: null, skip: 0 });

/** What `load()` asks of an object; null for a null object. */
export async function query(run: BatchRun, object: HostObject | null, asked: WireQuery): Promise<unknown> {
  if (!object) return null;
  const names = [...asked.select, ...asked.expand.map((name) => `${name}/*`)];
  return object.items
    ? queryCollection(run, object, object.items, { ...asked, select: names })
    : queryObject(run, object, names.length > 0 ? names : ["*"]);
}

/** Names that are members of the collection itself are answered for it, all others for each of its items. */
async function queryCollection(
  run: BatchRun,
  collection: HostObject,
  itemsOf: () => Awaitable<readonly HostObject[]>,
  { select: names, top, skip }: WireQuery,
): Promise<unknown> {
  const own: Record<string, unknown> = {};
  const ofItems: string[] = [];
  for (const name of names) {
    const member = name === "*" ? null : collection.member(name);
    if (member?.kind === "scalar") own[member.name] = await readMember(run, collection, name);
    else ofItems.push(name.replace(/^items\//i, ""));
  }
  if (names.length > 0 && ofItems.length === 0) return { ...identify(run, collection), ...own };
  const all = await itemsOf();
  const items: unknown[] = [];
  for (const item of all.slice(skip, top === null ? undefined : skip + top)) {
    items.push(await query(run, item, everythingOf(ofItems)));
  }
  return { ...identify(run, collection), ...own, _Items: items };
}

async function queryObject(run: BatchRun, object: HostObject, names: readonly string[]): Promise<unknown> {
  const answer = identify(run, object);
  /** What is asked of the objects that this one leads to, by their members' names. */
  const deeper = new Map<string, string[]>();
  for (const name of names) {
    const [head = "", ...rest] = name.split(/[/.]/);
    if (head === "*") {
      await addScalars(run, object, answer);
      continue;
    }
    enter(run, object, head);
    const member = run.members.of(object, head);
    if (member.kind === "navigation") {
      const paths = deeper.get(member.name) ?? [];
      deeper.set(member.name, rest.length > 0 ? [...paths, rest.join("/")] : paths);
    } else {
      answer[member.name] = await readMember(run, object, head);
    }
  }
  for (const [name, select] of deeper) {
    const member = run.members.of(object, name);
    const child = member.kind === "navigation" ? await member.read() : null;
    answer[name] = await query(run, child, everythingOf(select));
  }
  return answer;
}

/** Adds every value that the add-in may use and that is not costly. */
async function addScalars(run: BatchRun, object: HostObject, answer: Record<string, unknown>): Promise<void> {
  for (const name of object.scalarNames) {
    const member = object.member(name);
    const wanted = member?.kind === "scalar" && !member.onlyWhenNamed && run.members.isDeclared(member.since);
    if (wanted) answer[name] = await readMember(run, object, name);
  }
}

/** An answer in the shape of the `retrieve` call: camelCase names and `items`. */
export function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name === "_Items" ? "items" : name.startsWith("_") ? name : camel(name),
      asJson(part),
    ]),
  );
}
