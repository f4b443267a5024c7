/**
 * Soak test of the workbench's calculation: many sessions of many edits in a browser, each compared with a few lines of
 * plain JavaScript that count the same. Finds values that are wrong, missing or late.
 *
 * `npx tsx test/performance/soak.ts [sessions] [edits]`, by default 25 sessions of 200 edits; the exit code is 1 when any
 * value was wrong.
 */
import type { Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "../../src/workbench/cli/browser";
import { buildIfNeeded } from "../../src/workbench/cli/build";
import { serveWorkbench } from "../../src/workbench/cli/server";
import type {} from "../../src/workbench/page/testHooks";
import { officePaneOf } from "../support/officePane";

interface Row {
  name: string;
  stage: string;
  amount: number;
}

const stages = ["Lead", "Proposal", "Won", "Lost"] as const;
const sheet = "Sheet1";
/** The formulas stand apart: rows that come and go among the customers must not move them. */
const summarySheet = "Summary";
const firstRows = 50;

/** Random numbers that are the same on each run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the summary must say. */
function expectedOf(rows: readonly Row[]): readonly number[] {
  const won = rows.filter((row) => row.stage === "Won");
  const sum = (some: readonly Row[]) => some.reduce((total, row) => total + row.amount, 0);
  return [
    rows.length,
    won.length,
    sum(won),
    rows.filter((row) => row.stage === "Lead" && row.amount > 500).length,
    sum(rows),
    rows.filter((row) => row.amount >= 900).length,
  ];
}

const summary = [
  "=ROWS(Deals[Name])",
  '=COUNTIFS(Deals[Stage],"Won")',
  '=SUMIFS(Deals[Amount (CNY)],Deals[Stage],"Won")',
  '=COUNTIFS(Deals[Stage],"Lead",Deals[Amount (CNY)],">500")',
  "=SUM(Deals[Amount (CNY)])",
  '=COUNTIFS(Deals[Flag],"big")',
];

async function build(frame: Frame, rows: readonly Row[]): Promise<void> {
  await frame.evaluate(
    async ({ values, formulas }) => {
      await Excel.run(async (context) => {
        const target = context.workbook.worksheets.getItem("Sheet1");
        target.getRange("A1:D1").values = [["Name", "Stage", "Amount (CNY)", "Flag"]];
        target.getRangeByIndexes(1, 0, values.length, 3).values = values;
        const table = target.tables.add(`A1:D${values.length + 1}`, true);
        table.name = "Deals";
        const first = target.getRange("D2");
        first.formulas = [['=IF(Deals[[#This Row],[Amount (CNY)]]>=900,"big","small")']];
        target.getRangeByIndexes(1, 3, values.length, 1).copyFrom(first, "Formulas");
        const apart = context.workbook.worksheets.add("Summary");
        apart.getRangeByIndexes(0, 6, formulas.length, 1).formulas = formulas.map((formula) => [formula]);
        await context.sync();
      });
    },
    { values: rows.map(({ name, stage, amount }) => [name, stage, amount]), formulas: summary },
  );
}

interface Count {
  edits: number;
  checks: number;
  wrong: number;
  readonly notes: string[];
}

/** Puts the same two facts into a fresh formula text each time: texts that were parsed before hide faults of the lexer. */
const freshFormulas = (n: number): readonly string[] => [
  `=SUM(Deals[Amount (CNY)])+${n}`,
  `=COUNTIFS(Deals[Stage],"Won")*1+${n}`,
];

async function check(page: Page, rows: readonly Row[], count: Count, n: number): Promise<void> {
  const expected = expectedOf(rows);
  const fresh = freshFormulas(n);
  const found = await page.evaluate(
    async ({ title, cells, formulas }) => {
      const { workbench } = window;
      if (!workbench) throw new Error("No workbench");
      formulas.forEach((formula, index) => workbench.editAsPerson(title, `I${index + 1}`, formula));
      const values: unknown[] = [];
      for (let row = 1; row <= cells; row++) values.push(await workbench.cellValue(title, `G${row}`));
      for (let row = 1; row <= formulas.length; row++) values.push(await workbench.cellValue(title, `I${row}`));
      return values;
    },
    { title: summarySheet, cells: summary.length, formulas: fresh },
  );
  const wanted = [...expected, (expected[4] ?? 0) + n, (expected[1] ?? 0) + n];
  count.checks += wanted.length;
  wanted.forEach((value, index) => {
    if (found[index] === value) return;
    count.wrong += 1;
    if (count.notes.length < 20)
      count.notes.push(
        `after ${count.edits} edits: ${[...summary, ...fresh][index]} is ${String(found[index])}, not ${value}`,
      );
  });
}

async function session(page: Page, frame: Frame, edits: number, seed: number): Promise<Count> {
  const random = randomFrom(seed);
  const pick = (limit: number) => Math.floor(random() * limit);
  const rows: Row[] = Array.from({ length: firstRows }, (_, index) => ({
    name: `Firm ${index + 1}`,
    stage: stages[index % stages.length] ?? "Lead",
    amount: 100 * (index % 12),
  }));
  const count: Count = { edits: 0, checks: 0, wrong: 0, notes: [] };
  await build(frame, rows);
  const edit = (address: string, value: string | number) =>
    page.evaluate(([title, where, what]) => window.workbench?.editAsPerson(title, where, what), [
      sheet,
      address,
      value,
    ] as const);

  for (; count.edits < edits; count.edits++) {
    const at = pick(rows.length);
    const row = rows[at];
    if (!row) continue;
    switch (pick(10)) {
      case 0: {
        // A new customer right below: the table grows.
        rows.push({ name: `New ${count.edits}`, stage: "", amount: 0 });
        await edit(`A${rows.length + 1}`, `New ${count.edits}`);
        break;
      }
      case 1: {
        const place = 1 + pick(rows.length - 1);
        rows.splice(place, 0, { name: "", stage: "", amount: 0 });
        await page.evaluate(([title, where]) => window.workbench?.insertRows(title, where, 1), [
          sheet,
          place + 1,
        ] as const);
        break;
      }
      case 2: {
        if (rows.length < 10) break;
        const place = 1 + pick(rows.length - 2);
        rows.splice(place, 1);
        await page.evaluate(([title, where]) => window.workbench?.deleteRows(title, where, 1), [
          sheet,
          place + 1,
        ] as const);
        break;
      }
      case 3: {
        // Typed with the keyboard, a structured reference with its brackets, and given up.
        await page.evaluate(([title]) => window.workbench?.focusCell(title, "K1"), [sheet] as const);
        await page.keyboard.type("=SUM(Deals[Am", { delay: 5 });
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        break;
      }
      case 4: {
        await edit(`C${at + 2}`, 7777);
        await page.evaluate(() => window.workbench?.undo());
        break;
      }
      case 5:
      case 6: {
        row.stage = stages[pick(stages.length)] ?? "Lead";
        await edit(`B${at + 2}`, row.stage);
        break;
      }
      case 7: {
        row.amount = 10 * pick(120);
        const change = { line: at + 1, amount: row.amount };
        await frame.evaluate(async ({ line, amount }) => {
          await Excel.run(async (context) => {
            context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(line, 2, 1, 1).values = [[amount]];
            await context.sync();
          });
        }, change);
        break;
      }
      default: {
        row.amount = 10 * pick(120);
        await edit(`C${at + 2}`, row.amount);
      }
    }
    if (count.edits % 20 === 19) await check(page, rows, count, seed * 1000 + count.edits);
  }
  await check(page, rows, count, seed * 1000 + 999);
  return count;
}

async function soak(sessions: number, edits: number): Promise<boolean> {
  await buildIfNeeded(console.log);
  const server = await serveWorkbench(null, 0);
  const browser = await launchBrowser();
  let wrong = 0;
  let checks = 0;
  try {
    for (let n = 1; n <= sessions; n++) {
      const { page, context, errors } = await openWorkbench(browser, `${server.url}?lang=en`);
      await page.waitForFunction(() => window.workbench !== undefined);
      await page.evaluate(() => window.workbench?.ready);
      const start = performance.now();
      const count = await session(page, await officePaneOf(page), edits, n);
      wrong += count.wrong;
      checks += count.checks;
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(
        `session ${n}: ${count.edits} edits, ${count.checks} values, ${count.wrong} wrong, ${seconds} s, ${errors.length} page errors`,
      );
      for (const note of [...count.notes, ...errors]) console.log(`  ${note}`);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`${sessions} sessions of ${edits} edits: ${wrong} of ${checks} values wrong`);
  return wrong === 0;
}

const [sessions = 25, edits = 200] = process.argv.slice(2).map(Number);
soak(sessions, edits).then(
  (right) => process.exit(right ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
