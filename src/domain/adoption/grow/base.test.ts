import fc from "fast-check";
import { decodeBase, encodeBase, hashOf, noBase, nothingBrought, type RowBase, type UpdateBase } from "./base";

const row = (source: string, ...texts: readonly string[]): RowBase => ({
  source,
  hashes: texts.map((text) => (text === "" ? nothingBrought : hashOf(text))).join(""),
});

test("a base is read as it was written, whatever IDs and fields are called", () => {
  const base: UpdateBase = {
    fields: ["stage", "own:地区"],
    rows: new Map([
      ["C1", row("006", "线索", "华东")],
      ["a b", row("", "", "华北")],
    ]),
  };
  expect(decodeBase(encodeBase(base, 10_000).text)).toEqual(base);
  expect(decodeBase(encodeBase(noBase, 10_000).text)).toEqual(noBase);
});

test("beyond the limit the rows that were brought longest ago are dropped, and counted", () => {
  const rows = new Map(Array.from({ length: 100 }, (_, at) => [`C${at + 100}`, row("", String(at))]));
  const { text, dropped } = encodeBase({ fields: ["stage"], rows }, 500);
  expect(text.length).toBeLessThanOrEqual(500);
  expect([...decodeBase(text).rows.keys()]).toEqual([...rows.keys()].slice(dropped));
  expect(dropped).toBeGreaterThan(0);
});

test("a text that is no base reads as none", () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeBase(text)));
  expect(decodeBase("stage\nC1\t\ttoo long\nnothing at all").rows).toEqual(new Map());
});

test("texts that differ in one character have other hashes", () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `客户${at}`);
  expect(new Set(words.map(hashOf)).size).toBe(words.length);
});
