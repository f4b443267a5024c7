/**
 * Type-cast cases of the Table Schema reference implementation for JavaScript, which nobody here wrote. They stand outside the
 * project; where they are missing this test is skipped and says so. docs/table-schema-casts.md gives the counts and the reasons.
 */
import { kindOf, type FieldKind } from "../../src/domain/kinds/allKinds";
import { readFileSync } from "node:fs";
import path from "node:path";
import { serialOfIso } from "../../src/domain/values/date";
import { plainField } from "../../src/domain/kinds/kind";
import type { CellValue } from "../../src/domain/values/value";
import { describeWith, sharedDataOf, sharedFile } from "../support/needs";

const castCases = "tableschema/type-cast-cases.json";

/** `[format, value, expected, options]`; what JSON cannot hold is an object with `$` in a key. */
type CastCase = readonly [
  format: string,
  value: unknown,
  expected: unknown,
  options?: Readonly<Record<string, unknown>>,
];

/** Types that one of our kinds answers to, with the formats that have a kind of their own. */
const kindsByType: Readonly<Record<string, (format: string) => FieldKind | null>> = {
  string: (format) => (({ default: "text", uri: "link", email: "mail" }) as const)[format] ?? null,
  integer: () => "wholeNumber",
  number: () => "amount",
  boolean: () => "yesNo",
  date: () => "date",
  datetime: () => "date",
};

/** Why we read a case in another way. The first whose test fits a case that differs is its reason. */
const reasons: readonly { readonly reason: string; readonly fits: (test: CastCase, kind: FieldKind) => boolean }[] = [
  {
    reason: "a blank cell is right in every kind; whether it may be blank is the rule for required values",
    fits: ([, value]) => value === "",
  },
  {
    reason: "a number in a text column stays: IDs made of digits are stored as numbers",
    fits: ([, value], kind) => kind === "text" && typeof value === "number",
  },
  {
    reason: "yes and no are read in the words that people use, whatever their case, without being told which",
    fits: ([, value], kind) => kind === "yesNo" && /^(y|yes|n|no)$/i.test(String(value)),
  },
  {
    reason: "1 and 0 may be counts in a yes/no column, so they are left to people",
    fits: ([, value], kind) => kind === "yesNo" && /^[01]$/.test(String(value)),
  },
  {
    reason: "dates have no format of their own: the order of a date such as 21/11/06 is not told, so it is a guess",
    fits: ([format, value], kind) => kind === "date" && /%d\/%m\/%y/.test(format) && /^\d\d\//.test(String(value)),
  },
  {
    reason: "an English date with its year in full can mean one day only and is read",
    fits: ([, value], kind) => kind === "date" && value === "10th Jan 1969",
  },
  {
    reason: "separators of groups and decimals are not configured: # and @ are none that people write",
    fits: ([, value], kind) => kind === "amount" && /[#@]/.test(String(value)),
  },
  {
    reason: "a cell holds no NaN and no infinity",
    fits: ([, value], kind) => kind === "amount" && /^-?(NaN|INF)$/.test(String(value)),
  },
  {
    reason:
      "units other than the workbook's money (% ‰ and other signs) change what a number says, so they are left to people",
    fits: ([, value], kind) => (kind === "amount" || kind === "wholeNumber") && /[%‰$a-z]/i.test(String(value)),
  },
  {
    reason: "links are web addresses (http, https, or a host alone), mailto and paths of files",
    fits: ([, value], kind) => kind === "link" && /^(ftp:|[\d.]+$)/.test(String(value)),
  },
];

/** A value of the cases as a cell holds it: dates as serials, with the time of day as a fraction. Null for what no cell holds. */
function cellOf(value: unknown): CellValue | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const date = typeof value === "object" && value !== null && "$date" in value ? String(value.$date) : null;
  if (date === null) return null;
  const [hours = 0, minutes = 0] = date.slice(11).split(":").map(Number);
  return serialOfIso(date.slice(0, 10), 1900)! + (hours * 60 + minutes) / 1440;
}

