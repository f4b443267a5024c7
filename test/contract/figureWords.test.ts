/**
 * One word, one number: every view that tells a figure tells the same one for the same workbook. A new view is one more entry of `views`;
 * that the live formulas of the Summary say it too is held in `test/e2e/formulas.test.ts`, cell by cell.
 */
import type { CheckResult } from "../../src/app/subject";
import { resultOf, subjectOf } from "../../src/app/check";
import { workOutNumbers, type Numbers } from "../../src/app/measures/work";
import { foundBy, verdictOf } from "../../src/app/verdict";
import type { DueGroup } from "../../src/domain/clocks/due";
import { figureNames, type KeyFigures } from "../../src/domain/measures/figures";
import { groupsBy } from "../../src/domain/measures/people";
import { countIds } from "../../src/domain/measures/rowsBehind/numberRef";
import { rowsBehind } from "../../src/domain/measures/rowsBehind/rowsBehind";
import { digestText } from "../../src/domain/log/digest";
import { weekReportText } from "../../src/domain/log/weekReport";
import { takeAlongText } from "../../src/domain/log/takeAlongText";
import type { CellValue } from "../../src/domain/values/value";
import { reportOf } from "../../src/taskpane/check/report";
import { figureWords } from "../../src/taskpane/numbers/figureWords";
import { numbersText } from "../../src/taskpane/text/zh-CN/numbers";
import { paneText } from "../../src/taskpane/text/zh-CN/pane";
import { dueSections, stripFigures } from "../../src/taskpane/today/dueGroups";
import { bookSnapshot, inMemorySurroundings, newInMemoryWorkbook } from "../support/inMemoryWorkbook";

const today = 46_241;
type Row = readonly CellValue[];

const headers = [
  "客户名称",
  "阶段",
  "负责人",
  "下次跟进日期",
  "最近联系日期",
  "预计金额",
  "首次联系",
  "结案日期",
  "再跟进日期",
];
const row = (
  name: string,
  stage: string,
  next: CellValue,
  last: CellValue,
  amount: CellValue,
  closed: CellValue = "",
): Row => [
  ...[name, stage, name.length % 2 === 0 ? "李敏" : "王强", next, last, amount, today - 90, closed],
  stage === "搁置" ? today - 1 : "",
];
/** Overdue ones of whom some are stale as well, so that a later group holds but a part of those of whom its word is true. */
const usual: readonly Row[] = [
  row("远山能源", "方案演示", today - 2, today - 30, 100_000),
  row("绿源食品厂", "方案演示", today - 9, today - 40, ""),
  row("海风", "初步沟通", today + 3, today - 40, 5000),
  row("云帆物流", "初步沟通", today, today - 1, 7000),
  row("北辰教育部", "方案演示", "", today - 50, 9000),
  row("长河制造", "成交", "", today - 20, 50_000, today - 20),
  row("南湖传媒社", "流失", "", today - 20, 10_000, today - 20),
  row("青山", "搁置", "", today - 20, "", today - 20),
];
const broken: readonly Row[] = [...usual, row("错行", "#N/A", today, today, 1)];

async function look(rows: readonly Row[]): Promise<{ check: CheckResult; numbers: Numbers }> {
  const surroundings = inMemorySurroundings(today);
  const sheet = [headers, ...rows];
  const book = bookSnapshot(newInMemoryWorkbook("客户", sheet));
  const area = { row: 0, column: 0, rows: sheet.length, columns: headers.length };
  const facts = {
    used: area,
    merged: [],
    filtered: false,
    autoFilter: false,
    grid: { sheet: "客户", area, values: sheet },
  };
  const found = await subjectOf(
    {
      ...{ book, sheet: { sheet: book.sheets[0]!, ...facts }, settings: null, inForce: null, log: null },
      ...{ filteredLog: null, installed: true, today, now: today, asOf: false },
    },
    "zh-CN",
    surroundings,
  );
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return {
    check: await resultOf(found.subject, surroundings),
    numbers: await workOutNumbers(found.subject, surroundings),
  };
}

type Told = Readonly<Partial<Record<keyof KeyFigures, number | null>>>;
interface Looked {
  readonly check: CheckResult;
  readonly numbers: Numbers;
}

const wordOf: Readonly<Record<DueGroup, keyof KeyFigures>> = {
  ...{ overdue: "overdue", today: "dueToday", stale: "stale", stuck: "stuck" },
  ...{ noNextStep: "noNextStep", revisit: "revisit" },
};

