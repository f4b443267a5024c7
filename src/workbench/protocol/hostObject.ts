/** A value, or the promise of one. Members that have to wait for the calculation answer with a promise. */
export type Awaitable<T> = T | Promise<T>;

export interface ScalarMember<T> {
  /** ExcelApi requirement set that brought the member, such as `1.9`. */
  readonly since: string;
  readonly read: (target: T) => Awaitable<unknown>;
  readonly write?: (target: T, value: unknown) => Awaitable<void>;
  /** True when `load()` without names must leave the member out, as Excel leaves out what is costly. */
  readonly onlyWhenNamed?: boolean;
}

export interface NavigationMember<T> {
  readonly since: string;
  readonly read: (target: T) => Awaitable<HostObject | null>;
}

export interface MethodMember<T> {
  readonly since: string;
  /** May answer with an object, a plain value, null for a null object, or nothing. */
  readonly call: (target: T, args: readonly unknown[]) => Awaitable<unknown>;
}

/** Members of a class by their wire names. A large class is put together of several such tables. */
export type Scalars<T> = Readonly<Record<string, ScalarMember<T>>>;
export type Methods<T> = Readonly<Record<string, MethodMember<T>>>;

/** How one class of the host answers the wire. Only what is listed here can be reached; names are the wire's (PascalCase). */
export interface ClassDescription<T> {
  readonly name: string;
  /** What the client needs to find the object again; for most classes its id. */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  /** True for classes that the client keeps by reference (`Range`, `RangeAreas`). */
  readonly keepable?: boolean;
  readonly scalars?: Scalars<T>;
  readonly navigations?: Readonly<Record<string, NavigationMember<T>>>;
  readonly methods?: Methods<T>;
  /** Items of a collection. */
  readonly items?: (target: T) => Awaitable<readonly HostObject[]>;
  /** Item of a collection by its key, or null. */
  readonly item?: (target: T, key: unknown) => Awaitable<HostObject | null>;
}

export type BoundMember =
  | {
      readonly kind: "scalar";
      readonly name: string;
      readonly since: string;
      readonly onlyWhenNamed: boolean;
      readonly read: () => Awaitable<unknown>;
      readonly write: ((value: unknown) => Awaitable<void>) | null;
    }
  | {
      readonly kind: "navigation";
      readonly name: string;
      readonly since: string;
      readonly read: () => Awaitable<HostObject | null>;
    }
  | {
      readonly kind: "method";
      readonly name: string;
      readonly since: string;
      readonly call: (args: readonly unknown[]) => Awaitable<unknown>;
    };

/** An object of the host as the dispatcher sees it: a class name and members by name, nothing else. */
export interface HostObject {
  readonly className: string;
  readonly keepable: boolean;
  readonly identity: () => Readonly<Record<string, unknown>>;
  /** Member by its wire name; capitals do not matter, since select paths come as the developer typed them. */
  readonly member: (name: string) => BoundMember | null;
  readonly scalarNames: readonly string[];
  readonly items: (() => Awaitable<readonly HostObject[]>) | null;
  readonly item: ((key: unknown) => Awaitable<HostObject | null>) | null;
}

export interface HostClass<T> {
  readonly name: string;
  readonly of: (target: T) => HostObject;
  /** The target behind an object of this class that came back as an argument; undefined for anything else. */
  readonly targetOf: (value: unknown) => T | undefined;
  /** Wire names of all members with the requirement set of each. */
  readonly surface: ReadonlyMap<string, string>;
}

const hostObjects = new WeakSet<object>();

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && hostObjects.has(value);
}

/** Makes a class of the host from its description. */
export function hostClass<T>(description: ClassDescription<T>): HostClass<T> {
  const targets = new WeakMap<object, T>();
  const scalars = description.scalars ?? {};
  const navigations = description.navigations ?? {};
  const methods = description.methods ?? {};
  const surface = new Map<string, string>();
  for (const members of [scalars, navigations, methods]) {
    for (const [name, member] of Object.entries(members)) surface.set(name, member.since);
  }
  const names = new Map([...surface.keys()].map((name) => [name.toLowerCase(), name]));
  const scalarNames = Object.keys(scalars);

  const bind = (target: T, asked: string): BoundMember | null => {
    const name = names.get(asked.toLowerCase());
    if (name === undefined) return null;
    const scalar = scalars[name];
    if (scalar) {
      const { write } = scalar;
      return {
        kind: "scalar",
        name,
        since: scalar.since,
        onlyWhenNamed: scalar.onlyWhenNamed ?? false,
        read: () => scalar.read(target),
        write: write ? (value) => write(target, value) : null,
      };
    }
    const navigation = navigations[name];
    if (navigation) return { kind: "navigation", name, since: navigation.since, read: () => navigation.read(target) };
    const method = methods[name];
    if (method) return { kind: "method", name, since: method.since, call: (args) => method.call(target, args) };
    return null;
  };

  return {
    name: description.name,
    surface,
    of: (target) => {
      const { items, item } = description;
      const object: HostObject = {
        className: description.name,
        keepable: description.keepable ?? false,
        identity: () => description.identity?.(target) ?? {},
        member: (name) => bind(target, name),
        scalarNames,
        items: items ? () => items(target) : null,
        item: item ? (key) => item(target, key) : null,
      };
      targets.set(object, target);
      hostObjects.add(object);
      return object;
    },
    targetOf: (value) => (typeof value === "object" && value !== null ? targets.get(value) : undefined),
  };
}
