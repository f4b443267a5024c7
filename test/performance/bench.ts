import { type FieldId, isKnownField } from "../../src/domain/schema/fieldIds";
import { measure } from "../../src/domain/measures/measure";
import { allMeasures } from "../../src/domain/measures/allMeasures";
import { checkRowsAgain, checkSheet } from "../../src/domain/rules/checkSheet";
import type { CellValue } from "../../src/domain/values/value";
import { proposeSchema } from "../../src/domain/settings/proposeSchema";
import type { Schema } from "../../src/domain/schema/field";
import type { ReviewContext } from "../../src/domain/schema/reviewContext";
import type { Records } from "../../src/domain/followUps/records";
import { headerNames } from "../../src/domain/schema/headerNames";
import { defaultStaleDays } from "../../src/domain/schema/field";
import { withDataFrame, type DataFrameSheet } from "./dataFrame";
import { inSpreadsheet } from "./spreadsheet";

/** 2026-08-07. */
const today = 46_241;
const fields: readonly FieldId[] = [
  ...(["id", "customer", "customerType", "contact", "phone", "mail", "owner", "source", "stage", "amount"] as const),
  ...(["firstContact", "lastContact", "nextDate", "nextStep", "feedback", "note"] as const),
];
const owners = ["张敏", "李强", "王芳", "张伟", "刘洋", "陈静", "赵磊", "黄丽"];
const stages = ["初步沟通", "需求确认", "方案演示", "合同谈判", "成交", "流失", "搁置"];
const types = ["新客户", "老客户", "重点客户"];
const sources = ["展会", "转介绍", "官网", "电话"];

/** The same numbers every time: a linear congruential generator. */
function randomSource(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function makeRows(count: number): CellValue[][] {
  const random = randomSource(7);
  const sometimes = (percent: number, value: CellValue): CellValue => (random(100) < percent ? value : "");
  return Array.from({ length: count }, (_, index) => [
    `C${index}`,
    `客户${index}`,
    types[random(types.length)]!,
    "王经理",
    `138${String(random(1e8)).padStart(8, "0")}`,
    `a${index}@example.com`,
    random(100) < 97 ? owners[random(owners.length)]! : "",
    sources[random(sources.length)]!,
    random(100) < 98 ? stages[random(stages.length)]! : "观望",
    sometimes(85, random(2_000_000)),
    today - 60 - random(100),
    sometimes(90, today - random(30)),
    random(100) < 3 ? "下周" : sometimes(85, today - 10 + random(30)),
    sometimes(60, "准备报价"),
    sometimes(40, "价格偏高"),
    "",
  ]);
}

/**
 * What somebody would write who needs these figures and findings once, for this very sheet: the columns, the rules and the
 * stages are in the code.
 */
function handWritten(rows: readonly (readonly CellValue[])[]): number {
  const kinds = new Map(stages.map((name, index) => [name, index < 4 ? 0 : index - 3]));
  const limits = new Map(stages.map((name, index) => [name, index === 0 || index === 3 ? 3 : 7]));
  const ownerSet = new Set(owners);
  const typeSet = new Set(types);
  const sourceSet = new Set(sources);
  const byOwner = new Map(owners.map((owner) => [owner, [0, 0, 0, 0, 0]]));
  const byStage = new Map(stages.map((stage) => [stage, [0, 0]]));
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  const phones = new Map<string, number>();
  const untidy = /^[\s\u200B\uFEFF]|[\s\u200B\uFEFF]$|[０-９Ａ-Ｚａ-ｚ]/;
  const phoneForm = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
  const mailForm = /^[\w.+-]+@(?:[a-z\d-]+\.)+[a-z]{2,}$/i;
  const legalForm = /(?:股份有限公司|有限责任公司|有限公司|集团|公司)$|[\s()（）.,，。·-]|co\.?,? ?ltd\.?$/gi;
  const counts = [0, 0, 0, 0];
  const amounts = [0, 0, 0, 0];
  let [overdue, dueToday, stale, noNext, incomplete] = [0, 0, 0, 0, 0];
  const found: { row: number; column: number; rule: string }[] = [];
  const due: { row: number; group: string; days: number }[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const [customer, owner, stage, next] = [row[1]!, row[6]!, row[8]!, row[12]!];
    if (customer === "" && owner === "" && stage === "" && next === "") continue;
    const kind = kinds.get(stage as string) ?? 0;
    counts[kind]! += 1;
    const amount = row[9]!;
    const worth = typeof amount === "number" ? amount : 0;
    amounts[kind]! += worth;
    const tally = byOwner.get(owner as string);
    const group = byStage.get(stage as string);
    if (tally) tally[kind]! += 1;
    if (group) {
      group[0]! += 1;
      group[1]! += worth;
    }
    let missing = 0;
    const report = (column: number, rule: string) => found.push({ row: index, column, rule });
    const again = (seen: Map<string, number>, key: string, column: number, rule: string) => {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, index);
      else found.push({ row: first, column, rule });
    };
    const id = row[0] as string;
    if (id !== "") again(ids, id.toLowerCase(), 0, "unique");
    if (customer !== "")
      again(names, (customer as string).normalize("NFKC").toLowerCase().replace(legalForm, ""), 1, "name");
    for (let column = 0; column <= 3; column += column === 1 ? 2 : 1) {
      const text = row[column]!;
      if (typeof text === "string" && text !== "" && untidy.test(text)) report(column, "untidy");
    }
    const phone = row[4]!;
    if (phone !== "") {
      if (typeof phone !== "string" || !phoneForm.test(phone)) report(4, "phone");
      else again(phones, phone, 4, "phone");
    }
    if (row[5] !== "" && !mailForm.test(row[5] as string)) report(5, "mail");
    if (customer === "") missing = report(1, "required");
    if (owner === "") missing = report(6, "required");
    else if (!ownerSet.has(owner as string)) report(6, "list");
    if (stage === "") missing = report(8, "required");
    else if (!kinds.has(stage as string)) report(8, "list");
    if (row[2] !== "" && !typeSet.has(row[2] as string)) report(2, "list");
    if (row[7] !== "" && !sourceSet.has(row[7] as string)) report(7, "list");
    if (amount !== "" && typeof amount !== "number") report(9, "number");
    for (let column = 10; column <= 12; column += 1) {
      const value = row[column]!;
      if (value === "") continue;
      if (typeof value !== "number" || value < 61) report(column, "date");
      else if (column < 12 && value > today) report(column, "future");
    }
    const [firstDay, lastDay] = [row[10]!, row[11]!];
    if (typeof firstDay === "number" && typeof lastDay === "number" && lastDay < firstDay) report(11, "order");
    if (kind === 0 && typeof next === "number" && typeof lastDay === "number" && next < lastDay) report(12, "order");
    if (kind === 0) {
      if (next === "") missing = report(12, "required");
      const [first, last] = [row[10]!, row[11]!];
      const contact = Math.max(
        typeof first === "number" && first < today + 1 ? first : 0,
        typeof last === "number" && last < today + 1 ? last : 0,
      );
      const silent = contact > 0 ? today - contact : 0;
      const isStale = silent > (limits.get(stage as string) ?? 7);
      if (isStale) stale += 1;
      if (next === "") noNext += 1;
      if (typeof next === "number" && next < today) {
        overdue += 1;
        if (tally) tally[4]! += 1;
        due.push({ row: index, group: "overdue", days: today - next });
      } else if (next === today) {
        dueToday += 1;
        due.push({ row: index, group: "today", days: 0 });
      } else if (isStale) due.push({ row: index, group: "stale", days: silent });
      else if (next === "") due.push({ row: index, group: "noNextStep", days: 0 });
    }
    if (missing > 0) incomplete += 1;
  }
  return overdue * 1e6 + dueToday * 1e4 + stale + noNext + incomplete + found.length + due.length;
}

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

