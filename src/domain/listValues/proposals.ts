import type { StageKind } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import { knownStage, meansTheSame, stageCode, stageOf, standardNames } from "../schema/knownStages";
import type { Language } from "../values/language";
import { foldText } from "../values/text";
import { valueKey } from "../values/valueKey";
import type { ValueAnswer } from "./answers";
import type { Counted } from "./countValues";
import { placeholderOf } from "./placeholders";

/** One value of a list field: where it stands, and what is proposed for it. */
export interface ValueChoice {
  /** As the list has it, or else as it is written most often, tidied. Its `valueKey` is the one by which it is answered. */
  readonly value: string;
  readonly cells: number;
  /** As it stands in the cells, the most frequent first. */
  readonly spellings: readonly string[];
  readonly proposal: ValueAnswer;
  readonly because: "same" | "spelling" | "synonym" | "placeholder" | "code" | "unknown";
  /** True where a person should look. */
  readonly asked: boolean;
  /** Another person's name that differs in an inner space alone: nobody is made another person unasked. */
  readonly like: string | null;
}

/** What a field's values are held against. */
export interface Frame {
  readonly field: FieldId;
  readonly language: Language;
  /** Entries of the list that there is already. */
  readonly entries: readonly string[];
  /** True where that list is one of the Settings: nothing is added to it unasked. */
  readonly closed: boolean;
  readonly people: boolean;
  /** The kind of a stage on that list. */
  readonly kindOf: (stage: string) => StageKind;
}

type Proposal = Pick<ValueChoice, "proposal" | "because" | "asked"> & Partial<Pick<ValueChoice, "value" | "like">>;

const become = (entry: string): ValueAnswer => ({ kind: "entry", entry });
const blank: ValueAnswer = { kind: "blank" };
const leave: ValueAnswer = { kind: "leave" };
const own: ValueAnswer = { kind: "own", stage: null };

/** The first text of each look, in which white space makes no difference. */
function byLook(texts: readonly string[]): ReadonlyMap<string, string> {
  const looks = new Map<string, string>();
  for (const text of texts) if (!looks.has(foldText(text))) looks.set(foldText(text), text);
  return looks;
}

/** The entry of a list that a stage's name means: the one of that very meaning, or the only one at its place in the pipeline. */
function listedStage(name: string, entries: readonly string[]): string | null {
  const same = entries.find((entry) => meansTheSame(entry, name));
  if (same !== undefined) return same;
  const suggested = knownStage(name);
  const [only, ...others] = suggested ? entries.filter((entry) => knownStage(entry) === suggested) : [];
  return only !== undefined && others.length === 0 ? only : null;
}

function stageProposal({ value, exact }: Counted): Proposal {
  const proposal: ValueAnswer = { kind: "own", stage: stageOf(value).kind };
  const isKnown = knownStage(value) !== null;
  const code = stageCode(value);
  if (code) {
    // Odds between nothing and all are of an open stage; what else a bare number means only the team can say.
    const isOpenOdds = code.percent && code.number > 0 && code.number < 100;
    return { proposal, because: "code", asked: !isKnown && !isOpenOdds };
  }
  if (!isKnown) return { proposal, because: "unknown", asked: true };
  return { proposal, because: exact ? "same" : "spelling", asked: false };
}

/**
 * What is proposed for each value of a column. A team's own names are kept: a value becomes another one only where that is on the
 * list or in use on the sheet.
 * @param used values and entries that stay, the most frequent first: what a value may be another writing of
 */
export function proposing(frame: Frame, used: readonly string[]): (counted: Counted) => ValueChoice {
  const { field, language, entries, closed, people, kindOf } = frame;
  const listed = new Map(entries.map((entry) => [valueKey(entry), entry]));
  const looks = byLook([...entries, ...(closed ? [] : used)]);
  const usedLooks = byLook(used);

  /** Another value of the same meaning that is on the list or in use. */
  const synonym = (value: string): string | null => {
    if (closed) return listedStage(value, entries);
    for (const standard of standardNames(value, language)) {
      const inUse = usedLooks.get(foldText(standard));
      if (inUse !== undefined) return valueKey(inUse) === valueKey(value) ? null : inUse;
    }
    return null;
  };
  const placeholder = (key: string): Proposal | null => {
    const found = placeholderOf(field, key);
    if (found === null) return null;
    if (found === "unclear") return { proposal: closed ? leave : own, because: "unknown", asked: true };
    return { proposal: blank, because: "placeholder", asked: found === "likely" };
  };
  const anotherWriting = ({ key, value }: Counted): Proposal | null => {
    const twin = looks.get(foldText(value));
    if (twin === undefined || valueKey(twin) === key) return null;
    if (people) return { proposal: closed ? leave : own, because: "spelling", asked: true, like: twin };
    return { proposal: become(twin), because: "spelling", asked: false };
  };
  const proposalOf = (counted: Counted): Proposal => {
    const { key, value, exact } = counted;
    const entry = listed.get(key);
    if (entry !== undefined) {
      const because = exact && value === entry ? "same" : "spelling";
      const proposal: ValueAnswer = field === "stage" ? { kind: "own", stage: kindOf(entry) } : own;
      return { value: entry, proposal, because, asked: false };
    }
    const found = placeholder(key) ?? anotherWriting(counted);
    if (found) return found;
    const target = field === "stage" ? synonym(value) : null;
    if (target !== null) return { proposal: become(target), because: "synonym", asked: true };
    if (closed) return { proposal: leave, because: "unknown", asked: true };
    if (field === "stage") return stageProposal(counted);
    // A co-owner who owns nothing: one of the team, or somebody from outside.
    if (entries.length > 0) return { proposal: own, because: "unknown", asked: true };
    return { proposal: own, because: exact ? "same" : "spelling", asked: false };
  };
  return (counted) => {
    const { value, cells, spellings } = counted;
    return { value, cells, spellings, like: null, ...proposalOf(counted) };
  };
}
