import type { Field } from "../schema/field";
import type { CellRule } from "./kind";

/** One place of a pattern: a letter, any letter (`?`) or any number of letters (`*`). */
type Token = { readonly letter: string } | "one" | "any";

/** Excel's wildcards; `~` in front of one makes it an ordinary letter. */
function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  const letters = [...pattern.toLowerCase()];
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? "";
    const next = letters[index + 1] ?? "";
    if (letter === "~" && /[*?~]/.test(next)) {
      tokens.push({ letter: next });
      index += 1;
    } else if (letter === "?") tokens.push("one");
    else if (letter !== "*") tokens.push({ letter });
    else if (tokens.at(-1) !== "any") tokens.push("any");
  }
  return tokens;
}

/**
 * Builds the function that tells whether a whole text fits a pattern with Excel's wildcards, without regard to case. It goes
 * back to the last `*` only, so that no pattern takes long.
 */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const tokens = tokensOf(pattern);
  return (text) => {
    const letters = [...text.toLowerCase()];
    let [at, place] = [0, 0];
    let [star, resume] = [-1, 0];
    while (at < letters.length) {
      const token = tokens[place];
      if (token === "any") {
        star = place;
        resume = at;
        place += 1;
      } else if (token === "one" || (typeof token === "object" && token.letter === letters[at])) {
        at += 1;
        place += 1;
      } else if (star >= 0) {
        resume += 1;
        at = resume;
        place = star + 1;
      } else return false;
    }
    return tokens.slice(place).every((token) => token === "any");
  };
}

/** Values that do not fit the field's pattern. */
export function patternRule({ pattern }: Field): CellRule | null {
  if (pattern === null) return null;
  const fits = wildcardMatcher(pattern);
  return (value) => (fits(String(value)) ? null : { rule: "pattern", pattern });
}
