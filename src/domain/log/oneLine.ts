/**
 * A text as part of one line: line breaks, tabs, control characters and gaps become one space each, so that nothing that somebody typed in a cell
 * begins a line of its own.
 * @param most characters that are left of a longer text, with … behind them
 */
export function oneLine(text: string, most = Infinity): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most).join("").trimEnd()}…`;
}
