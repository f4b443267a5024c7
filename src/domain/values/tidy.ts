/** Marks that no reader sees: they come along when text is copied from chats, address books and web pages. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const rareNoise = /[\s\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/;
const wideLettersAndDigits = /[０-９Ａ-Ｚａ-ｚ]/g;
/** How far the letters and digits of the full-width block are from the plain ones. */
const wideOffset = 0xfee0;

/** White space, control characters and invisible marks. By code unit, because it is asked for every cell of a sheet. */
function isNoise(code: number): boolean {
  if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff) return true;
  return code >= 0x1680 && code < 0x2070 && rareNoise.test(String.fromCharCode(code));
}

function isWide(code: number): boolean {
  const plain = code - wideOffset;
  return (plain >= 48 && plain <= 57) || (plain >= 65 && plain <= 90) || (plain >= 97 && plain <= 122);
}

/** True when `tidyText` would change the text. */
export function isUntidy(text: string): boolean {
  const { length } = text;
  if (length === 0) return false;
  if (isNoise(text.charCodeAt(0)) || isNoise(text.charCodeAt(length - 1))) return true;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > wideOffset && isWide(code)) return true;
  }
  return false;
}

/** The same text without spaces and invisible marks at its ends. */
export function trimmedText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isNoise(text.charCodeAt(start))) start += 1;
  while (end > start && isNoise(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The same text without spaces and invisible marks at its ends, and with full-width letters and digits in half width.
 * Full-width punctuation stays: in Chinese text it is right.
 */
export function tidyText(text: string): string {
  return trimmedText(text).replace(wideLettersAndDigits, (character) =>
    String.fromCharCode(character.charCodeAt(0) - wideOffset),
  );
}

/** Text that is no prose (a number, a date, an address): tidy, in half width throughout, without invisible marks anywhere. */
export function plainText(text: string): string {
  return tidyText(text).replace(invisible, "").normalize("NFKC").trim();
}

/** True for a text of which nothing can be seen; a blank cell is none. */
export function looksBlank(text: string): boolean {
  return text !== "" && isNoise(text.charCodeAt(0)) && plainText(text) === "";
}

/** The text of one entry of a list: tidy, without invisible marks anywhere, and one plain space for each gap. */
export function entryText(text: string): string {
  return tidyText(text.replace(invisible, "").replace(/\s+/g, " "));
}

const guardedText = /^=\s*"([^"]*)"$/;
const guardedDigits = /^'([+(]?\d(?:[^a-z]|[tz](?![a-z]))*)$/i;

/**
 * The text without the marks by which programs keep digits from becoming a number: `="0138"` and `'0138`. They stand there as
 * letters where a file was not opened by the program that they are meant for. A name such as '90s Diner keeps its apostrophe.
 */
export function unguarded(text: string): string {
  const tidy = tidyText(text);
  const start = tidy.charCodeAt(0);
  if (start !== 0x27 && start !== 0x3d) return text;
  const [, inner] = guardedText.exec(tidy) ?? guardedDigits.exec(tidy) ?? [];
  return inner ?? text;
}
