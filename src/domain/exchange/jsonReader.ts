import { isJsonObject } from "../values/jsonObject";

/** A value with the way to it, as `text(...property(value, path, "name"))` takes it. */
export type Found = readonly [value: unknown, path: string];

/** Reads parsed JSON. What is of a wrong type is noted with its path, and something harmless is read in its place. */
export interface JsonReader {
  readonly problems: readonly { readonly path: string; readonly expected: string }[];
  readonly wrong: <T>(path: string, expected: string, instead: T) => T;
  readonly isRecord: (value: unknown) => value is { readonly [key: string]: unknown };
  /** Own properties only: a file may name `constructor`. */
  readonly get: (record: { readonly [key: string]: unknown }, key: string) => unknown;
  readonly property: (value: unknown, path: string, key: string) => Found;
  readonly text: (value: unknown, path: string) => string;
  /** A text that is not blank. */
  readonly name: (value: unknown, path: string) => string;
  readonly number: (value: unknown, path: string) => number;
  /** A number of days: 0 or more. */
  readonly days: (value: unknown, path: string) => number;
  /** A share: 0 to 1. */
  readonly share: (value: unknown, path: string) => number;
  readonly truth: (value: unknown, path: string) => boolean;
  readonly word: <T extends string>(words: readonly T[], instead: T, value: unknown, path: string) => T;
  readonly orNull: <T>(value: unknown, path: string, read: (value: unknown, path: string) => T) => T | null;
  readonly list: <T>(value: unknown, path: string, read: (value: unknown, path: string) => T) => readonly T[];
}

function get(record: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A reader with nothing noted yet. */
export function jsonReader(): JsonReader {
  const problems: { path: string; expected: string }[] = [];
  const wrong = <T>(path: string, expected: string, instead: T): T => {
    problems.push({ path, expected });
    return instead;
  };
  const numberUpTo = (most: number, expected: string) => (value: unknown, path: string) =>
    typeof value === "number" && value >= 0 && value <= most ? value : wrong(path, expected, 0);
  const text = (value: unknown, path: string) => (typeof value === "string" ? value : wrong(path, "text", ""));
  return {
    problems,
    wrong,
    isRecord: isJsonObject,
    get,
    property: (value, path, key) => {
      const where = path === "" ? key : `${path}.${key}`;
      return [isJsonObject(value) ? get(value, key) : undefined, where];
    },
    text,
    name: (value, path) => {
      const name = text(value, path);
      return name.trim() === "" && typeof value === "string" ? wrong(path, "name", name) : name;
    },
    number: (value, path) => (typeof value === "number" && Number.isFinite(value) ? value : wrong(path, "number", 0)),
    days: numberUpTo(Number.MAX_SAFE_INTEGER, "number ≥ 0"),
    share: numberUpTo(1, "number 0 – 1"),
    truth: (value, path) => (typeof value === "boolean" ? value : wrong(path, "true / false", false)),
    word: (words, instead, value, path) =>
      words.find((word) => word === value) ?? wrong(path, words.join(" / "), instead),
    orNull: (value, path, read) => (value === null ? null : read(value, path)),
    list: (value, path, read) =>
      Array.isArray(value)
        ? value.map((each: unknown, index) => read(each, `${path}[${index}]`))
        : wrong(path, "list", []),
  };
}
