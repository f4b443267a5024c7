import { isJsonObject } from "../values/jsonObject";
import { isProbe, type ProbeId } from "./probes";

/** What Excel answered, as plain data. */
export type Fact = string | number | boolean | null | readonly Fact[];
export type Facts = Readonly<Record<string, Fact>>;

/** An error is an answer too. */
export type Answer =
  { readonly kind: "facts"; readonly facts: Facts } | { readonly kind: "error"; readonly error: string };

export type Answers = ReadonlyMap<ProbeId, Answer>;

/** The answers with one more. */
export function withAnswer(answers: Answers | null, probe: ProbeId, answer: Answer): Answers {
  return new Map([...(answers ?? []), [probe, answer]]);
}

export function isFact(value: unknown): value is Fact {
  if (Array.isArray(value)) return value.every(isFact);
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function isFacts(value: Readonly<Record<string, unknown>>): value is Facts {
  return Object.values(value).every(isFact);
}

function answerOf(value: unknown): Answer | null {
  if (typeof value === "string") return { kind: "error", error: value };
  return isJsonObject(value) && isFacts(value) ? { kind: "facts", facts: value } : null;
}

/** Answers as a text to remember: facts by the probe's name, errors as bare texts. */
export function writeAnswers(answers: Answers): string {
  return JSON.stringify(
    Object.fromEntries([...answers].map(([id, answer]) => [id, answer.kind === "facts" ? answer.facts : answer.error])),
  );
}

/** Reads answers back. What an earlier version asked and this one does not know is left out; null where nothing can be read. */
export function readAnswers(text: string): Answers | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(value)) return null;
  const answers = new Map<ProbeId, Answer>();
  for (const [id, given] of Object.entries(value)) {
    const answer = answerOf(given);
    if (isProbe(id) && answer) answers.set(id, answer);
  }
  return answers.size > 0 ? answers : null;
}
