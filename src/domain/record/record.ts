import { isList, isObject, listOf, objectOf, textOf, type Json, type JsonObject } from "./anonymise";

/** Where a record was made. */
export interface RecordedHost {
  readonly build: string;
  readonly platform: string;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** Newest supported version of each requirement set, such as `ExcelApi 1.17`. */
  readonly sets: readonly string[];
}

/** One request and its answer, without what people wrote. */
export interface Exchange {
  readonly asked: JsonObject;
  /** Null where the request as a whole was refused. */
  readonly answered: JsonObject | null;
  /** Code of the error that refused the whole request; null where it was answered. */
  readonly refused: string | null;
}

export interface ExcelRecord {
  readonly host: RecordedHost;
  /** Day and time at which it was begun, local, such as `2026-08-07 10:42`. */
  readonly made: string;
  readonly exchanges: readonly Exchange[];
  /** Exchanges that were not written down any more, since the record had become too long. */
  readonly left: number;
}

const version = 1;
/** First member of a record's first line: by it a text is known as a record. */
const mark = "followUpSheetRecord";

export function firstLine(host: RecordedHost, made: string): string {
  return JSON.stringify({ [mark]: version, made, ...host });
}

export function exchangeLine(exchange: Exchange): string {
  return JSON.stringify(exchange);
}

/** Closes a record: a text without it was cut off on its way. */
export function lastLine(exchanges: number, left: number): string {
  return JSON.stringify({ end: true, exchanges, left });
}

export type ReadRecord =
  | { readonly ok: true; readonly record: ExcelRecord }
  | {
      readonly ok: false;
      /** Not a record; one of a later version of the add-in; one that lost its end; one with a line (from 1) that cannot be read. */
      readonly problem: "noRecord" | "version" | "cut" | "line";
      readonly line: number;
    };

function parseLine(line: string): JsonObject | null {
  try {
    const value: Json = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function exchangeOf(line: JsonObject): Exchange | null {
  const { asked, answered, refused } = line;
  if (!isObject(asked)) return null;
  if (isObject(answered)) return { asked, answered, refused: null };
  return typeof refused === "string" ? { asked, answered: null, refused } : null;
}

/** Reads a record's text. Blank lines and what a mail puts around it are passed over at both ends. */
export function readRecord(text: string): ReadRecord {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.includes(`"${mark}"`));
  const header = first < 0 ? null : parseLine(lines[first] ?? "");
  if (!header) return { ok: false, problem: "noRecord", line: 1 };
  if (header[mark] !== version) return { ok: false, problem: "version", line: first + 1 };
  const exchanges: Exchange[] = [];
  for (const [index, text] of lines.entries()) {
    if (index <= first || text.trim() === "") continue;
    const line = parseLine(text);
    if (line?.["end"] === true) {
      const { build, platform, displayLanguage, contentLanguage, sets, made } = header;
      if (line["exchanges"] !== exchanges.length) return { ok: false, problem: "cut", line: index + 1 };
      const host = {
        build: textOf(build),
        platform: textOf(platform),
        displayLanguage: textOf(displayLanguage),
        contentLanguage: textOf(contentLanguage),
        sets: isList(sets) ? sets.map(textOf) : [],
      };
      const left = typeof line["left"] === "number" ? line["left"] : 0;
      return { ok: true, record: { host, made: textOf(made), exchanges, left } };
    }
    const exchange = line && exchangeOf(line);
    if (!exchange) return { ok: false, problem: "line", line: index + 1 };
    exchanges.push(exchange);
  }
  return { ok: false, problem: "cut", line: lines.length };
}

/** Results of an answer by the numbers of their actions. */
export function resultsOf(answered: JsonObject): ReadonlyMap<Json, Json> {
  return new Map(
    listOf(answered["Results"]).map((result) => {
      const { ActionId, Value } = objectOf(result);
      return [ActionId ?? null, Value ?? null];
    }),
  );
}
