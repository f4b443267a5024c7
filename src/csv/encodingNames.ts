/** The encodings that a text file is looked for in. Browsers and Node read all of them. */
export const encodingNames = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1252",
  "windows-1251",
] as const;

export type EncodingName = (typeof encodingNames)[number];

export function isEncodingName(text: string): text is EncodingName {
  return encodingNames.some((name) => name === text);
}
