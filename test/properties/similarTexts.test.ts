import fc from "fast-check";
import { atOnce } from "../../src/domain/steps/steps";
import { similarTexts } from "../../src/domain/measures/signals/similarTexts";

/** The different runs of three characters. */
function runsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, start) => text.slice(start, start + 3)));
}

/** Compares two texts as the definition says, without regard to time. */
function areSimilar(a: string, b: string): boolean {
  const [left, right] = [runsOf(a), runsOf(b)];
  const both = [...left].filter((run) => right.has(run)).length;
  return both > 0 && both / (left.size + right.size - both) >= 0.8;
}

/** Texts of few words, and such with a character or two changed: many are near the limit. */
const anyTexts = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom("报价", "交期", "样品", "合同", "abc", "\u{1F600}"), { maxLength: 12 }),
      fc.nat(30),
      fc.constantFrom("", "", "客", "xy"),
    ),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(([words, at, put]) => {
      const text = words.join("");
      return text.slice(0, at) + put + text.slice(at);
    }),
  );

test("finds the very pairs that comparing all with all finds", () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const lookAround = atOnce(similarTexts(texts));
      texts.forEach((text, index) => {
        const found: number[] = [];
        lookAround(index, (other) => found.push(other) > 0);
        const wanted = texts.flatMap((other, at) => (at !== index && areSimilar(text, other) ? [at] : []));
        expect(found.sort((a, b) => a - b)).toEqual(wanted);
      });
    }),
    { numRuns: 300 },
  );
});

test("stops when it is told to, and can look around the same text again", () => {
  const lookAround = atOnce(similarTexts(["今天谈了报价和交期", "今天谈了报价和交期", "今天谈了报价和交期"]));
  const visits = () => {
    let count = 0;
    lookAround(1, () => (count += 1) < 1);
    return count;
  };
  expect([visits(), visits()]).toEqual([1, 1]);
});
