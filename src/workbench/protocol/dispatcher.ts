import { actionType, isRecord, pathType } from "./batch";
import type { WireAnswer, WireArguments, WireBatch, WireQuery } from "./batch";
import { apiNotFound, HostError, itemNotFound } from "./hostError";
import { isHostObject } from "./hostObject";
import type { BoundMember, HostObject } from "./hostObject";

export interface DispatcherOptions {
  /** The object that global paths mean: the workbook. */
  readonly root: HostObject;
  /** Services by their full type name. */
  readonly services: ReadonlyMap<string, () => HostObject>;
  /** Newest requirement set that may be used, such as `1.14`. Members above it are refused, which the client library itself does not do. */
  readonly requirementSet: string;
}

export interface Dispatcher {
  readonly process: (batch: WireBatch) => Promise<WireAnswer>;
  /** What was asked for and is not there, in the order met. */
  readonly unknownMembers: readonly string[];
  /** References that clients still hold. */
  readonly heldReferences: () => number;
  readonly release: (reference: string) => void;
}

function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Answers batches of the rich API over any model made of host objects. Knows nothing of Excel. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const references = new Map<string, HostObject>();
  const unknownMembers: string[] = [];
  let nextReference = 1;

  const refuse = (what: string): HostError => {
    unknownMembers.push(what);
    return apiNotFound(what);
  };

  const memberOf = (object: HostObject, name: string): BoundMember => {
    const member = object.member(name);
    const title = `${object.className}.${camel(member?.name ?? name)}`;
    if (!member) throw refuse(title);
    if (isNewer(member.since, options.requirementSet)) {
      throw refuse(`${title} (it needs ExcelApi ${member.since}, the add-in declares ${options.requirementSet})`);
    }
    return member;
  };

  const process = async (batch: WireBatch): Promise<WireAnswer> => {
    const resolved = new Map<number, HostObject | null>();
    const kept = new Map<HostObject, string>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let location = "";

    const keep = (object: HostObject): string => {
      const known = kept.get(object);
      if (known !== undefined) return known;
      const reference = `ref:${nextReference++}`;
      kept.set(object, reference);
      references.set(reference, object);
      return reference;
    };

    const argument = async (value: unknown, path: unknown): Promise<unknown> => {
      if (Array.isArray(path) && Array.isArray(value)) {
        const items: unknown[] = [];
        for (const [index, item] of value.entries()) items.push(await argument(item, path[index]));
        return items;
      }
      if (typeof path === "number" && path !== 0) return resolve(path);
      if (isRecord(value) && typeof value._ObjectPathId === "number") return resolve(value._ObjectPathId);
      return value;
    };
    // One after the other: two arguments may name the same path, which must be evaluated once.
    const readArguments = async (args: WireArguments): Promise<unknown[]> => {
      const values: unknown[] = [];
      for (const [index, value] of args.values.entries()) values.push(await argument(value, args.paths[index]));
      return values;
    };

    const call = async (object: HostObject, name: string, args: readonly unknown[]): Promise<unknown> => {
      location = `${object.className}.${camel(name)}`;
      if (name === "_KeepReference") {
        keep(object);
        return null;
      }
      if (name === "_RemoveReference") {
        references.delete(String(args[0]));
        return null;
      }
      const member = memberOf(object, name);
      if (member.kind !== "method") throw refuse(`${object.className}.${camel(name)} as a method`);
      return (await member.call(args)) ?? null;
    };

    const evaluate = async (id: number): Promise<HostObject | null> => {
      const path = batch.paths.get(id);
      if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${id}.`);
      const parent = path.parent === null ? null : await resolve(path.parent);
      // What hangs on a null object is a null object itself.
      if (path.parent !== null && parent === null) return null;
      switch (path.type) {
        case pathType.global:
          return options.root;
        case pathType.service: {
          const service = options.services.get(path.name);
          if (!service) throw refuse(`the service ${path.name}`);
          return service();
        }
        case pathType.method: {
          if (!parent) throw new HostError("InvalidObjectPath", "A method needs an object.");
          const value = await call(parent, path.name, await readArguments(path.args));
          if (value !== null && !isHostObject(value)) {
            throw new HostError("GeneralException", `${parent.className}.${path.name} gave no object.`, 500);
          }
          return value;
        }
        case pathType.property: {
          if (!parent) throw new HostError("InvalidObjectPath", "A property needs an object.");
          location = `${parent.className}.${camel(path.name)}`;
          const member = memberOf(parent, path.name);
          if (member.kind !== "navigation") throw refuse(`${location} as an object`);
          return member.read();
        }
        case pathType.indexer: {
          location = `${parent?.className ?? ""}.getItem`;
          if (!parent?.item) throw refuse(location);
          const [key] = await readArguments(path.args);
          const item = await parent.item(key);
          if (!item) throw itemNotFound();
          return item;
        }
        case pathType.reference: {
          const object = references.get(path.name);
          if (!object)
            throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
          return object;
        }
        case pathType.nullObject:
          return null;
        default:
          throw new HostError("NotImplemented", `Object path type ${path.type} is not implemented.`, 501);
      }
    };

    /** Each path is evaluated once per batch, so that a method path such as `add` runs once however often its object is used. */
    const resolve = async (id: number): Promise<HostObject | null> => {
      const known = resolved.get(id);
      if (known !== undefined) return known;
      const object = await evaluate(id);
      resolved.set(id, object);
      return object;
    };

    const identify = (object: HostObject): Record<string, unknown> => {
      const reference = kept.get(object);
      return { ...object.identity(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
    };

    const query = async (object: HostObject | null, asked: WireQuery): Promise<unknown> => {
      if (!object) return null;
      const names = [...asked.select, ...asked.expand.map((name) => `${name}/*`)];
      if (object.items) {
        const own: Record<string, unknown> = {};
        const ofItems: string[] = [];
        for (const name of names) {
          const member = name === "*" ? null : object.member(name);
          if (member?.kind === "scalar") own[member.name] = await memberValue(object, name);
          else ofItems.push(name.replace(/^items\//i, ""));
        }
        if (names.length > 0 && ofItems.length === 0) return { ...identify(object), ...own };
        const all = await object.items();
        const end = asked.top === null ? undefined : asked.skip + asked.top;
        const items: unknown[] = [];
        for (const item of all.slice(asked.skip, end)) {
          items.push(await query(item, { select: ofItems, expand: [], top: null, skip: 0 }));
        }
        return { ...identify(object), ...own, _Items: items };
      }
      const answer = identify(object);
      const deeper = new Map<string, string[]>();
      for (const name of names.length > 0 ? names : ["*"]) {
        const [head = "", ...rest] = name.split(/[/.]/);
        if (head === "*") {
          for (const scalar of object.scalarNames) {
            const member = object.member(scalar);
            const wanted =
              member?.kind === "scalar" && !member.onlyWhenNamed && !isNewer(member.since, options.requirementSet);
            if (wanted) answer[scalar] = await memberValue(object, scalar);
          }
          continue;
        }
        location = `${object.className}.${camel(head)}`;
        const member = memberOf(object, head);
        if (member.kind === "navigation") {
          const paths = deeper.get(member.name) ?? [];
          deeper.set(member.name, rest.length > 0 ? [...paths, rest.join("/")] : paths);
        } else {
          answer[member.name] = await memberValue(object, head);
        }
      }
      for (const [name, select] of deeper) {
        const member = memberOf(object, name);
        const child = member.kind === "navigation" ? await member.read() : null;
        answer[name] = await query(child, { select, expand: [], top: null, skip: 0 });
      }
      return answer;
    };

    const memberValue = async (object: HostObject, name: string): Promise<unknown> => {
      location = `${object.className}.${camel(name)}`;
      const member = memberOf(object, name);
      if (member.kind !== "scalar") throw refuse(`${location} as a value`);
      return member.read();
    };

    const write = async (object: HostObject, name: string, value: unknown): Promise<void> => {
      location = `${object.className}.${camel(name)}`;
      const member = memberOf(object, name);
      if (member.kind !== "scalar" || !member.write) throw refuse(`writing ${location}`);
      await member.write(value);
    };

    let failure: WireAnswer["Error"];
    for (const [index, action] of batch.actions.entries()) {
      location = action.name;
      try {
        const object = action.path === null ? null : await resolve(action.path);
        let value: unknown = null;
        switch (action.type) {
          case actionType.instantiate:
            if (object && object.keepable && batch.autoKeepReference) keep(object);
            value = object ? identify(object) : null;
            break;
          case actionType.query:
            value = await query(object, action.query);
            break;
          case actionType.queryAsJson:
            value = asJson(await query(object, action.query));
            break;
          case actionType.method: {
            // A method on a null object does nothing; the client reports the null object when its result is read.
            const result = object ? await call(object, action.name, await readArguments(action.args)) : null;
            value = isHostObject(result) ? identify(result) : result;
            break;
          }
          case actionType.setProperty: {
            const [first] = await readArguments(action.args);
            if (object) await write(object, action.name, first);
            break;
          }
          case actionType.update:
            if (object) for (const [name, part] of Object.entries(action.state)) await write(object, name, part);
            break;
          case actionType.trace:
            // The client registers some events only when it finds its trace among the answers.
            traces.push(action.id);
            break;
          default:
            throw new HostError("NotImplemented", `Action type ${action.type} is not implemented.`, 501);
        }
        results.push({ ActionId: action.id, Value: value });
      } catch (error) {
        // What ran before the failing action stands: there is no rollback.
        if (!(error instanceof HostError)) console.error("workbench: the model failed", error);
        const known = error instanceof HostError ? error : new HostError("GeneralException", String(error), 500);
        failure = {
          Code: known.code,
          Message: known.message,
          Location: location,
          HttpStatusCode: known.httpStatus,
          ActionIndex: index,
        };
        break;
      }
    }
    // A client never gives back a reference that it was not told of, so those of a failed batch end here.
    const told = new Set(results.map((result) => (isRecord(result.Value) ? result.Value._ReferenceId : undefined)));
    for (const reference of kept.values()) if (!told.has(reference)) references.delete(reference);
    return { ...(failure ? { Error: failure } : {}), Results: results, TraceIds: traces };
  };

  return {
    process,
    unknownMembers,
    heldReferences: () => references.size,
    release: (reference) => references.delete(reference),
  };
}

/** An answer in the shape of the `retrieve` call: camelCase names and `items`. */
function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name === "_Items" ? "items" : name.startsWith("_") ? name : camel(name),
      asJson(part),
    ]),
  );
}