function recordsOf(values: readonly (readonly CellValue[])[]): Records {
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows: values.length, columns: fields.length },
    values,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
}

const headers = fields.map((field) => (isKnownField(field) ? headerNames[field].own["zh-CN"] : field));
const kindOf = ["open", "open", "open", "open", "won", "lost", "parked"];

/** LibreOffice's time grows faster than the rows: see docs/performance.md. Nor can a writer that makes a sheet as one text write many more. */
const mostRowsInOffice = 20_000;

async function bench(count: number, table: Record<string, string>[]): Promise<void> {
  const arquero = await import("arquero");
  const rows = makeRows(count);
  const records = recordsOf(rows);
  const schema: Schema = proposeSchema(
    recordsOf([
      ...stages.map((stage) => fields.map((field) => (field === "stage" ? stage : ""))),
      ...rows.slice(0, 500),
    ]),
    (field) => (fields.includes(field) ? field : null),
    "zh-CN",
    new Map(),
  );
  const inForce: Schema = { ...schema, stages: schema.stages.filter(({ name }) => stages.includes(name)) };
  const review: ReviewContext = { schema: inForce, today, system: 1900, language: "zh-CN" };
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
  const [expected, counted] = [handWritten(rows), withDataFrame(arquero, frame)];
  if (expected !== counted) throw new Error(`The data-frame job counts ${counted}, the loop by hand ${expected}.`);
  const [byHand = 0, check = 0, figures = 0, both = 0, edited = 0, renamed = 0, beyond = 0, inFrame = 0] = time(
    [
      () => handWritten(rows),
      () => checkSheet(records, review),
      () => measure(records, review),
      () => [checkSheet(records, review), measure(records, review)],
      () => edit(12, () => today + edits),
      () => edit(1, () => `新客户${edits}有限公司`),
      () => allMeasures(records, [], review),
      () => withDataFrame(arquero, frame),
    ],
    count > 50_000 ? 3 : 20,
    7,
  );
  const ratio = (ms: number) => `${(ms / byHand).toFixed(2)}`;
  const line = (job: string, ms: number) =>
    table.push({ rows: String(count), job, ms: ms.toFixed(3), "× hand-written": ratio(ms) });
  line("hand-written loop", byHand);
  line("check", check);
  line("measures", figures);
  line("check + measures", both);
  line("funnel, rates, forecast and curves, on demand", beyond);
  line("check after one edited date", edited);
  line("check after one edited customer", renamed);
  line("data frame (arquero), counts and rules of the loop", inFrame);
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

async function main(): Promise<void> {
  for (const count of [10_000, 100_000]) {
    const table: Record<string, string>[] = [];
    await bench(count, table);
    console.table(table);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
