import { defaultField } from "../../schema/defaults";
import { ourHeaders } from "../../schema/headerNames";
import type { KnownFieldId } from "../../schema/fieldIds";
import { headerKey } from "../knownNames";
import type { ColumnProfile } from "./columnProfile";
import { fitOf, type Fit } from "./fit";
import type { Claimant } from "./guess";
import { nameCandidates, type NameCandidate } from "./nameCandidates";
import { readHeader, type HeaderReading } from "./readHeader";
import { sureScore } from "./sureness";
import { valueCandidates } from "./valueCandidates";

/** A column with the fields that its header and its cells speak for, each once. */
export interface Column {
  readonly reading: HeaderReading;
  readonly profile: ColumnProfile;
  readonly claimants: readonly Claimant[];
}

/** What is left of a name's score where the cells are of another kind. */
const unlikeShare = 0.4;
/** What cells add to a name that is not sure. Numbers can be anything. */
const added = { telling: 0.16, numbers: 0.1 } as const;
/** What is left of what cells show where the header says something else: a field, a thing that is none, or words that say no field. */
const shares = { otherField: 0.7, foreign: 0.6, otherWords: 0.8 } as const;

const ours = new Set([...ourHeaders].map(headerKey));

/** A name's score with what the cells say of it. */
function scored({ field, score }: NameCandidate, fit: Fit): number {
  if (fit === false) return score * unlikeShare;
  const { kind } = defaultField(field, null);
  // That they are dates does not tell which dates.
  if (fit === null || score >= sureScore || kind === "date") return score;
  return score + (kind === "amount" ? added.numbers : added.telling);
}

function byName(names: readonly NameCandidate[], profile: ColumnProfile): readonly Claimant[] {
  return names.map((name) => {
    const fit = fitOf(name.field, profile);
    return { field: name.field, score: scored(name, fit), because: { by: name.by, fits: fit } };
  });
}

/** What is left of what the cells show, by what the header says. */
function valueShare(named: readonly Claimant[], { concepts, hasUnknown }: HeaderReading): number {
  if (named.some(({ score }) => score >= sureScore)) return shares.otherField;
  if (concepts.has("foreign")) return shares.foreign;
  return concepts.size > 0 && !hasUnknown && named.length === 0 ? shares.otherWords : 1;
}

function byValues(named: readonly Claimant[], reading: HeaderReading, profile: ColumnProfile): readonly Claimant[] {
  const share = valueShare(named, reading);
  return valueCandidates(profile).map((claimant) => ({ ...claimant, score: claimant.score * share }));
}

/** The better of several claims of a column to one field. */
function best(claimants: readonly Claimant[]): readonly Claimant[] {
  const found = new Map<KnownFieldId, Claimant>();
  for (const claimant of claimants) {
    if ((found.get(claimant.field)?.score ?? 0) < claimant.score) found.set(claimant.field, claimant);
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** What a column may be, looked at by itself. A column that the add-in calculates is none of the team's. */
export function columnOf(header: string, profile: ColumnProfile): Column {
  const reading = readHeader(header);
  if (ours.has(headerKey(header))) return { reading, profile, claimants: [] };
  const named = byName(nameCandidates(header, reading), profile);
  return { reading, profile, claimants: best([...named, ...byValues(named, reading, profile)]) };
}

/** The column with other scores for some fields; fields that it did not speak for come in, and those with 0 go. */
export function withClaims(column: Column, ...changed: readonly Claimant[]): Column {
  const fields = new Set(changed.map(({ field }) => field));
  const kept = column.claimants.filter(({ field }) => !fields.has(field));
  return { ...column, claimants: best([...kept, ...changed.filter(({ score }) => score > 0)]) };
}

/** How sure a column is to be a field, 0 to 1. */
export function scoreFor({ claimants }: Column, field: KnownFieldId): number {
  return claimants.find((claimant) => claimant.field === field)?.score ?? 0;
}
