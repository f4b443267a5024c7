import { type FieldId } from "../../src/domain/schema/fieldIds";
import { proposeSchema } from "../../src/domain/settings/proposeSchema";
import type { ReviewContext } from "../../src/domain/schema/reviewContext";
import type { Records } from "../../src/domain/followUps/records";
import type { CellValue } from "../../src/domain/values/value";

/** 2026-08-07. */
export const today = 46_241;
export const fields: readonly FieldId[] = [
  ...(["id", "customer", "customerType", "contact", "phone", "mail", "owner", "source", "stage", "amount"] as const),
  ...(["firstContact", "lastContact", "nextDate", "nextStep", "feedback", "note"] as const),
];
export const owners = ["张敏", "李强", "王芳", "张伟", "刘洋", "陈静", "赵磊", "黄丽"];
export const stages = ["初步沟通", "需求确认", "方案演示", "合同谈判", "成交", "流失", "搁置"];
export const types = ["新客户", "老客户", "重点客户"];
export const sources = ["展会", "转介绍", "官网", "电话"];

/** The same numbers every time: a linear congruential generator. */
export function randomSource(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

export function makeRows(count: number): CellValue[][] {
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

/** What a cell must look like, as whoever writes it for this sheet alone would say it. */
export const untidy = /^[\s\u200B\uFEFF]|[\s\u200B\uFEFF]$|[０-９Ａ-Ｚａ-ｚ]/;
export const phoneForm = /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
export const mailForm = /^[\w.+-]+@(?:[a-z\d-]+\.)+[a-z]{2,}$/i;
/** Smaller numbers are no dates. */
export const firstDate = 61;

export function recordsOf(values: readonly (readonly CellValue[])[]): Records {
  return {
    sheet: "客户",
    area: { row: 1, column: 0, rows: values.length, columns: fields.length },
    values,
    columns: new Map(fields.map((field, column) => [field, column])),
  };
}

/** The schema that set-up would propose for these rows, with the stages that the team has. */
export function reviewOf(rows: readonly (readonly CellValue[])[]): ReviewContext {
  const schema = proposeSchema(
    recordsOf([
      ...stages.map((stage) => fields.map((field) => (field === "stage" ? stage : ""))),
      ...rows.slice(0, 500),
    ]),
    (field) => (fields.includes(field) ? field : null),
    "zh-CN",
    new Map(),
  );
  const known = { ...schema, stages: schema.stages.filter(({ name }) => stages.includes(name)) };
  return { schema: known, today, system: 1900, language: "zh-CN" };
}
