import { invalidArgument } from "../protocol/hostError";

/** Arguments of the wire, read at the boundary. Each throws HostError InvalidArgument on a value of the wrong kind. */

export function text(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

export function optionalText(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  return text(value);
}

export function whole(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

/** True only for true; what is missing is false. */
export function flag(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

/** A value out of a list of words. @throws HostError InvalidArgument for any other */
export function oneOf<T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidArgument();
  return found;
}

/** A colour as `#RRGGBB`. */
export function color(value: unknown): string {
  const given = text(value);
  if (!/^#[0-9a-f]{6}$/i.test(given)) throw invalidArgument();
  return given.toUpperCase();
}
