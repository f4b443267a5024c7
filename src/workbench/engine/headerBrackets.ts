/** Characters that the lexer takes for brackets wherever they stand, and what stands for them inside a column name. */
const brackets = "(){}";
const standIns = "\uE001\uE002\uE003\uE004";

/** Puts stand-ins for brackets inside `[…]`; of the same length, so that positions in the formula stay right. */
export function hideBracketsInHeaders(formula: string): string {
  let depth = 0;
  let quoted = false;
  let out = "";
  for (let i = 0; i < formula.length; i++) {
    const letter = formula.charAt(i);
    if (depth === 0 && letter === '"') quoted = !quoted;
    if (!quoted && letter === "[") depth += 1;
    if (!quoted && letter === "]" && depth > 0) depth -= 1;
    const at = depth > 0 ? brackets.indexOf(letter) : -1;
    out += at < 0 ? letter : standIns.charAt(at);
  }
  return out;
}

/** The text with its brackets back. */
export const showBrackets = (text: string): string =>
  text.replace(/[\uE001-\uE004]/g, (letter) => brackets.charAt(standIns.indexOf(letter)));
