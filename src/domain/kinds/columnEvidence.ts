import { mostDoubt, type ColumnAnswer, type ColumnKind, type Meaning, type Ways } from "./columnKind";

/**
 * What a text proves of its column: by answer, a letter for each different meaning and `-` for none, first without the meanings that are
 * doubted and then with more and more of them; the usual answer; `weak` for a text that proves nothing by itself. `a--|a--|a-b||` is near
 * today with its year first, and decades away with its day first.
 */
export type Proof = string;

/** How many cells of a column prove what. Texts that mean the same whatever the answer are not in it. */
export type Tally = ReadonlyMap<Proof, number>;

export const noTally: Tally = new Map();

const none = "-";

function isSame(one: Meaning, other: Meaning): boolean {
  if (typeof one === "number" || typeof other === "number") return one === other;
  return one.month === other.month && one.day === other.day && one.time === other.time && one.weekday === other.weekday;
}

/** By answer, a letter for each different meaning and `-` for none. */
function lettersIn(meanings: Ways["meanings"]): string {
  let letters = "";
  for (const meaning of meanings) {
    const first = meaning === null ? -1 : meanings.findIndex((each) => each !== null && isSame(each, meaning));
    letters += first === -1 ? none : "abc".charAt(first);
  }
  return letters;
}

/** What a text proves of its column, and what it can mean whatever the column. */
export interface Evidence {
  /** Null where every answer gives the text the same meaning. */
  readonly proof: Proof | null;
  /** The one thing that the text can mean; null where it can mean several, or its only meaning is no proof. */
  readonly only: Meaning | null;
}

export function evidenceOf({ meanings, doubts, usual, isWeak }: Ways): Evidence {
  const letters = lettersIn(meanings);
  const different = lettersOf(letters);
  const only = different.size === 1 && !isWeak ? (meanings.find((meaning) => meaning !== null) ?? null) : null;
  if (different.size === 1 && !letters.includes(none)) return { proof: null, only };
  const believed = Array.from({ length: mostDoubt + 1 }, (_, doubt) =>
    Array.from(letters, (letter, at) => ((doubts[at] ?? 0) <= doubt ? letter : none)).join(""),
  );
  return { proof: [...believed, usual ?? "", isWeak ? "weak" : ""].join("|"), only };
}

/** The tally with so many cells more, or fewer, of one proof. */
export function counted(tally: Tally, proof: Proof, cells: number): Tally {
  return new Map(tally).set(proof, (tally.get(proof) ?? 0) + cells);
}

interface Share {
  /** By how far meanings may be doubted. */
  readonly believed: readonly string[];
  readonly usual: string;
  readonly isWeak: boolean;
  readonly cells: number;
}

function sharesOf(tally: Tally): readonly Share[] {
  return [...tally].flatMap(([proof, cells]) => {
    const parts = proof.split("|");
    const [usual = "", weak] = parts.slice(mostDoubt + 1);
    return cells > 0 ? [{ believed: parts.slice(0, mostDoubt + 1), usual, isWeak: weak === "weak", cells }] : [];
  });
}

function patternOf({ believed }: Share, doubt: number): string {
  return believed[doubt] ?? "";
}

/** The places of the answers that read every cell. */
function placesReading(patterns: readonly string[]): readonly number[] {
  return Array.from(patterns[0] ?? "", (_, at) => at).filter((at) =>
    patterns.every((each) => each.charAt(at) !== none),
  );
}

function lettersOf(pattern: string): ReadonlySet<string> {
  return new Set(Array.from(pattern).filter((letter) => letter !== none));
}

/** What a column says of how it is read. */
export type Judgement =
  /** Each text means one thing by itself. */
  | { readonly kind: "plain" }
  | {
      readonly kind: "settled";
      readonly answer: ColumnAnswer;
      /** The column's own cells, the columns of the same kind beside it, a person, or what people take for granted where it hardly matters. */
      readonly by: "own" | "sister" | "answer" | "usual";
      /** Cells that can only be read so. */
      readonly cells: number;
    }
  /** Nobody can tell but a person. */
  | { readonly kind: "open"; readonly options: readonly ColumnAnswer[] };

/** A column that is judged. */
export interface JudgedColumn {
  readonly kind: ColumnKind;
  readonly tally: Tally;
  /** What a person said; null where nobody was asked. */
  readonly answer: ColumnAnswer | null;
}

/** What a column is known to be by itself. */
interface Alone {
  /** Null where the column itself leaves it open. */
  readonly judgement: Judgement | null;
  /** The answers that read all of its cells. */
  readonly possible: readonly ColumnAnswer[];
  /** What people would take for granted; null where they would not. */
  readonly usual: ColumnAnswer | null;
}

const plain: Judgement = { kind: "plain" };

