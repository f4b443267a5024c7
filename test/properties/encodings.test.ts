/**
 * How often a text file's encoding is found. The texts are what TypeScript says in ten languages: sentences of no customer list, which
 * nobody here wrote. Each is saved in the encodings of its language, in the shapes that files have.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { decodeAs, guessEncoding } from "../../src/csv/encoding";
import type { EncodingName } from "../../src/csv/encodingNames";
import { projectRoot } from "../../src/workbench/cli/build";
import { canEncode, encodeText } from "../support/encodeText";

const languages: readonly (readonly [language: string, encodings: readonly EncodingName[]])[] = [
  ["zh-cn", ["gb18030", "utf-16le", "utf-16be", "utf-8"]],
  ["zh-tw", ["big5", "utf-16le", "utf-16be", "utf-8"]],
  ["ja", ["shift_jis", "euc-jp", "utf-16le", "utf-8"]],
  ["ko", ["euc-kr", "utf-16be", "utf-8"]],
  ["de", ["windows-1252", "utf-8"]],
  ["fr", ["windows-1252", "utf-16le", "utf-8"]],
  ["es", ["windows-1252"]],
  ["it", ["windows-1252"]],
  ["pt-br", ["windows-1252"]],
  ["ru", ["windows-1251", "utf-16be", "utf-8"]],
];

function sentencesIn(language: string): readonly string[] {
  const file = path.join(projectRoot, `node_modules/typescript/lib/${language}/diagnosticMessages.generated.json`);
  const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.values(messages)
    .map((message) => message.replace(/[\r\n]/g, " "))
    .filter((message) => /[^\0-\x7f]/.test(message));
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const begin = (sentence: string): string => [...sentence].slice(0, 14).join("");

/** Files made of sentences; `next` gives another one each time. */
const shapes: Readonly<Record<string, (next: () => string) => string>> = {
  text: (next) => range(30).map(next).join("\n"),
  markup: (next) =>
    `<html><body class="main">\n${range(10)
      .map((n) => `<p id="p${n}"><a href="http://example.org/?id=${n}">${next()}</a></p>\n<hr/>\n`)
      .join("")}</body></html>`,
  "one line": (next) => next(),
  "three rows": (next) =>
    `Name,Owner,Stage\r\n${range(3)
      .map(() => `${begin(next())},${begin(next())},Won\r\n`)
      .join("")}`,
  list: (next) =>
    range(30)
      .map((n) => `${begin(next())},C-${n},2026-08-01,${n * 1000}\r\n`)
      .join(""),
  "one name in 5 KB": (next) =>
    `${range(120)
      .map((n) => `Customer ${n},C-${n},2026-08-01,Negotiation\r\n`)
      .join("")}${begin(next())},C-121,2026-08-01,Won\r\n`,
};

/** One byte of the file, in the middle of a line beyond ASCII, becomes one that no text has. */
function withBrokenByte(bytes: Uint8Array): Uint8Array {
  const at = bytes.findIndex((byte, index) => byte > 0x7f && index > 20);
  return bytes.map((byte, index) => (index === at ? 0xff : byte));
}

interface Tally {
  right: number;
  all: number;
}

function tallyOf(found: Map<string, Tally>, key: string): Tally {
  const tally = found.get(key) ?? { right: 0, all: 0 };
  found.set(key, tally);
  return tally;
}

function measure(): ReadonlyMap<string, Tally> {
  const found = new Map<string, Tally>();
  for (const [language, encodings] of languages) {
    const sentences = sentencesIn(language);
    for (const encoding of encodings) {
      const usable = sentences.filter(
        (sentence) => canEncode(begin(sentence), encoding) && canEncode(sentence, encoding),
      );
      let place = 0;
      const next = (): string => usable[(place += 37) % usable.length] ?? "";
      const note = (bytes: Uint8Array, shape: string): void => {
        const right = decodeAs(bytes, guessEncoding(bytes).name) === decodeAs(bytes, encoding);
        for (const key of [encoding, `${encoding} ${shape}`]) {
          const tally = tallyOf(found, key);
          tally.all++;
          if (right) tally.right++;
        }
      };
      for (const [shape, make] of Object.entries(shapes)) {
        for (let n = 0; n < 20; n++) {
          const bytes = encodeText(make(next), encoding);
          if (!bytes.some((byte) => byte > 0x7f || byte === 0)) continue;
          note(bytes, shape);
          if (shape === "text" && !encoding.startsWith("utf-16")) note(withBrokenByte(bytes), "broken");
        }
      }
    }
  }
  return found;
}

test("at least 95 of 100 files are read in the encoding that they are in, short ones and broken ones too", () => {
  const found = [...measure()].map(([key, { right, all }]) => ({ key, share: right / all, all }));
  console.log(
    found
      .filter(({ key }) => !key.includes(" "))
      .map(({ key, share, all }) => `${key}: ${(share * 100).toFixed(1)} % of ${all}`)
      .join("\n"),
  );
  expect(found.filter(({ share }) => share < 0.95)).toEqual([]);
});
