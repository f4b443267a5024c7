/** The collection of headers: how many are taken for the right field without asking, and what docs/headers.md says of it. */
import { readFileSync } from "node:fs";
import { fieldName } from "../../schema/fieldName";
import { knownFieldIds, type FieldId, type KnownFieldId } from "../../schema/fieldIds";
import { headerRows, spellings } from "../../../../test/support/headerCorpus";
import { matchColumns } from "./matchColumns";

interface Outcome {
  readonly from: string;
  readonly header: string;
  readonly expected: KnownFieldId | null;
  readonly taken: FieldId | null;
  readonly asked: boolean;
}

const rows = [...headerRows, ...spellings.map((spelling) => ({ from: "alone", headers: [spelling] }))];
const outcomes = rows.flatMap(({ from, headers }): readonly Outcome[] => {
  const names = headers.map(([header]) => header);
  return matchColumns(names, [], new Map(), { today: 46_241, system: 1900 }).map(({ column, taken, asked }) => {
    const [header, expected] = headers[column]!;
    return { from, header, expected, taken, asked };
  });
});
const named = outcomes.filter(({ expected }) => expected !== null);
const taken = outcomes.filter((outcome) => outcome.taken !== null);
const right = named.filter((outcome) => outcome.taken === outcome.expected);

test("what is taken without asking is right, and little is left over", () => {
  const [precision, recall] = [right.length / taken.length, right.length / named.length];
  console.log(
    `Headers: ${outcomes.length}, of which ${outcomes.length - named.length} are none of ours. ` +
      `Precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}.`,
  );
  expect(new Set(outcomes.map(({ header }) => header)).size).toBeGreaterThan(300);
  expect(outcomes.length - named.length).toBeGreaterThan(60);
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(recall).toBeGreaterThanOrEqual(0.92);
});

/** One line of the table: what became of the headers that are this field, or none of ours. */
function lineOf(field: KnownFieldId | null): string {
  const own = outcomes.filter(({ expected }) => expected === field);
  const wrong = own.filter((outcome) => outcome.taken !== field && outcome.taken !== null);
  const asked = own.filter((outcome) => outcome.asked);
  const isRight = ({ taken: as, asked: isAsked }: Outcome) => as === field && !isAsked;
  const rightly = own.filter(isRight).length;
  return [
    field === null ? "_none of ours_" : fieldName(field, "en"),
    ...[own.length, rightly, asked.length, own.length - rightly - asked.length - wrong.length],
    wrong.map((outcome) => `${outcome.header} as ${fieldName(outcome.taken ?? "id", "en")}`).join(", ") || "–",
  ].join(" | ");
}

test("docs/headers.md says of every field what became of its headers", () => {
  const lines = readFileSync("docs/headers.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim())
        .join(" | "),
    );
  const expected = [...knownFieldIds.map(lineOf), lineOf(null)];
  expect(lines.slice(-expected.length)).toEqual(expected);
});
