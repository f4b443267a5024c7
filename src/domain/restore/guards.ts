import { isJsonObject } from "../values/jsonObject";

/** Tells whether something that was read has the shape of a type. */
export type Guard<T> = (value: unknown) => value is T;
export type Guarded<G> = G extends Guard<infer T> ? T : never;

export const isText: Guard<string> = (value) => typeof value === "string";
export const isNumber: Guard<number> = (value): value is number => typeof value === "number" && Number.isFinite(value);
export const isFlag: Guard<boolean> = (value) => typeof value === "boolean";
export const isNull: Guard<null> = (value) => value === null;

export function only<const T extends string>(...texts: readonly T[]): Guard<T> {
  return (value): value is T => texts.some((text) => text === value);
}

export function either<A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> {
  return (value): value is A | B => a(value) || b(value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return either(guard, isNull);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function pairOf<A, B>(a: Guard<A>, b: Guard<B>): Guard<readonly [A, B]> {
  return (value): value is readonly [A, B] => Array.isArray(value) && value.length === 2 && a(value[0]) && b(value[1]);
}

/** An object with at least these members. */
export function shape<Guards extends Readonly<Record<string, Guard<unknown>>>>(
  guards: Guards,
): Guard<{ readonly [Key in keyof Guards]: Guarded<Guards[Key]> }> {
  const entries = Object.entries(guards);
  return (value): value is { readonly [Key in keyof Guards]: Guarded<Guards[Key]> } =>
    isJsonObject(value) && entries.every(([key, guard]) => guard(value[key]));
}
