import { parseArgs } from "node:util";
import { isKnownField } from "../../src/domain/schema/fieldIds";
import { measure } from "../../src/domain/measures/measure";
import { allMeasures } from "../../src/domain/measures/allMeasures";
import { checkRowsAgain, checkSheet } from "../../src/domain/rules/checkSheet";
import type { Finding } from "../../src/domain/rules/finding";
import type { CellValue } from "../../src/domain/values/value";
import { headerNames } from "../../src/domain/schema/headerNames";
import { defaultStaleDays } from "../../src/domain/schema/field";
import { adoptionTimes } from "./adoption";
import { withDataFrame, type DataFrameSheet } from "./dataFrame";
import { handWritten } from "./handWritten";
import { memoryOf } from "./memory";
import { fields, makeRows, owners, recordsOf, reviewOf, sources, stages, today, types } from "./sheet";
import { inSpreadsheet } from "./spreadsheet";
import { withTableSchema } from "./tableSchema";
import { withValibot } from "./valibot";
import { withZod } from "./zod";

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Milliseconds of each job: they take turns, so that whatever else the machine does falls on all of them. */
function time(jobs: readonly (() => unknown)[], warmUps: number, runs: number): readonly number[] {
  const times = jobs.map((): number[] => []);
  for (let run = -warmUps; run < runs; run += 1) {
    jobs.forEach((job, index) => {
      const start = performance.now();
      job();
      if (run >= 0) times[index]!.push(performance.now() - start);
    });
  }
  return times.map(median);
}

const headers = fields.map((field) => (isKnownField(field) ? headerNames[field].own["zh-CN"] : field));
const kindOf = ["open", "open", "open", "open", "won", "lost", "parked"];

/** LibreOffice's time grows faster than the rows: see docs/performance.md. Nor can a writer that makes a sheet as one text write many more. */
const mostRowsInOffice = 20_000;

/** True for what a schema of single cells can find: the others compare cells, rows or days. */
function isOfOneCell({ reason }: Finding): boolean {
  switch (reason.rule) {
    case "required":
      return reason.because.kind === "always";
    case "unique":
    case "duplicate":
    case "deals":
    case "future":
    case "order":
    case "openClosed":
    case "otherOutcome":
    case "notPositive":
      return false;
    default:
      return true;
  }
}

function expectSame(job: string, counted: number, expected: number): void {
  if (counted !== expected) throw new Error(`${job} counts ${counted}, and ${expected} was to be counted.`);
}

async function bench(count: number, table: Record<string, string>[]): Promise<void> {
  const arquero = await import("arquero");
  const valibot = withValibot(await import("valibot"));
  const zod = withZod(await import("zod"));
  const tableSchema = await withTableSchema(await import("tableschema"));
  const rows = makeRows(count);
  const records = recordsOf(rows);
  const review = reviewOf(rows);
  const checked = checkSheet(records, review);
  let edits = 0;
  // Another row each time: once its next date, once its customer, so that it has to be compared with all others.
  const edit = (column: number, value: () => CellValue) => {
    const at = (edits += 1) % rows.length;
    const changed = rows[at]!.map((cell, offset) => (offset === column ? value() : cell));
    return checkRowsAgain(checked, at, [changed], review);
  };
  const frame: DataFrameSheet = {
    ...{ columns: fields, rows, today, owners, types, sources, defaultLimit: defaultStaleDays },
    stages: new Map(
      stages.map((name, index) => [name, { kind: kindOf[index]!, limit: index === 0 || index === 3 ? 3 : 7 }]),
    ),
  };
  expectSame("The data frame", withDataFrame(arquero, frame), handWritten(rows));
  const wrongCells = checked.findings.filter(isOfOneCell).length;
  expectSame("Valibot", valibot(rows), wrongCells);
  expectSame("Zod", zod(rows), wrongCells);
  expectSame("tableschema", tableSchema(rows), wrongCells);
  const jobs: readonly (readonly [name: string, job: () => unknown])[] = [
    ["hand-written loop", () => handWritten(rows)],
    ["check", () => checkSheet(records, review)],
    ["measures", () => measure(records, review)],
    ["check + measures", () => [checkSheet(records, review), measure(records, review)]],
    ["funnel, rates, forecast and curves, on demand", () => allMeasures(records, [], review)],
    ["check after one edited date", () => edit(12, () => today + edits)],
    ["check after one edited customer", () => edit(1, () => `新客户${edits}有限公司`)],
    ["data frame (arquero), counts and rules of the loop", () => withDataFrame(arquero, frame)],
    ["Valibot, rules for single cells only", () => valibot(rows)],
    ["Zod, rules for single cells only", () => zod(rows)],
    ["tableschema, rules for single cells only", () => tableSchema(rows)],
  ];
  const times = time(
    jobs.map(([, job]) => job),
    count > 50_000 ? 3 : 20,
    7,
  );
  const [byHand = 0] = times;
  const line = (job: string, ms: number) =>
    table.push({ rows: String(count), job, ms: ms.toFixed(3), "× hand-written": (ms / byHand).toFixed(2) });
  jobs.forEach(([name], index) => line(name, times[index] ?? 0));
  const { highest, kept } = memoryOf(count);
  console.log(
    `Heap of check + measures in a fresh process: ${highest.toFixed(0)} MB at the highest, ${kept.toFixed(0)} MB kept.`,
  );
  if (count > mostRowsInOffice) {
    console.log(
      `Skipped: LibreOffice on ${count} rows, which take it far longer than ten times the time of ${count / 10}.`,
    );
    return;
  }
  const office = await inSpreadsheet(headers, rows, today);
  if (office === null) console.log("Skipped: LibreOffice (soffice) is not installed.");
  else if (office === "too long") console.log(`LibreOffice did not calculate ${count} rows within five minutes.`);
  else line("LibreOffice, the live formulas", office);
}

/** Adopting sheets as teams keep them, in milliseconds of processor: nobody else does it, so that there is nothing to compare with. */
function benchAdoption(): void {
  for (const broken of [false, true]) {
    const times = adoptionTimes({ rows: 10_000, columns: 40, broken }, 3);
    console.log(`10,000 × 40, messy, adopted ${broken ? "on a new sheet" : "in place"}:`);
    console.table(
      times.map(({ job, milliseconds, longestStep }) => ({
        job,
        ms: milliseconds.toFixed(0),
        "longest step": longestStep.toFixed(0),
      })),
    );
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "10000,100000" } } });
  for (const count of values.rows.split(",").map(Number)) {
    if (!Number.isInteger(count) || count < 1) throw new Error("--rows takes numbers of rows, such as 10000,100000.");
    const table: Record<string, string>[] = [];
    await bench(count, table);
    console.table(table);
  }
  benchAdoption();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
