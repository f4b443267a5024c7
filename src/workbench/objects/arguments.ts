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
