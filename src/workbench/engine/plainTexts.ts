/** Texts remembered at most; with more different ones it starts anew. */
const mostTexts = 50_000;

/** The same question about a text, asked once of each: Univer tries every text as a date and a number over and over. */
export function rememberTexts(isPlain: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = isPlain(text);
    if (known.size >= mostTexts) known.clear();
    known.set(text, answer);
    return answer;
  };
}