const isError = (value: unknown) => typeof value === "object" && value !== null && "$" in value && value.$ === "ERROR";
const isNumber = (value: unknown) => typeof value === "object" && value !== null && "$num" in value;

/** What our kind makes of a value: the value that the cell holds in the end, or null where it is left to people. */
function cast(kind: FieldKind, value: CellValue): CellValue | null {
  // The cases are written in English, with $ and €.
  const rule = kindOf(kind).rule({ system: 1900, language: "en" }, plainField);
  return rule.problem(value) === null ? value : rule.repair(value);
}

function agrees(kind: FieldKind, [, value, expected]: CastCase): boolean {
  const cell = cellOf(value);
  if (cell === null) throw new Error(`No cell holds ${JSON.stringify(value)}`);
  const got = cast(kind, cell);
  if (isError(expected)) return got === null;
  if (got === null || isNumber(expected)) return false;
  const wanted = cellOf(expected);
  if (kind === "yesNo") return got === (wanted === true ? "Yes" : "No");
  return typeof got === "number" && typeof wanted === "number" ? Math.abs(got - wanted) < 1e-9 : got === wanted;
}

interface Count {
  cases: number;
  agreed: number;
  readonly differing: Map<string, number>;
}

function countAll(): {
  readonly total: number;
  readonly byType: ReadonlyMap<string, Count>;
  readonly unexplained: readonly string[];
} {
  const { cases }: { cases: Readonly<Record<string, readonly CastCase[]>> } = JSON.parse(
    readFileSync(sharedFile(castCases), "utf8"),
  );
  const byType = new Map<string, Count>();
  const unexplained: string[] = [];
  for (const [type, kindOf] of Object.entries(kindsByType)) {
    const count: Count = { cases: 0, agreed: 0, differing: new Map() };
    for (const test of cases[`test/types/${type}.js`] ?? []) {
      const kind = kindOf(test[0]);
      if (kind === null) continue;
      count.cases += 1;
      if (agrees(kind, test)) {
        count.agreed += 1;
        continue;
      }
      const reason = reasons.find(({ fits }) => fits(test, kind))?.reason;
      if (reason === undefined) unexplained.push(`${type}: ${JSON.stringify(test)}`);
      else count.differing.set(reason, (count.differing.get(reason) ?? 0) + 1);
    }
    byType.set(type, count);
  }
  const total = Object.values(cases).reduce((sum, { length }) => sum + length, 0);
  return { total, byType, unexplained };
}

describeWith(sharedDataOf(castCases))("type casts of Table Schema", () => {
  test("each that concerns our kinds is agreed, or different for a reason that is documented", () => {
    const { total, byType, unexplained } = countAll();
    expect(unexplained).toEqual([]);
    const sum = (of: (count: Count) => number) => [...byType.values()].reduce((all, count) => all + of(count), 0);
    const differing = new Map<string, number>();
    for (const count of byType.values()) {
      for (const [reason, cases] of count.differing) differing.set(reason, (differing.get(reason) ?? 0) + cases);
    }
    // The page as the code would write it; its tables are laid out by Prettier, so that only their words are compared.
    const expected = [
      ...[...byType].map(([type, { cases, agreed }]) => `| ${type} | ${cases} | ${agreed} | ${cases - agreed} |`),
      `| all | ${sum((count) => count.cases)} | ${sum((count) => count.agreed)} | ${sum((count) => count.cases - count.agreed)} |`,
      ...[...differing].map(([reason, cases]) => `| ${cases} | ${reason} |`),
      `Of its ${total} cases, ${sum((count) => count.cases)} concern`,
    ];
    const page = readFileSync(path.resolve(__dirname, "../../docs/table-schema-casts.md"), "utf8")
      .replace(/[ ]+/g, " ")
      .replace(/\n(?=[a-z])/g, " ");
    expect(expected.filter((line) => !page.includes(line))).toEqual([]);
    expect(page.match(/^\| \d+ \| /gm)).toHaveLength(differing.size);
  });
});
