/** How a reader does on one table written in 2,289 broken ways, nothing told about the dialect. */
import { readTextTable } from "../../src/csv/textTable";
import { loadingScore, pollutedFiles } from "../support/pollutedTables";

/** Kinds whose score says what the list's look is for: titles and heads of several rows stay rows of the text. */
const leftToTheLook = /^(?:header of \d rows|title above)$/;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

test("broken files are read nearly as if they were whole", () => {
  const scores = new Map<string, number[]>();
  for (const { kind, text, clean } of pollutedFiles()) {
    const rows = readTextTable(new TextEncoder().encode(text))?.rows ?? [];
    const filled = rows.filter((row) => row.some((field) => field !== ""));
    scores.set(kind, [...(scores.get(kind) ?? []), loadingScore(filled, clean)]);
  }
  const byKind = [...scores].map(([kind, of]) => ({ kind, files: of.length, score: mean(of) }));
  const all = mean([...scores.values()].flat());
  console.log(
    [
      ...byKind.map(({ kind, files, score }) => `${score.toFixed(3)}  ${kind} (${files})`),
      `${all.toFixed(4)}  all`,
    ].join("\n"),
  );
  // Nothing says where words end that are separated by the same space as the fields, nor where a missing separator was.
  const open = /^(?:row: separator space|separator space|quote '|header: separator missing)$/;
  const worse = byKind.filter(({ kind, score }) => !leftToTheLook.test(kind) && score < (open.test(kind) ? 8.5 : 9.98));
  expect(worse).toEqual([]);
  expect(all).toBeGreaterThan(9.98);
});