/** Cells that only one answer reads. */
function proving(shares: readonly Share[], at: number, doubt: number): number {
  return shares
    .filter((share) => {
      const pattern = patternOf(share, doubt);
      return !share.isWeak && pattern.charAt(at) !== none && lettersOf(pattern).size === 1;
    })
    .reduce((sum, { cells }) => sum + cells, 0);
}

/** The answers that read any of the cells of a column that none reads as a whole. */
function readingAny(shares: readonly Share[], answers: readonly ColumnAnswer[]): readonly ColumnAnswer[] {
  return answers.filter((_, at) => shares.some((share) => patternOf(share, mostDoubt).charAt(at) !== none));
}

/** The usual answer of all of these cells; null where they have not the same one. */
function usualOf(shares: readonly Share[], possible: readonly ColumnAnswer[]): ColumnAnswer | null {
  const [first, ...others] = new Set(shares.map(({ usual }) => usual));
  return others.length > 0 ? null : (possible.find((answer) => answer === first) ?? null);
}

/** The places of the answers that read all cells, with as little doubt as they can be read. */
function leastDoubted(shares: readonly Share[]): { readonly doubt: number; readonly places: readonly number[] } {
  for (let doubt = 0; doubt < mostDoubt; doubt += 1) {
    const places = placesReading(shares.map((share) => patternOf(share, doubt)));
    if (places.length > 0) return { doubt, places };
  }
  return { doubt: mostDoubt, places: placesReading(shares.map((share) => patternOf(share, mostDoubt))) };
}

function judgeAlone({ kind: { answers }, tally, answer }: JudgedColumn): Alone {
  const shares = sharesOf(tally);
  if (shares.length === 0) return { judgement: plain, possible: answers, usual: null };
  const { doubt, places } = leastDoubted(shares);
  if (answer !== null) {
    const cells = proving(shares, answers.indexOf(answer), doubt);
    return { judgement: { kind: "settled", answer, by: "answer", cells }, possible: [answer], usual: null };
  }
  const possible = places.flatMap((at) => answers[at] ?? []);
  const isWeak = shares.some((share) => share.isWeak);
  const [first, ...more] = possible;
  if (first === undefined) {
    const isEachAlone = !isWeak && shares.every((share) => lettersOf(patternOf(share, mostDoubt)).size === 1);
    const judgement: Judgement = isEachAlone ? plain : { kind: "open", options: readingAny(shares, answers) };
    return { judgement, possible: answers, usual: null };
  }
  const differing = shares.filter((share) => new Set(places.map((at) => patternOf(share, doubt).charAt(at))).size > 1);
  const cells = more.length === 0 ? proving(shares, answers.indexOf(first), doubt) : 0;
  if (isWeak && cells === 0) return { judgement: null, possible, usual: null };
  if (differing.length > 0) return { judgement: null, possible, usual: usualOf(differing, possible) };
  const by = more.length === 0 ? "own" : "usual";
  return { judgement: { kind: "settled", answer: first, by, cells }, possible, usual: null };
}

/**
 * Judges columns by what their cells prove, then by the columns of the same kind beside them, then by what people take for granted. What
 * somebody answered for one column holds for those beside it that prove nothing.
 */
export function judgeColumns<Id>(columns: ReadonlyMap<Id, JudgedColumn>): ReadonlyMap<Id, Judgement> {
  const judged = [...columns].map(([id, { kind, ...column }]) => ({
    id,
    kind,
    alone: judgeAlone({ kind, ...column }),
  }));
  /** The one answer of this column that every column allows which proves anything of its answers. */
  const besideOf = (own: Alone, { question, answers }: ColumnKind): ColumnAnswer | null => {
    const allowed = judged
      .filter(({ kind, alone }) => kind.question === question && alone.judgement !== null)
      .filter(({ alone }) => alone.possible.length < answers.length)
      .map(({ alone }) => own.possible.filter((answer) => alone.possible.includes(answer)))
      .filter((common) => common.length > 0);
    if (allowed.length === 0) return null;
    const [only, ...others] = own.possible.filter((answer) => allowed.every((common) => common.includes(answer)));
    return only === undefined || others.length > 0 ? null : only;
  };
  return new Map(
    judged.map(({ id, kind, alone }): [Id, Judgement] => {
      if (alone.judgement !== null) return [id, alone.judgement];
      const beside = besideOf(alone, kind);
      if (beside !== null) return [id, { kind: "settled", answer: beside, by: "sister", cells: 0 }];
      if (alone.usual !== null) return [id, { kind: "settled", answer: alone.usual, by: "usual", cells: 0 }];
      // One option alone would be no question: another answer says that the cells are no such values.
      return [id, { kind: "open", options: alone.possible.length > 1 ? alone.possible : kind.answers }];
    }),
  );
}
