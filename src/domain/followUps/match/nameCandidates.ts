import type { KnownFieldId } from "../../schema/fieldIds";
import { namedField } from "../knownNames";
import { phrases, says, type Sureness } from "./phrases";
import { readHeader, type HeaderReading } from "./readHeader";

/** A field that a header may mean by its name alone, 0 to 1. */
export interface NameCandidate {
  readonly field: KnownFieldId;
  readonly score: number;
  readonly by: "exact" | "alias" | "words";
}

const exact = 1;
/** Of several names in use the likelier ones come first. */
const alias = (rank: number) => 0.98 - rank * 0.0002;
const scoreOf: Readonly<Record<Sureness, number>> = { sure: 0.96, standIn: 0.9, weak: 0.7 };
/** A word was taken for one that differs by a letter: near, and asked about. */
const guessedShare = 0.86;
/** The first of several that are numbered is asked about; the others are nobody's. */
const numbered = 0.84;
/** Part of the header means the field, the rest is not understood. */
const partly = 0.5;

/** How sure a header's words are that say a phrase. */
function wordScore(sureness: Sureness, reading: HeaderReading): number {
  if (reading.hasUnknown) return partly;
  const score = scoreOf[sureness] * (reading.isGuessed ? guessedShare : 1);
  return reading.concepts.has("one") ? Math.min(score, numbered) : score;
}

/** Fields that a header may mean, the best of each. */
export function nameCandidates(header: string, reading = readHeader(header)): readonly NameCandidate[] {
  const found = new Map<KnownFieldId, NameCandidate>();
  const words = new Set(reading.concepts);
  words.delete("one");
  for (const { field, sureness } of phrases.filter((phrase) => says(words, phrase))) {
    const score = wordScore(sureness, reading);
    if ((found.get(field)?.score ?? 0) < score) found.set(field, { field, score, by: "words" });
  }
  const named = namedField(header);
  const said = named && found.get(named.field);
  if (named?.rank === 0) found.set(named.field, { field: named.field, score: exact, by: "exact" });
  // A name whose words stand in for something is no surer for being in use: `status`.
  else if (named && (!said || reading.hasUnknown || said.score >= scoreOf.sure))
    found.set(named.field, { field: named.field, score: alias(named.rank), by: "alias" });
  return [...found.values()].sort((a, b) => b.score - a.score);
}
