/** One request of the rich API: actions in order over object paths, as the client library writes it. */

export const pathType = {
  global: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;
export const actionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  update: 9,
} as const;

export interface WireArguments {
  readonly values: readonly unknown[];
  /** Same shape as `values`: 0 for a plain value, otherwise the id of an object path. */
  readonly paths: readonly unknown[];
}

export interface WirePath {
  readonly type: number;
  readonly name: string;
  readonly parent: number | null;
  readonly args: WireArguments;
}

export interface WireQuery {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export interface WireAction {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly path: number | null;
  readonly args: WireArguments;
  readonly query: WireQuery;
  readonly state: Readonly<Record<string, unknown>>;
}

export interface WireBatch {
  readonly autoKeepReference: boolean;
  readonly actions: readonly WireAction[];
  readonly paths: ReadonlyMap<number, WirePath>;
}

export interface WireAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const strings = (value: unknown): readonly string[] =>
  (typeof value === "string" ? value.split(",") : list(value))
    .map((item) => String(item).trim())
    .filter((item) => item !== "");
const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

function readArguments(value: unknown): WireArguments {
  const info = record(value);
  return { values: list(info.Arguments), paths: list(info.ReferencedObjectPathIds) };
}

/** Reads the body of a request. Fields that are missing get their neutral value; the dispatcher refuses what it cannot follow. */
export function readBatch(body: unknown): WireBatch {
  const root = record(body);
  const paths = new Map<number, WirePath>();
  for (const value of Object.values(record(root.ObjectPaths))) {
    const path = record(value);
    const id = numberOrNull(path.Id);
    if (id === null) continue;
    paths.set(id, {
      type: numberOrNull(path.ObjectPathType) ?? 0,
      name: text(path.Name),
      parent: numberOrNull(path.ParentObjectPathId),
      args: readArguments(path.ArgumentInfo),
    });
  }
  const actions = list(root.Actions).map((value): WireAction => {
    const action = record(value);
    const query = record(action.QueryInfo);
    return {
      id: numberOrNull(action.Id) ?? 0,
      type: numberOrNull(action.ActionType) ?? 0,
      name: text(action.Name),
      // Actions without an object, such as traces, say 0.
      path: numberOrNull(action.ObjectPathId) || null,
      args: readArguments(action.ArgumentInfo),
      query: {
        select: strings(query.Select),
        expand: strings(query.Expand),
        top: numberOrNull(query.Top),
        skip: numberOrNull(query.Skip) ?? 0,
      },
      state: record(action.ObjectState),
    };
  });
  return { autoKeepReference: root.AutoKeepReference === true, actions, paths };
}
