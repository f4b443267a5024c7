import type { ColumnAnswer, ColumnKind, Meaning, Ways } from "./columnKind";

/**
 * What a text proves of its column: by answer, a letter for each different meaning and `-` for none, first without the meanings that nobody
 * has in mind and then with them; the usual answer; `weak` for a text that proves nothing. `-a-|-ab|mdy|` reads month first.
 */
export type Proof = string;

/** How many cells of a column prove what. Texts that mean the same whatever the answer are not in it. */
export type Tally = ReadonlyMap<Proof, number>;

export const noTally: Tally = new Map();

const none = "-";

function keyOf(meaning: Meaning): string {
  if (typeof meaning === "number") return String(meaning);
  const { month, day, time, weekday } = meaning;
  return `${month}/${day} ${time} ${weekday ?? ""}`;
}

/** The one thing that a text can mean, whatever its column; null where it can mean several, or its only meaning is no proof. */
export function onlyMeaning({ meanings, isWeak }: Ways): Meaning | null {
  const different = new Map(
    meanings.flatMap((meaning) => (meaning === null ? [] : [[keyOf(meaning), meaning] as const])),
  );
  const [only] = different.values();
  return different.size === 1 && only !== undefined && !isWeak ? only : null;
}

/** What a text proves; null where every answer gives it the same meaning. */
export function proofOf({ meanings, believed, usual, isWeak }: Ways): Proof | null {
  const keys = meanings.map((meaning) => (meaning === null ? null : keyOf(meaning)));
  const letters = keys.map((key) => (key === null ? none : "abc".charAt(keys.indexOf(key))));
  if (letters.every((letter, at) => letter === letters[0] && believed[at] === true)) return null;
  const likely = letters.map((letter, at) => (believed[at] === true ? letter : none));
  return [likely.join(""), letters.join(""), usual ?? "", isWeak ? "weak" : ""].join("|");
}

/** The tally with so many cells more, or fewer, of one proof. */
export function counted(tally: Tally, proof: Proof, cells: number): Tally {
  return new Map(tally).set(proof, (tally.get(proof) ?? 0) + cells);
}

interface Share {
  readonly likely: string;
  readonly letters: string;
  readonly usual: string;
  readonly isWeak: boolean;
  readonly cells: number;
}

function sharesOf(tally: Tally): readonly Share[] {
  return [...tally].flatMap(([proof, cells]) => {
    const [likely = "", letters = "", usual = "", weak] = proof.split("|");
    return cells > 0 ? [{ likely, letters, usual, isWeak: weak === "weak", cells }] : [];
  });
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
function proving(shares: readonly Share[], at: number): number {
  return shares
    .filter(({ likely, isWeak }) => !isWeak && likely.charAt(at) !== none && lettersOf(likely).size === 1)
    .reduce((sum, { cells }) => sum + cells, 0);
}

/** The answers that read any of the cells of a column that none reads as a whole. */
function readingAny(shares: readonly Share[], answers: readonly ColumnAnswer[]): readonly ColumnAnswer[] {
  return answers.filter((_, at) => shares.some(({ letters }) => letters.charAt(at) !== none));
}

/** The usual answer of all of these cells; null where they have not the same one. */
function usualOf(shares: readonly Share[], possible: readonly ColumnAnswer[]): ColumnAnswer | null {
  const [first, ...others] = new Set(shares.map(({ usual }) => usual));
  return others.length > 0 ? null : (possible.find((answer) => answer === first) ?? null);
}

function judgeAlone({ kind: { answers }, tally, answer }: JudgedColumn): Alone {
  const shares = sharesOf(tally);
  if (shares.length === 0) return { judgement: plain, possible: answers, usual: null };
  if (answer !== null) {
    const cells = proving(shares, answers.indexOf(answer));
    return { judgement: { kind: "settled", answer, by: "answer", cells }, possible: [answer], usual: null };
  }
  const likely = placesReading(shares.map((share) => share.likely));
  const patternOf = (share: Share) => (likely.length > 0 ? share.likely : share.letters);
  const places = placesReading(shares.map(patternOf));
  const possible = places.flatMap((at) => answers[at] ?? []);
  const isWeak = shares.some((share) => share.isWeak);
  const [first, ...more] = possible;
  if (first === undefined) {
    const isEachAlone = !isWeak && shares.every(({ letters }) => lettersOf(letters).size === 1);
    const judgement: Judgement = isEachAlone ? plain : { kind: "open", options: readingAny(shares, answers) };
    return { judgement, possible: answers, usual: null };
  }
  const differing = shares.filter((share) => new Set(places.map((at) => patternOf(share).charAt(at))).size > 1);
  const cells = more.length === 0 ? proving(shares, answers.indexOf(first)) : 0;
  if (isWeak && cells === 0) return { judgement: null, possible, usual: null };
  if (differing.length > 0) return { judgement: null, possible, usual: usualOf(differing, possible) };
  return {
    judgement: { kind: "settled", answer: first, by: more.length === 0 ? "own" : "usual", cells },
    possible,
    usual: null,
  };
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