/** What each view tells, read as it tells it. */
const views: Readonly<Record<string, (looked: Looked) => Told>> = {
  "the headings of Today, of all of whom the word is true": ({ check }) => {
    if (check.figures.unreadable !== null) return {};
    // A group whose customers all stand in earlier ones has no heading.
    return Object.fromEntries(dueSections(check.due, null).map(({ group, total }) => [wordOf[group], total]));
  },
  "the strip above Today": ({ check }) => stripFigures(check, null),
  "the counts of Numbers": ({ check, numbers }) => {
    const { value } = figureWords(numbers, check, numbersText, "zh-CN");
    const told = countIds.map((id) => {
      const shown = value({ kind: "count", id });
      return [id, shown === numbersText.notMeasured ? null : Number(shown)];
    });
    return Object.fromEntries(told) as Told;
  },
  "the rows behind the counts of Numbers": ({ check, numbers }) => {
    const told = countIds.map((id) => [
      id,
      check.figures.key[id] === null ? null : rowsBehind({ kind: "count", id }, numbers).rows.length,
    ]);
    return Object.fromEntries(told) as Told;
  },
  "the owners of Numbers together": ({ check, numbers }) => {
    if (check.figures.unreadable !== null) return {};
    const groups = groupsBy(numbers.measures.customers, "owner");
    const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, each) => total + of(each), 0);
    return {
      ...{ open: sum(({ open }) => open), won: sum(({ won }) => won), lost: sum(({ lost }) => lost) },
      ...{ parked: sum(({ parked }) => parked), overdue: sum(({ overdue }) => overdue) },
      ...{ stale: sum(({ stale }) => stale), pipelineAmount: sum(({ openAmount }) => openAmount) },
      wonAmount: sum(({ wonAmount }) => wonAmount),
    };
  },
  "the file of a check": ({ check }) => {
    const { figures } = reportOf(check, paneText);
    const told = Object.entries(figureNames).map(([key, name]) => [key, figures[name] ?? null]);
    return Object.fromEntries(told) as Told;
  },
  "the headings of the day's text": ({ check, numbers }) => {
    if (check.figures.unreadable !== null) return {};
    const customer = { id: "", name: "", owner: "", stage: "", nextStep: "", words: "", values: [] };
    const groups = dueSections(check.due, null).flatMap(({ group, items, total }) =>
      group === "revisit" ? [] : [{ group, items: items.map(() => ({ customer, days: null })), total }],
    );
    const text = digestText({
      ...numbers.subject,
      groups,
      touches: [],
      columns: new Map(),
      who: null,
      tomorrow: 0,
      today,
      system: 1900,
    });
    const words = takeAlongText["zh-CN"].group;
    const told = groups.map(({ group }) => {
      const heading = text.split("\n").find((line) => line.startsWith(`${words[group]} `)) ?? "";
      return [wordOf[group], Number(/共 (\d+)/u.exec(heading)?.[1] ?? /\d+/u.exec(heading)?.[0])];
    });
    return Object.fromEntries(told) as Told;
  },
  "the report of the week": ({ check, numbers }) => {
    if (check.figures.key.overdue === null) return {};
    const customers = numbers.subject.customers();
    const { columns } = numbers.subject.located.records;
    const text = weekReportText({ ...numbers.subject, columns, touches: [], customers, who: null, week: "last" });
    const { group } = takeAlongText["zh-CN"];
    const told = text.split("\n").find((line) => line.startsWith(`${group.overdue} `)) ?? "";
    return { overdue: Number(/\d+/u.exec(told)?.[0]) };
  },
  "the status line, where nothing is to be fixed": ({ check }) => {
    const verdict = verdictOf({ ...check, findings: [] });
    return verdict.kind === "overdue" ? { overdue: verdict.count } : {};
  },
};

describe.each(Object.entries({ "a usual list": usual, "a list with a row that cannot be read": broken }))(
  "%s",
  (_, rows) => {
    test.each(Object.entries(views))("%s: every figure is the one of the check", async (_name, read) => {
      const looked = await look(rows);
      const told = Object.entries(read(looked));
      const { key } = looked.check.figures;
      const expected = told.map(([word]) => [word, key[word as keyof KeyFigures]]);
      expect(told.filter(([word]) => word in key)).toEqual(expected.filter(([word]) => String(word) in key));
    });
  },
);

test("the list is one on which the views could differ", async () => {
  const { check } = await look(usual);
  const { stale, noNextStep, open, revisit } = check.figures.key;
  expect([open, stale, noNextStep, revisit]).toEqual([5, 4, 1, 1]);
  const section = dueSections(check.due, null).find(({ group }) => group === "stale");
  expect([section?.items.length, section?.total]).toEqual([2, 4]);
});

test("to fix, for information and incomplete are three words with three counts", async () => {
  const { check } = await look(usual);
  const { toFix, notes } = foundBy(check);
  expect(toFix + notes).toBe(check.findings.length);
  const verdict = verdictOf(check);
  if (verdict.kind === "findings") expect(verdict.count).toBe(toFix);
  const missing = check.findings.filter(({ reason, severity }) => reason.rule === "required" && severity !== "info");
  expect(check.figures.key.incomplete).toBe(new Set(missing.map(({ row: at }) => at)).size);
});
